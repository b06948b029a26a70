"""Reads where an article comes from, off its publisher, the stations it names and its telephone numbers.

A local paper prints the names of its towns without a state: where it is at home tells which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.articles import Article
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.place_words import load_place_words
from dateline.gazetteer.seats import load_phone_codes, load_seats
from dateline.mentions import PlaceMention
from dateline.spans import Span

SEAT = "place.seat"  # rule of a place where the article, or who speaks in it, is at home
SEAT_FAME = 4.0  # about 10,000 people: smaller towns are seldom what a publisher is named after
LONGEST = 3  # words of a town in a publisher's name
# A station's call sign, perhaps with its channel or ending, or a police force: "KCTV5", "WFAA-TV", "WRAL.com", "NYPD".
_CALL_SIGN = re.compile(r"\b([A-Z]{3,5})(?=-TV\b|\d{0,2}\b)")
# "(617) 466-4880", "617-466-4880", "617.466.4880".
_PHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-. /]\s?\d{3}[-. ]\d{4}\b")
_NAME = re.compile(r"[A-Z][\w'’.]*(?:-[A-Z]\w*)?")


def find_seats(article: Article, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return the places where the article's publisher, stations and telephones are at home, each once."""
    found: dict[tuple[str, ...], PlaceMention] = {}
    for name, within in (*_seats_of_outlets(article), *_seats_of_name(article.publisher or "", gazetteer)):
        found.setdefault((name, *within), _seat(name, within))
    for match in _PHONE.finditer(article.text):
        region = load_phone_codes().get(match[1])
        if region is not None:
            found.setdefault((region,), _seat(region, (), feature="state"))
    return tuple(found.values())


def _seat(name: str, within: tuple[str, ...], feature: str | None = None) -> PlaceMention:
    return PlaceMention(
        span=Span(0, 0), head=-1, rule=SEAT, name=name, relation=None, within=within, feature=feature, site=False
    )


def _seats_of_outlets(article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
    outlets = load_seats()
    names = [match[1] for match in _CALL_SIGN.finditer(f"{article.publisher or ''}\n{article.text}")]
    names += re.split(r"[/.]+", article.url or "")[1:4]
    names += [article.publisher or ""]
    for name in names:
        seat = outlets.get(name.casefold().removeprefix("the ")) or outlets.get(name.casefold())
        if seat is not None:
            yield seat[0], (seat[1],)


def _seats_of_name(name: str, gazetteer: Gazetteer) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the towns in a publisher's name, with the state behind them: "WTVM - Columbus, GA News"."""
    words = list(_NAME.finditer(name))
    i = 0
    while i < len(words):
        for j in range(min(len(words), i + LONGEST), i, -1):
            town = name[words[i].start() : words[j - 1].end()]
            state = name[words[j].start() : words[j].end()].rstrip(",") if j < len(words) else ""
            between = name[words[j - 1].end() : words[j].start()] if j < len(words) else ""
            within = (state,) if between in (" ", ", ") and _is_region(state, gazetteer) else ()
            if _may_be_seat(town, gazetteer, held=bool(within)):
                yield town, within
                i = j - 1 + len(within)
                break
        i += 1


def _is_region(name: str, gazetteer: Gazetteer) -> bool:
    found = gazetteer.abbreviation(name) or next(iter(gazetteer.lookup(name)), None)
    return found is not None and found.is_region


def _may_be_seat(name: str, gazetteer: Gazetteer, *, held: bool) -> bool:
    table = load_place_words()
    small = name.casefold().rstrip(".")
    if small in table.organisation | table.never | table.wide | table.direction or table.kind(small) is not None:
        return False
    found = gazetteer.lookup(name)
    return bool(found) and (held or found[0].fame >= SEAT_FAME)

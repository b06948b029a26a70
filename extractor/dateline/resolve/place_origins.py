"""Reads where an article comes from, off its publisher, the stations it names and its telephone numbers.

A local paper prints the names of its towns without a state: where it is at home tells which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.articles import Article
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.place_words import load_place_words
from dateline.gazetteer.seats import find_body_seats, load_phone_codes, load_seats
from dateline.mentions import PlaceMention
from dateline.spans import Span

SEAT = "place.seat"  # rule of a place where the article's publisher is at home
TOLD_SEAT = "place.told_seat"  # rule of a place where a station, a force or a telephone in its text is at home
BODY_SEAT = "place.body_seat"  # rule of a town where a body of the world that the text names is at home
SEAT_FAME = 4.0  # about 10,000 people: smaller towns are seldom what a publisher is named after
LONGEST = 3  # words of a town in a publisher's name
CAPITALS = 3  # words in capitals that make a sentence one in capitals, where they are most of it
# A station's call sign, perhaps with its channel or ending, or a police force: "KCTV5", "KING 5", "WFAA-TV", "NYPD".
_CALL_SIGN = re.compile(r"\b([A-Z]{3,5})(-TV| ?\d{1,2})?\b")
_LINE_END = re.compile(r"(?<=[.!?])\s+|\n")
_WORD = re.compile(r"[^\W\d_]{2,}")
# "(617) 466-4880", "617-466-4880", "617.466.4880".
_PHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-. /]\s?\d{3}[-. ]\d{4}\b")
_NAME = re.compile(r"[A-Z][\w'’.]*(?:-[A-Z]\w*)?")


def find_own_seats(article: Article, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return the places where the article's publisher is at home, each once."""
    publisher = article.publisher or ""
    names = [*_call_signs(publisher), *re.split(r"[/.]+", article.url or "")[1:4], publisher]
    found = dict.fromkeys((*_seats_of_outlets(names), *_seats_of_name(publisher, gazetteer)))
    return tuple(_seat(name, within, rule=SEAT) for name, within in found)


def find_told_seats(article: Article, *, with_telephones: bool) -> tuple[PlaceMention, ...]:
    """Return the places where the stations and forces that the text names are at home, each once.

    Args:
        article: gives the text.
        with_telephones: whether its telephone numbers are read as well, as those of the United States and Canada.
    """
    names = [name for line in _LINE_END.split(article.text) if not _is_in_capitals(line) for name in _call_signs(line)]
    found = [_seat(name, within, rule=TOLD_SEAT) for name, within in dict.fromkeys(_seats_of_outlets(names))]
    if with_telephones:
        codes = load_phone_codes()
        regions = dict.fromkeys(codes[match[1]] for match in _PHONE.finditer(article.text) if match[1] in codes)
        found += [_seat(region, (), rule=TOLD_SEAT, feature="state") for region in regions]
    return tuple(found)


def find_seats_of_bodies(article: Article) -> tuple[PlaceMention, ...]:
    """Return the towns named in the text in which bodies of the world sit that it names too: Geneva beside the WHO."""
    return tuple(_seat(town, (within,), rule=BODY_SEAT) for town, within in find_body_seats(article.text))


def _seat(name: str, within: tuple[str, ...], *, rule: str, feature: str | None = None) -> PlaceMention:
    return PlaceMention(
        span=Span(0, 0), head=-1, rule=rule, name=name, relation=None, within=within, feature=feature, site=False
    )


def _call_signs(text: str) -> Iterator[str]:
    """Yield what may be call signs, with "-TV" behind those that an ending or a channel proves to be some."""
    for match in _CALL_SIGN.finditer(text):
        yield match[1]
        if match[2]:
            yield f"{match[1]}-TV"


def _is_in_capitals(line: str) -> bool:
    """Whether capitals tell no call sign from a word."""
    words = [match[0] for match in _WORD.finditer(line)]
    capitals = sum(word.isupper() for word in words)
    return capitals >= CAPITALS and capitals > len(words) / 2


def _seats_of_outlets(names: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    outlets = load_seats()
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

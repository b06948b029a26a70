"""Finds towns that stand in one list with places, which the tagger took for persons, bodies or nothing.

"Residents of Maitland, Singleton and Dungog": where one name of a list is a place and another bears the name of a place
in the same country, the list is of places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.place_chunks import Chunk, tokens_of
from dateline.find.place_evidence import FAMOUS
from dateline.find.place_others import has_title
from dateline.gazetteer import Gazetteer, PlaceKind, name_key
from dateline.gazetteer.place_words import load_place_words
from dateline.mentions import PlaceMention
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.find.place_persons import Persons

RULE = "place.list"
SURE_RULES = ("place.gazetteer", "place.abbreviation")  # of places that tell what a list is of
LEAST_KEY = 3  # letters of a name that only its list makes a place
NAMESAKES, LIKELY = 12, 3  # places of a name that are looked at: of one to be told, and of one that is known
REACH = 40  # code points between two names of a list
# ", ", " and ", ", and ", "/" and, behind "from", " to "; the word that leads to the places may be said again.
_LINK = re.compile(
    r"(?:(?P<comma>,\s)|(?P<last>,?\s(?:and|or|as\swell\sas)\s|\s&\s|/)|(?P<to>\sto\s))"
    r"(?P<led>(?:in|at|near|from|to|around)\s)?(?:the\s)?"
    r"(?:(?:(?:north|south)(?:-?(?:east|west))?|east|west|central|rural|upper|lower|far)(?:ern)?\s){0,2}"
)
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s)?\Z")
# What tells that the name is that of somebody who speaks or acts, or of somebody's.
_ACTS = re.compile(r",?\s(?:who|whose|said|says|told|tweeted|,\s\d)\b|,\s\d{1,2},")


@dataclass(frozen=True, slots=True)
class _Item:
    """A run of capitalised words in a list."""

    span: Span
    mention: PlaceMention | None  # what the run was read as


@dataclass(frozen=True, slots=True)
class _Reading:
    """What reading a list needs."""

    doc: Doc
    gazetteer: Gazetteer
    persons: Persons


def find_listed(
    doc: Doc, chunks: Sequence[Chunk], found: Sequence[PlaceMention], gazetteer: Gazetteer, persons: Persons
) -> tuple[PlaceMention, ...]:
    """Return the places that only their lists tell, in order of text, beside the mentions `found` elsewhere."""
    reading = _Reading(doc, gazetteer, persons)
    added: list[PlaceMention] = []
    for items, links in _lists(text_of(doc), chunks, found):
        if any(item.mention is None for item in items) and any(item.mention is not None for item in items):
            added.extend(_read_list(reading, items, links))
    return tuple(added)


def _lists(
    text: str, chunks: Sequence[Chunk], found: Sequence[PlaceMention]
) -> Iterator[tuple[list[_Item], list[re.Match[str]]]]:
    """Yield the runs of each list, with what links each to the next one."""
    starts = {mention.span.start: mention for mention in found}
    ends = {mention.span.end: mention for mention in found}
    items: list[_Item] = []
    links: list[re.Match[str]] = []
    for chunk in chunks:
        span = Span(chunk.words[0].start, chunk.words[-1].end)
        mention = starts.get(span.start) or ends.get(span.end)
        if mention is not None and mention.span.end > span.end:
            span = Span(span.start, mention.span.end)
        link = _LINK.fullmatch(text, items[-1].span.end, span.start) if items else None
        if link is not None:
            links.append(link)
        else:
            if links:
                yield items, links
            items, links = [], []
        items.append(_Item(span, mention))
    if links:
        yield items, links


def _read_list(reading: _Reading, items: list[_Item], links: list[re.Match[str]]) -> list[PlaceMention]:
    """Return the runs of a list that are places as the others are."""
    added: list[PlaceMention] = []
    grown = True
    while grown:
        grown = False
        for number, item in enumerate(items):
            if item.mention is not None:
                continue
            for other in (number - 1, number + 1):
                beside = items[other].mention if 0 <= other < len(items) else None
                if beside is None or not _joins(reading, items, links, min(number, other)):
                    continue
                mention = _read_item(reading, item, beside)
                if mention is not None:
                    items[number] = _Item(item.span, mention)
                    added.append(mention)
                    grown = True
                    break
    return added


def _joins(reading: _Reading, items: list[_Item], links: list[re.Match[str]], at: int) -> bool:
    """Whether the link behind the item at `at` is one of a list; a comma is where the list goes on to an "and"."""
    if links[at]["last"] is not None:
        return True
    text = text_of(reading.doc)
    if links[at]["to"] is not None:
        return _FROM.search(text, max(0, items[at].span.start - REACH), items[at].span.start) is not None
    for number in range(at + 1, len(links)):
        item = items[number]
        if item.mention is None and not reading.gazetteer.knows(item.span.of(text)):
            return False
        if links[number]["comma"] is None:
            return True
    return False


def _read_item(reading: _Reading, item: _Item, beside: PlaceMention) -> PlaceMention | None:
    """Return a run as a place where some place of its name is of the country, and the size, of the place beside it."""
    doc, gazetteer = reading.doc, reading.gazetteer
    text = text_of(doc)
    name = item.span.of(text)
    if beside.rule not in (*SURE_RULES, RULE) or beside.site or name in gazetteer.demonyms:
        return None
    if len(name_key(name)) < LEAST_KEY or _is_common(name) or _is_person(reading, item.span, name):
        return None
    outers = gazetteer.lookup(beside.name)
    lands = {place.country for place in outers[:LIKELY]}
    like = [place for place in gazetteer.lookup(name)[:NAMESAKES] if place.country in lands]
    if not like:
        return None
    if outers[0].kind is PlaceKind.COUNTRY and not (like[0].is_region or like[0].fame >= FAMOUS):
        return None  # "Iran and Abbas" are no two places
    return PlaceMention(
        span=item.span, head=tokens_of(doc, item.span).root.i, rule=RULE, name=name, relation=beside.relation,
        site=like[0].kind is PlaceKind.QUARTER,
    )  # fmt: skip


def _is_common(name: str) -> bool:
    """Whether the words are a kind word, a post or a body rather than a name."""
    table = load_place_words()
    last = name.rsplit(" ", 1)[-1].casefold()
    return last in table.organisation | table.event | table.title | table.never or table.kind(name) is not None


def _is_person(reading: _Reading, span: Span, name: str) -> bool:
    """Whether the article tells that somebody bears the name."""
    text, persons = text_of(reading.doc), reading.persons
    if name in persons.aged or has_title(text, span) or _ACTS.match(text, span.end) is not None:
        return True
    return " " not in name and name in persons.tagged

"""Joins runs of capitalised words that are one name over "and" or "'s": "Jammu and Kashmir", "King's Lynn"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.find.place_chunks import Chunk
from dateline.gazetteer import PlaceKind
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

# Between the parts of a name: of countries and regions, and of towns.
_AND = re.compile(r"\s(?:and|&)\s(?:the\s)?")
_OWN = re.compile(r"['’]s\s")


def join_names(chunks: Iterable[Chunk], text: str, gazetteer: Gazetteer) -> Iterator[Chunk]:
    """Yield the runs, two that the gazetteer knows as one name made one.

    Over "and" that is a country or a region: of two towns both may be meant.
    """
    last: Chunk | None = None
    for chunk in chunks:
        joined = _join(last, chunk, text, gazetteer) if last is not None else None
        if joined is None and last is not None:
            yield last
        last = joined or chunk
    if last is not None:
        yield last


def _join(first: Chunk, second: Chunk, text: str, gazetteer: Gazetteer) -> Chunk | None:
    gap = Span(first.words[-1].end, second.words[0].start)
    if gap.start > gap.end or first.sentence != second.sentence:
        return None
    over_and = _AND.fullmatch(text, gap.start, gap.end) is not None
    if not over_and and _OWN.fullmatch(text, gap.start, gap.end) is None:
        return None
    name = text[first.words[0].start : second.words[-1].end]
    places = gazetteer.lookup(name)
    if not places or (over_and and places[0].kind in (PlaceKind.LOCALITY, PlaceKind.QUARTER)):
        return None
    whole = Span(first.words[0].start, second.words[-1].end)
    return Chunk((whole,), first.sentence, first.opens, first.parted)

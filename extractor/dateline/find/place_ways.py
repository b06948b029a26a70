"""Reads roads and railways that are named after the towns they join: "the Delhi-Hisar highway"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.gazetteer.place_words import load_place_words
from dateline.mentions import PlaceMention
from dateline.spans import Span

# fmt: off
# Words for ways that join towns; a street or a bridge lies in one.
JOINING = frozenset((
    "road", "roads", "highway", "motorway", "expressway", "freeway", "railway", "line", "route", "track", "tracks",
    "bypass", "corridor", "carriageway",
))
# fmt: on
OF_TWO_TOWNS = "place.of_two_towns"  # rule of a way that is named so
JOINER = re.compile(r"-to-|[-–—/]| [-–] ")  # between the two towns


def join_ways(found: Sequence[PlaceMention], text: str) -> tuple[list[PlaceMention], list[PlaceMention]]:
    """Return the mentions with each way of two towns as one, in neither of them, and apart the towns it is named after.

    Where on its way something happened only other words tell: "blocked the Delhi-Hisar highway near Rohtak".
    """
    kept: list[PlaceMention] = []
    ends: list[PlaceMention] = []
    for mention in found:
        way = mention
        while kept and _joins(way, kept[-1], text):
            first = kept.pop()
            ends.append(first)
            span = Span(first.span.start, way.span.end)
            way = replace(way, span=span, name=span.of(text), relation=first.relation, rule=OF_TWO_TOWNS, within=())
        kept.append(way)
    return kept, ends


def town_names(way: PlaceMention) -> tuple[str, ...]:
    """Return the towns that a way of two towns is named after: "Delhi" and "Hisar"."""
    names = way.name.removesuffix(way.feature or "").strip()
    return tuple(name.strip() for name in JOINER.split(names) if name.strip())


def _joins(way: PlaceMention, town: PlaceMention, text: str) -> bool:
    if not way.site or town.site or way.feature not in JOINING or town.feature in load_place_words().region:
        return False
    return JOINER.fullmatch(text, town.span.end, way.span.start) is not None

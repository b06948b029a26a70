"""Tells what kind of place a name in a list is by the others in it: "Canada and Mexico" are countries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.gazetteer import PlaceKind, Toponym
from dateline.mentions import PlaceMention

_LINK = re.compile(r",?\s(?:and|or|as\swell\sas)\s(?:the\s|in\s)?|,\s(?:the\s)?|/|\s?[-–—]\s?")
_REGIONS = (PlaceKind.COUNTRY, PlaceKind.ADMIN1)
LEAD = 1.5  # by how much a country or state must be more famous than its namesakes to tell what the list is of


def find_companions(
    mentions: Sequence[PlaceMention], candidates: Sequence[tuple[Toponym, ...]], text: str
) -> list[Toponym | None]:
    """Return for each mention a country or state beside it in a list, None where there is none."""
    companions: list[Toponym | None] = [None] * len(mentions)
    order = sorted(
        (number for number, mention in enumerate(mentions) if mention.span.end > 0), key=lambda n: mentions[n].span
    )
    for one, other in pairwise(order):
        first, second = mentions[one], mentions[other]
        if first.within or not _LINK.fullmatch(text, first.span.end, second.span.start):
            continue
        for own, beside in ((one, other), (other, one)):
            found = candidates[beside]
            if companions[own] is None and found and found[0].kind in _REGIONS and _is_plain(found):
                companions[own] = found[0]
    return companions


def _is_plain(found: Sequence[Toponym]) -> bool:
    """Whether the likeliest place is much more famous than all towns of the name."""
    towns = [place.fame for place in found[1:] if place.kind not in _REGIONS]
    return not towns or found[0].fame - max(towns) >= LEAD


def is_alike(place: Toponym, companion: Toponym | None) -> bool:
    """Whether a place is of the kind of one beside it in a list: both countries, or states of one country."""
    if companion is None or place.kind is not companion.kind:
        return False
    return place.kind is PlaceKind.COUNTRY or place.country == companion.country

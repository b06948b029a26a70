"""Tells places that only say where another one lies: Baghdad in "Iskandariya, 25 miles south of Baghdad"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.spans import Span

REACH = 110  # code points between the two names
_LOCATOR = re.compile(
    r"\s?[,(]?\s(?:(?:which\s)?(?:is|lies|located|situated)\s)?(?:located\s|situated\s)?"
    r"(?:an?\s(?:[\w-]+\s){0,4}?(?:town|village|city|suburb|district|area|hamlet|settlement|community)\s)?"
    r"(?:located\s|situated\s|that lies\s)?(?:about\s|some\s|around\s|roughly\s|just\s|nearly\s|approximately\s)?"
    r"(?:(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?)[\s-]?(?:km|kilomet\w+|mi|miles?)\s(?:\([^()]{1,25}\)\s)?(?:to the\s|away\s)?"
    r"|\d+\s)?"
    r"(?:(?:north|south|east|west)[\w-]*\s(?:of|from)|near|outside|close\sto|from|on\sthe\soutskirts\sof)\s"
    r"(?:the\s(?:[\w-]+\s){0,4}?(?:of\s)?)?(?:[a-z]+\s){0,3}"
)

# "Deir al-Balah in central Gaza", "Moron, in the west of Buenos Aires": the city's name stands for the land around it.
_SIDE = r"(?:north|south|east|west)(?:-?(?:east|west))?"
_IN_A_PART = re.compile(
    rf",? in (?:the )?(?:far )?(?:(?:{_SIDE}ern|central) |{_SIDE} of (?:the )?(?:(?:[Gg]reater|wider|city of) )?)"
)


# Before a name, also of a list ("the villages of Arden and "), and behind it.
_TOWN_OF = re.compile(r"\b(?:village|hamlet|town|settlement|community)s? of (?:[A-Z][\w'’-]*,? (?:and )?){0,6}$")
_TOWN = re.compile(r"\s(?:village|hamlet|town|settlement|community)$")
_DISTANCE = re.compile(r"(\d[\d,]*(?:\.\d+)?)[\s-]?(km|kilomet|mi)", re.IGNORECASE)
KM_OF_MILE = 1.609344
AROUND = 250.0  # how many km off "north of Durban" is at most
SLACK, SHARE = 40.0, 0.5  # how far a printed distance may be off: in km, and by its share


def reach_of(text: str, inner: Span, outer: Span) -> float | None:
    """Return within how many km of the place at `outer` the one at `inner` lies; None where no locator tells it."""
    if not is_locator(text, inner, outer):
        return None
    told = _DISTANCE.search(text, inner.end, outer.start)
    if told is None:
        return AROUND
    return SLACK + (1 + SHARE) * float(told[1].replace(",", "")) * (KM_OF_MILE if told[2].lower() == "mi" else 1.0)


def is_locator(text: str, inner: Span, outer: Span) -> bool:
    """Whether the place at `outer` only tells where the one at `inner`, right before it, lies."""
    gap = text[inner.end : outer.start]
    gap = gap.lower() if gap.isupper() else gap
    # "From" alone takes one from town to town; with a comma or a distance it locates.
    is_bare = gap.startswith(" from ") or (gap.strip() in ("near", "outside") and not _is_called(text, inner))
    return len(gap) < REACH and _LOCATOR.fullmatch(gap) is not None and not is_bare


def is_in_a_part(text: str, inner: Span, outer: Span) -> bool:
    """Whether the place at `inner` is told to lie in one part of that at `outer`: "Rafah in southern Gaza"."""
    return _IN_A_PART.fullmatch(text, inner.end, outer.start) is not None


def _is_called(text: str, place: Span) -> bool:
    """Whether it is called a village or town, so that "near" alone tells where it lies: "the village of X near Y"."""
    before = text[max(0, place.start - REACH) : place.start]
    return _TOWN_OF.search(before) is not None or _TOWN.search(place.of(text)) is not None

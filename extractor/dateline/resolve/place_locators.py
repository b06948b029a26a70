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


def is_locator(text: str, inner: Span, outer: Span) -> bool:
    """Whether the place at `outer` only tells where the one at `inner`, right before it, lies."""
    gap = text[inner.end : outer.start]
    # "From" alone takes one from town to town; with a comma or a distance it locates.
    return len(gap) < REACH and _LOCATOR.fullmatch(gap) is not None and gap.strip() not in ("from", "near", "outside")

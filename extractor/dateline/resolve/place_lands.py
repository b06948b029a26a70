"""Tells of which country "the capital" is where the sentence names one before it: "In Kuwait, ... in the capital"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.gazetteer import Gazetteer
    from dateline.mentions import PlaceMention

_END = re.compile(r"[.!?]\s+[A-Z\"“]|\n")  # of a sentence, as far as print tells


def find_land(mention: PlaceMention, mentions: Sequence[PlaceMention], text: str, gazetteer: Gazetteer) -> str | None:
    """Return the country that the sentence says before `mention` that something is in, None where it says none."""
    lands = (
        code
        for other in reversed(mentions)
        if other.relation == "in"
        and other.span.end <= mention.span.start
        and not _END.search(text, other.span.end, mention.span.start)
        and (code := gazetteer.country_of(other.name)) is not None
    )
    return next(lands, None)

"""Reads which of several acts a sentence opens with: "In the first, a man was shot", "The second hit a police van"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

ORDINALS = {
    **dict.fromkeys(("first", "one", "one of them", "one of the attacks"), 1),
    **dict.fromkeys(("second", "other", "another", "latter"), 2),
    "third": 3,
    "fourth": 4,
}
_ACTS = r"(?:attack|incident|case|shooting|stabbing|raid|ambush|robbery|clash|assault)"
_DEVICES = r"(?:bomb|device|blast|explosion|car bomb|rocket|missile|one|bomber|strike|air strike)"
_WORDS = r"(?P<word>one of (?:them|the attacks)|first|one|second|other|another|latter|third|fourth)"
_WITHIN = re.compile(rf"\W*(?:in|during)\s+(?:the\s+)?{_WORDS}(?:\s+{_ACTS})?\s*,", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"\W*the\s+{_WORDS}(?:\s+{_DEVICES})?\s+"
    r"(?:exploded|hit|went|struck|targeted|tore|ripped|killed|wounded|injured|detonated|occurred|happened|took|came)\b",
    re.IGNORECASE,
)


def read_ordinal(sentence: Span) -> int:
    """Return the number, from 1, of the act of several that the sentence opens with; 0 where it numbers none."""
    found = _WITHIN.match(sentence.text) or _SUBJECT.match(sentence.text)
    return ORDINALS[found["word"].lower()] if found else 0

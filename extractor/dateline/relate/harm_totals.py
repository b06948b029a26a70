"""Tells a whole toll from its parts: "in total 12 died", "among them two children", "two of the wounded"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.mentions import PeopleMention
from dateline.records import VictimStatus
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.relate.harm_hits import Hit

TOTAL_WORDS = frozenset(("altogether", "overall"))
TOTAL_PHRASES = ("a total of", "in total", "in all,", "the total ", "total of")
PART_WITHIN = re.compile(r"\bof (?:them|those|these|whom)\b")
PART_AFTER = (" of them", " of those", " of these")
# fmt: off
PART_BEFORE = (
    "including", "among them", "among whom", "among these", "among those", "of whom", "of them", "includes",
    "included",
)
# fmt: on
# "two of the injured"
_SOME_OF = r"(?:at least |about |some |all |only |up to )?[\w-]+ of (?:the|those) (?:[\w-]+ )?"
OF_THE_DEAD = re.compile(_SOME_OF + r"(?:dead|deceased|killed|victims|fatalities|slain)\b", re.IGNORECASE)
OF_THE_HURT = re.compile(_SOME_OF + r"(?:injured|wounded|hurt|victims|casualties)\b", re.IGNORECASE)


def is_told_as_part(text: str, span: Span) -> bool:
    """Whether "among them" or "including" stands before the phrase, or "of whom" behind it."""
    before = text[max(span.start - 16, 0) : span.start].lower().rstrip(" ,:")
    after = text[span.end : span.end + 12].lower()
    apart = text[max(span.start - 2, 0) : span.start].strip() in (",", "-", "–", "—", "(", ";")
    # "two of them soldiers"
    apart_within = apart and bool(PART_WITHIN.search(span.of(text).lower()))
    return (
        apart_within
        or before.endswith(PART_BEFORE)
        or after.startswith(" of whom")
        or ((apart or _opens_sentence(text, span)) and after.startswith(PART_AFTER))
    )


def _opens_sentence(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 4) : span.start].rstrip(' "\u201c')
    return span.start == 0 or before.endswith((".", "\n", "!", "?"))


def is_of_the_harmed(text: str, span: Span, status: VictimStatus) -> bool:
    """Whether "two of the injured" are a part of the people told before; those of them who died are not."""
    pattern = {VictimStatus.KILLED: OF_THE_DEAD, VictimStatus.INJURED: OF_THE_HURT}.get(status)
    return pattern is not None and pattern.match(text, span.start) is not None


def is_total(doc: Doc, text: str, hit: Hit, phrase: PeopleMention | None) -> bool:
    """Whether the figure is said to be of all: "in total 12 people died"."""
    token = doc[hit.cue.head]
    if any(child.lower_ in TOTAL_WORDS for child in token.children):
        return True
    opening = text[token.sent.start_char :][:12].lower()
    if opening.startswith(("in total", "in all,", "overall,", "altogether")):
        return True
    start = phrase.span.start if phrase else token.idx
    if opening.startswith("in all ") and phrase is not None and start - token.sent.start_char < len("in all "):
        return True  # "In all 11 people died"
    before = text[max(start - 14, 0) : start + 14].lower()
    return any(words in before for words in TOTAL_PHRASES)

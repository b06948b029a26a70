"""Tells figures of this act from those of another that the words name beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# "The toll surpasses the 49 killed in Orlando": of another act; not "the number of dead has topped 140".
MEASURED = re.compile(
    r"\b(?:(?:surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|top(?:s|ped|ping))\sthe\s(?:record\s)?"
    r"|(?:eclips(?:es|ed|ing)|compared\s(?:with|to)|(?:higher|lower|more|fewer|deadlier|worse|greater)\sthan"
    r"|(?:up|down)\sfrom)\s(?:the\s)?(?:record\s)?)\Z",
    re.IGNORECASE,
)
COMPARED_REACH = 40  # code points before a figure in which it is held against another
_WIDE = (
    r"(?:in|during|by)\s(?:[\w-]+\s)?(?:separate|other|different|unrelated)\s"
    r"(?:[\w-]+\s)?(?:\w*shootings|incidents|attacks|clashes|strikes|raids|accidents|operations|blasts|explosions"
    r"|parts\sof|areas|places|districts|cities|towns|villages)"
    r"|elsewhere\b|in\s[\w\s-]{0,20}?(?:strikes|attacks|raids|shelling|clashes|violence|shootings|bombings)\s(?:across|throughout)\b"
    r"|across\sthe\s(?:country|city|province|region|state|capital|governorate|territory)\b"
)
SEPARATE = re.compile(
    rf"[\s,]*(?:(?:were|was|have\sbeen|had\sbeen|have|had|also|reportedly|people|civilians|others|more|killed|wounded|injured|hurt"
    rf"|died|shot|martyred)\s)*(?:{_WIDE})",
    re.IGNORECASE,
)
SEPARATELY = re.compile(rf"(?:\A|[;,:]\s?(?:and|while|but)?\s?)(?:{_WIDE})[^.;]*\Z", re.IGNORECASE)


def is_held_against(text: str, start: int) -> bool:
    """Whether the figure at offset `start` is another act's, which the words hold against this one's."""
    return MEASURED.search(text, max(start - COMPARED_REACH, 0), start) is not None


def is_elsewhere(token: Token, start: int, end: int) -> bool:
    """Whether the people counted on between two offsets met their fate in other acts than the one just told."""
    sentence = token.sent
    behind = sentence.text[max(end - sentence.start_char, 0) :]
    before = sentence.text[: max(start - sentence.start_char, 0)]
    return SEPARATE.match(behind) is not None or SEPARATELY.search(before) is not None

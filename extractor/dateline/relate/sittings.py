"""Tells the protests of members in their house, which are part of its sitting: "rushed to the well of the House"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
# What members do there in protest.
NOISE = frozenset((
    "protest", "protests", "protested", "protesting", "raised", "raising", "shouted", "shouting", "chanted", "chanting",
    "walkout", "uproar", "displayed", "displaying", "waved", "waving", "demonstration", "sloganeering", "carrying",
))
# fmt: on
SITTING = re.compile(
    r"""\bwell\sof\sthe\s(?:house|assembly|chamber|council)\b
    |\b(?:house|assembly|sitting|proceedings|session|parliament|sabha|senate)\b[^.]{0,40}\b(?:was|were)\s(?:\w+\s)?
    (?:adjourned|disrupted|stalled|suspended|washed)\b
    |\badjourn(?:ed|ing|ment)\b|\bout\sof\sthe\s(?:house|chamber|assembly|session|sitting)\b""",
    re.IGNORECASE | re.VERBOSE,
)
ELSEWHERE = re.compile(r"\b(?:outside|in\sfront\sof|streets?|police|marched)\b", re.IGNORECASE)


def is_of_sitting(act: Token) -> bool:
    """Whether the noise at `act` was made by members in their sitting, not by people at the gates."""
    if act.lower_ not in NOISE:
        return False
    sentence = act.sent.text
    return SITTING.search(sentence) is not None and ELSEWHERE.search(sentence) is None

"""Tells which of several blows at one place killed whom: "a second bomb went off, killing four who had come to help".

Their dead are added up: the blasts of one market are one incident.
"""

from __future__ import annotations

import re
from enum import IntEnum

BLOWS = (
    r"(?:bomb(?:er|ing)?|blast|explosion|device|attacker|assailant|missile|rocket|strike|air ?strike|raid|shell|mortar|"
    r"grenade|mine|round|drone|attack|vehicle|car)"
)
MANY = re.compile(
    rf"\b(?:two|three|four|five|both|twin|several|the|series of) (?:[\w-]+ ){{0,3}}?{BLOWS}s\b", re.IGNORECASE
)
FIRST = re.compile(
    rf"\bthe (?:first|initial|earlier)\b(?! \w+ since)|\bone (?:[\w-]+ ){{0,2}}?{BLOWS}\b", re.IGNORECASE
)
NEXT = re.compile(rf"\b(?:a (?:second|third|fourth)|another) (?:[\w-]+ ){{0,3}}?{BLOWS}\b", re.IGNORECASE)
NEXT_OF = re.compile(
    rf"\b(?:the (?:second|third|other))(?: (?:[\w-]+ ){{0,2}}?{BLOWS}\b|,| [a-z]+ed\b| left\b| went\b)", re.IGNORECASE
)


class Blow(IntEnum):
    """Which of several blows the words tell of."""

    ONE = 0  # nothing says that there are more
    MANY = 1  # several at once: "two bombs"
    FIRST = 2  # "the first blast"
    NEXT = 3  # "a second bomb"
    NEXT_OF = 4  # "the second", of those of which the first is told


def read_blow(words: str) -> Blow:
    """Return which blow the words, a sentence up to whom it killed, tell of."""
    if NEXT.search(words):
        return Blow.NEXT
    if NEXT_OF.search(words):
        return Blow.NEXT_OF
    if FIRST.search(words):
        return Blow.FIRST
    return Blow.MANY if MANY.search(words) else Blow.ONE


def is_next(blow: Blow, before: Blow) -> bool:
    """Whether a blow comes on top of the one told before it.

    What "two bombs" did takes in what "the second" did.
    """
    if blow is Blow.NEXT:
        return before is not Blow.MANY
    return blow is Blow.NEXT_OF and before in (Blow.FIRST, Blow.NEXT)

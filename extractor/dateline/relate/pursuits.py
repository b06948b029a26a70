"""Tells those who go after doers from the doers: "launched an operation to find the killers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.agents import VERBAL, load_words, objects_of, undergoers

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFENSIVES = frozenset(("offensive", "offensives"))
OPERATIONS = OFFENSIVES | {"operation", "operations"}
# What they are to do with those whom they look for, or have taken.
TRACKING = frozenset(
    ("locate", "find", "capture", "arrest", "catch", "apprehend", "track", "hunt", "identify", "rescue")
)
AGAINST = frozenset(("against", "on"))


def is_pursuit(token: Token) -> bool:
    """Whether the word is, or opens, an operation that goes after criminals: "ordered an offensive on the cartels"."""
    if token.pos_ in VERBAL:
        return any(_goes_after(noun) for noun in (*objects_of(token), *undergoers(token)))
    return _goes_after(token)


def is_campaign(noun: Token) -> bool:
    """Whether the word is for police work of months, and no fight: "an offensive against drug traffickers"."""
    return noun.lower_ in OFFENSIVES and _goes_after(noun)


def _goes_after(noun: Token) -> bool:
    if noun.lower_ not in OPERATIONS:
        return False
    crime = load_words("agent_nouns")["crime"]
    behind = [*noun.rights, *(child for child in noun.head.rights if child.i > noun.i and noun.head.pos_ in VERBAL)]
    for child in behind:
        if child.dep_ == "prep" and child.lower_ in AGAINST:
            if any(part.lower_ in crime for part in child.subtree):
                return True
        elif any(part.lower_ in TRACKING for part in child.subtree):
            return True
    return False

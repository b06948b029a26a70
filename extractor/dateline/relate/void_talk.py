"""Tells talk of an act that is said to be untrue: "no truth in messages about a raid", "false reports of a raid"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# "Denied reports of an attack", "scotched talk of arson".
TALK = frozenset((
    "report", "reports", "talk", "messages", "message", "rumours", "rumors", "rumour", "rumor", "speculation",
    "suggestion", "suggestions", "claims", "stories", "allegations",
))  # fmt: skip
TRUTH = frozenset({"truth", "substance", "basis"})
FALSE = frozenset({"false", "untrue", "bogus", "fake", "unfounded", "baseless"})


def is_void(talk: Token) -> bool:
    """Whether the words say that talk is untrue: "no truth in messages about a shooting", "false reports of a raid"."""
    if talk.lower_ in TRUTH:
        return any(child.dep_ == "det" and child.lower_ == "no" for child in talk.lefts)
    return talk.lower_ in TALK and any(child.lower_ in FALSE for child in talk.lefts)

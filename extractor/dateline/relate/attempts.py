"""Finds whose attempt or plot it was: "foiled an attempt by rebels to kidnap him", "the rebels' bid to kill him"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

TRIES = frozenset(("attempt", "attempts", "bid", "bids", "plot", "plots"))
INFINITIVE = "VB"


def triers_of(verb: Token) -> Iterator[Token]:
    """Yield those who tried to do what the infinitive behind a word for an attempt tells."""
    noun = verb.head
    if verb.tag_ != INFINITIVE or verb.dep_ not in ("acl", "relcl") or noun.lower_ not in TRIES:
        return
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ == "by" and child.i < verb.i:
            yield from (obj for obj in child.children if obj.dep_ == "pobj")
        elif child.dep_ == "poss":
            yield child

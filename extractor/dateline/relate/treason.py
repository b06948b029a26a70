"""Tells treason from a knife: "stabbed the opposition in the back"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

STABS = frozenset({"stab", "stabs"})
STABBING = frozenset({"stabbed", "stabbing"})
# Who or what is betrayed rather than hurt.
BETRAYED = frozenset({
    "it", "us", "party", "nation", "country", "voters", "electorate", "opposition", "revolution", "uprising",
    "rebellion", "resistance", "movement", "army", "alliance", "people", "cause", "coalition", "government",
})  # fmt: skip
MANY = frozenset({"NNS", "NNPS"})
REACH = 8  # words behind the act
KNOWN = frozenset({"the", "our", "their", "its", "your"})


def is_treason(act: Token) -> bool:
    """Whether the back that is stabbed is nobody's: "a stab in the back", "stabbed the rebels in the back".

    A man may be stabbed in the back, and so may two of the guards.
    """
    if not any(word.lower_ == "back" and word.dep_ == "pobj" for word in act.subtree if word.i < act.i + REACH):
        return False
    if act.lower_ in STABS and (act.pos_ == "NOUN" or act.tag_ == "VBZ"):
        return True
    return act.lower_ in STABBING and any(map(_is_betrayed, act.children))


def _is_betrayed(befell: Token) -> bool:
    if befell.lower_ in BETRAYED:
        return True
    if befell.dep_ not in ("dobj", "nsubjpass") or befell.tag_ not in MANY:
        return False
    before = [child for child in befell.lefts if child.dep_ in ("det", "poss", "nummod")]
    return len(before) == 1 and before[0].lower_ in KNOWN

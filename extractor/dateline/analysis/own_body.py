"""Tells what somebody's own body goes through from blows: "he hit his head on the pavement", "is fighting for life"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

HITTING = frozenset(("hit", "hits", "hitting", "struck", "strikes", "striking"))
FIGHTING = frozenset(("fight", "fights", "fighting", "fought", "battling", "battles"))
PARTS = frozenset(("head", "face", "neck", "back", "arm", "hip", "elbow", "knee", "shoulder"))


def hits_own_body(verb: Token) -> bool:
    """Whether somebody hits a part of his own body on something: "struck her head against a wall"."""
    if verb.lower_ not in HITTING:
        return False
    against = any(child.dep_ == "prep" and child.lower_ in ("on", "against") for child in verb.rights)
    objects = (child for child in verb.rights if child.dep_ == "dobj" and child.lower_ in PARTS)
    return against and any(kid.tag_ == "PRP$" for part in objects for kid in part.lefts)


def fights_for_life(word: Token) -> bool:
    """Whether "fighting" is that of the badly hurt: "left a guard fighting for his life"."""
    if word.lower_ not in FIGHTING or word.i + 2 >= len(word.doc) or word.nbor(1).lower_ != "for":
        return False
    for_life = word.nbor(2 + (word.nbor(2).tag_ == "PRP$" and word.i + 3 < len(word.doc)))
    return for_life.lower_ in ("life", "lives")

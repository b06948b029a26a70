"""Tells falls from blows: "he hit his head on the pavement" tells of no attack by him."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

HITTING = frozenset(("hit", "hits", "hitting", "struck", "strikes", "striking"))
PARTS = frozenset(("head", "face", "neck", "back", "arm", "hip", "elbow", "knee", "shoulder"))


def hits_own_body(verb: Token) -> bool:
    """Whether somebody hits a part of his own body on something: "struck her head against a wall"."""
    if verb.lower_ not in HITTING:
        return False
    against = any(child.dep_ == "prep" and child.lower_ in ("on", "against") for child in verb.rights)
    objects = (child for child in verb.rights if child.dep_ == "dobj" and child.lower_ in PARTS)
    return against and any(kid.tag_ == "PRP$" for part in objects for kid in part.lefts)

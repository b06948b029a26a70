"""Turns a participle that the parser takes for what somebody was into what was done to him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import take_place

if TYPE_CHECKING:
    from spacy.tokens import Token

BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


def make_passive(verb: Token) -> None:
    """Let a participle take the place of its "was", with the subject as what it was done to."""
    be = verb.head
    kept = [child for child in be.children if child != verb]
    take_place(verb, be)
    verb.tag_, verb.pos_ = "VBN", "VERB"
    for child in kept:
        child.head = verb
        child.dep_ = {"nsubj": "nsubjpass", "acomp": "advmod"}.get(child.dep_, child.dep_)
    be.head, be.dep_, be.pos_ = verb, "auxpass", "AUX"

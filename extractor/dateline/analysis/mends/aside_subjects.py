"""Mends what the parser makes of an aside about some of those who act: "dozens, some thought to be miners, attacked".

It takes what they are thought to be for the main thing told, those who act for a stray word, and the attack for what
was thought of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import FINITE, take_place
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

HELD_FOR = ("thought", "believed", "said", "known", "suspected", "understood", "reported", "alleged", "rumoured")
STRAY = frozenset({"dep", "nsubj", "npadvmod", "meta"})
PARTS = frozenset({"some", "many", "most", "several", "all", "both", "one", "two", "three", "others"})


def _mend(held: Token) -> None:
    """Make the verb behind the aside the main one, those before the aside its subject, and the aside theirs."""
    some = next((child for child in held.lefts if child.dep_ == "nsubj" and child.lower_ in PARTS), None)
    if some is None or not any(child.dep_ == "xcomp" for child in held.rights):
        return
    edge = some.left_edge.i
    many = next((child for child in held.lefts if child.i < edge and child.dep_ in STRAY and child.i != some.i), None)
    verb = next((child for child in held.rights if child.dep_ == "conj" and child.tag_ in FINITE), None)
    if many is None or verb is None or held.doc[edge - 1].text != "," or verb.nbor(-1).text != ",":
        return
    if any(child.dep_ == "cc" and child.i < verb.i for child in held.rights):
        return
    take_place(verb, held)
    for child in (
        *(left for left in held.lefts if left.i < edge),
        *(right for right in held.rights if right.i > verb.i),
    ):
        child.head = verb
    many.dep_ = "nsubj"
    held.head, held.dep_ = many, "relcl"


ASIDE_SUBJECTS = WordMend(HELD_FOR, _mend)

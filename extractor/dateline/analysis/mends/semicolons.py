"""Mends what the parser makes of two clauses with a semicolon between: "The army blamed rebels; they denied it".

It takes the first for what the second says or thinks; each is told for itself, and the second goes on from the first.
In a list it takes the next for the same as the one before: "a driver; Ana Ruiz, a nurse; and Ben Cole".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import SUBJECTS, take_place
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token


def _mend(joint: Token) -> None:
    """Let the first clause stand where both stood, and the second beside it."""
    second = joint.head
    for child in second.rights:
        if child.dep_ == "appos" and child.left_edge.i == joint.i + 1:
            child.dep_ = "conj"
    before = [child for child in second.lefts if child.i < joint.i]
    first = next((child for child in before if child.dep_ == "ccomp"), None)
    if first is None or not any(child.dep_ in SUBJECTS and child.i > joint.i for child in second.lefts):
        return
    saying = second.head if second.head.i < first.i else None
    take_place(first, second)
    # "The army said rebels fired; they denied it": nobody says that they denied it for them.
    second.head, second.dep_ = (first if saying is None else saying), "conj"
    for child in before:
        if child != first:
            child.head = first
    joint.head = first


SEMICOLONS = WordMend((";",), _mend)

"""Mends which of two clauses is told and which only says when: "a bomb killed two on Friday, a day after rebels met".

Before "officials said" the parser takes the one behind "after" for what is said, hangs the other on it as said too, and
gives it the other's day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import SUBJECTS, take_place
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

MARKS = ("after", "before")


def _mend(mark: Token) -> None:
    """Hang the clause of the "after" on the one that is told before it."""
    timed = mark.head
    if mark.dep_ != "mark" or timed.i < mark.i or timed.dep_ not in ("ccomp", "ROOT"):
        return
    told = next((child for child in timed.lefts if child.dep_ == "ccomp" and child.right_edge.i < mark.i), None)
    if told is None or told.tag_ not in ("VBD", "VBN") or not SUBJECTS & {child.dep_ for child in told.lefts}:
        return
    if not SUBJECTS & {child.dep_ for child in timed.children if child.i > mark.i}:
        return
    between = [
        child for child in timed.lefts if told.i < child.i < mark.i and child.dep_ in ("prep", "punct", "npadvmod")
    ]
    measure = mark.i - 1
    for child in between:
        if child.right_edge.i != measure:  # "a day" before "after" is the measure
            child.head = told
    take_place(told, timed)
    timed.head, timed.dep_ = told, "advcl"


TIMED_CLAUSES = WordMend(MARKS, _mend)

"""Mends a list of objects whose end the parser takes for a subject: "a man who killed his wife, her son and ...".

In "a man accused of killing his wife, her mother and her son was arrested" it has the mother and the son arrested with
the man. A verb has one subject: what stands behind the comma of the list is killed like the wife.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import SUBJECTS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

AND = "and"
CLAUSES = ("acl", "relcl")


def _mend(joint: Token) -> None:
    """Join a second subject that "and" closes to the object with which the description of the first one ends."""
    second = joint.head
    if joint.dep_ != "cc" or second.dep_ not in SUBJECTS or not any(c.dep_ == "conj" for c in second.rights):
        return
    before = second.left_edge.i - 1
    if before < 1 or second.doc[before].text != ",":
        return
    first = next((c for c in second.head.lefts if c.dep_ in SUBJECTS and c.i < before), None)
    clause = next((c for c in first.rights if c.dep_ in CLAUSES), None) if first is not None else None
    objects = (
        []
        if clause is None
        else [t for t in clause.subtree if t.dep_ == "dobj" and t.right_edge.i in (before - 1, before)]
    )
    if objects:
        second.head, second.dep_ = objects[-1], "conj"


OBJECT_LISTS = WordMend((AND,), _mend)

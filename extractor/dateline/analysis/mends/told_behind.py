"""Mends what the parser makes of one told of behind "was" where it is said: "Among the dead was John Poe, Roe said".

It makes him say it, and leaves "was" without a subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import NOUNS, SUBJECTS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

BEING = ("was", "were", "is", "are")
OPENING = frozenset(("prep", "acomp", "advmod", "acl", "attr", "advcl"))


def _mend(verb: Token) -> None:
    """Give the verb the subject behind it that the parser gave to the word of saying."""
    said = verb.head
    if (
        verb.dep_ != "ccomp"
        or said.i <= verb.i
        or any(kid.dep_ in SUBJECTS or kid.dep_ == "expl" for kid in verb.lefts)
    ):
        return
    if not any(kid.dep_ in OPENING for kid in verb.lefts) or any(kid.dep_ in SUBJECTS for kid in verb.rights):
        return
    subjects = [kid for kid in said.children if kid.dep_ == "nsubj"]
    told = next((kid for kid in subjects if kid.left_edge.i == verb.i + 1 and kid.i < said.i), None)
    if told is None:
        return
    if len(subjects) == 1:
        sayer = next((kid for kid in told.rights if _is_sayer(kid, said)), None)
        if sayer is None:
            return
        sayer.head, sayer.dep_ = said, "nsubj"
    told.head = verb


def _is_sayer(word: Token, said: Token) -> bool:
    """Whether the word heads what stands between the last comma and the word of saying."""
    start = word.left_edge.i
    apart = word.dep_ in ("conj", "appos") and word.tag_ in NOUNS and word.doc[start - 1].text == ","
    return apart and word.right_edge.i == said.i - 1


TOLD_BEHIND = WordMend(BEING, _mend)

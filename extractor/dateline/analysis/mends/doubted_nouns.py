"""Mends what the parser makes of "said the attackers were suspected herders": a passive, and herders that were said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import NOUNS, SUBJECTS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

DOUBTS = ("suspected", "alleged", "presumed", "supposed")


def _mend(doubt: Token) -> None:
    """Make the noun behind the word what the subject before it is said to be."""
    noun = doubt.head
    being = next((kid for kid in doubt.lefts if kid.dep_ == "auxpass"), None)
    if doubt.dep_ != "amod" or noun.i <= doubt.i or noun.tag_ not in NOUNS or being is None:
        return
    subject = next((kid for part in (doubt, being) for kid in part.lefts if kid.dep_ in SUBJECTS), None)
    above = noun.head
    if subject is None or noun.dep_ not in ("dobj", "ccomp") or above.i >= subject.i:
        return
    being.head, being.dep_ = above, "ccomp"
    subject.head, subject.dep_ = being, "nsubj"
    noun.head, noun.dep_ = being, "attr"
    for kid in [kid for kid in doubt.lefts if kid.dep_ in ("mark", "punct")]:
        kid.head = being


DOUBTED_NOUNS = WordMend(DOUBTS, _mend)

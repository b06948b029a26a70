"""Mends what the parser makes of who acts behind an aside: "six died after police, backed by troops, opened fire".

It takes "after" for a preposition, the police for what it was after, and the verb for what the dead did too. Two verbs
that no "and" joins are not done by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import FINITE, SUBJECTS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

OPENERS = ("after", "before", "as", "since", "until")
ASIDES = frozenset({"advcl", "acl", "prep", "punct", "appos"})


def _mend(opener: Token) -> None:
    """Make what stands behind the opener the subject of the verb behind the aside."""
    above = opener.head
    noun = next((child for child in opener.rights if child.dep_ == "pobj"), None)
    if opener.dep_ != "prep" or noun is None or above.i > opener.i or noun.tag_.startswith("V"):
        return
    verb = next((child for child in above.rights if child.dep_ == "conj" and child.i > noun.i), None)
    if verb is None or verb.tag_ not in FINITE or verb.nbor(-1).text != ",":
        return
    if any(child.dep_ == "cc" for joined in (above, verb) for child in joined.children):
        return  # "left after lunch, drove home and slept"
    if any(child.dep_ in SUBJECTS for child in verb.lefts):
        return
    aside = [child for child in above.rights if noun.i < child.i < verb.i and child.dep_ in ASIDES]
    opener.head, opener.dep_ = verb, "mark"
    noun.head, noun.dep_ = verb, "nsubj"
    verb.dep_ = "advcl"
    for child in aside:
        child.head = noun
        child.dep_ = "acl" if child.dep_ == "advcl" else child.dep_


CLAUSE_OPENERS = WordMend(OPENERS, _mend)

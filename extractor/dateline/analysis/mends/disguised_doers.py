"""Mends what the parser makes of attackers in disguise: "Gunmen dressed as soldiers attacked a village".

It lets the soldiers attack, as if "as" opened a clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import SUBJECTS, take_place
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

DISGUISED = ("dressed", "disguised", "clad", "posing", "masquerading", "camouflaged")
OBJECTS = frozenset(("dobj", "attr", "dep", "appos"))
TAKEN = frozenset(("pobj", "poss"))  # "a raid by men dressed as soldiers"
NOUNS = ("NOUN", "PROPN")


def _mend(disguised: Token) -> None:
    """Hang what they are dressed as on the disguise, and the verb behind it on who is dressed so."""
    if disguised.i + 2 >= len(disguised.doc):
        return
    mark = disguised.nbor(1)
    verb = mark.head
    if mark.lower_ != "as" or mark.dep_ != "mark" or verb.dep_ != "advcl" or verb.head.i != disguised.i:
        return
    guise = next((child for child in verb.lefts if child.dep_ in SUBJECTS and child.i > mark.i), None)
    doer = _find_doer(disguised)
    if (
        guise is None
        or doer is None
        or doer.dep_ in TAKEN
        or any(child.dep_ in ("aux", "auxpass") for child in disguised.lefts)
    ):
        return
    subject, below = guise.dep_, [child for child in disguised.rights if child.i > verb.i]
    take_place(verb, doer if disguised.dep_ in ("acl", "relcl") else disguised)
    for child in below:
        child.head = verb
    if verb.dep_ in OBJECTS:  # "police said gunmen dressed as soldiers attacked"
        verb.dep_ = "ccomp"
    doer.head, doer.dep_ = verb, subject
    disguised.head, disguised.dep_, disguised.tag_ = doer, "acl", "VBG" if disguised.text.endswith("ing") else "VBN"
    mark.head, mark.dep_ = disguised, "prep"
    guise.head, guise.dep_ = mark, "pobj"


def _find_doer(disguised: Token) -> Token | None:
    """Return the noun right before the disguise that it is told of."""
    if disguised.dep_ in ("acl", "relcl"):
        return disguised.head if disguised.head.pos_ in NOUNS and disguised.head.i < disguised.i else None
    subjects = [child for child in disguised.lefts if child.dep_ == "nsubj" and child.pos_ in NOUNS]
    return subjects[-1] if subjects else None


DISGUISED_DOERS = WordMend(DISGUISED, _mend)

"""Mends what the parser makes of a series of verbs: "men burst into a house, tied up the owner and took his car".

It hangs the second verb on the first as a clause that says how, or takes the first for what is said by the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

from dateline.analysis.mends.grammar import SUBJECTS, take_place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PAST = get_string_id("VBD")
LABELS = np.asarray([get_string_id(label) for label in ("advcl", "ccomp")], np.uint64)
OWN = SUBJECTS | {"mark", "cc", "aux", "auxpass", "expl", "csubj"}  # what a clause of its own has


def mend_verb_series(doc: Doc) -> None:
    """Join each such verb to the first, in order of text; it wants tags and arcs."""
    deps, tags = np.asarray(doc.to_array(["DEP", "TAG"]), np.uint64).T
    for place in np.flatnonzero(np.isin(deps, LABELS) & (tags == PAST)):
        verb = doc[int(place)]
        if verb.dep_ == "advcl" and verb.head.i < verb.i:
            _mend_second(verb)
        elif verb.dep_ == "ccomp" and verb.head.i > verb.i:
            _mend_first(verb)


def _mend_second(verb: Token) -> None:
    """Make a verb behind a comma, which has an object and no subject, one more that the subject does."""
    if verb.head.tag_ == "VBD" and _goes_on(verb) and _has_subject(verb.head):
        verb.dep_ = "conj"


def _mend_first(verb: Token) -> None:
    """Make the first of two such verbs the main one."""
    second = verb.head
    if second.tag_ != "VBD" or not _has_subject(verb) or any(child.dep_ == "mark" for child in verb.lefts):
        return
    if not _goes_on(second) or any(child.dep_ in SUBJECTS for child in second.rights):
        return  # "A gang broke in, said the owner"
    take_place(verb, second)
    second.head, second.dep_ = verb, "conj"


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.lefts)


def _goes_on(verb: Token) -> bool:
    """Whether the verb stands right behind a comma, has an object and no clause words of its own."""
    before = verb.i - 1
    while before > 0 and verb.doc[before].dep_ == "advmod" and verb.doc[before].head == verb:
        before -= 1
    if before <= 0 or verb.doc[before].text != "," or any(child.dep_ in OWN for child in verb.lefts):
        return False
    return any(child.dep_ == "dobj" for child in verb.rights)

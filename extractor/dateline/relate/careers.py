"""Tells what a group has done in all its time from the act that a story is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import PERFECT, auxiliaries, load_cues
from dateline.relate.habits import DAYS

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE = frozenset(("which", "who"))
SOUGHT = frozenset(("wanted", "sought", "suspected", "suspect", "linked", "tied", "implicated"))
BESIDES = frozenset(("also", "other", "further", "more", "previous", "earlier", "separate", "additional", "unrelated"))
SOUGHT_REACH = 5  # words up the tree: "wanted in connection with two murders"
CLIMB = 3  # verbs joined to the one that has the subject: "which has bombed, kidnapped and killed"
FRESH = frozenset(("since", "now", "already", "just", "later"))  # "who have since been freed"


def is_of_career(verb: Token) -> bool:
    """Whether a clause behind a comma only says what a body is known for: "ETA, which has killed more than 800".

    Or what else somebody is sought for: "he is also wanted in connection with two murders".
    """
    if verb.tag_ == "NNS" and _is_sought_besides(verb):
        return True
    clause = verb
    for _ in range(CLIMB):
        if clause.dep_ != "conj":
            break
        clause = clause.head
    if clause.dep_ != "relcl" or not PERFECT.intersection(auxiliaries(clause)):
        return False
    subject = next((kid for kid in clause.lefts if kid.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in RELATIVE or subject.i == 0 or subject.nbor(-1).text != ",":
        return False
    if any(word.lower_ in DAYS or word.lower_ in FRESH for word in clause.subtree):
        return False  # "the gunmen, who have since killed two"
    return _is_body(clause.head)


def _is_sought_besides(acts: Token) -> bool:
    """Whether a man is wanted or suspected of more than what was told of him; "the deaths of four men" are told."""
    if any(kid.lower_ in ("the", "those", "these") for kid in acts.lefts):
        return False
    word = acts
    for _ in range(SOUGHT_REACH):
        word = word.head
        if word.lower_ in SOUGHT:
            near = (*word.children, *word.head.children, *acts.lefts)
            return any(kid.lower_ in BESIDES for kid in near)
    return False


def _is_body(noun: Token) -> bool:
    """Whether it names a group, or is the word for one that was told of: "the Tigers", "the movement"."""
    known = any(kid.lower_ in ("the", "this", "that") for kid in noun.lefts)
    if noun.lower_ in load_cues("groups"):
        return known
    return noun.pos_ == "PROPN" and noun.ent_type_ not in ("PERSON", "GPE", "LOC", "FAC", "EVENT", "DATE")

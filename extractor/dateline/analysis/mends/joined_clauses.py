"""Mends what the parser makes of a second clause behind a place or a day: "shot two in Jos and a bomb killed four".

It takes the subject of the second for another such place ("Jos and a bomb"), and its verb for one more that the first
subject did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import FINITE, SUBJECTS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACED = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
BETWEEN = frozenset({"aux", "auxpass", "advmod", "neg"})  # arcs of what stands between the subject and its verb
COMMON = frozenset({"NN", "NNS"})  # tags of a subject: "five wounded" has none, and a name may be one more place


def _mend(joint: Token) -> None:
    """Give the verb behind "and" and a noun that noun for its subject, and a second clause its place."""
    first = joint.head
    if joint.dep_ != "cc" or first.i > joint.i:
        return
    _hang_place(first)
    noun = next((child for child in first.rights if child.dep_ == "conj" and child.left_edge.i == joint.i + 1), None)
    if noun is None or noun.tag_ not in COMMON:
        return
    verb = _verb_behind(noun)
    if verb is None or not _may_have(verb, first, joint):
        return
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    joint.head = verb.head
    verb.dep_ = "conj"
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _hang_place(first: Token) -> None:
    """Hang a place behind a second clause on its verb: "shells hit a hut in A and a sniper shot a girl of six in B"."""
    if first.pos_ != "VERB":
        return
    joined = next((child for child in first.rights if child.dep_ == "conj" and child.pos_ == "VERB"), None)
    if joined is None or not any(child.dep_ in SUBJECTS for child in joined.lefts):
        return
    for prep in first.rights:
        if prep.dep_ == "prep" and prep.i > joined.i and any(kid.ent_type_ in PLACES for kid in prep.rights):
            prep.head = joined


def _verb_behind(noun: Token) -> Token | None:
    """Return the verb right behind the noun and what describes it, None where none stands there."""
    end = noun.right_edge.i + 1
    if end >= len(noun.doc):
        return None
    word = noun.doc[end]
    while word.dep_ in BETWEEN and word.head.i > word.i:
        word = word.head
    return word if word.pos_ in ("VERB", "AUX") else None


def _may_have(verb: Token, first: Token, joint: Token) -> bool:
    """Whether a verb joined to one before the "and" lacks a subject, and the noun behind "and" may be it."""
    left = {child.dep_ for child in verb.lefts}
    if verb.dep_ not in ("conj", "advcl") or verb.head.i > joint.i or left & (SUBJECTS | {"mark", "cc"}):
        return False
    acts = any(child.dep_ == "dobj" for child in verb.rights)
    if verb.tag_ not in FINITE and not acts and not left & {"aux", "auxpass"}:
        return False
    if first.ent_type_ not in PLACED and first.dep_ != "pobj":
        # "Shot two teachers in Jos and a bomb wounded four", where it joins the bomb to the teachers.
        return acts and joint.nbor(-1).ent_type_ in PLACED
    # "Two people were killed in Jos and others wounded": they wounded nobody.
    befell = any(child.dep_ == "auxpass" for child in verb.head.lefts)
    return acts or bool(left & {"aux", "auxpass"}) or not befell


JOINED_CLAUSES = WordMend(("and", "but"), _mend)

"""Mends what the parser makes of a described subject: "a boy stabbed to death on Friday has been named".

It takes the description for a clause that is the subject of the verb, which a bare participle never is: the boy is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

from dateline.analysis.mends.grammar import take_place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = {"csubj": "nsubj", "csubjpass": "nsubjpass", "nsubj": "nsubj", "nsubjpass": "nsubjpass"}
BEHIND = ("conj", "advcl", "dep")  # how a death may hang on what befell somebody
# The numbers of the tags of participles, and of what the parser makes of them.
TAGS = np.asarray([get_string_id(tag) for tag in ("VBN", "VBD", "VBG")], np.uint64)
LABELS = np.asarray([get_string_id(label) for label in (*SUBJECTS, "ccomp", *BEHIND)], np.uint64)
# Participles that the tagger takes for a past tense; who "said" or "heard" something did so.
# fmt: off
BEFALLEN = frozenset((
    "found", "shot", "stabbed", "killed", "hit", "struck", "held", "wounded", "injured", "murdered", "beaten",
    "arrested", "seized", "kidnapped", "abducted", "rescued", "attacked", "caught", "hurt", "bombed", "detained",
))
# fmt: on
DYING = frozenset(("died", "dies"))
COPULAS = frozenset(("was", "were"))
PERFECT = frozenset(("had", "have", "has"))
BOUND = frozenset(("aux", "auxpass", "mark", "nsubjpass"))  # what a clause of its own has


def mend_clause_subjects(doc: Doc) -> None:
    """Mend each such clause, in order of text; it wants tags and arcs."""
    deps, tags = np.asarray(doc.to_array(["DEP", "TAG"]), np.uint64).T
    for place in np.flatnonzero(np.isin(deps, LABELS) & np.isin(tags, TAGS)):
        token = doc[int(place)]
        if token.dep_ in (*BEHIND, "ccomp") and token.head.i < token.i and token.lower_ in DYING:
            _mend_death(token)
        elif token.dep_ in BEHIND:
            continue
        elif token.dep_ == "ccomp" and token.head.i < token.i:
            _mend_verb(token)
            _mend_said(token)
        else:
            _mend(token)


def _mend_verb(verb: Token) -> None:
    """Make a verb without a subject the main one: in "a body found in a flat has been identified", the second.

    So too in "said the woman killed was Ana Ruiz".
    """
    participle = verb.head
    left = {child.dep_ for child in verb.lefts}
    equated = _equates(verb)
    if not ("auxpass" in left or equated) or left & {"nsubj", "nsubjpass", "mark", "expl"}:
        return
    noun = _described(participle)
    if noun is None or participle.dep_ not in ("ROOT", "ccomp") or participle.head.i > verb.i:
        return
    take_place(verb, participle)
    noun.head, noun.dep_ = verb, "nsubj" if equated else "nsubjpass"
    participle.head, participle.dep_ = noun, "acl"
    for child in [child for child in participle.rights if child.i > verb.i]:
        child.head = verb


def _mend_death(verb: Token) -> None:
    """Make a death the main clause behind what befell somebody: "one of two officers shot on Friday has died"."""
    participle = verb.head
    noun = _described(participle)
    left = {child.dep_ for child in verb.lefts}
    if noun is None or left & {"nsubj", "nsubjpass", "mark", "cc", "expl"} or participle.dep_ not in ("ROOT", "ccomp"):
        return
    if any(child.dep_ in ("dobj", "cc") or child.text in ",;" for child in participle.rights if child.i < verb.i):
        return  # "One shot himself and died"
    take_place(verb, participle)
    noun.head, noun.dep_ = verb, "nsubj"
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"
    for child in [child for child in participle.rights if child.i > verb.i]:
        child.head = verb


def _mend_said(verb: Token) -> None:
    """Make the verb behind a description the one that is said: "soldiers fleeing through Pell had raped 12 women".

    The parser takes both for clauses of the saying, and the verb for one without a subject. So too in "said the woman
    killed in the blast was Ana Ruiz".
    """
    said, left = verb.head, {child.dep_ for child in verb.lefts}
    if left & {"nsubj", "nsubjpass", "mark", "expl", "auxpass", "cc"}:
        return
    equated = _equates(verb)
    if not (equated or any(child.dep_ == "aux" and child.lower_ in PERFECT for child in verb.lefts)):
        return
    clauses = [child for child in said.rights if child.dep_ == "ccomp" and child.i < verb.i]
    described = clauses[-1] if clauses else None
    if described is None or any(child.dep_ in BOUND for child in described.lefts):
        return
    if described.tag_ != "VBG" and not (equated and described.lower_ in BEFALLEN):
        return
    nouns = [child for child in described.lefts if child.dep_ == "nsubj"]
    if len(nouns) == 1 and nouns[0].tag_ in ("NN", "NNS", "NNP", "CD"):
        nouns[0].head = verb
        described.head, described.dep_ = nouns[0], "acl"


def _equates(verb: Token) -> bool:
    return verb.lower_ in COPULAS and any(child.dep_ == "attr" for child in verb.rights)


def _described(participle: Token) -> Token | None:
    """Return whom a bare participle describes, though the parser makes him its subject; None for a verb."""
    leaving = participle.tag_ == "VBG" and participle.dep_ == "csubj"  # "soldiers leaving the town had raped 12"
    if participle.tag_ != "VBN" and participle.lower_ not in BEFALLEN and not leaving:
        return None
    if any(child.dep_ in BOUND for child in participle.children):
        return None
    nouns = [child for child in participle.lefts if child.dep_ == "nsubj"]
    return nouns[0] if len(nouns) == 1 and nouns[0].tag_ in ("NN", "NNS", "NNP", "CD") else None


def _mend(participle: Token) -> None:
    """Make the one described the subject, and the participle what describes him."""
    noun, verb = _described(participle), participle.head
    if (
        noun is None
        or verb.tag_ not in ("VBN", "VBD", "VBZ", "VBP", "VBG")
        or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children if child != participle)
    ):
        return
    suffers = any(child.dep_ == "auxpass" for child in verb.lefts)
    # "Ana Ruiz, kidnapped in May, was freed".
    relation = SUBJECTS.get(participle.dep_, "nsubjpass" if suffers else "nsubj")
    noun.head, noun.dep_ = verb, relation
    participle.head, participle.dep_ = noun, "acl"

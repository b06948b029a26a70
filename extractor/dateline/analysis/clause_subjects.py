"""Mends what the parser makes of a described subject: "a boy stabbed to death on Friday has been named".

It takes the description for a clause that is the subject of the verb, which a bare participle never is: the boy is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSE_SUBJECTS = "dateline_clause_subjects"
SUBJECTS = {"csubj": "nsubj", "csubjpass": "nsubjpass"}
BOUND = frozenset(("aux", "auxpass", "mark", "nsubjpass"))  # what a clause of its own has


class ClauseSubjects:
    """A pipeline component that wants tags and arcs."""

    def __init__(self, nlp: Language) -> None:
        """Keep the numbers of the labels of clauses that are subjects."""
        self.labels = np.asarray([nlp.vocab.strings.add(label) for label in SUBJECTS], np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Mend each such clause, in order of text."""
        for place in np.flatnonzero(np.isin(np.asarray(doc.to_array("DEP"), np.uint64), self.labels)):
            _mend(doc[int(place)])
        return doc


def _mend(participle: Token) -> None:
    """Make the one described the subject, and the participle what describes him."""
    if participle.tag_ not in ("VBN", "VBD") or any(child.dep_ in BOUND for child in participle.children):
        return
    nouns = [child for child in participle.lefts if child.dep_ == "nsubj"]
    if len(nouns) != 1 or nouns[0].tag_ not in ("NN", "NNS", "NNP", "CD"):
        return
    noun, verb = nouns[0], participle.head
    if verb.tag_ not in ("VBN", "VBD", "VBZ", "VBP", "VBG") or any(
        child.dep_ in ("nsubj", "nsubjpass") for child in verb.children
    ):
        return
    noun.head, noun.dep_ = verb, SUBJECTS[participle.dep_]
    participle.head, participle.dep_ = noun, "acl"


@Language.factory(CLAUSE_SUBJECTS)
def make_clause_subjects(nlp: Language, name: str) -> ClauseSubjects:
    """Make the component."""
    return ClauseSubjects(nlp)

"""Mends what the parser makes of the subject behind a dateline: "FORT WORTH, Texas - A guard and two clerks were shot".

It takes the town for the subject and the people for an apposition to it, or for one more subject beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.analysis.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAD_SUBJECTS = "dateline_lead_subjects"
DASHES = ("—", "–", "--", "-")
REACH = 14  # tokens of the longest dateline
SHORTEST = 3  # letters of a town's first word: "CAL" opens none, and "US -" is hardly one
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
# How the parser hangs the true subject on the town.
HUNG = frozenset({"appos", "conj", "dep", "nmod", "npadvmod", "parataxis"})


def _mend(dash: Token) -> None:
    """Give the verb the first noun behind a dateline's dash for the subject that the parser took the town for."""
    start = dash.sent.start
    if not 0 < dash.i - start <= REACH or not dash.nbor(-1).whitespace_ or not _opens_in_capitals(dash.doc[start]):
        return
    town = next((word for word in dash.doc[start : dash.i] if word.dep_ in SUBJECTS and word.head.i > dash.i), None)
    if town is None:
        return
    subject = next((kid for kid in town.rights if kid.i > dash.i), None)
    if subject is None or subject.dep_ not in HUNG or subject.tag_ not in NOUNS or subject.i > town.head.i:
        return
    behind = [kid for kid in town.rights if kid.i > dash.i and kid != subject]  # "and two clerks"
    subject.head, subject.dep_ = town.head, town.dep_
    for kid in behind:
        kid.head = subject
    town.head, town.dep_ = subject, "dep"


def _opens_in_capitals(word: Token) -> bool:
    return len(word) >= SHORTEST and word.text.isupper()


@Language.factory(LEAD_SUBJECTS)
def make_lead_subjects(nlp: Language, name: str) -> WordMend:
    """Make the component; it wants tags and arcs."""
    return WordMend(nlp.vocab.strings, DASHES, _mend)

"""Mends what the parser makes of harm told in two grades: "three people were lightly to moderately wounded".

It takes the "to" between the grades for that of an infinitive: who was hurt is left as somebody who was, and the wound
as what is still to come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.passives import BE, make_passive
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

TO = "to"
GRADE = "ly"  # what both words end in: "lightly to moderately"
INFINITIVES = frozenset({"xcomp", "acomp", "ccomp"})  # arcs of what the parser takes the wound for


def _mend(to: Token) -> None:
    """Make a passive of the verb behind two grades that are joined by "to"."""
    if not 0 < to.i < len(to.doc) - 2 or not _is_between_grades(to):
        return
    verb = to.nbor(2)
    if verb.dep_ in INFINITIVES and verb.head.lower_ in BE and verb.head.i < to.i:
        _make_passive(verb, to)


def _is_between_grades(word: Token) -> bool:
    return word.nbor(-1).lower_.endswith(GRADE) and word.nbor().lower_.endswith(GRADE)


def _make_passive(verb: Token, to: Token) -> None:
    """Let the verb take the place of its "were", with the subject as whom it was done to."""
    make_passive(verb)
    first, second = to.nbor(-1), to.nbor()
    first.head, first.dep_ = verb, "advmod"
    second.head, second.dep_ = first, "conj"
    to.head, to.dep_, to.pos_ = first, "cc", "CCONJ"


GRADED_VERBS = WordMend((TO,), _mend)

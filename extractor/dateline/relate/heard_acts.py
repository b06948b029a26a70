"""Tells an act for which the sentence says somebody is held or tried: "was jailed for 45 years for a murder"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import path_up

if TYPE_CHECKING:
    from spacy.tokens import Token

FOR = frozenset(("for", "over", "of", "in", "with", "after"))
# fmt: off
HEARING = frozenset((
    "sentenced", "jailed", "imprisoned", "convicted", "charged", "arrested", "indicted", "held", "detained",
    "arraigned", "remanded", "apprehended", "caught",
))
# What may stand between the two: "to 45 years in prison", "on suspicion", "in connection with", "on charges of".
BETWEEN = frozenset((
    "years", "year", "months", "month", "life", "prison", "jail", "imprisonment", "suspicion", "connection", "charges",
    "charge", "count", "counts", "role", "part", "parole", "bail", "custody", "term", "terms",
))
# fmt: on
REACH = 8  # words between the act and the verb


def is_heard(head: Token) -> bool:
    """Whether a preposition ties the act to a verb for holding, charging or sentencing somebody."""
    below, tied = head, False
    for count, above in enumerate(path_up(head)):
        if above.i == head.i:
            continue
        if count > REACH or above.i > head.i:
            return False
        if above.dep_ == "prep":
            tied = tied or above.lower_ in FOR
            if below.dep_ not in ("pobj", "pcomp"):
                return False
        elif above.lower_ in HEARING and above.pos_ == "VERB":
            return tied
        elif above.lower_ not in BETWEEN:
            return False
        below = above
    return False

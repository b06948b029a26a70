"""Tells an act for which the sentence says somebody is held or tried: "was jailed for 45 years for a murder"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import load_cues, path_up

if TYPE_CHECKING:
    from spacy.tokens import Token

FOR = frozenset(("for", "over", "of", "in", "with", "after"))
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
        elif above.lower_ in load_cues("heard") and above.pos_ == "VERB":
            return tied
        elif above.lower_ not in load_cues("heard_between"):
            return False
        below = above
    return False

"""Tells an act that the words tell only as what another answers, or as what another came after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import path_up

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words for what answers an earlier act: "in retaliation for the killing".
# fmt: off
ANSWERS = frozenset((
    "retaliation", "revenge", "reprisal", "reprisals", "response", "vengeance", "retribution", "reaction", "payback",
    "avenge", "avenging", "avenged", "retaliate", "retaliating", "retaliated", "anniversary",
))
# fmt: on
ARRIVALS = frozenset(("come", "comes", "came", "coming", "follow", "follows", "followed"))
TIME_UNITS = frozenset(("hours", "hour", "day", "days", "week", "weeks", "month", "months", "year", "years"))
# What follows later from the same act: "died two days after he was shot".
OUTCOMES = frozenset(("died", "dies", "die", "dead", "found", "succumbed", "discovered", "recovered", "released"))


def is_earlier_matter(head: Token) -> bool:
    """Whether the act is told as what another answers or comes after: "in revenge for", "days after the raid"."""
    below = head
    for above in path_up(head):
        if above.i == below.i:
            continue
        linked = below.dep_ in ("pobj", "dobj", "pcomp", "advcl", "relcl", "acl", "prep", "ccomp", "conj")
        if not linked and below.dep_ not in ("nsubj", "compound", "oprd", "attr", "appos", "acomp", "nsubjpass"):
            return False
        if above.lower_ in ANSWERS and below.dep_ in ("prep", "dobj"):
            return True
        if _comes_after(below, above):
            return True
        below = above
    return False


def _comes_after(below: Token, above: Token) -> bool:
    """Whether "days after" leads to `below`, or "comes after", or "on the same day that"."""
    if below.dep_ == "relcl" and above.lower_ == "day":
        return any(child.lower_ == "same" for child in above.lefts)
    after = below if below.lower_ in ("after", "following", "since") and below.dep_ == "prep" else None
    if below.dep_ == "advcl":
        after = next((child for child in below.lefts if child.dep_ == "mark" and child.lower_ == "after"), None)
    if after is None or above.lower_ in OUTCOMES:
        return False
    measured = any(child.dep_ == "npadvmod" and child.lower_ in TIME_UNITS for child in (*after.lefts, *below.lefts))
    return measured or above.lower_ in ARRIVALS

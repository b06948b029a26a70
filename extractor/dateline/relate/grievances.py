"""Finds what people are out about, which is no sign of a figure of speech: "blocked a road over the price of bread"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import load_cues
from dateline.relate.earlier_matters import BLOCKING, CAUSES

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
# What people in anger do to a place; what else they do may be a figure of speech: "clashed over the price".
ANGRY = BLOCKING | frozenset((
    "besieged", "besiege", "besieging", "gheraoed", "stoned", "pelted", "looted", "torched", "rioted", "stormed",
    "padlocked", "occupied",
))
# What those who stop work put down or strike: "struck work", "downed their shutters".
STOPPED = frozenset(("work", "tools", "shutters"))
STOPPING = frozenset(("struck", "strike", "striking", "downed", "down", "downing", "laid", "stopped"))
# fmt: on


def is_stoppage(act: Token) -> bool:
    """Whether its words say that people stop work, block a way or break in: what they do in anger over something."""
    if act.lower_ in STOPPING:
        return any(child.lower_ in STOPPED and child.dep_ == "dobj" for child in act.children)
    return act.lower_ in ANGRY


def list_grievances(act: Token) -> set[str]:
    """Return the words for what people are out on the streets about: "marched against the budget"."""
    causes = (kid for child in act.children if child.lower_ in CAUSES for kid in child.children)
    return {kid.lower_ for kid in causes} & load_cues("grievances")

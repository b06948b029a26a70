"""Tells where a sentence opens with the town of what is said in it: "In Herat, police said a bomb killed two"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from dateline.relate.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

# Those who speak where they are of what was done there; a ministry or a mission speaks of far acts too.
# fmt: off
NEARBY_SAYERS = frozenset({
    "activists", "authorities", "commander", "commissioner", "doctors", "firefighters", "governor", "mayor", "media",
    "medics", "officer", "officers", "official", "officials", "paramedics", "police", "prosecutors", "rescuers",
    "residents", "sheriff", "villagers", "witnesses",
})
# fmt: on
PLACES = frozenset({"GPE", "LOC"})
OPENING = frozenset({"in", "at", "near", "outside", "around"})
ADDED = frozenset({"and", "but", "meanwhile", "also", "separately", "elsewhere", ","})  # before the place


def opens_for_what_is_said(place: Token, saying: Token, acts: Collection[int]) -> bool:
    """Whether the place opens the sentence and the clause that is said tells an act without a place of its own.

    Args:
        place: the head of its name.
        saying: the verb of saying that it hangs on.
        acts: numbers of the words for acts.
    """
    lead = place
    while lead.head.i not in (saying.i, lead.i):
        lead = lead.head
    if lead.dep_ != "prep" or lead.lower_ not in OPENING or lead.i > saying.i:
        return False
    if any(word.lower_ not in ADDED for word in place.doc[place.sent.start : lead.i]):
        return False
    sayers = [child for child in saying.lefts if child.dep_ in SUBJECTS and child.i > place.i]
    if not any(sayer.lower_ in NEARBY_SAYERS for sayer in sayers):
        return False
    told = next((child for child in saying.rights if child.dep_ == "ccomp"), None)
    if told is None or not any(word.i in acts for word in (told, *told.conjuncts)) or _goes_on(told, acts):
        return False
    return not any(word.ent_type_ in PLACES and word.dep_ == "pobj" for word in told.subtree)


def _goes_on(told: Token, acts: Collection[int]) -> bool:
    """Whether an act known by then does it, wherever it was: "officials said the attack had killed two"."""
    doers = (child for child in told.lefts if child.dep_ in SUBJECTS and child.i in acts)
    return any(child.lower_ in ("the", "this", "that") for doer in doers for child in doer.lefts)

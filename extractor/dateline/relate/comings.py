"""Tells acts that somebody gives notice of or is about to do: "notice of a strike", "are set to stage a march"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NOTICES = frozenset({"notice", "notices", "notification"})
# Before an infinitive: what they govern is still to be done.
# fmt: off
DUE = frozenset((
    "set", "due", "poised", "slated", "scheduled", "decided", "resolved", "voted", "preparing", "gearing", "readying",
    "threatening", "threatened", "planning", "planned",
))
DECLARING = frozenset(("declared", "declare", "declares", "declaring", "called", "announced", "proclaimed"))
# fmt: on
CONDITIONS = frozenset({"unless", "if"})


def is_to_come(act: Token) -> bool:
    """Whether the noun at `act` is what somebody announces or is set to do, and no more."""
    above = act.head
    if act.dep_ == "pobj" and above.head.lower_ in NOTICES:
        return True
    if act.dep_ != "dobj":
        return False
    if above.lower_ in DECLARING and any(map(_is_condition, above.children)):
        return True
    while above.dep_ == "conj" and above.tag_ == "VB":  # "decided to besiege the hall and hold a march"
        above = above.head
    open_end = any(child.lower_ == "to" and child.dep_ == "aux" for child in above.lefts)
    return open_end and above.dep_ in ("xcomp", "ccomp", "advcl") and above.head.lower_ in DUE


def _is_condition(clause: Token) -> bool:
    """Whether a clause tells on what terms a strike will be held: "unless fares are raised"."""
    return clause.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in clause.lefts)

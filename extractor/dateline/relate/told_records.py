"""Tells what somebody blamed did before from what he is blamed for: "suspect the front, which bombed a bank in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import ActorKind, Stance
from dateline.relate.agents import AGENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import StanceMention

BODIES = frozenset((ActorKind.ARMED_GROUP, ActorKind.CRIMINAL, ActorKind.STATE))
BEFORE = frozenset(("has", "had", "have", "previously", "earlier", "before", "already", "often", "also"))
TIMES = frozenset(("DATE", "TIME"))


def is_of_record(doc: Doc, stance: StanceMention, heads: Sequence[Token]) -> bool:
    """Whether the acts at `heads` only say what the one blamed did at another time, so that the blame is for another.

    They stand in a relative clause of the body, which tells its own time.
    """
    if stance.rule == AGENT or stance.stance is Stance.REPORTED or stance.actor.kind not in BODIES:
        return False
    body = doc[stance.actor.head]
    nouns = (body, *(child for child in body.children if child.dep_ == "appos"))
    clauses = [child for noun in nouns for child in noun.rights if child.dep_ == "relcl" and child.i > stance.head]
    return any(_tells_time(clause) and all(head in clause.subtree for head in heads) for clause in clauses)


def _tells_time(clause: Token) -> bool:
    return any(word.lower_ in BEFORE or word.ent_type_ in TIMES for word in clause.subtree)

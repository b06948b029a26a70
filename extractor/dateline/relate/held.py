"""Tells of those held whether they were let go, are kin of somebody harmed, or drove at people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import EventType
from dateline.relate.agents import VERBAL, is_passive
from dateline.relate.clauses import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.relate.cues import Scene

KILLINGS = (EventType.ATTACK, EventType.SHOOTING, EventType.STABBING, EventType.BEATING, EventType.ARSON)
DRIVERS = frozenset(("driver", "drivers", "motorist"))
FREED = frozenset(("released", "freed"))


def are_freed(arrest: Token) -> bool:
    """Whether those held were let go: "was arrested and later released", "a man held over it was freed"."""
    after = (*(kid for kid in arrest.children if kid.dep_ == "conj"), arrest.head.head)
    return any(word.lower_ in FREED and word.pos_ in VERBAL and not is_negated(word) for word in after)


def is_kin(scene: Scene, head: Token, arrest: Token) -> bool:
    """Whether it is somebody of a victim told of: "her husband has been arrested", not "rebels seized her son"."""
    actor = scene.by_head.get(head.i)
    harmed = any(index < arrest.i and act.type in KILLINGS for index, act in scene.acts.items())
    if actor is None or actor.rule != "noun:people" or not harmed or not is_passive(arrest):
        return False
    return any(kid.dep_ == "poss" and kid.lower_ in ("her", "his", "their") for kid in head.lefts)


def is_rammer(scene: Scene, head: Token) -> bool:
    """Whether those held drove what was told to have been driven at people: "the driver was arrested"."""
    return head.lower_ in DRIVERS and any(
        act.type is EventType.VEHICLE_RAMMING and index < head.i for index, act in scene.acts.items()
    )

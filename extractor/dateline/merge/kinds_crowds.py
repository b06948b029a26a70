"""Tells a crowd by its name, and people by what they do: who burns, breaks and loots in a crowd riots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.frames import Reality
from dateline.records import ActorKind, EventType, VictimStatus, WeaponCategory

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.mentions import ActorMention

CROWD = re.compile(
    r"\b(?:crowds?|mobs?|protest[eo]rs?|demonstrators?|rioters?|hooligans?|marchers?|looters?|fans|agitators?|strikers?)\b",
    re.IGNORECASE,
)
BELIEVERS = re.compile(
    r"\b(?:Muslims|Christians|Hindus|Sikhs|Buddhists|Jews|Dalits|Sunnis|Shiites|Catholics|Protestants|Copts)\b"
)

# fmt: off
GUNS = frozenset((
    WeaponCategory.FIREARM, WeaponCategory.HANDGUN, WeaponCategory.RIFLE, WeaponCategory.MACHINE_GUN,
))
# fmt: on


def is_of_crowd(actor: ActorMention, text: str, *, rioting: bool) -> bool:
    """Whether it is a crowd, or people of a faith or stock: "Muslims burned two churches".

    With `rioting`, where the story tells that a crowd rioted, people of any calling are one: "the villagers smashed".
    """
    believers = actor.rule == "people" and BELIEVERS.search(actor.actor) is not None
    if rioting and actor.kind is ActorKind.CROWD:
        return True
    return believers or CROWD.search(actor.span.of(text)) is not None


def is_riot(frames: Sequence[Frame]) -> bool:
    """Whether one of the tellings says in so many words that people rioted: "villagers overturned police cars"."""
    return any(
        trigger.type is EventType.RIOT and frame.reality is Reality.TOLD
        for frame in frames
        for trigger in frame.triggers
    )


def kills_by_shots(frame: Frame) -> bool:
    """Whether a sentence tells people shot dead: "police opened fire on the marchers, killing two"."""
    shots = any(trigger.type is EventType.SHOOTING for trigger in frame.triggers)
    shots |= any(weapon.category in GUNS for weapon in frame.weapons)
    dead = any(harm.status is VictimStatus.KILLED and harm.count and harm.count.best for harm in frame.harms)
    return frame.reality is Reality.TOLD and shots and dead

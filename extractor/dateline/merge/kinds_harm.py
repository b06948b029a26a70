"""Tells what a telling says of murder, of damage told beside the dead, and of threats."""

from __future__ import annotations

from dateline.frames import Frame, Reality
from dateline.mentions import TriggerMention
from dateline.merge.kinds_means import VIOLENT
from dateline.merge.murders import MURDER
from dateline.records import (
    FAMILY,
    PHYSICAL,
    ActorKind,
    Effect,
    EventType,
    Family,
    Stage,
    Stance,
    TargetCategory,
    VictimCategory,
    VictimStatus,
)

DEVICES = frozenset({"trigger:find_bomb", "trigger:plant_bomb", "trigger:make_safe", "trigger:defuse"})
SEIZE = "trigger:seize_people"
KILL = "trigger:kill"
KILLED = frozenset(("killed", "killing", "massacred", "massacring", "slaughtered", "slaughtering"))
SPOILING = ("loot", "ransack", "pillag", "plunder")
GUNMEN = frozenset({ActorKind.CRIMINAL, ActorKind.ARMED_GROUP, ActorKind.INDIVIDUAL})
FIGHTERS = frozenset({
    VictimCategory.MILITARY, VictimCategory.POLICE, VictimCategory.MILITANT, VictimCategory.PERPETRATOR,
    VictimCategory.SECURITY_GUARD,
})  # fmt: skip


def is_threat(frame: Frame) -> bool:
    """Whether a threat to somebody or a foiled plot is told, for which others of the tellings have an arrest.

    A device that is found where somebody was arrested is none.
    """
    if frame.reality is not Reality.TOLD or FAMILY[frame.type] not in VIOLENT | {Family.UNSPECIFIED}:
        return False
    told = (frame.specific or bool(frame.targets)) and not any(t.rule in DEVICES for t in frame.triggers)
    plotted = frame.stage is Stage.FOILED and told
    return plotted or frame.stage is Stage.THREATENED


def is_murder(frame: Frame) -> bool:
    """Whether a telling is of people murdered, or killed by gunmen: "snipers killed five officers at a protest"."""
    if any(trigger.rule == MURDER for trigger in frame.triggers):
        return any(harm.status in PHYSICAL for harm in frame.harms)
    killed = any(harm.status is VictimStatus.KILLED and harm.count and harm.count.best for harm in frame.harms)
    return killed and any(stance.actor.kind in GUNMEN and stance.stance == Stance.REPORTED for stance in frame.stances)


def wrecks_and_kills(frame: Frame) -> bool:
    """Whether a telling of damage, by means that no word names, is of forces or fighters killed too."""
    killed = any(h.status is VictimStatus.KILLED and h.people and h.people.category in FIGHTERS for h in frame.harms)
    return killed and any(trigger.type is EventType.SABOTAGE for trigger in frame.triggers)


def kills_and_spoils(frame: Frame, text: str) -> bool:
    """Whether a telling has people killed, by a verb of its own, beside what was burned or looted.

    "Set fire to a house, killing two" and "an arson attack killed two" tell of those whom the fire killed, and "set
    fire to a house and killed his wife" may; "murdered the mayor and set fire to the town hall" does not.
    """
    kills = [t.span for t in frame.triggers if t.rule == KILL and t.span.of(text).lower() in KILLED]
    murders = [t.span for t in frame.triggers if t.rule == MURDER and not t.noun]
    spoils = [
        t.span
        for t in frame.triggers
        if not t.noun and (t.type is EventType.ARSON or t.span.of(text).lower().startswith(SPOILING))
    ]
    dead = [h for h in frame.harms if h.status is VictimStatus.KILLED and h.count and h.count.best]
    several = any((harm.count.best or 0) > 1 for harm in dead if harm.count)
    sure = [(kill, spoil) for kill in kills for spoil in spoils if several]
    sure += [(murder, spoil) for murder in murders for spoil in spoils]
    pairs = [sorted(pair) for pair in sure]
    return bool(dead) and any(" and " in text[first.end : second.start].lower() for first, second in pairs)


def is_of_craft(trigger: TriggerMention, frame: Frame) -> bool:
    """Whether what was seized is a ship, plane or bus with those aboard: "seized a tanker with its crew"."""
    taken = any(
        link.effect is Effect.TAKEN
        and link.rule == "target:object"
        and link.mention.category is TargetCategory.TRANSPORT_VEHICLE
        for link in frame.targets
    )
    return trigger.rule == SEIZE and taken and all(harm.status is not VictimStatus.KIDNAPPED for harm in frame.harms)

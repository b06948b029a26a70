"""Tells the shots with which forces answer an attacker from those of an act: "the driver was shot dead by soldiers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.frames import Frame, Reality
from dateline.mentions import HarmMention
from dateline.records import PHYSICAL, ActorKind, EventType, VictimCategory

MELEE = frozenset((EventType.STABBING, EventType.VEHICLE_RAMMING))
UNSURE = frozenset((VictimCategory.UNKNOWN, VictimCategory.CIVILIAN, VictimCategory.CHILD))


def with_answered(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return the tellings with the one whom forces shot after he had stabbed or run over others as the attacker."""
    answered = {id(harm) for harm in find_answered(frames)}
    if not answered:
        return tuple(frames)
    return tuple(
        replace(frame, harms=tuple(_of_doer(harm) if id(harm) in answered else harm for harm in frame.harms))
        for frame in frames
    )


def find_answered(frames: Sequence[Frame]) -> tuple[HarmMention, ...]:
    """Return what befell the one attacker whom forces shot after he had stabbed or run over others, () for none.

    Whom anybody else is told to shoot at, or where several were shot, the shots are an act of their own.
    """
    if not any(map(_is_told_melee, frames)):
        return ()
    shot = [harm for frame in frames for harm in frame.harms if _is_shot(harm, frame)]
    shooters = set(_find_shooters(frames))
    doers = [harm.people is not None and harm.people.category is VictimCategory.PERPETRATOR for harm in shot]
    # Of "he grabbed a knife and was shot" the parser may make him the one who shot.
    if (shooters - {ActorKind.STATE} and not all(doers)) or not (shooters or any(doers)):
        return ()
    return tuple(shot) if all(harm.count is None or harm.count.best == 1 for harm in shot) else ()


def _of_doer(harm: HarmMention) -> HarmMention:
    if harm.people is None or harm.count is None or harm.people.category not in UNSURE:
        return harm
    return replace(harm, people=replace(harm.people, category=VictimCategory.PERPETRATOR))


def _is_told_melee(frame: Frame) -> bool:
    return frame.reality is Reality.TOLD and any(trigger.type in MELEE for trigger in frame.triggers)


def _is_shot(harm: HarmMention, frame: Frame) -> bool:
    """Whether the word for what befell somebody is one for shots, or no other act of its sentence has a name."""
    shots = {trigger.head for trigger in frame.triggers if trigger.type is EventType.SHOOTING}
    alone = all(trigger.head in shots or not trigger.specific for trigger in frame.triggers)
    return harm.status in PHYSICAL and bool(shots) and (alone or harm.head in shots)


def _find_shooters(frames: Sequence[Frame]) -> Iterator[ActorKind]:
    for frame in frames:
        shots = {trigger.head for trigger in frame.triggers if trigger.type is EventType.SHOOTING}
        yield from (stance.actor.kind for stance in frame.stances if stance.head in shots or stance.event in shots)

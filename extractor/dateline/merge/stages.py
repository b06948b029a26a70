"""Chooses how far an incident went among what its tellings say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.frames import Frame, Reality
from dateline.mentions import HarmMention
from dateline.merge.fills import Fill
from dateline.merge.kinds import FOLLOWING
from dateline.merge.kinds_harm import is_threat
from dateline.merge.kinds_means import VIOLENT
from dateline.records import FAMILY, PHYSICAL, Effect, EventType, Family, Stage, VictimCategory, VictimStatus
from dateline.spans import merge_spans

LAID = "trigger:plant_bomb"
# Words for what was sent on its way, which may be stopped there.
SENDING = frozenset({"trigger:fire_projectile", "trigger:shelling", "trigger:intercept", "trigger:shoot_down"})
PLANNED = 0.2  # the vote for its being done that a telling gives which only fears or plans it
LITTLE = 0.5  # likewise one that tells of a device that was left, or only of "the attack"
SENT = 0.25  # likewise one that tells only what was fired, where another tells that it was stopped
SPARED = frozenset({VictimStatus.ESCAPED, VictimStatus.UNHARMED})
SHORT = frozenset({Stage.ATTEMPTED, Stage.FOILED})
STRUCK = frozenset({Effect.DAMAGED, Effect.DESTROYED, Effect.TAKEN})


def _weigh_stage(frame: Frame, *, acted: bool) -> float:
    """Return what a telling without harm says of the stage: "the attack" and what only may be say little.

    So do threats, where more was done than threatened (`acted`).
    """
    if frame.reality is not Reality.TOLD and frame.stage is Stage.ACCOMPLISHED:
        return PLANNED
    if frame.stage is Stage.THREATENED and acted:
        return PLANNED
    if frame.stage is Stage.ACCOMPLISHED and all(
        trigger.rule == LAID or not trigger.specific for trigger in frame.triggers
    ):
        # A device that was left, or "the attack", says little of whether it went off.
        return LITTLE
    return 1.0


def _tells_sending(frame: Frame) -> bool:
    """Whether a telling says no more than what was fired: "fired a missile at Arden", not what it hit."""
    sent = any(trigger.rule in SENDING for trigger in frame.triggers)
    return sent and all(trigger.rule in SENDING or not trigger.specific for trigger in frame.triggers)


def _tells_hit(frame: Frame) -> bool:
    """Whether a telling names people or things that were struck."""
    return came_to_harm(frame) or frame.loose_effect in STRUCK or any(link.effect in STRUCK for link in frame.targets)


def came_to_harm(frame: Frame) -> bool:
    """Whether the telling names people whom the act befell, so that it was no mere attempt."""
    short = frame.stage in SHORT
    return any(
        harm.status not in SPARED
        and (harm.count is None or harm.count.best)
        and not (short and (harm.status is VictimStatus.ARRESTED or _is_attacker(harm)))
        for harm in frame.harms
    )


def _is_attacker(harm: HarmMention) -> bool:
    """Whether it befell who would do it: "the bomber was shot before he could enter", "blew himself up too soon"."""
    return harm.people is not None and harm.people.category is VictimCategory.PERPETRATOR


def _tells_deed(frame: Frame) -> bool:
    """Whether a telling names an act that was done: "robbed the bank and threatened to shoot the clerk"."""
    done = frame.reality is Reality.TOLD and frame.stage is Stage.ACCOMPLISHED
    return done and frame.type not in FOLLOWING and (frame.specific or came_to_harm(frame))


def _fails_to_seize(frame: Frame, kind: EventType | None) -> bool:
    """Whether a telling says that nobody was taken in spite of harm: "tried to hijack a plane, wounding a pilot"."""
    seizing = kind is not None and frame.type is kind and FAMILY[kind] is Family.SEIZURE
    return (
        seizing
        and frame.stage in SHORT
        and all(harm.status in PHYSICAL or harm.status in SPARED for harm in frame.harms)
    )


def _only_follows(frame: Frame, frames: Sequence[Frame], kind: EventType | None) -> bool:
    """Whether a telling is of an arrest after the act, which others tell, and says nothing of how far that went."""
    others = any((other.specific or is_threat(other)) and other.type not in FOLLOWING for other in frames)
    return frame.type in FOLLOWING and kind is not None and kind not in FOLLOWING and others


def _tells_plotters(frames: Sequence[Frame]) -> bool:
    """Whether people were caught who had only planned the act: "held two men who were preparing to bomb a church"."""
    acts = [frame for frame in frames if frame.specific and frame.type not in FOLLOWING]
    held = any(h.status is VictimStatus.ARRESTED for f in frames for h in f.harms if f.reality is Reality.TOLD)
    undone = all(frame.reality is Reality.POSSIBLE or frame.stage is Stage.FOILED for frame in acts)
    undone = undone and not any(frame.stage is Stage.THREATENED for frame in acts)
    return (
        held
        and bool(acts)
        and undone
        and any(FAMILY[frame.type] in VIOLENT for frame in acts)
        and not any(h.status in PHYSICAL and (h.count is None or h.count.best) for frame in frames for h in frame.harms)
    )


def choose_stage(frames: Sequence[Frame], kind: EventType | None = None) -> Fill[Stage]:
    """Let the tellings vote on how far the act went; harm done says that it was accomplished."""
    votes: dict[Stage, float] = defaultdict(float)
    caught = kind not in FOLLOWING and _tells_plotters(frames)
    stopped = any(frame.stage is Stage.FOILED for frame in frames) and not any(map(_tells_hit, frames))
    acted = any(map(_tells_deed, frames))
    for frame in frames:
        if caught and (frame.type in FOLLOWING or frame.reality is Reality.POSSIBLE or not frame.specific):
            votes[Stage.FOILED] += 1.0
            continue
        if _only_follows(frame, frames, kind):
            continue
        if stopped and frame.stage is Stage.ACCOMPLISHED and _tells_sending(frame):
            votes[Stage.ACCOMPLISHED] += SENT
            continue
        harmed = came_to_harm(frame) and not _fails_to_seize(frame, kind)
        votes[Stage.ACCOMPLISHED if harmed else frame.stage] += 2 if harmed else _weigh_stage(frame, acted=acted)
    best = max(votes, key=lambda stage: (votes[stage], stage is Stage.ACCOMPLISHED))
    spans = merge_spans(t.span for frame in frames if frame.stage is best for t in frame.triggers)
    return Fill(value=best, spans=spans, rules=("stage:vote",), confidence=votes[best] / sum(votes.values()))

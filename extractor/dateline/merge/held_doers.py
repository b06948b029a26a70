"""Holds for accused whom the story tells arrested for its crime: "Ben Cole, 35, gave himself up on Sunday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.find.actor_persons import make_person
from dateline.frames import Frame, Reality
from dateline.mentions import ActorMention, HarmMention, StanceMention
from dateline.merge.arrests import CRIMES, FEW
from dateline.merge.same_people import is_same_name
from dateline.records import FAMILY, ActorKind, EventType, Stance, VictimCategory, VictimStatus

RULE = "stance:accused"
# In these whoever is near may be held; single persons are for other crimes.
NOT_CRIMES = frozenset({EventType.ARMED_CLASH, EventType.AIRSTRIKE, EventType.SHELLING, EventType.ATTACK})
ANYBODY = frozenset({VictimCategory.UNKNOWN, VictimCategory.CIVILIAN, VictimCategory.PERPETRATOR, VictimCategory.CHILD})
HARMED = frozenset({VictimStatus.KILLED, VictimStatus.KIDNAPPED, VictimStatus.RELEASED})

SINGLED_OUT = 3  # people held, up to which they are those who did it and not a round-up of suspects
ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
ABUSE = frozenset({EventType.BEATING, EventType.TORTURE, EventType.EXECUTION})


def with_held(frames: Sequence[Frame], event_type: EventType, text: str) -> list[Frame]:
    """Return the tellings, those by which somebody is held who has no part yet with a statement of it.

    That is who is held by name, and where nobody else is told to have done it, "a man of 40" as well.
    """
    if FAMILY[event_type] not in CRIMES or event_type in NOT_CRIMES:
        return list(frames)
    held = [
        harm.count.best or 0 for f in frames for harm in f.harms if harm.status is VictimStatus.ARRESTED and harm.count
    ]
    if max(held, default=0) > FEW:
        return list(frames)
    # Of those beaten somebody may be told to have been handcuffed.
    harmed = HARMED | ({VictimStatus.INJURED} if event_type in ABUSE else frozenset())
    known = [stance.actor.actor for frame in frames for stance in frame.stances if stance.actor.named]
    known += [
        harm.people.name
        for frame in frames
        for harm in frame.harms
        if harm.people is not None and harm.people.name and harm.status in harmed
    ]
    made: list[Frame] = []
    unknown = not any(stance.actor.kind is not ActorKind.STATE for frame in frames for stance in frame.stances)
    for frame in frames:
        stances = tuple(_accuse(frame, known))
        if not stances and unknown:
            stances = tuple(_accuse_unnamed(frame, text))
            unknown = not stances
        known += [stance.actor.actor for stance in stances]
        made.append(replace(frame, stances=(*frame.stances, *stances)) if stances else frame)
    return made


def _accuse(frame: Frame, known: Sequence[str]) -> Iterator[StanceMention]:
    """Yield a statement for each whom a telling names as held, but for those whose part is known."""
    if frame.reality is not Reality.TOLD:
        return
    for harm in frame.harms:
        if not _is_one_held(harm) or harm.people is None or harm.people.name is None:
            continue
        people, name = harm.people, harm.people.name
        if any(is_same_name(name, other) for other in known):
            continue
        yield _make_charge(harm, make_person(people.span, people.head, name))


def _accuse_unnamed(frame: Frame, text: str) -> Iterator[StanceMention]:
    """Yield a statement for those without a name whom a telling holds: "A man of 40 has been arrested"."""
    if frame.reality is not Reality.TOLD:
        return
    for harm in frame.harms:
        people = harm.people
        if harm.status is not VictimStatus.ARRESTED or people is None or people.name is not None or people.is_bare:
            continue
        if people.category in ANYBODY and harm.count is not None and 0 < (harm.count.best or 0) <= SINGLED_OUT:
            person = make_person(people.span, people.head, ARTICLE.sub("", people.span.of(text)))
            yield _make_charge(harm, replace(person, rule="noun:people", named=False))


def _make_charge(harm: HarmMention, actor: ActorMention) -> StanceMention:
    return StanceMention(
        span=harm.span,
        head=harm.head,
        rule=RULE,
        actor=actor,
        stance=Stance.ACCUSED,
        by=harm.by,
        by_span=None,
        event=None,
    )


def _is_one_held(harm: HarmMention) -> bool:
    """Whether one person is told arrested whom no office or trade sets apart from a suspect."""
    people = harm.people
    one = harm.count is not None and harm.count.best == 1
    return harm.status is VictimStatus.ARRESTED and one and people is not None and people.category in ANYBODY

"""Sets aside what an armed group says of its own success, and either side of the other's figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.frames import Frame
from dateline.merge.same_people import is_kin
from dateline.merge.sums import FORCES
from dateline.merge.told import Told
from dateline.records import FROM_AFAR, ActorKind, Count, EventType, Stance, VictimCategory

# A group's word for its own dead, or for the foe's, is no boast where the dead are fighters.
OWN = frozenset((VictimCategory.MILITANT, VictimCategory.PERPETRATOR))

# In the words for a speaker: who fights the forces of a state, and speaks of their dead as of a success.
FIGHTERS = re.compile(
    r"\b(?:rebels?|insurgents?|militants?|guerr?illas?|separatists?|taliban|jihadists?|islamists?|mujahideen)\b",
    re.IGNORECASE,
)


ARMIES = re.compile(
    r"\b(?:army|military|coalition|government|air force|ministry|nato|pentagon|troops|forces|commander|general)\b",
    re.IGNORECASE,
)
HARMLESS = frozenset((VictimCategory.CIVILIAN, VictimCategory.CHILD, VictimCategory.UNKNOWN))


def without_boasts(told: Sequence[Told], frames: Sequence[Frame]) -> list[Told]:
    """Leave out the attackers' own figures beside another source's: "it had killed 47 soldiers", "11 died".

    A figure that the headline or another source gives as well is the article's own.
    """
    boasts = [item for item in told if is_boast(item, frames)]
    return [item for item in told if item not in boasts or not _is_outdone(item, told, boasts)]


def is_boast(item: Told, frames: Sequence[Frame]) -> bool:
    """Whether the armed group that attacked states the figure: "a Taliban spokesman said 20 policemen were killed".

    So does any that fights those of whom it speaks: "the rebels said that they had killed 40 soldiers".
    """
    by = item.harm.by
    if by is None or not item.figure or item.title or item.category in OWN:
        return False
    if item.category in FORCES and FIGHTERS.search(by):
        return True
    said, frame = by.casefold(), frames[item.order]
    claimants = [
        stance.actor.actor.casefold()
        for stance in frame.stances
        if stance.stance == Stance.CLAIMED and stance.actor.kind is ActorKind.ARMED_GROUP
    ]
    # Of two sources in one sentence only the claimant boasts: "15 died, a monitor said, while rebels spoke of 50".
    alone = all(harm.by in (by, None) for harm in frame.harms)
    if claimants and (alone or any(name in said for name in claimants)):
        return True
    return any(
        stance.actor.kind is ActorKind.ARMED_GROUP
        and stance.stance in (Stance.REPORTED, Stance.CLAIMED)
        and stance.actor.named
        and stance.actor.actor.casefold() in said
        for frame in frames
        for stance in frame.stances
    )


def _is_outdone(boast: Told, told: Sequence[Told], boasts: Sequence[Told]) -> bool:
    """Whether others count the same people, and nobody but the attackers gives this figure."""
    rest = [item for item in told if item not in boasts and item.harm.status is boast.harm.status and item.figure]
    if any(item.figure == boast.figure for item in rest):
        return False
    return any(
        is_kin(item.category, boast.category)
        and item.category not in OWN
        and (item.figure or 0) > 1  # one who died is no measure of how many did
        and item.name is None
        and not (item.harm.part or item.adds or item.summing or item.is_vague)
        for item in rest
    )


def split_rivals(told: Sequence[Told], frames: Sequence[Frame]) -> tuple[list[Told], list[Told]]:
    """Return what is told, and what the other side says of people counted before: "40 rebels", "they spoke of six"."""
    kinds = {frame.type for frame in frames}
    from_afar = bool(kinds & FROM_AFAR) and EventType.ARMED_CLASH not in kinds
    kept: list[Told] = []
    rivals: list[Told] = []
    for number, item in enumerate(told):
        own = item.category in OWN and FIGHTERS.search(item.harm.by or "") is not None and not item.harm.part
        is_rival = (item.harm.is_rival or own) and _is_answer(item, told[:number])
        is_rival = is_rival or (from_afar and _is_excuse(item, told[:number]))
        (rivals if is_rival else kept).append(item)
    return kept, rivals


def span_rivals(count: Count, rivals: Sequence[Told]) -> Count:
    """Widen a total to the figures that the other side gave of the same people."""
    figures = [item.figure for item in rivals if item.figure]
    if not figures:
        return count
    return replace(
        count,
        min=min(count.min, *figures) if count.min is not None else None,
        max=max(count.max, *figures) if count.max is not None else None,
    )


def _is_answer(item: Told, before: Sequence[Told]) -> bool:
    """Whether another source has counted the same people."""
    return any(
        other.harm.status is item.harm.status
        and other.figure
        and not (other.title or other.harm.part)
        and other.harm.by not in (None, item.harm.by)
        and is_kin(other.category, item.category)
        for other in before
    )


def _is_excuse(item: Told, before: Sequence[Told]) -> bool:
    """Whether forces call those militants whom their strike killed: "14 villagers died", "it had killed 30 rebels"."""
    by = item.harm.by
    if item.category not in OWN or by is None or ARMIES.search(by) is None or item.harm.part:
        return False
    return any(
        other.harm.status is item.harm.status
        and other.figure
        and not (other.title or other.harm.part)
        and other.harm.by not in (None, by)
        and ARMIES.search(other.harm.by or "") is None
        and other.category in HARMLESS
        for other in before
    )

"""Tells acts apart by how many bombs or guns each is told to have been done with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.merge.clues import own_day
from dateline.records import EventType, Stage

if TYPE_CHECKING:
    from dateline.merge.clues import Clue


def tells_more_arms(mine: Sequence[Clue], theirs: Sequence[Clue]) -> bool:
    """Whether the tellings count more of a means than was told of before: "six bombs exploded", then "nine bombs"."""
    before, now = _count_arms(mine), _count_arms(theirs)
    return any(0 < before.get(category, 0) < count for category, count in now.items())


def brings_day_and_arms(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether a telling brings a day to an act told without one, and more bombs: "on Sunday nine bombs exploded"."""
    return own_day(clue) is not None and not any(map(own_day, group)) and tells_more_arms(group, [clue])


def _count_arms(clues: Sequence[Clue]) -> dict[str, int]:
    """Return the largest exact figure, above one, that the tellings give of each means."""
    most: dict[str, int] = {}
    for weapon in (weapon for clue in clues for weapon in clue.frame.weapons):
        count = weapon.count
        if count is not None and count.best is not None and count.min == count.max and count.best > 1:
            most[weapon.category] = max(most.get(weapon.category, 0), count.best)
    return most


def is_other_device(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether "another bomb" came to another end elsewhere than the one told of: one was defused, one went off."""
    frame = clue.frame
    if not frame.other or not (frame.targets or frame.sites) or frame.type is not EventType.BOMBING:
        return False
    ends = {member.frame.stage for member in group if member.frame.type is EventType.BOMBING}
    return len({*ends, frame.stage}) > 1 and len(ends) == 1 and Stage.FOILED in {*ends, frame.stage}

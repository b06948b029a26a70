"""Keeps what befell people in one town apart from the strike of a whole region in which it fell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.merge.likeness import SURE
from dateline.merge.sameness import PlaceRelation, relate_places
from dateline.records import FINE, EventType, PlacePrecision, VictimStatus

if TYPE_CHECKING:
    from dateline.merge.clues import Clue
    from dateline.records import When

DAYS = 3  # between the day told of a strike and that of an act that is not of it
TOWNS = FINE | {PlacePrecision.ADMIN2}  # districts go by the name of their towns
HURT = frozenset({VictimStatus.KILLED, VictimStatus.INJURED})
OF_STRIKE = frozenset({EventType.STRIKE, EventType.PROTEST, EventType.ARREST})


def is_beside_strike(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the telling is of a riot or of people hurt in a town of its own, or on other days, beside a strike.

    "A shutdown paralysed the valley. In Sopore, a youth was killed when troops opened fire": two happenings.
    """
    if not _is_strike(group) or clue.frame.type in OF_STRIKE:
        return False
    placed = any(member.place is not None for member in group)
    if not _tells_hurt(clue) and not (placed and clue.frame.type in (EventType.RIOT, EventType.ARSON)):
        return False
    if clue.time is not None and clue.times[0][1] >= SURE and _are_of_another_week(group, clue.time.when):
        return True
    towns = [place for place, score in clue.places if score >= SURE and place.place.precision in TOWNS]
    return bool(towns) and all(relate_places(member, clue) is not PlaceRelation.SAME for member in group)


def _is_strike(group: Sequence[Clue]) -> bool:
    """Whether a strike and nobody hurt is told so far."""
    return any(member.frame.type is EventType.STRIKE for member in group) and not any(map(_tells_hurt, group))


def _tells_hurt(clue: Clue) -> bool:
    return any(harm.status in HURT for harm in clue.frame.harms)


def _are_of_another_week(group: Sequence[Clue], when: When) -> bool:
    """Whether all days told of the strike lie some days off: it was not yet, or no longer, on."""
    days = [member.time.when for member in group if member.time is not None]
    return bool(days) and all(max((one.start - when.end).days, (when.start - one.end).days) > DAYS for one in days)

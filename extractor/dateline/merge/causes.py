"""Tells a march or a stoppage from the killing that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.articles import BlockKind
from dateline.merge.clues import Clue, own_day
from dateline.records import FAMILY, ActorKind, EventType, Family, VictimStatus, days_between

DEEDS = frozenset({Family.EXPLOSIVE, Family.ARMED, Family.MELEE, Family.PROPERTY})
MARCHES = frozenset({EventType.PROTEST, EventType.STRIKE})  # over in a day, and about what was done before


def is_of_cause(mine: Sequence[Clue], theirs: Sequence[Clue]) -> bool:
    """Whether one of two groups of tellings, in order of text, tells what the other protests against.

    "Shops were shut on Tuesday over the murder of a trader", who "was shot on Monday night"; "angry locals blocked the
    road with the body".
    """
    if (
        _names_cause(mine, theirs)
        or _is_rising(mine, theirs)
        or _is_rising(theirs, mine)
        or _is_of_mourners(mine, theirs)
        or _is_other_deed(mine, theirs)
    ):
        return True
    if theirs[0].frame.type in MARCHES and _kills(mine):
        return _is_before(mine, theirs) or _is_long_ago(mine, theirs)
    return mine[0].frame.type in MARCHES and _kills(theirs) and _is_before(theirs, mine)


def _is_other_deed(mine: Sequence[Clue], theirs: Sequence[Clue]) -> bool:
    """Whether the later telling is of another kind of deed, on another day than each that the earlier are told of.

    "He was beaten to death on Monday. On Tuesday his brothers set fire to two houses."
    """
    frame = theirs[0].frame
    told = [clue for clue in mine if clue.frame.specific and clue.frame.block is BlockKind.BODY]
    if not told or not frame.specific or frame.definite or frame.pointing or frame.block is not BlockKind.BODY:
        return False
    kinds = {FAMILY[clue.frame.type] for clue in (*told, theirs[0])}
    if not kinds <= DEEDS or FAMILY[frame.type] in {FAMILY[clue.frame.type] for clue in told}:
        return False
    first, second = ([day for day in map(own_day, clues) if day is not None] for clues in (mine, theirs[:1]))
    return bool(first and second) and all(days_between(day, second[0]) >= 1 for day in first)


def _is_before(deed: Sequence[Clue], march: Sequence[Clue]) -> bool:
    """Whether each day that the deed is told of is before each of the march."""
    first, second = ([day for day in map(own_day, clues) if day is not None] for clues in (deed, march))
    return bool(first and second) and max(day.end for day in first) < min(day.start for day in second)


def _is_long_ago(deed: Sequence[Clue], march: Sequence[Clue]) -> bool:
    """Whether the deed is told as history and the march, of which no day is told, is not: "the riots of 1984".

    What one sentence tells of both, "died that day when police fired on marchers", is of one day.
    """
    if march[0].frame.sentence in {clue.frame.sentence for clue in deed if clue.time is not None and _kills([clue])}:
        return False
    days = [clue.time for clue in deed if clue.time is not None]
    fresh = all(clue.time is None and not clue.frame.past_perfect for clue in march)
    return bool(days) and fresh and all(day.is_history for day in days)


def _names_cause(mine: Sequence[Clue], theirs: Sequence[Clue]) -> bool:
    """Whether a sentence tells one as what the other, a march or a stoppage, is against."""
    return any(
        one.frame.sentence == other.frame.sentence
        and one.frame.earlier_matter != other.frame.earlier_matter
        and FAMILY[(other if one.frame.earlier_matter else one).frame.type] is Family.UNREST
        for one in mine
        for other in theirs
    )


def _is_rising(cause: Sequence[Clue], later: Sequence[Clue]) -> bool:
    """Whether the later tellings are of the unrest that all of the others are only told as the cause of.

    "Protests broke out after police shot a vendor. Six officers were hurt in the clashes."
    """
    if not all(clue.frame.cause for clue in cause) or later[0].frame.cause:
        return False
    frame = later[0].frame
    if FAMILY[frame.type] is Family.UNREST or (frame.type is EventType.ARMED_CLASH and frame.pointing):
        return True
    kinds, others = ({stance.actor.kind for one in clues for stance in one.frame.stances} for clues in (later, cause))
    return ActorKind.CROWD in kinds and ActorKind.CROWD not in others  # "Protesters smashed shops"


def _is_of_mourners(mine: Sequence[Clue], theirs: Sequence[Clue]) -> bool:
    """Whether a crowd marches, or blocks a road, where no crowd and no forces had any part in the killing told."""
    frame = theirs[0].frame
    if frame.type not in MARCHES or frame.definite or not _kills(mine) or FAMILY[mine[0].frame.type] is Family.UNREST:
        return False
    if any(one.frame.sentence == frame.sentence for one in mine):
        return False  # "two were shot dead as residents took to the streets"
    killing = {one.frame.sentence for one in mine if _kills([one])}
    if any(FAMILY[one.frame.type] is Family.UNREST and one.frame.sentence in killing for one in mine):
        return False  # "was shot dead during a protest"
    kinds, others = ({stance.actor.kind for one in clues for stance in one.frame.stances} for clues in (theirs, mine))
    return ActorKind.CROWD in kinds and others.isdisjoint((ActorKind.CROWD, ActorKind.STATE))


def _kills(clues: Sequence[Clue]) -> bool:
    """Whether the tellings count dead."""
    harms = (harm for clue in clues for harm in clue.frame.harms)
    return any(harm.status is VictimStatus.KILLED and harm.count is not None and harm.count.best for harm in harms)

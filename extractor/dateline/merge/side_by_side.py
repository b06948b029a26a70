"""Tells apart the acts that one sentence tells of two places: "jets bombed Idlib as rebels shelled Aleppo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.frames import Reality
from dateline.merge.clues import own_day
from dateline.merge.likeness import AFAR
from dateline.merge.sameness import VIOLENT, relate_places
from dateline.records import FAMILY, FROM_AFAR, days_between

if TYPE_CHECKING:
    from dateline.merge.clues import Clue


def is_told_beside(one: Clue, other: Clue) -> bool:
    """Whether two tellings of one sentence are of acts too far from each other to be one."""
    if one.frame.sentence != other.frame.sentence:
        return False
    return _is_answered_elsewhere(one, other) or _is_fire_elsewhere(one, other)


def _is_answered_elsewhere(one: Clue, other: Clue) -> bool:
    """Whether one act comes after another elsewhere: "jets hit Gaza after a rocket hit Sderot".

    From afar, or "on Thursday, a day after a bomb hit a truck in Deraa".
    """
    first, second = one.frame, other.frame
    if first.counted_from == second.counted_from:
        return False
    days = own_day(one), own_day(other)
    of_two_days = days[0] is not None and days[1] is not None and days_between(days[0], days[1]) > 0
    from_afar = first.specific and second.specific and bool({first.type, second.type} & FROM_AFAR)
    return (of_two_days or from_afar) and relate_places(one, other) in AFAR


def _is_fire_elsewhere(one: Clue, other: Clue) -> bool:
    """Whether one side fires from afar at one place while another act is done by others, or in another way, elsewhere.

    "Air strikes killed 31 in Idlib, and insurgents fired mortars into Aleppo."
    """
    first, second = one.frame, other.frame
    if first.type is second.type or not {first.type, second.type} & FROM_AFAR:
        return False
    told = all(
        frame.reality is Reality.TOLD and FAMILY[frame.type] in VIOLENT and (frame.specific or frame.stances)
        for frame in (first, second)
    )
    return told and relate_places(one, other) in AFAR

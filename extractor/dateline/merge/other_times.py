"""Tells acts apart by when they were: what is told of another day, month or year is another act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.merge.cases import ANSWERING
from dateline.merge.clues import name_harmed, own_day, own_spell
from dateline.merge.elsewhere import DYING, names_other_dead, opens_with_time
from dateline.merge.likeness import sure_times, times_of_single
from dateline.merge.sameness import VIOLENT
from dateline.records import FAMILY, PHYSICAL, VictimStatus, days_between

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from dateline.frames import Frame
    from dateline.mentions import HarmMention
    from dateline.merge.clues import Clue

OTHER_TIME = 60  # days; no act is told that far from its own time
OTHER_DAY = 7  # days between two acts that are each told of a day of its own


def is_of_another_time(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words set the telling `OTHER_TIME` or more from each time of the happening.

    Of a happening that has times of which the words are sure only these count; else the words must tell of people
    harmed then.
    """
    theirs = sure_times([clue])
    sure = sure_times(group)
    anew = _counts_anew(clue.frame)
    mine = sure or [time.when for member in group for time, _ in member.times[:1] if anew]
    return bool(theirs and mine) and all(days_between(theirs[0], when) >= OTHER_TIME for when in mine)


def is_of_another_day(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether it is told of a day `OTHER_DAY` or more from each day that the happening's acts are told of."""
    theirs = own_day(clue)
    mine = [day for day in map(own_day, group) if day is not None]
    return theirs is not None and bool(mine) and all(days_between(theirs, day) >= OTHER_DAY for day in mine)


def is_of_another_spell(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether it is told of a month or year in which no act of the happening was: "on Sunday", then "last month"."""
    spell = own_spell(clue)
    names = name_harmed(group)
    if not _counts_anew(clue.frame) and not any(_is_first_named(harm, names) for harm in clue.frame.harms):
        return False  # "the bombing was in revenge for a death in June"
    # The days of a court's case are none of the act.
    acts = [m for m in group if not any(stance.rule in ANSWERING for stance in m.frame.stances)]
    mine = [day for day in map(own_day, acts) if day is not None]
    return spell is not None and bool(mine) and all(days_between(spell, day) > 0 for day in mine)


def opens_at_another_time(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether it, or its scene, opens with a time at which none of the happening was, and tells whom it befell anew.

    "Last week, a man was shot and killed eight blocks away." Of those hurt in the happening it may tell that one died.
    Whom it befell may be told in the next sentence: "In April, raiders attacked a village. That attack left 21 dead".
    What no day is told of is of the day of the news, and a month that a sentence opens with another time.
    """
    frame = clue.frame
    if not clue.times or frame.definite or frame.pointing or frame.block is BlockKind.TITLE:
        return False
    if frame.opened >= 0 and any(member.frame.opened == frame.opened for member in group):
        return False
    if not opens_with_time(clue):
        return False
    anew = _counts_anew(frame) or names_other_dead(group, clue) or (own_spell(clue) is not None and _strikes(frame))
    mine = times_of_single(group)
    if not mine:
        return anew and own_spell(clue) is not None and _counts_unlike(group, clue)
    return anew and all(days_between(clue.times[0][0].when, when) >= 1 for when in mine)


def _counts_unlike(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether it gives other figures than an act of no day of its own: "killing four. In May, a bomb killed 50"."""
    told = [member for member in group if member.tolls and member.frame.block is BlockKind.BODY]
    shared = [(status, figure) for status, figure in clue.tolls.items() if any(status in m.tolls for m in told)]
    return bool(shared) and not any(member.tolls.get(status) == figure for status, figure in shared for member in told)


def _strikes(frame: Frame) -> bool:
    """Whether somebody strikes, and nothing is told yet of whom it befell: "raiders attacked a village"."""
    told = frame.reality is Reality.TOLD and FAMILY[frame.type] in VIOLENT and not frame.harms
    return told and bool(frame.targets or frame.stances) and not all(trigger.noun for trigger in frame.triggers)


def _counts_anew(frame: Frame) -> bool:
    """Whether the words count people harmed then: the dead of "a similar assault in May" are none hurt before."""
    return any(is_counted_anew(harm) or (frame.other and _counts_dead(harm)) for harm in frame.harms)


def _counts_dead(harm: HarmMention) -> bool:
    return harm.status is VictimStatus.KILLED and bool(harm.count and harm.count.best) and not harm.part


def is_counted_anew(harm: HarmMention) -> bool:
    """Whether the words count people harmed then, rather than tell of the death of those hurt before."""
    if not (harm.count and harm.count.best) or harm.part:
        return False
    people = harm.people
    known = people is not None and people.name is not None and people.rule == "people.name"
    return harm.status in PHYSICAL and not harm.rule.startswith(DYING) and not known


def _is_first_named(harm: HarmMention, names: Set[str]) -> bool:
    """Whether somebody is killed whom nothing has named before: "wanted for the March killing of Ana Ruiz"."""
    named = harm.people is not None and harm.people.name is not None and harm.people.name not in names
    return named and harm.status is VictimStatus.KILLED and not harm.part and not harm.rule.startswith(DYING)

"""Tells by its words that a sentence only goes on with the act told last: its day, or the death of one hurt in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.merge.clues import is_later_death, own_day
from dateline.merge.likeness import ALIKE, OTHER_PLACES, relate_types
from dateline.merge.sameness import relate_places
from dateline.records import EventType, VictimStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.merge.clues import Clue

NEXT = 2  # sentences behind a stoppage, or deaths, in which its day, or more bodies, may be told
BODIES = "harm.fatality."


def died_then(last: Clue, clue: Clue) -> bool:
    """Whether the paragraph goes on with the death of the one told of last, which may come days later."""
    here, there = last.frame, clue.frame
    near = here.paragraph == there.paragraph and there.sentence - here.sentence <= 1
    return near and is_later_death(there) and not there.stands_apart


def dates_act(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words only name the act told before, with its day: "in hospital since the attack on Nov. 15"."""
    frame = clue.frame
    if not frame.definite or frame.stands_apart or frame.plural or own_day(clue) is None or clue.time is None:
        return False
    if clue.places or frame.targets or frame.stances or frame.sentence - group[-1].frame.sentence > 1:
        return False
    alike = any(relate_types(member.frame.type, frame.type) in ALIKE for member in group)
    return alike and not clue.time.is_history and not frame.harms


def adds_harmed(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the next sentence counts whom "the blast" harmed in another way than the one before tells, and where.

    "A bomb killed six people at a wedding, officials said. The blast on Monday night wounded nine in Chaparhar."
    """
    frame, last = clue.frame, group[-1].frame
    # "The blast wounded nine": what "the shooting of an officer" is need not be the one told before.
    named = frame.definite and not frame.plural and {trigger.noun for trigger in frame.triggers} == {True, False}
    if not named or frame.block is not BlockKind.BODY or last.block is not BlockKind.BODY:
        return False
    if frame.stands_apart or frame.other or frame.earlier_matter or frame.recalls or frame.several:
        return False
    before = [member for member in group if member.frame.sentence == last.sentence and member.tolls]
    if frame.sentence - last.sentence != 1 or not before or not clue.tolls:
        return False
    if any(member.sums or member.frame.plural or member.frame.recalls for member in before):
        return False
    return all(
        relate_types(member.frame.type, frame.type) in ALIKE
        and relate_places(member, clue) not in OTHER_PLACES
        and clue.tolls.keys().isdisjoint(member.tolls)
        for member in before
    )


def finds_more_dead(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether more bodies of those the act killed are found, on whatever day: "another five were pulled from rubble".

    Not bodies that nothing counts on: "the bodies of three men, shot in the head, were found on Friday".
    """
    frame = clue.frame
    found = [harm for harm in frame.harms if harm.rule.startswith(BODIES)]
    if not found or any(harm not in found and not harm.total for harm in frame.harms):
        return False
    if not (frame.adding or any(harm.total for harm in frame.harms)):
        return False
    # "Another eight bodies", not "Elsewhere, another eight".
    if frame.turns and not any(harm.people and harm.people.span.start == frame.span.start for harm in found):
        return False
    near = 0 <= frame.sentence - group[-1].frame.sentence <= NEXT
    killed = any(VictimStatus.KILLED in member.tolls for member in group)
    return near and killed and relate_places(group[-1], clue) not in OTHER_PLACES


def dates_stoppage(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether it tells of a stoppage of work told before without its day: "a strike ended; they had walked out on"."""
    here = clue.frame
    strikes = [member for member in group if member.frame.type is EventType.STRIKE]
    if here.type is not EventType.STRIKE or not strikes or here.stands_apart or here.other or here.plural:
        return False
    undated = all(member.time is None for member in strikes)
    return undated and here.sentence - strikes[-1].frame.sentence <= NEXT

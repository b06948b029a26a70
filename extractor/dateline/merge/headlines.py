"""Leaves to each act what a headline tells of it: "Three soldiers killed by rebels, ten rebels killed in air raid".

A headline tells of the act that the story opens with, and is one of its tellings. Whom it counts may be those of
another act that the story tells, or those of several acts in sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.merge.clustering import Happening
from dateline.merge.elsewhere import settings
from dateline.merge.likeness import OTHER_PLACES
from dateline.merge.other_dead import tell_others
from dateline.merge.same_people import is_kin
from dateline.merge.sameness import compare_places
from dateline.merge.sums import FORCES
from dateline.records import PHYSICAL, VictimCategory, VictimStatus

if TYPE_CHECKING:
    from dateline.mentions import HarmMention
    from dateline.merge.clues import Clue

COUNTED = PHYSICAL | {VictimStatus.KIDNAPPED}


def share_headlines(happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Return the happenings, those with a headline without whom it counts of other acts."""
    return tuple(
        _leave_others(happening, [other for other in happenings if other is not happening]) for happening in happenings
    )


def _leave_others(happening: Happening, others: Sequence[Happening]) -> Happening:
    mine, theirs = _body(happening.clues), [_body(other.clues) for other in others]
    told = [clues for clues in theirs if any(clue.tolls for clue in clues) and not any(map(_is_history, clues))]
    told = [clues for clues in told if _is_apart(mine, clues)]
    if not told or not any(clue.tolls for clue in mine):
        return happening
    clues = tuple(_leave(clue, mine, told) if clue.frame.harms else clue for clue in happening.clues)
    return happening if clues == happening.clues else replace(happening, clues=clues)


def _is_apart(mine: Sequence[Clue], clues: Sequence[Clue]) -> bool:
    """Whether the words set an act in another town, or apart from the one told before."""
    if clues[0].frame.other or tell_others(mine, clues[:1]):
        return True
    here, there = ([place for clue in group for place in settings(clue)] for group in (mine, clues))
    return bool(here and there) and all(compare_places(one, other) in OTHER_PLACES for one in here for other in there)


def _is_history(clue: Clue) -> bool:
    return clue.frame.recalls or clue.is_history


def _body(clues: Sequence[Clue]) -> list[Clue]:
    return [clue for clue in clues if clue.frame.block is BlockKind.BODY]


def _leave(clue: Clue, mine: Sequence[Clue], others: Sequence[Sequence[Clue]]) -> Clue:
    """Return a headline's telling without whom it counts of the `others`; another telling as it is."""
    if clue.frame.block is not BlockKind.TITLE:
        return clue
    harms = tuple(harm for harm in clue.frame.harms if not _is_of_others(harm, mine, others))
    return clue if len(harms) == len(clue.frame.harms) else replace(clue, frame=replace(clue.frame, harms=harms))


def _is_of_others(harm: HarmMention, mine: Sequence[Clue], others: Sequence[Sequence[Clue]]) -> bool:
    """Whether those counted are another act's, or what this act's and those of others behind it come to."""
    if harm.status not in COUNTED or harm.count is None or not harm.count.best or _is_told(harm, mine):
        return False
    if any(_is_told(harm, clues, among=True) for clues in others):
        return True
    own = _count(mine, harm.status)
    sums = accumulate((_count(clues, harm.status) for clues in others), initial=own)
    return bool(own) and own < harm.count.best and harm.count.best in sums


def _is_told(harm: HarmMention, clues: Sequence[Clue], *, among: bool = False) -> bool:
    """Whether the tellings count as many people of the kind; a "jawan" may be a soldier or a policeman (`among`)."""
    best = harm.count.best if harm.count is not None else None
    if any(clue.tolls.get(harm.status) == best and (best or 0) > 1 for clue in clues):
        return True
    told = (other for clue in clues for other in clue.frame.harms)
    return any(
        other.status is harm.status
        and other.count is not None
        and other.count.best == best
        and (is_kin(_kind_of(other), _kind_of(harm)) or (among and {_kind_of(other), _kind_of(harm)} <= FORCES))
        for other in told
    )


def _count(clues: Sequence[Clue], status: VictimStatus) -> int:
    """Return the most that one telling counts."""
    return max((clue.tolls.get(status, 0) for clue in clues), default=0)


def _kind_of(harm: HarmMention) -> VictimCategory:
    return harm.people.category if harm.people is not None else VictimCategory.UNKNOWN

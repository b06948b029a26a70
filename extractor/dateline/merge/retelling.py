"""Tells by where they stand and what they count that two drafts tell one act: a headline and its lead, equal tolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.merge.likeness import ALIKE, OTHER_PLACES, SMALL_TOLL, relate_types
from dateline.merge.sameness import VIOLENT, relate_places
from dateline.records import FAMILY, EventType, days_between

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.merge.clues import Clue
    from dateline.merge.fills import Fill
    from dateline.merge.incidents import Incident
    from dateline.records import Count, When

    Told = tuple[Incident, tuple[Clue, ...]]

LEAD = 3  # number of the last paragraph with which a story that pictures stand above may open
TELLING_TOLL = 5  # people; two acts of one day that befell as many are rarely two
NEXT = 2  # sentences behind the headline of a brief in which the brief opens
NEAR_DAYS = 3
ONE_DAY = ("same", "touching")


def tells_again(earlier: Told, later: Told, *, follows: bool) -> bool:
    """Whether the later draft tells what the earlier one does: as its lead, where it follows it, or with its toll."""
    return _has_its_toll(earlier, later) or (follows and _is_its_lead(earlier, later))


def _is_its_lead(earlier: Told, later: Told) -> bool:
    """Whether the earlier draft is the headline alone, and the later one opens the story below it.

    What a headline tells, the lead tells again, more fully: at its place or nearby, with as many victims or more.
    """
    (first, mine), (second, theirs) = earlier, later
    head, lead = [clue.frame for clue in mine], _opening(theirs)
    if any(frame.plural or frame.several for frame in head) or _is_set_apart(lead):
        return False
    if not _heads_story(head, lead[0]):
        return False
    dated = any(clue.time for clue in mine)  # else its day is but lent by what stands around
    if not are_alike(first, second) or (dated and relate_dates(first.date, second.date) not in ONE_DAY):
        return False
    tolls = _pair_tolls(first, second)
    if not any(one and other for one, other in tolls):
        return False
    if any(one and (other is None or (one.best or 0) > (other.best or 0)) for one, other in tolls):
        return False
    return _are_near(mine, theirs)


def _opening(clues: Sequence[Clue]) -> list[Frame]:
    """Return what the first sentence of a draft tells."""
    return [clue.frame for clue in clues if clue.frame.sentence == clues[0].frame.sentence]


def _heads_story(head: Sequence[Frame], lead: Frame) -> bool:
    """Whether the one is a headline alone, and the other opens the story, or the brief, below it."""
    if all(frame.block is BlockKind.TITLE for frame in head):
        return 0 < lead.paragraph <= LEAD
    of_brief = lead.brief > 0 and all((f.block, f.brief) == (BlockKind.SUBTITLE, lead.brief) for f in head)
    return of_brief and lead.sentence - head[-1].sentence <= NEXT


def _is_set_apart(frames: Sequence[Frame]) -> bool:
    """Whether a word of the sentence sets what it tells apart from what was told; another arrest is no other act."""
    return any(frame.turns or frame.recalls or frame.several or frame.earlier_matter for frame in frames) or any(
        frame.other and frame.type is not EventType.ARREST for frame in frames
    )


def _are_near(mine: Sequence[Clue], theirs: Sequence[Clue]) -> bool:
    """Whether a place of the one may be one of the other's, or either names none."""
    pairs = [(one, other) for one in mine for other in theirs if one.place and other.place]
    return not pairs or any(relate_places(one, other) not in OTHER_PLACES for one, other in pairs)


def _has_its_toll(earlier: Told, later: Told) -> bool:
    """Whether both count as many killed and as many injured, more than agree by chance, on one day and nearby."""
    (first, mine), (second, theirs) = earlier, later
    frames = _opening(theirs)
    if _is_set_apart(frames) or any(frame.plural for frame in frames) or not are_alike(first, second):
        return False
    if relate_dates(first.date, second.date) not in ONE_DAY:
        return False
    tolls = _pair_tolls(first, second)
    if any((one.best if one else 0) != (other.best if other else 0) for one, other in tolls):
        return False
    figures = [one.best or 0 for one, other in tolls if one and other]
    many = sum(figures) >= TELLING_TOLL or (sum(figures) > SMALL_TOLL and min(figures) > 0 and len(figures) > 1)
    return many and _are_near(mine, theirs)


def _pair_tolls(first: Incident, second: Incident) -> tuple[tuple[Count | None, Count | None], ...]:
    """Return what both give for the killed, and for the injured."""
    mine, theirs = first.toll.casualties, second.toll.casualties
    return ((mine.killed, theirs.killed), (mine.injured, theirs.injured))


def are_alike(first: Incident, second: Incident) -> bool:
    """Whether both are acts of violence, of types that one act may be told as."""
    one, other = first.type.value, second.type.value
    return VIOLENT.issuperset((FAMILY[one], FAMILY[other])) and relate_types(one, other) in ALIKE


def relate_dates(first: Fill[When] | None, second: Fill[When] | None) -> str:
    """Say how the days of two drafts lie to each other."""
    if first is None or second is None:
        return "unknown"
    mine, theirs = first.value, second.value
    if (mine.start, mine.end) == (theirs.start, theirs.end):
        return "same"
    apart = days_between(mine, theirs)
    if apart == 0:
        return "touching"
    return "next" if apart <= 1 else "near" if apart <= NEAR_DAYS else "apart"

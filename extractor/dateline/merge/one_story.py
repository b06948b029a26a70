"""Tells whether a draft goes on with the story of headline and lead, in which it tells nothing that leaves no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.merge.arms_told import tells_more_arms
from dateline.merge.clues import OWN_DAY, own_day
from dateline.merge.draft_pairs import surnames_of
from dateline.merge.likeness import compare_names, opens_elsewhere
from dateline.merge.retelling import are_alike, relate_dates
from dateline.merge.taking_up import is_in_scene
from dateline.records import VictimStatus

if TYPE_CHECKING:
    from dateline.merge.clues import Clue
    from dateline.merge.incidents import Incident

    Told = tuple[Incident, tuple[Clue, ...]]

FEW_DAYS = 3  # in which one act may lie
OPENING = 1  # number of the last paragraph, the title's being 0, that tells what an article is about


def goes_on(earlier: Told, later: Told) -> bool:
    """Whether the later draft tells nothing that the story of headline and lead leaves no room for.

    A story of one act comes back to it in paragraph after paragraph: what became of each of the wounded, what a
    neighbour heard, what the police say. Such a draft has a day or place of its own only if they are the story's, no
    more victims than it, and no word that sets it apart.
    """
    (first, mine), (second, theirs) = earlier, later
    opening = [clue.frame for clue in mine if 0 <= clue.frame.paragraph <= OPENING]
    frames = [clue.frame for clue in theirs]
    if not opening or any(frame.plural or frame.other for frame in opening):
        return False
    if any(frame.stands_apart or frame.plural for frame in frames):
        return False
    if not are_alike(first, second):
        return False
    if any(opens_elsewhere([clue.frame for clue in mine], frame) for frame in frames):
        return False
    named = compare_names("victim", surnames_of(first), surnames_of(second))
    # "A gunman who killed two had quarrelled there before", and only then: "he walked in on Sunday night".
    spells = [time.when for clue in mine for time, score in clue.times if score >= OWN_DAY]
    # "At the weekend" leaves the day open; "over some days of March" tells of more than one act.
    told = any(map(own_day, mine)) or any((when.end - when.start).days > FEW_DAYS for when in spells)
    undated = not told and any(map(own_day, theirs))
    dated = undated or relate_dates(first.date, second.date) in ("same", "touching")
    if "victim differs" in named or not dated or tells_more_arms(mine, theirs):
        return False
    return is_in_scene(first, theirs, told=mine, days=not undated) and _has_room(first, second, theirs, vague=undated)


def _has_room(first: Incident, second: Incident, tellings: Sequence[Clue], *, vague: bool) -> bool:
    """Whether the first names victims of each kind that the second has, and no fewer.

    The three who were shot may be one who died and two who did not. A `vague` telling may leave out a kind of victims.
    """
    whole, part = (incident.toll.casualties for incident in (first, second))
    killed, injured = (count.best or 0 if count else 0 for count in (whole.killed, whole.injured))
    harms = [harm for clue in tellings for harm in clue.frame.harms if harm.status is VictimStatus.INJURED]
    shot = part.killed is None and all(harm.is_weak for harm in harms)
    room = (killed, killed + injured if shot else injured)
    return all(
        (count.best or 0) <= most
        for count, most, stated in zip((part.killed, part.injured), room, (whole.killed, whole.injured), strict=True)
        if count and not (vague and stated is None)
    )

"""Sends who some of the dead, hurt or seized were to the act that tells of such people.

"Air strikes killed nine, among them a woman. Rockets hurt a couple in Ashkelon. The woman was named as Amal Omar": the
sentence follows another act, of which nobody died.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.merge.clustering import Happening, regroup
from dateline.merge.likeness import SURE
from dateline.records import PHYSICAL, VictimStatus

if TYPE_CHECKING:
    from dateline.mentions import HarmMention
    from dateline.merge.clues import Clue

# Entries of harms.toml whose words only say who people told before are.
TELLING_WHO = ("harm.identified.", "harm.among_")
WHOLE = PHYSICAL | {VictimStatus.KIDNAPPED}


def send_singled_out(happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Return the happenings, what only tells who some were moved to the nearest before that tells of such people."""
    homes: list[list[Clue]] = [[] for _ in happenings]
    for index, happening in enumerate(happenings):
        for clue in happening.clues:
            homes[_find_home(clue, index, happenings)].append(clue)
    return regroup(happenings, homes)


def _find_home(clue: Clue, home: int, happenings: Sequence[Happening]) -> int:
    """Return the number of the happening whose people the telling singles out; `home` where it may be its own."""
    if not _only_singles_out(clue):
        return home
    harms = [harm for harm in clue.frame.harms if harm.status in WHOLE]
    here = [member for member in happenings[home].clues if member is not clue]
    if not here or any(_tells_of_such(member, harm) for member in here for harm in harms):
        return home
    start = clue.frame.span.start
    fitting = [
        (max(member.frame.span.start for member in told), number)
        for number, happening in enumerate(happenings)
        if number != home and (told := _telling_before(happening, harms, start))
    ]
    return max(fitting)[1] if fitting else home


def _only_singles_out(clue: Clue) -> bool:
    """Whether a sentence tells who some were, and no day, place or act of its own."""
    frame = clue.frame
    if frame.block is not BlockKind.BODY or frame.other or frame.recalls or frame.specific:
        return False
    told = [harm for harm in frame.harms if harm.status in WHOLE]
    # What its own words name, and not the scene that a sentence before opened.
    placed = any(link.score >= SURE and frame.span.contains(link.mention.span) for link in frame.places)
    placed = placed or any(link.score >= SURE and frame.span.contains(link.mention.span) for link in frame.times)
    return bool(told) and not placed and all(harm.part and harm.rule.startswith(TELLING_WHO) for harm in told)


def _telling_before(happening: Happening, harms: Sequence[HarmMention], start: int) -> list[Clue]:
    """Return the tellings of the happening before offset `start` that tell of people for each of the harms."""
    before = [clue for clue in happening.clues if clue.frame.span.start < start]
    told = all(any(_tells_of_such(clue, harm) for clue in before) for harm in harms)
    return [clue for clue in before if any(_tells_of_such(clue, harm) for harm in harms)] if told else []


def _tells_of_such(clue: Clue, harm: HarmMention) -> bool:
    """Whether the clue tells of at least so many people of the same fate, and more than who they are."""
    size = (harm.count.best or 1) if harm.count is not None else 1
    return any(
        other.status is harm.status
        and other.people is not None
        and not other.rule.startswith(TELLING_WHO)
        and (other.count is None or (other.count.best or 0) >= size)
        for other in clue.frame.harms
    )

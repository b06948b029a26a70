"""Takes away the figures that only sum up what is told of several towns: "44 died", then "37 in A and seven in B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.gazetteer.names import name_key
from dateline.merge.likeness import SURE
from dateline.records import PHYSICAL, PlacePrecision, VictimStatus

if TYPE_CHECKING:
    from dateline.merge.clues import Clue

SUMMED = (VictimStatus.KILLED, VictimStatus.INJURED)
REGIONS = frozenset({PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})
OPENING = 1  # number of the last paragraph, the title's being 0, that sums up what follows
LEAD = 2  # sentences, in a text of one paragraph
ROUGHLY = 1.15  # times "more than 60" that the parts may come to


@dataclass(frozen=True, slots=True)
class Part:
    """What one telling gives for one status, and the town that it is of."""

    figure: int
    town: str


def without_sums(clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """Return the clues, those of the opening without a figure that those of different towns behind it come to."""
    found = list(clues)
    for number, clue in enumerate(clues):
        if _opens(clue) and any(_is_sum(clue, clues[number + 1 :], status) for status in SUMMED):
            harms = tuple(harm for harm in clue.frame.harms if harm.status not in PHYSICAL)
            found[number] = replace(clue, frame=replace(clue.frame, harms=harms))
    return tuple(found)


def _opens(clue: Clue) -> bool:
    frame = clue.frame
    return clue.town == 0 and (frame.block is BlockKind.TITLE or frame.paragraph < OPENING or frame.sentence <= LEAD)


def _is_sum(clue: Clue, later: Sequence[Clue], status: VictimStatus) -> bool:
    harms = [harm for harm in clue.frame.harms if harm.status is status and not harm.part and harm.count is not None]
    figures = {harm.count.best for harm in harms if harm.count is not None}
    if len(figures) != 1:
        return False
    (least,) = figures
    if not least or least < 3:
        return False
    rough = any(harm.count is not None and harm.count.max is None for harm in harms)
    most = int(least * ROUGHLY) if rough else least
    parts = list(_list_parts(later, status, least))
    for start in range(len(parts)):
        total, towns = 0, set[str]()
        for part in parts[start:]:
            if part.town in towns:
                break
            total += part.figure
            towns.add(part.town)
            if total > most:
                break
            if total >= least and len(towns) > 1:
                return True
    return False


def _list_parts(clues: Sequence[Clue], status: VictimStatus, whole: int) -> Iterator[Part]:
    """Yield the smaller figures, each with its town: the one that its words name, else the one told last."""
    town, paragraph = "", -1
    for clue in clues:
        if clue.frame.block is BlockKind.TITLE:
            continue
        named = _find_town(clue)
        if named:
            town, paragraph = named, clue.frame.paragraph
        elif clue.frame.paragraph != paragraph:
            town = ""
        figure = _own_figure(clue, status)
        if town and figure and figure < whole:
            yield Part(figure, town)


def _own_figure(clue: Clue, status: VictimStatus) -> int:
    """Return the people of the clue, or the first part of a group told before: "ten of them died in Mayadin"."""
    told = [harm for harm in clue.frame.harms if harm.status is status and harm.count is not None and harm.count.best]
    whole = [harm for harm in told if not harm.part]
    return sum(harm.count.best or 0 for harm in whole or told[:1] if harm.count is not None)


def _find_town(clue: Clue) -> str:
    for place, score in clue.places:
        if score >= SURE and place.place.precision not in REGIONS:
            return name_key(place.place.locality or place.mention.name)
    return ""

"""Tells that two drafts are of one killing: a person dies once, whatever day a telling seems to set it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.gazetteer.toponyms import distance_km
from dateline.merge.retelling import are_alike
from dateline.merge.same_people import is_same_name
from dateline.records import PlacePrecision, VictimStatus

if TYPE_CHECKING:
    from dateline.merge.clues import Clue
    from dateline.merge.fills import Fill
    from dateline.merge.incidents import Incident
    from dateline.records import Place

    Told = tuple[Incident, tuple[Clue, ...]]

FAR = 100.0  # kilometres, from which a draft has somebody else's death in it, too
SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii"))  # of a father and a son who share a name


def is_one_death(earlier: Told, later: Told) -> bool:
    """Whether both tell the same person dead, by first and last name, or the same few: a list may be of many acts.

    "General Ruiz, defense minister until May 1989, was riddled with bullets": the murder is not of that May.
    """
    first, second = earlier[0], later[0]
    mine, theirs = _named_dead(first), _named_dead(second)
    if not mine or len(mine) != len(theirs) or not are_alike(first, second):
        return False
    same = all(any(_are_one(one, other) for other in theirs) for one in mine)
    return same and _are_near(first.place, second.place)


def _are_one(one: str, other: str) -> bool:
    ends = [SUFFIXES.intersection(name.lower().split()) for name in (one, other)]
    return is_same_name(one, other) and ends[0] == ends[1]


def _are_near(first: Fill[Place] | None, second: Fill[Place] | None) -> bool:
    """Whether the places, as far as they are known, may be one town and its surroundings."""
    mine, theirs = (fill.value if fill is not None else None for fill in (first, second))
    if mine is None or theirs is None or PlacePrecision.COUNTRY in (mine.precision, theirs.precision):
        return mine is None or theirs is None or mine.country == theirs.country
    if mine.latitude is None or mine.longitude is None or theirs.latitude is None or theirs.longitude is None:
        return mine.country == theirs.country
    return distance_km(mine.latitude, mine.longitude, theirs.latitude, theirs.longitude) < FAR


def _named_dead(incident: Incident) -> list[str]:
    """Return the full names of the killed; none where somebody goes by one name, who may be anybody's brother."""
    dead = [fill.value.name for fill in incident.toll.victims if fill.value.status is VictimStatus.KILLED]
    names = [name for name in dead if name]
    return names if all(len(name.split()) > 1 for name in names) else []

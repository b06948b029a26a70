"""Tells that a sentence counts people harmed in another town than those of a happening told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.gazetteer.names import name_key
from dateline.merge.likeness import SURE
from dateline.merge.sameness import PlaceRelation, compare_places
from dateline.records import EventType, PlacePrecision, VictimStatus

if TYPE_CHECKING:
    from dateline.merge.clues import Clue
    from dateline.resolve.place_making import ResolvedPlace

KILLED = VictimStatus.KILLED.value
COUNTED = (KILLED, VictimStatus.INJURED.value)
GENERAL = frozenset((EventType.ATTACK, EventType.ARREST))
TOWNS = frozenset((PlacePrecision.SITE, PlacePrecision.NEAR, PlacePrecision.LOCALITY, None))
APART = frozenset((PlaceRelation.NAMES, PlaceRelation.APART, PlaceRelation.ABROAD))
ALL_OVER = frozenset(("across", "throughout"))  # words that lead to a place in all parts of which it happened


def has_other_dead(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words count harmed people of their own, in another town than any that the happening is told of."""
    if _has_dead_of_another_kind(group, clue):
        return True
    mine = [place for member in group for place in _sure_towns(member)]
    theirs = list(_sure_towns(clue))
    if not theirs or not _counts_others(group, clue):
        return False
    if mine:
        return all(compare_places(one, other) in APART for one in mine for other in theirs)
    return all(_sums_up(member) for member in group if member.tolls)


def is_parted(one: Sequence[Clue], other: Sequence[Clue]) -> bool:
    """Whether a sentence that counts people at several towns is told of two of them in the two."""
    return any(
        first.frame.sentence == second.frame.sentence and 0 != first.town != second.town != 0
        for first in one
        for second in other
    )


def _counts_others(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words give a figure, of their own act alone, that none of the happening's tellings gives."""
    frame = clue.frame
    if frame.block is BlockKind.TITLE or frame.pointing or any(harm.total for harm in frame.harms):
        return False
    shared = [status for status in COUNTED if clue.tolls.get(status) and any(m.tolls.get(status) for m in group)]
    return bool(shared) and all(
        all(member.tolls.get(status) != clue.tolls[status] for member in group) for status in shared
    )


def _sums_up(clue: Clue) -> bool:
    """Whether the words tell what many acts came to in a whole country: "61 people were killed across Syria"."""
    wide = any(place.mention.relation in ALL_OVER for place, _ in clue.places)
    country = all(place.place.precision is PlacePrecision.COUNTRY for place, _ in clue.places)
    return wide or (country and clue.frame.plural)


def _has_dead_of_another_kind(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether an act of another kind killed others in another town: "shells hit Homs; raids on Sukhna killed four"."""
    kinds = {member.frame.type for member in group} - GENERAL
    if not kinds or clue.frame.type in kinds | GENERAL or KILLED not in clue.tolls:
        return False
    told = {member.tolls[KILLED] for member in group if KILLED in member.tolls}
    if not told or clue.tolls[KILLED] in told:
        return False
    here = {town for member in group for town in _name_towns(member)}
    there = set(_name_towns(clue))
    return bool(here and there) and here.isdisjoint(there)


def _name_towns(clue: Clue) -> Iterator[str]:
    """Yield the towns that the words surely set the telling in."""
    for place, score in clue.places:
        if score >= SURE and place.place.locality:
            yield name_key(place.place.locality)


def _sure_towns(clue: Clue) -> Iterator[ResolvedPlace]:
    """Yield the places finer than a region that the words surely set the telling in."""
    for place, score in clue.places:
        if score >= SURE and place.place.precision in TOWNS:
            yield place

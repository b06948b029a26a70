"""Judges whether two tellings are of one happening.

Each kind of evidence adds to or takes from a score; the weights are set by hand on the training articles and
stand together here. A learned judge over the same features may take their place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.gazetteer import distance_km
from dateline.gazetteer.names import name_key
from dateline.gazetteer.toponyms import toponym_distance_km
from dateline.merge.clues import REPORT_LINK
from dateline.records import FAMILY, EventType, Family, PlacePrecision
from dateline.resolve.place_making import WAY_TO

if TYPE_CHECKING:
    from dateline.merge.clues import Clue
    from dateline.records import When
    from dateline.resolve.place_making import ResolvedPlace

VIOLENT = frozenset({Family.EXPLOSIVE, Family.ARMED, Family.MELEE, Family.ABUSE, Family.PROPERTY, Family.UNSPECIFIED})
CITY_KM = 20.0  # from the middle of a large city, within which what lies is a part or suburb of it
LARGE_CITY = 250_000  # people
FAR_LARGER = 8  # times the people of what lies in a city's reach
ONE_SCENE_KM = 30.0  # two names this near may be one scene; two towns farther apart are two
ANSWERING = ("harm.surrender.", "harm.charge.")  # rules of what is told of those who are to answer for an act
AFTER_ACT = "after_act"  # rule of a time that is counted from another act's
OTHER_SCENE_KM = 60.0  # farther apart than this they are two


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each kind of evidence counts."""

    same_type: float = 1.5
    same_family: float = 0.8
    general_type: float = 0.8
    clashing_type: float = -1.5
    same_toll: float = 1.5
    other_toll: float = -0.8
    same_actor: float = 0.6
    definite: float = 1.0
    set_apart: float = -3.0
    headline: float = 1.5
    neighbour: float = 0.5
    same_sentence: float = 1.5


WEIGHTS = Weights()


def score_sameness(earlier: Clue, later: Clue, weights: Weights = WEIGHTS) -> float:
    """Return how strongly two clues speak of one happening; above 0 they do."""
    first, second = earlier.frame, later.frame
    score = score_types(first.type, second.type, first.specific and second.specific, weights)
    score += score_days(earlier, later)
    score += score_places(earlier, later)
    score += _score_tolls(earlier, later, weights)
    actors = {stance.actor.actor.lower() for stance in first.stances if stance.actor.named}
    if actors & {stance.actor.actor.lower() for stance in second.stances if stance.actor.named}:
        score += weights.same_actor
    if second.definite:
        score += weights.definite
    if second.other:
        score += weights.set_apart
    if first.block is BlockKind.TITLE:
        score += weights.headline
    gap = second.sentence - first.sentence
    return score + (weights.same_sentence if gap == 0 else weights.neighbour if gap == 1 else 0.0)


def score_types(left: EventType, right: EventType, specific: bool, weights: Weights) -> float:
    """Score how well two event types go together."""
    if left is right:
        return weights.same_type if specific else weights.general_type
    if FAMILY[left] is FAMILY[right]:
        return weights.same_family
    if EventType.ATTACK in (left, right) and {FAMILY[left], FAMILY[right]} <= VIOLENT | {Family.SEIZURE}:
        return weights.general_type
    if EventType.ARREST in (left, right):
        return 0.0
    if {left, right} <= {
        EventType.RIOT,
        EventType.PROTEST,
        EventType.BEATING,
        EventType.SHOOTING,
        EventType.ARSON,
        EventType.ATTACK,
    }:
        return 0.3
    if {FAMILY[left], FAMILY[right]} <= VIOLENT:
        return 0.0
    return weights.clashing_type


class DayRelation(StrEnum):
    """How the days of two tellings lie to each other."""

    UNKNOWN = "unknown"  # one of them has none
    SAME = "same"  # the same days, a week at most
    SAME_SPELL = "same spell"  # the same longer time
    TOUCHING = "touching"  # one lies in the other, or they overlap
    NEXT = "next"  # a day between
    APART = "apart"


DAY_WEIGHTS = {
    DayRelation.UNKNOWN: 0.0,
    DayRelation.SAME: 2.0,
    DayRelation.SAME_SPELL: 0.7,
    DayRelation.TOUCHING: 0.7,
    DayRelation.NEXT: -1.75,
    DayRelation.APART: -3.5,
}


def score_days(earlier: Clue, later: Clue) -> float:
    """Score how well the days of two clues go together; 0 where either is unknown."""
    return DAY_WEIGHTS[relate_days(earlier, later)]


def relate_days(earlier: Clue, later: Clue) -> DayRelation:
    """Say how the days of two clues lie to each other."""
    if earlier.time is None or later.time is None:
        return DayRelation.UNKNOWN
    if _is_behind(earlier, later) or _is_behind(later, earlier):
        return DayRelation.UNKNOWN
    first, second = earlier.time.when, later.time.when
    if (first.start, first.end) == (second.start, second.end):
        return DayRelation.SAME if (first.end - first.start).days < 7 else DayRelation.SAME_SPELL
    if first.start <= second.end and second.start <= first.end:
        return DayRelation.SAME if _is_night(first) or _is_night(second) else DayRelation.TOUCHING
    apart = min(abs((second.start - first.end).days), abs((first.start - second.end).days))
    if apart <= 1:
        return DayRelation.TOUCHING if is_by_hours(earlier) or is_by_hours(later) else DayRelation.NEXT
    return DayRelation.APART


def is_by_hours(clue: Clue) -> bool:
    """Whether the day is counted in hours from another act's: "hours after a bar was hit" may be the day before."""
    if clue.time is None:
        return False
    return clue.time.mention.rule == AFTER_ACT and "hour" in (clue.time.when.text or "").casefold()


def _is_night(when: When) -> bool:
    """Whether the time is a night, told by the days that it began and ended on."""
    return (when.end - when.start).days == 1


def _is_behind(one: Clue, other: Clue) -> bool:
    """Whether the day of one is that of a report, a charge or a surrender, by which the act was over."""
    if one.time is None or other.time is None or one.time.when.start <= other.time.when.end:
        return False
    answering = any(harm.rule.startswith(ANSWERING) for harm in one.frame.harms)
    arrested = one.frame.type is EventType.ARREST and other.frame.type is not EventType.ARREST
    return (arrested and answering) or (one.times[0][1] <= REPORT_LINK < other.times[0][1])


class PlaceRelation(StrEnum):
    """How the places of two tellings lie to each other."""

    UNKNOWN = "unknown"  # one of them has none
    SAME = "same"  # one town, or one name
    NEAR = "near"  # two names within one scene's reach
    HELD = "held"  # one lies in the other
    OPEN = "open"  # nothing says
    NAMES = "names"  # two names, one of them in no gazetteer
    APART = "apart"  # too far from each other for one scene
    ABROAD = "abroad"  # in two countries


REGIONAL = frozenset({PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})
PLACE_WEIGHTS = {
    PlaceRelation.UNKNOWN: 0.0,
    PlaceRelation.SAME: 1.5,
    PlaceRelation.NEAR: 0.0,
    PlaceRelation.HELD: 0.5,
    PlaceRelation.OPEN: 0.0,
    PlaceRelation.NAMES: -2.0,
    PlaceRelation.APART: -3.0,
    PlaceRelation.ABROAD: -4.0,
}


def score_places(earlier: Clue, later: Clue) -> float:
    """Score how well the places of two clues go together; 0 where either is unknown."""
    return PLACE_WEIGHTS[relate_places(earlier, later)]


def relate_places(earlier: Clue, later: Clue) -> PlaceRelation:
    """Say how the places of two clues lie to each other."""
    if earlier.place is None or later.place is None:
        return PlaceRelation.UNKNOWN
    return compare_places(earlier.place, later.place)


def compare_places(left: ResolvedPlace, right: ResolvedPlace) -> PlaceRelation:
    """Say how two places lie to each other; places in no gazetteer are told apart by their names."""
    first, second = left.place, right.place
    if first.country and second.country and first.country != second.country:
        return PlaceRelation.ABROAD
    if name_key(left.mention.name) == name_key(right.mention.name):
        return PlaceRelation.SAME
    if PlacePrecision.COUNTRY in (first.precision, second.precision):
        return PlaceRelation.HELD if first.country and first.country == second.country else PlaceRelation.OPEN
    if first.locality and second.locality and name_key(first.locality) == name_key(second.locality):
        return PlaceRelation.SAME
    if _holds(left, right) or _holds(right, left):
        return PlaceRelation.HELD
    regions = {first.precision, second.precision} & {PlacePrecision.ADMIN1}
    if regions and first.admin1 and second.admin1 and name_key(first.admin1) != name_key(second.admin1):
        return PlaceRelation.APART
    if first.latitude is None or second.latitude is None or first.longitude is None or second.longitude is None:
        # A site may lie in the town; two towns are two.
        return PlaceRelation.NAMES if first.locality and second.locality else PlaceRelation.OPEN
    apart = distance_km(first.latitude, first.longitude, second.latitude, second.longitude)
    if apart <= ONE_SCENE_KM:
        return PlaceRelation.NEAR
    if first.precision is second.precision is PlacePrecision.LOCALITY:
        return PlaceRelation.APART
    on_the_way = left.mention.relation in WAY_TO or right.mention.relation in WAY_TO
    reach = OTHER_SCENE_KM * (4 if on_the_way or {first.precision, second.precision} & REGIONAL else 1)
    return PlaceRelation.APART if apart > reach else PlaceRelation.OPEN


def are_of_one_city(one: ResolvedPlace, other: ResolvedPlace) -> bool:
    """Whether one of two places is a large city and the other, far smaller, lies in its reach: a part or suburb."""
    towns = (one.toponym, other.toponym)
    smaller, larger = sorted(town.population if town else 0 for town in towns)
    if larger < LARGE_CITY or larger < smaller * FAR_LARGER or towns[0] is None or towns[1] is None:
        return False
    return toponym_distance_km(towns[0], towns[1]) <= CITY_KM


def _holds(outer: ResolvedPlace, inner: ResolvedPlace) -> bool:
    """Whether a region is the one that the other place lies in."""
    if outer.place.precision is PlacePrecision.ADMIN1 and outer.place.admin1:
        return outer.place.admin1 == inner.place.admin1
    key = name_key(outer.mention.name)
    return any(name_key(name) == key for name in inner.mention.within)


def _score_tolls(earlier: Clue, later: Clue, weights: Weights) -> float:
    score = 0.0
    mine, theirs = earlier.tolls, later.tolls
    for status in mine.keys() & theirs.keys():
        if mine[status] == theirs[status]:
            # Small figures agree by chance.
            score += weights.same_toll if mine[status] > 2 else weights.same_toll / 3
        elif theirs[status] > mine[status]:
            score += weights.other_toll / 2
        else:
            score += weights.other_toll
    return score

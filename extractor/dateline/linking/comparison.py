"""Describes by readable features how two records, of two articles, go together."""

from __future__ import annotations

from dateline.gazetteer import distance_km, name_key
from dateline.linking.profiles import Profile
from dateline.records import (
    FAMILY,
    FINE,
    DatePrecision,
    EventType,
    Family,
    Place,
    Record,
    Role,
    When,
    days_between,
)

HERE_KM, NEAR_KM, REGION_KM = 10.0, 40.0, 150.0
DAYS_APART = (0, 1, 3, 10)  # steps; what is further apart is "long"
MONTH_DAYS = 31  # of a span from which its days tell little
BIG_TOLL = 3  # figures from here on hardly agree by chance
FOLLOW_UPS = frozenset({EventType.ARREST, EventType.WEAPONS_SEIZURE})


def describe_pair(first: Profile, second: Profile) -> dict[str, float]:
    """Return the features of two records as two tellings of one happening; those that do not hold are left out."""
    one, other = first.record, second.record
    features = {
        **_compare_days(one, other),
        **_compare_places(one.place, other.place),
        **_compare_types(one.type, other.type),
        **_compare_tolls(one, other),
        **_compare_people(first, second),
        "both main": float(one.role is Role.MAIN and other.role is Role.MAIN),
    }
    return {name: value for name, value in features.items() if value}


def _compare_days(first: Record, second: Record) -> dict[str, float]:
    if first.date is None or second.date is None:
        published, other = first.article.published, second.article.published
        if published is None or other is None:
            return {}
        return {"published together": 1.0} if abs((published - other).days) <= DAYS_APART[2] else {}
    gap = days_between(first.date, second.date)
    if gap == 0 and (_is_wide(first.date) or _is_wide(second.date)):
        return {"days overlap, wide": 1.0}
    step = next((step for step in DAYS_APART if gap <= step), None)
    return {f"days apart {step}" if step is not None else "days apart, long": 1.0}


def _is_wide(when: When) -> bool:
    return when.precision in (DatePrecision.MONTH, DatePrecision.YEAR) or (when.end - when.start).days >= MONTH_DAYS


def _compare_places(first: Place | None, second: Place | None) -> dict[str, float]:
    if first is None or second is None:
        return {}
    features: dict[str, float] = {}
    if first.country and second.country and first.country != second.country:
        features["another country"] = 1.0
    elif first.precision in FINE and second.precision in FINE:
        features.update(_compare_towns(first, second))
    elif first.admin1 and second.admin1:
        features["same region" if first.admin1 == second.admin1 else "another region"] = 1.0
    if first.site and second.site:
        features["same site" if name_key(first.site) == name_key(second.site) else "another site"] = 1.0
    return features


def _compare_towns(first: Place, second: Place) -> dict[str, float]:
    if first.latitude is None or second.latitude is None or first.longitude is None or second.longitude is None:
        named = first.locality and second.locality and name_key(first.locality) == name_key(second.locality)
        return {"same town": 1.0} if named else {}
    apart = distance_km(first.latitude, first.longitude, second.latitude, second.longitude)
    if apart < HERE_KM:
        return {"same town": 1.0}
    return {"near" if apart < NEAR_KM else "not far" if apart < REGION_KM else "far": 1.0}


def _compare_types(first: EventType, second: EventType) -> dict[str, float]:
    if first is second:
        return {"same type": 1.0}
    if not {first, second}.isdisjoint(FOLLOW_UPS) or EventType.ATTACK in (first, second):
        return {}
    families = {FAMILY[first], FAMILY[second]}
    if len(families) == 1:
        return {}
    return {"unrest and violence" if Family.UNREST in families else "another type": 1.0}


def _compare_tolls(first: Record, second: Record) -> dict[str, float]:
    features: dict[str, float] = {}
    for status, one, other in (
        ("killed", first.casualties.killed, second.casualties.killed),
        ("injured", first.casualties.injured, second.casualties.injured),
    ):
        figures = [count.best if count is not None and count.best is not None else 0 for count in (one, other)]
        if not any(figures):
            continue
        low, high = sorted(figures)
        if low == high:
            features[f"{status} equal, big" if low >= BIG_TOLL else f"{status} equal"] = 1.0
        else:
            features[f"{status} close" if high - low == 1 else f"{status} differ"] = 1.0
    return features


def _compare_people(first: Profile, second: Profile) -> dict[str, float]:
    features: dict[str, float] = {}
    if first.people and second.people:
        shared = sum(any(person.may_be(other) for other in second.people) for person in first.people)
        features["people shared"] = float(min(shared, 2))
        features["other people"] = float(not shared)
    if first.dead and second.dead:
        same = any(person.may_be(other) for person in first.dead for other in second.dead)
        features["other dead"] = float(not same)
    for name, others, mine, theirs in (
        ("an age shared", "other ages", first.ages, second.ages),
        ("a group shared", "other groups", first.groups, second.groups),
    ):
        if mine and theirs:
            features[others if mine.isdisjoint(theirs) else name] = 1.0
    return features

"""Finds the pairs of records that may tell of one happening, without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import floor

from dateline.linking.profiles import Profile
from dateline.records import FINE, Record

Key = tuple[str | int, ...]

REACH = 0.5  # decimal degrees; towns this near share a cell
WIDEST = 10  # days of a span whose days are taken one by one
COMMON = 40  # records that share a surname from which it tells nobody apart


def find_pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the records of each pair to be compared, the lower first, each pair once.

    Candidates are of neighbouring days and places, or name the same person; so the work grows with how much happens in
    one place in a few days, not with the square of all records.
    """
    articles = [profile.record.article.id for profile in profiles]
    seen: set[tuple[int, int]] = set()
    for numbers in _index(profiles).values():
        for pair in combinations(numbers, 2):
            if pair not in seen and articles[pair[0]] != articles[pair[1]]:
                seen.add(pair)
                yield pair


def _index(profiles: Sequence[Profile]) -> dict[Key, list[int]]:
    index: dict[Key, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        for key in _find_keys(profile):
            index[key].append(number)
    return {key: numbers for key, numbers in index.items() if key[0] != "person" or len(numbers) < COMMON}


def _find_keys(profile: Profile) -> frozenset[Key]:
    days, places = list(_find_days(profile.record)), list(_find_places(profile.record))
    keys: set[Key] = {(*place, day) for place in places for day in days}
    keys.update(("person", person.surname) for person in profile.people)
    return frozenset(keys)


def _find_days(record: Record) -> Iterator[str | int]:
    """Yield the days, as ordinals, on and around which it may have happened; the month where it may be any of many."""
    when = record.date
    if when is None:
        published = record.article.published
        yield from () if published is None else range(published.toordinal() - 3, published.toordinal() + 2)
    elif (when.end - when.start).days > WIDEST:
        yield f"{when.start:%Y-%m}"
    else:
        yield from range(when.start.toordinal() - 1, when.end.toordinal() + 2)
        yield f"{when.start:%Y-%m}"


def _find_places(record: Record) -> Iterator[Key]:
    """Yield the region, which a town may be told by in another article, and the cells around a town."""
    place = record.place
    if place is None:
        return
    yield ("region", place.country or "", place.admin1 or "")
    if place.precision in FINE and place.latitude is not None and place.longitude is not None:
        corners = {
            (floor(place.latitude + north), floor(place.longitude + east))
            for north in (-REACH, REACH)
            for east in (-REACH, REACH)
        }
        yield from (("cell", *corner) for corner in sorted(corners))

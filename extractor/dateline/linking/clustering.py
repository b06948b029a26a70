"""Gathers records into happenings, the surest pairs first."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dateline.linking.candidates import find_pairs
from dateline.linking.profiles import Profile, profile_record
from dateline.linking.scoring import LEAST, score_pair
from dateline.records import Record


def link_records(records: Sequence[Record]) -> tuple[str, ...]:
    """Return for each record the id of the record that stands for its happening: the earliest published one.

    Groups grow from the pair of the highest score, and two groups become one where their records score `LEAST` on
    average; records of one article tell of different happenings, so never of one group. The order of the records does
    not matter, and a record given twice counts once.
    """
    known = {record.id: record for record in sorted(records, key=_standing, reverse=True)}
    ordered = sorted(known.values(), key=_standing)
    names: dict[str, str] = {}
    for group in _gather([profile_record(record) for record in ordered]):
        names.update((ordered[number].id, ordered[min(group)].id) for number in group)
    return tuple(names[record.id] for record in records)


def _standing(record: Record) -> tuple[date, date, str, str]:
    return (
        record.article.published or date.max,
        record.date.start if record.date else date.max,
        record.id,
        record.article.source,
    )


class _Groups:
    """The groups so far, by number, and the sum of the scores across each two of them."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.members: dict[int, tuple[int, ...]] = {number: (number,) for number in range(len(profiles))}
        self.articles = {number: {profile.record.article.id} for number, profile in enumerate(profiles)}
        self.neighbours: dict[int, set[int]] = defaultdict(set)
        self._profiles = profiles
        self._sums: dict[tuple[int, int], float] = {}

    def score(self, first: int, second: int) -> float:
        """Return the mean score of the pairs across two groups."""
        return self._sum(first, second) / (len(self.members[first]) * len(self.members[second]))

    def may_join(self, first: int, second: int) -> bool:
        """Whether no article has a record in both."""
        return self.articles[first].isdisjoint(self.articles[second])

    def join(self, first: int, second: int, whole: int) -> None:
        """Make `whole` of two groups."""
        near = (self.neighbours[first] | self.neighbours[second]) - {first, second}
        for other in near:
            self._sums[_pair(other, whole)] = self._sum(first, other) + self._sum(second, other)
            self.neighbours[other] -= {first, second}
            self.neighbours[other].add(whole)
        self.neighbours[whole] = near
        self.members[whole] = (*self.members.pop(first), *self.members.pop(second))
        self.articles[whole] = self.articles.pop(first) | self.articles.pop(second)
        del self.neighbours[first], self.neighbours[second]

    def _sum(self, first: int, second: int) -> float:
        """Return the sum of the scores of all pairs across two groups, each pair scored once."""
        pair = _pair(first, second)
        if pair not in self._sums:
            self._sums[pair] = sum(
                score_pair(self._profiles[one], self._profiles[other])
                for one in self.members[first]
                for other in self.members[second]
            )
        return self._sums[pair]


def _pair(first: int, second: int) -> tuple[int, int]:
    return (first, second) if first < second else (second, first)


def _gather(profiles: Sequence[Profile]) -> list[tuple[int, ...]]:
    groups = _Groups(profiles)
    queue: list[tuple[float, int, int]] = []
    for first, second in find_pairs(profiles):
        score = groups.score(first, second)
        if score >= LEAST:
            groups.neighbours[first].add(second)
            groups.neighbours[second].add(first)
            heapq.heappush(queue, (-score, first, second))
    whole = len(profiles)
    while queue:
        _, first, second = heapq.heappop(queue)
        if first not in groups.members or second not in groups.members or not groups.may_join(first, second):
            continue
        groups.join(first, second, whole)
        for near in sorted(groups.neighbours[whole]):
            score = groups.score(whole, near)
            if score >= LEAST:
                heapq.heappush(queue, (-score, near, whole))
        whole += 1
    return list(groups.members.values())

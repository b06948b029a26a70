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
    not matter.
    """
    order = sorted(range(len(records)), key=lambda number: _standing(records[number]))
    ordered = [records[number] for number in order]
    names = [""] * len(records)
    for group in _gather([profile_record(record) for record in ordered]):
        for number in group:
            names[order[number]] = ordered[min(group)].id
    return tuple(names)


def _standing(record: Record) -> tuple[date, date, str, str]:
    return (
        record.article.published or date.max,
        record.date.start if record.date else date.max,
        record.id,
        record.article.source,
    )


class _Groups:
    """The groups so far, by number, and which of them are compared."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        self.members: dict[int, tuple[int, ...]] = {number: (number,) for number in range(len(profiles))}
        self.neighbours: dict[int, set[int]] = defaultdict(set)
        self._scores: dict[tuple[int, int], float] = {}

    def score(self, first: int, second: int) -> float:
        """Return the mean score of the pairs across two groups."""
        pairs = [(a, b) for a in self.members[first] for b in self.members[second]]
        return sum(self._score(min(pair), max(pair)) for pair in pairs) / len(pairs)

    def may_join(self, first: int, second: int) -> bool:
        """Whether no article has a record in both."""
        articles = {self.profiles[number].record.article.id for number in self.members[first]}
        return all(self.profiles[number].record.article.id not in articles for number in self.members[second])

    def join(self, first: int, second: int, whole: int) -> None:
        """Make `whole` of two groups."""
        self.members[whole] = tuple(sorted((*self.members.pop(first), *self.members.pop(second))))
        self.neighbours[whole] = (self.neighbours.pop(first) | self.neighbours.pop(second)) - {first, second}
        for near in self.neighbours[whole]:
            self.neighbours[near] -= {first, second}
            self.neighbours[near].add(whole)

    def _score(self, first: int, second: int) -> float:
        pair = (first, second)
        if pair not in self._scores:
            self._scores[pair] = score_pair(self.profiles[first], self.profiles[second])
        return self._scores[pair]


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

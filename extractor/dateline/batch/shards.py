"""A run in several parts: each takes every n-th unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from dateline.errors import ConfigurationError

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number` of `count`; the parts of a run are disjoint, and together they are the run."""

    number: int  # 1 <= number <= count
    count: int

    def __post_init__(self) -> None:
        """Check the bounds."""
        if not 1 <= self.number <= self.count:
            raise ConfigurationError(f"shard {self.number}/{self.count}: shards of {self.count} are 1 to {self.count}")

    def take(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items of this part, by their position in the whole."""
        return islice(items, self.number - 1, None, self.count)

    def size(self, total: int) -> int:
        """Return how many of `total` items this part takes."""
        return len(range(self.number - 1, total, self.count))

"""Towns that the news calls a capital though no country's records do, read from `data/capitals.tsv`.

They are the capitals of nations without a state of their own, by the words for their people, whose demonyms count for
the state around them ("the Chechen capital"), and towns that were a country's capital or are taken for it, by the
country's code (ISO 3166-1 alpha-2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.gazetteer.tables import read_table


@dataclass(frozen=True, slots=True)
class Capital:
    """A town that is called a capital."""

    town: str
    until: int | None = None  # the last year of it; None for a town that is called so still

    def is_meant_in(self, year: int | None) -> bool:
        """Whether an article of the year, None where it is unknown, means this town."""
        return self.until is None or (year is not None and year <= self.until)


@cache
def load_capitals() -> Mapping[str, Capital]:
    """Return the towns by the nation's adjective or the country's code."""
    return MappingProxyType(
        {
            name: Capital(row["town"], int(row["until"]) if row["until"] else None)
            for row in read_table("capitals")
            for name in row["names"].split("|")
        }
    )

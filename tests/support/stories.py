"""Short stories read whole, for slow tests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import dateline

if TYPE_CHECKING:
    from dateline.records import Record

Act = tuple[str, str | None, str | None, int | None]
TUESDAY = date(2019, 5, 7)  # the day on which a story comes out where a test says no other


def extract(
    extractor: dateline.Extractor, text: str, *, title: str | None = None, published: date | None = TUESDAY
) -> tuple[Record, ...]:
    """Return the records of an article made of `text`."""
    return extractor.extract(dateline.parse_article(text, source="-", title=title, published=published))


def read_toll(record: Record) -> tuple[int | None, int | None]:
    """Return how many were killed and how many hurt."""
    killed, injured = record.casualties.killed, record.casualties.injured
    return killed.best if killed else None, injured.best if injured else None


def list_stances(record: Record) -> set[tuple[str, str]]:
    """Return who is tied to responsibility, and how."""
    return {(one.actor, one.stance.value) for one in record.attributions}


def summarise(record: Record) -> Act:
    """Return the kind, the first day, the town and how many were killed."""
    day = str(record.date.start) if record.date else None
    return record.type.value, day, record.place.locality if record.place else None, read_toll(record)[0]

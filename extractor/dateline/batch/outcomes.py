"""What became of one unit, in a form that is cheap to send from process to process and to write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.articles import Failure
from dateline.read import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedRecord:
    """A record as a line of JSON, and beside it what records are chosen by."""

    line: bytes  # as `encode_record` writes it, with its line end
    role: str
    confidence: float  # overall, 0 <= p <= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOutcome:
    """The records of one unit, or the failure that took their place."""

    source: str  # as `Article.source`
    key: str | None  # `Unit.key`; None where reading failed before there was a unit
    records: tuple[EncodedRecord, ...] = ()  # in order of first mention
    failure: Failure | None = None


# Makes outcomes of units; made once in each process, where it may load what it needs.
Processor = Callable[[Unit], UnitOutcome]


def fail_unit(unit: Unit, message: str, *, stage: str) -> UnitOutcome:
    """Return the outcome of a unit that came to nothing."""
    failure = Failure(source=unit.source, stage=stage, message=f"{unit.source}: {message}")
    return UnitOutcome(source=unit.source, key=unit.key, failure=failure)


def settle(item: Failure | UnitOutcome) -> UnitOutcome:
    """Return the outcome of what needs no work any more."""
    return item if isinstance(item, UnitOutcome) else UnitOutcome(source=item.source, key=None, failure=item)

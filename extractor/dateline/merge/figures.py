"""Sums and differences of stated figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.records import Count

OWN_HAND = "harm.by_own_hand."  # a bomber's death is told with the deed, and counted or not as reports please


def is_vague(count: Count) -> bool:
    """Whether the count is read from a vague word ("several", "dozens")."""
    return count.approximate and count.min == count.best and count.max is None


def subtract_count(whole: Count, part: Count) -> Count:
    """Return what is left of `whole` without `part`, never below 0."""

    def less(left: int | None, right: int | None) -> int | None:
        return None if left is None else max(0, left - (right or 0))

    return Count(
        min=less(whole.min, part.best),
        max=less(whole.max, part.best),
        best=less(whole.best, part.best),
        approximate=whole.approximate,
    )


def add_counts(counts: Sequence[Count]) -> Count:
    """Return the sum; one open end leaves the sum open at that end."""
    lows = [count.min for count in counts]
    highs = [count.max for count in counts]
    bests = [count.best for count in counts if count.best is not None]
    return Count(
        min=sum(low for low in lows if low is not None) if any(low is not None for low in lows) else None,
        max=None if None in highs else sum(high for high in highs if high is not None),
        best=sum(bests) if bests else None,
        approximate=any(count.approximate for count in counts),
    )


def restore_count(left: Count, whole: int) -> Count:
    """Return the count that was stated, `whole` its best figure, of what was left of it when some were taken out."""
    out = whole - (left.best or 0)
    return replace(
        left,
        min=None if left.min is None else left.min + out,
        max=None if left.max is None else left.max + out,
        best=whole,
    )

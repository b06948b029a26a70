"""Sums and differences of stated figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.records import Count

ROUNDED = 0.15  # share by which a round figure may miss the one it stands for
ROUND = 10  # people, the least that are told in round figures
OWN_HAND = "harm.by_own_hand."  # a bomber's death is told with the deed, and counted or not as reports please


def is_vague(count: Count) -> bool:
    """Whether the count is read from a vague word ("several", "dozens")."""
    return count.approximate and count.min == count.best and count.max is None


def is_round(count: Count) -> bool:
    """Whether the count stands for a figure somewhat above or beside it: "more than 100", "about 30"."""
    return (count.approximate or count.max is None) and (count.best or 0) >= ROUND


def stands_for(rounded: int, other: int) -> bool:
    """Whether "more than 100" or "about 100" may be another's 105, or 96."""
    return abs(rounded - other) <= rounded * ROUNDED


def agree_roughly(one: Count, other: Count) -> bool:
    """Whether two figures are the same, or one is round and the other what it may stand for: "over 100", then 105."""
    if one.best is None or other.best is None or one.best == other.best:
        return True
    pairs = ((one, other.best), (other, one.best))
    return any(is_round(count) and stands_for(count.best or 0, figure) for count, figure in pairs)


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

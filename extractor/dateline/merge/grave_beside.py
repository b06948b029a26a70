"""Tells somebody gravely hurt from those told beside him: "a man is in critical condition, two women are hurt"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.merge.fates import HURT_STATE
from dateline.records import VictimStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.merge.told import Told


def part_from_those_beside(told: Sequence[Told]) -> list[Told]:
    """Return what is told with each who is brought in gravely hurt, and can be none of those beside him, by himself.

    "Six were shot; a man is in critical condition" tells of one of the six.
    """
    return [replace(item, harm=replace(item.harm, part=False)) if _is_apart(item, told) else item for item in told]


def _is_apart(item: Told, told: Sequence[Told]) -> bool:
    if not (item.harm.part and item.harm.rule.startswith(HURT_STATE)) or item.figure != 1:
        return False
    if not item.words.lower().startswith(("a ", "an ")):
        return False
    hurt = [one for one in told if one.harm.status is VictimStatus.INJURED and one.figure and one is not item]
    if any((one.figure or 0) > 1 and (one.order, one.span.start) < (item.order, item.span.start) for one in hurt):
        return False
    here = [one for one in hurt if one.sentence == item.sentence and not one.harm.part]
    return bool(here) and all(_are_others(one, item) for one in here)


def _are_others(some: Told, one: Told) -> bool:
    """Whether the words for some are not those for the many of whom he could be one: "two women" beside "a man"."""
    last = some.words.lower().split()[-1]
    single = last.replace("men", "man") if last.endswith("men") else last.removesuffix("s")
    return not (some.nondescript and not some.adds) and single not in one.words.lower().split()

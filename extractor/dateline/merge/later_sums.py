"""Takes away figures that sum up, behind them, what was told town by town: "18 in A and 14 in B", "32 bodies"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.merge.sums import LEAST_SUM, SUMMED, find_own_towns, take_figures

if TYPE_CHECKING:
    from dateline.merge.clues import Clue
    from dateline.records import VictimStatus

MOST_TOWNS = 6  # that one figure sums up without naming them


def without_later_sums(clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """Return the clues, those without a figure that name no town and count all the dead of those told before.

    "Gunmen killed nine in Konduga and six in Bama. The police spoke of 15 dead": none of the 15 are of Bama alone.
    """
    return tuple(take_figures(clue) if _sums_up(clue, clues[:number]) else clue for number, clue in enumerate(clues))


def _sums_up(clue: Clue, before: Sequence[Clue]) -> bool:
    frame = clue.frame
    if frame.block is not BlockKind.BODY or frame.specific or frame.stands_apart or find_own_towns(clue):
        return False
    return any(_is_sum(_count_all(clue, status), before, status) for status in SUMMED)


def _count_all(clue: Clue, status: VictimStatus) -> int:
    """Return the one figure of people of whom nothing more is said, 0 without one."""
    told = [harm for harm in clue.frame.harms if harm.status is status and not harm.part and harm.count is not None]
    plain = all(harm.people is None or (harm.people.name is None and not harm.people.nationality) for harm in told)
    return (told[0].count.best or 0) if len(told) == 1 and plain and told[0].count is not None else 0


def _is_sum(figure: int, before: Sequence[Clue], status: VictimStatus) -> bool:
    """Whether the figure is what the towns told last come to, two of them at the least."""
    total, towns = 0, set[str]()
    for clue in reversed(before):
        here, killed = find_own_towns(clue), clue.tolls.get(status)
        if figure < LEAST_SUM or len(here) != 1 or not killed:
            continue
        town = next(iter(here))
        if town in towns:
            continue  # told again
        total, towns = total + killed, towns | {town}
        if total >= figure or len(towns) > MOST_TOWNS:
            break
    return len(towns) > 1 and total == figure

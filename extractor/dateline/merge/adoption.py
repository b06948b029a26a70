"""Gives the happenings the statements of responsibility that stand in sentences without a word for an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.frames import Reality
from dateline.mentions import StanceMention
from dateline.merge.clues import Clue
from dateline.merge.clustering import Happening

# A frame that was dropped because of these is no statement about an act of this article.
OTHERWISE = frozenset((Reality.GENERAL, Reality.POSSIBLE))
TOLD_BY_ACT = "stance:agent"  # who does what a verb tells: without its act it says nothing


def adopt_stances(
    happenings: Sequence[Happening], clues: Sequence[Clue], stances: Sequence[StanceMention]
) -> tuple[Happening, ...]:
    """Return the happenings, the nearest earlier telling of one enriched by each statement that had no act.

    "Denied any involvement" speaks of what was told just before. A statement before all tellings is dropped.
    """
    taken = {stance.span for happening in happenings for clue in happening.clues for stance in clue.frame.stances}
    taken |= {s.span for clue in clues if clue.frame.reality in OTHERWISE for s in clue.frame.stances}
    adopted: dict[tuple[int, int], list[StanceMention]] = {}
    for stance in stances:
        if stance.span in taken or stance.rule == TOLD_BY_ACT:
            continue
        earlier = [
            (clue.frame.span, -index, number)
            for index, happening in enumerate(happenings)
            for number, clue in enumerate(happening.clues)
            if clue.frame.span.start <= stance.span.start
        ]
        if earlier:
            _, index, number = max(earlier)
            adopted.setdefault((-index, number), []).append(stance)
    return tuple(
        Happening(tuple(_enrich(clue, adopted.get((index, number), ())) for number, clue in enumerate(happening.clues)))
        for index, happening in enumerate(happenings)
    )


def _enrich(clue: Clue, stances: Sequence[StanceMention]) -> Clue:
    if not stances:
        return clue
    return replace(clue, frame=replace(clue.frame, stances=(*clue.frame.stances, *stances)))

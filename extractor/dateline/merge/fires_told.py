"""Folds fires that nobody is told to have laid into the blast told right before: "a depot was set ablaze"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.frames import Reality
from dateline.merge.clues import Clue
from dateline.merge.clustering import Happening, join_tellings
from dateline.records import FAMILY, EventType, Family
from dateline.relate.agents import AGENT

NEAR = 2  # sentences behind the blast


def fold_fires(happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Return the happenings, fires told behind a blast without day, doer or dead of their own joined to it.

    "Missiles struck a hostel. Windows were blown out in a school and a depot was set ablaze."
    """
    kept: list[Happening] = []
    for happening in happenings:
        home = next((i for i in reversed(range(len(kept))) if _is_lit_by(kept[i], happening)), None)
        if home is None:
            kept.append(happening)
        else:
            kept[home] = join_tellings([kept[home], happening])
    return tuple(kept)


def _is_lit_by(blast: Happening, fire: Happening) -> bool:
    """Whether the fire is told right behind the blast, as what came of it."""
    if not all(map(_is_only_fire, fire.clues)):
        return False
    first = min(clue.frame.sentence for clue in fire.clues)
    return any(
        FAMILY[clue.frame.type] is Family.EXPLOSIVE
        and clue.frame.reality is Reality.TOLD
        and 0 < first - clue.frame.sentence <= NEAR
        for clue in blast.clues
    )


def _is_only_fire(clue: Clue) -> bool:
    frame = clue.frame
    if frame.type is not EventType.ARSON or clue.times or clue.places or frame.harms or frame.turns or frame.other:
        return False
    return not any(stance.rule == AGENT for stance in frame.stances)

"""Tells to which act a side answers that denies or owns up: not to that of its enemy, told last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Stance

if TYPE_CHECKING:
    from dateline.mentions import ActorMention
    from dateline.merge.clues import Clue

ANSWERS = frozenset((Stance.DENIED, Stance.CLAIMED))
ARMED = frozenset((ActorKind.STATE, ActorKind.ARMED_GROUP))


def find_by_doer(
    groups: Sequence[Sequence[Clue]],
    clue: Clue,
    *,
    current: int,
    may_join: Callable[[Sequence[Clue], Clue], bool],
) -> int:
    """Return the one happening that is laid to the side which answers, where that told last is laid to another, or -1.

    "Russian missiles killed seven in Kharkiv. Ukrainian shelling killed a woman in Donetsk. Russia denies targeting
    civilians".
    """
    frame = clue.frame
    stances = frame.stances
    if current < 0 or frame.harms or clue.time or clue.place or frame.specific or not stances:
        return -1
    if any(stance.stance not in ANSWERS for stance in stances):
        return -1
    sides = {_side_of(stance.actor) for stance in stances} - {None}
    if len(sides) != 1 or not _sides(groups[current]) or sides & _sides(groups[current]):
        return -1
    found = [index for index, group in enumerate(groups) if sides & _sides(group)]
    return found[0] if len(found) == 1 and may_join(groups[found[0]], clue) else -1


def _sides(group: Sequence[Clue]) -> set[str | None]:
    """Return those to whom the tellings lay the act."""
    told = (stance for clue in group for stance in clue.frame.stances)
    return {_side_of(stance.actor) for stance in told if stance.stance not in (Stance.DENIED, Stance.CLEARED)} - {None}


def _side_of(actor: ActorMention) -> str | None:
    """Return the land of a state's forces, or the name of a group; None of anybody else."""
    if actor.kind not in ARMED:
        return None
    return actor.country if actor.kind is ActorKind.STATE and actor.country else actor.actor.casefold()

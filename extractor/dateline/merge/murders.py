"""Tells the murder of one person from that of another: each is an act of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.records import VictimCategory, VictimStatus

if TYPE_CHECKING:
    from dateline.merge.clues import Clue

MURDER = "trigger:murder"
PUBLIC = frozenset(
    {
        VictimCategory.GOVERNMENT,
        VictimCategory.POLITICIAN,
        VictimCategory.JUDICIAL,
        VictimCategory.DIPLOMAT,
        VictimCategory.CLERGY,
        VictimCategory.JOURNALIST,
    }
)


def is_other_murder(group: Iterable[Clue], clue: Clue) -> bool:
    """Whether the telling is of the murder of somebody by name, and the group tells that of others only.

    "The assassination of Senator Luna ... the murder of Ana Rojas": whoever names the act by its victim tells it from
    others so. Two who fell in one attack are told of together.
    """
    mine = tuple(_name_murdered(clue))
    if len(mine) != 1 or not any(map(_is_called_murder, group)):
        return False
    theirs = [name for member in group for name in _name_killed(member)]
    return bool(theirs) and not any(_is_same(mine[0], name) for name in theirs)


def _name_murdered(clue: Clue) -> Iterator[tuple[str, ...]]:
    """Yield the names, word by word, of those whose murder a noun tells."""
    if _is_called_murder(clue):
        yield from _name_killed(clue)


def _is_called_murder(clue: Clue) -> bool:
    return any(trigger.rule == MURDER and trigger.noun for trigger in clue.frame.triggers)


def _name_killed(clue: Clue) -> Iterator[tuple[str, ...]]:
    for harm in clue.frame.harms:
        if harm.status is VictimStatus.KILLED and harm.people is not None and harm.people.name:
            yield tuple(harm.people.name.lower().split())


def _is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: "Luna", "Mario Luna Ortega"."""
    return one[-1] in other or other[-1] in one

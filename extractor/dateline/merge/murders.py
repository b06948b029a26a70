"""Tells the murder of one public figure from that of another: each is an act of its own."""

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
    """Whether the telling is of the murder of a public figure, and the group tells that of others only.

    "The assassination of Senator Luna ... the assassination of Judge Rojas": whoever names the act by its victim tells
    it from others so. Two who fell in one attack are told of together.
    """
    mine = tuple(_name_murdered(clue))
    if len(mine) != 1:
        return False
    theirs = [name for member in group for name in _name_murdered(member)]
    return bool(theirs) and not any(_is_same(mine[0], name) for name in theirs)


def _name_murdered(clue: Clue) -> Iterator[tuple[str, ...]]:
    """Yield the names, word by word, of the public figures whose murder a noun tells."""
    if any(trigger.rule == MURDER and trigger.noun for trigger in clue.frame.triggers):
        for harm in clue.frame.harms:
            people = harm.people
            if harm.status is VictimStatus.KILLED and people and people.name and people.category in PUBLIC:
                yield tuple(people.name.lower().split())


def _is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: "Luna", "Mario Luna Ortega"."""
    return one[-1] in other or other[-1] in one

"""Tells the murder of one public figure from that of another: each is an act of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.merge.same_people import is_same_name
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


def is_other_murder(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the telling is of the murder of somebody by name, and the group tells that of others only.

    "The assassination of Senator Luna ... the assassination of Judge Rojas": whoever names the act by its victim tells
    it from others so, and from the death of the only one who fell. Two who fell in one attack are told of together.
    """
    mine = tuple(_name_murdered(clue))
    if len(mine) != 1:
        return False
    name, public = mine[0]
    theirs = [other for member in group for other, known in _name_murdered(member) if known] if public else []
    alone = _name_only_dead(group)
    return any(
        told and not any(_is_same(name, one) for one in told) for told in (theirs, () if alone is None else (alone,))
    )


def _name_murdered(clue: Clue) -> Iterator[tuple[str, bool]]:
    """Yield the names of those whose murder a noun tells, and whether they are public figures."""
    if any(trigger.rule == MURDER and trigger.noun for trigger in clue.frame.triggers):
        for harm in clue.frame.harms:
            people = harm.people
            if harm.status is VictimStatus.KILLED and people and people.name:
                yield people.name, people.category in PUBLIC


def _name_only_dead(group: Sequence[Clue]) -> str | None:
    """Return the name of the one who is told dead, None where there are more or none is named."""
    dead = [harm for clue in group for harm in clue.frame.harms if harm.status is VictimStatus.KILLED]
    names = [harm.people.name for harm in dead if harm.people is not None and harm.people.name]
    full = max(names, key=len, default=None)
    single = all(harm.count is None or harm.count.best == 1 for harm in dead)
    return full if full and single and all(_is_same(name, full) for name in names) else None


def _is_same(one: str, other: str) -> bool:
    """Whether two names may be one person's: "Luna", "Mario Luna Ortega"."""
    first, second = one.lower().split(), other.lower().split()
    return is_same_name(one, other) or first[-1] in second or second[-1] in first

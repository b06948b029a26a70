"""Tells which act told of is meant where it is called by what it hit: "the attack at the union hall"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.merge.likeness import relate_types
from dateline.merge.taking_up import read_known, read_new

if TYPE_CHECKING:
    from dateline.merge.clues import Clue


def find_by_thing(
    groups: Sequence[Sequence[Clue]],
    clue: Clue,
    text: str,
    *,
    current: int,
    may_join: Callable[[Sequence[Clue], Clue], bool],
) -> int:
    """Return the one happening that hit the thing by which the clue calls its act, -1 without one.

    "A bomb tore through the union hall. A clerk was shot dead elsewhere in the city. A nurse who was hurt in the attack
    at the union hall died": hers is not the act told last.
    """
    if current < 0 or not clue.frame.definite or clue.frame.stands_apart:
        return -1
    meant = {head for link in clue.frame.targets for head in read_known(link.mention.span.of(text))}
    if not meant:
        return -1
    found = [index for index, group in enumerate(groups) if meant.intersection(_things(group, text))]
    if len(found) != 1 or found[0] == current:
        return -1
    group = groups[found[0]]
    alike = any(
        relate_types(member.frame.type, clue.frame.type) in ("same", "family", "attack")
        and meant.intersection(_things([member], text))
        for member in group
    )
    return found[0] if alike and may_join(group, clue) else -1


def _things(group: Sequence[Clue], text: str) -> Iterator[str]:
    """Yield the nouns for what the act hit, whether brought in or known."""
    for member in group:
        for link in member.frame.targets:
            words = link.mention.span.of(text)
            yield from read_new(words)
            yield from read_known(words)

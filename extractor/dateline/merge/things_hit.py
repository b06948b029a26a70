"""Tells which act told of is meant where it is called by what it hit, by its kind, or as that told last.

"The attack at the hall", "the stabbing", "in that raid".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.merge.likeness import ALIKE, relate_types
from dateline.merge.own_answers import find_by_doer
from dateline.merge.taking_up import read_known, read_new
from dateline.records import FAMILY, EventType, Family

if TYPE_CHECKING:
    from dateline.merge.clues import Clue

# Kinds by whose noun an act is called: "the blast", "the shooting", "the stabbing", "the kidnapping".
KINDS = frozenset((EventType.BOMBING, EventType.SHOOTING, EventType.STABBING, EventType.KIDNAPPING))

# Before the noun for an act: "in that operation", "That first blast"; "said that attacks had risen" points at none.
THAT_ACT = re.compile(
    r"(?:\b(?:in|during|by|of|from|after|at|for)\s+(?:that(?:\s+same)?|the\s+same)|\bThat)\s+(?:(?!of\b)\w+\s+)?$"
)
BEFORE_NOUN = 40  # code points


def find_meant(
    groups: Sequence[Sequence[Clue]],
    clue: Clue,
    text: str,
    *,
    current: int,
    may_join: Callable[[Sequence[Clue], Clue], bool],
) -> int:
    """Return the number of the happening that the words for the act mean, -1 where they mean none that was told."""
    last = _find_last(groups, clue, text)
    if last >= 0 and may_join(groups[last], clue):
        return last
    called = find_by_thing(groups, clue, text, current=current, may_join=may_join)
    if called < 0:
        called = find_by_kind(groups, clue, current=current, may_join=may_join)
    return called if called >= 0 else find_by_doer(groups, clue, current=current, may_join=may_join)


def _find_last(groups: Sequence[Sequence[Clue]], clue: Clue, text: str) -> int:
    """Return the happening told last before the clue where that calls its act so, -1 without one.

    "Days before, troops killed a leader in a raid. Two soldiers also died in that raid": not in the story's attack.
    """
    if not groups or not any(t.noun and _is_that(text, t.span.start) for t in clue.frame.triggers):
        return -1
    last = max(range(len(groups)), key=lambda index: groups[index][-1].frame.triggers[0].span)
    member = groups[last][-1].frame
    near = 0 < clue.frame.sentence - member.sentence <= 1 and member.block is clue.frame.block
    return last if near and relate_types(member.type, clue.frame.type) in (*ALIKE, "arrest") else -1


def _is_that(text: str, start: int) -> bool:
    return THAT_ACT.search(text, max(0, start - BEFORE_NOUN), start) is not None


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
        relate_types(member.frame.type, clue.frame.type) in ALIKE and meant.intersection(_things([member], text))
        for member in group
    )
    return found[0] if alike and may_join(group, clue) else -1


def find_by_kind(
    groups: Sequence[Sequence[Clue]],
    clue: Clue,
    *,
    current: int,
    may_join: Callable[[Sequence[Clue], Clue], bool],
) -> int:
    """Return the one happening of the kind by which the clue calls its act, where the last is of another, -1 without.

    "A bomb wounded 12 at a market. Gunmen killed a teacher in the next town. A woman hurt in the blast has died".
    """
    frame = clue.frame
    named = {t.type for t in frame.triggers if t.noun and t.specific} & KINDS
    if current < 0 or not frame.definite or frame.stands_apart or frame.type not in named:
        return -1
    family = FAMILY[frame.type]
    if any(FAMILY[member.frame.type] in (family, Family.UNSPECIFIED) for member in groups[current]):
        return -1
    found = [i for i, group in enumerate(groups) if any(member.frame.type is frame.type for member in group)]
    return found[0] if len(found) == 1 and may_join(groups[found[0]], clue) else -1


def _things(group: Sequence[Clue], text: str) -> Iterator[str]:
    """Yield the nouns for what the act hit, whether brought in or known."""
    for member in group:
        for link in member.frame.targets:
            words = link.mention.span.of(text)
            yield from read_new(words)
            yield from read_known(words)

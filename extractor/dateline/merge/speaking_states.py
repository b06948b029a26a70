"""Lets an office that denies for its state be the state: "Iran blamed Israel; its government denied it"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Stance

if TYPE_CHECKING:
    from dateline.mentions import ActorMention
    from dateline.merge.suspects import Suspect

ANSWERS = frozenset((Stance.DENIED, Stance.CLEARED))
STATE = "state"  # rule of a state by its name
OFFICES = "noun:governments"  # rule of ministries and governments


def as_states(suspects: Sequence[tuple[Suspect, float]]) -> tuple[tuple[Suspect, float], ...]:
    """Return the suspects, each office that only denies under the name of its state where that is blamed by name."""
    states: dict[str, ActorMention] = {}
    for suspect, _ in suspects:
        actor = suspect.actor
        if actor.kind is ActorKind.STATE and actor.rule == STATE and actor.country is not None:
            states.setdefault(actor.country, actor)
    return tuple((_rename(suspect, states), chance) for suspect, chance in suspects)


def _rename(suspect: Suspect, states: Mapping[str, ActorMention]) -> Suspect:
    state = states.get(suspect.actor.country or "")
    if state is None or not _only_answers(suspect):
        return suspect
    own = suspect.actor
    named = replace(state, span=own.span, head=own.head)
    return replace(suspect, told=tuple((replace(stance, actor=named), frame) for stance, frame in suspect.told))


def _only_answers(suspect: Suspect) -> bool:
    """Whether an office of a state does nothing but deny."""
    office = suspect.actor.rule.startswith(OFFICES)
    return office and all(stance.stance in ANSWERS for stance, _ in suspect.told)

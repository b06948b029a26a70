"""Gives one held without a name the name by which the story accuses him: "A Tulsa man was arraigned. Omar Ali is"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Attribution, VictimStatus, exactly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.merge.fills import Fill
    from dateline.merge.tolls import Toll
    from dateline.records import Victim

SHORTEST = 2  # words of a full name


def name_held(toll: Toll, attributions: Iterable[Fill[Attribution]]) -> Toll:
    """Return the toll, the one person held without a name called what the actor of the same words is called.

    Nobody is named where more than one group is held, for the words may then be of another.
    """
    held = [fill for fill in toll.victims if fill.value.status is VictimStatus.ARRESTED]
    if len(held) != 1 or held[0].value.name is not None or held[0].value.count != exactly(1):
        return toll
    name = next((fill.value.actor for fill in attributions if _is_of(fill, held[0])), None)
    if name is None or any(fill.value.name == name for fill in toll.victims):
        return toll
    named = replace(held[0], value=replace(held[0].value, name=name))
    return replace(toll, victims=tuple(named if fill is held[0] else fill for fill in toll.victims))


def _is_of(actor: Fill[Attribution], held: Fill[Victim]) -> bool:
    """Whether an actor by a full name is told by the words for the one held too, and not only by the same verb."""
    words = actor.value.actor.split()
    if actor.value.kind is not ActorKind.INDIVIDUAL or len(words) < SHORTEST or not all(w[0].isupper() for w in words):
        return False
    # The actor's words leave the article out; the verb's are the same.
    return any(theirs.contains(mine) and mine != theirs for mine in actor.spans for theirs in held.spans)

"""Gives one held, or an attacker, without a name that of whom the story ties to the act.

"A Tulsa man was arraigned. Omar Ali is accused of shooting a clerk"; "the gunman killed himself. He was Omar Ali".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Attribution, Stance, VictimCategory, VictimStatus, exactly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.merge.fills import Fill
    from dateline.merge.tolls import Toll
    from dateline.records import Victim

SHORTEST = 2  # words of a full name
ANSWERED = frozenset((Stance.DENIED, Stance.CLEARED))
FALLEN = frozenset((VictimStatus.KILLED, VictimStatus.ARRESTED))


def name_held(toll: Toll, attributions: Sequence[Fill[Attribution]]) -> Toll:
    """Return the toll, the one attacker or person held without a name called as the actor who is the same is.

    Nobody is named where there is more than one such, for the name may then be another's.
    """
    blamed = [fill for fill in attributions if _is_named(fill.value) and fill.value.stance not in ANSWERED]
    held = [fill for fill in toll.victims if fill.value.status is VictimStatus.ARRESTED]
    attackers = [
        fill
        for fill in toll.victims
        if fill.value.category is VictimCategory.PERPETRATOR and fill.value.status in FALLEN
    ]
    if len(held) == 1 and (name := next((one.value.actor for one in blamed if _is_of(one, held[0])), None)):
        return _call(toll, held[0], name)
    names = {fill.value.actor for fill in blamed}
    if len(attackers) == 1 and len(names) == 1:
        return _call(toll, attackers[0], names.pop())
    return toll


def _call(toll: Toll, who: Fill[Victim], name: str) -> Toll:
    """Return the toll with the name, where the one has none yet and nobody else is called so."""
    one = who.value.name is None and who.value.count == exactly(1)
    if not one or any(fill.value.name == name for fill in toll.victims):
        return toll
    named = replace(who, value=replace(who.value, name=name))
    return replace(toll, victims=tuple(named if fill is who else fill for fill in toll.victims))


def _is_named(actor: Attribution) -> bool:
    """Whether it is a person by a full name."""
    words = actor.actor.split()
    person = actor.kind is ActorKind.INDIVIDUAL and len(words) >= SHORTEST
    return person and all(word[0].isupper() for word in words)


def _is_of(actor: Fill[Attribution], held: Fill[Victim]) -> bool:
    """Whether an actor is told by the words for the one held too, and not only by the same verb."""
    # The actor's words leave the article out; the verb's are the same.
    return any(theirs.contains(mine) and mine != theirs for mine in actor.spans for theirs in held.spans)

"""Reads whom a court awaits or has seen: "John Poe, 44, will be sentenced in June", "he appeared at a court"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import Stance
from dateline.relate.agents import VERBAL, agents_of_verb, is_passive, undergoers
from dateline.relate.clauses import is_negated
from dateline.relate.sayers import make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import StanceMention
    from dateline.relate.cues import Scene

APPEARING = frozenset(("appear", "appeared", "appears", "appearing"))
SENTENCED = frozenset(("sentenced", "tried", "arraigned"))
COURTS = frozenset(("court", "courts", "magistrate", "magistrates", "judge", "tribunal", "dock"))


def read_court_days(scene: Scene) -> Iterator[StanceMention]:
    """Yield the persons by name who stand before a court, in an article that tells of an act."""
    for index, word in enumerate(scene.lower):
        if word not in APPEARING and word not in SENTENCED:
            continue
        verb = scene.doc[index]
        if verb.pos_ not in VERBAL or is_negated(verb):
            continue
        if word in SENTENCED:
            heads = undergoers(verb) if is_passive(verb) and _is_ahead(verb) else ()
        else:
            before_court = any(part.lower_ in COURTS for part in verb.subtree if part.i > index)
            heads = agents_of_verb(verb) if before_court else ()
        for actor in scene.actors(heads):
            if actor.rule == "person":
                yield make_statement(verb, "stance:accused", actor, Stance.ACCUSED, event=None)


def _is_ahead(verb: Token) -> bool:
    """Whether the court's word is still to come: "will be sentenced", "is due to be sentenced"."""
    return any(kid.dep_ == "aux" and kid.lower_ in ("will", "to", "would") for kid in verb.lefts)

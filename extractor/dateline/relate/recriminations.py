"""Reads blame that two sides lay on each other: "Chad and Sudan accused each other", "the two traded blame"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.relate.agents import VERBAL, agents_of_verb
from dateline.relate.clauses import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.relate.cues import Cue, Reading, Scene


def is_each_other(obj: Token) -> bool:
    """Whether the object of a verb is "each other" or "one another"."""
    return obj.lower_ in ("other", "another") and any(kid.lower_ in ("each", "one") for kid in obj.children)


def read_each_other(scene: Scene, parties: Sequence[Token]) -> Iterator[Reading]:
    """Yield those who accuse each other, of two each by the other."""
    accused = tuple({actor.actor: actor for actor in scene.actors(parties)}.values())
    for actor in accused:
        others = [scene.doc[other.head] for other in accused if other is not actor]
        yield actor, others[0] if len(others) == 1 else None


def read_mutual(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    """Yield both sides of "the army and the rebels traded blame"."""
    del cue
    if verb.pos_ in VERBAL and not is_negated(verb):
        yield from read_each_other(scene, agents_of_verb(verb))

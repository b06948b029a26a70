"""Reads who is on the run besides those held or charged: "a fourth suspect is at large", "Omar Ali is on the run"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.relate.agents import VERBAL, agents_of_verb
from dateline.relate.clauses import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention
    from dateline.relate.cues import Cue, Scene

# What sets somebody apart from those told of before.
OTHER = frozenset((
    "another", "other", "others", "more", "second", "third", "fourth", "fifth", "sixth", "seventh", "remaining",
))  # fmt: skip


def read_fugitive(scene: Scene, word: Token, cue: Cue) -> Iterator[tuple[ActorMention, Token | None]]:
    """Read "another suspect remains at large", "two more men are absconding", "Omar Ali, 25, is on the run".

    Of "the gunmen are at large" nothing new is learnt.
    """
    verb = word if word.pos_ in VERBAL else word.head
    if verb.pos_ not in VERBAL or is_negated(verb) or verb.dep_ == "relcl":
        return  # "charged with Ann Poe, who is still at large": more is said of her
    for actor in scene.actors(agents_of_verb(verb)):
        if actor.rule == "person" or (actor.rule in ("noun:people", "noun:gunmen") and _is_other(scene, actor)):
            yield actor, None


def _is_other(scene: Scene, actor: ActorMention) -> bool:
    """Whether the phrase sets people apart from those told before: "a fourth suspect", "two others"."""
    return any(word.lower_ in OTHER for word in scene.doc[scene.doc[actor.head].left_edge.i : actor.head])

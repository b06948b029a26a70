"""Reads who held captives off who lets them go: "the engineers were released by guerrillas"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import EventType, Stance
from dateline.relate.agents import VERBAL, agents_of_verb
from dateline.relate.clauses import is_negated
from dateline.relate.cues import ARMED, UNREAL
from dateline.relate.sayers import make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import StanceMention
    from dateline.relate.cues import Scene

FREEING = frozenset(("released", "releases", "release", "releasing", "freed", "frees", "free", "freeing"))
SEIZURES = frozenset((EventType.KIDNAPPING, EventType.HOSTAGE_TAKING, EventType.HIJACKING))


def read_captors(scene: Scene) -> Iterator[StanceMention]:
    """Yield the armed groups that let captives go, where the text tells that somebody was seized."""
    seizures = [index for index, trigger in scene.acts.items() if trigger.type in SEIZURES]
    if not seizures:
        return
    for index, word in enumerate(scene.lower):
        token = scene.doc[index]
        if word not in FREEING or token.pos_ not in VERBAL or is_negated(token) or _is_unreal(token):
            continue
        act = min(seizures, key=lambda seizure: (not _in_sentence(token, seizure), abs(seizure - token.i)))
        for actor in scene.actors(agents_of_verb(token)):
            if actor.kind in ARMED:
                yield make_statement(token, "stance:agent", actor, Stance.REPORTED, event=act)


def _in_sentence(token: Token, index: int) -> bool:
    return token.sent.start <= index < token.sent.end


def _is_unreal(verb: Token) -> bool:
    """Whether they are only to be let go: "will release", "demanded that rebels release"."""
    return verb.tag_ == "VB" or any(child.dep_ == "aux" and child.lower_ in UNREAL for child in verb.children)

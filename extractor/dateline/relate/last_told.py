"""Finds who was last told of before a word that stands for it: the group before "it", its chairman, those held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import ActorKind, EventType
from dateline.relate.actor_heads import SPOKESMEN
from dateline.relate.agents import load_words, undergone
from dateline.relate.cues import ARMED

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention
    from dateline.relate.cues import Scene

# How several persons told of together are called, and how many they are; None for any number.
TOGETHER = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "pair": 2, "trio": 3, "they": None, "all": None}
# What speaks for a group and for none of its victims.
ORGANS = frozenset((
    "spokesman", "spokeswoman", "spokesperson", "spokesmen", "channel", "television", "tv", "radio", "station",
    "agency", "website", "outlet", "mouthpiece", "statement", "wing", "media", "newspaper", "negotiator",
))  # fmt: skip
SENTENCES = 2  # before the word
REACH = 60  # tokens back in which a pronoun finds its group


def last_group(scene: Scene, pronoun: Token) -> Iterator[ActorMention]:
    """Yield the last armed group named before "it" or "they"."""
    actor = _last_group(scene, pronoun)
    if actor is not None:
        yield replace(actor, rule=f"pronoun:{actor.rule}")


def _last_group(scene: Scene, pronoun: Token) -> ActorMention | None:
    before = (scene.by_head.get(index) for index in range(pronoun.i - 1, max(-1, pronoun.i - REACH), -1))
    return next((actor for actor in before if actor and actor.named and actor.kind in ARMED), None)


def last_held(scene: Scene, pronoun: Token) -> Iterator[ActorMention]:
    """Yield those last said to be arrested before "they deny the charges"."""
    arrests = [index for index in scene.acts if index < pronoun.i and scene.acts[index].type is EventType.ARREST]
    for index in sorted(arrests, reverse=True):
        verb = scene.doc[index]
        held = undergone(verb)
        actors = [actor for actor in scene.actors(held) if actor.kind is ActorKind.INDIVIDUAL]
        if actors:
            yield from actors
            return


def is_officer(subject: Token) -> bool:
    """Whether somebody speaks for a body told before: "its chairman", "their spokesman, John Poe"."""
    owned = any(child.dep_ == "poss" and child.lower_ in ("its", "their") for child in subject.lefts)
    return owned and subject.lower_ in load_words("agent_nouns")["speakers"] | SPOKESMEN


def is_own_voice(scene: Scene, sayer: Token, actor: ActorMention) -> bool:
    """Whether who speaks is an organ of the group last told of, not a man of those it hit: "its spokesman said".

    "The Red Front struck a barracks, their radio said"; of "their commander" it may be the soldiers'.
    """
    owned = next((kid for kid in sayer.lefts if kid.dep_ == "poss" and kid.lower_ in ("its", "their")), None)
    if owned is None or (last := _last_group(scene, owned)) is None or last.actor != actor.actor:
        return False
    voices = load_words("agent_nouns")["speakers"] | SPOKESMEN
    return sayer.lower_ in ORGANS or (owned.lower_ == "its" and sayer.lower_ in voices)


def last_body(scene: Scene, officer: Token) -> Iterator[ActorMention]:
    """Yield the last body named before "its chairman": a group, a union, a state."""
    for index in range(officer.i - 1, max(-1, officer.i - REACH), -1):
        actor = scene.by_head.get(index)
        if actor and actor.kind is not ActorKind.INDIVIDUAL and (actor.named or actor.rule == "noun:bodies"):
            yield actor
            return


def last_listed(scene: Scene, subject: Token) -> Iterator[ActorMention]:
    """Yield the persons by name told side by side just before "both", "the two", "all four".

    "John Poe and Jim Roe were held. Both deny the charges".
    """
    if not (subject.lower_ in TOGETHER or {kid.lower_ for kid in subject.lefts} & {"both", "all"}):
        return
    count = TOGETHER.get(subject.lower_)
    first = subject.sent.start
    for _ in range(SENTENCES):
        if not first:
            return
        sentence = scene.doc[first - 1].sent
        first = sentence.start
        for token in sentence:
            names = (token, *token.conjuncts)
            actors = [actor for name in names if (actor := scene.by_head.get(name.i)) and actor.rule == "person"]
            if len(actors) > 1 and len(actors) == len(names) and count in (None, len(actors)):
                yield from actors
                return

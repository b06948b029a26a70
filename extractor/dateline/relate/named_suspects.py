"""Finds the names of those held or charged: "police charged three men. They were named as John Poe, ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import EventType, Stance
from dateline.relate.agents import VERBAL, load_words, objects_of, undergoers, undergone
from dateline.relate.clauses import is_negated
from dateline.relate.cues import BEING
from dateline.relate.sayers import make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

NAMING = frozenset(("identified", "named", "known"))
# Words that may mean another than the one told of: "neighbor admits arson"; "the neighbor, Ann Roe, got out".
AROUND = frozenset(
    ("neighbor", "neighbour", "friend", "relative", "colleague", "owner", "passenger", "customer", "resident")
)
CUSTODY = frozenset(("custody", "jail", "bars", "detention", "prison", "bond", "bail", "cell", "cells"))
ARRESTED = frozenset(("arrested", "detained", "captured", "suspected", "accused"))
CHARGED = ARRESTED | frozenset(("charged", "indicted", "held", "charges", "arraigned"))
PARTNERS = frozenset(("accomplice", "accomplices", "co-conspirator", "conspirator", "conspirators"))
DEAD = frozenset(("dead", "victims", "killed", "died", "bodies"))


def names_of_held(scene: Scene) -> Iterator[tuple[Token, ActorMention]]:
    """Yield the persons by name whose arrest the words before tell: "They were named as X and Y"."""
    for index, word in enumerate(scene.lower):
        verb = scene.doc[index]
        names: list[Token] = []
        if word in NAMING and verb.pos_ in VERBAL and not is_negated(verb):
            # "They were named as X and Y", "police named the four as X, Y and Z"
            names = list(named_as(verb)) if any(map(_are_several, undergone(verb))) else []
        elif word in BEING and any(_is_their_names(child) for child in verb.children):
            names = [kid for kid in verb.children if kid.dep_ == "attr"]
        people = (*undergoers(verb), *objects_of(verb)) if names else ()
        if names and (_tells_arrest(scene, verb) or any(_are_charged(scene, one) for one in people)):
            yield from ((verb, actor) for actor in scene.actors(names) if actor.rule == "person")


def read_partners(scene: Scene) -> Iterator[StanceMention]:
    """Yield who is called by name an accomplice of those who did it: "his cousin and alleged accomplice, John Poe"."""
    for index, word in enumerate(scene.lower):
        if word in PARTNERS and scene.acts:
            noun = scene.doc[index]
            # Of two words for him the name may hang on the first.
            above = noun.head if noun.dep_ == "conj" else noun
            beside = [kid for one in {noun, above} for kid in one.children if kid.dep_ == "appos"]
            beside += [noun.head] if noun.dep_ in ("appos", "compound") else []
            for actor in scene.actors(beside):
                if actor.rule == "person":
                    yield make_statement(noun, "stance:accused", actor, Stance.ACCUSED, event=None)


def named_as(verb: Token) -> Iterator[Token]:
    """Yield what somebody "was identified as"."""
    yield from (kid for kid in verb.children if kid.dep_ in ("oprd", "attr"))
    yield from (kid for prep in verb.children if prep.lower_ == "as" for kid in prep.children)


def _are_several(people: Token) -> bool:
    """Whether it is people told of before: "they", "the men", "the four"."""
    the = any(kid.lower_ == "the" for kid in people.lefts)
    return people.lower_ in ("they", "them") or people.tag_ == "NNS" or (people.tag_ == "CD" and the)


def _is_their_names(subject: Token) -> bool:
    owned = any(child.lower_ == "their" for child in subject.lefts)
    return subject.dep_ == "nsubj" and subject.lower_ == "names" and owned


def _tells_arrest(scene: Scene, verb: Token) -> bool:
    """Whether the last people told of before are suspects or held, and nobody is dead."""
    words = load_words("agent_nouns")
    first = verb.sent.start
    first = scene.doc[first - 1].sent.start if first else 0
    near = range(first, verb.i)
    held = any(index in scene.acts and scene.acts[index].type is EventType.ARREST for index in near)
    suspects = words["suspects"] | CUSTODY | ARRESTED
    held = held or any(scene.lower[index] in suspects for index in near)
    return held and not any(scene.lower[index] in DEAD for index in near)


def _are_charged(scene: Scene, people: Token) -> bool:
    """Whether it is as many, or the same word, as were told just before to be charged: "four men", "the four"."""
    words = {people.lower_, *(kid.lower_ for kid in people.lefts if kid.tag_ == "CD")}
    first = people.sent.start
    for _ in range(2):
        first = scene.doc[first - 1].sent.start if first else 0
    for token in scene.doc[first : people.i]:
        if token.lower_ in CHARGED and token.pos_ in VERBAL:
            for held in undergone(token):
                if words & {held.lower_, *(kid.lower_ for kid in held.lefts if kid.tag_ == "CD")}:
                    return True
    return False

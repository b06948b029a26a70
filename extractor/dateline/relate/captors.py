"""Reads who held captives off who lets them go: "the engineers were released by guerrillas"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.find.people_roles import load_roles
from dateline.records import EventType, Stance
from dateline.relate.accusers import is_accusation
from dateline.relate.agents import AGENT, VERBAL, agents_of_verb, by_agents, objects_of
from dateline.relate.clauses import is_negated
from dateline.relate.cues import ARMED, UNREAL, is_doubted
from dateline.relate.harm_cues import PUBLISHED
from dateline.relate.sayers import SELF, find_sayer, find_speaker_of_own, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

FREEING = frozenset(("released", "releases", "release", "releasing", "freed", "frees", "free", "freeing"))
KEEPING = frozenset(("holding", "held", "hold", "holds"))
HOLDING = KEEPING | {"had", "have"}
CAPTIVES = frozenset(("him", "her", "them", "hostage", "hostages", "captive", "captives", "prisoner", "prisoners"))
SEIZURES = frozenset((EventType.KIDNAPPING, EventType.HOSTAGE_TAKING, EventType.HIJACKING))


def read_captors(scene: Scene) -> Iterator[StanceMention]:
    """Yield the armed groups that let captives go, those that hold them by their own word or that of others."""
    seizures = [index for index, trigger in scene.acts.items() if trigger.type in SEIZURES]
    for index, word in enumerate(scene.lower):
        token = scene.doc[index]
        if word not in FREEING or token.pos_ not in VERBAL or is_negated(token) or _is_unreal(token):
            continue
        if not seizures and not _lets_people_go(token):
            continue
        # Whom an armed group lets go it held, though nothing else is told of it.
        act = min(
            seizures, key=lambda seizure: (not _in_sentence(token, seizure), abs(seizure - token.i)), default=index
        )
        for actor in scene.actors(agents_of_verb(token)):
            if actor.kind in ARMED:
                yield make_statement(token, AGENT, actor, Stance.REPORTED, event=act)
    for index, word in enumerate(scene.lower if seizures else ()):
        token = scene.doc[index]
        if word in HOLDING and token.pos_ in VERBAL and not is_negated(token) and _holds_people(token):
            earlier = [seizure for seizure in seizures if seizure < index] or seizures
            for actor in _who_holds(scene, token):
                yield make_statement(token, "stance:avow", actor, Stance.CLAIMED, event=earlier[-1])
        if (
            word in KEEPING
            and token.pos_ in VERBAL
            and not is_negated(token)
            and any(map(_is_captive, objects_of(token)))
        ):
            yield from _told_to_hold(scene, token, min(seizures, key=lambda seizure: abs(seizure - index)))
        if word == "held" and token.pos_ in VERBAL and not is_negated(token) and any(map(_is_captive, _held(token))):
            nearest = min(seizures, key=lambda seizure: abs(seizure - index))
            for actor in scene.actors(by_agents(token)):
                if actor.kind in ARMED or actor.rule == "noun:gunmen":
                    yield make_statement(token, AGENT, actor, Stance.REPORTED, event=nearest)


def _told_to_hold(scene: Scene, verb: Token, seizure: int) -> Iterator[StanceMention]:
    """Yield the armed groups that others tell to hold somebody: "the front is still holding a judge"."""
    sayer = find_sayer(verb)
    for actor in scene.actors(agents_of_verb(verb)):
        if actor.kind not in ARMED or (sayer is not None and sayer.i == actor.head):
            continue
        accused = sayer is not None and is_accusation(scene, sayer, actor, None)
        stance = Stance.ACCUSED if accused else Stance.REPORTED
        stance = Stance.SUSPECTED if is_doubted(scene, verb, actor) else stance
        yield make_statement(verb, AGENT, actor, stance, event=seizure, sayer=sayer)


def _held(verb: Token) -> Iterator[Token]:
    """Yield who is held, of "sailors held by pirates" too."""
    yield from (kid for kid in verb.lefts if kid.dep_ == "nsubjpass")
    if verb.dep_ in ("acl", "relcl"):
        yield verb.head


def _is_captive(word: Token) -> bool:
    """Whether the word is for people: sailors, not towns and talks."""
    return word.lower_ in CAPTIVES or word.ent_type_ == "PERSON" or word.lower_ in load_roles()


def _holds_people(verb: Token) -> bool:
    """Whether "it" or "they" hold somebody: "said it was holding a priest", "said they had the three hostages"."""
    own = any(kid.dep_ == "nsubj" and kid.lower_ in SELF for kid in verb.lefts)
    unsaid = verb.dep_ == "ccomp" and is_negated(verb.head)  # "never said it was holding them"
    keeps = verb.lower_ in KEEPING
    captives = (obj.lower_ in CAPTIVES or (keeps and _is_captive(obj)) for obj in objects_of(verb))
    return own and not unsaid and any(captives)


def _who_holds(scene: Scene, verb: Token) -> Iterator[ActorMention]:
    sayer = find_speaker_of_own(verb)
    yield from (
        actor
        for actor in scene.actors((sayer,) if sayer is not None else (), speaker=True)
        if actor.kind in ARMED or actor.rule == "noun:gunmen"
    )


def _lets_people_go(verb: Token) -> bool:
    """Whether the verb has an object that no office makes known: not "released a communique"."""
    objects = [child.lower_ for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    return bool(objects) and PUBLISHED.isdisjoint(objects)


def _in_sentence(token: Token, index: int) -> bool:
    return token.sent.start <= index < token.sent.end


def _is_unreal(verb: Token) -> bool:
    """Whether they are only to be let go: "will release", "demanded that rebels release"."""
    return verb.tag_ == "VB" or any(child.dep_ == "aux" and child.lower_ in UNREAL for child in verb.children)

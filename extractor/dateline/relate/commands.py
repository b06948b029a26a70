"""Reads who had others do it: "gave the order to fire", "on the orders of the general", "the mastermind, John Poe"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import SECURITY, ActorKind, Stance
from dateline.relate.actor_heads import LEADERS
from dateline.relate.agents import VERBAL, agents_of_verb, load_words, objects_of
from dateline.relate.clauses import is_had_done, is_negated
from dateline.relate.cues import event_near, is_doubted
from dateline.relate.harm_near import BODY
from dateline.relate.identities import SENT_BY
from dateline.relate.sayers import find_sayer, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

MAKING = frozenset(("made", "built", "assembled", "constructed"))
ORDERS = frozenset(("order", "orders", "instruction", "instructions", "command", "behest", "directions"))
GIVING = frozenset(("gave", "given", "give", "gives", "giving", "issued", "issue", "issues", "issuing"))
ACTING = frozenset(("acted", "acting", "act", "carried", "done", "killed", "shot", "committed"))
BEFORE = frozenset(("on", "under", "at", "upon"))
# What is done to an act that others carry out; of a plan only where it stands beside an act.
COMMANDING = frozenset(("mastermind", "masterminds", "masterminded", "masterminding", "orchestrated", "orchestrating"))
PLANNING = frozenset(("planned", "planning", "plotted", "plotting", "instigated", "instigating", "commissioned"))
KNOWN = ("det", "nummod", "poss", "predet")  # beside acts of which the text tells
PERSONS = ("person", "noun:people")


def read_commands(scene: Scene) -> Iterator[StanceMention]:
    """Yield those by whose order others did it."""
    if not scene.acts:
        return
    for index in scene.acts:
        verb = scene.doc[index]
        # "She had her husband killed"
        if is_had_done(verb) and not is_negated(verb.head):
            harmed = [kid for kid in verb.lefts if kid.dep_ in ("nsubj", "nsubjpass") and not _is_of_body(kid)]
            by_others = harmed and not any(kid.dep_ in ("aux", "auxpass", "mark") for kid in verb.lefts)
            for actor in scene.actors(agents_of_verb(verb.head)) if by_others else ():
                if actor.kind not in (ActorKind.CROWD, ActorKind.UNKNOWN):
                    yield _state(scene, verb, actor)
    for index, word in enumerate(scene.lower):
        if word not in ORDERS:
            continue
        noun = scene.doc[index]
        if is_negated(noun.head):
            continue
        for actor in scene.actors(_givers(scene, noun)):
            if actor.kind not in (ActorKind.CROWD, ActorKind.UNKNOWN):
                yield _state(scene, noun, actor)


def _is_of_body(noun: Token) -> bool:
    """Whether the noun is a part of somebody: "they had their throats slit" befell them."""
    return noun.lower_ in BODY or noun.lower_.removesuffix("s") in BODY


def is_commander(agent: Token, act: Token, actor: ActorMention) -> bool:
    """Whether a person is told to have ordered or planned the act that `agent` is tied to: "ordered the attack"."""
    if not (actor.rule.startswith(PERSONS) or agent.lower_ in LEADERS):
        return False
    verb = agent.head.head if agent.dep_ == "pobj" and agent.head.dep_ == "agent" else agent.head
    while verb.dep_ in ("conj", "appos") and verb.pos_ not in VERBAL:
        verb = verb.head
    # "People are plotting attacks": none in particular.
    vague = verb.lower_ in PLANNING and act.tag_ == "NNS" and not any(kid.dep_ in KNOWN for kid in act.lefts)
    return verb.i != act.i and is_commanding(verb) and not vague


def is_maker(agent: Token) -> bool:
    """Whether a person is told to have made the means: "John Poe built the bomb"."""
    verb = agent.head
    while verb.dep_ == "conj" and verb.pos_ not in VERBAL:
        verb = verb.head
    made = (obj.lower_ for obj in objects_of(verb))
    return verb.lower_ in MAKING and any(one in load_words("agent_nouns")["means"] for one in made)


def is_commanding(verb: Token) -> bool:
    """Whether the verb tells that somebody had others do it."""
    return verb.lower_ in COMMANDING or verb.lower_ in PLANNING or verb.lower_ in load_words("agent_verbs")["approving"]


def _givers(scene: Scene, order: Token) -> Iterator[Token]:
    """Yield who gives the orders that lead to an act."""
    verb = order.head
    if order.dep_ == "dobj" and verb.lower_ in GIVING and verb.pos_ in VERBAL:
        below = [kid for kid in order.children if kid.dep_ in ("acl", "relcl", "prep")]
        below += [kid for kid in verb.children if kid.dep_ in ("xcomp", "advcl")]
        # "Gave the order": to do what was told before; not "gave orders to leave".
        the = any(kid.lower_ == "the" for kid in order.lefts)
        to_do = [part for kid in below for part in kid.subtree if part.i in scene.acts or part.lower_ in scene.harm]
        infinitive = any(kid.dep_ in ("acl", "xcomp") for kid in below)
        if to_do or (the and not infinitive):
            yield from agents_of_verb(verb)
    elif order.dep_ == "pobj" and verb.lower_ in BEFORE:
        done = verb.head
        if done.i in scene.acts and scene.acts[done.i].type in SECURITY:
            return  # "was detained on the orders of the president"
        acting = done.i in scene.acts or done.lower_ in scene.harm | ACTING
        if acting or any(obj.i in scene.acts for obj in objects_of(done)):
            behind = (prep for prep in order.children if prep.lower_ in ("of", "from", "by"))
            yield from (kid for kid in order.lefts if kid.dep_ == "poss")
            yield from (kid for prep in behind for kid in prep.children if kid.dep_ == "pobj")


def _state(scene: Scene, noun: Token, actor: ActorMention) -> StanceMention:
    sayer = find_sayer(noun)
    event = noun.i if noun.i in scene.acts else event_near(scene, noun)
    stance = Stance.REPORTED if sayer is None else Stance.ACCUSED
    if is_doubted(scene, noun.head, actor):
        stance = Stance.SUSPECTED
    return make_statement(noun, SENT_BY, actor, stance, event=event, sayer=sayer)

"""Tells whether an actor can be meant as who did what a word for an act tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.mentions import ActorMention, TriggerMention
from dateline.records import FROM_AFAR, SECURITY, ActorKind, EventType
from dateline.relate.act_nouns import heads_unrest
from dateline.relate.agents import MODIFYING, VERBAL, is_passive, load_words, objects_of
from dateline.relate.commands import is_commander, is_maker
from dateline.relate.cues import Scene
from dateline.relate.owners import CRAFT
from dateline.relate.sides import HANDS
from dateline.relate.stoppings import is_rescue
from dateline.relate.verbs import is_elliptic

if TYPE_CHECKING:
    from spacy.tokens import Token

HOUSES = ("ORG", "FAC")  # entity types of seats that are offices
OPPOSED = frozenset(("anti", "counter", "pro", "non"))
REPORTING = frozenset(("reported", "heard", "described", "saw", "witnessed", "report", "reporting"))
UNREST = frozenset((EventType.PROTEST, EventType.STRIKE, EventType.RIOT))
ARMIES = frozenset(("military", "government"))  # before a bombardment whose it is: "a military air strike"


def may_act(scene: Scene, actor: ActorMention, agent: Token, token: Token, trigger: TriggerMention | None) -> bool:
    """Whether the actor can be meant as who did it."""
    verb = token.pos_ in VERBAL
    crowded = trigger is not None and trigger.type in UNREST
    if agent.i > 1 and agent.nbor(-1).text == "-" and agent.nbor(-2).lower_ in OPPOSED:
        return False  # "anti-rebel operations"
    meanwhile = agent.i > token.i and agent.head.dep_ == "advcl"  # "six died when soldiers opened the way"
    handed = agent.head.lower_ == "of" and agent.head.head.lower_ in HANDS  # "died at the hands of rebels"
    if verb and not is_passive(token) and is_elliptic(token) and not (meanwhile or handed):
        return False
    above = token.head
    telling = agent.head.i == above.i or above.dep_ == "conj"  # "said they saw tanks and heard shelling"
    reported = token.dep_ in ("xcomp", "ccomp") and above.lower_ in REPORTING and telling
    if token.tag_ == "VBG" and reported:
        return False  # "residents reported shelling"
    bare = not actor.named and agent.dep_ in MODIFYING and " " not in actor.actor and agent.dep_ != "poss"
    if actor.kind is ActorKind.STATE and verb and is_rescue(token):
        return False
    bombarding = trigger is not None and trigger.type in FROM_AFAR and agent.lower_ in ARMIES
    # "A sniper attack" was by one, "sniper fire" may be any side's.
    lone = agent.lower_ == "sniper" and token.lower_ in ("attack", "shooting", "ambush", "killing")
    if not verb and bare and not (bombarding or lone) and agent.lower_ in load_words("agent_nouns")["sorts"]:
        return False
    if not verb and agent.dep_ in MODIFYING and agent.lower_ == "party" and not actor.named:
        return False  # "a birthday party shooting"
    if actor.rule == "noun:quantities" and (_counts_acts(scene, actor) or _counts_victims(agent, token)):
        return False
    if actor.rule == "noun:businesses" and not (crowded and heads_unrest(agent)):
        return False  # "the company fired 200 workers": it is only blamed or denies
    if actor.rule == "organisation":
        side = agent.head.lower_ == "between" or (agent.dep_ == "conj" and agent.head.head.lower_ == "between")
        if agent.head.lower_ == "from" and crowded:
            return False  # "the march from Hill Park"
        # "The blast was between the bank and a shop".
        fought = trigger is not None and trigger.type in (EventType.SHOOTING, EventType.ARMED_CLASH)
        fought = fought or token.lower_ in load_words("agent_nouns")["mutual"]
        return trigger is not None and (trigger.type in UNREST | SECURITY or (side and fought))
    if actor.rule == "seat" and (token.dep_ == "relcl" or scene.doc[actor.head].ent_type_ in HOUSES):
        return False  # "the bombing of a shrine in Bangkok, which killed 20"; "the Pentagon" speaks
    if actor.rule in ("state", "seat"):
        if crowded:
            return False  # "Nairobi protests": it is where they are, whatever the parser takes "protests" for
        beside = (not verb and agent.dep_ != "nsubj") or agent.dep_ in MODIFYING
        if not (_wages(actor, agent, token, trigger) if beside else _is_subject(agent)):
            return False
    if actor.rule == "person":
        if actor.actor.lower() in load_words("agent_nouns")["means"]:
            return False  # "Sarin kills 80"
        if crowded and (actor.head != agent.i or not heads_unrest(agent)):
            return False  # who is protested against, or speaks to the crowd
        told = agent.dep_ in ("pobj", "nsubj") and trigger is not None
        if not verb and not told:
            return False
        weak = trigger is not None and trigger.weak and token.lower_ not in scene.harm and not crowded
        if weak and not (is_commander(agent, token, actor) or is_maker(agent)):
            return False
    if trigger is not None and trigger.type in SECURITY:
        seizing = actor.kind is ActorKind.ARMED_GROUP or actor.rule.startswith(("noun:gunmen", "noun:criminals"))
        return actor.kind is ActorKind.STATE or seizing
    return True


def _counts_victims(agent: Token, verb: Token) -> bool:
    """Whether bare numbers tell of the fallen without a stop between them: "Two killed 6 injured"."""
    objects = objects_of(verb)
    bare = agent.tag_ == "CD" and agent.dep_ == "nsubj"
    return bare and bool(objects) and all(obj.tag_ == "CD" for obj in objects)


def _counts_acts(scene: Scene, actor: ActorMention) -> bool:
    """Whether it is acts that are many: "a wave of attacks"."""
    tokens = scene.doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand")
    return tokens is not None and tokens[-1].i in scene.acts


def _wages(actor: ActorMention, agent: Token, noun: Token, trigger: TriggerMention | None) -> bool:
    """Whether a country beside a noun for an act is who did it ("Russian raids") and not where it was."""
    if actor.rule == "seat":
        return False
    if agent.dep_ == "poss" and any(child.tag_ == "JJS" for child in noun.lefts):
        return False  # "Turkey's deadliest attack" was in Turkey
    if agent.dep_ == "pobj":
        return True
    if agent.head.lower_ in load_words("agent_nouns")["means"] | CRAFT:
        return agent.ent_type_ == "NORP" or agent.dep_ == "poss"
    warlike = noun.lower_ in load_words("agent_nouns")["warlike"] or (trigger is not None and trigger.type in FROM_AFAR)
    # "Ukrainian shelling" is Ukraine's, whatever sort of name it is taken for.
    if agent.ent_type_ == "NORP" or agent.dep_ in ("poss", "amod"):
        return warlike
    # A country's name before the act is where it was, unless it is short: "U.S. strikes".
    return warlike and agent.text.replace(".", "").isupper()


def _is_subject(agent: Token) -> bool:
    """Whether a country stands as a subject and is not a dateline that the parser took for one."""
    after = agent.doc[agent.i + 1] if agent.i + 1 < len(agent.doc) else None
    return after is None or after.text not in ("(", "-", "--", "–", "—", ":", ",") or agent.dep_ == "pobj"

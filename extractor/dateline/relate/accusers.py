"""Tells whether who says who did it accuses by it, and who lays blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import SECURITY, ActorKind, EventType
from dateline.relate.actor_heads import actors_at
from dateline.relate.agents import VERBAL, agents_of_verb, is_passive, load_words
from dateline.relate.clauses import is_speech, path_up
from dateline.relate.cues import ARMED
from dateline.relate.sayers import PRONOUNS, SELF, find_named_before, find_sayer, find_speaker_of_own

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, TriggerMention
    from dateline.relate.cues import Scene

TWO_SIDED = frozenset((EventType.ARMED_CLASH, EventType.PROTEST, EventType.STRIKE))  # taking part is no guilt


def is_accusation(scene: Scene, sayer: Token, actor: ActorMention, trigger: TriggerMention | None) -> bool:
    """Whether the sayer lays the act on the actor, by the word of saying, by office or as the other side."""
    return _accuses(scene, sayer) or _is_accuser(sayer) or _is_opponent(scene, sayer, actor, trigger)


def _is_accuser(sayer: Token) -> bool:
    """Whether who says it is an office whose word on guilt is an accusation: an embassy, a minister."""
    accusers = load_words("agent_nouns")["accusers"]
    return sayer.lower_ in accusers or any(child.lower_ in accusers for child in sayer.children)


def _is_opponent(scene: Scene, sayer: Token, actor: ActorMention, trigger: TriggerMention | None) -> bool:
    """Whether who says it lays the act on another: on a named person, a group, a crowd, a state other than its own."""
    if trigger is not None and trigger.type in TWO_SIDED and actor.rule != "person":
        return False
    if actor.kind in ARMED or actor.kind is ActorKind.CROWD or actor.rule == "person":
        return True
    if actor.kind is not ActorKind.STATE or (trigger is not None and trigger.type in SECURITY):
        return False
    said = next(actors_at(sayer, scene.by_head), None)
    voice = next(actors_at(sayer, scene.by_head, speaker=True), None) if said is None else said
    if voice is not None and voice.named and voice.kind in ARMED:
        return True  # "shelling by the army killed nine, officials of the front said"
    if said is None or said.kind is not ActorKind.STATE:
        officials = load_words("agent_nouns")["officials"]
        # "A military source said the air force struck".
        return not any(word.lower_ in officials for word in (sayer, *sayer.lefts))
    return said.country is not None and actor.country is not None and said.country != actor.country


def _accuses(scene: Scene, sayer: Token) -> bool:
    return any(above.lower_ in load_words("agent_verbs")["accusing"] for above in path_up(sayer) if is_speech(above))


def find_layers(verb: Token) -> tuple[Token, ...]:
    """Return who lays an act on somebody, past what is said: "he said jets had hit the market, blaming the army".

    And past a pronoun for who says it: "residents said they blamed the army"; "the mayor wept. He blamed the army".
    """
    clause = verb.head
    aside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and clause.dep_ == "ccomp" and is_speech(clause.head)
    agents = agents_of_verb(clause.head if aside else verb)
    pronoun = next((agent for agent in agents if agent.lower_ in PRONOUNS | SELF), None)
    if pronoun is None:
        return agents
    speaker = find_speaker_of_own(verb) or find_named_before(pronoun)
    return agents if speaker is None else (speaker,)


def find_who_lays(door: Token) -> Token | None:
    """Return who lays something "at the door of" somebody."""
    verb = next((above for above in path_up(door) if above.pos_ in VERBAL), None)
    layers = () if verb is None or is_passive(verb) else agents_of_verb(verb)
    return layers[0] if layers else find_sayer(door)

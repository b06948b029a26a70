"""Reads what the subject of a claim, plea or denial is tied to: "X claimed it", "his lawyer denied the charges"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import ActorMention
from dateline.records import ActorKind, Stance
from dateline.relate.actor_heads import SPOKESMEN, actors_at
from dateline.relate.advocates import find_client, is_advocate
from dateline.relate.agents import VERBAL, agents_of_verb, load_words, objects_of
from dateline.relate.clauses import SUBJECTS, is_negated
from dateline.relate.concerns import is_lesser_plea, is_to_hospital
from dateline.relate.cues import (
    ARMED,
    SIDES,
    Cue,
    Reading,
    Scene,
    find_object,
    is_unreal,
)
from dateline.relate.last_told import is_officer, last_body, last_group, last_held, last_listed
from dateline.relate.pronouns import find_antecedent
from dateline.relate.traces import (
    find_principals,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

NOBODY = frozenset(("no", "neither", "none", "nobody", "never", "not", "n't"))
PARTAKING = frozenset(("involvement", "participation", "complicity", "role", "hand", "responsibility", "guilt"))
# Before acts that are others than the one told of.
OTHERS = frozenset(("several", "many", "numerous", "similar", "previous", "other", "past", "earlier"))
CHARGES = frozenset(("charge", "charges", "accusation", "accusations", "allegation", "allegations"))


def read_subject(scene: Scene, verb: Token, cue: Cue) -> Iterator[Reading]:
    """Yield who claims, denies, admits or faces what the cue asks for, and who says so for him."""
    obj = find_object(scene, verb, cue)
    faces = cue.id == "face" and not is_negated(verb)  # "should face charges"
    if obj is None or (is_unreal(verb) and not faces and not verb.lower_.startswith("ple")):  # "pleaded not guilty"
        return
    if cue.id == "admit" and (is_to_hospital(verb) or is_lesser_plea(scene, verb)):
        return  # "five people admitted to hospital with gunshot wounds", "pleaded guilty to theft in 2016"
    none = any(kid.lower_ in NOBODY for kid in obj.children if kid.dep_ in ("det", "neg"))
    if cue.stance is Stance.CLAIMED and none and obj.lower_ != "guilty":
        return
    if cue.id == "claim" and _is_record(verb):
        return
    subjects = (*agents_of_verb(verb), *_issuers(verb))
    if obj.lower_ in ("it", "them") and cue.stance is Stance.CLAIMED:
        # "The group claimed it in a note": of people without a cause that may be anything.
        subjects = tuple(subject for subject in subjects if _is_body(scene, subject))
    if any(_is_nobody(subject) for subject in subjects):
        return
    denial = cue.stance is Stance.DENIED
    named = False
    if cue.stance is Stance.CLAIMED:
        principals = tuple(find_principals(scene, verb))
        if principals:
            yield from ((actor, None) for actor in principals)
            return
    for subject in subjects:
        found = list(actors_at(subject, scene.by_head, speaker=True))
        if is_advocate(subject):
            # "His lawyer denied the charges": he did.
            clients = tuple(find_client(scene, subject)) if denial or cue.id == "admit" else ()
            yield from ((actor, subject if denial else None) for actor in clients)
            continue
        if denial and (groups := tuple(own_groups(scene, verb))):
            yield from ((actor, subject) for actor in groups)
            continue
        listed = list(last_listed(scene, subject)) if cue.id in ("deny", "admit") else []
        if listed and not any(actor.named for actor in found):
            yield from ((actor, subject if denial else None) for actor in listed)
            continue
        if denial and is_officer(subject):
            found = list(last_body(scene, subject)) or found
        if not found and subject.pos_ == "PRON":
            charged = list(last_held(scene, subject)) if denial and obj.lower_ in CHARGES else []
            found = charged or list(last_group(scene, subject)) or list(find_antecedent(scene, subject))
        found += _included(scene, verb, subject)
        if len(subjects) > 1 and subject.lower_ in load_words("agent_nouns")["speakers"]:
            # "A man who said he spoke for X telephoned to deny it": the parser makes two subjects of it.
            found = [actor for actor in found if actor.named]
        for actor in found:
            named = True
            # Of two that deny together each speaks for itself.
            own = scene.doc[actor.head] if scene.by_head.get(subject.i, actor) is not actor else subject
            yield _of_state(scene, actor, subject) if denial else actor, own if denial else None
    official = any(subject.lower_ in load_words("agent_nouns")["accusers"] | SPOKESMEN for subject in subjects)
    if denial and (named or official) and obj.i != verb.i:
        yield from ((actor, subjects[-1]) for actor in find_acquitted(scene, obj))


def own_groups(scene: Scene, verb: Token) -> Iterator[ActorMention]:
    """Yield the group of which one who speaks for it denies that it did something: "denied that his men had fired"."""
    clauses = (verb, *(kid for kid in verb.children if kid.dep_ == "ccomp"))
    subjects = [kid for clause in clauses for kid in clause.lefts if kid.dep_ in SUBJECTS and kid.head.i != verb.i]
    subjects += [kid for kid in verb.lefts if kid.dep_ in SUBJECTS and verb.dep_ == "ccomp"]
    for subject in subjects:
        actor = scene.by_head.get(subject.i)
        owned = any(kid.dep_ == "poss" and kid.lower_ in ("his", "her", "our") for kid in subject.lefts)
        if owned and actor is not None and actor.named and actor.kind in ARMED:
            yield actor


def _of_state(scene: Scene, actor: ActorMention, subject: Token) -> ActorMention:
    """Return a person who speaks by an office of the state that stands before it: "Turkish Minister John Poe"."""
    if actor.rule != "person":
        return actor
    beside = (scene.by_head.get(part.i) for kid in subject.lefts for part in kid.subtree)
    country = next((one.country for one in beside if one is not None and one.kind is ActorKind.STATE), None)
    return replace(actor, country=country or actor.country)


def _is_nobody(token: Token) -> bool:
    """Whether the phrase says that there is none: "no group", "nobody"."""
    if token.lower_ in NOBODY or token.lower_ == "one":
        return True
    return any(child.lower_ in NOBODY and child.dep_ in ("det", "neg", "preconj") for child in token.children)


def _is_record(verb: Token) -> bool:
    """Whether it is told what somebody has claimed at other times: "has claimed several attacks in the region"."""
    if not any(kid.dep_ == "aux" and kid.lower_ in ("has", "have", "'ve") for kid in verb.lefts):
        return False
    claimed = [*objects_of(verb)]
    claimed += [kid for obj in claimed for prep in obj.children if prep.lower_ == "for" for kid in prep.children]
    return any(obj.tag_ == "NNS" and any(kid.lower_ in OTHERS for kid in obj.lefts) for obj in claimed)


def _is_body(scene: Scene, subject: Token) -> bool:
    """Whether the words stand for an armed group or its voice, whatever they call it."""
    actors = scene.actors((subject,), speaker=True)
    return any(actor.kind in ARMED or actor.rule == "noun:bodies" for actor in actors)


def _included(scene: Scene, verb: Token, subject: Token) -> list[ActorMention]:
    """Return the claimants told after "including": "four groups claimed it, including X and Y"."""
    return [
        actor
        for part in (*subject.children, *verb.subtree)
        if part.lower_ == "including"
        for actor in scene.actors(kid for kid in part.children if kid.dep_ == "pobj")
        if actor.named
    ]


def _issuers(verb: Token) -> Iterator[Token]:
    """Yield who issued the statement that a participle belongs to: "X issued a statement denying ..."."""
    noun = verb.head
    issued = noun.lower_ in load_words("agent_nouns")["speakers"] and noun.dep_ == "dobj"
    if verb.dep_ == "acl" and issued and noun.head.pos_ in VERBAL:
        yield from agents_of_verb(noun.head)


def find_acquitted(scene: Scene, obj: Token) -> Iterator[ActorMention]:
    """Yield those for whom others deny: "denied the involvement of X", "rejected any army involvement"."""
    if obj.lower_ in PARTAKING:
        owners = (child for child in obj.lefts if child.dep_ in ("compound", "poss", "amod"))
        yield from (actor for owner in owners if (actor := scene.by_head.get(owner.i)) and actor.kind in SIDES)
    for part in obj.subtree:
        actor = scene.by_head.get(part.i)
        if part.dep_ != "pobj" or part.head.lower_ not in ("of", "by"):
            continue
        if part.head.lower_ == "by" and part.head.head.i == obj.i and obj.lower_ in CHARGES:
            continue  # "denied accusations by the army": who accuses
        suffered = part.head.lower_ == "of" and part.head.head.lower_ in load_words("agent_nouns")["suffered"]
        if actor and actor.kind is not ActorKind.UNKNOWN and not suffered:  # "denied the murder of John Poe"
            yield actor

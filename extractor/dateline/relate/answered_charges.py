"""Reads charges in the words of whoever answers them: "denied accusations by X that", "said the charges were false"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicon.files import load_file
from dateline.records import ActorKind, Stance
from dateline.relate.actor_heads import actors_at
from dateline.relate.advocates import find_client, is_advocate
from dateline.relate.agents import MODIFYING, VERBAL, agents_of_verb
from dateline.relate.claim_subjects import CHARGES
from dateline.relate.clauses import is_negated
from dateline.relate.cues import BEING, GUILTY, event_near, load_denials
from dateline.relate.sayers import PRONOUNS, find_sayer, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

OWN = frozenset(("its", "their", "his", "her"))
CASES = CHARGES | {"case"}
BY = frozenset(("by", "from"))
ANSWERING = (ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.INDIVIDUAL, ActorKind.UNKNOWN)


def read_answered_charges(scene: Scene) -> Iterator[StanceMention]:
    """Yield who is accused by whom in a denial of the charge, and who calls the charge untrue."""
    for index, word in enumerate(scene.lower):
        if word not in CASES:
            continue
        noun = scene.doc[index]
        verb = noun.head
        if verb.pos_ not in VERBAL or is_negated(verb):
            continue
        if word in CHARGES and noun.dep_ == "dobj" and verb.lower_ in load_denials():
            yield from _accused(scene, noun, verb)
        elif noun.dep_ == "nsubj" and verb.lower_ in BEING and _is_untrue(verb):
            yield from _denied(scene, noun, verb)


def _accused(scene: Scene, charge: Token, verb: Token) -> Iterator[StanceMention]:
    """Yield the denier as accused by whose charge it is: "Iran rejected U.S. accusations that it was behind it"."""
    owners = [kid for kid in charge.lefts if kid.dep_ in MODIFYING and kid.i in scene.by_head]
    owners += [obj for by in charge.rights if by.lower_ in BY for obj in by.children if obj.dep_ == "pobj"]
    for subject in agents_of_verb(verb) if owners and _is_of_self(charge) and _is_of_act(scene, charge) else ():
        event = event_near(scene, charge)
        for actor in scene.actors([subject], speaker=True):
            if actor.kind in ANSWERING and actor.head != owners[0].i:
                told = make_statement(charge, "stance:blame", actor, Stance.ACCUSED, event=event, sayer=owners[0])
                yield replace(told, by=None if told.by is None else told.by.removesuffix("'s").removesuffix("’s"))


def _is_of_self(charge: Token) -> bool:
    """Whether the charge is laid on who denies it: "that it was behind it", not "that police had stood by"."""
    clauses = (kid for kid in charge.rights if kid.dep_ in ("acl", "relcl", "ccomp"))
    subjects = [kid for clause in clauses for kid in clause.lefts if kid.dep_ in ("nsubj", "nsubjpass")]
    return all(
        one.lower_ in PRONOUNS or any(kid.dep_ == "poss" and kid.lower_ in OWN for kid in one.lefts) for one in subjects
    )


def _is_of_act(scene: Scene, charge: Token) -> bool:
    """Whether the charge tells of an act or guilt: not "claims that its firms had bought oil"."""
    below = (part for part in charge.subtree if part.i > charge.i)
    return any(part.i in scene.acts or part.lower_ in scene.harm or part.lower_ in GUILTY for part in below)


def _denied(scene: Scene, charge: Token, verb: Token) -> Iterator[StanceMention]:
    sayer = find_sayer(verb, hearsay=False)
    if sayer is None:
        return
    if charge.lower_ == "case" and not is_advocate(sayer):
        return
    voices = find_client(scene, sayer) if is_advocate(sayer) else actors_at(sayer, scene.by_head, speaker=True)
    for actor in voices:
        if actor.kind in ANSWERING and _may_answer(actor):
            yield make_statement(charge, "stance:brand", actor, Stance.DENIED, event=None, sayer=sayer)


def _may_answer(actor: ActorMention) -> bool:
    """Whether it is one who may have done it, and no body that only judges: "the court said the claims were false"."""
    return actor.rule != "organisation"


def _is_untrue(verb: Token) -> bool:
    """Whether the clause calls something untrue: "were false", "is a fabrication"."""
    told = (kid.lower_ for kid in verb.children if kid.dep_ in ("acomp", "attr", "oprd"))
    return any(word in _load_brands() for word in told)


@cache
def _load_brands() -> frozenset[str]:
    """Return the words by which a charge is called untrue."""
    return frozenset(word for entry in load_file("stances") if entry.id == "brand" for word in entry.texts("objects"))

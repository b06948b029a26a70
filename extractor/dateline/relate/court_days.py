"""Reads whom a court awaits or has seen: "John Poe, 44, will be sentenced in June", "he appeared at a court"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Stance
from dateline.relate.agents import VERBAL, agents_of_verb, is_passive, undergoers
from dateline.relate.clauses import is_negated
from dateline.relate.sayers import make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import StanceMention
    from dateline.relate.cues import Scene

APPEARING = frozenset(("appear", "appeared", "appears", "appearing"))
SENTENCED = frozenset(("sentenced", "tried", "arraigned"))
GETTING = frozenset(("received", "got", "given"))
SENTENCES = frozenset(("sentence", "sentences", "life"))
STANDING = frozenset(
    ("stand", "stands", "stood", "standing", "face", "faces", "faced", "facing", "await", "awaits", "awaiting")
)
GOING = frozenset(("go", "goes", "went", "gone", "going", "put", "is", "are", "was", "were"))
COURTS = frozenset(("court", "courts", "magistrate", "magistrates", "judge", "tribunal", "dock"))


def read_court_days(scene: Scene) -> Iterator[StanceMention]:
    """Yield the persons by name who stand before a court, in an article that tells of an act."""
    for index, word in enumerate(scene.lower):
        if word not in APPEARING and word not in SENTENCED:
            continue
        verb = scene.doc[index]
        if verb.pos_ not in VERBAL or is_negated(verb):
            continue
        if word in SENTENCED:
            heads = undergoers(verb) if is_passive(verb) and _is_ahead(verb) else ()
        else:
            before_court = any(part.lower_ in COURTS for part in verb.subtree if part.i > index)
            heads = agents_of_verb(verb) if before_court else ()
        for actor in scene.actors(heads):
            if actor.rule == "person":
                yield make_statement(verb, "stance:accused", actor, Stance.ACCUSED, event=None)
    yield from _read_terms(scene)
    yield from _read_trials(scene)


def _read_trials(scene: Scene) -> Iterator[StanceMention]:
    """Yield who is on trial for an act: "officers went on trial for the murder", "John Poe will stand trial"."""
    for index, word in enumerate(scene.lower):
        if word != "trial" or not scene.acts:
            continue
        trial = scene.doc[index]
        verb = trial.head if trial.dep_ == "dobj" else trial.head.head
        if not stands_trial(verb) or is_negated(verb):
            continue
        passive = is_passive(verb)
        for actor in scene.actors(undergoers(verb) if passive else agents_of_verb(verb)):
            if actor.kind is ActorKind.INDIVIDUAL or actor.rule == "noun:forces":
                yield make_statement(trial, "stance:charge", actor, Stance.ACCUSED, event=_act_below(scene, verb))


def stands_trial(verb: Token) -> bool:
    """Whether the verb tells that somebody is tried: "will stand trial", "goes on trial", "to appear in court"."""
    if verb.lower_ in APPEARING:
        return any(kid.lower_ in COURTS for prep in verb.rights if prep.dep_ == "prep" for kid in prep.children)
    standing = verb.lower_ in STANDING and any(kid.lower_ == "trial" and kid.dep_ == "dobj" for kid in verb.rights)
    on_trial = (kid for prep in verb.rights if prep.lower_ == "on" for kid in prep.children if kid.lower_ == "trial")
    return standing or (verb.lower_ in GOING and any(on_trial))


def _act_below(scene: Scene, verb: Token) -> int | None:
    """Return the word for the act for which somebody is tried, where the clause has one."""
    return next((part.i for part in verb.subtree if part.i > verb.i and part.i in scene.acts), None)


def _read_terms(scene: Scene) -> Iterator[StanceMention]:
    """Yield the persons by name who got a sentence: "received 20 years", "got the same sentence", "was given life"."""
    for index, word in enumerate(scene.lower):
        if word not in GETTING or not scene.acts:
            continue
        verb = scene.doc[index]
        if verb.pos_ not in VERBAL or is_negated(verb):
            continue
        passive = is_passive(verb)
        terms = [kid for kid in verb.children if kid.dep_ in ("dobj", "oprd", "npadvmod", "attr") and _is_term(kid)]
        if not terms or (word == "given" and not passive):
            continue
        for actor in scene.actors(undergoers(verb) if passive else agents_of_verb(verb)):
            if actor.rule == "person":
                yield make_statement(verb, "stance:convict", actor, Stance.REPORTED, event=None)


def _is_term(noun: Token) -> bool:
    """Whether it is a court's sentence: "the same sentence", "20 years", not "received 20 votes"."""
    if noun.lower_ in SENTENCES:
        return True
    return noun.lower_ == "years" and any(kid.tag_ == "CD" for kid in noun.lefts)


def _is_ahead(verb: Token) -> bool:
    """Whether the court's word is still to come: "will be sentenced", "is due to be sentenced"."""
    return any(kid.dep_ == "aux" and kid.lower_ in ("will", "to", "would") for kid in verb.lefts)

"""Reads who the attackers are said to be: "gunmen believed to be herders", "police described them as rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Stance
from dateline.relate.agents import VERBAL, agents_of_verb, by_agents, is_passive, load_words, objects_of, undergoers
from dateline.relate.clauses import is_negated
from dateline.relate.cues import ARMED, BEING, event_near
from dateline.relate.sayers import find_sayer, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

OPINING = frozenset(
    ("believed", "believe", "believes", "thought", "think", "thinks", "suspected", "suspect", "suspects", "said")
) | frozenset(("presumed", "reported", "alleged", "feared", "assumed", "understood", "reputed", "supposed"))
CALLING = frozenset(
    ("described", "describe", "describes", "identified", "identify", "identifies", "branded", "labelled")
)
TELLING = OPINING | CALLING
BELONGING = frozenset(("belong", "belonged", "belongs", "belonging"))
ORIGINS = frozenset(("from", "of", "to", "with"))
ATTACKERS = ("noun:gunmen", "noun:criminals", "noun:fighters", "noun:miscreants", "noun:people")


def read_identities(scene: Scene) -> Iterator[StanceMention]:
    """Yield whom attackers are believed, or called, to be."""
    for index, word in enumerate(scene.lower):
        if word not in TELLING:
            continue
        verb = scene.doc[index]
        if verb.pos_ not in VERBAL or is_negated(verb):
            continue
        if word in OPINING:
            yield from _believed(scene, verb)
        else:
            yield from _called(scene, verb)


def _believed(scene: Scene, verb: Token) -> Iterator[StanceMention]:
    of_what = (kid for child in verb.children if child.lower_ == "of" for kid in child.children)
    for clause in (*verb.children, *of_what):
        if (
            clause.dep_ not in ("xcomp", "ccomp", "pcomp")
            or clause.lower_ not in BEING | BELONGING | {"be"}
            or is_negated(clause)
        ):
            continue
        own = [child for child in clause.children if child.dep_ == "nsubj"]
        if own and verb.lower_ == "said":
            continue  # "said the attackers were rebels": told, not believed
        whom = own or [*undergoers(verb), *(child for child in verb.children if child.dep_ == "nsubj")]
        whom += [verb.head] if verb.dep_ == "acl" and not own else []  # "gunmen believed to be rebels"
        if not any(_is_attacker(scene, token) for token in whom):
            continue
        sayer = next(iter(agents_of_verb(verb)), None) if own and not is_passive(verb) else find_sayer(verb)
        for actor in _named_as(scene, clause):
            yield make_statement(
                verb, "stance:think", actor, Stance.SUSPECTED, event=event_near(scene, verb), sayer=sayer
            )


def _named_as(scene: Scene, clause: Token) -> Iterator[ActorMention]:
    """Yield who stands after "be", "be from", "belong to"."""
    told = [child for child in clause.children if child.dep_ == "attr"]
    told += [
        kid
        for prep in clause.children
        if prep.dep_ == "prep" and prep.lower_ in ORIGINS
        for kid in prep.children
        if kid.dep_ == "pobj"
    ]
    yield from (actor for actor in scene.actors(told) if _is_side(actor))


def _called(scene: Scene, verb: Token) -> Iterator[StanceMention]:
    passive = is_passive(verb)
    whom = undergoers(verb) if passive else objects_of(verb)
    if not any(_is_attacker(scene, token) for token in whom):
        return
    sayer = next(by_agents(verb), None) if passive else next(iter(agents_of_verb(verb)), None)
    for prep in (child for above in (verb, *whom) for child in above.children):
        if prep.lower_ == "as" and prep.dep_ == "prep":
            for actor in scene.actors(kid for kid in prep.children if kid.dep_ == "pobj"):
                if _is_side(actor):
                    yield make_statement(
                        verb, "stance:blame", actor, Stance.ACCUSED, event=event_near(scene, verb), sayer=sayer
                    )


def _is_attacker(scene: Scene, token: Token) -> bool:
    """Whether the words stand for those who did it: "gunmen", "the killers", "armed men"."""
    actor = scene.by_head.get(token.i)
    return actor is not None and (
        actor.rule.startswith(ATTACKERS) or token.lower_ in load_words("agent_nouns")["doers"]
    )


def _is_side(actor: ActorMention) -> bool:
    """Whether the words tell a side, not only what sort of people they are."""
    if actor.rule.startswith("noun:gunmen"):
        return False
    return actor.kind in ARMED or actor.kind is ActorKind.CROWD or (actor.named and actor.kind is ActorKind.STATE)

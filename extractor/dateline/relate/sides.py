"""Reads off the dependency tree who acts beside or against the subject of a verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.relate.agents import MODIFYING, by_agents, is_passive, load_words, objects_of
from dateline.relate.clauses import after_of
from dateline.relate.true_subjects import past_disguise

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.relate.cues import Scene

TOGETHER = frozenset(("together", "along", "jointly"))
COOPERATION = frozenset(("cooperation", "co-operation", "coordination", "co-ordination", "collaboration", "tandem"))
HANDS = frozenset(("hands", "hand"))
HOLDING = frozenset(("held", "controlled", "occupied", "seized", "captured", "ruled"))
WHEN = frozenset(("when", "as", "after", "while"))
COMING = frozenset(
    (
        "arrived",
        "arrive",
        "came",
        "responded",
        "searched",
        "found",
        "reached",
        "investigated",
        "returned",
        "left",
        "was",
        "were",
        "is",
        "are",
    )
) | frozenset(
    (
        "said",
        "told",
        "had",
        "has",
        "rushed",
        "got",
        "gathered",
        "waited",
        "saw",
        "heard",
        "treated",
        "helped",
        "died",
        "fled",
        "refused",
    )
)

HELP = frozenset(("help", "support", "assistance", "aid", "backing", "complicity", "connivance"))
OF = frozenset(("of", "from"))


def companions(agent: Token) -> Iterator[Token]:
    """Yield those who act with the subject: "troops backed by militias", "marchers joined by X", "led by X"."""
    with_them = load_words("agent_verbs")["joining"]
    for child in agent.children:
        if child.dep_ in ("acl", "advcl") and child.lower_ in with_them:
            yield from _those_beside(child)
        if child.dep_ != "prep":
            continue
        # "The army in cooperation with allied militias", "army units, together with a militia,".
        objects = [obj for obj in child.children if obj.dep_ == "pobj"]
        if child.lower_ == "with" and any(kid.lower_ in TOGETHER for kid in child.lefts):
            yield from objects
        elif child.lower_ in ("alongside", "in"):
            yield from (obj for obj in objects if child.lower_ == "alongside")
            joint = (kid for obj in objects if obj.lower_ in COOPERATION for kid in obj.children)
            yield from (obj for kid in joint if kid.lower_ == "with" for obj in kid.children if obj.dep_ == "pobj")


def _those_beside(joining: Token) -> Iterator[Token]:
    """Yield those who back or join others, and whose air strikes do: "backed by coalition airstrikes and militias"."""
    warlike = load_words("agent_nouns")["warlike"]
    for noun in by_agents(joining):
        parts = (noun, *noun.conjuncts)
        for part in parts if any(one.lower_ in warlike for one in parts) else (noun,):
            if part.lower_ in warlike:
                yield from (child for child in part.lefts if child.dep_ in MODIFYING)
            else:
                yield part


def allies(verb: Token) -> Iterator[Token]:
    """Yield those beside whom the verb's subject acts: "fought alongside X", "marched with hundreds of others"."""
    if is_passive(verb):
        return
    beside = (
        ("alongside",) if objects_of(verb) else ("alongside", "together", "along")
    )  # "shot him along with his wife"
    for child in verb.children:
        if child.dep_ in ("advcl", "acl") and child.lower_ in load_words("agent_verbs")["joining"]:
            yield from _those_beside(child)
        if child.dep_ == "prep" and child.lower_ == "with":
            # "Carried it out with the help of X"
            helps = [obj for obj in child.children if obj.lower_ in HELP]
            yield from (obj for help_ in helps for of in help_.children for obj in of.children if of.lower_ in OF)
        if child.dep_ == "prep" and child.lower_ in beside:
            below = [child, *(kid for kid in child.children if kid.dep_ == "prep")]
            yield from (obj for prep in below for obj in prep.children if obj.dep_ == "pobj")


def at_hands(act: Token) -> Iterator[Token]:
    """Yield at whose hands people came to harm: "nine died at the hands of the rebels", "torture at the hands of X"."""
    for place in act.children:
        if place.lower_ != "at":
            continue
        hands = [child for child in place.children if child.lower_ in HANDS]
        yield from (obj for hand in hands for obj in after_of(hand))


def circumstances(verb: Token) -> Iterator[Token]:
    """Yield who acts in the clause that tells how people came to harm: "was hit when four men blocked the road".

    Who comes only afterwards ("as officers arrived") is passed over.
    """
    if not is_passive(verb) and verb.lower_ not in load_words("agent_verbs")["undergo"]:
        return
    for clause in verb.rights:
        if clause.dep_ != "advcl" or clause.lower_ in COMING or is_passive(clause):
            continue
        if any(child.lower_ in WHEN and child.dep_ in ("advmod", "mark") for child in clause.lefts):
            # "Was shot as she climbed the stairs": the pronoun is who was shot.
            doers = (child for child in clause.lefts if child.dep_ == "nsubj" and child.pos_ != "PRON")
            yield from map(past_disguise, doers)


def is_onlooker(scene: Scene, verb: Token, subject: Token) -> bool:
    """Whether forces only come or go meanwhile, or lose their own: "was slashed as officers removed a barricade"."""
    actor = scene.by_head.get(subject.i)
    if actor is None or actor.rule not in ("noun:forces", "noun:governments", "seat", "state"):
        return False
    # "After mounted police charged pickets": what is done to people may have hurt them.
    harmful = subject.head.i in scene.acts or subject.head.lower_ in scene.harm
    harmful = harmful or any(obj.i in scene.by_head for obj in objects_of(subject.head))
    # "Six died when soldiers opened the way for tankers": "when" tells how, "as" what else went on.
    harmful = harmful or any(kid.lower_ == "when" and kid.dep_ == "advmod" for kid in subject.head.lefts)
    fallen = scene.actors(child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))
    return not harmful or any(one.rule == "noun:forces" and one.country == actor.country for one in fallen)


def dispersed(verb: Token) -> Iterator[Token]:
    """Yield those on whom the means against unrest are used: "dispersed a crowd", "used tear gas against pickets"."""
    verbs, means = load_words("agent_verbs"), load_words("agent_nouns")["riot_means"]
    if verb.lower_ in verbs["dispersing"]:
        yield from (child for child in verb.children if child.dep_ == ("nsubjpass" if is_passive(verb) else "dobj"))
        return
    used = list(objects_of(verb))
    used += [obj for prep in verb.children if prep.lower_ == "with" for obj in prep.children if obj.dep_ == "pobj"]
    if not any(part.lower_ in means for obj in used for part in (obj, *obj.conjuncts)):
        return
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("at", "on", "against", "into"):
            yield from (obj for obj in prep.children if obj.dep_ == "pobj")


def losers(verb: Token) -> Iterator[Token]:
    """Yield from whom a place was fought free: "retook the town from X"."""
    if verb.lower_ not in load_words("agent_verbs")["wresting"]:
        return
    preps = [child for above in (verb, *objects_of(verb)) for child in above.children if child.dep_ == "prep"]
    for prep in preps:
        if prep.lower_ == "from":
            yield from (obj for obj in prep.children if obj.dep_ == "pobj")
    # "Retook the airport in Mosul, which had been held by the front"; "retook a town held by rebels".
    grounds = [noun for thing in objects_of(verb) for noun in (thing, *_named_with(thing))] + [*_named_with(verb)]
    held = (child for noun in grounds for child in noun.rights if child.dep_ in ("acl", "relcl"))
    yield from (holder for holding in held if holding.lower_ in HOLDING for holder in by_agents(holding))


def _named_with(thing: Token) -> Iterator[Token]:
    """Yield the places that say where something is: "Mosul" of "the airport in Mosul"."""
    preps = (child for child in thing.rights if child.dep_ == "prep" and child.lower_ in ("in", "of", "near", "at"))
    yield from (obj for prep in preps for obj in prep.children if obj.dep_ == "pobj")


def _is_means(verb: Token) -> bool:
    """Whether the subject is an act or a means and no fighter."""
    nouns = load_words("agent_nouns")
    return any(child.dep_ == "nsubj" and child.lower_ in nouns["warlike"] | nouns["means"] for child in verb.children)


def partners(verb: Token) -> Iterator[Token]:
    """Yield the other side of a fight: "clashed with X", "fought X"."""
    if verb.lower_ not in load_words("agent_verbs")["mutual"] or is_passive(verb):
        return
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "against"):
            yield from (obj for obj in child.children if obj.dep_ == "pobj")
        elif child.dep_ == "dobj" and _is_means(verb):
            continue  # "strikes engaged four positions"
        elif child.dep_ == "dobj" and not verb.lower_.startswith(("exchang", "trad")):
            if child.pos_ != "PRON":  # "said its men had repelled it"
                yield child
        elif child.dep_ == "dobj":
            for prep in child.children:
                if prep.dep_ == "prep" and prep.lower_ == "with":
                    yield from (obj for obj in prep.children if obj.dep_ == "pobj")

"""Reads who is said to be behind an act, responsible for it, involved in it, guilty of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.relate.accusers import find_layers
from dateline.relate.actor_heads import actors_at
from dateline.relate.agents import VERBAL, agents_of_verb, is_passive, load_words, objects_of, undergoers
from dateline.relate.clauses import is_negated
from dateline.relate.concerns import is_denied
from dateline.relate.cues import ARMED, BEING, SIDES
from dateline.relate.sayers import find_sayer

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention
    from dateline.relate.cues import Cue, Reading, Scene

HANDS = frozenset(("hand", "hands", "agents", "elements"))
PREDICATES = frozenset(("acomp", "prep", "attr", "advmod", "oprd", "pobj"))
HOLDING = frozenset(("hold", "holds", "held", "holding"))
THEM = frozenset(("them", "it"))
HELD = frozenset(("held", "considered", "deemed", "regarded", "understood", "supposed"))


def read_predicate(scene: Scene, word: Token, cue: Cue) -> Iterator[Reading]:
    """Read "X was behind the attack", "X, responsible for the attack,", "held X responsible"."""
    clause = word.head
    if any(child.lower_ == "not" for child in (*word.children, *clause.children)) and word.lower_ == "guilty":
        return  # "pleaded not guilty"
    if word.lower_ == "involved" and word.pos_ in VERBAL and word.dep_ not in ("acl", "relcl") and not is_negated(word):
        # "The front was involved in the blast", taken for a passive.
        if is_denied(word):
            return
        told = any(part.i in scene.acts for part in word.subtree)
        # "Four teenagers were involved in a shooting": they may be those who were shot.
        involved = (
            actor
            for actor in scene.actors(undergoers(word))
            if (told and not actor.rule.startswith(("noun:people", "noun:crowds"))) or actor.kind in ARMED
        )
        yield from ((actor, find_sayer(word)) for actor in involved)
        return
    if word.dep_ in ("amod", "acl") and clause.pos_ in ("NOUN", "PROPN", "PRON"):
        if word.lower_ == "responsible" and clause.i in scene.by_head and clause.dep_ != "appos":
            held = clause.dep_ == "dobj" and clause.head.lower_ in HOLDING
            holders = agents_of_verb(clause.head) if held else ()
            yield scene.by_head[clause.i], holders[0] if holders else find_sayer(clause)
        return
    # "Held the rebels responsible": the parser may make a clause of the two.
    small = word.dep_ == "ccomp" and clause.lower_ in HOLDING
    if (word.dep_ not in PREDICATES and not small) or clause.pos_ not in VERBAL or is_negated(clause):
        return
    if clause.lower_ in HOLDING and not is_passive(clause):
        blamed = (*objects_of(clause), *((clause.head,) if clause.dep_ == "relcl" else ()))
        blamed += tuple(kid for kid in word.lefts if kid.dep_ == "nsubj")
        sayers = find_layers(clause)
        meant = (actor for one in blamed if one.lower_ in THEM for actor in _last_side(scene, one))
        yield from ((actor, sayers[0] if sayers else None) for actor in (*scene.actors(blamed), *meant))
        return  # "the regime, which Washington holds responsible"
    if word.lower_ == "behind" and clause.lower_ not in BEING:
        return
    if is_denied(clause):
        return  # "denied that they were behind it": the cue tells
    if word.lower_ == "guilty" and not any(part.i in scene.acts for part in clause.subtree):
        return
    passive = is_passive(clause)
    subjects = undergoers(clause) if passive else agents_of_verb(clause)
    sayer = find_sayer(clause)
    for subject in subjects:
        found = list(actors_at(subject, scene.by_head))
        if subject.lower_ in HANDS:  # "the hand of X is behind it"
            found += scene.actors(
                kid for of in subject.children if of.lower_ == "of" for kid in of.children if kid.dep_ == "pobj"
            )
        if not found and subject.pos_ == "PRON" and sayer is not None:
            # "X announced it was responsible": the pronoun is who says so.
            found = [actor for actor in actors_at(sayer, scene.by_head, speaker=True) if actor.kind in ARMED]
        yield from ((actor, sayer) for actor in found)


def _last_side(scene: Scene, pronoun: Token) -> Iterator[ActorMention]:
    """Yield the last side told before "she holds them responsible", in the sentence and the one before."""
    start = scene.doc[max(pronoun.sent.start - 1, 0)].sent.start
    for index in range(pronoun.i - 1, start - 1, -1):
        actor = scene.by_head.get(index)
        if actor is not None and actor.kind in SIDES:
            yield actor
            return


def is_held_to_be(word: Token) -> bool:
    """Whether somebody is only taken to be responsible: "was thought responsible", "was held to be responsible"."""
    clause = word.head
    above = clause.head if clause.lower_ in BEING and clause.dep_ == "xcomp" else clause
    return is_passive(above) and above.lower_ in load_words("agent_verbs")["unsure"] | HELD

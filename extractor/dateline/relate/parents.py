"""Finds for whom a wing or a front acts where its name tells: "the X Brigades of Y", "X, the military wing of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.relate.cues import ARMED, BEING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import ActorMention, StanceMention
    from dateline.relate.cues import Scene

# Last words of the names of wings.
UNITS = frozenset(
    ("brigade", "brigades", "battalion", "battalions", "unit", "units", "column", "commando", "commandos")
)
WINGS = UNITS | frozenset(("wing", "arm", "branch", "cell", "squad", "battalion", "division", "apparatus"))
# Words for a wing only where they are called so: "the armed branch of X", but not "the local branch of X".
AMBIGUOUS = frozenset(("arm", "branch"))
ARMED_WORDS = frozenset(("armed", "military", "paramilitary", "militant", "fighting", "covert"))
COVERS = frozenset(("front", "name", "cover", "alias", "codename", "pseudonym", "label"))
MEMBERS = frozenset(
    ("member", "members", "militant", "militants", "fighter", "fighters", "operative", "operatives", "guerrilla")
) | frozenset(("guerrillas", "gunman", "gunmen", "commander", "cadre", "cadres", "activist", "activists", "supporters"))
FORMER = frozenset(("former", "ex", "onetime", "sometime", "alleged", "suspected"))


def with_parents(scene: Scene, mention: StanceMention) -> Iterator[StanceMention]:
    """Yield the statement, and the same of the body whose wing the text says the actor to be."""
    yield mention
    actor = mention.actor
    if not actor.named or actor.kind not in ARMED:
        return
    head = scene.doc[actor.head]
    for parent in scene.actors(_owners(head)):
        if parent.named and parent.kind in ARMED and parent.actor != actor.actor:
            yield replace(mention, actor=parent)


def _owners(head: Token) -> Iterator[Token]:
    """Yield the words for whose wing or front this is."""
    if head.lower_ in UNITS:
        yield from _after(head, "of")
    for child in head.rights:
        if child.dep_ == "appos" and child.lower_ in WINGS and _is_wing(child):
            yield child  # "the military wing of X" is one mention
            yield from _after(child, "of")
        elif child.dep_ == "appos" and child.lower_ in COVERS:
            yield from _after(child, "for")


def _is_wing(noun: Token) -> bool:
    return noun.lower_ not in AMBIGUOUS or any(child.lower_ in ARMED_WORDS for child in noun.lefts)


def _after(noun: Token, word: str) -> Iterator[Token]:
    yield from (obj for prep in noun.rights if prep.lower_ == word for obj in prep.children if obj.dep_ == "pobj")


def affiliates(scene: Scene, agent: Token) -> Iterator[ActorMention]:
    """Yield the armed groups to which a doer is said to belong."""
    yield from (actor for actor in scene.actors(_bodies(agent)) if actor.named and actor.kind in ARMED)


def _bodies(agent: Token) -> Iterator[Token]:
    """Yield to what a doer is said to belong: "men who were members of X", "John Poe, a member of X, fired"."""
    told = [child for child in agent.rights if child.dep_ == "appos"]
    for clause in agent.rights:
        if clause.dep_ == "relcl" and clause.lower_ in BEING:
            told += [kid for kid in clause.children if kid.dep_ == "attr"]
    for noun in told:
        if noun.lower_ in MEMBERS and not any(kid.lower_ in FORMER for kid in noun.lefts):
            yield noun  # "members of X" is one mention
            yield from _after(noun, "of")

"""Reads whom an inquiry leaves out: "have been eliminated from the inquiry", "are no longer suspects"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.records import ActorKind, Stance
from dateline.relate.agents import objects_of, undergoers
from dateline.relate.clauses import is_negated
from dateline.relate.clearings import is_no_longer
from dateline.relate.cues import BEING
from dateline.relate.harm_words import LEAVING_OUT, is_left_out
from dateline.relate.pronouns import find_antecedent
from dateline.relate.sayers import find_sayer, make_statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import StanceMention
    from dateline.relate.cues import Scene

SUSPECTS = frozenset(("suspect", "suspects"))
TAKING = frozenset(("treated", "treating", "considered", "considering", "regarded", "regarding", "seen"))


def read_exclusions(scene: Scene) -> Iterator[StanceMention]:
    """Yield who is told to be a suspect no more, or none."""
    for index, word in enumerate(scene.lower):
        token = scene.doc[index]
        if word in LEAVING_OUT and is_left_out(token):
            people: tuple[Token, ...] = (*undergoers(token), *objects_of(token))
        elif word in SUSPECTS and is_no_suspect(token):
            people = tuple(_said_to_be_none(token))
        else:
            continue
        for one in people:
            for actor in tuple(scene.actors((one,))) or tuple(find_antecedent(scene, one)):
                if actor.kind is ActorKind.INDIVIDUAL:
                    yield make_statement(
                        token, "stance:clear", actor, Stance.CLEARED, event=None, sayer=find_sayer(token)
                    )


def is_no_suspect(noun: Token) -> bool:
    """Whether the words say that somebody is none: "are no longer suspects", "is not being treated as a suspect"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.lower_ in TAKING:
        verb = noun.head.head
        return is_negated(verb) or any(kid.lower_ == "longer" for kid in verb.children)
    return noun.dep_ == "attr" and noun.head.lower_ in BEING and is_no_longer(noun)


def _said_to_be_none(noun: Token) -> Iterator[Token]:
    if noun.dep_ == "attr":
        yield from (kid for kid in noun.head.lefts if kid.dep_ == "nsubj")
        return
    verb = noun.head.head
    yield from undergoers(verb) or objects_of(verb)

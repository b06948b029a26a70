"""Tells words for the dead who are found from words for acts: "the bodies of two men" are no two acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import load_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

BODIES = frozenset(("body", "bodies", "remains", "corpse", "corpses"))


def is_body(head: Token) -> bool:
    """Whether the noun brings in somebody by what is left of them: "found the bodies of Ana Ruiz and her son"."""
    return head.lower_ in BODIES and any(child.dep_ == "prep" and child.lower_ == "of" for child in head.rights)


def is_of_body(person: Token) -> bool:
    """Whether only the body of somebody is told of: "the body of Ana Ruiz was handed over to her family"."""
    return person.dep_ == "pobj" and person.head.lower_ == "of" and person.head.head.lower_ in BODIES


def is_several_acts(head: Token) -> bool:
    """Whether the word for the act is a plural: "two attacks", not "six shots", "the bodies of two men"."""
    return head.tag_ == "NNS" and head.lower_ not in load_cues("strokes") and not is_body(head)

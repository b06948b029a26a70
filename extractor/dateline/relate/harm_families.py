"""Tells whom a participle describes behind his family: "the family of a teenager shot by police" was not shot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import PHYSICAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.mentions import HarmMention, PeopleMention
    from dateline.relate.harm_people import People

GROUPS = frozenset(("family", "families", "relatives", "parents", "friends", "estate"))
AUXILIARIES = ("aux", "auxpass")


def tell_of_families(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return the harms, those said of a family right behind the one it is of, with him for the one harmed."""
    told: list[HarmMention] = []
    for harm in harms:
        inner = _find_inner(people, harm)
        told.append(harm if inner is None else replace(harm, people=inner, count=inner.count))
    return told


def _find_inner(people: People, harm: HarmMention) -> PeopleMention | None:
    """Return whose family it is, where the word for what befell somebody stands right behind him and is no verb."""
    who = harm.people
    if who is None or who.name is not None or harm.status not in PHYSICAL:
        return None
    family = people.doc[who.head]
    if family.lower_ not in GROUPS:
        return None
    ends = [end for prep in family.rights if prep.lower_ == "of" for end in prep.rights if end.dep_ == "pobj"]
    inner = people.at.get(ends[0].i) if ends else None
    if inner is None or inner.head != ends[0].i or inner.count is None or inner.count.best != 1:
        return None
    verb = people.doc[ends[0].i + 1]
    right_behind = verb.tag_ in ("VBN", "VBD") and verb.pos_ == "VERB" and verb.i <= harm.head <= verb.i + 1
    return None if not right_behind or any(child.dep_ in AUXILIARIES for child in verb.lefts) else inner

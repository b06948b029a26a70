"""Tells what became of those whom a sentence names, by the words for them and by what was told before."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention, PeopleMention
from dateline.records import PHYSICAL, VictimCategory, VictimStatus, exactly
from dateline.relate.bodies import BODIES
from dateline.relate.harm_people import People

if TYPE_CHECKING:
    from spacy.tokens import Token

DEAD_WORDS = frozenset(("dead", "deceased", "slain"))
HURT_WORDS = frozenset(("wounded", "injured", "hurt", "casualties"))
IDENTIFYING = frozenset(("identified", "identify", "named"))
NAMED = ("nsubjpass", "dobj", "ccomp", "oprd")  # how whom it names hangs on "identified"
GAP = 2  # tokens of "the constable as" before a name, at the least
PLAIN = frozenset((VictimCategory.UNKNOWN, VictimCategory.CIVILIAN, VictimCategory.CHILD))
FORCES = frozenset((VictimCategory.POLICE, VictimCategory.MILITARY))  # with sergeants and captains in both
SEIZED = (VictimStatus.KIDNAPPED, VictimStatus.MISSING)


def seized_before(token: Token, harms: Sequence[HarmMention]) -> VictimStatus | None:
    """Return how the victims told before the word were seized, where nobody is told dead or hurt before it."""
    before = {h.status for h in harms if h.people is not None and h.count != exactly(0) and h.head < token.i}
    return None if before & PHYSICAL else next((status for status in SEIZED if status in before), None)


def fate_named(token: Token, told: Set[VictimStatus], status: VictimStatus | None) -> VictimStatus | None:
    """Return what became of those named, by the words for them where nobody was told harmed: "injured identified as".

    `status` is the gravest that is told.
    """
    if _names_those(token, HURT_WORDS) and (status is None or VictimStatus.INJURED in told):
        return VictimStatus.INJURED
    if status is None and token.lower_ in IDENTIFYING and _names_those(token, DEAD_WORDS | BODIES):
        return VictimStatus.KILLED
    return status


def _names_those(token: Token, words: Set[str]) -> bool:
    """Whether the sentence stands with one of the words: with "the wounded" rather than with the dead."""
    return any(
        word.lower_ in words
        for child in token.children
        if child.dep_ in NAMED or child.dep_ == "nsubj"
        for word in (child, *(obj for prep in child.rights if prep.lower_ == "of" for obj in prep.rights))
    )


def are_hurt_named(people: People, token: Token, mention: PeopleMention) -> bool:
    """Whether the name stands behind the gap of "identified the dead as Ana Ruiz, and the wounded as Ben Cole"."""
    words = people.lower[token.i : people.first_token(mention)]
    lead = next((i for i in range(len(words) - 1, 0, -1) if words[i] == "as"), 0)
    return lead > 1 and words[lead - 1] in HURT_WORDS


def kind_of_named(people: People, mention: PeopleMention, kind: VictimCategory | None) -> PeopleMention:
    """Return the one named as of the kind that the sentence names, or of the kind named right before him.

    "The nurse was identified as Ana Ruiz and the constable as Omar Ali".
    """
    first = people.first_token(mention)
    before = people.at.get(first - 2) if first > GAP and people.lower[first - 1] == "as" else None
    if before is not None and people.lower[people.first_token(before) - 1] == "and":
        kind = before.category
    return mention if kind is None else replace(mention, category=kind)


def kind_of_so_many(token: Token, fate: VictimStatus, size: int, harms: Sequence[HarmMention]) -> VictimCategory | None:
    """Return what the several are of whom as many were told before: "killing five officers. The dead were named as"."""
    if size < 2:
        return None
    before = [h for h in harms if h.people is not None and h.status is fate and h.head < token.i and not h.part]
    told = [h.people.category for h in before if h.people is not None and h.count == exactly(size)]
    return told[0] if len(before) == len(told) == 1 and told[0] not in PLAIN else None


def of_kind(mention: PeopleMention, kind: VictimCategory | None) -> PeopleMention:
    """Return the one named as of the kind told of so many, where the words at his name tell none, or a rank of both."""
    if kind is None or not (mention.category in PLAIN or {mention.category, kind} == FORCES):
        return mention
    return replace(mention, category=kind)

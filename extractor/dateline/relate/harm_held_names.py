"""Finds the name of somebody held: "a man was arrested; the suspect, named as Omar Ali, 47, was traced by his car"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention, PeopleMention
from dateline.records import VictimStatus, exactly
from dateline.relate.agents import load_words
from dateline.relate.harm_identified import identify, named_as
from dateline.relate.harm_named_fates import IDENTIFYING, NAMED
from dateline.relate.harm_people import People

if TYPE_CHECKING:
    from spacy.tokens import Token

CAUGHT = frozenset(("captured", "arrested", "detained", "held", "jailed"))


def find_held(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the name by which a sentence tells who the only one held is, where "the man" can mean nobody else."""
    held = {
        harm.people.head: harm.people
        for harm in harms
        if harm.status is VictimStatus.ARRESTED and harm.people is not None and harm.count == exactly(1)
    }
    if len(held) != 1 or any(who.name is not None for who in held.values()):
        return  # nobody knows which, or who is known
    (who,) = held.values()
    others = {
        people.lower[harm.people.head]
        for harm in harms
        if harm.people is not None and harm.people.name is None and harm.status is not VictimStatus.ARRESTED
    }
    for index, word in enumerate(people.lower):
        if word not in IDENTIFYING or index < who.head:
            continue
        token = people.doc[index]
        named = next(named_as(people, token), None)
        if named is not None and any(_means(people, one, who, others) for one in _whom(token)):
            yield identify(token, replace(named, category=who.category), VictimStatus.ARRESTED, "held")
            return


def _whom(verb: Token) -> Iterator[Token]:
    """Yield whom somebody names: the object, the subject of the passive, or whom the participle describes."""
    yield from (child for child in verb.children if child.dep_ in NAMED)
    if verb.dep_ == "acl":
        yield verb.head


def _means(people: People, noun: Token, who: PeopleMention, others: set[str]) -> bool:
    """Whether the words point at the one held: "the suspect", "the attacker", "the man" of "a man was arrested"."""
    if not any(child.lower_ == "the" for child in noun.lefts):
        return False
    if any(child.dep_ == "amod" and child.lower_ in CAUGHT for child in noun.lefts):
        return True  # "the captured man"
    words = load_words("agent_nouns")
    if noun.lower_ in words["suspects"] | words["doers"]:
        return True
    return noun.lower_ == people.lower[who.head] and noun.lower_ not in others

"""Finds whom a caustic liquid was thrown at: "threw acid at two sisters", "had bleach thrown in his face"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention
from dateline.records import VictimStatus
from dateline.relate.clauses import is_negated, span_of_word
from dateline.relate.harm_people import Patient, People, people_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LIQUIDS = frozenset(("acid", "bleach", "ammonia", "lye", "corrosive"))
THROWING = frozenset((
    "threw", "throw", "throws", "throwing", "thrown", "hurled", "hurling", "tossed", "tossing", "splashed", "splashing",
    "poured", "pouring", "sprayed", "spraying", "squirted", "squirting", "flung", "doused",
))  # fmt: skip
AT = frozenset(("at", "over", "on", "onto", "in", "into"))
BODY = frozenset(("face", "faces", "eyes", "eye", "head", "heads", "body", "back", "neck", "chest", "legs", "arms"))
RULE = "harm.acid.thrown"


def find_thrown(people: People) -> Iterator[HarmMention]:
    """Yield those whom a liquid that burns was thrown at, as hurt by it."""
    for index, word in enumerate(people.lower):
        if word not in LIQUIDS:
            continue
        liquid = people.doc[index]
        verb = next((above for above in (liquid.head, liquid.head.head) if above.lower_ in THROWING), None)
        if verb is None or is_negated(verb):
            continue
        for patient in _find_hit(people, verb):
            who = patient.people
            if who is not None:
                yield HarmMention(
                    span=span_of_word(verb), head=verb.i, rule=RULE, people=who, status=VictimStatus.INJURED,
                    count=who.count, by=None, total=False, part=False,
                )  # fmt: skip


def _find_hit(people: People, verb: Token) -> list[Patient]:
    """Return the people at whom, or at whose body, it went; those who "had acid thrown" in their own faces."""
    ends = [end for lead in verb.rights if lead.lower_ in AT for end in lead.rights if end.dep_ == "pobj"]
    owners = [child for end in ends if end.lower_ in BODY for child in end.lefts if child.dep_ == "poss"]
    own = any(owner.tag_ == "PRP$" for owner in owners)
    having = next((word for word in (verb.head, *verb.lefts) if word.lower_ in ("had", "having", "has")), None)
    if own and having is not None:
        subjects = (child for word in (having, verb) for child in word.lefts if child.dep_ in ("nsubj", "nsubjpass"))
        return [one for child in subjects if child.lower_ not in LIQUIDS for one in people_of(people, child)]
    aimed = [end for end in ends if end.lower_ not in BODY] + [one for one in owners if one.tag_ != "PRP$"]
    return [one for end in aimed for one in people_of(people, end)]

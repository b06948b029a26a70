"""Reads the names that "is" gives people of whom a word tells what befell them: "the injured policeman is Omar Ali"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention, PeopleMention
from dateline.relate.clauses import is_negated
from dateline.relate.harm_fate_words import fate_of
from dateline.relate.harm_identified import identify
from dateline.relate.harm_lists import read_names
from dateline.relate.harm_meant import find_of_calling
from dateline.relate.harm_named_fates import of_kind
from dateline.relate.harm_people import BE, People, people_of
from dateline.relate.harm_pronouns import UNSURE
from dateline.relate.harm_series import read_series

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_equated(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the people of "the wounded reporters are Ana Ruiz and Ben Cole", "Ana Ruiz was one of the nuns killed"."""
    known = {harm.people.head for harm in harms if harm.people is not None and harm.people.name is not None}
    for index, word in enumerate(people.lower):
        if word not in BE or is_negated(people.doc[index]):
            continue
        verb = people.doc[index]
        subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        attribute = next((child for child in verb.rights if child.dep_ == "attr"), None)
        if subject is None or attribute is None:
            continue
        for told, names in ((subject, attribute), (attribute, subject)):
            meant = find_of_calling(people, told, harms) if told is subject else None
            status = fate_of(told) or (meant.status if meant is not None else None)  # "the guard was Ana Ruiz, 53"
            if status is None:
                continue
            for mention in _named(people, names, verb):
                if mention.head not in known:
                    known.add(mention.head)
                    who = people.at.get(told.i)
                    kind = who.category if who is not None and who.category not in UNSURE else None
                    yield identify(verb, of_kind(mention, kind), status, "equated")


def _is_beside(people: People, name: PeopleMention) -> bool:
    """Whether the name tells who somebody else is: "she was Ana Cole, the wife of the shooter, Ben Cole"."""
    comma = people.first_token(name) - 1
    if comma < 1 or people.lower[comma] != ",":
        return False
    other = people.doc[comma - 1]
    return other.dep_ == "pobj" and other.tag_ == "NN" and other.head.lower_ == "of" and other.i in people.at


def _named(people: People, noun: Token, verb: Token) -> list[PeopleMention]:
    """Return the people called by name in the list that begins with `noun`."""
    told = (p.people for p in people_of(people, noun))
    found = [who for who in told if who is not None and who.name is not None and not _is_beside(people, who)]
    if not found or noun.i < verb.i:
        return found
    first = found[0]
    series = read_series(people, first, verb=verb)
    # "Inspector Ana Ruiz, constable Ben Cole and privates Omar Ali and Luis Vega": two pairs close the list.
    series += read_names(people, people.last_token(series[-1] if series else first) + 1, verb=verb)
    heads = {mention.head for mention in found}
    return [*found, *(mention for mention in series if mention.name is not None and mention.head not in heads)]

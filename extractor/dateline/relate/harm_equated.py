"""Reads the names that "is" gives people of whom a word tells what befell them: "the injured policeman is Omar Ali"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention, PeopleMention
from dateline.records import VictimStatus
from dateline.relate.clauses import is_negated
from dateline.relate.harm_identified import identify
from dateline.relate.harm_lists import read_names
from dateline.relate.harm_people import BE, People, people_of
from dateline.relate.harm_series import read_series

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words beside a noun that tell what befell whom it means: "the slain officers", "the nurse who was killed".
FATES = {
    **dict.fromkeys(("killed", "slain", "murdered", "assassinated", "executed", "dead"), VictimStatus.KILLED),
    **dict.fromkeys(("wounded", "injured", "hurt"), VictimStatus.INJURED),
    **dict.fromkeys(("kidnapped", "abducted"), VictimStatus.KIDNAPPED),
    "missing": VictimStatus.MISSING,
}
TELLING = frozenset(("amod", "acl", "relcl"))
PARTS = frozenset(("one", "two", "three", "four", "another", "some", "those", "ones", "both", "first", "second"))


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
            status = _fate_of(told)
            if status is None:
                continue
            for mention in _named(people, names, verb):
                if mention.head not in known:
                    known.add(mention.head)
                    yield identify(verb, mention, status, "equated")


def _fate_of(noun: Token) -> VictimStatus | None:
    """Return what the words beside a noun tell of whom it means, or of those of whom he is one."""
    for child in noun.children:
        passive = child.dep_ != "relcl" or any(kid.dep_ == "auxpass" for kid in child.children)
        if child.dep_ in TELLING and child.lower_ in FATES and passive:
            return FATES[child.lower_]
        if child.lower_ == "of" and noun.lower_ in PARTS:
            return next((fate for obj in child.rights if (fate := _fate_of(obj)) is not None), None)
    return None


def _named(people: People, noun: Token, verb: Token) -> list[PeopleMention]:
    """Return the people called by name in the list that begins with `noun`."""
    found = [p.people for p in people_of(people, noun) if p.people is not None and p.people.name is not None]
    if not found or noun.i < verb.i:
        return found
    first = found[0]
    series = read_series(people, first, verb=verb) or read_names(people, people.last_token(first) + 1, verb=verb)
    heads = {mention.head for mention in found}
    return [*found, *(mention for mention in series if mention.name is not None and mention.head not in heads)]

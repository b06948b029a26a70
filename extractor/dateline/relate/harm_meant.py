"""Finds what befell those whom a pronoun, a number or a calling means: "they", "one of them", "the officer"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import PHYSICAL, VictimStatus
from dateline.relate.harm_lists import PLURAL_TAGS
from dateline.relate.harm_named_fates import PLAIN, SEIZED
from dateline.relate.harm_people import WANTED
from dateline.relate.harm_pronouns import PLURAL, SINGULAR, find_antecedent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dateline.mentions import HarmMention
    from dateline.relate.harm_people import People

FATES = (VictimStatus.KILLED, VictimStatus.INJURED)  # the graver counts
OF_THEM = frozenset(("them", "these", "those"))
ONES = frozenset(("one", "two", "three", "another", "both", "others", "other"))
CLAUSES = frozenset(("relcl", "acl"))
NAME = frozenset(("name", "names", "identity", "identities"))
HIS = frozenset(("his", "her"))


def find_meant(people: People, pronoun: Token, harms: Sequence[HarmMention]) -> HarmMention | None:
    """Return what befell whom the pronoun of "identified him as Ana Ruiz" means, None where nothing is told."""
    if pronoun.lower_ == "their":
        return _last_several(people, pronoun, harms)
    if pronoun.lower_ not in SINGULAR | PLURAL | HIS:
        return None
    who = find_antecedent(people, pronoun, plural=pronoun.lower_ in PLURAL)
    if who is None:
        return _last_several(people, pronoun, harms) if pronoun.lower_ in PLURAL else None
    hurt = [h for h in harms if h.people is not None and h.people.head == who.head]
    return next((h for status in (*FATES, *SEIZED, VictimStatus.ARRESTED) for h in hurt if h.status is status), None)


def _last_several(people: People, pronoun: Token, harms: Sequence[HarmMention]) -> HarmMention | None:
    """Return what befell each of those of the sentence before: "killed a guard and his son. They were named as"."""
    before = people.doc[max(pronoun.sent.start - 1, 0)].sent
    told = [harm for harm in harms if before.start <= harm.head < before.end and harm.people is not None]
    size = sum(harm.count.best or 0 for harm in told if harm.count is not None)
    alike = size > 1 and len({harm.status for harm in told}) == 1
    return told[0] if alike and told[0].status in PHYSICAL else None


def find_owner(name: Token) -> Token | None:
    """Return the word for whose name it is, of "the student's name", "the names of the two nurses", "her name"."""
    if name.lower_ not in NAME:
        return None
    of_whom = (obj for child in name.rights if child.lower_ == "of" for obj in child.rights if obj.dep_ == "pobj")
    return next((child for child in name.lefts if child.dep_ == "poss"), next(of_whom, None))


def find_one_of_them(people: People, subject: Token, harms: Sequence[HarmMention]) -> HarmMention | None:
    """Return what befell the people of the sentence before whom "one of them" means."""
    if subject.lower_ not in ONES or subject.sent.start == 0:
        return None
    if not any(obj.lower_ in OF_THEM for child in subject.rights if child.lower_ == "of" for obj in child.rights):
        return None
    before = people.doc[subject.sent.start - 1].sent
    told = [harm for harm in harms if before.start <= harm.head < before.end and harm.people is not None]
    several = [harm for harm in told if harm.count is None or (harm.count.best or 0) > 1]
    return several[-1] if several and several[-1].status in PHYSICAL else None


def has_harmed(people: People, subject: Token, harms: Sequence[HarmMention]) -> bool:
    """Whether the word was last said of who harmed somebody: "An officer shot a man. The officer was identified as"."""
    before = (i for i in range(subject.i - 1, -1, -1) if people.lower[i] == subject.lower_ and i in people.at)
    last = next(before, None)
    if (
        last is None
        or people.doc[last].dep_ != "nsubj"
        or any(h.people and h.people.head == last and h.status in PHYSICAL for h in harms)
    ):
        return False
    verb = people.doc[last].head
    deeds = {verb.i, *(word.i for word in verb.conjuncts if not any(c.dep_ == "nsubj" for c in word.lefts))}
    return any(harm.head in deeds and harm.people is not None and harm.status in PHYSICAL for harm in harms)


def find_of_calling(people: People, subject: Token, harms: Sequence[HarmMention]) -> HarmMention | None:
    """Return what befell the one told before by his calling: "An officer was killed. The officer was identified as"."""
    who = people.at.get(subject.i)
    if who is None or who.name is not None or who.category in PLAIN or who.category in WANTED:
        return None
    if not any(child.lower_ == "the" for child in subject.lefts) or any(c.dep_ in CLAUSES for c in subject.rights):
        return None  # "the officer who fired the shots was identified as"
    told = (h for h in harms if h.people is not None and h.people.head < subject.i and h.status in PHYSICAL)
    return next((h for h in told if h.people is not None and h.people.category is who.category), None)


def find_harmed_of(subject: Token, harms: Sequence[HarmMention]) -> HarmMention | None:
    """Return what befell those of the subject, in its own clause or, of "the men", told before of several."""
    told = [harm for harm in harms if harm.people is not None and harm.people.name is None]
    own = next((harm for harm in told if harm.people and harm.people.head == subject.i), None)
    if own is not None or subject.tag_ not in PLURAL_TAGS or not any(child.lower_ == "the" for child in subject.lefts):
        return own
    before = [h for h in told if h.people and h.people.head < subject.i and h.status in (*FATES, *SEIZED)]
    return before[-1] if before and len({harm.status for harm in before}) == 1 else None

"""Finds the names that stand in one list with somebody told harmed: "killed were Ana Ruiz, 24; Ben Cole, 31; ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention, PeopleMention
from dateline.records import VictimCategory
from dateline.relate.harm_people import OWNERS, People
from dateline.relate.harm_pronouns import UNSURE

if TYPE_CHECKING:
    from spacy.tokens import Token

JOINING = frozenset((",", ";", "and", "&"))
SUBJECTS = ("nsubj", "nsubjpass")
OLDEST = 110  # years
HOMES = frozenset(("of", "from"))
LONGEST_HOME = 5  # tokens of "of Oak Park, Illinois"
OPENINGS = ((",",), (":",), ("--",), ("\u2013",), ("\u2014",), ("(",))  # between "three nurses" and their names
PLURAL_TAGS = ("NNS", "NNPS")


def find_listed(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield what is told of the names behind those of `harms`, where the parser cut them off their list."""
    known = {harm.people.head for harm in harms if harm.people is not None}
    for harm in harms:
        if harm.people is None or harm.people.name is None:
            continue
        for mention in read_names(people, people.last_token(harm.people) + 1, verb=people.doc[harm.head]):
            if mention.head in known:
                continue
            known.add(mention.head)
            rule = f"{harm.rule.rpartition('.')[0]}.list"
            yield replace(harm, rule=rule, people=mention, count=mention.count, total=False)


def share_kinds(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return `harms`, the names of a list of the kind told before it: "party workers Ana Ruiz and Ben Cole"."""
    kinds: dict[int, VictimCategory] = {}
    for harm in harms:
        who = harm.people
        if who is None or who.category in UNSURE:
            continue
        index = people.last_token(who) + 1
        if who.name is not None and people.doc[people.first_token(who)].tag_ in PLURAL_TAGS:
            listed = read_names(people, index, verb=people.doc[harm.head])
        elif (
            who.name is None
            and people.doc[who.head].tag_ in PLURAL_TAGS
            and people.lower[index : index + 1] in OPENINGS
        ):
            first = _name_at(people, index + 1)
            # "Five priests, their cook Elba": she is none of them.
            first = None if first is not None and people.lower[people.first_token(first)] in OWNERS else first
            rest = index + 1 if first is None else people.last_token(first) + 1
            listed = [] if first is None else [first, *read_names(people, rest, verb=people.doc[harm.head])]
        else:
            continue
        kinds.update({mention.head: who.category for mention in listed})
    return [_of_kind(harm, kinds) for harm in harms]


def _of_kind(harm: HarmMention, kinds: Mapping[int, VictimCategory]) -> HarmMention:
    who = harm.people
    if who is None or who.category not in UNSURE or who.head not in kinds:
        return harm
    return replace(harm, people=replace(who, category=kinds[who.head]))


def read_names(people: People, index: int, *, verb: Token) -> list[PeopleMention]:
    """Return the names of the list that goes on at token `index`, up to the last that an "and" or an age closes.

    Args:
        people: the phrases for people.
        index: the token behind the name before.
        verb: what is told of them; a name that is the subject of another verb is none of the list.
    """
    doc = people.doc
    end = len(doc)
    found: list[PeopleMention] = []
    sure = 0
    while index < end:
        index, aged = skip_age(people, index)
        index = skip_home(people, index)
        sure = len(found) if aged else sure
        joined = False
        closing = False
        while index < end and people.lower[index] in JOINING:
            closing = closing or people.lower[index] in ("and", "&", ";")
            joined = True
            index += 1
        mention = _name_at(people, index) if joined and index < end else None
        if mention is None or is_other_subject(doc[mention.head], verb):
            break
        found.append(mention)
        sure = len(found) if closing else sure
        index = people.last_token(mention) + 1
    return found[:sure]


def _name_at(people: People, index: int) -> PeopleMention | None:
    """Return the named person whose phrase begins at the token."""
    mention = people.at.get(index)
    if mention is None or mention.name is None or people.first_token(mention) != index:
        return None
    if people.doc[mention.head].dep_ == "poss":
        return None  # "Ana Ruiz and Ruiz's husband"
    return mention


def is_other_subject(name: Token, verb: Token) -> bool:
    """Whether the person at `name` is the subject of another verb than `verb`."""
    if name.dep_ not in SUBJECTS or verb.i in (name.head.i, name.head.head.i):
        return False
    # "The murder of Ana Ruiz, a nurse, and her son was a crime": the murder is what the verb is said of.
    return not (verb.pos_ == "NOUN" and verb.dep_ in SUBJECTS and verb.head.i == name.head.i)


def skip_age(people: People, index: int) -> tuple[int, bool]:
    """Return the token behind ", 24", "(24)", ", aged 24" or ", 24 years old", and whether an age stands there."""
    lower = people.lower
    start = index
    if lower[index : index + 1] in ((",",), ("(",)):
        index += 1
    if lower[index : index + 1] in (("aged",), ("age",)):
        index += 1
    if index >= len(lower) or not lower[index].isdecimal() or int(lower[index]) > OLDEST or index == start:
        return start, False
    index += 1
    index += 2 if lower[index : index + 2] == ("years", "old") else 0
    return index + (lower[index : index + 1] == (")",)), True


def skip_home(people: People, index: int) -> int:
    """Return the token behind ", of Oak Park", "(Spaniards)": where somebody lives, or is from."""
    lower = people.lower
    if lower[index : index + 1] == ("(",) and ")" in lower[index + 2 : index + 2 + LONGEST_HOME]:
        return lower.index(")", index) + 1
    at = index + (lower[index : index + 1] == (",",))
    if at >= len(lower) or lower[at] not in HOMES:
        return index
    for end in range(at + 1, min(at + 1 + LONGEST_HOME, len(lower))):
        if people.doc[end].pos_ != "PROPN" and people.doc[end].ent_type_ not in ("GPE", "LOC", "FAC"):
            return end if end > at + 1 else index
    return index

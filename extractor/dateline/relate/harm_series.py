"""Finds who else stands in a list of people told harmed: "a colonel, a judge, and Senator Omar Ali were murdered"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention, PeopleMention
from dateline.records import PHYSICAL, VictimCategory, VictimStatus
from dateline.relate.harm_lists import PLURAL_TAGS, is_other_subject, read_names, skip_age, skip_home
from dateline.relate.harm_people import KINSHIP, People
from dateline.relate.harm_pronouns import UNSURE

if TYPE_CHECKING:
    from spacy.tokens import Token

FATES = frozenset((*PHYSICAL, VictimStatus.KIDNAPPED, VictimStatus.MISSING))
CLOSING = frozenset(("and", "&"))
LEAST = 3  # members of a list that is read over the parser's head
OBJECTS = frozenset(("dobj", "pobj", "attr", "dative", "poss"))
WHEN = frozenset(("after", "before", "since", "until", "as"))
RELATIVES = frozenset(("who", "whose", "whom"))
COMPLEMENTS = frozenset(("of", "from", "for", "in", "at", "on", "with"))
CLAUSE = 14  # tokens of what tells of one member
OWNED = frozenset(("his", "her", "their", "my", "our"))
ARTICLES = frozenset(("a", "an", "one", "another"))


def complete_series(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return `harms`, with the members of a list whom the parser takes for what describes the one before them."""
    known = {(harm.people.head, harm.status) for harm in harms if harm.people is not None}
    fates = {harm.people.head: harm.status for harm in harms if harm.people is not None}
    found: list[HarmMention] = []
    whole: set[tuple[int, VictimStatus]] = set()  # members that the parser takes for a part of the first
    for harm in harms:
        who = harm.people
        if who is None or harm.status not in FATES or harm.part or harm.rule.endswith(".pronoun"):
            continue
        verb = people.doc[harm.head]
        for mention in (*read_series(people, who, verb=verb), *_read_back(people, who, verb=verb)):
            if fates.get(mention.head, harm.status) is not harm.status:
                break  # with a fate of their own
            key = (mention.head, harm.status)
            if key in known:
                whole.add(key)
                continue
            known.add(key)
            rule = f"{harm.rule.rpartition('.')[0]}.list"
            found.append(replace(harm, rule=rule, people=mention, count=mention.count, total=False))
    told = [
        replace(harm, part=False)
        if harm.part and harm.people is not None and (harm.people.head, harm.status) in whole
        else harm
        for harm in harms
    ]
    return [*told, *found]


def read_series(people: People, first: PeopleMention, *, verb: Token) -> list[PeopleMention]:
    """Return the members behind `first` of a list of three or more that "and" closes; what describes them is none.

    `verb` is what is told of them; the subject of another verb is no member.
    """
    found: list[PeopleMention] = []
    before = first
    size = 1
    while True:
        index = _skip_clause(people, skip_age(people, people.last_token(before) + 1)[0])
        index, closed = _skip_joint(people, index)
        mention = people.at.get(index) if index >= 0 else None
        if mention is None or people.first_token(mention) != index or is_other_subject(people.doc[mention.head], verb):
            return []
        if closed:
            pair = verb.i < first.head and (mention.name is not None or _size(mention) > 1)
            long = size + 1 >= LEAST or pair
            ends = [mention, *_sharing_calling(people, mention, verb=verb)]
            return [*found, *ends] if long and not _are_its_parts(people, first, [*found, *ends]) else []
        if _is_named_again(before, mention):
            found = [*found[:-1], mention] if found else found
        elif _is_member(people, before, mention):
            found.append(mention)
            size += 1
        elif not _is_described(before, mention):
            return []
        elif _is_called(people, before) and people.lower[people.first_token(mention)] in ARTICLES:
            found.append(mention)  # "Senator Ana Ruiz, a police officer, and a judge"
            size += 1
        before = mention


def _sharing_calling(people: People, mention: PeopleMention, *, verb: Token) -> list[PeopleMention]:
    """Return who shares the calling of the last of a list: "a cook, a nurse and drivers Ana Ruiz and Ben Cole"."""
    shared = mention.name is not None and people.doc[people.first_token(mention)].tag_ in PLURAL_TAGS
    return read_names(people, people.last_token(mention) + 1, verb=verb) if shared else []


def _read_back(people: People, last: PeopleMention, *, verb: Token) -> list[PeopleMention]:
    """Return the members before the last of a list that is the subject of `verb`, which stands behind it."""
    if verb.i < last.head or people.first_token(last) < 2 or people.lower[people.first_token(last) - 1] not in CLOSING:
        return []
    index = people.first_token(last) - 2
    found: list[PeopleMention] = []
    while True:
        index -= people.lower[index] == ","
        mention = people.at.get(index) if index >= verb.sent.start else None
        if mention is None or people.last_token(mention) != index or _is_object(people.doc[mention.head]):
            break
        leading = people.lower[people.first_token(mention)]
        if mention.name is None and leading not in ARTICLES and _size(mention) <= 1:
            break
        found.append(mention)
        index = people.first_token(mention) - 1
        if index < verb.sent.start or people.lower[index] != ",":
            break
    return found if len(found) + 1 >= LEAST else []


def _is_object(noun: Token) -> bool:
    """Whether the noun is what another verb is done to, rather than, behind "after", a misread subject."""
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.i < noun.i:
        return _is_object(noun.head)
    return noun.dep_ in OBJECTS and not (noun.dep_ == "pobj" and noun.head.lower_ in WHEN)


def _skip_clause(people: People, index: int) -> int:
    """Return the token behind what only tells of the one before: "of Oak Park", ", who was 24", ", all of whom ..."."""
    at = skip_home(people, index)
    lower = people.lower
    if at != index or at >= len(lower):
        return at
    start = at + (lower[at] == ",")
    count = people.count_at.get(start)
    clause = lower[start : start + 1] and (
        lower[start] in RELATIVES
        or (count is not None and lower[start + 1 : start + 3] == ("of", "whom"))
        or (lower[start] in ("both", "all", "most") and lower[start + 1 : start + 3] == ("of", "whom"))
    )
    if start > at and not clause:
        return index
    if start == at and lower[at] not in COMPLEMENTS:
        return index
    for end in range(start, min(start + CLAUSE, len(lower))):
        if lower[end] in (",", ";"):
            return end
        if lower[end] in (".", ":") or (not clause and people.doc[end].pos_ in ("VERB", "AUX")):
            return index
    return index


def _skip_joint(people: People, index: int) -> tuple[int, bool]:
    """Return the token behind "," or ", and", -1 where neither stands, and whether "and" does."""
    start = index
    while index < len(people.lower) and people.lower[index] in (",", ";"):
        index += 1
    joint = people.lower[index : index + 3] == ("as", "well", "as")
    closed = index < len(people.lower) and people.lower[index] in CLOSING
    index += 3 if joint else closed
    if index == start or index >= len(people.lower):
        return -1, False
    return index, closed


def _size(mention: PeopleMention) -> int:
    return (mention.count.best or 0) if mention.count is not None else 0


def _is_named_again(before: PeopleMention, mention: PeopleMention) -> bool:
    """Whether a name only tells who was called before it: "his wife, Ana Ruiz"."""
    return before.name is None and mention.name is not None and _size(before) == 1


def _is_called(people: People, name: PeopleMention) -> bool:
    """Whether words for who somebody is stand before the name: then those behind it tell of another."""
    before = name.span.of(people.text).partition(name.name or "")[0].strip()
    return len(before) > len("Msgr.")


def _is_described(before: PeopleMention, mention: PeopleMention) -> bool:
    """Whether the words only say who somebody is: "Ana Ruiz, a nurse"."""
    return before.name is not None and mention.name is None and _size(mention) <= 1


def _is_member(people: People, before: PeopleMention, mention: PeopleMention) -> bool:
    """Whether the phrase behind a comma tells of others than the one before it."""
    if mention.name is not None:
        return before.name is not None
    leading = people.lower[people.first_token(mention)]
    if _size(before) > 1 and _is_theirs(people, mention):
        return True  # "a couple, their baby and a grandmother"
    if _size(before) != 1:
        # "Two people, a man and a woman": only those of whom something is told are others.
        return _size(before) > 1 and _size(mention) >= 1 and before.category not in UNSURE
    if _size(mention) > 1:
        return True
    if mention.rule in KINSHIP:
        return leading in OWNED
    return before.name is None and leading in ARTICLES and _size(mention) == 1 and _is_told(mention)


def _is_told(mention: PeopleMention) -> bool:
    return mention.category is not VictimCategory.UNKNOWN or not mention.is_bare


def _is_theirs(people: People, mention: PeopleMention) -> bool:
    """Whether the words mean a child or relative of those before: "their baby", "their son"."""
    kin = mention.rule in KINSHIP or mention.category is VictimCategory.CHILD
    return kin and people.lower[people.first_token(mention)] == "their"


def _are_its_parts(people: People, first: PeopleMention, members: Sequence[PeopleMention]) -> bool:
    """Whether the members add up to the first group, of which they tell: "three guards, a man and two women"."""
    if any(_is_theirs(people, mention) for mention in members):
        return False
    return _size(first) > 1 and sum(_size(mention) for mention in members) == _size(first)

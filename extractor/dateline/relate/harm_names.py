"""Finds the names of people harmed that stand apart from the word for them: "one of them, Ana Ruiz, 34, died"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.find.people_roles import RANKS
from dateline.mentions import HarmMention, PeopleMention
from dateline.records import VictimCategory, VictimStatus, exactly
from dateline.relate.agents import load_words
from dateline.relate.clauses import is_headline
from dateline.relate.harm_identified import speaks
from dateline.relate.harm_people import BE, OWNERS, WANTED, People
from dateline.relate.harm_pronouns import UNSURE
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAMING = frozenset(("identified", "named", "called", "known"))
THEM = frozenset(("them", "whom", "those", "these", "the"))
CLOSING = frozenset((",", ".", ")", "(", ";", "—", "–", "-", ":"))
AGE = re.compile(r",? \(?\d\d\b")  # behind a name
BY = 8  # tokens of "identified by the county coroner on Friday as"
UNIFORMED = WANTED | {VictimCategory.POLICE, VictimCategory.MILITARY, VictimCategory.SECURITY_GUARD}
# fmt: off
MANY_BEAR = frozenset((
    "people.person", "people.captive", "people.man", "people.relative", "people.family_child", "people.child",
    "people.number",
    "people.another", "people.demonym", "people.age", "people.group_of_people", "people.couple", "people.leader",
    "people.officer", "people.organisation_people", "people.fate",
))
# fmt: on
OTHER_ONES = frozenset(("another", "other", "second", "third", "one"))


def name_people(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return `harms`, single people without a name given the one that stands behind them."""
    found: list[HarmMention] = []
    taken: set[tuple[int, VictimStatus]] = set()
    for harm in harms:
        named = None
        if harm.people is not None and harm.people.name is None and harm.people.count == exactly(1):
            named = name_behind(people, harm.people)
        if named is None or harm.people is None:
            found.append(harm)
            continue
        taken.add((named.head, harm.status))
        found.append(replace(harm, people=_with_name(harm.people, named)))
    return [h for h in found if h.people is None or (h.people.head, h.status) not in taken]


def name_by_office(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return `harms`, one told by his office alone given the name of the only one told to hold it.

    "The ambassador escaped unhurt. Ambassador Omar Ali was on his way to work."
    """
    told = {harm.people for harm in harms if harm.people is not None}
    words = Counter(_office(people, who) for who in below_headline(people, told))
    known = [_words(harm.people.name) for harm in harms if harm.people is not None and harm.people.name]
    made: list[HarmMention] = []
    for harm in harms:
        office = _office(people, harm.people)
        bearer = _find_bearer(people, office) if office is not None and words[office] <= 1 else None
        uniformed = bearer is not None and bearer.category in UNIFORMED and office not in RANKS
        if bearer is not None and uniformed and not AGE.match(people.text, bearer.span.end):
            bearer = None  # "Officer Ana Ruiz arrived first"
        if bearer is None or harm.people is None or any(_is_name_of(_words(bearer.name), name) for name in known):
            made.append(harm)
        else:
            made.append(replace(harm, people=replace(harm.people, name=bearer.name, calling=bearer.span)))
    return made


def below_headline(people: People, told: Set[PeopleMention]) -> Set[PeopleMention]:
    """Return those whom the story tells of, where it tells of any: a headline's dead is one of them."""
    start = people.doc[0].sent.end if len(people.doc) and is_headline(people.doc[0]) else 0
    return {who for who in told if who.head >= start} or told


def _office(people: People, who: PeopleMention | None) -> str | None:
    """Return the word for what one nameless person is: "ambassador", "deputy"; None for words that many bear."""
    if who is None or who.name is not None or who.count != exactly(1) or who.rule in MANY_BEAR:
        return None
    word = people.doc[who.head]
    if who.category in WANTED or any(child.lower_ in OTHER_ONES for child in word.lefts):
        return None
    return word.lower_ if word.tag_ in ("NN", "NNP") else None


def _find_bearer(people: People, office: str) -> PeopleMention | None:
    """Return the one person named with the office's word who does not only speak."""
    bearers: dict[str, PeopleMention] = {}
    for mention in people.mentions:
        if mention.name is None:
            continue
        before = mention.span.of(people.text).partition(mention.name)[0].lower().split()
        if before[-1:] != [office]:
            continue  # "Clerk Ana Ruiz" only: "a clerk, Ana Ruiz," is joined where the tellings are
        if speaks(people.doc[mention.head]) or "former" in before:
            return None
        bearers.setdefault(mention.name, mention)
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def tell_bearers(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield `harms`, named people as the fullest mention tells: "Cole" is "Ben Cole", a guard."""
    named = [(_words(mention.name), mention) for mention in people.mentions if mention.name is not None]
    dead = {_words(h.people.name) for h in harms if h.people is not None and h.status is VictimStatus.KILLED}
    for harm in harms:
        who = harm.people
        if who is None or who.name is None:
            yield harm
            continue
        shared = _share_surname(people, who, named)
        who = who if shared is None else replace(who, name=shared)
        mine = _words(who.name)
        same = [(words, mention) for words, mention in named if _is_name_of(mine, words) or _is_name_of(words, mine)]
        fuller = {words for words, _ in same if len(words) > len(mine)}
        if harm.status is VictimStatus.ARRESTED and len(fuller) > 1:
            # "The shooter, Ben Cole, killed Ana Cole. Cole is held": he is the other Cole.
            doers = {words for words, mention in same if _is_doer(people, mention)} - dead
            if len(doers) == 1:
                same = [(words, mention) for words, mention in same if words not in dead]
                fuller = doers
        # Two Coles: nobody knows whom "Cole" means.
        clear = len({words[0] for words in fuller}) <= 1 or len(mine) > 1
        best = (
            max((m for _, m in same if m.name is not None), key=lambda m: len(m.name or ""), default=who)
            if clear
            else who
        )
        told = next((m.category for _, m in same if m.category not in UNSURE), who.category) if clear else who.category
        yield replace(
            harm,
            people=replace(
                who,
                name=best.name if len(best.name or "") > len(who.name or "") else who.name,
                category=told if who.category in UNSURE else who.category,
                nationality=who.nationality or best.nationality,
                calling=_calling(people, who, best) if clear else None,
            ),
        )


def _is_doer(people: People, named: PeopleMention) -> bool:
    """Whether the words at a name say that he did it: "killed by her husband, Ben Cole", "the shooter, Ben Cole"."""
    token, first = people.doc[named.head], people.first_token(named)
    if named.category in WANTED or token.head.dep_ == "agent":
        return True
    words = load_words("agent_nouns")
    apposed = first > 1 and people.lower[first - 1] == "," and people.lower[first - 2]
    return bool(apposed) and apposed in words["suspects"] | words["doers"]


def _share_surname(
    people: People, who: PeopleMention, named: Sequence[tuple[tuple[str, ...], PeopleMention]]
) -> str | None:
    """Return "Ana Ruiz" for the first of "Ana and Ben Ruiz", where she bears no other name and Ana is nobody else's."""
    mine = _words(who.name)
    index = people.last_token(who) + 1
    if (
        len(mine) != 1 or people.lower[index : index + 1] != ("and",) or people.lower[people.first_token(who)] in OWNERS
    ):  # "his wife Ana and Ben Ruiz"
        return None
    other = people.at.get(index + 1)
    if other is None or other.name is None or " " not in other.name or people.first_token(other) != index + 1:
        return None
    if not other.span.of(people.text).startswith(other.name) or any(
        mine[0] in words for words, _ in named if len(words) > 1
    ):
        return None  # "Ruiz and Ben Cole", of whom the text tells as "Ana Ruiz"
    return f"{who.name} {other.name.rpartition(' ')[2]}"


def _calling(people: People, who: PeopleMention, best: PeopleMention) -> Span | None:
    """Return the first words that tell who a bare name's bearer is, None where its own words do."""
    if not _is_name_alone(who):
        return who.calling
    full = _words(best.name)
    for mention in people.mentions:
        if _words(mention.name) != full or _is_name_alone(mention):
            continue
        beside = mention.span.of(people.text).replace(mention.name or "", "").lower()
        if beside.strip(" ,-") and set(full).isdisjoint(beside.split()):
            return mention.span
    return None


def _is_name_alone(who: PeopleMention) -> bool:
    return who.name is not None and who.span.end - who.span.start <= len(who.name) + 1


def _words(name: str | None) -> tuple[str, ...]:
    return tuple((name or "").lower().split())


def _is_name_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one name is the other, its surname, or its first name with the surname."""
    if not short or not full or short == full:
        return short == full
    if len(short) == 1:
        return len(full) > 1 and short[0] in full
    # "Luis Ruiz" is "Luis Ruiz Cano": the mother's name may stand behind the father's.
    ends = (short[0], short[-1]) == (full[0], full[-1])
    return len(full) > len(short) and (short == full[-len(short) :] or short == full[: len(short)] or ends)


def _with_name(one: PeopleMention, named: PeopleMention) -> PeopleMention:
    return replace(
        one,
        span=Span(one.span.start, max(one.span.end, named.span.end))
        if named.span.end - one.span.end < 80
        else one.span,
        name=named.name,
        category=named.category if one.category in UNSURE else one.category,
        nationality=one.nationality or named.nationality,
    )


def name_behind(people: People, one: PeopleMention) -> PeopleMention | None:
    """Return the name in "one of them, identified by police as Ana Ruiz, 34", "the officer was named as Omar Ali"."""
    doc = people.doc
    index = people.last_token(one) + 1
    end = doc[one.head].sent.end
    if index + 2 < end and doc[index].lower_ == "of" and doc[index + 1].lower_ in THEM:
        index += 3 if doc[index + 1].lower_ == "the" else 2
    if index >= end:
        return None
    comma = doc[index].text == ","
    index += comma
    if not comma and index < end and doc[index].lower_ in BE:
        index += 1
    start = _behind_naming(doc, index, end)
    if start is None and not comma and index + 1 < end and _is_named_as(doc, one.head, index):
        start = index + 1  # "identified the slain officer as Omar Ali"
    if start is None and not comma:
        return None
    named = people.at.get(start if start is not None else index) if index < end else None
    if named is None or named.name is None or named.head == one.head:
        return None
    if people.first_token(named) != (start if start is not None else index):
        return None
    behind = people.last_token(named) + 1
    alone = behind >= len(doc) or doc[behind].text in CLOSING or (start is not None and doc[behind].lower_ != "and")
    return named if alone else None


def _is_named_as(doc: Doc, head: int, index: int) -> bool:
    return doc[index].lower_ == "as" and doc[head].dep_ == "dobj" and doc[head].head.lower_ in NAMING


def _behind_naming(doc: Doc, index: int, end: int) -> int | None:
    """Return the token behind "identified (by police) as", "named", "called"; None where no such words stand."""
    if index >= end or doc[index].lower_ not in NAMING:
        return None
    lead = next((i for i in range(index + 1, min(index + BY, end)) if doc[i].lower_ == "as"), None)
    if lead is not None:
        return lead + 1 if lead + 1 < end else None
    return index + 1 if doc[index].lower_ in ("named", "called") and index + 1 < end else None

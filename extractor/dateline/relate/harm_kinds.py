"""Reads who some of the dead or hurt were: "three of the dead were soldiers", "of the injured, seven are women"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.mentions import CountMention, HarmMention, PeopleMention
from dateline.records import PHYSICAL, VictimCategory, VictimStatus, exactly
from dateline.relate.clauses import span_of_word
from dateline.relate.harm_people import BE, People
from dateline.relate.harm_pronouns import UNSURE
from dateline.relate.harm_words import HURT
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

DEAD = frozenset(("dead", "killed", "deceased", "slain", "fatalities", "martyrs", "deaths", "bodies"))
EITHER = frozenset(("victims", "casualties"))
SKIPPED = frozenset(("a", "an", "the", "said", "to", "be", "also", "reportedly", "all", "both"))
ALL = frozenset(("both", "all"))
AMONG = "harm.among_"  # start of the rules of those told to be among the dead or the hurt
LEADING = frozenset(("of", "among"))
PARTED = 2  # tokens of "of the" before "injured"
REACH = 4  # tokens from "were" to whom they are said to be


def tell_kinds(people: People, harms: Sequence[HarmMention]) -> tuple[HarmMention, ...]:
    """Return `harms`, with those of the dead or hurt of whom it is said who they are as parts."""
    found = list(harms)
    for count in people.counts:
        told = _find_whole_word(people, count) or _find_fronted(people, count)
        at, verb = told if told is not None else (None, people.last_of_count(count) + 1)
        status = _read_status(people, found, at) if at is not None else _status_before(people, found, count)
        mention = _find_predicate(people, verb) if status is not None else None
        at = count.head if at is None else at
        if status is None or mention is None:
            continue
        span = Span(count.span.start, mention.span.end)
        who = replace(mention, span=span, count=count.count)
        found = [
            harm
            for harm in found
            if harm.status is not status or harm.people is None or not (harm.part and span.contains(harm.people.span))
        ]
        found.append(
            HarmMention(
                span=span_of_word(people.doc[at]),
                head=at,
                rule="harm.among_dead.kind" if status is VictimStatus.KILLED else "harm.among_wounded.kind",
                people=who,
                status=status,
                count=count.count,
                part=True,
            )
        )
    return tuple(found)


def tell_kind_of_named(people: People, harms: Sequence[HarmMention]) -> list[HarmMention]:
    """Return `harms`, those by name of the kind that they are of: "among the dead rebels were Omar Ali and Ben"."""
    told: list[HarmMention] = []
    for harm in harms:
        who = harm.people
        kind = _kind_behind(people, harm) if who is not None and who.name and who.category in UNSURE else None
        told.append(harm if kind is None or who is None else replace(harm, people=replace(who, category=kind)))
    return told


def _kind_behind(people: People, harm: HarmMention) -> VictimCategory | None:
    """Return who those are whom the word of the harm stands before: "dead" of "the dead rebels"."""
    if not harm.rule.startswith(AMONG):
        return None
    end = harm.span.end
    whole = next((m for m in people.mentions if m.span.start < end < m.span.end and m.name is None), None)
    return whole.category if whole is not None and whole.category not in UNSURE else None


def tell_whole_kind(people: People, harms: Sequence[HarmMention]) -> tuple[HarmMention, ...]:
    """Return `harms`, the group of whom an apposition says what all are with that kind.

    "Two people, both policemen", "one of the injured, a woman of 30".
    """
    wholes = {harm.people.head: harm.people for harm in harms if harm.people and not _is_apposed(people, harm)}
    kinds: dict[int, PeopleMention] = {}
    told: list[HarmMention] = []
    for harm in harms:
        who = harm.people
        whole = wholes.get(people.doc[who.head].head.i) if who is not None and _is_apposed(people, harm) else None
        if who is not None and whole is not None and _tells_all(people, who, whole):
            kinds[whole.head] = who
        else:
            told.append(harm)
    return tuple(
        replace(harm, people=replace(harm.people, category=kinds[harm.people.head].category))
        if harm.people is not None and harm.people.head in kinds and harm.people.category in UNSURE
        else harm
        for harm in told
    )


def _tells_all(people: People, who: PeopleMention, whole: PeopleMention) -> bool:
    """Whether an apposition is of the whole group, or of the one whom a bare number singles out."""
    one = whole.is_bare and who.name is None and whole.count == who.count == exactly(1)
    return one or people.lower[people.first_token(who)] in ALL


def _is_apposed(people: People, harm: HarmMention) -> bool:
    """Whether the people stand behind others of whom they say who these are: "both policemen"."""
    return harm.people is not None and people.doc[harm.people.head].dep_ == "appos"


def _find_whole_word(people: People, count: CountMention) -> tuple[int, int] | None:
    """Return the tokens of "dead" and "were" in "three of the dead were"; None where the number is of nobody."""
    lower = people.lower
    index = people.last_of_count(count)
    if lower[count.head + 1 : count.head + 2] == ("of",):
        index = count.head  # "three of the 12" is one phrase
    if lower[index + 1 : index + 2] != ("of",) or lower[index + 2 : index + 3] not in (("the",), ("those",)):
        return None
    words = DEAD | HURT | EITHER
    at = next((i for i in range(index + 3, min(index + 5, len(lower) - 2)) if lower[i] in words), None)
    return (at, at + 1) if at is not None and lower[at + 1] in BE else None


def _find_fronted(people: People, count: CountMention) -> tuple[int, int] | None:
    """Return the tokens of "injured" and "are" in "of the injured, seven are women"; None without them."""
    lower = people.lower
    verb = people.last_of_count(count) + 1
    first = count.head
    while first > 0 and people.count_at.get(first - 1) is count:
        first -= 1
    at = first - 1 - (lower[first - 1 : first] == (",",))
    if at < PARTED or BE.isdisjoint(lower[verb : verb + 1]) or lower[at] not in DEAD | HURT | EITHER:
        return None
    opened = lower[max(at - PARTED - 1, 0) : at]  # "of the injured", "among those wounded", "of the 12 dead"
    leads = any(one in LEADING and two in ("the", "those") for one, two in pairwise(opened))
    return (at, verb) if leads else None


def _status_before(people: People, harms: Sequence[HarmMention], count: CountMention) -> VictimStatus | None:
    """Return what befell more people right before a bare number of them: "nine were killed. Four were children"."""
    word = people.doc[count.head]
    size = count.count.best or 0
    if BE.isdisjoint(people.lower[people.last_of_count(count) + 1 :][:1]) or word.dep_ not in (
        "nsubj",
        "nsubjpass",
        "conj",
    ):
        return None
    if _is_of_part(people, harms, count):
        return None
    before = word.sent.start if word.sent.start == 0 else people.doc[word.sent.start - 1].sent.start
    last = max((h for h in harms if before <= h.head < word.i and h.count), key=lambda h: h.head, default=None)
    if last is None or last.count is None or last.status not in PHYSICAL or (last.count.best or 0) <= size:
        return None
    return last.status


def _is_of_part(people: People, harms: Sequence[HarmMention], count: CountMention) -> bool:
    """Whether the number is of some who are told apart already: "eight people, six of them nuns, of whom five were"."""
    if people.lower[count.head - 2 : count.head] != ("of", "whom"):
        return False
    before = people.doc[count.head - 2].idx
    return any(h.part and h.people is not None and 0 <= before - h.people.span.end <= PARTED for h in harms)


def _read_status(people: People, harms: Sequence[HarmMention], at: int) -> VictimStatus | None:
    word = people.lower[at]
    if word in EITHER:
        before = {
            harm.status for harm in harms if harm.status in PHYSICAL and harm.head < at and harm.count is not None
        }
        return next((status for status in (VictimStatus.KILLED, VictimStatus.INJURED) if status in before), None)
    return VictimStatus.KILLED if word in DEAD else VictimStatus.INJURED


def _find_predicate(people: People, verb: int) -> PeopleMention | None:
    """Return the phrase that says who they are, behind "were"."""
    for index in range(verb + 1, min(verb + 1 + REACH, len(people.lower))):
        mention = people.at.get(index)
        if mention is not None:
            plain = mention.name is None and not mention.is_bare
            said = not _is_subject(people.doc[mention.head]) or _is_cut_off(people, mention)
            return mention if plain and said else None
        if people.lower[index] not in SKIPPED and people.doc[index].pos_ not in ("ADJ", "NUM", "PROPN", "NOUN", "ADV"):
            return None
    return None


def _is_subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass", "agent") or token.head.dep_ == "agent"


def _is_cut_off(people: People, mention: PeopleMention) -> bool:
    """Whether the parser joins who they are to the next number: "five were women and two were children"."""
    index = people.last_token(mention) + 1
    count = people.count_at.get(index + 1)
    if people.lower[index : index + 1] != ("and",) or count is None:
        return False
    return not BE.isdisjoint(people.lower[people.last_of_count(count) + 1 :][:1])

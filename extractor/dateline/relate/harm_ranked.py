"""Finds the victims told of by their place among others: "the last of them, Ana Ruiz, died", "one of three shot"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.records import PHYSICAL
from dateline.relate.harm_hits import status_of
from dateline.relate.harm_identified import identify
from dateline.relate.harm_people import BE, people_of
from dateline.relate.harm_words import find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dateline.mentions import HarmMention, PeopleMention
    from dateline.records import VictimStatus
    from dateline.relate.harm_people import People

# Who of several somebody is, as the words say that stand for him.
RANKS = frozenset((
    "first", "last", "youngest", "oldest", "eldest", "latest", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth",
))  # fmt: skip
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
ONE_OF = frozenset(("one", "two", "among"))
# What years, months or so are counted with: "this year", "the past week".
PERIODS = frozenset(
    (which, period)
    for which in ("this", "past", "last", "a")
    for period in ("year", "month", "week", "months", "weeks", "years", "decade")
) | {("so", "far")}
TIME_REACH = 12  # tokens behind "the fourth nurse" in which the time is told
ACTING = frozenset(("object", "subject"))  # frames of harms.toml whose words are verbs


def find_ranked(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield who is told by name to be one of those harmed, by rank ("the youngest was Ana Ruiz, 9") or by number."""
    known = {(harm.people.head, harm.status) for harm in harms if harm.people is not None}
    for token in people.doc:
        word = token.lower_
        if word in RANKS:
            found = _by_rank(people, token, harms)
        elif word in BE:
            found = _by_number(people, token)
        else:
            continue
        for mention, status in found:
            if (mention.head, status) not in known:
                known.add((mention.head, status))
                yield identify(token, mention, status, "rank")


def _tells_place(word: Token) -> bool:
    """Whether the word is "one", "among", "the first" or "the first officer"."""
    if word.lower_ in ONE_OF or word.lower_ in RANKS:
        return True
    return word.dep_ == "attr" and any(is_rank_word(child.lower_) for child in word.lefts if child.dep_ == "amod")


def is_rank_word(word: str) -> bool:
    """Whether the word tells which of many one is: "fourth", "50th", "latest"."""
    return word in RANKS or ORDINAL.fullmatch(word) is not None


def is_rank(people: People, phrase: PeopleMention | None) -> bool:
    """Whether the words only rank somebody told of: "he was the first officer killed since May"."""
    if phrase is None:
        return False
    head = people.doc[phrase.head]
    if _tells_place(head) and head.dep_ == "attr" and head.head.lower_ in BE:
        return True
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in RANKS:
        return head.head.head.dep_ == "attr"  # "the latest of 12 broadcasters killed"
    return _is_counted_over_time(people, people.first_token(phrase), people.last_token(phrase))


def _is_counted_over_time(people: People, first: int, last: int) -> bool:
    """Whether a comma sets off which of many one is: "Ana Ruiz was shot, the fourth nurse killed this year"."""
    lower = people.lower
    ranked = any(map(is_rank_word, lower[first + 1 : last]))
    if not first or lower[first - 1] != "," or lower[first] != "the" or not ranked:
        return False
    if last + 1 >= len(people.doc) or people.doc[last + 1].tag_ not in ("VBN", "VBD", "TO"):
        return False
    behind = lower[last + 1 : last + 1 + TIME_REACH]
    return "since" in behind or any(pair in PERIODS for pair in pairwise(behind))


def _by_rank(people: People, rank: Token, harms: Sequence[HarmMention]) -> Iterator[tuple[PeopleMention, VictimStatus]]:
    """Yield whom "the last of them, Ana Ruiz, died", "the youngest were Ana Ruiz and Ben Cole" name, and their fate."""
    if rank.dep_ not in ("nsubj", "nsubjpass") or not any(child.lower_ == "the" for child in rank.lefts):
        return
    told = _last_of_several(people, rank, harms)
    if told is None:
        return
    named = [child for child in rank.rights if child.dep_ == "appos"]
    if rank.head.lower_ in BE:
        named += [child for child in rank.head.rights if child.dep_ == "attr"]
    for child in named:
        for patient in people_of(people, child):
            if patient.people is not None and patient.people.name is not None:
                yield patient.people, told.status


def _last_of_several(people: People, rank: Token, harms: Sequence[HarmMention]) -> HarmMention | None:
    """Return what befell the several people of whom the sentence or the one before told."""
    start = people.doc[max(rank.sent.start - 1, 0)].sent.start
    several = [
        harm
        for harm in harms
        if start <= harm.head < rank.i
        and harm.status in PHYSICAL
        and harm.count is not None
        and (harm.count.best or 0) > 1
    ]
    return max(several, key=lambda harm: harm.head, default=None)


def _by_number(people: People, verb: Token) -> Iterator[tuple[PeopleMention, VictimStatus]]:
    """Yield whom "Ana Ruiz was one of three people shot", "was among the first to be killed" name, with their fate."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    what = next((child for child in verb.rights if _tells_place(child)), None)
    listed = _heading_items(people, verb)
    if (subject is None and not listed) or what is None or what.dep_ not in ("attr", "prep"):
        return
    inside = {word.i for word in what.subtree}
    cue = next((c for c in find_cues(people.doc) if c.head in inside and c.word.frame in ACTING), None)
    if cue is None or any(child.dep_ == "nsubj" for child in people.doc[cue.head].lefts):
        return  # "one of three men who killed him"
    told = people_of(people, subject) if subject is not None and not listed else ()
    named = [*listed, *(patient.people for patient in told if patient.people is not None)]
    yield from ((who, status_of(cue)) for who in named if who.name is not None)


def _heading_items(people: People, verb: Token) -> list[PeopleMention]:
    """Return who opens each item of "Ana Ruiz, 45, a cook; Ben Cole, 29; and Omar Ali, 50, were among those killed"."""
    stops = [i for i in range(verb.sent.start, verb.i) if people.lower[i] == ";"]
    if not stops:
        return []
    starts = [i + 1 + (people.lower[i + 1] == "and") for i in stops]
    first = next((m for m in people.mentions if m.name and verb.sent.start <= m.head < stops[0]), None)
    found = [first, *(people.at.get(i) for i in starts)]
    named = [who for who in found if who is not None and who.name is not None]
    return named if len(named) == len(found) else []

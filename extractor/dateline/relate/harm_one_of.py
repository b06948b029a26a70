"""Tells who is meant by "one of the wounded, a 13-year-old boy, was in a coma" and "the others, two nurses, died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.mentions import HarmMention, PeopleMention
from dateline.records import exactly
from dateline.relate.clauses import span_of_word
from dateline.relate.harm_parts import SUFFERED, THE_HARMED, Lead, find_owners, read_list
from dateline.relate.harm_people import People
from dateline.spans import Span

THEM = frozenset(("them", "these", "those", "the"))
REST = frozenset(("others", "rest"))
# "A second, a nurse", "another victim, a nurse": counted by what is said of them.
NEXT = frozenset(("another", "second", "third", "fourth", "fifth", "sixth"))
PERSONS = frozenset(("victim", "person", "patient", "man", "woman"))
ARTICLES = frozenset(("a", "the"))
LONGEST = 6  # words from "one" to the comma: "one of the five people wounded,"


@dataclass(frozen=True, slots=True)
class _Insertion:
    """People between commas behind words for one, or for the rest, of those harmed."""

    start: int  # token at which the sentence opens
    comma: int  # token of the first comma
    people: tuple[PeopleMention, ...]
    part: bool  # whether they were counted before


def tell_one_of(people: People, harms: Sequence[HarmMention]) -> tuple[HarmMention, ...]:
    """Return `harms` with the people of such insertions for the words before them, as parts where they are that."""
    found = list(harms)
    for one in _find_insertions(people):
        heads = {mention.head for mention in one.people}
        meant = [i for i, h in enumerate(found) if h.people is not None and one.start <= h.people.head < one.comma]
        if len(one.people) == 1 and meant:
            for i in meant:
                found[i] = _describe(found[i], one)
            told = {found[i].status for i in meant}
            found = [
                harm
                for i, harm in enumerate(found)
                if i in meant or harm.people is None or harm.people.head not in heads or harm.status not in told
            ]
        elif one.part:
            found = [
                replace(harm, part=True) if harm.people is not None and harm.people.head in heads else harm
                for harm in found
            ]
            if len(one.people) == 1 and not any(harm.people in one.people for harm in found):
                found.extend(_add_told(people, one, found))
    return tuple(found)


def _find_insertions(people: People) -> Iterator[_Insertion]:
    for sentence in people.doc.sents:
        start = sentence.start
        words = people.lower[start : start + LONGEST + 1]
        if "," not in words:
            continue
        lead = words[: words.index(",")]
        rest = lead[:1] == ("the",) and lead[1:] and lead[1] in REST
        one = lead[:1] == ("one",) and _is_of_them(lead[1:])
        if not (rest or one or _is_next(lead)):
            continue
        comma = start + len(lead)
        told = read_list(people, comma + 1)
        if not told or people.first_token(told[0]) != comma + 1:
            continue
        end = people.last_token(told[-1]) + 1
        closed = end < sentence.end and people.lower[end] == ","
        alone = len(told) == 1 and told[0].name is None and (told[0].count is None or told[0].count.best == 1)
        if closed and (rest or alone):
            yield _Insertion(start, comma, tuple(told), part=bool(rest or one))


def _describe(harm: HarmMention, one: _Insertion) -> HarmMention:
    """Return the harm of "one" or "a third" as that of the person told behind it."""
    (mention,) = one.people
    count = mention.count or exactly(1)
    if one.part or harm.people is None:
        return replace(harm, people=mention, count=count, part=True)
    # Whose words count on those before: "a third".
    span = Span(harm.people.span.start, mention.span.end)
    return replace(harm, people=replace(mention, span=span, rule=harm.people.rule), count=count)


def _is_of_them(words: Sequence[str]) -> bool:
    """Whether what follows "one" leaves it one of those told of: nothing, "victim", "of the dead"."""
    return not words or words[0] in PERSONS or (words[0] == "of" and any(word in THEM for word in words[1:2]))


def _is_next(lead: Sequence[str]) -> bool:
    """Whether the words are "another", "a third", "the second victim"."""
    words = lead[1:] if lead[:1] and lead[0] in ARTICLES else lead
    return bool(words) and words[0] in NEXT and (len(words) == 1 or (len(words) == 2 and words[1] in PERSONS))


def _add_told(people: People, one: _Insertion, found: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the person as one of those whom the sentence calls killed or hurt: "one of those killed, a boy, lived"."""
    words = people.lower[one.start : one.comma]
    if SUFFERED.isdisjoint(words):
        return
    status = next((THE_HARMED[word] for word in words if word in THE_HARMED), None)
    for owner in find_owners(people, found, Lead(one.start, one.comma + 1, opens=True), one.people):
        if status in (None, owner.status):
            (mention,) = one.people
            told = replace(owner, span=span_of_word(people.doc[one.start]), head=one.start, people=mention)
            rule = f"{owner.rule.rpartition('.')[0]}.part"
            yield replace(told, rule=rule, count=mention.count or exactly(1), total=False, part=True)

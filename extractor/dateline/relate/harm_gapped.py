"""Finds people counted at another place behind a verb not said again: "37 died in Homs and seven in Idlib"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention, PeopleMention
from dateline.records import PHYSICAL, VictimCategory
from dateline.relate.harm_people import People
from dateline.relate.true_subjects import AT

if TYPE_CHECKING:
    from spacy.tokens import Token

GAPPED = "gapped"  # last part of the rules of such harms
OF_NEXT = "next"  # the same of those of a further act of one scene
NUMBERED = frozenset(("first", "second", "third", "fourth", "other"))
JOINING = frozenset((",", ";", "and", "while"))
MORE = frozenset(("more", "others"))
AROUND = AT | {"inside", "nearby", "elsewhere", "later", "upstairs", "downstairs"}  # behind "three more"
REACH = 24  # tokens from one figure to the next
PLACE_REACH = 10  # tokens from "in" to the name of the place
NO_PLACES = frozenset(("hospital", "hospitals", "condition", "care", "custody", "total", "all"))
NAMED_FOR = frozenset(("DATE", "TIME"))  # capitals that name no place


def find_gapped(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield what is told of the people counted at further places of a sentence that counts some at one.

    Args:
        people: the phrases for people and number phrases.
        harms: what the sentences tell with verbs of their own.
    """
    taken = {harm.head for harm in harms} | {harm.people.head for harm in harms if harm.people is not None}
    for harm in harms:
        if harm.status not in PHYSICAL or harm.total or not harm.count or not harm.count.best:
            continue
        if _is_listed(people, harm, harms):
            continue
        cue = people.doc[harm.head]
        start = max(cue.i, people.last_token(harm.people) if harm.people is not None else 0) + 1
        for head, mention in _read_on(people, start, cue.sent.end, taken):
            taken.add(head)
            behind = people.last_token(mention) + 1
            numbered = _leads_to_act(people, behind, cue.sent.end)
            rule = f"{harm.rule.rpartition('.')[0]}.{OF_NEXT if numbered else GAPPED}"
            behind += people.lower[behind] in MORE
            if people.lower[behind - 1] in MORE and not _leads_to_place(people, behind, cue.sent.end):
                rule = harm.rule  # "and three more outside": of the same act
            yield replace(harm, rule=rule, head=head, people=mention, count=mention.count, part=False)


def _is_listed(people: People, harm: HarmMention, harms: Sequence[HarmMention]) -> bool:
    """Whether the people are of a group that the sentence counts before: "22 died, one in Homs and two in Idlib"."""
    sentence = people.doc[harm.head].sent
    return harm.part and any(
        whole.status is harm.status and not whole.part and sentence.start <= whole.head < sentence.end
        for whole in harms
    )


def _read_on(people: People, start: int, end: int, taken: set[int]) -> Iterator[tuple[int, PeopleMention]]:
    """Yield the figures that go on behind a place: ", 11 in Aleppo and six in Hama"."""
    placed = False
    index = start
    limit = min(start + REACH, end)
    while index < limit - 2:
        word = people.doc[index]
        if index in taken:
            return
        placed = placed or (word.lower_ in AT and _leads_to_place(people, index, end))
        if word.lower_ not in JOINING:
            index += 1
            continue
        number = index + 1 + (people.lower[index + 1] in JOINING)
        found = _figure_at(people, number, end, taken, placed=placed)
        if found is None:
            index += 1
            continue
        yield found
        placed = False
        index = found[0] + 1
        limit = min(index + REACH, end)


def _figure_at(
    people: People, index: int, end: int, taken: set[int], *, placed: bool
) -> tuple[int, PeopleMention] | None:
    """Return the people counted at a token, right before where they were: "11 in Aleppo", "six people in Hama".

    Args:
        people: the phrases for people and number phrases.
        index: of the token.
        end: of the sentence.
        taken: the tokens of those known to be harmed.
        placed: whether it was told where those counted before were; of "three more outside" it need not be.
    """
    count = people.count_at.get(index)
    if count is None or not count.count.best or people.doc[index].idx != count.span.start:
        return None
    mention = people.at.get(index)
    if mention is None:
        mention = PeopleMention(
            span=count.span,
            head=index,
            rule="people.number",
            count=count.count,
            category=VictimCategory.UNKNOWN,
            name=None,
            nationality=None,
        )
        last = index
        while last + 1 < end and people.doc[last + 1].idx < count.span.end:
            last += 1
    else:
        last = people.last_token(mention)
    if mention.head in taken or mention.count is None or last + 2 >= end:
        return None
    if people.lower[last + 1] in MORE and people.lower[last + 2] in AROUND:
        return mention.head, mention
    if not placed or people.lower[last + 1] not in AT:
        return None
    return (mention.head, mention) if _leads_to_place(people, last + 1, end) else None


def _leads_to_place(people: People, index: int, end: int) -> bool:
    """Whether the preposition at a token leads to a name of a place, or to one of several acts: "in the second"."""
    if _leads_to_act(people, index, end):
        return True
    for word in people.doc[index + 1 : min(index + 1 + PLACE_REACH, end)]:
        if word.lower_ in NO_PLACES or word.lower_ in JOINING:
            return False
        if _is_place(word):
            return True
        if word.pos_ in ("AUX", "SCONJ"):
            return False
    return False


def _leads_to_act(people: People, index: int, end: int) -> bool:
    """Whether it leads to an act that is only numbered: "eight died in the first and five in the second"."""
    words = people.lower[index + 1 : min(index + 4, end)]
    alone = len(words) < 3 or not words[2].isalpha() or words[2] in JOINING
    return len(words) > 1 and words[0] == "the" and words[1] in NUMBERED and alone


def _is_place(word: Token) -> bool:
    named = word.pos_ == "PROPN" and word.ent_type_ not in NAMED_FOR
    return word.text[:1].isupper() and (named or word.ent_type_ in ("GPE", "LOC", "FAC"))

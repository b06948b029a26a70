"""Finds who were of people counted: "a nurse and two pupils were among nine killed", "the dead, two men, were"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.mentions import HarmMention
from dateline.records import PHYSICAL, VictimStatus
from dateline.relate.clauses import is_negated, span_of_word
from dateline.relate.harm_parts import AMONG, read_list
from dateline.relate.harm_people import BE, People, people_of
from dateline.relate.harm_series import read_series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dateline.mentions import PeopleMention

BESIDES = frozenset(("beside", "besides", "from", "to", "beyond"))  # the last word of "apart from", "in addition to"
SEIZED = frozenset((VictimStatus.KIDNAPPED, VictimStatus.MISSING, VictimStatus.ARRESTED))
TELLING = PHYSICAL | SEIZED
RULES = {VictimStatus.KILLED: "harm.among_dead", VictimStatus.INJURED: "harm.among_wounded"}
SEIZED_RULE = "harm.among_seized"
VICTIMS = "victims"
THE_HARMED = {
    **dict.fromkeys(("dead", "deceased", "slain"), VictimStatus.KILLED),
    **dict.fromkeys(("wounded", "injured"), VictimStatus.INJURED),
}


def find_among(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield those of whom the sentence says that they were among people told harmed, or whom commas set behind them."""
    known = {(harm.people.head, harm.status) for harm in harms if harm.people is not None}
    for harm in harms:
        if harm.people is None or harm.status not in TELLING:
            continue
        for mention in _told_among(people, people.doc[harm.people.head]):
            if (mention.head, harm.status) not in known:
                known.add((mention.head, harm.status))
                yield _as_part(people.doc[harm.head], mention, harm.status)
    for index, word in enumerate(people.lower):
        status = THE_HARMED.get(word) if word != VICTIMS else _only_fate(harms, before=index)
        if status is None or people.lower[index - 1 : index] != ("the",):
            continue
        for mention in _set_behind(people, index):
            if (mention.head, status) not in known:
                known.add((mention.head, status))
                yield _as_part(people.doc[index], mention, status)


def _only_fate(harms: Sequence[HarmMention], *, before: int) -> VictimStatus | None:
    """Return what befell the victims told before a token, where one thing befell all of them."""
    told = {harm.status for harm in harms if harm.people is not None and harm.head < before}
    fates = told & TELLING - {VictimStatus.ARRESTED}
    return next(iter(fates)) if len(fates) == 1 else None


def _told_among(people: People, counted: Token) -> Iterator[PeopleMention]:
    """Yield the subjects of "were among" whose object is the word for people counted."""
    prep = counted.head
    verb = prep.head
    if counted.dep_ != "pobj" or prep.lower_ not in AMONG or verb.lower_ not in BE or is_negated(verb):
        return
    for subject in (child for child in verb.lefts if child.dep_ == "nsubj" and child.i < prep.i):
        told = [p.people for p in people_of(people, subject) if p.people is not None and not p.people.is_bare]
        # The parser has the second of three describe the first.
        yield from (*told, *(read_series(people, told[0], verb=verb) if told else ()))


def _set_behind(people: People, index: int) -> list[PeopleMention]:
    """Return the people of "the wounded, three men and a woman, were": behind a comma, and before the next."""
    if people.lower[index + 1 : index + 2] != (",",) or index + 2 >= len(people.lower):
        return []
    if people.lower[index - 2 : index - 1] and people.lower[index - 2] in BESIDES:
        return []  # "besides the dead, 38 passengers were wounded"
    told = read_list(people, index + 2)
    several = len(told) > 1 or any(mention.count is not None and (mention.count.best or 0) > 1 for mention in told)
    plain = all(mention.count is not None and not mention.is_bare for mention in told)
    return told if several and plain and people.first_token(told[0]) == index + 2 else []


def _as_part(cue: Token, who: PeopleMention, status: VictimStatus) -> HarmMention:
    return HarmMention(
        span=span_of_word(cue),
        head=cue.i,
        rule=f"{RULES.get(status, SEIZED_RULE)}.counted",
        people=who,
        status=status,
        count=who.count,
        part=True,
    )

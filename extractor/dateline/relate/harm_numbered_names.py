"""Finds who "the three" are where the sentence before names as many: "Ana Ruiz, her son Ben and Omar Ali sat there"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.records import PHYSICAL
from dateline.relate.clauses import SUBJECTS
from dateline.relate.harm_identified import identify, speaks

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import HarmMention, PeopleMention
    from dateline.relate.harm_people import People

FEW = range(2, 6)
POINTING = frozenset(("the", "all", "both"))


def find_numbered_names(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the names of the sentence before for "the three died", "all four were killed": as many as are harmed."""
    known = {harm.people.head for harm in harms if harm.people is not None}
    for harm in harms:
        who = harm.people
        size = who.count.best if who is not None and who.count is not None else None
        if who is None or who.name is not None or size not in FEW or harm.status not in PHYSICAL:
            continue
        start, first = people.doc[who.head].sent.start, people.first_token(who)
        if not start or POINTING.isdisjoint(people.lower[max(first - 1, start) : first + 1]):
            continue
        for subject in (word for word in people.doc[start - 1].sent if word.dep_ in SUBJECTS):
            names = list(_names_of(people, subject))
            if len(names) == size and known.isdisjoint(name.head for name in names):
                verb = people.doc[harm.head]
                yield from (identify(verb, name, harm.status, "numbered") for name in names)
                break


def _names_of(people: People, subject: Token) -> Iterator[PeopleMention]:
    """Yield the persons named in a subject, with those listed or apposed to it."""
    if speaks(subject):
        return
    within = frozenset(token.i for token in subject.subtree)
    clauses = frozenset(i for token in subject.subtree if token.dep_ in ("relcl", "acl") for i in _span_of(token))
    yield from (m for m in people.mentions if m.name is not None and m.head in within - clauses)


def _span_of(token: Token) -> range:
    return range(token.left_edge.i, token.right_edge.i + 1)

"""Finds whom the words for a doer tell harmed: "police hunt the killer of Ana Ruiz", "the kidnappers of two nurses"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.mentions import HarmMention
from dateline.records import VictimStatus
from dateline.relate.clauses import span_of_word
from dateline.relate.harm_context import is_unreal
from dateline.relate.harm_people import WANTED, People, people_of

DEEDS = dict.fromkeys(("killer", "killers", "murderer", "murderers", "assassin", "assassins"), VictimStatus.KILLED) | (
    dict.fromkeys(("kidnapper", "kidnappers", "abductor", "abductors"), VictimStatus.KIDNAPPED)
)


def find_slain(people: People, harms: Sequence[HarmMention]) -> Iterator[HarmMention]:
    """Yield the people, by name or number, whom a doer is told to be the killer or kidnapper of.

    Nobody is told of by "the killer of journalists"; of those told harmed elsewhere the words say nothing new.
    """
    known = {(harm.people.head, harm.status) for harm in harms if harm.people is not None}
    for index, word in enumerate(people.lower):
        status = DEEDS.get(word)
        if status is None:
            continue
        token = people.doc[index]
        owned = [obj for prep in token.rights if prep.lower_ == "of" for obj in prep.rights if obj.dep_ == "pobj"]
        owners = [child for child in token.lefts if child.dep_ == "poss" and child.tag_ != "PRP$"]
        for patient in (p for word_for in (*owned, *owners) for p in people_of(people, word_for)):
            who = patient.people
            if (
                who is None
                or (who.head, status) in known
                or who.count is None
                or who.category in WANTED
                or is_unreal(token)
            ):
                continue
            if who.name is None and not owned:
                continue  # "the boy's killer": told dead elsewhere
            known.add((who.head, status))
            yield HarmMention(
                span=span_of_word(token),
                head=index,
                rule="harm.kill.doer" if status is VictimStatus.KILLED else "harm.kidnap.doer",
                people=who,
                status=status,
                count=who.count,
            )

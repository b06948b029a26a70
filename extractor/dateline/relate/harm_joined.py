"""Finds people whom the words join to those harmed: "along with two others", "besides two rebels"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from dateline.relate.harm_people import OWNERS, Patient, People, people_of

if TYPE_CHECKING:
    from spacy.tokens import Span

TOGETHER = (("along", "with"), ("together", "with"), ("as", "well", "as"), ("with",))
BESIDES = (("besides",), ("in", "addition", "to"), ("alongside",), *TOGETHER[:-1])
ROUGHLY = frozenset(("about", "some", "around", "nearly", "almost"))
TOGETHER_REACH = 10  # tokens behind "was arrested" in which "along with two others" may stand


def joined_behind(people: People, patients: Sequence[Patient], *, cue: int) -> Iterator[Patient]:
    """Yield the people that "along with" or "as well as" adds right behind the last of `patients`, or behind the cue.

    `cue` is the number of the cue's last token.
    """
    known = {patient.people.head for patient in patients if patient.people is not None}
    ends = [people.last_token(patient.people) for patient in patients if patient.people is not None]
    if not ends:
        return
    for last in {max(ends), cue}:
        # "Was carried off with two others", but not "a man with two children was killed".
        yield from _added_behind(people, last, known, TOGETHER if last > max(ends) else TOGETHER[:-1])
    yield from _his_behind(people, max(ends), known)


def joined_before_comma(people: People, patients: Sequence[Patient], sent: Span) -> Iterator[Patient]:
    """Yield the people that a sentence opens with beside others: "Besides two rebels, a farmer was killed".

    Nothing but a comma parts them from the first of `patients`; "apart from" and "except for" take people out.
    """
    known = [patient.people for patient in patients if patient.people is not None]
    together = next((words for words in BESIDES if people.lower[sent.start : sent.start + len(words)] == words), None)
    if together is None or not known:
        return
    index = sent.start + len(together)
    mention = people.at.get(index) or people.at.get(index + 1)
    if mention is None or mention.count is None or people.first_token(mention) > index + 1:
        return
    comma = people.last_token(mention) + 1
    behind = min(map(people.first_token, known)) - comma
    if people.lower[comma : comma + 1] == (",",) and behind in (1, 2):
        yield Patient(mention, how="near")


def added_behind(people: People, patients: Sequence[Patient]) -> Iterator[Patient]:
    """Yield the people that "along with" adds right behind the last of `patients`."""
    known = {patient.people.head for patient in patients if patient.people is not None}
    ends = [people.last_token(patient.people) for patient in patients if patient.people is not None]
    if ends:
        yield from _added_behind(people, max(ends), known, TOGETHER[:-1])


def _his_behind(people: People, last: int, known: Set[int]) -> Iterator[Patient]:
    """Yield "and his driver" that the parser joins to a description: "Ali Amin, aide to the mayor and his driver"."""
    doc = people.doc
    for index in range(last + 1, min(last + 12, len(doc) - 2)):
        if doc[index].pos_ in ("VERB", "AUX", "SCONJ", "PUNCT") and doc[index].text != ",":
            return
        if doc[index].lower_ == "and" and doc[index + 1].lower_ in OWNERS:
            mention = people.at.get(index + 2)
            if mention is not None and mention.head not in known and doc[mention.head].dep_ != "nsubj":
                yield Patient(mention, how="near")
            return


def _added_behind(people: People, last: int, known: Set[int], joiners: Sequence[tuple[str, ...]]) -> Iterator[Patient]:
    lower = people.lower
    for start in range(last + 1, min(last + 1 + TOGETHER_REACH, len(lower) - 2)):
        if start > last + 1 and people.doc[start].pos_ in ("VERB", "AUX", "CCONJ", "SCONJ"):
            return
        for together in joiners:
            if lower[start : start + len(together)] != together:
                continue
            if together == ("with",) and not _is_when(people, last + 1, start):
                continue
            index = start + len(together)
            index += lower[index] in ROUGHLY
            mention = people.at.get(index)
            # "Nine were killed with 30 people injured": the others have a fate of their own.
            behind = people.last_token(mention) + 1 if mention is not None else len(lower)
            if behind < len(lower) and people.doc[behind].tag_ in ("VBN", "VBD", "JJ", "VBG", "POS"):
                continue  # nor is the owner of "with his mother's gun" hurt
            if mention is not None and mention.head not in known:
                yield Patient(mention, how="near")
                # "Along with his wife, Lucia, and a nephew": the list may go on from her name.
                listed = people_of(people, people.doc[mention.head], depth=1)
                yield from (one for one in listed if one.people is None or one.people.head != mention.head)


def _is_when(people: People, start: int, end: int) -> bool:
    """Whether nothing but a time stands there, as in "was seized in May with two others"."""
    words = people.doc[start:end]
    return all(word.ent_type_ in ("DATE", "TIME") or word.tag_ == "IN" for word in words)

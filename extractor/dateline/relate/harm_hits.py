"""What a cue of harm gives: people and what befell them, and what the readers of all kinds of cues share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.records import Count, VictimStatus
from dateline.relate.harm_near import near
from dateline.relate.harm_people import Patient, People, over_apposition, people_of
from dateline.relate.harm_words import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

COUNTED = frozenset(("the", "total", "overall", "confirmed", "official", "final", "whole"))  # "the number of"
# fmt: off
LAW = frozenset((
    "police", "officers", "policemen", "detectives", "investigators", "authorities", "sheriff", "deputies", "custody",
    "suspicion", "prosecutors", "prosecutor", "court", "judge", "charges", "commissioner", "inspector", "garda",
    "gardaí", "cops", "fbi", "interpol", "jail", "prison", "arrested", "detained", "suspects", "suspect",
))
# fmt: on
# fmt: off
CAPTIVITY = frozenset((
    "hostage", "hostages", "captive", "captives", "ransom", "kidnapped", "abducted", "kidnappers", "abductors",
    "captors", "hijackers", "captivity",
))
# fmt: on


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue with one group it befalls, before context is judged."""

    cue: Cue
    status: VictimStatus
    patient: Patient | None
    count: Count | None
    total: bool = False


def status_of(cue: Cue) -> VictimStatus:
    """Return what the cue tells of people."""
    return cue.word.status or VictimStatus.INJURED


def make_hits(cue: Cue, patients: Iterable[Patient], status: VictimStatus | None = None) -> Iterator[Hit]:
    """Yield a hit for each group of people, with the parts of it that are named."""
    for patient in _with_named_parts(patients):
        count = patient.people.count if patient.people else patient.count.count if patient.count else None
        yield Hit(cue, status or status_of(cue), patient, count)


def make_total_hits(cue: Cue, status: VictimStatus, patients: Iterable[Patient]) -> Iterator[Hit]:
    """Yield what is told as the total, and its parts, which are none."""
    for hit in make_hits(cue, patients, status):
        yield replace(hit, total=hit.patient is None or not hit.patient.part)


def _with_named_parts(patients: Iterable[Patient]) -> list[Patient]:
    """Mark the names behind a group as its parts: "three brothers, Omar, Ali and Said Khan, died"."""
    known = list(patients)
    heads = [patient.people.head if patient.people is not None else None for patient in known]
    known = [patient for i, patient in enumerate(known) if heads[i] is None or heads[i] not in heads[:i]]
    whole = known[0].people if known else None
    if whole is None:
        return known
    names = [p for p in known[1:] if p.people is not None and p.people.name is not None]
    size = whole.count.best if whole.count is not None and whole.name is None else None
    if size is None or not size - 1 <= len(names) <= size or len(names) < 2 or len(names) != len(known) - 1:
        return known
    return [known[0], *(replace(patient, part=True) for patient in names)]


def is_verb(token: Token) -> bool:
    """Whether the word is used as a verb."""
    return token.tag_.startswith("VB") or token.pos_ in ("VERB", "AUX")


def is_lawful(verb: Token) -> bool:
    """Whether the sentence speaks of those who arrest and of no hostages."""
    words = {token.lower_ for token in verb.sent}
    return bool(words & LAW) and not words & CAPTIVITY


def number_of(people: People, patient: Patient) -> int | None:
    """Return the last token of the people in "the number of people killed", None when no "number of" stands there."""
    if patient.people is None:
        return None
    first = people.first_token(patient.people)
    before = [token.lower_ for token in people.doc[max(first - 2, 0) : first]]
    if before != ["number", "of"] or (first > 2 and people.doc[first - 3].lower_ not in COUNTED):
        return None
    return people.last_token(patient.people)


def counted_patients(people: People, cue: Cue) -> list[Patient]:
    """Return the number that a noun for people carries: "30 wounded", "several injured"."""
    token = people.doc[cue.head]
    mention = people.at.get(token.i)
    if mention is not None and mention.head == token.i:
        return [Patient(mention)]
    for child in token.lefts:
        count = people.count_at.get(child.i)
        if count is not None and child.dep_ in ("nummod", "amod", "quantmod", "compound", "nsubj", "det"):
            owner = people.at.get(child.i)
            return [Patient(owner)] if owner is not None else [Patient(None, count)]
    above = token.head
    count = people.count_at.get(above.i - 1) if token.dep_ == "pobj" and above.lower_ == "of" else None
    if count is not None and count.rule == "count.vague":  # "tens of wounded", not "two of the wounded"
        owner = people.at.get(above.i - 1)
        return [Patient(owner)] if owner is not None else [Patient(None, count)]
    return near(people, cue, right=False, left=True)


def subject_of(people: People, verb: Token) -> list[Patient]:
    """Return the people that are the subject of the verb, or of the one that it is joined to."""
    current = verb
    for _ in range(3):
        for child in current.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return list(people_of(people, child)) or over_apposition(people, verb.i)
            if child.dep_ == "csubj" and child.tag_ in ("VBN", "VBD"):
                # "Forty pupils abducted in May regained their freedom": the parser makes a clause of the subject.
                return [p for kid in child.lefts if kid.dep_ in ("nsubj", "nsubjpass") for p in people_of(people, kid)]
        if current.dep_ in ("acl", "relcl"):
            return list(people_of(people, current.head))
        if current.dep_ not in ("conj", "xcomp", "advcl"):
            break
        current = current.head
    return over_apposition(people, verb.i)

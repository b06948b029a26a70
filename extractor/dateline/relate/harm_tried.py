"""Reads whom an act was meant for that failed or was foiled: "tried to kidnap a judge", "an attempt on his life".

Whoever it was meant for came to no harm by it as far as the words tell; where others tell of harm, they count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.frames import Reality
from dateline.records import Stage, VictimStatus
from dateline.relate.clauses import load_cues
from dateline.relate.harm_people import Patient, People, people_of
from dateline.relate.reality import judge_reality, judge_stage

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import PeopleMention

ATTEMPTS = frozenset(("attempt", "attempts", "bid", "try"))
AT = frozenset(("on", "against", "upon", "of", "at"))  # before those whom "an assassination attempt" was meant for
LIVES = frozenset(("life", "lives"))  # "an attempt on the life of the judge"
HARMFUL = frozenset((VictimStatus.KILLED, VictimStatus.KIDNAPPED))


def is_tried(act: Token, phrase: PeopleMention | None, status: VictimStatus) -> bool:
    """Return whether an act that did not come about was tried on somebody told apart: "tried to kill the judge"."""
    if status is VictimStatus.UNHARMED and (_is_attempt(act) or act.lower_ in LIVES):
        return True
    if phrase is None or status not in HARMFUL or (phrase.name is None and phrase.count is None):
        return False
    if act.tag_.startswith("NN") and not any(child.lower_ in load_cues("attempt") for child in act.lefts):
        return False  # "tried to find out about the murder"
    return judge_reality(act) is Reality.TOLD and judge_stage(act) in (Stage.ATTEMPTED, Stage.FOILED)


def find_aimed(people: People, act: Token) -> list[Patient]:
    """Return whom "an assassination attempt on the president" was meant for, `act` being its "assassination"."""
    return [
        patient
        for prep in act.head.rights
        if _is_attempt(act) and prep.dep_ == "prep" and prep.lower_ in AT
        for obj in prep.rights
        if obj.dep_ == "pobj"
        for patient in people_of(people, obj)
        if patient.people is not None and (patient.people.name is not None or patient.people.count is not None)
    ]


def _is_attempt(act: Token) -> bool:
    return act.dep_ == "compound" and act.head.lower_ in ATTEMPTS

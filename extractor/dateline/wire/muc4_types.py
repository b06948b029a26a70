"""Which of the task's types of incident a record is: BOMBING, ATTACK, KIDNAPPING ...

A record keeps its own type; here the task's general one stands for those that are not clear. Two incidents are only
compared where their types agree, and ATTACK agrees with them all: a BOMBING that was none costs all its slots, an
ATTACK that was a bombing half of one.
"""

from __future__ import annotations

from dateline.records import EventType, Record
from dateline.spans import Span
from dateline.wire.muc4_tables import WORD, Crosswalk, phrase

GENERAL = "ATTACK"
EXPLOSIVES = frozenset(("BOMB", "EXPLOSIVE", "VEHICLE BOMB"))


def read_type(record: Record, text: str, crosswalk: Crosswalk) -> str:
    """Return the type that the task gives a record.

    Pylons brought down with dynamite are a bombing there, whatever the verb, and so is what a firebomb burns.
    """
    explosive = any(crosswalk.read("weapons", weapon.category) in EXPLOSIVES for weapon in record.weapons)
    hurled = any(crosswalk.words["firebombs"] & set(WORD.findall(weapon.text.upper())) for weapon in record.weapons)
    if (record.type is EventType.SABOTAGE and explosive) or (record.type is EventType.ARSON and hurled):
        return "BOMBING"
    if record.type is EventType.BOMBING and _may_be_from_the_air(record, text, crosswalk):
        return GENERAL
    return crosswalk.read("types", record.type) or GENERAL


def _may_be_from_the_air(record: Record, text: str, crosswalk: Crosswalk) -> bool:
    """Whether no words tell of a bomb: "they bombed the area" may be from the air, which the task calls an attack.

    Source: template-doc-part2, slot 4.
    """
    told = [phrase(Span(*offsets).of(text)) for offsets in record.evidence.get("type", ())]
    return bool(told) and all(crosswalk.words["bombed"].issuperset(words.split()) for words in told)

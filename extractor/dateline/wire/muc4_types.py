"""Which of the task's types of incident a record is: BOMBING, ATTACK, KIDNAPPING ...

A record keeps its own type; here the task's general one stands for those that are not clear. Two incidents are only
compared where their types agree, and ATTACK agrees with them all: a BOMBING that was none costs all its slots, an
ATTACK that was a bombing half of one.
"""

from __future__ import annotations

from dateline.records import EventType, Record, VictimStatus
from dateline.spans import Span
from dateline.wire.muc4_phrases import share_sentence
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
    if record.type is EventType.BOMBING and not _is_clear_bombing(record, text, crosswalk):
        return GENERAL
    return crosswalk.read("types", record.type) or GENERAL


def _is_clear_bombing(record: Record, text: str, crosswalk: Crosswalk) -> bool:
    """Whether bombs were set off, and whoever died died of them.

    "They bombed the area" may be from the air, which the task calls an attack. The dead that no sentence tells with a
    blast may be those of a murder told beside it. Source: muc4 train; of 213 bombings 15 were the key's attacks, nearly
    all of them such.
    """
    acts = [Span(*offsets) for offsets in record.evidence.get("type", ())]
    told = [phrase(act.of(text)) for act in acts]
    if told and all(crosswalk.words["bombed"].issuperset(words.split()) for words in told):
        return False
    dead = [index for index, victim in enumerate(record.victims) if victim.status is VictimStatus.KILLED]
    spans = [Span(*offsets) for index in dead for offsets in record.evidence.get(f"victims[{index}]", ())]
    return not dead or any(share_sentence(act, span, text) for act in acts for span in spans)

"""Mends what the parser makes of a charge behind a day: "accused Syria on Thursday of shelling a town".

It hangs what somebody is accused of on the day; it is what the verb tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import WEEKDAYS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
CHARGING = frozenset((
    "accused", "accuse", "accuses", "accusing", "convicted", "convicts", "acquitted", "suspected", "cleared",
))
# fmt: on


def _mend(day: Token) -> None:
    """Hang what follows the day by "of" on the verb of charging that the day stands behind."""
    verb = day.head.head if day.dep_ == "pobj" else day.head
    if verb.lower_ not in CHARGING or verb.i > day.i:
        return
    for of in list(day.rights):
        if of.lower_ == "of" and of.dep_ == "prep":
            of.head = verb


CHARGES_PAST_DAYS = WordMend(WEEKDAYS, _mend)

"""Mends what the parser makes of a charge behind a day: "accused Syria on Thursday of shelling a town".

It hangs what somebody is accused of on the day; it is what the verb tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

CHARGES_PAST_DAYS = "dateline_charges_past_days"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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


@Language.factory(CHARGES_PAST_DAYS)
def make_charges_past_days(nlp: Language, name: str) -> WordMend:
    """Make the component; it wants arcs."""
    return WordMend(nlp.vocab.strings, DAYS, _mend)

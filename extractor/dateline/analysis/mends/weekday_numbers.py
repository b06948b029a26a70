"""Mends what the parser makes of a number behind a weekday: "On Monday 13 people died", "on Monday thirteen soldiers".

It takes the number for the day of the month, "Monday 13", though people in the plural follow it, who then have none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import WEEKDAYS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 3  # words between the number and the noun: "six Afghan border policemen"


def _mend(day: Token) -> None:
    """Hang the number on the plural noun behind it that the parser left without one."""
    if day.i + 2 >= len(day.doc):
        return
    number = day.nbor()
    if number.dep_ != "nummod" or number.head != day:
        return
    for noun in day.doc[number.i + 1 : number.i + 2 + LONGEST]:
        if noun.tag_ in ("NNS", "NNPS"):
            if not any(child.dep_ == "nummod" for child in noun.lefts) and noun.left_edge.i == number.i + 1:
                number.head = noun
            return
        if noun.pos_ not in ("ADJ", "NOUN", "PROPN"):
            return


WEEKDAY_NUMBERS = WordMend(WEEKDAYS, _mend)

"""Mends what the parser makes of a thing and where it stands: "a bank opposite had its windows broken".

It takes "opposite" for the head of a name, "bank opposite", which then has its windows broken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import NOUNS, take_place
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token


def _mend(where: Token) -> None:
    """Make the thing the head, and the word behind it where it stands."""
    if not where.i or where.tag_ not in ("RB", "JJ", "IN", "NN"):
        return
    thing = where.nbor(-1)
    if thing.tag_ not in NOUNS or thing.head != where or thing.dep_ not in ("compound", "nmod"):
        return
    before = [child for child in where.children if child != thing]
    take_place(thing, where)
    for child in before:
        child.head = thing
    where.head, where.dep_, where.tag_, where.pos_ = thing, "advmod", "RB", "ADV"


OPPOSITE_THINGS = WordMend(("opposite",), _mend)

"""Mends what the parser makes of a thing and what it carries: "attacked a van transporting prisoners".

Where both are bare words it takes them for one name, "transporting prisoners" of the kind of a van, or for a word
with two before it, "bus carrying pilgrims".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import NOUNS, take_place
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
HOLDING = (
    "bringing", "carrying", "containing", "delivering", "escorting", "ferrying", "guarding", "hauling", "holding",
    "hosting", "housing", "manning", "patrolling", "protecting", "pulling", "selling", "serving", "sheltering",
    "supplying", "taking", "towing", "transporting",
)
# fmt: on
BEFORE = frozenset({"amod", "compound", "nmod", "npadvmod"})


def _mend(verb: Token) -> None:
    """Make the thing the head, the verb its clause and the load the verb's object."""
    load = verb.head
    if verb.tag_ != "VBG" or verb.dep_ not in BEFORE or not verb.i or load.i < verb.i:
        return
    thing = verb.nbor(-1)
    if thing.tag_ not in NOUNS or thing.dep_ not in BEFORE or thing.head not in (load, verb):
        return
    before = [child for child in load.lefts if child.i < thing.i]
    take_place(thing, load)
    verb.head, verb.dep_ = thing, "acl"
    load.head, load.dep_ = verb, "dobj"
    for child in before:
        child.head = thing


LADEN_THINGS = WordMend(HOLDING, _mend)

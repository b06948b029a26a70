"""Mends what the tagger makes of the ranks of Indian and British police in front of names: "constable Bilal Shah".

It takes "constable" for an adjective, and "constables" for a verb of which the name is the object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.climbs import head_of_compound
from dateline.analysis.mends.grammar import take_place
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

RANKS = (
    "constable",
    "constables",
    "jawan",
    "jawans",
    "naik",
    "havildar",
    "sepoy",
    "subedar",
    "rifleman",
    "riflemen",
    "private",
    "privates",
    "corporal",
    "corporals",
    "sergeants",
    "lieutenants",
    "captains",
)
NOUNS = ("NN", "NNS", "NNP", "NNPS")


def _mend(rank: Token) -> None:
    """Make the rank a noun that stands before the name, and the name the head of both."""
    if rank.tag_ in NOUNS or rank.i + 1 >= len(rank.doc) or rank.nbor().tag_ not in ("NNP", "NNPS"):
        return
    name = head_of_compound(rank.nbor())
    if name.head == rank:
        for child in [child for child in rank.children if child != name]:
            child.head = name
        take_place(name, rank)
    elif rank.head != name:
        return
    rank.head, rank.dep_ = name, "compound"
    rank.tag_, rank.pos_ = ("NNS" if rank.lower_.endswith("s") else "NN"), "NOUN"


RANK_WORDS = WordMend(RANKS, _mend)

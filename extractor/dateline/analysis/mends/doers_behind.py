"""Mends what the parser makes of who stands behind an object: "police broke up a sit-in by teachers".

It hangs "by" on the verb, as if the verb were in the passive; who acts has told the sentence already, and what stands
behind "by" does what the object tells of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import FINITE
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

SEVERAL = frozenset({"NNS", "NNPS"})  # "by truck" and "by decree" tell how
COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"})


def _mend(by: Token) -> None:
    """Hang "by" and those behind it on the object right before it."""
    verb = by.head
    if by.dep_ not in ("agent", "prep") or verb.tag_ not in FINITE or not by.i or _is_passive(verb):
        return
    before = by.nbor(-1)
    thing = next((child for child in verb.rights if child.dep_ == "dobj" and child.i <= before.i < by.i), None)
    behind = next((child for child in by.rights if child.dep_ == "pobj"), None)
    if thing is None or behind is None or behind.tag_ not in SEVERAL or behind.ent_type_ in COUNTED:
        return
    if thing.right_edge.i == before.i and thing.tag_ in ("NN", "IN"):
        by.head, by.dep_ = thing, "prep"


def _is_passive(verb: Token) -> bool:
    """Whether nobody acts before the verb: "two people killed by rebels"."""
    left = {child.dep_ for child in verb.lefts}
    return "nsubj" not in left or bool(left & {"auxpass", "nsubjpass"})


DOERS_BEHIND = WordMend(("by",), _mend)

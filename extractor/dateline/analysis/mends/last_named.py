"""Mends what the parser makes of a name behind the last of a list: "a soldier and a farmer, John Poe, were hurt".

It takes the name for the soldier's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

SINGLE = frozenset(("a", "an", "his", "her", "their", "one", "the"))


def _mend(joining: Token) -> None:
    """Hang the name between commas on the one that it stands behind."""
    first = joining.head
    last = next((kid for kid in first.rights if kid.dep_ == "conj" and kid.i > joining.i), None)
    if last is None or last.tag_ != "NN" or not any(kid.lower_ in SINGLE for kid in last.lefts):
        return
    doc, behind = last.doc, last.right_edge.i + 1
    if behind + 1 >= len(doc) or doc[behind].text != ",":
        return
    for name in first.rights:
        named = name.dep_ == "appos" and name.pos_ == "PROPN" and name.left_edge.i == behind + 1
        if named and not any(kid.dep_ == "conj" for kid in name.rights):
            name.head = last


LAST_NAMED = WordMend(("and", "or"), _mend)

"""Mends what the parser makes of a dateline: "TEL AVIV — Sergeant Omar Ali and Private Sara Lind were killed".

It likes to take the town for who was killed, and the people for what stands beside it, or for a part of their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import SUBJECTS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

DASHES = ("—", "–", "--", "-")
LONGEST = 14  # tokens of a dateline: "PORT-AU-PRINCE, Haiti, Nov. 6 (Reuters) —"
BESIDE = frozenset(("appos", "conj", "nmod", "dep", "npadvmod"))  # how who is told of hangs on the town


def _mend(dash: Token) -> None:
    """Hang the people told of where the town hangs, and the town beside."""
    start = dash.sent.start
    if not start < dash.i < start + LONGEST or not _is_town(dash.doc[start]):
        return
    before = [dash.doc[i] for i in range(start, dash.i)]
    behind = dash.i + 1
    outer = [token for token in before if token.head.i >= behind]
    if len(outer) != 1:
        return
    town = outer[0]
    above, relation = town.head, town.dep_
    if relation in SUBJECTS:
        told = [token for token in dash.sent if token.i >= behind and start <= token.head.i < dash.i]
        named = [token for token in told if token.dep_ in BESIDE and token.pos_ in ("NOUN", "PROPN", "NUM", "PRON")]
        if named:
            named[0].head, named[0].dep_ = above, relation
            for other in told:
                if other != named[0]:
                    other.head = named[0]
        elif told or not any(child.dep_ in SUBJECTS and child.i >= behind for child in above.lefts):
            return  # else the verb has its subject beside the town: "BOGOTA - Two men shot"
    elif relation not in ("compound", "nmod", "amod", "appos"):
        return
    town.head, town.dep_ = dash.sent.root, "dep"
    dash.head = town


def _is_town(word: Token) -> bool:
    """Whether the word stands in capitals, as that which a dateline opens with does."""
    return word.text.isupper() and len(word) > 2


DATELINE_HEADS = WordMend(DASHES, _mend)

"""Mends where the parser hangs what came of an act: "he was on his way home when a gunman opened fire, hitting him".

It hangs "hitting" on the first verb of the sentence, whose subject then seems to hit himself. What came of it is told
of the act right before the comma. Nor did what an act was for bring about what came of the act: "police fired shots to
disperse a crowd, killing two".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

RESULTS = (
    "hitting", "striking", "killing", "wounding", "injuring", "hurting", "grazing", "damaging", "destroying",
    "burning", "maiming", "shattering", "arresting", "detaining", "leaving",
)  # fmt: skip
FINITE = ("VBD", "VBZ", "VBN")
OPENING = frozenset({"when", "as", "while", "after", "before", "where"})


def _mend(result: Token) -> None:
    """Hang the result on the clause that ends right before its comma, or on what was done to an end."""
    if result.dep_ != "advcl" or result.i < 1 or result.nbor(-1).text != "," or result.head.i > result.i:
        return
    if _is_end(result.head):
        result.head = result.head.head
        return
    inner = [child for child in result.head.rights if child.i < result.i and child.dep_ == "advcl"]
    act = inner[-1] if inner else None
    if act is None or act.tag_ not in FINITE or act.right_edge.i != result.i - 2:
        return
    opened = any(child.lower_ in OPENING for child in act.lefts)
    if opened and any(child.dep_ in ("nsubj", "nsubjpass") for child in act.lefts):
        result.head = act


def _is_end(verb: Token) -> bool:
    """Whether it tells what something that was done was for: "fired shots to disperse a crowd"."""
    meant = verb.dep_ == "advcl" and verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    return meant and verb.head.i < verb.i and verb.head.tag_ in FINITE


RESULT_CLAUSES = WordMend(RESULTS, _mend)

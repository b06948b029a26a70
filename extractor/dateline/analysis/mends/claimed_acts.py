"""Mends what the parser makes of acts that somebody claimed: "a bombing claimed by the front at a mosque in Chaman".

It hangs where the act was on the claim; and behind a comma it hangs the claim itself on another verb: "ten died in a
bombing on Tuesday, claimed by the front"; or on what was attacked: "attacks on three hotels, claimed by the front".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.acts_in_which import ACTS, REACH
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACING = frozenset(("against", "at", "in", "inside", "near", "on", "outside"))
TIMES = frozenset(("DATE", "TIME"))


def _mend(claimed: Token) -> None:
    """Hang the claim on the act, and on the act what tells where it was."""
    agent = next((child for child in claimed.rights if child.dep_ == "agent"), None)
    if agent is not None and claimed.dep_ == "acl" and claimed.tag_ == "VBD":
        claimed.tag_ = "VBN"  # who claimed it stands behind "by"
    if claimed.tag_ != "VBN" or agent is None:
        return
    if any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "mark") for child in claimed.lefts):
        return
    act = _climb_to_act(claimed.head) if claimed.dep_ == "acl" else None
    if act is None or act.lower_ not in ACTS:
        act = _find_act(claimed)
    if act is None:
        return
    claimed.head, claimed.dep_ = act, "acl"
    for prep in [child for child in claimed.rights if child.i > agent.i and child.lower_ in PLACING]:
        if not any(obj.ent_type_ in TIMES for obj in prep.rights):
            prep.head, prep.dep_ = act, "prep"


def _climb_to_act(noun: Token) -> Token:
    """Return the act that a thing or town is told with: "an attack on a bank in Callao claimed by the front"."""
    act = noun
    while act.lower_ not in ACTS and act.dep_ == "pobj" and act.head.lower_ in PLACING:
        act = act.head.head
    return act


def _find_act(claimed: Token) -> Token | None:
    """Return the nearest act before a claim that stands behind a comma."""
    if claimed.dep_ not in ("acl", "advcl", "conj", "dep", "relcl") or claimed.nbor(-1).text != ",":
        return None
    words = claimed.doc[max(claimed.sent.start, claimed.i - REACH) : claimed.i]
    return next((word for word in reversed(words) if word.lower_ in ACTS and word.pos_ == "NOUN"), None)


CLAIMED_ACTS = WordMend(("claimed",), _mend)

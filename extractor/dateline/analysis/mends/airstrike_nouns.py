"""Mends what the tagger makes of air strikes behind whose they are: "were killed in regime airstrikes on a market".

It takes them for what the regime does, which is no verb that anybody writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

AIRSTRIKES = ("airstrikes", "airstrike", "strikes")
OWNERS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ"})  # tags of the word before
ROLES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj"})


def _mend(strikes: Token) -> None:
    """Put the air strikes in the place of the owner, which stands before them as a part of their name."""
    if not strikes.tag_.startswith("VB") or not strikes.i:
        return
    owner = strikes.nbor(-1)
    if strikes.lower_ == "strikes":
        if owner.lower_ == "air" and owner.head.i == strikes.i and strikes.dep_ in ROLES:
            # "While air strikes on the town left 20 dead": a subject is no verb.
            owner.dep_, strikes.tag_, strikes.pos_ = "compound", "NNS", "NOUN"
        return
    if owner.tag_ not in OWNERS or owner.dep_ not in ROLES or owner.sent != strikes.sent:
        return
    if strikes.is_ancestor(owner):
        return  # "Jets airstrike": a headline's verb
    strikes.head, strikes.dep_ = owner.head, owner.dep_
    owner.head, owner.dep_ = strikes, "compound"
    strikes.tag_, strikes.pos_ = "NNS" if strikes.lower_.endswith("s") else "NN", "NOUN"


AIRSTRIKE_NOUNS = WordMend(AIRSTRIKES, _mend)

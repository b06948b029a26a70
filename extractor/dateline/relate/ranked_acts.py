"""Tells acts by which somebody is only counted among others: "he was the fourth journalist killed this year".

When and where those fell whom he is counted with says nothing of when and where he did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.harm_ranked import is_rank_word

if TYPE_CHECKING:
    from spacy.tokens import Token

ONE_OF = frozenset({"attr", "appos"})  # arcs of what somebody is told to be


def ranks_somebody(act: Token) -> bool:
    """Whether the act only tells what somebody is the first, the fourth or the latest of.

    Who is "the second to die on Tuesday" died on Tuesday.
    """
    one = act.head
    if any(child.lower_ == "to" for child in act.lefts):
        return False
    if act.dep_ not in ("acl", "relcl") or one.dep_ not in ONE_OF or one.tag_ not in ("NN", "NNP"):
        return False
    return any(is_rank_word(child.lower_) for child in one.lefts)

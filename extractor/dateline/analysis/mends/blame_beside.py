"""Mends what the parser makes of blame beside a saying: "denied that its troops had fired and accused the rebels".

It takes the blame for a part of what is said; who says the one lays the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.climbs import first_of_list
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

BLAMING = ("accused", "blamed", "accuses", "blames")
SAID = frozenset({"ccomp"})
SAYING = frozenset({"said", "says", "insisted", "insists", "maintained", "claimed", "told"})
NEAR = 3  # tokens behind "were" in which "not" stands
DENYING = frozenset({"denied", "denies", "rejected", "rejects", "disputed", "dismissed"})


def _mend(blame: Token) -> None:
    """Hang the blame beside the denial, where it stands beside the clause that is denied."""
    clause = blame.head
    if blame.dep_ != "conj" or blame.i < clause.i or any(kid.dep_ in ("nsubj", "nsubjpass") for kid in blame.lefts):
        return
    clause = first_of_list(clause)
    above = clause.head
    denied = above.lower_ in DENYING or (above.lower_ in SAYING and _is_negated(clause))
    if clause.dep_ in SAID and denied and above.i < clause.i and _lays_on_somebody(blame):
        blame.head = above


def _is_negated(clause: Token) -> bool:
    """Whether what is said is that something is not so: "said its men were not involved and blamed the rebels"."""
    return any(kid.dep_ == "neg" for kid in clause.lefts) or any(
        kid.dep_ == "neg" and kid.i < clause.i + NEAR for kid in clause.rights
    )


def _lays_on_somebody(blame: Token) -> bool:
    """Whether it is the blame that somebody lays: "accused the rebels", not "was accused"."""
    passive = any(kid.dep_ in ("aux", "auxpass") for kid in blame.lefts)
    return not passive and any(kid.dep_ == "dobj" for kid in blame.rights)


BLAME_BESIDE = WordMend(BLAMING, _mend)

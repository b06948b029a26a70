"""Mends what the parser makes of a past tense behind an infinitive: "when she tried to save them and later died".

It joins the death to the saving, as of "to save them and die"; what is told in the past tense goes on with the trying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import FINITE
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

ENDS = ("died", "succumbed", "perished", "killed", "shot", "wounded", "injured", "stabbed", "hit", "struck")


def _mend(end: Token) -> None:
    """Join the verb to the nearest one above it that has a tense too."""
    above = end.head
    if end.dep_ != "conj" or above.tag_ != "VB" or above.i > end.i or not _has_tense(end):
        return
    if not any(child.lower_ == "to" and child.dep_ == "aux" for child in above.lefts):
        return
    finite = next((verb for verb in above.ancestors if verb.i < above.i and _has_tense(verb)), None)
    if finite is not None:
        end.head = finite


def _has_tense(verb: Token) -> bool:
    """Whether it is a finite verb, or the passive of one: "was shot"."""
    passive = verb.tag_ == "VBN" and any(kid.dep_ == "auxpass" and kid.tag_ in FINITE for kid in verb.lefts)
    return passive or (verb.tag_ in FINITE and verb.pos_ == "VERB")


PAST_INFINITIVES = WordMend(ENDS, _mend)

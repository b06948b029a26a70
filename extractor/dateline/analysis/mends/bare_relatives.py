"""Mends what the parser makes of a clause about somebody without "who": "A man police say shot two was held".

It makes one phrase of the man and the police, and lets them say all the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import FINITE, SUBJECTS, take_place
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

SAYING = ("say", "said", "believe", "allege", "alleged")
SAYERS = frozenset({"police", "prosecutors", "officials", "authorities", "investigators", "officers", "deputies"})
CLAUSES = frozenset({"ccomp", "xcomp", "conj", "dep", "advcl"})


def _mend(saying: Token) -> None:
    """Make the noun before the sayers the subject of the last verb, and what they say a clause about it."""
    sayers = next((child for child in saying.lefts if child.dep_ == "nsubj" and child.i == saying.i - 1), None)
    if saying.dep_ == "relcl" and sayers is not None:
        _tag_what_is_said(saying)
    if sayers is None or sayers.lower_ not in SAYERS or not sayers.i:
        return
    noun = sayers.nbor(-1)
    if noun.tag_ != "NN" or noun.head.i != sayers.i:
        return
    if not any(child.dep_ == "det" for word in (noun, sayers) for child in word.lefts):
        return
    verbs = [child for child in saying.rights if child.dep_ in CLAUSES and child.pos_ in ("VERB", "AUX")]
    if not verbs or verbs[0].tag_ not in FINITE or any(c.dep_ in SUBJECTS for v in verbs for c in v.children):
        return
    town = saying.head  # of a dateline, which the parser takes for whom the clause describes
    if saying.dep_ == "relcl" and town.dep_ in SUBJECTS and town.i < noun.i:
        told = town.head
    elif len(verbs) == 2:  # what they say, and what is told
        told = verbs[1]
        take_place(told, saying)
    else:
        return
    edge = sayers.left_edge.i
    fronted = [child for child in saying.lefts if child.i < edge]
    behind = [child for child in saying.rights if child.i > told.i]
    for child in [child for child in sayers.lefts if child.i < noun.i]:
        child.head = noun
    passive = any(child.dep_ == "auxpass" for child in told.children)
    noun.head, noun.dep_ = told, "nsubjpass" if passive else "nsubj"
    saying.head, saying.dep_ = noun, "relcl"
    for child in (*fronted, *behind):
        child.head = told


def _tag_what_is_said(saying: Token) -> None:
    """Make a participle with an object what somebody did: "held a woman they say stabbed her husband"."""
    for verb in saying.rights:
        below = {child.dep_ for child in verb.children}
        if verb.dep_ == "ccomp" and verb.tag_ == "VBN" and "dobj" in below and not below & {"aux", "auxpass", "agent"}:
            verb.tag_ = "VBD"


BARE_RELATIVES = WordMend(SAYING, _mend)

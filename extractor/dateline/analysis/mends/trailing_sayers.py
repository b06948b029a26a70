"""Mends what the parser makes of several who say it: "Rebels shot nine, residents and officials said".

It counts the sayers among the dead, makes the rebels say it, and the shooting a description of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import NOUNS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

SAYING = ("said", "say", "says", "reported", "report")


def _mend(said: Token) -> None:
    """Make those right before the saying its subject, and what was told before them what they say."""
    subjects = [child for child in said.lefts if child.dep_ == "nsubj"]
    if len(subjects) != 1 or said.i < 1 or said.tag_ not in ("VBD", "VBP", "VBZ"):
        return
    noun = subjects[0]
    told = next((child for child in noun.rights if child.dep_ == "acl" and _is_verb(child)), None)
    if told is None:
        _return_object(noun, said)
        return
    sayer = next((word for word in noun.doc[told.i + 1 : said.i] if _is_sayer(word, said)), None)
    if sayer is None:
        return
    sayer.head, sayer.dep_ = said, "nsubj"
    told.head, told.dep_ = said, "ccomp"
    told.tag_, told.pos_ = "VBD", "VERB"
    noun.head = told


def _return_object(noun: Token, said: Token) -> None:
    """Give those harmed back to the participle right before them: "killing 16 people, medics and residents said"."""
    verb = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > said.sent.start else None
    if verb is None or verb.tag_ != "VBG" or any(child.dep_ == "dobj" for child in verb.children):
        return
    sayer = next((child for child in noun.rights if _is_sayer(child, said)), None)
    if sayer is not None:
        sayer.head, sayer.dep_ = said, "nsubj"
        noun.head, noun.dep_ = verb, "dobj"


def _is_verb(word: Token) -> bool:
    """Whether it tells what the noun before it did: in the past tense, or with an object that no passive has."""
    below = {child.dep_ for child in word.children}
    if below & {"agent", "auxpass", "aux", "nsubj", "nsubjpass"}:
        return False
    return word.tag_ == "VBD" or (word.tag_ == "VBN" and "dobj" in below)


def _is_sayer(word: Token, said: Token) -> bool:
    """Whether the word heads what stands behind the last comma, which the parser has joined to what was harmed."""
    start = word.left_edge.i
    apart = word.dep_ in ("conj", "appos") and word.tag_ in NOUNS and word.doc[start - 1].text == ","
    return apart and word.right_edge.i == said.i - 1


TRAILING_SAYERS = WordMend(SAYING, _mend)

"""Mends what the parser makes of a headline's second verb: "Bomb kills 12, wounds 30".

The tagger takes "wounds" for the noun that it mostly is, and the parser for something else that was killed. Behind a
verb in the present tense and before whom it befell it is a verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

WOUNDS = "wounds"
JOINTS = frozenset({",", "and", "&", ";"})
NUMBER_TAGS = frozenset({"CD", "JJS"})  # behind "at" or "over"
# What may follow the verb: whom it hit, or "more than" and the like before their number.
OBJECT_TAGS = frozenset({"CD", "DT", "JJ", "JJR", "NN", "NNP", "NNPS", "NNS", "PRP$", "RB", "RBR"})
ARCS = frozenset({"appos", "compound", "conj", "dep", "dobj"})  # by which the noun hangs
OBJECT_ARCS = frozenset({"appos", "conj", "nmod", "npadvmod", "nummod"})  # of whom it befell


def _mend(wounds: Token) -> None:
    """Make a verb of "wounds" behind a headline's first one, with whom it befell as its object."""
    verb = _find_verb(wounds)
    if verb is not None:
        _hang(wounds, verb)


def _find_verb(wounds: Token) -> Token | None:
    """Return the headline's first verb, None where the word is the noun that it looks like."""
    if wounds.tag_ != "NNS" or wounds.dep_ not in ARCS or any(True for _ in wounds.lefts):
        return None
    if not 0 < wounds.i < len(wounds.doc) - 1 or wounds.nbor(-1).lower_ not in JOINTS:
        return None
    verb = wounds.head.head if wounds.dep_ == "compound" else wounds.head
    told = verb.tag_ == "VBZ" and verb.i < wounds.i and wounds.nbor().sent == wounds.sent
    return verb if told and _leads_object(wounds.nbor()) else None


def _leads_object(word: Token) -> bool:
    """Whether somebody may be told from here on: "30", "at least 30", "dozens"."""
    if word.tag_ == "IN" and word.i + 1 < len(word.doc):
        return word.nbor().tag_ in NUMBER_TAGS
    return word.tag_ in OBJECT_TAGS


def _hang(wounds: Token, verb: Token) -> None:
    hit = wounds.head if wounds.dep_ == "compound" else None
    if hit is None:
        hit = next((child for child in wounds.rights if child.dep_ in OBJECT_ARCS), None)
    wounds.head, wounds.dep_ = verb, "conj"
    wounds.tag_, wounds.pos_ = "VBZ", "VERB"
    if hit is not None:
        hit.head, hit.dep_ = wounds, "dobj"


HEADLINE_VERBS = WordMend((WOUNDS,), _mend)

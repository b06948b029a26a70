"""Mends what the parser makes of a headline's second verb: "Bomb kills 12, wounds 30".

The tagger takes "wounds" for the noun that it mostly is, and the parser for something else that was killed. Behind a
verb in the present tense and before whom it befell it is a verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

HEADLINE_VERBS = "dateline_headline_verbs"
WOUNDS = "wounds"
JOINTS = frozenset({",", "and", "&", ";"})
NUMBER_TAGS = frozenset({"CD", "JJS"})  # behind "at" or "over"
# What may follow the verb: whom it hit, or "more than" and the like before their number.
OBJECT_TAGS = frozenset({"CD", "DT", "JJ", "JJR", "NN", "NNP", "NNPS", "NNS", "PRP$", "RB", "RBR"})
ARCS = frozenset({"appos", "compound", "conj", "dep", "dobj"})  # by which the noun hangs
OBJECT_ARCS = frozenset({"appos", "conj", "nmod", "npadvmod", "nummod"})  # of whom it befell


class HeadlineVerbs:
    """A component that makes verbs of such nouns, with whom they befell as their object."""

    def __init__(self, strings: StringStore) -> None:
        """Keep the number of the word."""
        self.wounds = np.uint64(strings.add(WOUNDS))

    def __call__(self, doc: Doc) -> Doc:
        """Mend the tags and arcs of each such "wounds"."""
        for place in np.flatnonzero(np.asarray(doc.to_array("LOWER"), np.uint64) == self.wounds):
            token = doc[int(place)]
            verb = _find_verb(token)
            if verb is not None:
                _hang(token, verb)
        return doc


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


@Language.factory(HEADLINE_VERBS)
def make_headline_verbs(nlp: Language, name: str) -> HeadlineVerbs:
    """Make the component; it wants tags and arcs."""
    return HeadlineVerbs(nlp.vocab.strings)

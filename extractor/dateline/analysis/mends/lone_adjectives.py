"""Mends what the parser makes of somebody told by his people alone: "A Palestinian stabbed a soldier in Hebron".

The tagger takes the word for an adjective and the parser for a part of the verb, which has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TAG, ARC = (np.uint64(get_string_id(word)) for word in ("JJ", "amod"))  # of an adjective before its noun
FINITE = frozenset({"VBD", "VBZ"})
BEFORE = frozenset({"det", "nummod", "amod"})  # arcs of the words before one that the verb has got too
SHOT = "shot"  # the verb that the tagger takes for a noun


def mend_lone_adjectives(doc: Doc) -> None:
    """Mend each adjective right before a verb that it is said to describe; it wants tags and arcs."""
    tags, deps = np.asarray(doc.to_array(["TAG", "DEP"]), np.uint64).T
    for place in np.flatnonzero((tags == TAG) & (deps == ARC)):
        _mend(doc[int(place)])


def _mend(adjective: Token) -> None:
    """Make the adjective a noun and the subject of the verb behind it, with the words before it as its own."""
    verb = adjective.head
    if verb.i != adjective.i + 1 or not adjective.text[0].isupper() or not _is_verb(verb):
        return
    before = [child for child in verb.lefts if child.i < adjective.i and child.dep_ in BEFORE]
    if not any(child.dep_ in ("det", "nummod") for child in before):
        return
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in verb.children):
        return
    for child in before:
        child.head = adjective
    adjective.tag_, adjective.pos_, adjective.dep_ = "NN", "NOUN", "nsubj"
    verb.tag_, verb.pos_ = "VBD" if verb.tag_ == "NN" else verb.tag_, "VERB"


def _is_verb(word: Token) -> bool:
    """Whether it is a verb, or "shot" with what only a verb has: "shot and killed", "shot a guard"."""
    if word.lower_ == SHOT and word.tag_ == "NN":
        joined = any(child.dep_ == "conj" and child.tag_ in ("VBD", "VBN") for child in word.rights)
        return joined or any(child.dep_ == "dobj" for child in word.rights)
    return word.tag_ in FINITE

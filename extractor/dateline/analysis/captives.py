"""Mends what the parser makes of people taken captive: "The rebels took three officials hostage".

The parser takes the last noun for what was taken and the people for a word before it, like "bus" in "bus driver". A
plural does not stand so before a noun, and one is taken hostage, not the hostage of a kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

CAPTIVES = "dateline_captives"
CAPTIVE = ("captive", "hostage", "prisoner")
# fmt: off
TAKING = frozenset((
    "take", "takes", "took", "taken", "taking", "hold", "holds", "held", "holding", "keep", "kept", "keeping",
))
# fmt: on
BEFORE = frozenset({"compound", "nmod", "amod"})


class Captives:
    """A component that makes the people the object of the verb, and "hostage" what they became."""

    def __init__(self, strings: StringStore) -> None:
        """Keep the numbers of the words."""
        self.words = np.asarray([strings.add(word) for word in CAPTIVE], np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Mend the arcs of each such word."""
        for place in np.flatnonzero(np.isin(np.asarray(doc.to_array("LOWER"), np.uint64), self.words)):
            captive = doc[int(place)]
            if captive.dep_ == "dobj" and captive.tag_ == "NN" and captive.head.lower_ in TAKING:
                people = captive.nbor(-1) if captive.i else captive
                if people.tag_ in ("NNS", "NNPS") and people.head == captive and people.dep_ in BEFORE:
                    _hang(people, captive)
        return doc


def _hang(people: Token, captive: Token) -> None:
    """Make the people the object, with the words before them, and what they became the verb's result."""
    before = [child for child in captive.lefts if child != people]
    people.head, people.dep_ = captive.head, "dobj"
    for child in before:
        child.head = people
    captive.dep_ = "oprd"


@Language.factory(CAPTIVES)
def make_captives(nlp: Language, name: str) -> Captives:
    """Make the component; it wants tags and arcs."""
    return Captives(nlp.vocab.strings)

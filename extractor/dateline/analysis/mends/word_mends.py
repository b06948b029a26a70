"""Runs a mend of tags and arcs at each of the few words that the models are known to take wrongly."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token


class WordMend:
    """A pipeline component that wants tags and arcs, and hands each token of its words to a mend."""

    def __init__(self, strings: StringStore, words: Iterable[str], mend: Callable[[Token], None]) -> None:
        """Keep the numbers of the words, which are in lower case, and what is done at each."""
        self.words = np.asarray([strings.add(word) for word in words], np.uint64)
        self.mend = mend

    def __call__(self, doc: Doc) -> Doc:
        """Mend the tags and arcs around each of the words, in order of text."""
        for place in np.flatnonzero(np.isin(np.asarray(doc.to_array("LOWER"), np.uint64), self.words)):
            self.mend(doc[int(place)])
        return doc

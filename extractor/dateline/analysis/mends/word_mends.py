"""Runs a mend of tags and arcs at each of the few words that the models are known to take wrongly."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

from dateline.analysis.texts import word_numbers

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class WordMend:
    """Hands each token of its words to a mend, which wants tags and arcs."""

    def __init__(self, words: Iterable[str], mend: Callable[[Token], None]) -> None:
        """Keep the numbers of the words, which are in lower case, and what is done at each."""
        self.words = np.asarray([get_string_id(word) for word in words], np.uint64)
        self.mend = mend

    def __call__(self, doc: Doc) -> None:
        """Mend the tags and arcs around each of the words, in order of text."""
        for place in np.flatnonzero(np.isin(word_numbers(doc), self.words)):
            self.mend(doc[int(place)])

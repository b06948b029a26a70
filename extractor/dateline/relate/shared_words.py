"""Finds the nouns that a few sentences of an article share: tellings of one act come back to the same things."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc
    from spacy.tokens import Span as SentenceSpan

SHORTEST = 4  # letters of a word that is looked at
MOST = 4  # sentences that have it; what more of them have is the article's matter


def find_shared_words(doc: Doc, sentences: Sequence[SentenceSpan]) -> list[dict[int, str]]:
    """Return for each sentence its nouns and names that two to `MOST` sentences have: by token, in lower case."""
    nouns = [
        {
            token.i: _stem(token.lower_)
            for token in doc[sentence.start : sentence.end]
            if _is_noun(token.pos_, token.lower_)
        }
        for sentence in sentences
    ]
    spread = Counter(word for words in nouns for word in set(words.values()))
    return [{index: word for index, word in words.items() if 2 <= spread[word] <= MOST} for words in nouns]


def _is_noun(part: str, word: str) -> bool:
    return part in ("NOUN", "PROPN") and len(word) >= SHORTEST and word.isalpha()


def _stem(word: str) -> str:
    """Return the singular of a regular plural."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

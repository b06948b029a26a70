"""Lets the tagger read as a name what is spelt like a small word in capitals: "IS militants", "the WHO said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Names in capitals that are common words in small letters, and a name of the same kind that the tagger knows.
KNOWN_AS = {"IS": "isis", "WHO": "unicef"}


def know_lettered_names(doc: Doc) -> None:
    """Give such words in prose the norm of a name; between other words in capitals they are shouted."""
    for word in [word for word in doc if word.text in KNOWN_AS]:
        near = doc[max(word.i - 1, 0) : word.i + 2]
        if not any(_is_shouted(other.text) for other in near if other.i != word.i):
            word.norm_ = KNOWN_AS[word.text]


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()

"""What the finders look at in a Doc again and again, kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

# Keys in Doc.user_data.
TEXT = "dateline_text"
WORDS = "dateline_words"
OFFSETS = "dateline_offsets"
NUMBERS = "dateline_word_numbers"


def text_of(doc: Doc) -> str:
    """Return the text of `doc`; `Doc.text` joins all tokens anew each time, which made finders ten times slower."""
    kept = doc.user_data.get(TEXT)
    return kept if isinstance(kept, str) else doc.text


def lower_words(doc: Doc) -> tuple[str, ...]:
    """Return the words of `doc` in small letters, token by token: a look at each token takes five times as long."""
    if WORDS not in doc.user_data:
        doc.user_data[WORDS] = tuple(token.lower_ for token in doc)
    words: tuple[str, ...] = doc.user_data[WORDS]
    return words


def offsets_of(doc: Doc) -> list[int]:
    """Return the code points at which the tokens of `doc` start."""
    if OFFSETS not in doc.user_data:
        doc.user_data[OFFSETS] = doc.to_array("IDX").tolist()
    offsets: list[int] = doc.user_data[OFFSETS]
    return offsets


def word_numbers(doc: Doc) -> NDArray[np.uint64]:
    """Return the numbers by which spaCy knows the words of `doc` in small letters."""
    if NUMBERS not in doc.user_data:
        doc.user_data[NUMBERS] = np.asarray(doc.to_array("LOWER"), np.uint64)
    numbers: NDArray[np.uint64] = doc.user_data[NUMBERS]
    return numbers

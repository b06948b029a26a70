"""Mends what the tagger makes of "face" behind an age: "John Poe, 64, and Jim Roe, 34, face charges of murder".

It takes the word for a noun; but the parser gives it a subject and an object, as only a verb has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

FACE = "face"
ARGUMENTS = frozenset({"dobj", "nsubj"})  # arcs that a verb alone has


def _mend(face: Token) -> None:
    """Make a verb of "face" where it has a subject and an object."""
    if face.tag_ == "NN" and {child.dep_ for child in face.children} >= ARGUMENTS:
        face.tag_, face.pos_ = "VBP", "VERB"


FACE_VERBS = WordMend((FACE,), _mend)

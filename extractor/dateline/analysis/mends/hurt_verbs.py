"""Mends the tag of "hurt" in "five were killed and two hurt when a drone hit a car": no verb of the present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token


def _mend(hurt: Token) -> None:
    """Make a participle of it where it is joined to one, or to a past tense."""
    present = hurt.tag_ in ("VB", "VBP") and hurt.dep_ == "conj"
    if (
        present
        and hurt.head.tag_ in ("VBN", "VBD")
        and not any(child.dep_ in ("aux", "dobj") for child in hurt.children)
    ):
        hurt.tag_ = "VBN"


HURT_VERBS = WordMend(("hurt",), _mend)

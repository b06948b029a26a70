"""Mends the tag of "a drone killed three al Qaeda suspects", which the tagger takes for a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import SUBJECTS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_NOUNS = SUBJECTS | {"dobj", "pobj"}  # arcs that nouns alone have


def _mend(suspects: Token) -> None:
    """Make a noun of what the parser hangs as one, with a number or a name before it."""
    if suspects.tag_ != "VBZ" or suspects.dep_ not in OF_NOUNS:
        return
    if any(child.dep_ in ("compound", "det", "nummod", "amod") for child in suspects.lefts):
        suspects.tag_, suspects.pos_ = "NNS", "NOUN"


SUSPECT_NOUNS = WordMend(("suspects",), _mend)

"""Docs built by hand, for tests of stages that read dependency trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Sequence

TAGS = {"NOUN": "NN", "PROPN": "NNP", "VERB": "VBD", "ADJ": "JJ", "ADP": "IN", "NUM": "CD", "DET": "DT"}


def build_doc(rows: Sequence[str]) -> Doc:
    """Return the Doc of one sentence, given a row "word POS dep head" for each token, head its number from 0.

    A fifth item gives the fine tag where the usual one of the POS will not do ("VBN"), a sixth the entity's label.
    """
    cells = [row.split() for row in rows]
    return Doc(
        spacy.blank("en").vocab,
        words=[cell[0] for cell in cells],
        pos=[cell[1] for cell in cells],
        deps=[cell[2] for cell in cells],
        heads=[int(cell[3]) for cell in cells],
        tags=[cell[4] if len(cell) > 4 else TAGS.get(cell[1], "XX") for cell in cells],
        ents=[f"B-{cell[5]}" if len(cell) > 5 else "O" for cell in cells],
        sent_starts=[number == 0 for number in range(len(cells))],
    )

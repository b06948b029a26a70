"""A spaCy component that starts a sentence at every block of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from dateline.analysis.texts import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.articles import Article

BLOCK_STARTS = "dateline_block_starts"
STARTS = "dateline_starts"  # key in Doc.user_data: code points at which blocks, and stories behind a label, start
LABELS = re.compile(r"(?:^|(?<=--)|(?<=[—–]))\s*(?:\[[A-Z][^\[\]]{1,120}\]\s*)+(?=\S)")  # "[TEXT] ", "[REPORT] [NAME] "
LABEL_REACH = 200  # code points of a block in which its labels stand


@Language.component(BLOCK_STARTS)
def hold_blocks(doc: Doc) -> Doc:
    """Mark the first token of each block as the start of a sentence; the parser keeps such marks."""
    for number in np.flatnonzero(doc.to_array("IS_SPACE")).tolist():
        doc[number].is_sent_start = False
    first = np.searchsorted(doc.to_array("IDX"), doc.user_data.get(STARTS, ()))
    for number in first[first < len(doc)].tolist():
        doc[number].is_sent_start = True
    return doc


def prepare_doc(make_doc: Callable[[str], Doc], text: str, article: Article) -> Doc:
    """Return a tokenised Doc of `text` that knows where the blocks of `article` start."""
    doc = make_doc(text)
    starts = {block.span.start for block in article.blocks}
    for block in article.blocks:
        # What the label says of the text is no part of its first sentence.
        if label := LABELS.search(block.span.of(article.text)[:LABEL_REACH]):
            starts.add(block.span.start + label.end())
    doc.user_data[STARTS] = sorted(starts)
    doc.user_data[TEXT] = text
    return doc

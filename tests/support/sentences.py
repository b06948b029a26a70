"""Texts read by the real pipeline, for slow tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def read(text: str) -> Doc:
    """Return the Doc of an article made of `text`."""
    from dateline.analysis.documents import analyse_article
    from dateline.analysis.pipelines import load_pipeline
    from dateline.read import parse_article

    return analyse_article(parse_article(text, source="-"), load_pipeline())

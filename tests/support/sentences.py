"""Texts read by the real pipeline, for slow tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.find.counts import find_counts
from dateline.find.people import find_people
from dateline.relate.harms import find_harms

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.mentions import HarmMention


def read(text: str) -> Doc:
    """Return the Doc of an article made of `text`."""
    from dateline.analysis.documents import analyse_article
    from dateline.analysis.pipelines import load_pipeline
    from dateline.read import parse_article

    return analyse_article(parse_article(text, source="-"), load_pipeline())


def read_harms(doc: Doc) -> tuple[HarmMention, ...]:
    """Return what the text says became of people."""
    counts = find_counts(doc)
    return find_harms(doc, find_people(doc, counts), counts)

"""Runs the pipeline over an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.recasing import recase

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.analysis.pipelines import Pipeline
    from dateline.articles import Article


def analyse_article(article: Article, pipeline: Pipeline) -> Doc:
    """Return the article's Doc; token offsets are offsets into `article.text`.

    Articles go through one at a time: batches of 4 or 8 were no faster (80 articles, two rounds, differences
    within the noise), and so a pipe is answered line by line and the neighbours of an article cannot change
    its tags by a rounding.
    """
    from dateline.analysis.blocks import prepare_doc  # noqa: PLC0415 (imports spaCy)

    return pipeline.run(prepare_doc(pipeline.nlp.make_doc, recase(article), article))

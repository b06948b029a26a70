"""Runs the pipeline over articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.recasing import recase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from dateline.analysis.pipelines import Pipeline
    from dateline.articles import Article

BATCH = 4  # articles at a time; more costs memory and gains no speed (LIBRARIES: 4 is fastest)


def analyse_articles(articles: Iterable[Article], pipeline: Pipeline) -> Iterator[tuple[Article, Doc]]:
    """Yield each article with its Doc, in order; token offsets are offsets into `article.text`."""
    from dateline.analysis.blocks import prepare_doc  # noqa: PLC0415 (imports spaCy)

    nlp = pipeline.nlp
    pairs = ((prepare_doc(nlp.make_doc, recase(article), article), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield article, doc

"""The library in one call."""

from __future__ import annotations

from datetime import date
from functools import cache

from dateline.articles import Article, PublishedBasis
from dateline.errors import DatelineError
from dateline.extraction import Extractor, ExtractorOptions
from dateline.read import parse_article
from dateline.records import Record


@cache
def _default_extractor() -> Extractor:
    return Extractor(ExtractorOptions())


def extract(
    article: Article | str,
    *,
    title: str | None = None,
    published: date | None = None,
    extractor: Extractor | None = None,
) -> tuple[Record, ...]:
    """Return the incident records of one article, in order of first mention.

    Args:
        article: the article, or its text.
        title: the headline, where `article` is a text without it.
        published: the day the text came out; days of the week and "yesterday" need it.
        extractor: one of your own; by default one with default options is made and kept.

    Raises:
        ConfigurationError: the language model, lexicon or gazetteer cannot be loaded.
        DatelineError: the article could not be extracted.
    """
    if isinstance(article, str):
        basis = PublishedBasis.GIVEN if published else None
        article = parse_article(article, source="-", title=title, published=published, published_basis=basis)
    outcome = next((extractor or _default_extractor()).extract_all([article]))
    if outcome.failure is not None:
        raise DatelineError(f"{outcome.failure.source}: {outcome.failure.message}")
    return outcome.records

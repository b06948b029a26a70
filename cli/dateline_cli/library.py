"""The library as the commands use it; imported inside functions, so that `--help` stays fast."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dateline.articles import Article, Failure
    from dateline.explanation import Explanation
    from dateline.records import Record


SINGLE = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm"})  # suffixes of files with one article


class Outcome(Protocol):
    """What became of one article."""

    @property
    def article(self) -> Article | None: ...  # noqa: D102
    @property
    def records(self) -> tuple[Record, ...]: ...  # noqa: D102
    @property
    def failure(self) -> Failure | None: ...  # noqa: D102


class Extractor(Protocol):
    """What the commands need of `dateline.Extractor`."""

    def extract_all(self, articles: Iterable[Article | Failure]) -> Iterator[Outcome]: ...  # noqa: D102


def make_extractor(*, model: str | None, lexicon: Path | None, places: Path | None) -> Extractor:
    """Return an extractor; the language model is loaded at the first article."""
    import dateline  # noqa: PLC0415

    return dateline.Extractor(dateline.ExtractorOptions(model=model, lexicon=lexicon, places=places))


def explain_articles(
    articles: Iterable[Article | Failure], *, model: str | None, lexicon: Path | None, places: Path | None
) -> Iterator[Explanation | Failure]:
    """Explain each article; the language model is loaded at the first."""
    import dateline  # noqa: PLC0415
    from dateline.explanation import explain_all  # noqa: PLC0415

    options = dateline.ExtractorOptions(model=model, lexicon=lexicon, places=places)
    return explain_all(articles, dateline.Extractor(options))


def read_articles(
    sources: Sequence[str],
    *,
    published: date | None = None,
    encoding: str | None = None,
    max_chars: int | None = None,
) -> Iterator[Article | Failure]:
    """Read the sources, in order; what cannot be read is a failure in its place."""
    import dateline  # noqa: PLC0415

    options = dateline.ReadOptions(published=published, encoding=encoding)
    if max_chars is not None:
        options = replace(options, max_chars=max_chars)
    return iter(dateline.read_sources(sources, options=options, stdin=sys.stdin.buffer))


def count_articles(sources: Sequence[str]) -> int | None:
    """Return how many articles and failures the sources will give, None where only reading them would tell."""
    from dateline.read.sources import STDIN, find_files  # noqa: PLC0415

    number = 0
    for source in sources:
        if source == STDIN:
            return None
        for name, fault in find_files(source):
            if fault is None and PurePath(name).suffix.lower() not in SINGLE:
                return None
            number += 1
    return number

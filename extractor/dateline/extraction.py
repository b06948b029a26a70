"""The whole way from an article to its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.articles import Article, Failure
from dateline.errors import ConfigurationError
from dateline.records import Record

if TYPE_CHECKING:
    from dateline.analysis import Pipeline
    from dateline.stages import Knowledge, Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractorOptions:
    """What an extractor works with."""

    model: str | None = None  # spaCy pipeline by package name or path; None: the shipped one
    lexicon: Path | None = None  # TOML file of the user's own words
    places: Path | None = None  # TSV file of the user's own places
    # Pass no article by and make a record of what is hardly an incident too, for a choice by other rules such as that
    # of MUC-4 templates. What would be a record anyway is as ever, but for its role.
    eager: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one article of the stream: its records, or the failure that took their place."""

    article: Article | None
    records: tuple[Record, ...] = ()
    failure: Failure | None = None


class Extractor:
    """Turns articles into records; loads pipeline, lexicon and gazetteer at first need, once."""

    def __init__(self, options: ExtractorOptions | None = None) -> None:
        """Keep the options; nothing is loaded yet."""
        self.options = options or ExtractorOptions()

    @cached_property
    def pipeline(self) -> Pipeline:
        """The spaCy pipeline; raises PipelineError when none is usable."""
        from dateline.analysis import load_pipeline  # noqa: PLC0415 (spaCy takes a second to import)

        return load_pipeline(self.options.model)

    @cached_property
    def knowledge(self) -> Knowledge:
        """All that the stages look things up in; raises LexiconError or GazetteerError."""
        from dateline.find.triggers import load_triggers  # noqa: PLC0415
        from dateline.gazetteer import load_gazetteer  # noqa: PLC0415
        from dateline.stages import Knowledge  # noqa: PLC0415

        return Knowledge(
            triggers=load_triggers(self.options.lexicon),
            gazetteer=load_gazetteer(extra=self.options.places),
            lexicon=self.options.lexicon,
        )

    def load(self) -> None:
        """Load everything now, so that a fault of the installation shows before the first article."""
        _ = self.knowledge, self.pipeline

    def explain(self, article: Article) -> Trace:
        """Return every step from `article` to its incidents.

        Raises whatever a stage raises: unlike `extract_all` this is for looking at one article.
        """
        from dateline.analysis import analyse_article  # noqa: PLC0415
        from dateline.stages import trace_article  # noqa: PLC0415

        # The Doc stays in here: what a thread has analysed must not be freed with the words of another's article.
        with self.pipeline.lock:
            doc = analyse_article(article, self.pipeline)
            return trace_article(article, doc, self.knowledge, eager=self.options.eager)

    def extract(self, article: Article) -> tuple[Record, ...]:
        """Return the records of one article, in order of first mention; none if it could not be extracted."""
        return next(self.extract_all([article])).records

    def extract_all(self, articles: Iterable[Article | Failure]) -> Iterator[Outcome]:
        """Yield one outcome for each article or failure, in order, as soon as it is known.

        An article that the extractor fails on becomes a failure in the stream; the others go on.

        Raises:
            ConfigurationError: the language model, lexicon or gazetteer cannot be loaded.
        """
        for item in articles:
            yield self._extract_one(item) if isinstance(item, Article) else Outcome(article=None, failure=item)

    def _extract_one(self, article: Article) -> Outcome:
        from dateline.find.screening import screen_article  # noqa: PLC0415
        from dateline.merge.assembly import assemble_records  # noqa: PLC0415

        # Most news tells of no act of violence; it is passed by before the language model sees it.
        if not self.options.eager and not screen_article(article, self.knowledge.triggers).passed:
            return Outcome(article=article)
        try:
            with self.pipeline.forgetting():
                trace = self.explain(article)
        except ConfigurationError:
            raise
        except Exception as error:  # the batch loop: one article's fault must not end the run
            message = f"extraction failed ({type(error).__name__}: {error}); please report it with the article"
            return Outcome(article=article, failure=Failure(source=article.source, stage="extract", message=message))
        return Outcome(article=trace.article, records=assemble_records(trace.incidents, trace.article))

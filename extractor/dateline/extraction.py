"""The whole way from an article to its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.articles import Article, Failure
from dateline.errors import ConfigurationError
from dateline.find.triggers import TriggerLexicon, has_trigger, load_triggers
from dateline.gazetteer import Gazetteer, load_gazetteer
from dateline.merge.assembly import assemble_records
from dateline.records import Record
from dateline.stages import Knowledge, Trace, trace_article

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.analysis import Pipeline

BATCH = 8  # articles read ahead, so that the pipeline works on several at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractorOptions:
    """What an extractor works with."""

    model: str | None = None  # spaCy pipeline by package name or path; None: the shipped one
    lexicon: Path | None = None  # TOML file of the user's own words
    places: Path | None = None  # TSV file of the user's own places


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
    def triggers(self) -> TriggerLexicon:
        """The trigger words; raises LexiconError."""
        return load_triggers(self.options.lexicon)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer; raises GazetteerError."""
        return load_gazetteer(extra=self.options.places)

    @cached_property
    def knowledge(self) -> Knowledge:
        """All that the stages look things up in."""
        return Knowledge(triggers=self.triggers, gazetteer=self.gazetteer, lexicon=self.options.lexicon)

    def load(self) -> None:
        """Load everything now, so that a fault of the installation shows before the first article."""
        _ = self.knowledge, self.pipeline

    def explain(self, article: Article) -> Trace:
        """Return every step from `article` to its incidents.

        Raises whatever a stage raises: unlike `extract_all` this is for looking at one article.
        """
        from dateline.analysis import analyse_articles  # noqa: PLC0415

        ((_, doc),) = analyse_articles([article], self.pipeline)
        return trace_article(article, doc, self.knowledge)

    def extract(self, article: Article) -> tuple[Record, ...]:
        """Return the records of one article, in order of first mention; none if it could not be extracted."""
        return next(self.extract_all([article])).records

    def extract_all(self, articles: Iterable[Article | Failure]) -> Iterator[Outcome]:
        """Yield one outcome for each article or failure, in order.

        An article that the extractor fails on becomes a failure in the stream; the others go on.
        """
        stream = iter(articles)
        while batch := list(islice(stream, BATCH)):
            yield from self._extract_batch(batch)

    def _extract_batch(self, batch: list[Article | Failure]) -> Iterator[Outcome]:
        from dateline.analysis import analyse_articles  # noqa: PLC0415

        worthy = [item for item in batch if isinstance(item, Article) and has_trigger(item.text, self.triggers)]
        docs: dict[int, Doc] = {}
        if worthy:
            for article, doc in analyse_articles(worthy, self.pipeline):
                docs[id(article)] = doc
        for item in batch:
            if isinstance(item, Failure):
                yield Outcome(article=None, failure=item)
            elif id(item) in docs:
                yield self._extract_one(item, docs[id(item)])
            else:
                yield Outcome(article=item)

    def _extract_one(self, article: Article, doc: Doc) -> Outcome:
        try:
            trace = trace_article(article, doc, self.knowledge)
        except ConfigurationError:
            raise
        except Exception as error:  # noqa: BLE001 (the batch loop: one article's fault must not end the run)
            message = f"extraction failed ({type(error).__name__}: {error}); please report it with the article"
            return Outcome(article=article, failure=Failure(source=article.source, stage="extract", message=message))
        return Outcome(article=trace.article, records=assemble_records(trace.incidents, trace.article))

"""Extraction as a batch runs it: a unit in, the encoded lines of its records out."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass, field

from dateline.articles import Failure
from dateline.batch.outcomes import EncodedRecord, Processor, UnitOutcome, fail_unit
from dateline.batch.pool import run_units
from dateline.extraction import Extractor, ExtractorOptions
from dateline.read import ReadOptions, Unit, parse_unit
from dateline.wire.jsonl import encode_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Makes an extractor's processor, in whichever process calls it."""

    options: ExtractorOptions = field(default_factory=ExtractorOptions)
    read: ReadOptions = field(default_factory=ReadOptions)
    eager: bool = False  # whether all is loaded before the first unit, so that its time counts for no unit

    def __call__(self) -> Processor:
        """Return the processor.

        Raises:
            ConfigurationError: the language model, lexicon or gazetteer cannot be loaded; if not eager, a unit will.
        """
        extractor = Extractor(self.options)
        if self.eager:
            extractor.load()
        return lambda unit: extract_unit(unit, extractor, read=self.read)


def extract_unit(unit: Unit, extractor: Extractor, *, read: ReadOptions) -> UnitOutcome:
    """Parse one unit and extract its records; whatever it fails on, but for the configuration, is in the outcome."""
    try:
        article = parse_unit(unit, read)
    except Exception as error:  # the batch loop: one article's fault must not end the run
        message = f"reading failed ({type(error).__name__}: {error}); please report it with the article"
        return fail_unit(unit, message, stage="read")
    if isinstance(article, Failure):
        return UnitOutcome(source=unit.source, key=unit.key, failure=article)
    outcome = next(extractor.extract_all([article]))
    records = tuple(
        EncodedRecord(
            line=encode_record(record), role=str(record.role), confidence=record.confidence.get("overall", 0.0)
        )
        for record in outcome.records
    )
    return UnitOutcome(source=unit.source, key=unit.key, records=records, failure=outcome.failure)


def extract_units(
    units: Iterable[Unit | Failure | UnitOutcome],
    *,
    options: ExtractorOptions | None = None,
    read: ReadOptions | None = None,
    workers: int = 1,
    timeout: float | None = None,
) -> Generator[UnitOutcome, None, None]:
    """Yield the outcome of each unit, in the order of the units; the same ones for any number of workers.

    One worker without a time limit is this process itself, and takes a unit only when its outcome is asked for.

    Args:
        units: what to extract; failures and outcomes that are known already keep their place in the stream.
        options: what each worker's extractor works with.
        read: how units are parsed.
        workers: processes that parse and extract, at least 1; each holds the language model.
        timeout: seconds, after which an article is given up; None: never.

    Raises:
        ConfigurationError: the language model, lexicon or gazetteer cannot be loaded, or no process be started.
    """
    apart = workers > 1 or timeout is not None
    setup = Extraction(options=options or ExtractorOptions(), read=read or ReadOptions(), eager=apart)
    return run_units(units, setup, workers=workers, timeout=timeout)

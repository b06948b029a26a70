"""Extraction as a batch runs it: a unit in, the encoded lines of its records out."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dateline.articles import Failure
from dateline.batch.clusters import run_units_on_ray
from dateline.batch.outcomes import EncodedRecord, Processor, UnitOutcome, fail_unit
from dateline.batch.pool import run_units
from dateline.errors import ConfigurationError
from dateline.extraction import Extractor, ExtractorOptions
from dateline.fingerprint import describe_extractor
from dateline.read import ReadOptions, Unit, parse_unit
from dateline.wire.jsonl import encode_record


class Engine(StrEnum):
    """What runs the workers."""

    LOCAL = "local"  # this machine
    RAY = "ray"  # a Ray cluster, or a Ray that is started here


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Makes an extractor's processor, in whichever process calls it."""

    options: ExtractorOptions = field(default_factory=ExtractorOptions)
    read: ReadOptions = field(default_factory=ReadOptions)
    eager: bool = False  # whether all is loaded before the first unit, so that its time counts for no unit
    expected: Mapping[str, str] | None = None  # `describe_extractor` of those who sent this to another machine

    def __call__(self) -> Processor:
        """Return the processor.

        Raises:
            ConfigurationError: the language model, lexicon or gazetteer cannot be loaded; if not eager, a unit will.
                Or they are others than expected.
        """
        if self.expected is not None:
            _check_same(describe_extractor(self.options), self.expected)
        extractor = Extractor(self.options)
        if self.eager:
            extractor.load()
        return lambda unit: extract_unit(unit, extractor, read=self.read)


def _check_same(found: Mapping[str, str], expected: Mapping[str, str]) -> None:
    for name in {**expected, **found}:
        here, there = expected.get(name, "not there"), found.get(name, "not there")
        if here != there:
            raise ConfigurationError(
                f"{name} is {there} on a worker and {here} here; install the same dateline on all machines, and put "
                "your own model and files under the same paths"
            )


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
    engine: Engine = Engine.LOCAL,
    ray_address: str | None = None,
) -> Generator[UnitOutcome, None, None]:
    """Yield the outcome of each unit, in the order of the units; the same ones for any number of workers.

    One worker without a time limit is this process itself, and takes a unit only when its outcome is asked for.

    Args:
        units: what to extract; failures and outcomes that are known already keep their place in the stream.
        options: what each worker's extractor works with.
        read: how units are parsed.
        workers: processes that parse and extract, at least 1; each holds the language model. With Ray, 0 is one for
            each CPU of the cluster.
        timeout: seconds, after which an article is given up; None: never.
        engine: what runs the workers.
        ray_address: of a Ray cluster, as for `clusters.run_units_on_ray`.

    Raises:
        ConfigurationError: the language model, lexicon or gazetteer cannot be loaded, or no process be started.
    """
    options, read = options or ExtractorOptions(), read or ReadOptions()
    if engine is Engine.RAY:
        setup = Extraction(options=options, read=read, eager=True, expected=describe_extractor(options))
        return run_units_on_ray(units, setup, address=ray_address, workers=workers, timeout=timeout)
    apart = workers > 1 or timeout is not None
    setup = Extraction(options=options, read=read, eager=apart)
    return run_units(units, setup, workers=workers, timeout=timeout)

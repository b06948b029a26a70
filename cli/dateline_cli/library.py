"""The library as the commands use it; imported inside functions, so that `--help` stays fast."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from dateline.articles import Article, Failure
    from dateline.batch import Shard, UnitOutcome
    from dateline.explanation import Explanation
    from dateline.extraction import Outcome
    from dateline.read import ReadOptions, Unit


SINGLE = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm"})  # suffixes of files with one article


def read_units(
    sources: Sequence[str],
    *,
    published: date | None,
    encoding: str | None,
    max_chars: int | None,
    in_thread: bool,
    leave_out: Sequence[Path] = (),
) -> Iterator[Unit | Failure]:
    """Find the articles of the sources, in order, without parsing them.

    Args:
        sources: as for `dateline.read_sources`.
        published: as for `dateline.ReadOptions`, like the two below.
        encoding: as said.
        max_chars: characters; None: the library's own limit.
        in_thread: whether a thread will take them, which may wait for standard input when the program ends.
        leave_out: files that are no sources even where they stand in a folder that is one.
    """
    from dateline.read import read_units  # noqa: PLC0415

    options = make_read_options(published=published, encoding=encoding, max_chars=max_chars)
    stdin: BinaryIO = sys.stdin.buffer
    if in_thread:
        # Python's own stream is locked while it is read, and the end of the program would wait for the lock.
        with contextlib.suppress(OSError):  # a program that runs this one in its own process may have no real stdin
            stdin = open(sys.stdin.fileno(), "rb", buffering=0, closefd=False)  # noqa: SIM115
    return read_units(sources, options=options, stdin=stdin, leave_out=map(str, leave_out))


def extract_units(
    units: Iterable[Unit | Failure | UnitOutcome],
    *,
    published: date | None,
    encoding: str | None,
    max_chars: int | None,
    model: str | None,
    lexicon: Path | None,
    places: Path | None,
    workers: int,
    timeout: float | None,
    engine: str = "local",
    ray_address: str | None = None,
) -> Generator[UnitOutcome, None, None]:
    """Parse and extract the units, in order; as for `dateline.batch.extract_units`."""
    import dateline  # noqa: PLC0415
    from dateline.batch import Engine, extract_units  # noqa: PLC0415

    return extract_units(
        units,
        options=dateline.ExtractorOptions(model=model, lexicon=lexicon, places=places),
        read=make_read_options(published=published, encoding=encoding, max_chars=max_chars),
        workers=workers,
        timeout=timeout,
        engine=Engine(engine),
        ray_address=ray_address,
    )


def describe_run(
    *,
    model: str | None,
    lexicon: Path | None,
    places: Path | None,
    published: date | None,
    encoding: str | None,
    max_chars: int | None,
    roles: Collection[str] | None,
    min_confidence: float,
    part: Shard | None,
) -> dict[str, str]:
    """Return all that decides the lines of a run besides the articles, by the options that set it; without defaults."""
    import codecs  # noqa: PLC0415

    import dateline  # noqa: PLC0415
    from dateline.fingerprint import describe_extractor  # noqa: PLC0415

    found = describe_extractor(dateline.ExtractorOptions(model=model, lexicon=lexicon, places=places))
    read = make_read_options(published=published, encoding=encoding, max_chars=max_chars)
    chosen = {
        "--published": published,
        "--encoding": codecs.lookup(encoding).name if encoding else None,
        "--max-chars": read.max_chars if read.max_chars != dateline.ReadOptions().max_chars else None,
        "--roles": ",".join(sorted(roles)) if roles is not None else None,
        "--min-confidence": min_confidence or None,
        "--shard": f"{part.number}/{part.count}" if part is not None else None,
    }
    return found | {name: str(value) for name, value in chosen.items() if value is not None}


def make_read_options(*, published: date | None, encoding: str | None, max_chars: int | None) -> ReadOptions:
    """Return the options for reading."""
    import dateline  # noqa: PLC0415

    options = dateline.ReadOptions(published=published, encoding=encoding)
    return options if max_chars is None else replace(options, max_chars=max_chars)


def extract_drafts(
    articles: Iterable[Article | Failure], *, model: str | None, lexicon: Path | None, places: Path | None
) -> Iterator[Outcome]:
    """Extract each article eagerly: all that may be an incident, for those who choose by a measure of their own."""
    import dateline  # noqa: PLC0415

    options = dateline.ExtractorOptions(model=model, lexicon=lexicon, places=places, eager=True)
    return dateline.Extractor(options).extract_all(articles)


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

    options = make_read_options(published=published, encoding=encoding, max_chars=max_chars)
    return iter(dateline.read_sources(sources, options=options, stdin=sys.stdin.buffer))


def count_articles(sources: Sequence[str]) -> int | None:
    """Return how many articles and failures the sources will give, None where only reading them would tell."""
    from dateline.read.remote import is_remote  # noqa: PLC0415
    from dateline.read.sources import STDIN, find_files  # noqa: PLC0415

    number = 0
    for source in sources:
        if source == STDIN or is_remote(source):
            return None
        for name, fault in find_files(source):
            if fault is None and PurePath(name).suffix.lower() not in SINGLE:
                return None
            number += 1
    return number

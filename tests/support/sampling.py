"""The samples as dateline reads and extracts them, once for each run."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from functools import cache

import dateline
from dateline.records import Record
from support.locations import ROOT, SAMPLES


def sample_names() -> tuple[str, ...]:
    """Return the names of the sample files, sorted."""
    return tuple(sorted(path.name for path in SAMPLES.iterdir() if path.is_file()))


@cache
def load_extractor() -> dateline.Extractor:
    """Return an extractor with the settings that a user gets without asking."""
    return dateline.Extractor(dateline.ExtractorOptions())


@cache
def extract_samples() -> Mapping[str, tuple[Record, ...]]:
    """Return the records of every sample article: "file", or "file#id" inside a container, to its records.

    The sources are relative to the project's root, so that records are the same wherever it lies.
    """
    with contextlib.chdir(ROOT):
        paths = [f"{SAMPLES.name}/{name}" for name in sample_names()]
        outcomes = tuple(load_extractor().extract_all(dateline.read_sources(paths, options=dateline.ReadOptions())))
    found: dict[str, tuple[Record, ...]] = {}
    for outcome in outcomes:
        if outcome.failure is not None or outcome.article is None:
            raise AssertionError(f"a sample failed: {outcome.failure}")
        found[outcome.article.source.removeprefix(f"{SAMPLES.name}/")] = tuple(outcome.records)
    return found


def encode_file(name: str) -> bytes:
    """Return the JSON lines of all records of one sample file, in the order of its articles."""
    return b"".join(
        dateline.encode_record(record).rstrip(b"\n") + b"\n"
        for source, records in extract_samples().items()
        if source.split("#")[0] == name
        for record in records
    )

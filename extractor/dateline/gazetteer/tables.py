"""Reads the tab-separated tables of the gazetteer, whose first line names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of `data/NAME.tsv`, each by the names of its columns."""
    text = (files("dateline.gazetteer") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t")

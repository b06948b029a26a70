"""Where papers, stations and telephones are at home, read from `data/outlets.tsv` and `data/phone_codes.tsv`."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def load_outlets() -> Mapping[str, tuple[str, str]]:
    """Return the town and the state of each paper and station, by its name in small letters."""
    return MappingProxyType(
        {name.casefold(): (row["town"], row["within"]) for row in _rows("outlets") for name in row["names"].split("|")}
    )


@cache
def load_phone_codes() -> Mapping[str, str]:
    """Return the state or province of each area code of the North American numbering plan."""
    return MappingProxyType({code: row["region"] for row in _rows("phone_codes") for code in row["codes"].split()})


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (files("dateline.gazetteer") / "data" / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")

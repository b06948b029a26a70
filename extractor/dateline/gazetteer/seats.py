"""Where papers, stations, forces and telephones are at home, and whose police and courts are named.

The facts are in `data/seats.tsv`, `data/phone_codes.tsv`, `data/institutions.tsv` and `data/bodies.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dateline.gazetteer.tables import read_table


@cache
def load_seats() -> Mapping[str, tuple[str, str]]:
    """Return the town and the state of each paper, station and police force, by its name in small letters.

    Stations whose call signs are words or names too are listed with their ending only: "king-tv".
    """
    return MappingProxyType(
        {
            name.casefold(): (row["town"], row["within"])
            for row in read_table("seats")
            for name in row["names"].split("|")
        }
    )


def find_body_seats(text: str) -> tuple[tuple[str, str], ...]:
    """Return the towns, each with its country, that the text names beside a body of the world that sits there.

    Where the World Health Organization speaks, "Geneva" is in Switzerland, whatever else the article tells of.
    """
    return tuple(
        (town, within) for town, within, pattern in _load_bodies() if town in text and pattern.search(text) is not None
    )


@cache
def _load_bodies() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (
            row["town"],
            row["within"],
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, row['names'].split('|')))})(?!\w)"),
        )
        for row in read_table("bodies")
    )


@cache
def load_phone_codes() -> Mapping[str, str]:
    """Return the state or province of each area code of the North American numbering plan."""
    return MappingProxyType({code: row["region"] for row in read_table("phone_codes") for code in row["codes"].split()})


def find_institutions(text: str) -> frozenset[str]:
    """Return the codes of the countries whose police, courts or parliament the text names in words of their own."""
    codes, pattern = _load_institutions()
    return frozenset(codes[match[1]] for match in pattern.finditer(text))


@cache
def _load_institutions() -> tuple[Mapping[str, str], re.Pattern[str]]:
    codes = {name: row["country"] for row in read_table("institutions") for name in row["names"].split("|")}
    names = sorted(codes, key=len, reverse=True)
    return MappingProxyType(codes), re.compile(rf"\b({'|'.join(map(re.escape, names))})s?\b")

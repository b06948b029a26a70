"""What the values and words of a record read as in MUC-4 templates: the tables of `muc4.toml`, numbers and phrases."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.gazetteer.names import fold
from dateline.records import Count

WORD = re.compile(r"[A-Z0-9]+(?:['’.-][A-Z0-9]+)*")
DETERMINER = re.compile(r"\A(?:THE|A|AN|HIS|HER|THEIR|ITS|THIS|THAT|THESE|THOSE)\s+")
NUMERALS = "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """The tables of `muc4.toml`: for each kind of value what it reads as."""

    tables: Mapping[str, Mapping[str, str]]
    words: Mapping[str, frozenset[str]]

    def read(self, table: str, value: str) -> str | None:
        """Return the filler for a value, None when it has none."""
        return self.tables[table].get(value)


@cache
def load_crosswalk() -> Crosswalk:
    """Read the tables that ship with dateline."""
    rows = tomllib.loads((files("dateline.wire") / "muc4.toml").read_text("utf-8"))
    words = {key: frozenset(forms) for key, forms in rows.pop("words").items()}
    return Crosswalk(tables=rows, words=words)


def number_of_people(count: Count | None, *, one: bool) -> str:
    """Return a count of people as the task writes it; without a count, one named person or several."""
    if count is None:
        return "1" if one else "PLURAL"
    if count.approximate and count.max is None and count.best == count.min:
        return "PLURAL"  # a vague word: "several"
    if count.approximate:
        return f"~{count.best}"
    if count.min == count.max:
        return str(count.best)
    if count.max is None:
        return f"{count.min} -"
    return f"{count.min} - {count.max}" if count.min is not None else str(count.max)


def number_of_things(text: str) -> str:
    """Return how many things the words for them tell of."""
    words = WORD.findall(text.upper())
    for word in words[:3]:
        if word.isdigit():
            return str(int(word))
        if word in NUMERALS:
            return str(NUMERALS.index(word) + 1)
    head = re.split(r"\s(?:OF|IN|AT|ON|FROM|WHERE|THAT|BELONGING|NEAR)\s|,", text.upper())[0].strip()
    several = (
        head.endswith("S") and not head.endswith("SS") and head.split()[-1] not in load_crosswalk().words["single"]
    )
    return "PLURAL" if several else "1"


def phrase(text: str) -> str:
    """Return words as printed, in capitals, without quotation marks and the determiner before them."""
    flat = " ".join(re.sub(r"[\"“”]", "", text.upper()).split())
    return DETERMINER.sub("", flat)


def capitals(name: str) -> str:
    """Return a name in capitals without accents and marks."""
    return fold(name).upper()


def unaccented(text: str) -> str:
    """Return text in capitals without accents, its marks kept, words parted by one space."""
    letters = unicodedata.normalize("NFKD", " ".join(text.split()))
    return "".join(char for char in letters if not unicodedata.combining(char)).upper()

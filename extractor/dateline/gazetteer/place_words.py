"""Words that tell what kind of place a name is, read from `data/place_words.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Sets of words in small letters; plurals are included where they make sense."""

    region: frozenset[str]
    settlement: frozenset[str]
    quarter: frozenset[str]
    site: frozenset[str]
    nature: frozenset[str]
    direction: frozenset[str]
    organisation: frozenset[str]
    office: frozenset[str]  # of local offices, whose names tell where they serve
    event: frozenset[str]  # of events that take place in the town they are named after
    ways: frozenset[str]  # sites that are named after other places as a rule
    force: frozenset[str]  # kinds of police
    title: frozenset[str]
    first_level: frozenset[str]  # of regions right below the country
    second_level: frozenset[str]
    single: frozenset[str]  # sites of which a town has one
    never: frozenset[str]  # capitalised words that stand in no place name
    wide: frozenset[str]  # names of continents and the like
    opening: Mapping[str, str]  # the list of each word that opens a name, as printed: "Mount", "Barangay"
    longest: int  # words in the longest entry that may stand behind a name
    kinds: Mapping[str, str]  # the list of each feature word, from "region" to "nature"

    def area(self, word: str) -> str | None:
        """Return the list of a word for an area with people in it ("region", "settlement", "quarter"), else None."""
        kind = self.kind(word)
        return kind if kind in ("region", "settlement", "quarter") else None

    def kind(self, word: str) -> str | None:
        """Return the list that a feature word stands in ("region" ... "nature"), None for no feature word."""
        return self.kinds.get(word.casefold())


_SIDE = re.compile(r"(?:north|south|east|west)(?:[ -]?side|[ -]end)", re.IGNORECASE)


def is_side(name: str) -> bool:
    """Whether the name is that of a part which any town may have: "Southside", "West End"."""
    return _SIDE.fullmatch(name) is not None


def singular(word: str) -> str:
    """Return a feature word in small letters and in the singular: "Villages" to "village"."""
    small = word.casefold()
    if small.endswith("ies"):
        return f"{small[:-3]}y"
    if small.endswith("ches"):
        return small[:-2]
    return small[:-1] if small.endswith("s") and not small.endswith("ss") and len(small) > 4 else small


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ch", "ss", "sh")) else f"{word}s"


@cache
def load_place_words() -> PlaceWords:
    """Read the table once for each process."""
    raw = tomllib.loads((files("dateline.gazetteer") / "data" / "place_words.toml").read_text(encoding="utf-8"))
    lists = {name: table["words"] for name, table in raw.items()}
    grown = {
        name: frozenset((*words, *map(_plural, words)))
        for name, words in lists.items()
        if name in ("region", "settlement", "quarter", "site", "nature")
    }
    # A word of several lists is of the first of these.
    order = ("region", "settlement", "site", "quarter", "nature")
    return PlaceWords(
        **grown,
        kinds={word: name for name in reversed(order) for word in grown[name]},
        direction=frozenset(lists["direction"]),
        organisation=frozenset(lists["organisation"]),
        office=frozenset(lists["office"]),
        event=frozenset(lists["event"]),
        ways=frozenset(lists["ways"]),
        force=frozenset(lists["force"]),
        title=frozenset(lists["title"]),
        first_level=frozenset(lists["first_level"]),
        second_level=frozenset(lists["second_level"]),
        single=frozenset(lists["single"]),
        never=frozenset(lists["never"]),
        wide=frozenset(lists["wide"]),
        opening={word: name for name in ("quarter", "site", "nature") for word in raw[name]["opening"]},
        longest=max(len(word.split()) for words in grown.values() for word in words),
    )


def is_region_word(feature: str | None) -> bool:
    """Whether a kind word is that of a region: "province", "county"."""
    return feature in load_place_words().first_level or feature in load_place_words().second_level

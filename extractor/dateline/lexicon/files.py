"""Names the fields that each lexicon file has of its own, besides the common ones of `entries`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from dateline.errors import LexiconError
from dateline.lexicon.entries import Entry, load_added, load_entries, read_overlay

FIELDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "actor_nouns": frozenset({"kind", "use"}),
        "agent_nouns": frozenset(),
        "agent_verbs": frozenset(),
        "callings": frozenset({"category", "objects"}),
        "cues": frozenset(),
        "doers": frozenset(),
        "effects": frozenset({"effect", "role"}),
        "harms": frozenset({"frame", "status", "weak", "patient", "nouns_with", "bars"}),
        "numbers": frozenset({"kind", "value", "sense"}),
        "people": frozenset({"category", "use", "size"}),
        "persons": frozenset(),
        "scene_words": frozenset(),
        "sites": frozenset(),
        "stances": frozenset({"stance", "frames", "objects", "doubt"}),
        "targets": frozenset({"category", "role", "generic"}),
        "topics": frozenset(),
        "triggers": frozenset(
            {"type", "pos", "weak", "general", "needs", "bars", "not_after", "not_before", "intransitive"}
            | {"by_aircraft", "by_air_power", "by_gun", "by_missile", "by_bomb", "by_bullet", "by_armed", "by_police"}
            | {"also_needs", "near", "not_near", "doers", "aims", "aims_not", "bars_doers", "needs_doer"}
            | {"present", "retold"}
        ),
        "weapons": frozenset({"category", "role"}),
    }
)
# Tables that an overlay may add to knowledge that lies in TSV files.
TABLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "armed_groups": frozenset({"name", "kind", "country"}),
        "states": frozenset({"country", "seats", "leaders"}),
    }
)
NOT_ENTRIES = frozenset({"SOURCES"})  # TOML files of other shapes in the same folder


def file_names() -> tuple[str, ...]:
    """Return the names of all lexicon files, without ".toml", in order of the alphabet."""
    folder = files("dateline.lexicon") / "data"
    names = (Path(item.name).stem for item in folder.iterdir() if item.name.endswith(".toml"))
    return tuple(sorted(name for name in names if name not in NOT_ENTRIES))


def load_file(name: str, overlay: Path | None = None) -> tuple[Entry, ...]:
    """Return the entries of the registered file `name`, those of a user's overlay in place of ours.

    Raises:
        KeyError: no such file is registered in `FIELDS`.
        LexiconError: as `load_entries`, and for an overlay with a table that nobody would read.
    """
    if overlay is not None:
        _check_tables(overlay)
    return load_entries(name, FIELDS[name], overlay)


@cache
def _check_tables(overlay: Path) -> None:
    known = {*FIELDS, *TABLES}
    for name in read_overlay(overlay):
        if name not in known:
            raise LexiconError(f"{overlay}: [{name}]: no such kind of table; known are {', '.join(sorted(known))}")


@cache
def load_phrases(name: str, entry: str) -> frozenset[str]:
    """Return the phrases of one entry of a file that ships with dateline, in lower case."""
    (found,) = (one for one in load_file(name) if one.id == entry)
    return frozenset(phrase.lower() for phrase, _ in found.phrases())


def load_overlay(overlay: Path | None, table: str) -> tuple[Entry, ...]:
    """Return what a user's overlay adds to the TSV file of `table`, a key of `TABLES`; nothing without an overlay.

    Raises:
        LexiconError: the overlay cannot be read, or breaks the rules of `parse_entries`.
    """
    return () if overlay is None else load_added(overlay, table, TABLES[table])

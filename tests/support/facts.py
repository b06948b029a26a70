"""Facts that a careful reader finds in an article, and whether records have them.

The format stands at the head of `tests/golden/expected.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.records import Record, Role
from support.locations import GOLDEN

CASUALTIES = ("killed", "injured", "kidnapped", "missing", "arrested")
TEXTS = ("role", "type", "stage", "country", "locality")
LISTS = ("weapons", "targets")
COMMON = ("role", "stage", "country")  # shared by most incidents of an article, so they pair nothing
KEYS = {*TEXTS, *LISTS, *(f"{name}_also" for name in LISTS), *CASUALTIES, "date", "actors"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that holds of a sample's records: `key` is "incidents" or "2.killed", counted from 1."""

    sample: str
    key: str

    @property
    def name(self) -> str:
        """The name of the test for it."""
        return f"{self.sample}: {self.key}"


@cache
def load_expected() -> Mapping[str, Mapping[str, Any]]:
    """Return the hand-written facts; raise ValueError for a key that no check reads."""
    expected = tomllib.loads((GOLDEN / "expected.toml").read_text(encoding="utf-8"))
    for sample, table in expected.items():
        unknown = set(table) - {"incidents", "incident"}
        unknown |= {key for incident in table.get("incident", []) for key in incident if key not in KEYS}
        if unknown:
            raise ValueError(f"expected.toml: [{sample}]: unknown key {sorted(unknown)}")
    return expected


def load_misses(path: Path = GOLDEN / "known_misses.toml") -> Mapping[tuple[str, str], str]:
    """Return the facts known to be missed, each with the reason."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {(sample, key): reason for sample, table in tables.items() for key, reason in table.items()}


def list_facts() -> tuple[Fact, ...]:
    """Return every fact of `expected.toml`, in its order."""
    facts = []
    for sample, table in load_expected().items():
        facts.append(Fact(sample=sample, key="incidents"))
        for number, incident in enumerate(table.get("incident", []), start=1):
            facts.extend(Fact(sample=sample, key=f"{number}.{key}") for key in _checked(incident))
    return tuple(facts)


def find_fault(fact: Fact, records: Sequence[Record]) -> str | None:
    """Return what is wrong with the records of the fact's sample, None when the fact holds."""
    table = load_expected()[fact.sample]
    if fact.key == "incidents":
        wanted = _as_list(table["incidents"])
        found = [record for record in records if record.role is not Role.BACKGROUND]
        return None if len(found) in wanted else f"wanted {wanted}, found {[str(record.type) for record in found]}"
    number, key = fact.key.split(".", 1)
    record = _align(table["incident"], records)[int(number) - 1]
    if record is None:
        return f"no record for this incident among {len(records)}"
    return _fault(table["incident"][int(number) - 1], key, record)


def _checked(incident: Mapping[str, Any]) -> list[str]:
    return [key for key in incident if not key.endswith("_also")]


def _align(incidents: Sequence[Mapping[str, Any]], records: Sequence[Record]) -> list[Record | None]:
    """Give each incident the record that has most of its facts, the surest pair first."""
    scores = sorted(
        (
            (-sum(_fault(incident, key, record) is None for key in _checked(incident) if key not in COMMON), i, r)
            for i, incident in enumerate(incidents)
            for r, record in enumerate(records)
        ),
    )
    aligned: list[Record | None] = [None] * len(incidents)
    taken: set[int] = set()
    for score, i, r in scores:
        # One fact may be right by luck; two are a sign of the same incident.
        if score <= -2 and aligned[i] is None and r not in taken:
            aligned[i] = records[r]
            taken.add(r)
    return aligned


def _fault(incident: Mapping[str, Any], key: str, record: Record) -> str | None:
    if key == "actors":
        return _actor_fault(incident[key], record)
    if key in LISTS:
        found = {str(fill.category) for fill in getattr(record, key)}
        missing = set(incident[key]) - found
        surplus = found - set(incident[key]) - set(incident.get(f"{key}_also", []))
        return f"missing {sorted(missing)}, surplus {sorted(surplus)}" if missing or surplus else None
    wanted = _as_list(incident[key])
    if key in CASUALTIES:
        count = getattr(record.casualties, key)
        best = None if count is None else count.best
        return None if (best or "none") in wanted else f"wanted {wanted}, found {best}"
    value = _value(key, record)
    return None if _fold(value) in {_fold(text) for text in wanted} else f"wanted {wanted}, found {value!r}"


def _value(key: str, record: Record) -> str:
    if key in ("country", "locality"):
        return (getattr(record.place, key) if record.place else None) or ""
    if key == "date":
        if record.date is None:
            return ""
        days = [record.date.start.isoformat(), record.date.end.isoformat()]
        return "/".join(dict.fromkeys(days))
    return str(getattr(record, key))


def _actor_fault(wanted: Sequence[Mapping[str, Any]], record: Record) -> str | None:
    found = [(_fold(fill.actor), str(fill.stance)) for fill in record.attributions]
    missing = [
        f"{actor['name']} {actor['stance']}"
        for actor in wanted
        if not any(
            name in {_fold(form) for form in [actor["name"], *actor.get("also", [])]}
            and stance in _as_list(actor["stance"])
            for name, stance in found
        )
    ]
    return f"missing {missing}, found {found}" if missing else None


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.sub(r"^(the|a|an) ", "", plain).split())

"""Reads the lexicon files: TOML tables of words with proofs, checked as they are read.

A file is a list of tables, one an entry:

    [entry_id]
    forms    = ["as printed"]          # exact words, any case
    verbs    = ["abduct", "blow up"]   # regular verbs, inflected when read
    nouns    = ["car bomb"]            # regular nouns, singular and plural
    cased    = ["PKK"]                 # only with these capitals
    examples = ["Sentences it must match."]
    counter  = ["Sentences it must not match."]
    source   = "where the facts come from"
    shared   = true                    # its words may stand in other entries too

and whatever other fields the file's own reader asks for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from dateline.errors import LexiconError
from dateline.lexicon.inflection import noun_forms, verb_forms
from dateline.lexicon.phrases import PhraseIndex

WORD_LISTS = ("forms", "verbs", "nouns", "cased")
PROOFS = ("examples", "counter")
COMMON = frozenset((*WORD_LISTS, *PROOFS, "source", "shared"))

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a lexicon file."""

    id: str
    file: str
    forms: tuple[str, ...]
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    cased: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    source: str | None
    shared: bool  # its words may stand in other entries too
    fields: Mapping[str, object]  # the file's own fields, lists of texts as tuples

    def phrases(self) -> Iterator[tuple[str, bool]]:
        """Yield each phrase to be found and whether its capitals count."""
        for form in self.forms:
            yield form, False
        for verb in self.verbs:
            yield from ((form, False) for form in verb_forms(verb))
        for noun in self.nouns:
            yield from ((form, False) for form in noun_forms(noun))
        for form in self.cased:
            yield form, True

    def text(self, field: str) -> str | None:
        """Return a text field, None when absent; raises LexiconError when it is no text."""
        value = self.fields.get(field)
        if value is not None and not isinstance(value, str):
            raise LexiconError(f"{self.file}: [{self.id}]: '{field}' is no text; put it in quotes")
        return value

    def choice(self, field: str, kinds: type[Kind]) -> Kind | None:
        """Return a text field that names one of `kinds`, None when absent; raises LexiconError when it names none."""
        value = self.text(field)
        if value is not None and value not in set(kinds):
            known = ", ".join(kinds)
            raise LexiconError(f"{self.file}: [{self.id}]: '{value}' is no {field}; give one of {known}")
        return None if value is None else kinds(value)

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list-of-text field, empty when absent; raises LexiconError when it is no such list."""
        value = self.fields.get(field, ())
        if not isinstance(value, tuple):
            raise _no_texts(self.file, self.id, field)
        return value

    def flag(self, field: str) -> bool:
        """Return a true/false field, False when absent; raises LexiconError when it is neither."""
        value = self.fields.get(field, False)
        if not isinstance(value, bool):
            raise LexiconError(f"{self.file}: [{self.id}]: '{field}' is neither true nor false")
        return value


def _texts(table: Mapping[str, object], field: str, file: str, entry: str) -> tuple[str, ...]:
    value = _settle(table.get(field, []))
    if not isinstance(value, tuple):
        raise _no_texts(file, entry, field)
    return value


def _settle(value: object) -> object:
    """Return a list of texts as a tuple, checked once and not at each look-up; whatever else as it is."""
    if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
        return tuple(value)
    return value


def _no_texts(file: str, entry: str, field: str) -> LexiconError:
    return LexiconError(f"{file}: [{entry}]: '{field}' is no list of texts; write it as [\"…\"]")


def parse_entries(toml: str, *, file: str, fields: frozenset[str]) -> tuple[Entry, ...]:
    """Return the entries of a lexicon text in order.

    Args:
        toml: the text of the file.
        file: its name, for messages.
        fields: the file's own fields, besides the common ones.

    Raises:
        LexiconError: malformed TOML, an unknown key, an entry without words, or a phrase in two entries.
    """
    try:
        tables = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: {error}; mend the TOML") from error
    entries = tuple(_parse_entry(key, table, file=file, fields=fields) for key, table in tables.items())
    _check_unique(entries, file)
    return entries


def _parse_entry(key: str, table: object, *, file: str, fields: frozenset[str]) -> Entry:
    if not isinstance(table, dict):
        raise LexiconError(f"{file}: '{key}' stands outside a table; put it under an [entry]")
    unknown = sorted(set(table) - COMMON - fields)
    if unknown:
        raise LexiconError(
            f"{file}: [{key}]: unknown key '{unknown[0]}'; known are {', '.join(sorted(COMMON | fields))}"
        )
    lists = {name: _texts(table, name, file, key) for name in (*WORD_LISTS, *PROOFS)}
    if not any(lists[name] for name in WORD_LISTS):
        raise LexiconError(f"{file}: [{key}]: no words; give at least one of {', '.join(WORD_LISTS)}")
    source = table.get("source")
    return Entry(
        id=key,
        file=file,
        forms=lists["forms"],
        verbs=lists["verbs"],
        nouns=lists["nouns"],
        cased=lists["cased"],
        examples=lists["examples"],
        counter=lists["counter"],
        source=source if isinstance(source, str) else None,
        shared=table.get("shared") is True,
        fields={name: _settle(table[name]) for name in fields if name in table},
    )


def _check_unique(entries: tuple[Entry, ...], file: str) -> None:
    # The same letters may be a verb in one entry and a noun in another ("bombing"): `pos` tells them apart.
    owner: dict[tuple[str, bool, str | None], str] = {}
    for entry in (entry for entry in entries if not entry.shared):
        for phrase, cased in set(entry.phrases()):
            key = (phrase if cased else phrase.casefold(), cased, entry.text("pos"))
            first = owner.setdefault(key, entry.id)
            if first != entry.id:
                raise LexiconError(f"{file}: '{phrase}' stands in [{first}] and [{entry.id}]; keep it in one")


def index_entries(entries: tuple[Entry, ...]) -> PhraseIndex:
    """Return an index of all phrases, filed under their entry's id."""
    index = PhraseIndex()
    for entry in entries:
        for phrase, cased in entry.phrases():
            index.add(phrase, entry.id, cased=cased)
    return index


@cache
def load_entries(name: str, fields: frozenset[str], overlay: Path | None = None) -> tuple[Entry, ...]:
    """Read the entries of `data/NAME.toml`, those of a user's overlay file after them.

    An overlay has tables named `NAME.entry_id`; an entry of the same id takes the place of ours.

    Raises:
        LexiconError: the overlay cannot be read, or a file breaks the rules of `parse_entries`.
    """
    own = parse_entries(
        (files("dateline.lexicon") / "data" / f"{name}.toml").read_text("utf-8"), file=f"{name}.toml", fields=fields
    )
    if overlay is None:
        return own
    added = load_added(overlay, name, fields)
    replaced = {entry.id for entry in added}
    return (*(entry for entry in own if entry.id not in replaced), *added)


def load_added(path: Path, name: str, fields: frozenset[str]) -> tuple[Entry, ...]:
    """Return the entries of the tables `NAME.*` in a user's overlay file; raises LexiconError as `load_entries`."""
    section = read_overlay(path).get(name, {})
    if not isinstance(section, dict):
        raise LexiconError(f"{path}: '{name}' is no table; write [{name}.entry_id]")
    return tuple(_parse_entry(key, table, file=path.name, fields=fields) for key, table in section.items())


def read_overlay(path: Path) -> Mapping[str, object]:
    """Return the tables of a user's overlay file; raises LexiconError when it is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror or error}; give a readable TOML file in UTF-8") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path}: {error}; give a readable TOML file in UTF-8") from error

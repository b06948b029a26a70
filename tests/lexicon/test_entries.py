"""Every lexicon file proves itself: what each entry must match and must not, whatever the file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.resources import files

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.entries import COMMON, Entry, index_entries, parse_entries
from dateline.lexicon.files import FIELDS, file_names
from dateline.lexicon.phrases import PhraseIndex

NAMES = file_names()


def _read(name: str) -> str:
    return (files("dateline.lexicon") / "data" / f"{name}.toml").read_text("utf-8")


def _fields(name: str) -> frozenset[str]:
    """The registered fields of a file; those it uses, for a file that nobody has registered yet."""
    tables = tomllib.loads(_read(name)).values()
    return FIELDS.get(name, frozenset(key for table in tables for key in table) - COMMON)


@cache
def _entries(name: str) -> tuple[Entry, ...]:
    return parse_entries(_read(name), file=f"{name}.toml", fields=_fields(name))


@cache
def _index(name: str) -> PhraseIndex:
    return index_entries(_entries(name))


def _longest(name: str, text: str) -> set[str]:
    """The entries that the longest matches in a text belong to."""
    return {match.key for match in _index(name).find(text)}


def _all(name: str, text: str) -> set[str]:
    """The entries of all matches: one phrase may stand in two entries, or within a longer one of another."""
    return {match.key for match in _index(name).find_all(text)}


def _readable() -> Iterator[tuple[str, Entry]]:
    """The entries of the files that can be read; the others fail a test of their own."""
    for name in NAMES:
        with suppress(LexiconError):
            yield from ((name, entry) for entry in _entries(name))


def _proofs(field: str) -> list[object]:
    return [
        pytest.param(name, entry.id, text, id=f"{name}-{entry.id}-{number}")
        for name, entry in _readable()
        for number, text in enumerate(getattr(entry, field))
    ]


def test_there_are_lexicon_files() -> None:
    assert {"weapons", "targets", "effects"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_registered_with_its_fields(name: str) -> None:
    assert name in FIELDS


@pytest.mark.parametrize("name", NAMES)
def test_a_file_keeps_the_rules(name: str) -> None:
    assert _entries(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_entry_has_an_example(name: str) -> None:
    assert [entry.id for entry in _entries(name) if not entry.examples] == []


@pytest.mark.parametrize(("name", "entry", "text"), _proofs("examples"))
def test_an_entry_matches_its_example(name: str, entry: str, text: str) -> None:
    assert entry in _all(name, text)


@pytest.mark.parametrize(("name", "entry", "text"), _proofs("counter"))
def test_an_entry_passes_over_its_counter_example(name: str, entry: str, text: str) -> None:
    assert entry not in _longest(name, text)


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_key_is_an_error_that_names_file_and_entry(name: str) -> None:
    toml = f'{_read(name)}\n[extra_entry]\nforms = ["zyzzyva weevil"]\nunheard_of = "x"\n'

    with pytest.raises(LexiconError, match=rf"{name}\.toml: \[extra_entry\]: unknown key 'unheard_of'"):
        parse_entries(toml, file=f"{name}.toml", fields=_fields(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_phrase_in_two_entries_is_an_error(name: str) -> None:
    first = next((entry for entry in _entries(name) if not entry.shared), None)
    if first is None:
        pytest.skip("all entries of this file may share their words")
    phrase = next(first.phrases())[0].replace('"', '\\"')
    same = f'pos = "{first.text("pos")}"\n' if first.text("pos") else ""
    toml = f'{_read(name)}\n[extra_entry]\nforms = ["{phrase}"]\ncased = ["{phrase}"]\n{same}'

    with pytest.raises(LexiconError, match=r"keep it in one"):
        parse_entries(toml, file=f"{name}.toml", fields=_fields(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_phrase_of_a_file_finds_itself(name: str) -> None:
    lost = [phrase for entry in _entries(name) for phrase, _ in entry.phrases() if entry.id not in _all(name, phrase)]

    assert lost == []

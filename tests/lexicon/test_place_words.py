"""Every list of place words holds a word of its examples, and none of its counter-examples."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from dateline.gazetteer.place_words import load_place_words

TABLES = tomllib.loads((files("dateline.gazetteer") / "data" / "place_words.toml").read_text(encoding="utf-8"))


def _phrases(text: str) -> set[str]:
    words = re.findall(r"[\w'-]+", text.casefold())
    return {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(len(words), i + 4) + 1)}


@pytest.mark.parametrize("name", TABLES)
def test_the_words_are_in_the_examples_and_not_in_the_counter_examples(name: str) -> None:
    known: frozenset[str] = getattr(load_place_words(), name)

    assert [text for text in TABLES[name]["examples"] if not _phrases(text) & known] == []
    assert [text for text in TABLES[name]["counter"] if _phrases(text) & known] == []

from __future__ import annotations

import pytest

from dateline.lexicon.phrases import PhraseIndex
from dateline.spans import Span


def index_of(filed: list[tuple[str, str, bool]]) -> PhraseIndex:
    index = PhraseIndex()
    for phrase, key, cased in filed:
        index.add(phrase, key, cased=cased)
    return index


def found(index: PhraseIndex, text: str) -> list[str]:
    return [match.span.of(text) for match in index.find(text)]


@pytest.mark.parametrize("printed", ["al-Shabaab", "Al Shabaab", "al–Shabaab", "AL-SHABAAB", "al Shabáab"])
def test_case_accents_and_hyphens_do_not_matter(printed: str) -> None:
    index = index_of([("al-Shabaab", "group", False)])

    assert found(index, f"It was {printed}, they said.") == [printed]


def test_the_longest_phrase_wins() -> None:
    index = index_of([("car", "a", False), ("car bomb", "b", False)])

    assert found(index, "A car bomb.") == ["car bomb"]


def test_find_all_gives_the_shorter_ones_too() -> None:
    index = index_of([("car", "a", False), ("car bomb", "b", False)])

    assert {match.key for match in index.find_all("A car bomb.")} == {"a", "b"}


def test_a_cased_phrase_needs_its_capitals() -> None:
    index = index_of([("IS", "group", True)])

    assert found(index, "It is said that IS did it.") == ["IS"]


def test_a_phrase_does_not_cross_a_sentence() -> None:
    index = index_of([("police station", "place", False)])

    assert found(index, "He called the police. Station staff came.") == []


def test_the_dot_of_an_initial_joins() -> None:
    index = index_of([("U.S. Embassy", "place", False)])

    assert index.find("The U.S. Embassy")[0].span == Span(4, 16)


def test_a_comma_parts() -> None:
    index = index_of([("car bomb", "b", False)])

    assert found(index, "a car, bomb squads said") == []

"""Sex and age as words tell them."""

from __future__ import annotations

import pytest

from dateline.find.people_ages import read_age
from dateline.lexicon.persons import is_male, read_traits
from dateline.spans import Span


@pytest.mark.parametrize(
    ("words", "age", "other"),
    [
        ("a girl", 19, "the girl"),
        ("a boy", 21, "the boy"),
        ("a kid", 18, "the kid"),
        ("a girl", 12, "the teenager"),
        ("a student", 20, "the teenager"),
    ],
)
def test_words_for_the_young_bound_the_age_loosely(words: str, age: int, other: str) -> None:
    assert not read_traits(words, age).differ(read_traits(other, None))


@pytest.mark.parametrize(("words", "age", "other"), [("a girl", 4, "a teenager"), ("a woman", 30, "the girl")])
def test_words_for_the_young_do_not_fit_any_age(words: str, age: int, other: str) -> None:
    assert read_traits(words, age).differ(read_traits(other, None))


@pytest.mark.parametrize(
    "words", ["A King County deputy", "A Queens student", "A Prince George's County officer", "Nguyen Van Son"]
)
def test_parts_of_names_tell_no_sex(words: str) -> None:
    assert is_male(words) is None


@pytest.mark.parametrize(
    ("words", "male"), [("his son", True), ("The King", True), ("HIS SON", True), ("a queen", False)]
)
def test_a_son_and_a_queen_tell_their_sex(words: str, male: bool) -> None:
    assert is_male(words) is male


@pytest.mark.parametrize(
    ("words", "behind", "age"),
    [
        ("a 17-year-old girl", " died", 17),
        ("Seventeen-year-old Ed Cole", " died", 17),
        ("Ana Ruiz", ", 42, died", 42),
        ("Ana Ruiz", " (42) died", 42),
        ("another teen", ", also 15, died", 15),
        ("Ana Ruiz", " died", None),
    ],
)
def test_an_age_is_read_in_the_phrase_or_right_behind_it(words: str, behind: str, age: int | None) -> None:
    assert read_age(words + behind, Span(0, len(words))) == age

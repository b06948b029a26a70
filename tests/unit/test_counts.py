"""Number phrases: what counts, how exactly, and what does not count anything."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from dateline.find.counts import find_counts, parse_count
from dateline.records import Count, exactly

TOKENIZER = spacy.blank("en").tokenizer


def tokens(text: str) -> Doc:
    return TOKENIZER(text)


def at_least(number: int) -> Count:
    return Count(min=number, max=None, best=number)


def vague(number: int) -> Count:
    return Count(min=number, max=None, best=number, approximate=True)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("12", exactly(12)),
        ("1,200", exactly(1200)),
        ("3.5 million", exactly(3_500_000)),
        ("twenty-one", exactly(21)),
        ("one hundred and five", exactly(105)),
        ("two thousand three hundred", exactly(2300)),
        ("a dozen", exactly(12)),
        ("half a dozen", exactly(6)),
        ("two dozen", exactly(24)),
        ("a pair of", exactly(2)),
        ("a couple of", exactly(2)),
        ("at least 12", at_least(12)),
        ("more than 100", at_least(100)),
        ("no fewer than five", at_least(5)),
        ("50 or more", at_least(50)),
        ("up to 8", Count(min=None, max=8, best=8)),
        ("as many as 20", Count(min=None, max=20, best=20)),
        ("between 6 and 8", Count(min=6, max=8, best=8)),
        ("12 to 15", Count(min=12, max=15, best=15)),
        ("12-15", Count(min=12, max=15, best=15)),
        ("2 or 3", Count(min=2, max=3, best=3)),
        ("3 to 5 million", Count(min=3_000_000, max=5_000_000, best=5_000_000)),
        ("about 30", Count(min=None, max=None, best=30, approximate=True)),
        ("some 30", Count(min=None, max=None, best=30, approximate=True)),
        ("nearly 50", Count(min=None, max=50, best=50, approximate=True)),
        ("several", vague(3)),
        ("dozens", vague(24)),
        ("scores", vague(40)),
        ("hundreds", vague(200)),
        ("tens of thousands", vague(20_000)),
        ("several dozen", vague(36)),
        ("none", exactly(0)),
        ("no one", exactly(0)),
        ("a", exactly(1)),
        ("both", exactly(2)),
    ],
)
def test_a_number_phrase_is_read_as_exactly_as_it_stands(text: str, count: Count) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "A 30-year-old man left.",
        "Ana Ruiz, 32, left.",
        "He was aged 45.",
        "They carried AK-47 and F-16 models.",
        "The 82nd brigade came.",
        "The town is 5 km away.",
        "It cost $5 million.",
        "Some 12 percent agreed.",
        "It was on May 12, 2020.",
        "That was in 2003.",
        "They met at 7:30 a.m.",
        "Flight 93 landed.",
        "It was in the 1200 block of Main Street.",
        "The house at 123 Main Street burned.",
        "They won 3-2.",
        "They fired 107-mm rockets.",
        "One day they left.",
    ],
)
def test_what_measures_or_names_is_no_count(text: str) -> None:
    assert find_counts(tokens(text)) == ()


def test_six_who_were_run_over_are_not_over_six() -> None:
    (mention,) = find_counts(tokens("The car ran over six people."))

    assert mention.count == exactly(6)


def test_three_of_the_seven_is_one_count_of_three() -> None:
    doc = tokens("They stopped three of the seven rockets.")

    (mention,) = find_counts(doc)

    assert mention.count == exactly(3)
    assert mention.span.of(doc.text) == "three of the seven"


def test_from_twelve_to_fifteen_is_two_counts() -> None:
    mentions = find_counts(tokens("The toll rose from 12 to 15."))

    assert [mention.count.best for mention in mentions] == [12, 15]


def test_an_hour_counts_nothing() -> None:
    assert find_counts(tokens("The van left at about 11 a.m., police said, and came back at 3 p.m.")) == ()


def test_the_day_of_a_dateline_begins_no_range() -> None:
    mentions = find_counts(tokens("BAMAKO, May 6 - Seven hostages died."))

    assert [mention.count for mention in mentions] == [exactly(7)]


def test_the_head_is_the_token_of_the_number() -> None:
    doc = tokens("At least 12 people left.")

    (mention,) = find_counts(doc)

    assert doc[mention.head].text == "12"
    assert mention.span.of(doc.text) == "At least 12"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Orders were issued in the area. Thirty-two people were held.", ["Thirty-two"]),
        ("They fled the station. Six men died.", ["Six"]),
        ("The bomb went off at the gate. 14 people were hurt.", ["14"]),
        ("It is sold as No. 5 in shops.", []),
    ],
)
def test_the_end_of_a_sentence_makes_no_name_of_the_number_behind_it(text: str, counts: list[str]) -> None:
    assert [count.span.of(text) for count in find_counts(tokens(text))] == counts

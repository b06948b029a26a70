"""What makes a draft a plain report."""

from __future__ import annotations

import pytest

from dateline.merge.relevance import is_passing_arrest, is_plain_report

ARREST = dict.fromkeys(
    ("brief", "family security", "arrested only", "counted", "specific", "told", "place precision admin1"), 1.0
) | dict.fromkeys(("quoted", "past perfect"), 0.0)
REPORT = dict.fromkeys(
    ("named act", "title", "lead", "victims", "killed", "injured", "own place", "own day", "specific"), 1.0
) | dict.fromkeys(("mishap", "quoted", "plural", "brief"), 0.0)


def test_an_act_told_with_its_victims_in_the_headline_is_a_report() -> None:
    assert is_plain_report(REPORT)


@pytest.mark.parametrize(
    "change",
    [
        {"named act": 0.0},
        {"title": 0.0, "lead": 0.0},
        {"killed": 0.0, "injured": 0.0},
        {"own place": 0.0, "own day": 0.0},
        {"no place": 1.0},
        {"mishap": 1.0},
        {"quoted": 1.0},
        {"specific": 0.1},
        {"opening accident": 1.0},
        {"topic sport": 0.6},
    ],
)
def test_a_draft_that_lacks_a_side_of_it_is_left_to_the_weights(change: dict[str, float]) -> None:
    assert not is_plain_report(REPORT | change)


def test_a_short_text_about_counted_captives_is_a_report() -> None:
    assert is_plain_report(ARREST)


@pytest.mark.parametrize(
    "change", [{"counted": 0.0}, {"no place": 1.0}, {"told": 0.0}, {"near statistics": 1.0}, {"topic fraud": 0.6}]
)
def test_a_short_text_about_arrests_in_general_is_left_to_the_weights(change: dict[str, float]) -> None:
    assert not is_plain_report(ARREST | change)


PASSING = dict.fromkeys(("main", "arrested only", "family security"), 1.0) | {"sentences": 0.2}
PASSING |= dict.fromkeys(("title", "lead", "brief"), 0.0)


def test_an_arrest_that_one_sentence_behind_the_lead_mentions_is_no_news() -> None:
    assert is_passing_arrest(PASSING)


@pytest.mark.parametrize(
    "change", [{"title": 1.0}, {"lead": 1.0}, {"sentences": 0.4}, {"brief": 1.0}, {"main": 0.0}, {"arrested only": 0.0}]
)
def test_an_arrest_that_is_told_as_news_is_left_to_the_weights(change: dict[str, float]) -> None:
    assert not is_passing_arrest(PASSING | change)

"""Days on which something was said, and days on which it was done."""

from __future__ import annotations

import pytest

from dateline.resolve.reports import is_report
from dateline.spans import Span


def _is_report(text: str, day: str) -> bool:
    start = text.index(day)
    return is_report(text, Span(start, start + len(day)))


@pytest.mark.parametrize(
    "text",
    [
        "The minister said today that rebels had killed him.",
        "The colonel today has said there is no need for troops.",
        "The bishop today denounced the killing of two nuns.",
        "The army charged today that the rebels had burned a camp.",
        "The bishop told the local media today that five people were killed.",
        "The chief of police said in Garissa today that three had died.",
        "His daughter today read a statement on the radio.",
        "The party's leader referred today to the murder of two monks.",
        "The general today rejected the charge that his men had killed them.",
    ],
)
def test_a_day_beside_words_of_saying_is_a_report(text: str) -> None:
    assert _is_report(text, "today")


@pytest.mark.parametrize(
    "text",
    [
        "A man charged today with the murder is 25.",
        "Rebels killed him today and fled.",
        "The raid today that killed five was the third.",
    ],
)
def test_a_day_of_deeds_is_none(text: str) -> None:
    assert not _is_report(text, "today")


@pytest.mark.parametrize("text", ["Today President Ana Ruiz said that", "Calm. Today the army stated it had won."])
def test_a_day_that_opens_a_saying_is_a_reports(text: str) -> None:
    assert _is_report(text, "Today")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We have reports on this morning's attack.", "this morning's"),
        ("Today rebels hit a town and police said that two died.", "Today"),
    ],
)
def test_the_day_of_an_act_beside_a_saying_is_none(text: str, day: str) -> None:
    assert not _is_report(text, day)

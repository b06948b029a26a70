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
        "It was learned here today that rebels had burned a mill.",
        "It was officially reported today that rebels had burned a mill.",
        "The bishop condemned the killing in a homily today.",
        "The bishop spoke of it at the press conference he held today.",
        "He condemned the killing in a telegram sent today to the widow.",
        "The president today sent a telegram to the widow of the judge.",
        "The group today distributed leaflets claiming the raid.",
        "The radio today carries a report on the murder of a judge.",
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
        "The fire was reported today by a guard.",
        "The raid began after the speech and ended today.",
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
        ("He spoke of Sunday's attack on the mill in a letter.", "Sunday's"),
    ],
)
def test_the_day_of_an_act_beside_a_saying_is_none(text: str, day: str) -> None:
    assert not _is_report(text, day)


def test_the_day_that_owns_a_homily_is_a_reports() -> None:
    assert _is_report("He spoke of the murder in Sunday's [30 July] homily.", "Sunday's")

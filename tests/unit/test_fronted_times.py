"""A time that opens a sentence in which somebody says it, and an act that its subject undergoes, in short texts."""

from __future__ import annotations

from datetime import date

import pytest

import dateline

pytestmark = pytest.mark.slow


def test_a_time_in_front_of_a_saying_between_commas_is_the_acts(extractor: dateline.Extractor) -> None:
    text = (
        "Students marched on Friday in Goma, and police arrested 14 of them.\n\n"
        "In November, the rights office said, at least 40 villagers were killed in Kishishe."
    )

    trace = extractor.explain(dateline.parse_article(text, source="-", published=date(2023, 2, 19)))
    told = next(clue for clue in trace.clues if any(harm.status == "killed" for harm in clue.frame.harms))

    assert [(time.when.start, time.when.end) for time, _ in told.times] == [(date(2022, 11, 1), date(2022, 11, 30))]


def test_the_aircraft_that_comes_under_fire_is_not_who_fires(extractor: dateline.Extractor) -> None:
    text = "A relief helicopter came under fire near Kibumba on Thursday. One of the crew was hurt."
    article = dateline.parse_article(text, source="-", published=date(2023, 2, 19))

    assert extractor.extract(article)[0].type == "shooting"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Two days after gunmen killed nine people at a hotel in Kismayo, the town is quiet.", date(2021, 5, 4)),
        ("A day after a bomb killed six people in Kismayo, relatives buried the dead.", date(2021, 5, 5)),
        ("The governor mourned on Wednesday, a day after gunmen killed nine people in Kismayo.", date(2021, 5, 4)),
    ],
)
def test_a_story_may_open_with_how_long_ago_the_act_was(told: str, day: date, extractor: dateline.Extractor) -> None:
    (record,) = extractor.extract(dateline.parse_article(f"MOGADISHU, May 6, 2021 - {told}", source="-"))

    assert record.date is not None
    assert record.date.start == day


@pytest.mark.parametrize(
    ("told", "start"),
    [
        (
            "John Poe was found guilty on Wednesday of murdering Ana Ruiz, who was shot dead in Lisburn in March 2012.",
            date(2012, 3, 1),
        ),
        (
            "A man was found guilty on Wednesday of the murder of a clerk who was shot dead in Lisburn two years ago.",
            date(2012, 1, 1),
        ),
        (
            "A stone was unveiled on Wednesday to Ana Ruiz, who was shot dead in Lisburn in March 2012.",
            date(2012, 3, 1),
        ),
        ("A man was found on Wednesday with gunshot wounds in Lisburn.", date(2014, 4, 9)),
    ],
)
def test_the_day_of_a_verdict_or_a_memorial_is_not_the_acts(
    told: str, start: date, extractor: dateline.Extractor
) -> None:
    (record,) = dateline.extract(f"BELFAST, April 9, 2014 - {told}", extractor=extractor)

    assert record.date is not None
    assert record.date.start == start

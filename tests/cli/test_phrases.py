from __future__ import annotations

from datetime import date

import pytest

from dateline.records import (
    ActorKind,
    Attribution,
    Count,
    DateBasis,
    DatePrecision,
    Place,
    PlacePrecision,
    Stance,
    When,
    exactly,
)
from dateline_cli.phrases import phrase_attribution, phrase_count, phrase_date, phrase_place


@pytest.mark.parametrize(
    ("count", "phrase"),
    [
        pytest.param(None, "-", id="not told"),
        pytest.param(exactly(0), "0", id="none hurt"),
        pytest.param(exactly(5), "5", id="five"),
        pytest.param(Count(min=12, max=None, best=12), "12+", id="at least 12"),
        pytest.param(Count(min=None, max=8, best=8), "up to 8", id="up to 8"),
        pytest.param(Count(min=6, max=8, best=8), "6-8", id="between 6 and 8"),
        pytest.param(Count(min=4, max=9, best=7), "7 (4-9)", id="7 by the best of three reports"),
        pytest.param(Count(min=30, max=30, best=30, approximate=True), "~30", id="about 30"),
        pytest.param(Count(min=None, max=None, best=30, approximate=True), "~30", id="about 30, open"),
        pytest.param(Count(min=24, max=None, best=24, approximate=True), "~24", id="dozens"),
        pytest.param(Count(min=None, max=None, best=None), "-", id="nothing known"),
    ],
)
def test_a_count_in_words(count: Count | None, phrase: str) -> None:
    assert phrase_count(count) == phrase


def when(start: date, end: date, precision: DatePrecision, basis: DateBasis = DateBasis.EXPLICIT) -> When:
    return When(start=start, end=end, precision=precision, basis=basis, text=None)


@pytest.mark.parametrize(
    ("moment", "phrase"),
    [
        pytest.param(None, "-", id="unknown"),
        pytest.param(when(date(2020, 11, 17), date(2020, 11, 17), DatePrecision.DAY), "2020-11-17", id="a day"),
        pytest.param(when(date(2020, 2, 1), date(2020, 2, 29), DatePrecision.MONTH), "2020-02", id="a month"),
        pytest.param(when(date(1989, 1, 1), date(1989, 12, 31), DatePrecision.YEAR), "1989", id="a year"),
        pytest.param(
            when(date(2020, 11, 10), date(2020, 11, 20), DatePrecision.MONTH), "2020-11", id="the middle of a month"
        ),
        pytest.param(
            when(date(2020, 11, 16), date(2020, 11, 22), DatePrecision.WEEK), "2020-11-16 to 2020-11-22", id="a week"
        ),
        pytest.param(
            when(date(2020, 1, 1), date(2020, 11, 20), DatePrecision.RANGE, DateBasis.PUBLISHED),
            "by 2020-11-20",
            id="before publication",
        ),
    ],
)
def test_a_date_in_words(moment: When | None, phrase: str) -> None:
    assert phrase_date(moment) == phrase


def place(**names: str) -> Place:
    empty = dict.fromkeys(("text", "site", "locality", "admin1", "country", "latitude", "longitude", "geonames_id"))
    return Place(**{**empty, **names}, precision=PlacePrecision.LOCALITY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("where", "phrase"),
    [
        pytest.param(None, "-", id="unknown"),
        pytest.param(place(locality="Baghdad", admin1="Baghdad", country="IQ"), "Baghdad, IQ", id="once"),
        pytest.param(place(site="Green Zone", locality="Baghdad"), "Green Zone, Baghdad", id="finest first"),
        pytest.param(place(text="the border"), "the border", id="words alone"),
        pytest.param(place(), "-", id="nothing"),
    ],
)
def test_a_place_in_words(where: Place | None, phrase: str) -> None:
    assert phrase_place(where) == phrase


@pytest.mark.parametrize(
    ("stance", "by", "phrase"),
    [
        (Stance.REPORTED, "police", "two gunmen"),
        (Stance.CLAIMED, None, "two gunmen (claimed)"),
        (Stance.ACCUSED, "police", "two gunmen (accused by police)"),
        (Stance.SUSPECTED, "police", "two gunmen (suspected)"),
    ],
)
def test_an_attribution_in_words(stance: Stance, by: str | None, phrase: str) -> None:
    attribution = Attribution(
        actor="two gunmen", kind=ActorKind.UNKNOWN, country=None, stance=stance, by=by, text="two gunmen"
    )

    assert phrase_attribution(attribution) == phrase

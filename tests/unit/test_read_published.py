from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dateline.read.published import find_dates, parse_published, parse_url_date

DAY = date(2016, 12, 18)


@pytest.mark.parametrize(
    "value",
    [
        "Dec 18, 2016 9:57 AM ET",
        "2016-12-18T09:57:00Z",
        "2016-12-18T23:57:00+11:00",
        "2016-12-18 09:57:00",
        "20161218",
        "20161218T095700Z",
        "18/12/2016",
        "12/18/2016",
        "18.12.2016",
        "2016/12/18",
        "Sunday, 18 December 2016",
        "Sun, 18 Dec 2016 09:57:00 GMT",
        "3:58 PM ET, Sun December 18, 2016",
        "2016 Dec 18",
        "18th of December 2016",
        "December 18th, 2016",
        "18-Dec-2016",
        "Updated Dec. 18, 2016, at 9:57 a.m.",
        1482055020,
        1482055020.5,
        1482055020000,
        "1482055020",
        DAY,
        datetime(2016, 12, 18, 23, 59, tzinfo=UTC),
    ],
)
def test_full_dates_are_read(value: object) -> None:
    assert parse_published(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "None",
        "null",
        "December 2016",
        "Dec 18",
        "2016",
        "05/06/2016",
        "18/12/16",
        "0001-01-01",
        "9999-12-31",
        "2016-13-45",
        "31 February 2016",
        "yesterday",
        0,
        1,
        2016,
        True,
        float("nan"),
        float("inf"),
        -5,
        [2016, 12, 18],
        {"$date": 1},
    ],
)
def test_what_is_no_full_date_gives_none(value: object) -> None:
    assert parse_published(value) is None


def test_a_day_equal_to_its_month_can_be_read_one_way_only() -> None:
    assert parse_published("05/05/2016") == date(2016, 5, 5)


def test_points_and_hyphens_put_the_day_first() -> None:
    assert parse_published("05.06.2016") == date(2016, 6, 5)


def test_dates_without_a_year_are_found_but_have_no_year() -> None:
    (printed,) = find_dates("on May 5 at noon")

    assert (printed.day, printed.month, printed.year) == (5, 5, None)
    assert printed.in_year(None) is None
    assert printed.in_year(2015) == date(2015, 5, 5)


def test_a_date_in_an_address_is_read() -> None:
    assert parse_url_date("https://example.org/world/2016/12/18/blast.html") == DAY
    assert parse_url_date("https://example.org/2016/blast") is None

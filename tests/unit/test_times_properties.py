from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dateline.find.times import find_times
from dateline.records import DatePrecision
from dateline.resolve.calendar import add_months, easter, third_of, weekday_nearest
from dateline.resolve.times import Tense, resolve_time, resolve_times

DAYS = st.dates(min_value=date(1960, 1, 5), max_value=date(2045, 12, 25))
NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTH_NAMES = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
OTHER_WORDS = (
    "on in the last this next early late mid- week month year 17 3 2014 days ago two a few since between and yesterday "
    "night before later ( ) , . past 24 hours weekend 12/11/2020 2016-05-03 to from of spring Easter 10:30 p.m. 's"
)
WORDS = st.sampled_from([*NAMES, *MONTH_NAMES, *OTHER_WORDS.split(), "\n"])


@given(st.lists(WORDS, max_size=25), st.one_of(st.none(), DAYS))
def test_whatever_is_found_starts_before_it_ends(words: list[str], published: date | None) -> None:
    text = " ".join(words)

    mentions = find_times(text)
    resolved = resolve_times(mentions, article_text=text, published=published)

    assert len(resolved) == len(mentions)
    for found in resolved:
        if found is not None:
            assert found.when.start <= found.when.end
            assert not (found.is_future and found.is_history)
            assert (found.when.precision is not DatePrecision.DAY) or found.when.start == found.when.end


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    mentions = find_times(text)

    assert all(0 <= m.span.start < m.span.end <= len(text) for m in mentions)
    resolve_times(mentions, article_text=text, published=date(2020, 11, 19))


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_latest_within_a_week_up_to_publication(published: date, weekday: int) -> None:
    when = resolve_time(f"on {NAMES[weekday]}", published=published)

    assert when is not None
    assert when.start.weekday() == weekday
    assert timedelta(0) <= published - when.start < timedelta(days=7)


@given(DAYS, st.integers(0, 6))
def test_last_weekday_is_never_the_publication_day_nor_the_day_before(published: date, weekday: int) -> None:
    when = resolve_time(f"last {NAMES[weekday]}", published=published)

    assert when is not None
    assert timedelta(days=2) <= published - when.start <= timedelta(days=8)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_ahead_is_within_the_week_from_publication(published: date, weekday: int) -> None:
    when = resolve_time(NAMES[weekday], published=published, tense=Tense.FUTURE)

    assert when is not None
    assert timedelta(0) <= when.start - published < timedelta(days=7)


@given(DAYS, DAYS)
def test_a_full_date_means_itself_whenever_it_is_read(day: date, published: date) -> None:
    for text in (
        f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year}",
        f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}",
        day.isoformat(),
    ):
        when = resolve_time(text, published=published)

        assert when is not None
        assert (when.start, when.end) == (day, day)


@given(DAYS, st.integers(0, 300))
def test_a_date_without_year_is_the_latest_one(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    # "Sept. 11" by itself names the attacks of 2001.
    if (day.month, day.day) in ((2, 29), (9, 11)):
        return

    when = resolve_time(f"{MONTH_NAMES[day.month - 1]} {day.day}", published=published)

    assert when is not None
    assert when.start == day


@given(DAYS, st.integers(1, 12))
def test_a_month_without_year_has_begun_by_publication(published: date, month: int) -> None:
    when = resolve_time(f"in {date(2000, month, 1):%B}", published=published)

    assert when is not None
    assert timedelta(days=-3) <= published - when.start < timedelta(days=368)  # of a month hardly begun: last year's


@given(DAYS, st.integers(1, 28))
def test_days_ago_count_back_from_publication(published: date, n: int) -> None:
    when = resolve_time(f"{n} days ago", published=published)

    assert when is not None
    assert published - when.start == timedelta(days=n)


@given(DAYS, st.sampled_from(["early", "mid", "late", "first half", None]))
def test_a_part_of_a_span_lies_in_the_span(day: date, lead: str | None) -> None:
    month = (day.replace(day=1), add_months(day.replace(day=1), 1) - timedelta(days=1))

    start, end = third_of(month, lead)

    assert month[0] <= start <= end <= month[1]


@given(DAYS, st.integers(-600, 600))
def test_months_add_up(day: date, months: int) -> None:
    moved = add_months(day, months)

    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day


@given(st.integers(1900, 2100))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@given(DAYS, st.integers(0, 6))
def test_the_nearest_weekday_is_at_most_three_days_off(day: date, weekday: int) -> None:
    assert abs(weekday_nearest(weekday, day) - day) <= timedelta(days=3)

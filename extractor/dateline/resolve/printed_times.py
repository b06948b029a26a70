"""Reads times whose words fix the days by themselves, with at most the year to be found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from dateline.find.times import TimeParts, month_number
from dateline.records import DateBasis, DatePrecision
from dateline.resolve.calendar import (
    DAY,
    Days,
    add_months,
    day_or_none,
    holiday_days,
    last_of_month,
    month_days,
    third_of,
    year_days,
)
from dateline.resolve.time_anchors import (
    AFTERMATH,
    TOLERANCE,
    Anchors,
    Groups,
    Reading,
    Resolver,
    Tense,
    cut,
    day_number,
    explicit,
    on_day,
    relative,
)

BEGUN = 2  # days of a month within which its bare name in the past tells of the year before

# ---- years ----


def printed_year(groups: Groups, anchors: Anchors, n: str = "") -> int | None:
    """Return the year that the words print or name ("of last year"), or None."""
    for key in (f"year{n}", f"year{n}0"):
        if key in groups:
            return int(groups[key])
    short = groups.get(f"short_year{n}") or groups.get(f"short_year{n}0") or groups.get("wire_year")
    if short:
        latest = anchors.published.year + 1 if anchors.published else 2039
        return max(
            century + int(short) for century in (1900, 2000) if century + int(short) <= latest or century == 1900
        )
    return _relative_year(groups.get(f"relative_year{n}") or groups.get(f"relative_year{n}0"), anchors)


def _relative_year(words: str | None, anchors: Anchors) -> int | None:
    if not words:
        return None
    which = " ".join(words.split()[:-1])
    if which in ("this", "last", "next"):
        return anchors.published.year + {"this": 0, "last": -1, "next": 1}[which] if anchors.published else None
    if anchors.narrative is None:
        return None
    return anchors.narrative[0].year + {"that": 0, "the same": 0, "the following": 1, "the previous": -1}[which]


def likely_year(month: int, day: int, anchors: Anchors, *, ahead: timedelta = TOLERANCE) -> int | None:
    """Return the year of a day printed without one: the latest past one, or the one the story is in.

    A story that is told as history ("On 3 May 2011 ... On 20 May ...") goes on in its own year; looking back from the
    publication day would move its later days by years. Stories run forward, so the window reaches 8 months on and 4
    back.

    Args:
        month: of the day.
        day: of the month.
        anchors: what the words lean on.
        ahead: how far behind publication the day may lie.
    """
    published, narrative = anchors.published, anchors.narrative
    if narrative is not None and (published is None or published - narrative[1] > timedelta(days=300)):
        for year in (narrative[0].year, narrative[0].year + 1, narrative[0].year - 1):
            found = day_or_none(year, month, day)
            if found and -timedelta(days=122) <= found - narrative[0] <= timedelta(days=244):
                return year
    if published is None:
        return None
    for year in range(published.year + 1, published.year - 9, -1):
        found = day_or_none(year, month, day)
        if found is None:
            continue
        if anchors.tense is Tense.FUTURE and published <= found <= published + timedelta(days=300):
            return year
        if found <= published + ahead:
            return year
    return None


# ---- dates ----


def _iso(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    return on_day(day_or_none(int(g["year"]), int(g["month"]), int(g["day"])), DateBasis.EXPLICIT)


def _numeric(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    year = printed_year(g, anchors)
    if year is None:
        return None
    first, second = int(g["a"]), int(g["b"])
    day_month, month_day = day_or_none(year, second, first), day_or_none(year, first, second)
    found = tuple(d for d in (day_month, month_day) if d is not None)
    if len(set(found)) < 2:
        return on_day(found[0] if found else None, DateBasis.EXPLICIT)
    if anchors.day_first is not None:
        return on_day(day_month if anchors.day_first else month_day, DateBasis.EXPLICIT)
    if anchors.published:
        past = [d for d in found if d <= anchors.published + TOLERANCE]
        if len(past) == 1:
            return on_day(past[0], DateBasis.EXPLICIT)
    # Slashes are mostly American; dots and hyphens are written where the day leads.
    return on_day(month_day if g["sep"] == "/" else day_month, DateBasis.EXPLICIT)


def _date(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    month, day = month_number(g["month"]), day_number(g["day"])
    year = printed_year(g, anchors)
    if year is None:
        year = printed_year(g, anchors, "0")
    if year is None:
        year = likely_year(month, day, anchors, ahead=AFTERMATH if anchors.is_aftermath else TOLERANCE)
    return on_day(day_or_none(year, month, day), DateBasis.EXPLICIT) if year is not None else None


def _dates(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    month, first, last = month_number(g["month"]), day_number(g["day"]), day_number(g["day2"])
    year = printed_year(g, anchors)
    year = likely_year(month, first, anchors) if year is None else year
    start, end = (day_or_none(year, month, d) if year is not None else None for d in (first, last))
    return _span(start, end)


def _span(start: date | None, end: date | None) -> Reading | None:
    if start is None or end is None or end < start:
        return None
    return explicit((start, end), DatePrecision.DAY if start == end else DatePrecision.RANGE)


def _date_range(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    first, last = (month_number(g["month"]), day_number(g["day"])), (month_number(g["month2"]), day_number(g["day2"]))
    start_year, end_year = printed_year(g, anchors), printed_year(g, anchors, "2")
    if end_year is None and start_year is None:
        start_year = likely_year(*first, anchors)
    if start_year is None and end_year is not None:
        start_year = end_year - (first > last)
    if start_year is None:
        return None
    end_year = start_year + (first > last) if end_year is None else end_year
    return _span(day_or_none(start_year, *first), day_or_none(end_year, *last))


def _weekday_date(parts: TimeParts, anchors: Anchors) -> Reading | None:
    """Read "Monday the 17th" or "Monday (6/30)" as the latest such day, whatever its weekday turns out to be."""
    g = parts.groups
    if "a" in g:
        first, second = int(g["a"]), int(g["b"])
        month, day = (second, first) if first > 12 or anchors.day_first else (first, second)
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            return None
        year = likely_year(month, day, anchors)
        return on_day(day_or_none(year, month, day), DateBasis.EXPLICIT) if year is not None else None
    return _ordinal(parts, anchors)


def _ordinal(parts: TimeParts, anchors: Anchors) -> Reading | None:
    day = day_number(parts.groups["day"])
    if anchors.narrative is not None:
        story = anchors.narrative[0]
        found = day_or_none(story.year, story.month, day)
        if found and (anchors.published is None or found <= anchors.published + TOLERANCE):
            return on_day(found)
    if anchors.published is None:
        return None
    for back in range(12):
        month = add_months(anchors.published.replace(day=1), -back)
        found = day_or_none(month.year, month.month, day)
        if found and found <= anchors.published + TOLERANCE:
            return on_day(found)
    return None


def _name(parts: TimeParts, anchors: Anchors) -> Reading | None:
    name = parts.groups["name"]
    if name.startswith("26"):
        return on_day(date(2008, 11, 26), DateBasis.EXPLICIT)
    if name == "7/7":
        return on_day(date(2005, 7, 7), DateBasis.EXPLICIT)
    alone = (
        "/" not in name
        and "2001" not in parts.text
        and not re.search(r"attack|hij|trag|atroc", parts.text, re.IGNORECASE)
    )
    if alone and anchors.published and anchors.published < date(2001, 9, 11):
        year = likely_year(9, 11, anchors)
        return on_day(date(year, 9, 11), DateBasis.EXPLICIT) if year else None
    if alone and anchors.published:
        this = date(anchors.published.year, 9, 11)
        if -TOLERANCE <= anchors.published - this <= timedelta(days=25):
            return on_day(this, DateBasis.EXPLICIT)
    return on_day(date(2001, 9, 11), DateBasis.EXPLICIT)


# ---- months, seasons, years ----


def _month_year(parts: TimeParts, anchors: Anchors) -> Reading | None:
    year = printed_year(parts.groups, anchors)
    if year is None:
        return None
    return explicit(*cut(month_days(year, month_number(parts.groups["month"])), parts.lead, DatePrecision.MONTH))


def _month(parts: TimeParts, anchors: Anchors) -> Reading | None:
    month, which = month_number(parts.groups["month"]), parts.groups.get("which")
    published = anchors.published
    if which is None:
        first = third_of(month_days(2001, month), parts.lead)[0].day
        year = likely_year(month, first, anchors)
        if year is not None and not parts.lead and _has_hardly_begun(year, month, anchors):
            year -= 1
        return None if year is None else explicit(*cut(month_days(year, month), parts.lead, DatePrecision.MONTH))
    anchor = published
    if which.startswith("the"):
        anchor = anchors.narrative[0] if anchors.narrative else None
    if anchor is None:
        return None
    if which in ("next", "the following"):
        year = anchor.year + (month <= anchor.month)
    elif which == "this":
        year = anchor.year
    else:
        year = anchor.year - (month >= anchor.month)
    return relative(*cut(month_days(year, month), parts.lead, DatePrecision.MONTH))


def _has_hardly_begun(year: int, month: int, anchors: Anchors) -> bool:
    """Whether a month told as past began within days of publication: "was killed in February", on the first of it."""
    published = anchors.published
    if published is None or anchors.tense is not Tense.PAST:
        return False
    return (published.year, published.month) == (year, month) and published.day <= BEGUN


def _month_range(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    first, last = month_number(g["month"]), month_number(g["month2"])
    start_year, end_year = printed_year(g, anchors), printed_year(g, anchors, "2")
    if start_year is None:
        start_year = end_year - (first > last) if end_year is not None else likely_year(first, 1, anchors)
    if start_year is None:
        return None
    end_year = start_year + (first > last) if end_year is None else end_year
    start, end = date(start_year, first, 1), last_of_month(end_year, last)
    return explicit((start, end), DatePrecision.RANGE) if start <= end else None


def _year(parts: TimeParts, anchors: Anchors) -> Reading | None:
    return explicit(*cut(year_days(int(parts.groups["year"])), parts.lead, DatePrecision.YEAR))


def _year_range(parts: TimeParts, anchors: Anchors) -> Reading | None:
    first, last = int(parts.groups["year"]), int(parts.groups["year2"])
    last += first // 100 * 100 if last < 100 else 0
    return explicit((date(first, 1, 1), date(last, 12, 31)), DatePrecision.RANGE) if first <= last else None


_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def _decade(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    words = g.get("decade", "")
    if words in _DECADES:
        first = 1920 + 10 * _DECADES.index(words)
    else:
        first = int(words) if words else 1900 + int(g["short_decade"])
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(parts.lead or "", (0, 9))
    return explicit((date(first + low, 1, 1), date(first + high, 12, 31)), DatePrecision.RANGE)


_CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}


def _century(parts: TimeParts, anchors: Anchors) -> Reading | None:
    word = parts.groups["century"]
    number = _CENTURIES[word] if word in _CENTURIES else int(word)
    return explicit((date(number * 100 - 99, 1, 1), date(number * 100, 12, 31)), DatePrecision.RANGE)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month, northern hemisphere


def _season_days(year: int, first: int) -> Days:
    start = date(year, first, 1)
    return start, add_months(start, 3) - DAY


def _season(parts: TimeParts, anchors: Anchors) -> Reading | None:
    first, which = _SEASONS[parts.groups["season"]], parts.groups.get("which")
    year = printed_year(parts.groups, anchors)
    if year is not None:
        return explicit(_season_days(year, first), DatePrecision.RANGE)
    published = anchors.published
    if published is None:
        return None
    year = published.year
    if which == "next":
        year += _season_days(year, first)[0] <= published
    elif which in ("last", "this past"):
        year -= _season_days(year, first)[1] >= published
    elif _season_days(year, first)[0] > published and which != "this":
        year -= 1
    return relative(_season_days(year, first), DatePrecision.RANGE)


def _holiday(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    name = re.sub(r"[^a-z ]", "", re.sub(r"[\s-]+", " ", g["holiday"])).removeprefix("the ").replace(" ul ", " al ")
    if "year" in g:
        found = holiday_days(name, int(g["year"]))
    elif anchors.published is None:
        return None
    else:
        limit = anchors.published - (DAY if g.get("which") == "last" else timedelta(0))
        years = range(anchors.published.year + 1, anchors.published.year - 2, -1)
        every = [days for year in years for days in reversed(holiday_days(name, year))]
        found = tuple(d for d in every if d[0] <= limit)[:1]
        if anchors.tense is Tense.FUTURE or g.get("which") == "next":
            found = tuple(d for d in every if d[0] > anchors.published)[-1:] or found
    if not found:
        return None
    return explicit(found[-1], DatePrecision.DAY if found[-1][0] == found[-1][1] else DatePrecision.RANGE)


PRINTED_TIMES: Mapping[str, Resolver] = {
    "iso": _iso,
    "numeric": _numeric,
    "day_month": _date,
    "month_day": _date,
    "month_days": _dates,
    "days_month": _dates,
    "date_range": _date_range,
    "month_year": _month_year,
    "month": _month,
    "month_range": _month_range,
    "year_range": _year_range,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "holiday": _holiday,
    "weekday_date": _weekday_date,
    "ordinal": _ordinal,
    "name": _name,
}

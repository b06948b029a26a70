"""Calendar arithmetic: months, weekdays, movable feasts. Days in and days out; no text."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

DAY = timedelta(days=1)
Days = tuple[date, date]  # first and last day, both inclusive


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def month_days(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    return date(year, month, 1), last_of_month(year, month)


def year_days(year: int) -> Days:
    """Return the first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_on_or_before(weekday: int, day: date) -> date:
    """Return the latest such weekday up to `day`; Monday is 0."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_after(weekday: int, day: date) -> date:
    """Return the first such weekday later than `day`; Monday is 0."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def weekday_nearest(weekday: int, day: date) -> date:
    """Return the such weekday at most 3 days from `day`; Monday is 0."""
    return weekday_on_or_before(weekday, day + 3 * DAY)


def monday_of(day: date) -> date:
    """Return the Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def third_of(days: Days, lead: str | None) -> Days:
    """Return the part of a month or year that "early", "mid", "late", "first half of" ... name.

    Months are cut at the 10th and 20th, years at the ends of April and August; `days` themselves when `lead` is None
    or says nothing of the kind.
    """
    start, end = days
    part = _PART_OF_SPAN.get((lead or "").split()[-1] if lead and "half" not in lead else (lead or ""))
    if part is None:
        return days
    if end - start > timedelta(days=31):
        first, last = _YEAR_CUTS[part]
        return date(start.year, first, 1), last_of_month(end.year, last)
    low, high = _MONTH_CUTS[part]
    return start.replace(day=low), end if high is None else start.replace(day=high)


_Part = Literal["early", "mid", "late", "first half", "second half"]
_PART_OF_SPAN: dict[str, _Part] = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "first half": "first half",
    "second half": "second half",
}
_MONTH_CUTS: dict[_Part, tuple[int, int | None]] = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, None),
    "first half": (1, 15),
    "second half": (16, None),
}
_YEAR_CUTS: dict[_Part, tuple[int, int]] = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches, for a year of the Gregorian calendar.

    Source: the anonymous Gregorian computus (Meeus, Jones, Butcher).
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def islamic_days(year: int, month: int, day: int) -> tuple[date, ...]:
    """Return the days of a Gregorian year on which an Islamic date falls by the tabular calendar.

    The day that is kept depends on sighting the moon and may be one day off either way.
    Source: the civil tabular calendar, epoch 16 July 622 (Julian), leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29.
    """
    first = int((year - 622) * 33 / 32) - 1
    days = []
    for hijri in range(max(first, 1), first + 4):
        since_epoch = (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 29 * (month - 1) + month // 2 + day - 1
        # Day 1 of the Islamic era is day 227015 of the proleptic Gregorian calendar.
        found = date.fromordinal(227015 + since_epoch)
        if found.year == year:
            days.append(found)
    return tuple(days)


def _nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """Return the nth such weekday of a month, `n >= 1`, or the last one for `n == -1`."""
    if n < 0:
        return weekday_on_or_before(weekday, last_of_month(year, month))
    return weekday_on_or_before(weekday, date(year, month, 7)) + 7 * (n - 1) * DAY


_FIXED: dict[str, tuple[int, int]] = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "new year eve": (12, 31),
    "new years day": (1, 1),
    "new year day": (1, 1),
    "epiphany": (1, 6),
    "all saints day": (11, 1),
    "all souls day": (11, 2),
    "valentines day": (2, 14),
    "st patricks day": (3, 17),
    "halloween": (10, 31),
    "may day": (5, 1),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
}
_FROM_EASTER: dict[str, int] = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "good friday": -2,
    "easter saturday": -1,
    "easter sunday": 0,
    "easter monday": 1,
    "pentecost": 49,
    "whit monday": 50,
}
_NTH: dict[str, tuple[int, int, int]] = {  # month, weekday, which: of the United States
    "martin luther king day": (1, 0, 3),
    "martin luther king jr day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "labour day": (9, 0, 1),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}
_WORKERS = ("labor day", "labour day")
_ISLAMIC: dict[str, tuple[int, int]] = {
    "ashura": (1, 10),
    "mawlid": (3, 12),
    "eid al fitr": (10, 1),
    "eid al adha": (12, 10),
}


def holiday_days(name: str, year: int) -> tuple[Days, ...]:
    """Return the days of `year` that the holiday takes; a span of days where its name or reckoning is loose.

    Args:
        name: in lower case, without apostrophes, dots and hyphens: "new years eve", "eid al fitr".
        year: of the Gregorian calendar.
    """
    if name in _FIXED:
        day = date(year, *_FIXED[name])
        return ((day, day),)
    if name in _FROM_EASTER:
        day = easter(year) + _FROM_EASTER[name] * DAY
        return ((day, day),)
    if name in _NTH:
        # Of workers in the United States and Canada; elsewhere it is May Day.
        abroad = ((date(year, 5, 1), date(year, 5, 1)),) if name in _WORKERS else ()
        day = _nth_weekday(year, *_NTH[name])
        return (*abroad, (day, day))
    if name in _ISLAMIC:
        return tuple((day - DAY, day + DAY) for day in islamic_days(year, *_ISLAMIC[name]))
    if name == "christmas":
        return ((date(year, 12, 24), date(year, 12, 26)),)
    if name in ("new year", "new years"):
        return ((date(year, 1, 1), date(year, 1, 1)),)
    if name == "easter":
        return ((easter(year) - 2 * DAY, easter(year) + DAY),)
    return ()

"""Publication dates as pages, files and news tools print them.

A date is read only when day, month and year all stand there; a two-digit or missing year, a missing day or
an order that can be read both ways ("05/06/2016") gives None, never a guess. Zones are not converted: the
day printed is the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dateline.spans import Span

EARLIEST_YEAR = 1900
LATEST_YEAR = 2100
EPOCH_MILLISECONDS = 100_000_000_000  # numbers from here on count milliseconds: in seconds it would be the year 5138

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)

_YEAR = r"(?:19|20)\d\d"
_NAMED = re.compile(
    rf"""
    (?<![\w/])(?:
        (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]{{1,2}}(?P<m1>{MONTH})\b\.?(?:,?[\s-]*(?P<y1>{_YEAR})(?!\d))?
      | (?P<m2>{MONTH})\b\.?\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d?:\d)(?:[,.]?\s*(?P<y2>{_YEAR})(?!\d)|(?!\d))
      | (?P<y3>{_YEAR})[\s,-]{{1,2}}(?P<m3>{MONTH})\b\.?[\s-](?P<d3>\d{{1,2}})(?!\d)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR_FIRST = re.compile(rf"(?<!\d)(?P<y>{_YEAR})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)")
_YEAR_LAST = re.compile(rf"(?<![\d/.-])(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{_YEAR})(?!\d)")
_COMPACT = re.compile(rf"({_YEAR})([01]\d)([0-3]\d)(?:T?\d{{4}}(?:\d\d)?Z?)?")
_NUMBER = re.compile(r"\d{9,13}(?:\.\d+)?")
_IN_URL = re.compile(rf"[/-]({_YEAR})[/-]([01]?\d)[/-]([0-3]?\d)(?=[/-]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """A calendar date as printed: day and month, and the year when it stands there."""

    span: Span
    day: int
    month: int
    year: int | None

    def in_year(self, year: int | None) -> date | None:
        """Return the day in its own year, else in `year`; None when there is no such day."""
        chosen = self.year if self.year is not None else year
        return None if chosen is None else make_date(chosen, self.month, self.day)


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None when the calendar, or the span of years that news has, lacks it."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """Find the calendar dates printed in `text`, in order; ones without a year included.

    Numbers alone count only with four digits for the year and one way to read them.
    """
    found = sorted((*_named_dates(text), *_numeric_dates(text)), key=lambda printed: printed.span)
    return tuple(printed for i, printed in enumerate(found) if i == 0 or printed.span.start >= found[i - 1].span.end)


def parse_published(value: object) -> date | None:
    """Read a publication date from a metadata field: text in any common form, or seconds since 1970.

    Returns:
        The first full date in the field; None when there is none, as for "December 2016" or "None".
    """
    if isinstance(value, datetime):
        return make_date(value.year, value.month, value.day)
    if isinstance(value, date):
        return make_date(value.year, value.month, value.day)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _from_epoch(float(value))
    if not isinstance(value, str):
        return None
    text = value.strip()
    if match := _COMPACT.fullmatch(text):
        return make_date(int(match[1]), int(match[2]), int(match[3]))
    if _NUMBER.fullmatch(text):
        return _from_epoch(float(text))
    return next((day for printed in find_dates(text) if (day := printed.in_year(None)) is not None), None)


def parse_url_date(url: str) -> date | None:
    """Read the day that the path of a news address carries ("/2016/12/18/"), None without one."""
    match = _IN_URL.search(url)
    return make_date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _from_epoch(seconds: float) -> date | None:
    if seconds >= EPOCH_MILLISECONDS:
        seconds /= 1000
    # A bare year, or a day number, is no moment: the first nine-digit second lies in 1973.
    if not seconds >= 100_000_000:  # nor is "not a number"
        return None
    try:
        moment = datetime.fromtimestamp(seconds, tz=UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return make_date(moment.year, moment.month, moment.day)


def _named_dates(text: str) -> Iterator[PrintedDate]:
    for match in _NAMED.finditer(text):
        form = "1" if match["m1"] else "2" if match["m2"] else "3"
        month = MONTHS.index(match["m" + form][:3].casefold()) + 1
        day = int(match["d" + form])
        year = match["y" + form]
        if 1 <= day <= 31:
            yield PrintedDate(span=Span(*match.span()), day=day, month=month, year=int(year) if year else None)


def _numeric_dates(text: str) -> Iterator[PrintedDate]:
    for match in _YEAR_FIRST.finditer(text):
        day, month = int(match["d"]), int(match["m"])
        if make_date(int(match["y"]), month, day) is not None:
            yield PrintedDate(span=Span(*match.span()), day=day, month=month, year=int(match["y"]))
    for match in _YEAR_LAST.finditer(text):
        first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
        # Points and hyphens go with day-month order; a slash goes with both, so it must be beyond doubt.
        readings = {(first, second)} if match["sep"] != "/" and second <= 12 else {(first, second), (second, first)}
        valid = [(day, month) for day, month in readings if make_date(year, month, day) is not None]
        if len(valid) == 1:
            yield PrintedDate(span=Span(*match.span()), day=valid[0][0], month=valid[0][1], year=year)

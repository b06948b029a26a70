"""What a time expression leans on, and what one rule makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateline.find.time_patterns import WEEKDAYS
from dateline.find.times import TimeParts
from dateline.records import DateBasis, DatePrecision
from dateline.resolve.calendar import Days, third_of

# A dateless "Nov. 20" in an article of Nov. 18 is the coming one rather than last year's: time zones and slow pages.
TOLERANCE = timedelta(days=3)
# An entry of a chronology is written when it is known how things went on: "Both were freed on June 30", under May 10.
AFTERMATH = timedelta(days=182)
HISTORY = timedelta(days=60)


class Tense(StrEnum):
    """Which way from the publication day the words look."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The days that words without a full date lean on."""

    published: date | None
    narrative: Days | None  # the days that the article last spoke of
    tense: Tense
    written: date | None = None  # the dateline's day where it lies right before publication: "today" is that day
    is_aftermath: bool = False  # behind the first sentence of a lone paragraph, as chronologies print them
    at_night: bool = False  # whether those days were told with a late hour, from which hours lead into the next day
    day_first: bool | None  # how the article writes "12/11/2020"; None when it does not show

    @property
    def today(self) -> date | None:
        """The day that "today" means: the dateline's, else that of publication."""
        return self.written or self.published


@dataclass(frozen=True, slots=True)
class Reading:
    """Days as one rule reads them, before the words around it are taken in."""

    start: date
    end: date
    precision: DatePrecision
    basis: DateBasis


Groups = Mapping[str, str]
Resolver = Callable[[TimeParts, Anchors], Reading | None]


def explicit(days: Days, precision: DatePrecision) -> Reading:
    """Return a reading that the printed words fix."""
    return Reading(*days, precision, DateBasis.EXPLICIT)


def relative(days: Days, precision: DatePrecision) -> Reading:
    """Return a reading counted from publication or from the story's day."""
    return Reading(*days, precision, DateBasis.RELATIVE)


def on_day(day: date | None, basis: DateBasis = DateBasis.RELATIVE) -> Reading | None:
    """Return the reading of one day, or None without one."""
    return None if day is None else Reading(day, day, DatePrecision.DAY, basis)


def day_number(word: str) -> int:
    """Return the number in "17th"."""
    return int(re.sub(r"\D", "", word))


def weekday_number(word: str) -> int:
    """Return the number of a weekday's name; Monday is 0."""
    return WEEKDAYS.index(word[:3])


def cut(days: Days, lead: str | None, whole: DatePrecision) -> tuple[Days, DatePrecision]:
    """Return the part of `days` that `lead` names, and its precision; `whole` where it names none."""
    part = third_of(days, lead)
    return part, whole if part == days else DatePrecision.RANGE

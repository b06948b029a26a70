"""Assumes a day of publication for an article that tells none, so that its times can be held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.articles import Article, BlockKind
from dateline.find.times import STAMP, TimeParts, month_number, parse_time
from dateline.resolve.calendar import day_or_none
from dateline.resolve.time_anchors import day_number
from dateline.resolve.times import DEICTIC

if TYPE_CHECKING:
    from dateline.mentions import TimeMention
    from dateline.resolve.times import ResolvedTime

FRESH = ("weekday", DEICTIC)  # rules of a day that only means something near to publication
DATES = ("month_day", "day_month")
LEAD_BLOCKS = 3  # body paragraphs that tell the news
SOME_YEAR = 2015  # of an article that prints none
WITHIN = timedelta(days=10)  # from the latest day told without its year to publication: fresher ones are weekdays
AFTER_MONTHS = timedelta(days=75)  # from the middle of a month told without its year
MID_MONTH = 15


def assume_published(
    article: Article, mentions: Sequence[TimeMention], times: Sequence[ResolvedTime | None]
) -> date | None:
    """Return a day that an article without one may have come out on, None where its news has a date of its own.

    "Gunmen attacked a post on Thursday. A similar raid in May left 11 dead": whichever the year, the raid was not on
    Thursday. The day lies in the year behind the last that the article prints: on the day of its stamp, else soon
    after the days, and some while after the months, that it tells without a year. It is good for holding the
    article's times against each other and for nothing else.

    Args:
        article: without a publication day.
        mentions: its time expressions, as `find_times` returns them.
        times: what they mean without a publication day.
    """
    parts = [parse_time(mention.span.of(article.text), rule=mention.rule) for mention in mentions]
    lead = _end_of_lead(article)
    leading = [
        told for mention, told in zip(mentions, parts, strict=True) if told is not None and mention.span.start < lead
    ]
    if not any(told.rule in FRESH for told in leading) or any(
        told.rule in DATES and _has_year(told) for told in leading
    ):
        return None
    printed = [time.when.end.year for time in times if time is not None]
    year = max(printed) + 1 if printed else SOME_YEAR
    told_parts = [told for told in parts if told is not None and not _has_year(told)]
    stamped = [told for mention, told in zip(mentions, parts, strict=True) if told and mention.rule.startswith(STAMP)]
    days = list(_list_days(stamped, year))
    if days:
        return days[0]
    days = list(_list_days(told_parts, year))
    if days:
        return _latest(days) + WITHIN
    months = [
        date(year, month_number(told.groups["month"]), MID_MONTH)
        for told in told_parts
        if told.rule == "month" and "month" in told.groups
    ]
    return _latest(months) + AFTER_MONTHS if months else date(year, 6, MID_MONTH)


def _end_of_lead(article: Article) -> int:
    body = [block.span.end for block in article.blocks if block.kind is BlockKind.BODY]
    return max(body[:LEAD_BLOCKS], default=0)


def _has_year(told: TimeParts) -> bool:
    return any("year" in key for key in told.groups)


def _list_days(parts: Iterable[TimeParts], year: int) -> Iterator[date]:
    for told in parts:
        if told.rule in DATES:
            day = day_or_none(year, month_number(told.groups["month"]), day_number(told.groups["day"]))
            if day is not None:
                yield day


def _latest(days: Sequence[date]) -> date:
    """Return the day from which the others, counted back through the turn of the year, are the least far."""

    def reach(last: date) -> int:
        return max((last - day).days % 365 for day in days)

    return min(days, key=lambda day: (reach(day), day))

"""Works out the publication day from the dates that an article's own text holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.articles import Article, Block, BlockKind
from dateline.find.time_patterns import WEEKDAYS
from dateline.find.times import STAMP, TimeParts, month_number, parse_time
from dateline.mentions import TimeMention
from dateline.records import DatePrecision
from dateline.resolve.calendar import DAY, Days, day_or_none, month_days
from dateline.resolve.times import Tense, find_tense, resolve_time

_EARLIEST, _LATEST = 1960, 2049  # years that a news article's stamp may bear
_LEAD_BLOCKS = 3  # body paragraphs that count as the lead
_HEAD = 400  # code points at the start in which a reference number and a stamp stand
_SOON = 2  # days: how long after the event a weekday of the report may follow
_TOLD = re.compile(r"\b(?:said|told|announced|reported|confirmed)\b[^.\n]*\bon\s+\Z")
_LIMIT = re.compile(r"\b(?:by|before|until|till)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Clue:
    mention: TimeMention
    parts: TimeParts
    kind: BlockKind
    in_lead: bool
    is_ahead: bool  # the words around look ahead
    is_limit: bool  # led by "before", "until", "by": past or coming, the words alone do not tell


def infer_published(article: Article, mentions: Sequence[TimeMention]) -> date | None:
    """Return the publication day that the text gives away, or None where it does not settle on one.

    Five ways, the first that answers is taken:

    1. A full date that stamps the article: in its dateline ("KABUL, Jan. 25, 2012 -") or alone on its line.
    2. A full date in the lead that is spoken of as now: the same lead also says "today", "yesterday" or the bare name
       of its weekday, or it is with its weekday the day on which somebody told of the event ("police said on Monday,
       May 7, 2018"). A full date by itself is the day of the event at most, and in an encyclopedic text years old;
       one that closes a picture's caption tells when the picture was taken.
    3. A stamp without year, in an article whose head bears a reference number that opens with year and month
       ("2012-05-S-027" and "May 15").
    4. A day and month without year, in the dateline or lead, whose weekday the article names too. Weekdays move on by
       one or two each year, so "Nov. 17" and "on Tuesday" leave one year in five or six. Days and months that the
       text prints with their year narrow that down: a past one (a caption's "Jan. 1, 2020") is a lower bound, a
       coming one ("before Jan. 15, 2021") an upper. Without an upper bound the year must be that of the latest past
       date printed or the next; a bare "in 2014" is background and bounds nothing but what lies before it. If more
       than one year is left, or none, the answer is None.

    5. The date of a picture, not one from the files, that falls on a weekday which the lead names.

    In the last two cases the report may be later than its event: other weekdays that the article speaks of move the
    answer on by up to two days. So it is the latest past day the text speaks of, and no later than the true day in
    all but odd cases.

    Args:
        article: with its blocks; furniture is not looked at.
        mentions: its time expressions, as `find_times` returns them.
    """
    clues = tuple(_clues(article, mentions))
    text = article.text
    return (
        _stamped(clues)
        or _spoken_of_as_now(text, clues)
        or _numbered(text, clues)
        or _agreed(clues)
        or _pictured(text, clues)
    )


def _clues(article: Article, mentions: Iterable[TimeMention]) -> Iterator[_Clue]:
    lead = [block for block in article.blocks if block.kind is BlockKind.BODY][:_LEAD_BLOCKS]
    for mention in mentions:
        kind = _kind_at(article.blocks, mention)
        parts = parse_time(mention.span.of(article.text), rule=mention.rule)
        if parts is None or kind is BlockKind.FURNITURE:
            continue
        in_lead = any(block.span.contains(mention.span) for block in lead)
        ahead = find_tense(article.text, mention) is Tense.FUTURE
        limit = _LIMIT.search(article.text, max(0, mention.span.start - 16), mention.span.start) is not None
        yield _Clue(mention, parts, kind, in_lead, ahead, limit)


def _kind_at(blocks: Iterable[Block], mention: TimeMention) -> BlockKind:
    return next((block.kind for block in blocks if block.span.contains(mention.span)), BlockKind.BODY)


def _full_date(clue: _Clue) -> date | None:
    """Return the day that a clue prints with its year."""
    when = resolve_time(clue.parts.text, published=None, rule=clue.mention.rule)
    if when is None or when.start != when.end or not _EARLIEST <= when.start.year <= _LATEST:
        return None
    return when.start


def _stamped(clues: Iterable[_Clue]) -> date | None:
    for clue in clues:
        if clue.mention.rule.startswith(STAMP) and clue.kind is not BlockKind.CAPTION:
            day = _full_date(clue)
            if day is not None:
                return day
    return None


def _spoken_of_as_now(text: str, clues: Sequence[_Clue]) -> date | None:
    lead = [clue for clue in clues if clue.in_lead]
    names = {
        clue.parts.groups["weekday"][:3]
        for clue in lead
        if clue.parts.rule == "weekday" and "which" not in clue.parts.groups
    }
    words = " ".join(clue.parts.text.casefold() for clue in lead if clue.parts.rule == "deictic")
    for clue in lead:
        day = _full_date(clue) if clue.parts.rule in ("month_day", "day_month", "iso", "numeric") else None
        if day is None or clue.is_ahead:
            continue
        if clue.parts.groups.get("weekday") and _TOLD.search(
            text, max(0, clue.mention.span.start - 60), clue.mention.span.start
        ):
            return day
        if _reads_like_caption(text, clue.mention):
            continue
        if re.search(r"\b(?:today|this)\b", words):
            return day
        if re.search(r"\b(?:yesterday|last night)\b", words):
            return day + DAY
        if WEEKDAYS[day.weekday()] in names:
            return day
    return None


def _reads_like_caption(text: str, mention: TimeMention) -> bool:
    """Whether the mention ends a picture's words: ", in Cairo, May 3, 2016.", the end of a line, after "FILE - "."""
    start = text.rfind("\n", 0, mention.span.start) + 1
    end = text.find("\n", mention.span.end)
    before, after = (
        text[start : mention.span.start].rstrip(" ("),
        text[mention.span.end : end if end >= 0 else len(text)],
    )
    if _is_filed(text, mention):
        return True
    closes = re.match(r"\)?\s*\.?\s*(?:\Z|[\[(])", after) is not None and len(before) < 400
    return closes or (before.endswith(",") and after.startswith("."))


def _pictured(text: str, clues: Sequence[_Clue]) -> date | None:
    names = _weekdays(clue for clue in clues if clue.in_lead)
    pictured = [
        day
        for clue in clues
        if (day := _full_date(clue))
        and not clue.is_ahead
        and _reads_like_caption(text, clue.mention)
        and not _is_filed(text, clue.mention)
    ]
    latest = max(pictured, default=None)
    return _moved_on(latest, names, most=1) if latest and _is_near(latest, names, is_stamp=False) else None


def _is_filed(text: str, mention: TimeMention) -> bool:
    return (
        re.search(
            r"FILE\b|[Ff]ile photo", text[max(0, mention.span.start - 300) : mention.span.start].rpartition("\n")[2]
        )
        is not None
    )


_REFERENCE = re.compile(r"(?<![\w-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(?!\d\d?(?!\w))\w")


def find_report_month(text: str) -> Days | None:
    """Return the month that the reference number in an article's head opens with ("2012-05-S-027"), if there is one."""
    number = _REFERENCE.search(text, 0, _HEAD)
    return None if number is None else month_days(int(number[1]), int(number[2]))


def _numbered(text: str, clues: Iterable[_Clue]) -> date | None:
    number = _REFERENCE.search(text, 0, _HEAD)
    if number is None:
        return None
    year, month = int(number[1]), int(number[2])
    for clue in clues:
        if _is_dateless(clue) and clue.mention.span.start < _HEAD and month_number(clue.parts.groups["month"]) == month:
            return day_or_none(year, month, int(re.sub(r"\D", "", clue.parts.groups["day"])))
    return None


def _agreed(clues: Sequence[_Clue]) -> date | None:
    dated = [c for c in clues if _is_dateless(c) and not c.is_ahead and (c.in_lead or c.mention.rule.startswith(STAMP))]
    weekdays = _weekdays(clues)
    low, high = _bounds(clues)
    if not dated or low is None:
        return None
    last_year = high.year if high else low.year + 1
    answers: set[date] = set()
    for clue in dated[:1]:
        groups = clue.parts.groups
        month, number = month_number(groups["month"]), int(re.sub(r"\D", "", groups["day"]))
        printed = groups.get("weekday", "")[:3]
        names = {printed} if printed else weekdays
        for year in range(low.year, last_year + 1):
            day = day_or_none(year, month, number)
            if (
                day is None
                or day < low
                or (high and day >= high)
                or not _is_near(day, names, is_stamp=clue.mention.rule.startswith(STAMP))
            ):
                continue
            answers.add(_moved_on(day, weekdays))
    return answers.pop() if len(answers) == 1 else None


def _is_dateless(clue: _Clue) -> bool:
    groups = clue.parts.groups
    years = ("year", "year0", "short_year", "short_year0", "wire_year", "relative_year", "relative_year0")
    return clue.parts.rule in ("month_day", "day_month") and not any(key in groups for key in years)


def _weekdays(clues: Iterable[_Clue]) -> set[str]:
    """Return the weekdays that the body speaks of as just past, as three letters."""
    return {
        clue.parts.groups["weekday"][:3]
        for clue in clues
        if clue.parts.rule == "weekday"
        and clue.kind is BlockKind.BODY
        and "which" not in clue.parts.groups
        and not clue.is_ahead
    }


def _is_near(day: date, names: Iterable[str], *, is_stamp: bool) -> bool:
    """Whether a weekday of the article is that of the day or, for a stamp, of the day before."""
    near = {WEEKDAYS[day.weekday()]} | ({WEEKDAYS[(day - DAY).weekday()]} if is_stamp else set())
    return bool(near & set(names))


def _moved_on(day: date, names: Iterable[str], *, most: int = _SOON) -> date:
    ahead = [(WEEKDAYS.index(name) - day.weekday()) % 7 for name in names]
    return day + max((n for n in ahead if n <= most), default=0) * DAY


def _bounds(clues: Iterable[_Clue]) -> tuple[date | None, date | None]:
    """Return the latest day printed with a year as past, and the earliest such day as coming.

    Without either a printed day or month in the past or one to come, the lower bound is None: bare years are too
    often background to say how near the article is.
    """
    low: date | None = None
    high: date | None = None
    is_sharp = False
    for clue in clues:
        when = resolve_time(clue.parts.text, published=None, rule=clue.mention.rule)
        if (
            when is None
            or clue.parts.rule in ("decade", "century", "name")
            or not _EARLIEST <= when.start.year <= _LATEST
        ):
            continue
        if clue.is_limit and not clue.is_ahead:
            continue
        if clue.is_ahead:
            high = min(high or when.start, when.start)
        else:
            low = max(low or when.start, when.start)
            is_sharp = is_sharp or (low == when.start and when.precision in (DatePrecision.DAY, DatePrecision.MONTH))
    if low is None or (not is_sharp and high is None):
        return None, None
    return (low, None) if high and high <= low else (low, high)

"""Reads times that are counted from the publication day or from the day the story is at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from dateline.find.time_patterns import NTH, NUMBERS
from dateline.find.times import TimeParts
from dateline.records import DatePrecision
from dateline.resolve.calendar import (
    DAY,
    Days,
    add_months,
    last_of_month,
    monday_of,
    month_days,
    weekday_after,
    weekday_nearest,
    weekday_on_or_before,
    year_days,
)
from dateline.resolve.time_anchors import (
    HISTORY,
    Anchors,
    Reading,
    Resolver,
    Tense,
    cut,
    day_number,
    on_day,
    relative,
    weekday_number,
)

NIGHT_HOURS = 2  # that lead from a late hour into the next day: "an hour later" is mostly the same night
DAY_HOURS = 12  # that lead from a late hour to no later than the next day

# ---- weekdays and days told from today ----


def _weekday_day(parts: TimeParts, anchors: Anchors) -> Reading | None:
    """Read a weekday as the latest up to publication, which counts itself; "last" never means publication day."""
    weekday, which = weekday_number(parts.groups["weekday"]), parts.groups.get("which")
    published, narrative = anchors.published, anchors.narrative
    if which in ("the previous", "the following", "the next", "that") and narrative:
        if which == "the previous":
            return on_day(weekday_on_or_before(weekday, narrative[0] - DAY))
        return on_day(
            weekday_nearest(weekday, narrative[0]) if which == "that" else weekday_after(weekday, narrative[1])
        )
    if published is None:
        # A story with a full date a few days off is anchor enough for the weekdays around it.
        return (
            on_day(weekday_nearest(weekday, narrative[0]))
            if narrative and narrative[0] == narrative[1] and not which
            else None
        )
    if back := parts.groups.get("back") or parts.groups.get("week"):
        return on_day(monday_of(published) + (weekday + {"last": -7, "this": 0, "next": 7}[back]) * DAY)
    if which in ("next", "coming", "this coming", "the following", "the next"):
        return on_day(weekday_after(weekday, published))
    if which in ("last", "this past", "past", "the previous"):
        # Nobody says "last Tuesday" of yesterday.
        nearest = published - (2 * DAY if which == "last" else DAY)
        return on_day(weekday_on_or_before(weekday, nearest))
    if anchors.tense is Tense.FUTURE:
        # "Will meet on Friday" in a Friday paper is today.
        return on_day(weekday_after(weekday, published - DAY))
    return on_day(weekday_on_or_before(weekday, published))


def _weekday_range(parts: TimeParts, anchors: Anchors) -> Reading | None:
    first, last = weekday_number(parts.groups["weekday"]), weekday_number(parts.groups["weekday2"])
    published = anchors.published
    if published is None:
        return None
    end = weekday_on_or_before(last, published)
    if anchors.tense is Tense.FUTURE:
        end = weekday_after(last, weekday_after(first, published))
    start = weekday_on_or_before(first, end - DAY)
    return relative((start, end), DatePrecision.RANGE)


def _night_to(parts: TimeParts, anchors: Anchors) -> Reading | None:
    """Read "in the night to Saturday" as Friday and Saturday."""
    if anchors.published is None:
        return None
    end = weekday_on_or_before(weekday_number(parts.groups["weekday"]), anchors.published)
    return relative((end - DAY, end), DatePrecision.RANGE)


def _deictic(parts: TimeParts, anchors: Anchors) -> Reading | None:
    today = anchors.today
    if today is None:
        return None
    words = " ".join(parts.text.casefold().split())
    if "overnight" in words:
        return relative((today - DAY, today), DatePrecision.RANGE)
    if "before yesterday" in words or "before last" in words:
        return on_day(today - 2 * DAY)
    if "yesterday" in words or re.search(r"\blast (?:night|evening)", words):
        return on_day(today - DAY)
    return on_day(today + DAY if "tomorrow" in words else today)


# ---- distances ----

_VAGUE: dict[str, tuple[int, int]] = {
    "couple": (2, 2),
    "few": (2, 5),
    "several": (3, 9),
    "some": (2, 9),
    "many": (5, 15),
    "number": (3, 9),
    "numerous": (5, 15),
}


def _amount(words: str | None) -> tuple[int, int]:
    """Return the least and the most that a number word may mean; plurals without a number are 2 to 9."""
    if not words:
        return 2, 9
    if words.isdecimal():
        return int(words), int(words)
    if words in NUMBERS:
        return NUMBERS[words], NUMBERS[words]
    return next((bounds for word, bounds in _VAGUE.items() if word in words), (2, 9))


def _moved(day: date, unit: str, amount: int) -> date | None:
    """Return the day `amount` units on (back if negative), or None beyond the calendar."""
    unit = unit.rstrip("s")
    try:
        if unit in ("year", "decade", "century"):
            return add_months(day, amount * 12 * {"year": 1, "decade": 10, "century": 100}[unit])
        if unit == "month":
            return add_months(day, amount)
        if unit == "hour":
            # Up to some hours stay on the day; from there on a day for each 24 hours begun.
            return day + timedelta(days=-(-abs(amount) // 24) * (1 if amount > 0 else -1) if abs(amount) > 6 else 0)
        return day + timedelta(days=amount * {"week": 7, "weekend": 7}.get(unit, 1) if unit != "minute" else 0)
    except (ValueError, OverflowError):
        return None


def _distance(anchor: date, unit: str, number: str | None, sign: int) -> Reading | None:
    """Read "two weeks ago", "a few days later": as exact as the unit says, wider where the number is vague."""
    low, high = _amount(number)
    ends = sorted(d for n in (low, high) if (d := _moved(anchor, unit, sign * n)) is not None)
    if len(ends) < 2:
        return None
    start, end = ends[0], ends[-1]
    unit = unit.rstrip("s")
    if unit in ("day", "night", "minute"):
        return relative((start, end), DatePrecision.DAY if start == end else DatePrecision.RANGE)
    if unit == "hour":
        if low == high and low % 24 == 0:
            return on_day(start if sign < 0 else end)
        if high <= 6:
            return on_day(anchor)
        days = (start, anchor) if sign < 0 else (anchor, end)
        return relative(days, DatePrecision.RANGE)
    if unit == "week":
        around = start - 3 * DAY, end + 3 * DAY
        return relative(around, DatePrecision.WEEK if start == end else DatePrecision.RANGE)
    if unit == "month":
        around = start.replace(day=1), last_of_month(end.year, end.month)
        return relative(around, DatePrecision.MONTH if start == end else DatePrecision.RANGE)
    slack = low if unit == "decade" else 0
    around = date(max(start.year - slack, 1), 1, 1), date(end.year + slack, 12, 31)
    return relative(around, DatePrecision.YEAR if start.year == end.year and not slack else DatePrecision.RANGE)


def _ago(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    if anchors.published is None:
        return None
    if "weekday" in g and g["unit"] == "week":
        day = _moved(anchors.published, "week", -_amount(g.get("n"))[0])
        return on_day(weekday_nearest(weekday_number(g["weekday"]), day)) if day else None
    if "weekday" in g and g["unit"] == "year" and _amount(g.get("n"))[0] == _amount(g.get("n"))[1]:
        # "One year ago Tuesday" is the very day, told from that Tuesday.
        last = weekday_on_or_before(weekday_number(g["weekday"]), anchors.published)
        return on_day(_moved(last, "year", -_amount(g.get("n"))[0]))
    if "exact" in g and _amount(g.get("n"))[0] == _amount(g.get("n"))[1]:
        return on_day(_moved(anchors.published, g["unit"], -_amount(g.get("n"))[0]))
    if not g.get("n") and g["unit"] == "hour":
        return relative((anchors.published - DAY, anchors.published), DatePrecision.RANGE)
    return _distance(anchors.published, g["unit"], g.get("n"), -1)


def _anniversary(parts: TimeParts, anchors: Anchors) -> Reading | None:
    """Read "the third anniversary of the bombing" as the year three years back; the day is near, before or behind."""
    if anchors.published is None:
        return None
    word = parts.groups["nth"]
    years = NTH.index(word) + 1 if word in NTH else day_number(word)
    return _distance(anchors.published, "year", str(years), -1)


def _shift(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    if anchors.narrative is None:
        return None
    earlier = g["post"] in ("earlier", "before", "previously")
    anchor = anchors.narrative[0] if earlier else anchors.narrative[1]
    hours = _amount(g.get("n", "few"))[1]
    if g["unit"].startswith("hour") and not earlier and anchors.at_night and NIGHT_HOURS <= hours <= DAY_HOURS:
        return on_day(anchor + DAY)
    if "n" not in g and g["unit"] in ("minutes", "moments", "hours"):
        return on_day(anchor)
    return _distance(anchor, g["unit"], g.get("n"), -1 if earlier else 1)


def _after_act(parts: TimeParts, anchors: Anchors) -> Reading | None:
    """Read "on Friday, a day after four people were killed" as the day of the killing."""
    day = anchors.published if anchors.narrative is None else anchors.narrative[0]
    if day is None:
        return None
    if "n" not in parts.groups:
        return on_day(day)
    return _distance(day, parts.groups["unit"], parts.groups["n"], -1)


_PAST_VAGUE = {
    "day": 7,
    "hour": 12,
    "week": 6,
    "month": 6,
    "year": 5,
    "decade": 3,
    "minute": 1,
    "night": 5,
    "weekend": 3,
}


def _past(parts: TimeParts, anchors: Anchors) -> Reading | None:
    """Read "the past two weeks" as the days from then up to publication, or up to the story's day for "previous"."""
    g = parts.groups
    before = re.search(r"\b(?:previous|preceding)\b", parts.text, re.IGNORECASE)
    end = anchors.narrative[0] if before and anchors.narrative else anchors.published
    if end is None:
        return None
    unit, plural = g["unit"].rstrip("s"), g["unit"].endswith("s")
    amount = _amount(g["n"])[1] if "n" in g else _PAST_VAGUE[unit] if plural else 1
    start = _moved(end, unit, -amount)
    if start is None:
        return None
    if unit == "hour" and start == end:
        start = end - DAY if end == anchors.published else end
    precision = DatePrecision.WEEK if unit == "week" and amount == 1 else DatePrecision.RANGE
    return relative((start, end), precision)


def _recent(parts: TimeParts, anchors: Anchors) -> Reading | None:
    return _past(parts, anchors)


def _future(parts: TimeParts, anchors: Anchors) -> Reading | None:
    if anchors.published is None:
        return None
    unit = parts.groups["unit"].rstrip("s")
    amount = _amount(parts.groups["n"])[1] if "n" in parts.groups else _PAST_VAGUE[unit]
    end = _moved(anchors.published, unit, amount)
    return relative((anchors.published + DAY, max(end, anchors.published + DAY)), DatePrecision.RANGE) if end else None


# ---- calendar units and the story's own day ----


def _unit_days(unit: str, day: date) -> tuple[Days, DatePrecision]:
    if unit == "week":
        return (monday_of(day), monday_of(day) + 6 * DAY), DatePrecision.WEEK
    if unit == "weekend":
        return (monday_of(day) + 5 * DAY, monday_of(day) + 6 * DAY), DatePrecision.RANGE
    if unit == "month":
        return month_days(day.year, day.month), DatePrecision.MONTH
    return year_days(day.year), DatePrecision.YEAR


_STEPS = {
    "last": -1,
    "this": 0,
    "next": 1,
    "the coming": 1,
    "the previous": -1,
    "the preceding": -1,
    "the following": 1,
    "the next": 1,
}


def _calendar(parts: TimeParts, anchors: Anchors) -> Reading | None:
    which, unit = parts.groups["which"], parts.groups["unit"]
    step = _STEPS.get(which, 0)
    if which in ("last", "this", "next", "the coming"):
        anchor = anchors.published
    else:
        anchor = anchors.narrative[0] if anchors.narrative else (anchors.published if step < 0 else None)
    if anchor is None:
        return None
    if unit == "weekend":
        return relative(_weekend(which, anchor), DatePrecision.RANGE)
    moved = _moved(anchor, unit, step)
    if moved is None:
        return None
    days, precision = _unit_days(unit, moved)
    return _within_unit(days, precision, parts.lead, anchor)


def _within_unit(days: Days, precision: DatePrecision, lead: str | None, anchor: date) -> Reading:
    start, end = days
    if lead == "earlier" and start <= anchor <= end:
        # Some papers begin the week on Sunday: one day more keeps both true. What befell today is not told as earlier.
        start = start - DAY if precision is DatePrecision.WEEK else start
        return relative((start, max(start, anchor - DAY)), DatePrecision.RANGE)
    if lead == "later" and start <= anchor <= end:
        return relative((anchor, end), DatePrecision.RANGE)
    if precision is DatePrecision.WEEK:
        cuts = {
            "early": (start, start + 2 * DAY),
            "late": (start + 3 * DAY, end),
            "mid": (start + DAY, start + 3 * DAY),
        }
        return relative(cuts[lead], DatePrecision.RANGE) if lead in cuts else relative(days, precision)
    return relative(*cut(days, lead, precision))


def _weekend(which: str, day: date) -> Days:
    saturday = monday_of(day) + 5 * DAY
    if which in ("next", "the coming"):
        saturday += 7 * DAY if day >= saturday else timedelta(0)
    elif which == "last" or (which not in ("that", "that same") and day < saturday):
        saturday -= 7 * DAY
    return saturday, saturday + DAY


def _the_weekend(parts: TimeParts, anchors: Anchors) -> Reading | None:
    if anchors.published is None:
        return None
    if anchors.tense is Tense.FUTURE:
        return relative(_weekend("next", anchors.published), DatePrecision.RANGE)
    return relative(_weekend("the", anchors.published), DatePrecision.RANGE)


def _story_day(anchors: Anchors) -> Days | None:
    if anchors.narrative and (anchors.narrative[1] - anchors.narrative[0]).days <= 3:
        return anchors.narrative
    if anchors.narrative is None and anchors.published:
        return anchors.published, anchors.published
    return None


def _within(parts: TimeParts, anchors: Anchors) -> Reading | None:
    unit, lead = parts.groups["unit"], parts.groups["lead"]
    story = _story_day(anchors)
    if unit in ("week", "month", "year"):
        if anchors.published is None:
            return None
        return _within_unit(*_unit_days(unit, anchors.published), lead, anchors.published)
    if story is None or (anchors.published and anchors.published - story[1] > HISTORY):
        return on_day(anchors.published)
    return on_day(story[1])


def _narrative(parts: TimeParts, anchors: Anchors) -> Reading | None:
    g = parts.groups
    story = _story_day(anchors)
    if story is None:
        return None
    which, post = g.get("which", ""), g.get("post", "")
    if which in ("the previous", "the preceding") or post in ("before", "earlier"):
        # Without a day told before, it is counted from the act's own, which nothing says.
        return on_day(story[0] - DAY) if anchors.narrative else None
    if which in ("the next", "the following") or post in ("after", "later"):
        return on_day(story[1] + DAY) if anchors.narrative else None
    return on_day(story[1])


RELATIVE_TIMES: Mapping[str, Resolver] = {
    "weekday": _weekday_day,
    "weekday_range": _weekday_range,
    "night_to": _night_to,
    "deictic": _deictic,
    "ago": _ago,
    "anniversary": _anniversary,
    "past": _past,
    "recent": _recent,
    "future": _future,
    "calendar": _calendar,
    "weekend": _the_weekend,
    "within": _within,
    "narrative": _narrative,
    "shift": _shift,
    "after_act": _after_act,
}

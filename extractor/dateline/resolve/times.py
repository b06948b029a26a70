"""Says which days a time expression means, given the day the article came out and the day its story is at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.articles import PublishedBasis
from dateline.find.times import STAMP, TimeParts, month_number, parse_time
from dateline.mentions import TimeMention
from dateline.records import DateBasis, DatePrecision, When
from dateline.resolve.calendar import Days, weekday_nearest
from dateline.resolve.printed_times import PRINTED_TIMES
from dateline.resolve.quotes import is_quoted
from dateline.resolve.relative_times import RELATIVE_TIMES
from dateline.resolve.reports import is_report
from dateline.resolve.time_anchors import HISTORY, Anchors, Reading, Tense, day_number, weekday_number

__all__ = ["ResolvedTime", "Tense", "find_tense", "resolve_time", "resolve_times"]

# Rules of words that count from the day told before, and how a paragraph opens with them.
_FOLLOWING = frozenset(("narrative", "shift"))
_DATES = frozenset(("month_day", "day_month"))
_BACK = re.compile(r"\b(?:earlier|previously)$", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?:[A-Za-z]+\s+){0,2}")
DEICTIC = "deictic"  # rule of "today", "this morning", "last night"
EVE = "eve"  # lead of "on the eve of Easter Sunday"
WIRE_DELAY = timedelta(days=2)  # from a wire's dateline to the paper that prints it
WEEK_REACH = 80  # code points from "a week ago" to the weekday it dates
_RESOLVERS = {**PRINTED_TIMES, **RELATIVE_TIMES}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedTime:
    """A time expression and the days it means."""

    mention: TimeMention
    when: When
    is_future: bool  # begins after publication: no past event; False without a publication day
    is_history: bool  # ends more than 60 days before publication; False without a publication day
    part_of_day: str | None  # "morning", "afternoon", "evening", "night"; None when the words do not tell


def resolve_time(
    expression: str,
    *,
    published: date | None,
    narrative: date | None = None,
    tense: Tense = Tense.PAST,
    rule: str | None = None,
    day_first: bool | None = None,
) -> When | None:
    """Return the days that one time expression means, or None where it leans on a day that is not known.

    A weekday is the latest up to and including publication; a month and day without year the latest past one, three
    days of grace included. The basis is explicit where the printed words, with at most the year inferred, fix the
    days, and relative where they are counted from publication or from the story's day.

    Args:
        expression: the words as printed, with or without their preposition.
        published: the day the article came out.
        narrative: the day its story has reached, which "the previous day" and "two days later" count from.
        tense: FUTURE when the words around look ahead ("will meet on Friday").
        rule: the mention's rule, where one was found.
        day_first: whether the article writes 3 November as 3/11; None when it does not show.
    """
    parts = parse_time(expression, rule=rule)
    if parts is None:
        return None
    story = (narrative, narrative) if narrative else None
    return _resolve(parts, Anchors(published=published, narrative=story, tense=tense, day_first=day_first))


def resolve_times(
    mentions: Sequence[TimeMention],
    *,
    article_text: str,
    published: date | None,
    published_basis: PublishedBasis | None = None,
) -> tuple[ResolvedTime | None, ...]:
    """Return what each mention means, in the order of the text; None for a mention that no known day fixes.

    The story's day is carried forward: each past day spoken of becomes the day that "the next day" counts from. A day
    told as history holds to the end of its paragraph only, after which the story is back at the day before it.

    Args:
        mentions: as `find_times` returns them, in order.
        article_text: the text that their spans count in.
        published: the day the article came out.
        published_basis: where that day comes from; an inferred one lets no day later than it pass as future.
    """
    day_first = _day_first(mentions, article_text)
    years = _find_years(mentions, article_text)
    resolved: list[ResolvedTime | None] = []
    story: Days | None = None
    recent: Days | None = None
    at_night = False
    is_entry = "\n" not in article_text.strip()
    written = _find_written(mentions, article_text, published, day_first)
    last_end = 0
    for mention in mentions:
        gap = article_text[last_end : mention.span.start]
        if "\n" in gap:
            aside = story
            story = recent if recent or published else story
            # "The next night he robbed a shop": a paragraph that opens so goes on with the one before it.
            # "Hours before the shooting", though, names the act of the news.
            is_named = mention.span.of(article_text).casefold().endswith((" before", " after"))
            # "A day earlier" behind what is long past is before the day of the news.
            is_back = _is_long_before(aside, recent) and _BACK.search(mention.span.of(article_text)) is not None
            opened = gap[gap.rindex("\n") :]
            is_next = mention.rule in _FOLLOWING and _OPENING.fullmatch(opened) is not None
            if not (is_named or is_back) and (is_next or _points_back(mention, opened, article_text)):
                story = aside
        tense = find_tense(article_text, mention)
        anchors = Anchors(
            published=published,
            narrative=story,
            tense=tense,
            written=written,
            is_aftermath=is_entry and _follows(article_text[: mention.span.start]),
            at_night=at_night,
            day_first=day_first,
        )
        found = _resolve_mention(mention, article_text, anchors, published_basis)
        if found is not None and resolved and (before := resolved[-1]) is not None:
            found = _in_week(found, before, article_text)
        found = None if found is None else _in_printed_year(found, years, published)
        resolved.append(found)
        last_end = mention.span.end
        if found is None or not _moves_story(found) or _is_report_beside(found, resolved, article_text):
            continue
        # A speaker's "this morning" is that of the day he spoke, which the story need not have reached.
        if mention.rule == DEICTIC and story is not None and is_quoted(mention.span.start, article_text):
            continue
        story = found.when.start, found.when.end
        at_night = found.part_of_day == "night" or (found.when.text or "").casefold().startswith("late ")
        if published is not None and not found.is_history:
            recent = story
    return tuple(resolved)


def _points_back(mention: TimeMention, opened: str, text: str) -> bool:
    """Whether the first sentence of a paragraph, `opened` until here, has "that day": the one told last before it."""
    return mention.span.of(text).casefold().startswith("that ") and _SENTENCE.search(opened.strip()) is None


def _resolve_mention(
    mention: TimeMention, text: str, anchors: Anchors, basis: PublishedBasis | None
) -> ResolvedTime | None:
    parts = parse_time(mention.span.of(text), rule=mention.rule)
    when = _resolve(parts, anchors) if parts else None
    if parts is None or when is None:
        return None
    published = anchors.published
    # An inferred publication day is a lower bound: the article may be a few days younger.
    grace = timedelta(days=3 if basis is PublishedBasis.INFERRED else 0)
    ahead = parts.groups.get("which", "") in ("next", "coming", "this coming", "the coming") or parts.rule == "future"
    return ResolvedTime(
        mention=mention,
        when=when,
        is_future=ahead or (published is not None and when.start > published + grace),
        is_history=published is not None and when.end < published - HISTORY,
        part_of_day=_part_of_day(parts),
    )


def _in_week(found: ResolvedTime, before: ResolvedTime, text: str) -> ResolvedTime:
    """Read a weekday in the week told before it: "two weeks ago while driving home Saturday" is no day of this week."""
    gap = text[before.mention.span.end : found.mention.span.start]
    bare = re.fullmatch(r"(?:on )?([a-z]+day)\b.*", found.when.text or "", re.IGNORECASE)
    if (
        found.mention.rule != "weekday"
        or before.mention.rule != "ago"
        or not re.search(r"\bweeks?\b", before.when.text or "")
        or bare is None
        or len(gap) > WEEK_REACH
        or _SENTENCE.search(gap)
    ):
        return found
    middle = before.when.start + (before.when.end - before.when.start) / 2
    day = weekday_nearest(weekday_number(bare[1].casefold()), middle)
    return replace(found, when=replace(found.when, start=day, end=day))


def _find_years(mentions: Iterable[TimeMention], text: str) -> Mapping[tuple[int, int], int]:
    """Return the year that the article prints with a month and day, where it prints one only."""
    years: dict[tuple[int, int], set[int]] = {}
    for mention in mentions:
        parts = parse_time(mention.span.of(text), rule=mention.rule) if mention.rule in _DATES else None
        if parts is not None and "year" in parts.groups:
            day = month_number(parts.groups["month"]), day_number(parts.groups["day"])
            years.setdefault(day, set()).add(int(parts.groups["year"]))
    return {day: min(found) for day, found in years.items() if len(found) == 1}


def _in_printed_year(found: ResolvedTime, years: Mapping[tuple[int, int], int], published: date | None) -> ResolvedTime:
    """Read an old "March 13" as of the year that another "March 13, 2013" of the article prints."""
    day = found.when.start
    year = years.get((day.month, day.day))
    old = published is not None and published - day > HISTORY
    if found.mention.rule not in _DATES or year is None or not old or year >= day.year or day != found.when.end:
        return found
    day = day.replace(year=year)
    return replace(found, when=replace(found.when, start=day, end=day))


def _resolve(parts: TimeParts, anchors: Anchors) -> When | None:
    reading = _RESOLVERS[parts.rule](parts, anchors)
    if reading is None:
        return None
    if parts.lead == EVE and reading.start == reading.end:
        reading = replace(reading, start=reading.start - timedelta(days=1), end=reading.end - timedelta(days=1))
    if parts.since and anchors.today and reading.start < anchors.today:
        reading = Reading(reading.start, anchors.today, DatePrecision.RANGE, DateBasis.RELATIVE)
    return When(start=reading.start, end=reading.end, precision=reading.precision, basis=reading.basis, text=parts.text)


def _moves_story(found: ResolvedTime) -> bool:
    if found.is_future or found.mention.rule.startswith((STAMP, "name", "past", "recent", "after_act")):
        return False
    if (found.when.text or "").casefold().startswith("since "):
        return False  # "on strike since Sunday": the story is not at any day of them
    return found.when.precision in (
        DatePrecision.DAY,
        DatePrecision.RANGE,
    ) and found.when.end - found.when.start <= timedelta(days=14)


def _is_long_before(days: Days | None, others: Days | None) -> bool:
    return days is not None and others is not None and others[0] - days[1] > HISTORY


def _is_report_beside(found: ResolvedTime, resolved: Sequence[ResolvedTime | None], text: str) -> bool:
    """Whether the day is a report's, after the act's in its paragraph: "shot on Monday. Police said Tuesday ..."."""
    return is_report(text, found.mention.span) and any(
        time is not None
        and time is not found
        and _moves_story(time)
        and time.when.end <= found.when.start
        and not is_report(text, time.mention.span)
        and "\n" not in text[time.mention.span.end : found.mention.span.start]
        for time in resolved[-3:]
    )


def _find_written(
    mentions: Iterable[TimeMention], text: str, published: date | None, day_first: bool | None
) -> date | None:
    """Return the day of the first stamp where it lies right before publication, as in yesterday's wire; else None."""
    stamp = next((mention for mention in mentions if mention.rule.startswith(STAMP)), None)
    parts = parse_time(stamp.span.of(text), rule=stamp.rule) if stamp else None
    if parts is None or published is None:
        return None
    when = _resolve(parts, Anchors(published=published, narrative=None, tense=Tense.PAST, day_first=day_first))
    if when is None or when.precision is not DatePrecision.DAY:
        return None
    return when.start if timedelta(0) < published - when.start <= WIRE_DELAY else None


def _day_first(mentions: Iterable[TimeMention], text: str) -> bool | None:
    """Return how the article orders day and month in figures, by the dates that leave no doubt."""
    votes = 0
    for mention in mentions:
        found = re.match(r"(\d{1,2})[/.-](\d{1,2})[/.-]", mention.span.of(text))
        if found and mention.rule.removeprefix(STAMP) == "numeric":
            votes += (int(found[1]) > 12) - (int(found[2]) > 12)
    return None if votes == 0 else votes > 0


# ---- tense ----

# "By", "before" and "until" look back as often as ahead ("by Thursday, the fire was out"), so they do not count.
_AHEAD = re.compile(
    r"\b(?:will|shall|would(?!-be)|won't|won’t|(?:is|are|was|were) to (?=\w)|due(?! to\b)"
    r"|due to (?:be|appear|meet|hold|discuss|visit|start|begin|take|vote|open|close|return|leave|arrive|go|stand|speak)"
    r"|scheduled|slated|(?:is|are|was|were|be) expected|plan(?:s|ned)? (?:to|for)"
    r"|(?:remanded|adjourned|postponed|held over)\b(?: [\w']+){0,6}? (?:until|till|to|for)(?= )"
    r"|(?:in|into) custody (?:un)?till?|(?:next|first|another) (?:court )?(?:date|appearance|hearing)"
    r"|set (?:to|for)|upcoming|deadline|ha(?:ve|s) until|from (?:today|tonight|now)(?: on)? (?:un)?till?"
    r"|(?:which|that|who) (?:begins?|starts?|opens?|resumes?|ends?|takes? place)|(?:goes|go|runs?|lasts?) (?:on )?until"
    r"|call(?:ed|s|ing)? for (?:an?|another|more) (?:[\w-]+ ){0,3}?"
    r"(?:march|protest|strike|rally|shutdown|sit-in|demonstration)e?s?)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|says|told|announced|reported|added|stated|confirmed|wrote|tweeted|killed|wounded|was|were|had|after)\b",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?][\"”')]*\s+(?=[A-Z\"“])|\n")


def find_tense(text: str, mention: TimeMention) -> Tense:
    """Return whether the clause around a mention looks ahead: "will vote on Friday", not "said on Friday it will"."""
    start, end = mention.span.start, mention.span.end
    before = _SENTENCE.split(text[max(0, start - 90) : start])[-1]
    cues = list(_AHEAD.finditer(before))
    if cues:
        return Tense.PAST if _TOLD.search(before[cues[-1].end() :]) else Tense.FUTURE
    if before.strip(' "“').casefold() in ("", "on", "in"):
        after = _SENTENCE.split(text[end : end + 80])[0]
        cue = re.search(r"\b(?:will|is to|are to)\b", after)
        if cue and not _TOLD.search(after[: cue.start()]):
            return Tense.FUTURE
    return Tense.PAST


# ---- part of day ----

_PARTS = (
    ("midnight", "night"),
    ("night", "night"),
    ("small", "night"),
    ("dawn", "morning"),
    ("morning", "morning"),
    ("noon", "afternoon"),
    ("midday", "afternoon"),
    ("evening", "evening"),
    ("dusk", "evening"),
)


def _part_of_day(parts: TimeParts) -> str | None:
    words = " ".join((parts.part or "", parts.groups.get("unit", ""), parts.clock or "")).casefold()
    if parts.rule == "deictic":
        words = f"{parts.text.casefold()} {words}"
    if "after" not in words and (hour := _hour(parts.clock)) is not None:
        return (
            "night" if hour < 5 or hour >= 21 else "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
        )
    if "afternoon" in words:
        return "afternoon"
    return next((name for word, name in _PARTS if word in words), None)


def _hour(clock: str | None) -> int | None:
    found = re.match(r"(\d{1,2})(?:[:.](\d\d))?(\d\d)?", clock or "")
    if not found:
        return None
    hour = int(found[1])
    if re.search(r"p\.?m", clock or "") and hour < 12:
        hour += 12
    if re.search(r"a\.?m", clock or "") and hour == 12:
        hour = 0
    return hour if hour < 24 else None


def _follows(before: str) -> bool:
    """Whether a later sentence speaks, and not of what had been before: "both were freed on June 30"."""
    sentences = _SENTENCE.split(before)
    return len(sentences) > 1 and _HAD.search(sentences[-1]) is None

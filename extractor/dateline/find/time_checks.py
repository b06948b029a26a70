"""Asks the context whether words that look like a time are one."""

from __future__ import annotations

import re

from dateline.find.time_contexts import TimeContext
from dateline.find.time_patterns import MONTH, NUMBERS, WEEKDAY

REACH = 200  # code points before "a day after" within which the sentence tells its own day

# ---- what is a time and what only looks like one ----


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_IN_TIME = _words("in since until till by during before after through throughout from early late mid between around of")
_STRONG = _words("in since until till during throughout early late mid between year")
_NAME_BEFORE = _words("black bloody ash super cyber sheffield daily every each mr mrs ms dr happy ruby freaky")
_YEARLY = _words("every each")  # "every Nov. 1" is no day of an act
# Of people called after a day where they have a capital: "Pastor Sunday", "Man Friday", but "shot a man Friday".
_BEARER_BEFORE = _words("Man Girl Pastor Chief")
_NAME_AFTER = _words(
    "times telegraph mirror express mail post world tribune herald independent star people sun punch "
    "vanguard newspaper agreement school league"
)
# What is named after a day: "6th of October City", "the 17 November group", "April 19 Movement".
_NAMED_AFTER = _words(
    "city street avenue square bridge university hospital school stadium road boulevard tunnel airport base barracks "
    "park movement brigade brigades battalion martyrs front revolution coalition organization organisation party group "
    "commando avenues streets neighborhood neighbourhood colony suburb sector quarter market clinic"
)
# What is told by its year wherever it comes up: "copies of the 2008 constitution".
_DATED_THINGS = _words(
    "constitution constitutional census budget law act bill treaty accord accords agreement deal pact ceasefire truce "
    "resolution convention declaration election elections presidential parliamentary legislative general midterm vote "
    "referendum poll polls olympics olympic games cup season championship championships tournament festival model"
)
# What stands between "the" and the year of an act: "the fatal 2003 shooting".
_OF_ACTS = _words(
    "fatal deadly bloody brutal savage horrific devastating notorious infamous failed foiled botched attempted "
    "unsolved similar earlier coordinated terrorist terror suicide racist sectarian mass double triple alleged"
)
_HOLIDAY_THINGS = _words(
    "island agreement rising accords accord carol carols tree trees egg eggs gift gifts present presents card cards "
    "lights decorations decoration bonus bonuses market markets shopping shoppers sales bunny"
)
# Feasts that are kept for days before and after, and what is then held: "a Halloween party".
_LONG_FEASTS = _words("christmas halloween easter thanksgiving epiphany pentecost")
_FESTIVITIES = _words(
    "party parties parade parades celebration celebrations festivities costume costumes concert concerts bash dance "
    "ball season themed event events gathering fair pageant show rush"
)
_AUXILIARIES = _words("have has be not also still yet well never only already soon even or seem become need want take")
_FUNCTION = _words(
    "a an the in at on by of to for from and or but when while as that which who where with near "
    "after before during until since this last was were is are had has have said there it he she "
    "they its his her their if because against into under about than between amid following"
)
_DAY_PARTS = _words("morning afternoon evening night")
_LAST_CAPITAL = re.compile(r"\b[A-Z]\w*\s+[\"“'(]*\Z")
_UNITS = re.compile(
    r"[\s-]*(?:%|per\s?cent|percent|people|men|women|troops|soldiers|dollars|euros|pounds|km|kilomet|met(?:er|re)s|miles|feet|homes|houses|others|cases)"
)


def is_time(name: str, match: re.Match[str], *, text: str, lower: str, before: re.Match[str] | None) -> bool:
    """Whether words that match a rule are a time where they stand, not a verb, a name or a number of people.

    Args:
        name: the rule's id.
        match: its match in `lower`.
        text: the article as printed; `lower` is the same text as `normalise` returns it.
        lower: see `text`.
        before: the match of what leads up to the words, if any.
    """
    led = bool(before and (before["lead"] or before["since"] or before["part"]))
    if match.start() and not led and _is_glued(lower, match.start()):
        return False
    if _RESTATED.search(lower, max(0, match.start() - _CLOCK), match.start()) is not None:
        return False
    check = _CHECKS.get(name)
    return check is None or check(TimeContext(match, text, lower, led))


# Local time told again for the world, where another day may have begun: "at 2100 on 15 January (0100 GMT on 16 Jan)".
_RESTATED = re.compile(r"[(\[]\s*\d{1,2}[:.]?\d\d\s+(?:gmt|utc)\s+(?:on\s+)?(?:\d{1,2}\s+)?\Z")
_CLOCK = 20  # code points that such a time and its bracket take


def _is_glued(lower: str, start: int) -> bool:
    """Whether the words go on to the left: "post-2014", "1,990", "$2014", "3.14"."""
    left = lower[start - 1]
    if left in "$£€#@&_":
        return True
    return (
        left in "-/.,:" and start > 1 and lower[start - 2].isdigit()
        if left != "-"
        else start > 1 and lower[start - 2].isalnum()
    )


_FAMILY_NAME = re.compile(r"\s(?!Night|Morning|Afternoon|Evening)[A-Z][\w'’-]+,")


def _is_weekday(c: TimeContext) -> bool:
    after = c.next
    if c.previous in _NAME_BEFORE or (not c.capitals and c.printed_before in _BEARER_BEFORE):
        return False
    if after.casefold() in _NAME_AFTER and after[:1].isupper():
        return False
    if (
        not c.capitals
        and c.text[max(0, c.match.start() - 2) : c.match.start()] == ", "
        and _FAMILY_NAME.match(c.text, c.match.end())
    ):
        return False  # "a guard, Sunday Bello, was shot"
    rest = c.lower[c.match.end() : c.match.end() + 16]
    return not re.match(r"\s+night\s+(?:live|football|lights|fever)", rest)


def _is_month(c: TimeContext) -> bool:
    """Whether a month's name without day or year is a month: sure for "January", not for "May" and "April"."""
    month, previous = c.match["month"], c.previous
    is_numbered = _NUMBERED.search(c.lower, max(0, c.match.start() - 9), c.match.start()) is not None
    if previous == "black" or (is_numbered and c.next.casefold() in _NAMED_AFTER):
        return False
    if c.match["which"]:
        return not (
            c.match["which"] == "this" and month in ("march", "may") and not (c.is_capital("month") and not c.capitals)
        )
    if is_numbered and _is_named_before(c, c.match.start() - 3):
        return False
    if month in ("may", "march"):
        if c.next.casefold() in _AUXILIARIES:
            return False
        if previous in _ARTICLES and not c.is_capital("month"):
            return False  # "at the end of the march"
        return (
            c.led
            or previous in _STRONG
            or (c.is_capital("month") and not c.capitals and previous in _IN_TIME | {"and", "or", "to", "last"})
            or (c.is_capital("month") and previous in ("the", "a") and _is_attribute(c))
        )
    if month in ("april", "june", "august"):
        return c.led or previous in _IN_TIME | {"and", "or", "to", "last", "the", "each", "this"}
    return True


_QUOTES = ('"', "“", "”")
_ARTICLES = frozenset(("the", "a", "this", "that", "their", "its", "our", "his", "her"))
_NUMBERED = re.compile(r"\d(?:st|nd|rd|th)?(?: of)? \Z")


# "The Revolutionary Organization 17 November", "the Popular Forces of 25 April", "Commando 2 June".
_NAMED_BEFORE = re.compile(
    r"\b(?:organi[sz]ation|movement|forces?|front|commandos?|brigades?|group|cell|unit|party|army|square|plaza|avenue|street"
    r"|avenida|calle|rue|bridge|park|base|camp|stadium)(?:\s+of(?:\s+the)?)?\s+[\"“'(]*\Z"
)


def _is_named_before(c: TimeContext, start: int) -> bool:
    left = c.text[max(0, start - 32) : start]
    if _NAMED_BEFORE.search(left.lower()) is None:
        return False
    return " of " in left[-8:].lower() or (not c.capitals and _LAST_CAPITAL.search(left) is not None)


def _names_something(c: TimeContext) -> bool:
    """Whether a day without a year is the name of a town, a street or a group: "6th of October City"."""
    after = c.next
    if _is_named_before(c, c.match.start()) or _is_quoted(c):
        return True
    if after.casefold() not in _NAMED_AFTER or c.previous == "on":
        return False
    return c.capitals or after[0].isupper() or c.previous in ("the", "a", "group", "organization")


def _is_quoted(c: TimeContext) -> bool:
    """Whether the words stand between quotation marks as a name does: the "9 May" forces."""
    start, end = c.match.span()
    return c.text[max(0, start - 1) : start] in _QUOTES and c.text[end : end + 1] in _QUOTES


def _is_dated_month(c: TimeContext) -> bool:
    """Whether "may 5", "7 may", "march 28" are dates and no verbs."""
    month = c.match["month"].rstrip(".")
    has_year = any(
        v
        for k, v in c.match.groupdict().items()
        if k.startswith(("year", "short_year", "wire_year", "relative_year")) and v
    )
    if not has_year and (_names_something(c) or c.previous in _YEARLY):
        return False
    after = c.next
    if month in ("may", "mar", "march", "dec", "sat", "sun") and not has_year:
        if after.casefold() in _AUXILIARIES:
            return False
        if c.previous in ("on", "since", "until", "by", "from", "the", "of", "before", "after"):
            return True
        if not c.is_capital("month"):
            return False
        if (
            month in ("may", "march")
            and c.match.start("month") == c.match.start()
            and _UNITS.match(c.lower, c.match.end())
        ):
            return False
    return True


# "Between 1800 and 0600", "from 2000 hours to 0500": no year, but the time of day.
_HOURS_BEHIND = re.compile(r"\s*(?:(?:hours|hrs|gmt)\b|(?:and|to|until)\s+0\d{3}\b)")


def _is_year(c: TimeContext) -> bool:
    year, previous, after = int(c.match["year"]), c.previous, c.next
    if _UNITS.match(c.lower, c.match.end()) or not 1600 <= year <= 2049:
        return False
    start = c.match.start()
    left = c.text[start - 1] if start else ""
    if _HOURS_BEHIND.match(c.lower, c.match.end()):
        return False
    if c.led or previous in _STRONG:
        return True
    if left == "(" and c.text[c.match.end() : c.match.end() + 1] == ")":
        return True
    if previous in ("by", "of", "from", "to", "after", "before", "around", "and", "through", "or", "until", "late"):
        return year >= 1900 and (not after or after.casefold() in _FUNCTION)
    if previous == "the" or previous.endswith("'s") or previous in _OF_ACTS:
        return year >= 1900 and bool(after) and year % 100 != 0 and after.casefold() not in _DATED_THINGS
    if previous in ("a", "his", "her", "their", "its", "an"):
        return year >= 1900 and year % 100 != 0 and after[:1].islower()
    return False


def _is_attribute(c: TimeContext) -> bool:
    """Whether a noun follows that the time goes with: "the March killing", "the 11th century shrine"."""
    return c.next[:1].islower() and c.next.casefold() not in _FUNCTION


def _is_year_range(c: TimeContext) -> bool:
    first, second = int(c.match["year"]), int(c.match["year2"])
    if second < 100:
        second += first // 100 * 100
        return 0 < second - first <= 10 and c.previous in _STRONG | {"the", "of", "from"}
    return 0 < second - first < 100


def _is_ordinal(c: TimeContext) -> bool:
    after = c.next
    if c.lower[c.match.end() : c.match.end() + 1] == "-":
        return False  # "to the 5th-floor windows"
    return c.previous in ("on", "since", "until", "by", "from", "before", "of", "and", "to") and (
        not after or after.casefold() in _FUNCTION
    )


def _is_weekday_date(c: TimeContext) -> bool:
    """Whether an ordinal behind a weekday is a day of the month, unlike "Sunday, the 19th weekend of unrest"."""
    after = c.next
    return c.match.groupdict().get("day") is None or not after or after.casefold() in _FUNCTION | _DAY_PARTS


def _is_season(c: TimeContext) -> bool:
    if c.match["year"] or c.match["relative_year"] or c.match["which"] in ("last", "this past", "this", "next"):
        return c.next.casefold() != "of"
    if c.match["season"] == "fall":
        return False
    return (
        c.match["which"] == "the"
        and c.previous in ("in", "during", "over", "since", "for", "throughout", "until", "late", "early")
        and (not c.next or c.next.casefold() in _FUNCTION)
    )


def _is_numeric(c: TimeContext) -> bool:
    first, second = int(c.match["a"]), int(c.match["b"])
    return 1 <= first <= 31 and 1 <= second <= 31 and (first <= 12 or second <= 12)


def _is_ago(c: TimeContext) -> bool:
    if c.match.group().endswith("since"):
        # "Marked ten years since the raid", not "in the ten years since the raid".
        return bool(c.match["n"]) and c.previous not in ("the", "these", "those", "in", "over", "for", "few", "several")
    return bool(c.match["n"]) or bool(re.search(r"s\s+ago", c.match.group()))


def _is_shift(c: TimeContext) -> bool:
    """Whether the words lean on the day of the story: "two days later", not "two days before the vote"."""
    post = c.match["post"]
    if c.match.groupdict().get("n") is None and c.match["unit"] in ("minutes", "moments", "hours"):
        # They stay on the day of the story, but "minutes before the explosion" on that of the act, whenever it was.
        if post in ("before", "after") and c.next.casefold() in ("the", "this", "that"):
            return False
        return c.previous not in NUMBERS and not c.previous.isdecimal() and c.next.casefold() != "than"
    if post is None or post in ("earlier", "later"):
        return not (post == "earlier" and c.next.casefold() == "than")
    after = c.next
    if post == "after" and not c.previous and after.casefold() in ("the", "that", "this"):
        return True  # opens the sentence: "Three days after the raid, troops killed four"
    return not after or after.casefold() in (
        "and",
        "but",
        "when",
        "in",
        "on",
        "at",
        "by",
        "that",
        "was",
        "were",
        "had",
        "police",
    )


_OWN_DAY = re.compile(
    rf"\b(?:{WEEKDAY}|yesterday|today|tonight|overnight|last night|this morning|(?:{MONTH})\s+\d|\d\s+(?:{MONTH}))"
    r"|\b(?:came|comes|happened|occurred|took place|began|started|(?:was|were) (?:launched|carried out))\W+"
    r"(?:(?:just|only|barely|exactly|some|about|nearly|almost)\W+)?\Z"
)
_BARE_OPENING = re.compile(
    r"(?:[^\n]{3,60}\s(?:--|[-—–])\s+)?(?:(?:just|only|barely|nearly|almost|about)\s+)?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?][\"”')]*\s+(?=[A-Z\"“])|\n")


def _is_after_act(c: TimeContext) -> bool:
    """Whether the words tell the day of the act named after them, counted back from the day told before them.

    Or, where a story opens with them, from the day on which it is written: "Two days after gunmen killed nine".
    """
    start, end = c.match.span()
    if not re.match(r"\s+\w", c.lower[end : end + 3]) or c.next.casefold() in ("that", "which"):
        return False
    before = _SENTENCE_END.split(c.text[max(0, start - REACH) : start])
    if _OWN_DAY.search(before[-1].casefold()) is not None:
        return True
    return start < REACH and len(before) <= 2 and _BARE_OPENING.fullmatch(before[-1]) is not None


def _is_deictic(c: TimeContext) -> bool:
    if c.match.group().startswith("today"):
        return c.previous not in ("usa", "russia", "india", "pakistan", "iraq", "zaman", "the") or c.previous == "the"
    # "On the last night of the siege" is that of the siege.
    return not (c.match.group().startswith("last") and c.previous == "the")


def _is_holiday(c: TimeContext) -> bool:
    # "Easter" the time, not "Easter Island"; "Eid" only with its full name.
    thing, feast = c.next.casefold(), c.match["holiday"]
    if feast in _LONG_FEASTS and thing in _FESTIVITIES:
        return False
    return thing not in _HOLIDAY_THINGS or feast == "christmas eve"


def _is_month_range(c: TimeContext) -> bool:
    return c.capitals or c.is_capital("month") or c.match["month"] not in ("may", "march")


_CHECKS = {
    "weekday": _is_weekday,
    "month": _is_month,
    "month_day": _is_dated_month,
    "day_month": _is_dated_month,
    "month_days": _is_dated_month,
    "days_month": _is_dated_month,
    "month_year": lambda c: (
        c.match["month"].rstrip(".") not in ("may", "mar", "march") or c.is_capital("month") or c.previous in _IN_TIME
    ),
    "month_range": _is_month_range,
    "year": _is_year,
    "century": lambda c: not _is_attribute(c),
    "year_range": _is_year_range,
    "weekday_date": _is_weekday_date,
    "ordinal": _is_ordinal,
    "season": _is_season,
    "numeric": _is_numeric,
    "ago": _is_ago,
    "shift": _is_shift,
    "after_act": _is_after_act,
    "narrative": lambda c: c.match.groupdict().get("post") is None or _is_shift(c),
    "deictic": _is_deictic,
    "holiday": _is_holiday,
}

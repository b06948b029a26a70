"""Finds time expressions in article text: dates, weekdays, "yesterday", "two weeks ago", spans of time.

The search needs no tagger. It walks over the words once, tries at each word only the patterns that the word can
begin, keeps the longest, and then asks the context whether the words are a time at all: "May" may be a verb, "2000"
a number of people, "Sunday" half of a newspaper's name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.analysis.texts import offsets_of
from dateline.find.time_checks import is_time
from dateline.find.time_patterns import AFTER, BEFORE, MONTHS, RULES, Rule, normalise
from dateline.find.time_stamps import is_stamp
from dateline.mentions import TimeMention
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

STAMP = (
    "dateline:"  # prefix of the rule of a date that stamps the article ("KABUL, Jan. 25 (AP) -", "Updated: 3 May 2016")
)

_WORD = re.compile(r"[^\W\d_]+|\d+")
_WHEN = re.compile(r",?\s+when\b")
_SINCE_THE = re.compile(r"\bsince\s+the\s+\Z")
_NOUN = re.compile(r"\s+(?!(?:of|in|at|on|by|and|or|to|the|that|which|has|have|had|was|were|is|are)\b)[^\W\d_]")
_REACH = 64  # code points before a core that its opening words may take
# Cores that take "early", "night", "at 10 p.m." around them, and those that take "early", "mid-", "the end of".
_DAYLIKE = frozenset(
    (
        "iso",
        "numeric",
        "day_month",
        "month_day",
        "month_days",
        "days_month",
        "date_range",
        "weekday",
        "weekday_range",
        "weekday_date",
        "deictic",
    )
) | {"holiday", "narrative", "ordinal", "ago"}
_DATED = frozenset(("iso", "numeric", "day_month", "month_day", "weekday_date", "name"))


def _by_start() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for rule in RULES:
        for word in rule.starts:
            table.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


_BY_START = _by_start()
_BY_ID: dict[str, tuple[Rule, ...]] = {rule.id: tuple(r for r in RULES if r.id == rule.id) for rule in RULES}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeParts:
    """A time expression taken apart: which rule it follows and what stands in each of its places."""

    rule: str  # without the stamp's prefix
    groups: Mapping[str, str]  # of the rule's pattern, in lower case; only those that took part
    lead: str | None  # "early", "late", "mid", "beginning of"
    part: str | None  # "night", "early morning"
    clock: str | None  # "10:30 p.m."
    since: bool  # led by "since"
    text: str  # as printed


def find_times(text: str, *, spans: Iterable[Span] | None = None) -> tuple[TimeMention, ...]:
    """Return the time expressions of `text` in order, none overlapping another.

    A mention's rule names the way it is written ("month_day", "weekday", "ago", "name" for an event called by its
    day, ...); a date that stamps the article rather than telling of an event has the prefix `STAMP`. Prepositions
    stay outside, but for "since", which changes the days meant. `head` is -1 until `attach_heads` sets it.

    Args:
        text: raw article text, in any case.
        spans: where to look; None for everywhere.
    """
    lower = normalise(text)
    capitals = text.isupper()
    mentions = tuple(_find(text, lower, capitals))
    if spans is None:
        return mentions
    allowed = tuple(spans)
    return tuple(m for m in mentions if any(span.contains(m.span) for span in allowed))


def attach_heads(doc: Doc, mentions: Iterable[TimeMention]) -> tuple[TimeMention, ...]:
    """Return the mentions with `head` set to the number of the last token in each that is not punctuation."""
    starts = offsets_of(doc)
    attached: list[TimeMention] = []
    for mention in mentions:
        first = max(bisect_right(starts, mention.span.start) - 1, 0)
        head = max(bisect_right(starts, mention.span.end - 1) - 1, first)
        while head > first and not _has_content(doc[head].text):
            head -= 1
        attached.append(replace(mention, head=head))
    return tuple(attached)


def _has_content(word: str) -> bool:
    return word not in ("'s", "’s") and any(c.isalnum() for c in word)


def parse_time(expression: str, *, rule: str | None = None) -> TimeParts | None:
    """Return the parts of a time expression that stands alone, or None when it is none.

    Args:
        expression: the words as printed, with or without a preposition.
        rule: the rule of the mention, where one was found; without it the longest expression is taken.
    """
    lower = normalise(expression)
    core = _search(lower, rule.removeprefix(STAMP)) if rule else _longest(lower)
    if core is None:
        return None
    name, match = core
    before, after = _surroundings(name, lower, match)
    groups = {key: value for key, value in match.groupdict().items() if value}
    lead, part, clock, since = _modifiers(before, after)
    return TimeParts(rule=name, groups=groups, lead=lead, part=part, clock=clock, since=since, text=expression.strip())


def _find(text: str, lower: str, capitals: bool) -> Iterator[TimeMention]:
    end = 0
    for word in _WORD.finditer(lower):
        start = word.start()
        if start < end:
            continue
        token = word.group()
        rules = _BY_START.get("#" if token.isdecimal() else token)
        if rules is None:
            continue
        for name, match in _candidates(rules, lower, start):
            before, after = _surroundings(name, lower, match)
            if not is_time(name, match, text=text, lower=lower, before=before):
                continue
            stop = after.end() if after else match.end()
            start, end = max(_opening(lower, before, match, stop), end), stop
            span = Span(start, _closed(text, start, end))
            prefix = STAMP if name in _DATED and is_stamp(text, span, capitals=capitals) else ""
            yield TimeMention(span=span, head=-1, rule=prefix + name)
            break


def _candidates(rules: Sequence[Rule], lower: str, start: int) -> list[tuple[str, re.Match[str]]]:
    """Return the rules that match at `start`, longest first; of equals the later rule leads."""
    found = [(rule.id, match) for rule in rules if (match := rule.pattern.match(lower, start))]
    if len(found) > 1:
        found.reverse()
        found.sort(key=lambda item: -item[1].end())
    return found


def _search(lower: str, rule: str) -> tuple[str, re.Match[str]] | None:
    found = [match for r in _BY_ID.get(rule, ()) if (match := r.pattern.search(lower))]
    return (rule, max(found, key=lambda match: match.end() - match.start())) if found else None


def _longest(lower: str) -> tuple[str, re.Match[str]] | None:
    best: tuple[str, re.Match[str]] | None = None
    for word in _WORD.finditer(lower):
        token = word.group()
        for core in _candidates(_BY_START.get("#" if token.isdecimal() else token, ()), lower, word.start())[:1]:
            if best is None or core[1].end() - core[1].start() > best[1].end() - best[1].start():
                best = core
    return best


def _surroundings(name: str, lower: str, match: re.Match[str]) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    start = match.start()
    before = BEFORE.search(lower, max(0, start - _REACH), start) if start else None
    after = AFTER.match(lower, match.end()) if name in _DAYLIKE else None
    return before, after


def _opening(lower: str, before: re.Match[str] | None, match: re.Match[str], stop: int) -> int:
    """Return where an expression that ends at `stop` begins, its modifiers with it; a bare "the" stays outside.

    "Since" stays outside where it goes with an event: "since Tuesday night, when it fell", "since the 2014 war".
    """
    if before is None or not any(before.groupdict().values()):
        return match.start()
    if before["since"] and _WHEN.match(lower, stop):
        return before.end("since")
    if _SINCE_THE.search(before.group()) and _NOUN.match(lower, stop):
        return match.start()
    return before.start()


def _closed(text: str, start: int, end: int) -> int:
    if text[end : end + 1] == ")" and "(" in text[start:end] and ")" not in text[start:end]:
        return end + 1
    if text[end - 1] == "." and not _needs_dot(text[start:end]):
        return end - 1
    return end


def _needs_dot(words: str) -> bool:
    return bool(re.search(r"(?:[ap]\.m|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))\.\Z", words, re.IGNORECASE))


def _modifiers(
    before: re.Match[str] | None, after: re.Match[str] | None
) -> tuple[str | None, str | None, str | None, bool]:
    lead = part = clock = None
    since = False
    if before:
        lead, part, clock = before["lead"], before["part"], before["clock"]
        since = bool(before["since"])
    if after:
        lead, part, clock = after["lead"] or lead, after["part"] or part, after["clock"] or clock
    return (lead.removesuffix(" of").strip() if lead else None), part, clock, since


def month_number(name: str) -> int:
    """Return the number of a month's name or abbreviation, `1 <= n <= 12`."""
    return MONTHS.index(name[:3].lower()) + 1

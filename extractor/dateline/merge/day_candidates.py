"""Lists the days that an incident may have, each with the features it is judged by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from dateline.merge.clues import OWN_DAY
from dateline.merge.scene_setting import LINKED, RECENT, SHORT, Setting, describe_mentions, is_past_day
from dateline.resolve.reports import is_report

if TYPE_CHECKING:
    from datetime import date

    from dateline.articles import Article
    from dateline.mentions import TimeMention
    from dateline.merge.clues import Clue
    from dateline.merge.surroundings import Surroundings
    from dateline.records import When
    from dateline.resolve.times import ResolvedTime

ANNIVERSARY = "anniversary"  # rule of "the third anniversary of"
TimeKey = tuple["date", "date"]

BEHIND = 5  # sentences behind a report in which the act's own day may be told


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeCandidate:
    """Days that the article names, and all mentions that mean them, the best linked first."""

    key: TimeKey
    mentions: tuple[tuple[ResolvedTime, float], ...]  # with the link's score; empty for the publication day alone
    features: Mapping[str, float]


def list_times(clues: Sequence[Clue], article: Article, around: Surroundings) -> tuple[TimeCandidate, ...]:
    """Return the past days of the article, and that of publication, as candidates for the happening."""
    setting = Setting.of(clues, article, around)
    groups: dict[TimeKey, list[ResolvedTime]] = defaultdict(list)
    bygone = _find_bygone_year(clues)
    for time in around.times:
        in_year = bygone is not None and bygone.start <= time.when.start and time.when.end <= bygone.end
        if in_year or setting.tells_day(time):
            groups[time.when.start, time.when.end].append(time)
    if bygone is not None:
        told = {key: times for key, times in groups.items() if key[0] <= bygone.end}
        fine = {key: times for key, times in told.items() if bygone.start <= key[0] and key[1] - key[0] <= SHORT}
        groups = fine or told
    elif article.published is not None:
        groups.setdefault((article.published, article.published), [])
    best = {key: max((setting.link(time.mention) for time in times), default=0.0) for key, times in groups.items()}
    total = max(1, sum(len(times) for times in groups.values()))
    own_days = {
        time.mention: _find_own_day(setting, time)
        for times in groups.values()
        for time in times
        if is_report(article.text, time.mention.span)
    }
    return tuple(
        TimeCandidate(
            key=key,
            mentions=tuple(
                sorted(
                    ((time, setting.link(time.mention)) for time in times),
                    key=lambda pair: (-pair[1], pair[0].mention.span.start),
                )
            ),
            features=_describe_time(setting, key, times, best, total, own_days=own_days),
        )
        for key, times in groups.items()
    )


def _find_bygone_year(clues: Sequence[Clue]) -> When | None:
    """Return the year of an act whose anniversary the article tells, None without one; no day of the article is its."""
    years = (
        time.when
        for clue in clues
        for time, score in clue.times
        if time.mention.rule == ANNIVERSARY and score >= OWN_DAY
    )
    return next(years, None)


def _describe_time(
    setting: Setting,
    key: TimeKey,
    times: Sequence[ResolvedTime],
    best: Mapping[TimeKey, float],
    total: int,
    *,
    own_days: Mapping[TimeMention, ResolvedTime | None],  # of reports: the act's day told behind each
) -> dict[str, float]:
    start, end = key
    published = setting.article.published
    rival = max((best[other] for other in best if other != key), default=0.0)
    features = {"rival": rival, "frequency": len(times) / total}
    if published is not None:
        age = (published - end).days
        features[f"age {_age(age)}"] = 1.0
    else:
        features["age unknown"] = 1.0
    if not times:
        return {**features, "unprinted": 1.0}
    mentions = [time.mention for time in times]
    top = max(times, key=lambda time: (setting.link(time.mention), -time.mention.span.start))
    features.update(describe_mentions(setting, mentions, top.mention))
    features[f"precision {top.when.precision}"] = 1.0
    features[f"basis {top.when.basis}"] = 1.0
    features["long"] = min(3.0, (end - start).days / 30)
    features["part of day"] = float(any(time.part_of_day is not None for time in times))
    features["inside"] = float(any(o != key and o[0] <= start and end <= o[1] and best[o] > LINKED for o in best))
    features["best link"] = float(best[key] > LINKED and best[key] >= rival)
    features["report"] = float(all(mention in own_days for mention in mentions))
    features["recalled"] = float(any(c.frame.recalls or c.frame.earlier_matter for c in setting.clues)) * float(
        features.get("age history", 0.0) + features.get("age month", 0.0)
    )
    features["nested"] = float(any(o != key and start <= o[0] and o[1] <= end and best[o] > LINKED for o in best))
    features.update(_describe_reports(times, own_days))
    features["report"] -= features["report before"]
    features.update(_describe_order(key, best))
    features["dated"] = float(published is not None and all(_dates_picture(setting, time) for time in times))
    features["past perfect"] = float(all(clue.frame.past_perfect for clue in setting.clues)) * float(
        features.get("age history", 0.0)
    )
    return features


def _age(days: int) -> str:
    if days <= 0:
        return "same day"
    if days == 1:
        return "day before"
    return "week" if days <= 7 else "month" if days <= 31 else "history"


def _describe_order(key: TimeKey, best: Mapping[TimeKey, float]) -> dict[str, float]:
    """Return how the days stand to the others: the act comes before all that followed it."""
    days = [other for other in best if other != key and other[1] - other[0] <= SHORT]
    earlier = [other for other in days if timedelta(0) < key[0] - other[1] <= RECENT]
    later = [other for other in days if timedelta(0) < other[0] - key[1] <= RECENT]
    return {
        "earlier link": max((best[other] for other in earlier), default=0.0),
        "later link": max((best[other] for other in later), default=0.0),
        "earliest linked": float(best[key] > LINKED and not any(best[o] > LINKED for o in earlier)),
    }


def _describe_reports(
    times: Sequence[ResolvedTime], own_days: Mapping[TimeMention, ResolvedTime | None]
) -> dict[str, float]:
    """Return whether the days are a report's with the act's own told behind it, and the other way round.

    "Police said on Monday. The girl was on her way home on Saturday when ..."
    """
    rest = [time for time in times if time.mention not in own_days]
    ahead = any(own_days.get(time.mention) is not None for time in times)
    behind = any(day in rest for day in own_days.values() if day is not None)
    return {"report before": float(ahead and not rest), "report behind": float(behind)}


def _find_own_day(setting: Setting, report: ResolvedTime) -> ResolvedTime | None:
    """Return the first day told within the sentences behind a report's that is a little earlier than it."""
    around = setting.around
    number = around.sentence_of(report.mention.span)
    for time in around.times:
        if time.mention.span.start <= report.mention.span.end:
            continue
        if around.sentence_of(time.mention.span) > number + BEHIND:
            return None
        if is_past_day(time) and timedelta(0) < report.when.start - time.when.end <= RECENT:
            return time
    return None


def _dates_picture(setting: Setting, time: ResolvedTime) -> bool:
    """Whether a fresh day is printed with its year at a sentence's end, as pictures are: "in Dallas, July 9, 2016."."""
    text, span, published = setting.article.text, time.mention.span, setting.article.published
    words = span.of(text)
    return (
        published is not None
        and str(time.when.start.year) in words
        and published - time.when.end <= RECENT
        and text[span.end : span.end + 1] in (".", "\n", "")
    )

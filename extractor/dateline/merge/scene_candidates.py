"""Lists the days and places that an incident may have, each with the features it is judged by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.find.times import STAMP
from dateline.mentions import Mention, PlaceMention
from dateline.merge.surroundings import Surroundings, find_lead
from dateline.records import PlacePrecision
from dateline.resolve.place_locators import is_locator
from dateline.resolve.places import DATELINE
from dateline.resolve.reports import is_report

if TYPE_CHECKING:
    from datetime import date

    from dateline.articles import Article
    from dateline.merge.clues import Clue
    from dateline.resolve.places import ResolvedPlace
    from dateline.resolve.times import ResolvedTime

LINKED = 0.25  # links up to this belong to something else than the act
REACH = 3  # sentences away from the tellings that a place or time is still looked at for its nearness
FAR_APART = 300  # code points
LATER_TELLING = 0.2  # how much less each later telling says
SHORT = timedelta(days=7)  # a longer time tells no day
FINE = frozenset((PlacePrecision.SITE, PlacePrecision.LOCALITY, PlacePrecision.NEAR))

PlaceKey = tuple[str | None, str | None, str | None, str]
TimeKey = tuple["date", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCandidate:
    """A place that the article names, and all mentions that mean it, the best linked first."""

    key: PlaceKey
    mentions: tuple[tuple[ResolvedPlace, float], ...]  # with the link's score, 0 where no telling names it
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeCandidate:
    """Days that the article names, and all mentions that mean them, the best linked first."""

    key: TimeKey
    mentions: tuple[tuple[ResolvedTime, float], ...]  # with the link's score; empty for the publication day alone
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where the tellings of a happening stand."""

    clues: Sequence[Clue]
    article: Article
    around: Surroundings
    sentences: frozenset[int]
    lead: int
    links: Mapping[Mention, tuple[float, int]]  # link score and the order of its telling
    start: int  # of the first telling's sentence
    held: Sequence[PlaceMention]  # mentions that are printed with what holds them
    stories: Mapping[type[Mention], Mention]  # the day and the place that the article is at when the telling begins

    @classmethod
    def of(cls, clues: Sequence[Clue], article: Article, around: Surroundings) -> _Setting:
        links: dict[Mention, tuple[float, int]] = {}
        for order, clue in enumerate(clues):
            named: list[tuple[Mention, float]] = [(link.mention, link.score) for link in clue.frame.places]
            named += [(link.mention, link.score) for link in clue.frame.times]
            for mention, score in named:
                if mention not in links or score > links[mention][0]:
                    links[mention] = (score, order)
        sentences = frozenset(around.sentence_of(clue.frame.span) for clue in clues)
        start = min(clue.frame.span.start for clue in clues)
        stories = _find_stories(around, start)
        held = tuple(place.mention for place in around.places if place.mention.within and place.mention in links)
        lead = find_lead(article, around.sentences)
        return cls(clues, article, around, sentences, lead, links, start, held, stories)

    def gap(self, mention: Mention) -> int:
        """Return how many code points lie between a mention and the nearest word for the act, `FAR_APART` at most."""
        spans = [trigger.span for clue in self.clues for trigger in clue.frame.triggers]
        gaps = [max(span.start - mention.span.end, mention.span.start - span.end, 0) for span in spans]
        return min(FAR_APART, *gaps)

    def is_free(self, mention: Mention) -> bool:
        """Whether a telling names it and it belongs to nothing but the act."""
        return mention in self.links and not self.around.bonds.get(mention)

    def tells_day(self, time: ResolvedTime) -> bool:
        """Whether a time may be the act's: past, no stamp, and not a report's beside which another day is told."""
        if time.is_future or time.mention.rule.startswith(STAMP):
            return False
        return not (is_report(self.article.text, time.mention.span) and self._has_other(time.mention))

    def _has_other(self, mention: Mention) -> bool:
        """Whether the sentence of a report's day, or a telling, has another day, which is then the act's."""
        number = self.around.sentence_of(mention.span)
        others = (time for time in self.around.times if time.mention != mention and _is_past_day(time))
        return any(
            (self.around.sentence_of(time.mention.span) == number or self.link(time.mention) > LINKED)
            and not is_report(self.article.text, time.mention.span)
            for time in others
        )

    def is_linked(self, kind: type[Mention]) -> bool:
        """Whether a telling names a day, or place, of its own."""
        return any(isinstance(mention, kind) and self.link(mention) > LINKED for mention in self.links)

    def is_told_first(self, mention: Mention) -> bool:
        """Whether the first telling names it."""
        score, order = self.links.get(mention, (0.0, 0))
        return score > LINKED and order == 0

    def is_beside(self, mention: Mention) -> bool:
        """Whether a mention stands in the paragraph of the first telling."""
        return "\n" not in self.article.text[mention.span.start : self.start]

    def shares_block(self, mention: Mention) -> bool:
        """Whether a mention stands in the paragraph of a telling."""
        text = self.article.text
        spans = [clue.frame.span for clue in self.clues]
        return any(
            "\n" not in text[min(mention.span.start, span.start) : max(mention.span.end, span.start)] for span in spans
        )

    def free_of(self, kind: type[Mention]) -> bool:
        """Whether the tellings have a place, or time, that belongs to nothing but the act."""
        return any(isinstance(mention, kind) and self.is_free(mention) for mention in self.links)

    def link(self, mention: Mention) -> float:
        score, order = self.links.get(mention, (0.0, 0))
        return score / (1 + LATER_TELLING * order)


def _find_stories(around: Surroundings, start: int) -> dict[type[Mention], Mention]:
    """Return the last day and the last town told before a telling."""
    stories: dict[type[Mention], Mention] = {}
    times = [time.mention for time in around.times if _is_past_day(time) and time.mention.span.start < start]
    places = [p.mention for p in around.places if p.place.precision in FINE and p.mention.span.start < start]
    for found in (times, places):
        if found:
            last = max(found, key=lambda mention: mention.span.start)
            stories[type(last)] = last
    return stories


def _is_past_day(time: ResolvedTime) -> bool:
    is_short = time.when.end - time.when.start <= SHORT
    return is_short and not time.is_future and not time.mention.rule.startswith(STAMP)


def list_places(clues: Sequence[Clue], article: Article, around: Surroundings) -> tuple[PlaceCandidate, ...]:
    """Return the places of the article as candidates for the happening that `clues` tell."""
    setting = _Setting.of(clues, article, around)
    groups: dict[PlaceKey, list[ResolvedPlace]] = defaultdict(list)
    for place in _without_locators(around.places, article.text):
        groups[key_place(place)].append(place)
    best = {key: max(setting.link(place.mention) for place in places) for key, places in groups.items()}
    total = sum(len(places) for places in groups.values())
    return tuple(
        PlaceCandidate(
            key=key,
            mentions=_ranked(setting, places),
            features=_describe_place(setting, key, places, best, total),
        )
        for key, places in groups.items()
    )


def _without_locators(places: Sequence[ResolvedPlace], text: str) -> list[ResolvedPlace]:
    """Leave out the places that only tell where the town before them lies."""
    ordered = sorted(places, key=lambda place: place.mention.span)
    return ordered[:1] + [
        place
        for before, place in pairwise(ordered)
        if before.place.precision not in (None, *FINE) or not is_locator(text, before.mention.span, place.mention.span)
    ]


def _ranked(setting: _Setting, found: Sequence[ResolvedPlace]) -> tuple[tuple[ResolvedPlace, float], ...]:
    scored = [(place, setting.link(place.mention)) for place in found]
    return tuple(sorted(scored, key=lambda pair: (-pair[1], pair[0].mention.span.start)))


def key_place(resolved: ResolvedPlace) -> PlaceKey:
    """Return what makes two mentions one place: a town with its sites, a region, a country, an unknown name."""
    place = resolved.place
    if place.precision is None:
        return None, None, resolved.mention.name.casefold(), "unknown"
    if place.precision is PlacePrecision.COUNTRY:
        return place.country, None, None, "country"
    if place.precision is PlacePrecision.ADMIN1:
        return place.country, place.admin1, None, "admin1"
    if place.precision is PlacePrecision.ADMIN2:
        return place.country, place.admin1, resolved.mention.name.casefold(), "admin2"
    return place.country, place.admin1, place.locality or place.site, "fine"


def holds(outer: PlaceKey, inner: PlaceKey) -> bool:
    """Whether the place of `outer` is a region or country around that of `inner`."""
    if outer == inner or outer[0] is None or outer[0] != inner[0]:
        return False
    return outer[3] == "country" or (outer[3] == "admin1" and inner[3] in ("fine", "admin2") and outer[1] == inner[1])


def _describe_place(
    setting: _Setting,
    key: PlaceKey,
    places: Sequence[ResolvedPlace],
    best: Mapping[PlaceKey, float],
    total: int,
) -> dict[str, float]:
    mentions = [place.mention for place in places]
    top = max(places, key=lambda place: (setting.link(place.mention), -place.mention.span.start))
    features = _describe_mentions(setting, mentions, top.mention)
    features.update(
        {
            f"precision {key[3]}": 1.0,
            "site": float(any(place.site for place in places)),
            "sure": top.score,
            "frequency": len(places) / total,
            "dateline": float(any(mention.rule == DATELINE for mention in mentions)),
            "only dateline": float(all(mention.rule == DATELINE for mention in mentions)),
            "held": max((best[other] for other in best if holds(other, key)), default=0.0),
            "holds": max((best[other] for other in best if holds(key, other)), default=0.0),
            "rival": max((best[o] for o in best if o[3] == "fine" and o != key and not holds(key, o)), default=0.0),
            "countrymen": sum(place.place.country == key[0] for place in setting.around.places) / total,
        }
    )
    features["best link"] = float(best[key] > LINKED and best[key] >= max(best.values()))
    features["outside"] = max((link for o, link in best.items() if _is_region_beside(o, key)), default=0.0)
    features["container"] = max((setting.link(m) for m in setting.held if _is_held_by(m, mentions)), default=0.0)
    features["abroad"] = max((link for o, link in best.items() if o[3] == "country" and o[0] != key[0]), default=0.0)
    if features["link"] > LINKED:
        features[f"relation {_relation(top.mention.relation)}"] = 1.0
    return features


def _is_held_by(mention: PlaceMention, mentions: Sequence[Mention]) -> bool:
    """Whether one of the mentions is printed as what holds another: Shopian in "at Chillipora in Shopian"."""
    return mention not in mentions and any(
        isinstance(one, PlaceMention) and one.name in mention.within for one in mentions
    )


def _is_region_beside(region: PlaceKey, key: PlaceKey) -> bool:
    """Whether `region` is a region of the same country that does not hold the place of `key`."""
    is_told = region[3] in ("admin1", "admin2") and None not in (region[1], key[1])
    return is_told and key[0] == region[0] and region[1] != key[1]


def _relation(word: str | None) -> str:
    if word is None:
        return "none"
    last = word.split(" ")[-1]
    if " " in word or last in ("near", "outside", "around"):
        return "near"
    return last if last in ("in", "at", "on", "from", "to", "of", "by") else "other"


def _describe_mentions(setting: _Setting, mentions: Sequence[Mention], top: Mention) -> dict[str, float]:
    """Return what days and places have alike: links, nearness, bonds."""
    links = [setting.link(mention) for mention in mentions]
    numbers = [setting.around.sentence_of(mention.span) for mention in mentions]
    linked = {number for number, link in zip(numbers, links, strict=True) if link > LINKED}
    gaps = [(abs(number - told), number - told) for number in numbers for told in setting.sentences]
    gap, signed = min(gaps, default=(REACH, REACH))
    kinds = {_block_of(setting.article, mention) for mention in mentions}
    features = {
        "link": max(links, default=0.0),
        "own": float(max(links, default=0.0) >= 0.8),
        "first telling": float(any(setting.is_told_first(mention) for mention in mentions)),
        "block": float(any(setting.shares_block(mention) for mention in mentions)),
        "told again": len(linked & setting.sentences) / max(1, len(setting.sentences)),
        "lead": float(setting.lead in numbers),
        "title": float(BlockKind.TITLE in kinds),
        "caption": float(kinds == {BlockKind.CAPTION}),
        "told in lead": float(setting.lead in numbers and setting.lead in setting.sentences),
        "apart": min(setting.gap(mention) for mention in mentions) / FAR_APART,
    }
    if not linked:
        features["same sentence"] = float(gap == 0)
        features["sentence before"] = float(gap == 1 and signed < 0)
        features["sentence after"] = float(gap == 1 and signed > 0)
        features["far"] = min(gap, 10) / 10
    features.update(_describe_lone(setting, mentions, top))
    if not any(setting.is_free(mention) for mention in mentions):
        features["bound beside free"] = float(setting.free_of(type(top)))
    relevant = [m for m, link in zip(mentions, links, strict=True) if link > LINKED] or [top]
    for mention in relevant:
        for bond in setting.around.bonds.get(mention, ()):
            features[f"bond {bond}"] = features.get(f"bond {bond}", 0.0) + 1 / len(relevant)
    return features


def _describe_lone(setting: _Setting, mentions: Sequence[Mention], top: Mention) -> dict[str, float]:
    """Return what tells whose days or places a telling shares that names none of its own."""
    if setting.is_linked(type(top)):
        return {}
    story = setting.stories.get(type(top))
    before = [mention for mention in mentions if mention.span.start < setting.start]
    claims = [setting.around.claims.get(mention, 0.0) for mention in mentions]
    return {
        "lone": 1.0,
        "lone lead": float(any(setting.around.sentence_of(mention.span) == setting.lead for mention in mentions)),
        "lone story": float(story in mentions),
        "lone story nearby": float(story is not None and story in mentions and setting.is_beside(story)),
        "lone after": float(not before),
        "lone claimed": max(claims),
    }


def _block_of(article: Article, mention: Mention) -> BlockKind | None:
    return next((block.kind for block in article.blocks if block.span.contains(mention.span)), None)


def list_times(clues: Sequence[Clue], article: Article, around: Surroundings) -> tuple[TimeCandidate, ...]:
    """Return the past days of the article, and that of publication, as candidates for the happening."""
    setting = _Setting.of(clues, article, around)
    groups: dict[TimeKey, list[ResolvedTime]] = defaultdict(list)
    for time in around.times:
        if setting.tells_day(time):
            groups[time.when.start, time.when.end].append(time)
    if article.published is not None:
        groups.setdefault((article.published, article.published), [])
    best = {key: max((setting.link(time.mention) for time in times), default=0.0) for key, times in groups.items()}
    total = max(1, sum(len(times) for times in groups.values()))
    return tuple(
        TimeCandidate(
            key=key,
            mentions=tuple(
                sorted(
                    ((time, setting.link(time.mention)) for time in times),
                    key=lambda pair: (-pair[1], pair[0].mention.span.start),
                )
            ),
            features=_describe_time(setting, key, times, best, total),
        )
        for key, times in groups.items()
    )


def _describe_time(
    setting: _Setting,
    key: TimeKey,
    times: Sequence[ResolvedTime],
    best: Mapping[TimeKey, float],
    total: int,
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
    features.update(_describe_mentions(setting, mentions, top.mention))
    features[f"precision {top.when.precision}"] = 1.0
    features[f"basis {top.when.basis}"] = 1.0
    features["long"] = min(3.0, (end - start).days / 30)
    features["part of day"] = float(any(time.part_of_day is not None for time in times))
    features["inside"] = float(any(o != key and o[0] <= start and end <= o[1] and best[o] > LINKED for o in best))
    features["best link"] = float(best[key] > LINKED and best[key] >= rival)
    features["report"] = float(all(is_report(setting.article.text, mention.span) for mention in mentions))
    features["recalled"] = float(any(c.frame.recalls or c.frame.earlier_matter for c in setting.clues)) * float(
        features.get("age history", 0.0) + features.get("age month", 0.0)
    )
    features["nested"] = float(any(o != key and start <= o[0] and o[1] <= end and best[o] > LINKED for o in best))
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

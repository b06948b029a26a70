"""A frame with its times and places resolved: what the same-or-not judgement looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dateline.find.times import STAMP
from dateline.frames import Frame
from dateline.mentions import HarmMention, PlaceMention, TimeMention
from dateline.merge.figures import is_vague
from dateline.records import PlacePrecision
from dateline.resolve.place_making import ResolvedPlace
from dateline.resolve.times import ResolvedTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One frame and what its words mean in the world."""

    frame: Frame
    times: tuple[tuple[ResolvedTime, float], ...]  # best first, with the link's score
    places: tuple[tuple[ResolvedPlace, float], ...]  # best first, with the link's score
    town: int = 0  # number in the frame's list of towns, from 1; 0 where the frame is of one place

    @property
    def time(self) -> ResolvedTime | None:
        """The likeliest time of the act."""
        return self.times[0][0] if self.times else None

    @property
    def place(self) -> ResolvedPlace | None:
        """The likeliest place finer than a country, else the country."""
        fine = [place for place, _ in self.places if place.place.precision is not PlacePrecision.COUNTRY]
        return fine[0] if fine else (self.places[0][0] if self.places else None)

    @property
    def tolls(self) -> dict[str, int]:
        """The figure stated for each status, parts left out."""
        figures: dict[str, int] = {}
        for harm in self.frame.harms:
            if harm.count is not None and harm.count.best is not None and not harm.part:
                figures[harm.status] = figures.get(harm.status, 0) + harm.count.best
        return figures

    @property
    def rough(self) -> frozenset[str]:
        """The statuses whose figure is the least that a word for many means: "dozens", not "several"."""
        return frozenset(
            harm.status
            for harm in self.frame.harms
            if harm.count is not None and is_vague(harm.count) and (harm.count.best or 0) >= MANY and not harm.part
        )


MANY = 20  # people, the least that "dozens" or "scores" are read as
LEAST_TOWNS = 3  # that make a list: of two, the second is mostly the region or the other party
IN_LENGTH = 8  # code points between people and the town they were harmed in: " in the "
LINK_LENGTH = 6  # code points between two names of a list: ", and "
REGIONS = frozenset({PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})
PAST_LINK = 0.25  # links weaker than this belong to the saying, not to the act

REPORT_LINK = 0.3  # links up to this are of a time that may be the saying's
BEHIND = 3  # sentences behind a report in which the act's own day may be told
EVE = timedelta(days=1)


def gather_clues(
    frames: Sequence[Frame],
    *,
    times: Mapping[TimeMention, ResolvedTime],
    places: Mapping[PlaceMention, ResolvedPlace],
) -> tuple[Clue, ...]:
    """Return one clue for each frame, in order; a list of towns that were each hit gives one for each town."""
    clues = [_gather(frame, times, places) for frame in frames]
    clues = [_leave_report(clue, clues[number + 1 :]) for number, clue in enumerate(clues)]
    return tuple(part for clue in clues for part in _part_towns(clue))


def _leave_report(clue: Clue, behind: Sequence[Clue]) -> Clue:
    """Return the clue without the day of the report where the act's own is told right behind it.

    "The authorities reported today", and in the next sentence: "the rebels entered the town last night".
    """
    if clue.time is None or any(score > REPORT_LINK for _, score in clue.times):
        return clue
    own = (
        time.when.start
        for other in behind
        if other.frame.sentence <= clue.frame.sentence + BEHIND
        for time, score in other.times[:1]
        if score > REPORT_LINK and time.when.start == time.when.end
    )
    eve = clue.time.when.start - EVE
    return replace(clue, times=()) if next(own, None) == eve else clue


def _part_towns(clue: Clue) -> tuple[Clue, ...]:
    """Return the clue once for each town of a list, or as it is where there is no list or one toll for all."""
    if clue.frame.harms:
        return _part_tolls(clue)
    towns = _listed_towns(clue)
    if len(towns) < LEAST_TOWNS:
        return (clue,)
    rest = tuple(pair for pair in clue.places if pair not in towns and pair[0].place.precision in REGIONS)
    return tuple(
        replace(clue, places=((town, score), *rest), town=number) for number, (town, score) in enumerate(towns, 1)
    )


def _part_tolls(clue: Clue) -> tuple[Clue, ...]:
    """Return the clue once for each town that has a toll of its own: "killed three in Kano and another four in Jos"."""
    pairs: list[tuple[HarmMention, tuple[ResolvedPlace, float]]] = []
    counted = [harm for harm in clue.frame.harms if harm.people is not None and harm.count is not None]
    for pair in sorted((pair for pair in clue.places if _is_town(pair[0])), key=lambda pair: pair[0].mention.span):
        start = pair[0].mention.span.start
        own = [h for h in counted if h.people is not None and 0 < start - h.people.span.end <= IN_LENGTH]
        if len(own) == 1 and all(harm is not own[0] for harm, _ in pairs):
            pairs.append((own[0], pair))
    keys = {(pair[0].place.locality, pair[0].mention.name) for _, pair in pairs}
    if len(pairs) < 2 or len(keys) < len(pairs) or len(pairs) < len(counted) or len(counted) < len(clue.frame.harms):
        return (clue,)
    others = {pair[0].mention for _, pair in pairs}
    parts = []
    for number, (harm, pair) in enumerate(pairs, 1):
        left = others - {pair[0].mention}
        links = tuple(link for link in clue.frame.places if link.mention not in left)
        places = tuple(found for found in clue.places if found[0].mention not in left)
        parts.append(replace(clue, frame=replace(clue.frame, harms=(harm,), places=links), places=places, town=number))
    return tuple(parts)


def _listed_towns(clue: Clue) -> tuple[tuple[ResolvedPlace, float], ...]:
    """Return the longest list of towns in the sentence, in order of text: names with but a comma or "and" between."""
    ordered = sorted(clue.places, key=lambda pair: pair[0].mention.span)
    best: list[tuple[ResolvedPlace, float]] = []
    current: list[tuple[ResolvedPlace, float]] = []
    for pair in ordered:
        if not _is_town(pair[0]):
            current = []
            continue
        near = current and pair[0].mention.span.start - current[-1][0].mention.span.end <= LINK_LENGTH
        current = [*current, pair] if near and pair[0].mention.name != current[-1][0].mention.name else [pair]
        best = max(best, current, key=len)
    return tuple(best)


def _is_town(place: ResolvedPlace) -> bool:
    return not place.mention.site and place.place.precision in (PlacePrecision.LOCALITY, None)


def _gather(
    frame: Frame, times: Mapping[TimeMention, ResolvedTime], places: Mapping[PlaceMention, ResolvedPlace]
) -> Clue:
    dated = [
        (times[link.mention], link.score)
        for link in frame.times
        if link.mention in times and not link.mention.rule.startswith(STAMP)
    ]
    placed = [(places[link.mention], link.score) for link in frame.places if link.mention in places]
    return Clue(
        frame=frame,
        times=tuple(sorted(((t, s) for t, s in dated if s > PAST_LINK and not t.is_future), key=lambda pair: -pair[1])),
        places=tuple(sorted(((p, s) for p, s in placed if s > PAST_LINK), key=lambda pair: -pair[1])),
    )

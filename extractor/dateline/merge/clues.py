"""A frame with its times and places resolved: what the same-or-not judgement looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.find.times import STAMP
from dateline.frames import Frame
from dateline.mentions import PlaceMention, TimeMention
from dateline.records import PlacePrecision
from dateline.resolve.places import ResolvedPlace
from dateline.resolve.times import ResolvedTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One frame and what its words mean in the world."""

    frame: Frame
    times: tuple[tuple[ResolvedTime, float], ...]  # best first, with the link's score
    places: tuple[tuple[ResolvedPlace, float], ...]  # best first, with the link's score

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


PAST_LINK = 0.25  # links weaker than this belong to the saying, not to the act


def gather_clues(
    frames: Sequence[Frame],
    *,
    times: Mapping[TimeMention, ResolvedTime],
    places: Mapping[PlaceMention, ResolvedPlace],
) -> tuple[Clue, ...]:
    """Return one clue for each frame, in order."""
    return tuple(_gather(frame, times, places) for frame in frames)


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

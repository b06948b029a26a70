"""A frame with its times and places resolved: what the same-or-not judgement looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from dateline.find.times import STAMP
from dateline.frames import Frame
from dateline.mentions import PlaceMention, TimeMention
from dateline.merge.figures import OWN_HAND, is_round, is_vague
from dateline.merge.later_sums import without_later_sums
from dateline.merge.sums import without_sums
from dateline.merge.town_parts import part_towns
from dateline.records import FAMILY, FINE, ActorKind, DatePrecision, EventType, Family, PlacePrecision, When
from dateline.resolve.place_locators import is_locator
from dateline.resolve.place_making import ResolvedPlace
from dateline.resolve.times import ResolvedTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One frame and what its words mean in the world."""

    frame: Frame
    times: tuple[tuple[ResolvedTime, float], ...]  # best first, with the link's score
    places: tuple[tuple[ResolvedPlace, float], ...]  # best first, with the link's score
    town: int = 0  # number in the frame's list of towns, from 1; 0 where the frame is of one place
    sums: bool = False  # its figures, left out, were what those of several towns come to
    share: int = 0  # number, from 1, of the town whose share of such a sum it tells; 0 for others
    dated: tuple[tuple[ResolvedTime, float], ...] = ()  # times as if the article were dated; none where it is

    @property
    def unset(self) -> Clue:
        """The clue without the day and place of what only followed the act: an arrest, a release."""
        return replace(self, frame=replace(self.frame, times=()), times=(), places=())

    @property
    def is_history(self) -> bool:
        """Whether the likeliest time of the act is long past."""
        return self.time is not None and self.time.is_history

    @property
    def time(self) -> ResolvedTime | None:
        """The likeliest time of the act."""
        return self.times[0][0] if self.times else None

    @property
    def as_dated(self) -> Clue:
        """The clue with the times of its article read as if that were dated."""
        return replace(self, times=self.dated) if self.dated else self

    @property
    def place(self) -> ResolvedPlace | None:
        """The likeliest place finer than a country, else the country."""
        fine = [place for place, _ in self.places if place.place.precision is not PlacePrecision.COUNTRY]
        return fine[0] if fine else (self.places[0][0] if self.places else None)

    @property
    def tolls(self) -> dict[str, int]:
        """The figure stated for each status, parts left out, and who died by his own hand beside those he killed."""
        figures: dict[str, int] = {}
        stated = [harm for harm in self.frame.harms if harm.count is not None and not harm.part]
        others = {harm.status for harm in stated if not harm.rule.startswith(OWN_HAND)}
        for harm in stated:
            beside = harm.rule.startswith(OWN_HAND) and harm.status in others
            if harm.count is not None and harm.count.best is not None and not beside:
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

    @property
    def rounded(self) -> frozenset[str]:
        """The statuses whose figure, large enough to be rounded, stands for more: "more than 100", "about 30"."""
        return frozenset(
            harm.status
            for harm in self.frame.harms
            if harm.count is not None and is_round(harm.count) and not harm.part
        )


CARED = ("harm.bring_in.", "harm.treat.")  # rules of "was taken to hospital"
PRONOUN_DIES = "harm.die.pronoun"
MANY = 20  # people, the least that "dozens" or "scores" are read as
DAYS = frozenset({DatePrecision.DAY})
SPELLS = frozenset({DatePrecision.MONTH, DatePrecision.YEAR})
OWN_DAY = 0.6  # score of a day from which it is the act's own
OWN_SPELL = 0.8  # and of a month or year
PAST_LINK = 0.25  # links weaker than this belong to the saying, not to the act

LANDMARK = 0.5  # share of the link's score left to what only tells where another place lies

REPORT_LINK = 0.3  # links up to this are of a time that may be the saying's
BEHIND = 3  # sentences behind a report in which the act's own day may be told
BEFORE = 4  # tellings before one whose people it may divide by towns
EVE = timedelta(days=1)


def gather_clues(
    frames: Sequence[Frame],
    *,
    times: Mapping[TimeMention, ResolvedTime],
    places: Mapping[PlaceMention, ResolvedPlace],
    text: str,
    dated: Mapping[TimeMention, ResolvedTime] | None = None,
) -> tuple[Clue, ...]:
    """Return one clue for each frame of the `text`, in order; a list of towns that were each hit gives one for each.

    `dated` are the times read as if the article were dated, None where it is.
    """
    clues = [_gather(frame, times, places, text) for frame in frames]
    if dated:
        clues = [replace(clue, dated=_link_times(clue.frame, dated)) for clue in clues]
    clues = [_leave_report(clue, clues[number + 1 :]) for number, clue in enumerate(clues)]
    clues = [_leave_ending(clue, clues) for clue in clues]
    parts = [
        part
        for number, clue in enumerate(clues)
        for part in part_towns(clue, before=clues[max(number - BEFORE, 0) : number], text=text)
    ]
    return without_later_sums(without_sums(parts))


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


def _leave_ending(clue: Clue, clues: Sequence[Clue]) -> Clue:
    """Return the clue without the day on which a strike ended, where another sentence tells an earlier day of one."""
    family = FAMILY[clue.frame.type]
    if clue.time is None or family is not Family.UNREST or any(score > REPORT_LINK for _, score in clue.times):
        return clue
    own = (day.start for other in clues if FAMILY[other.frame.type] is family and (day := own_day(other)))
    return replace(clue, times=()) if any(day < clue.time.when.start for day in own) else clue


def _gather(
    frame: Frame,
    times: Mapping[TimeMention, ResolvedTime],
    places: Mapping[PlaceMention, ResolvedPlace],
    text: str,
) -> Clue:
    placed = [(places[link.mention], link.score) for link in frame.places if link.mention in places]
    placed = [(place, LANDMARK * score if _is_landmark(place, placed, text) else score) for place, score in placed]
    return Clue(
        frame=frame,
        times=_link_times(frame, times),
        places=tuple(sorted(((p, s) for p, s in placed if s > PAST_LINK), key=lambda pair: -pair[1])),
    )


def _link_times(frame: Frame, times: Mapping[TimeMention, ResolvedTime]) -> tuple[tuple[ResolvedTime, float], ...]:
    """Return the past times that the frame's words tie to its act, the closest first."""
    linked = [
        (times[link.mention], link.score)
        for link in frame.times
        if link.mention in times and not link.mention.rule.startswith(STAMP)
    ]
    past = [(time, score) for time, score in linked if score > PAST_LINK and not time.is_future]
    return tuple(sorted(past, key=lambda pair: -pair[1]))


def _is_landmark(place: ResolvedPlace, placed: Sequence[tuple[ResolvedPlace, float]], text: str) -> bool:
    """Whether the place only tells where one right before it lies: Baghdad in "in Baquba, 60 km north of Baghdad"."""
    return any(
        other.place.precision in FINE
        and other.mention.span.end < place.mention.span.start
        and is_locator(text, other.mention.span, place.mention.span)
        for other, _ in placed
    )


def own_day(clue: Clue) -> When | None:
    """Return the day that the words tell an act of, None for an arrest, which comes after it, and for longer times.

    None too where somebody died under care: "he was taken to hospital, and died on Wednesday".
    """
    if _tells_death_in_care(clue.frame):
        return None
    day = _own_time(clue, DAYS, least=OWN_DAY)
    if day is None and clue.times and clue.frame.type is not EventType.ARREST:
        # "Wednesday's shooting was the second this year".
        wide = clue.times[0][0].when
        fine = (time.when for time, score in clue.times[1:] if score >= OWN_DAY and time.when.precision in DAYS)
        day = next((when for when in fine if wide.start <= when.start <= wide.end), None)
    return day


def _tells_death_in_care(frame: Frame) -> bool:
    if is_later_death(frame):
        return True
    rules = [harm.rule for harm in frame.harms]
    dying = any(rule.startswith("harm.die.") for rule in rules) and any(rule.startswith(CARED) for rule in rules)
    return dying and all(rule.startswith(("harm.die.", *CARED)) for rule in rules)


def is_later_death(frame: Frame) -> bool:
    """Whether all that is told is that the one told of before died: "he was on life support. He died on Friday"."""
    rules = {harm.rule for harm in frame.harms}
    return rules == {PRONOUN_DIES} and all(trigger.weak for trigger in frame.triggers)


def name_harmed(group: Sequence[Clue]) -> frozenset[str]:
    """Return the names of those whom the tellings tell harmed, seized or held."""
    people = (harm.people for member in group for harm in member.frame.harms)
    return frozenset(who.name for who in people if who is not None and who.name)


def own_spell(clue: Clue) -> When | None:
    """Return the month or year that the words tell an act of, None for an arrest, and for other times."""
    return _own_time(clue, SPELLS, least=OWN_SPELL)


def _own_time(clue: Clue, precisions: frozenset[DatePrecision], *, least: float) -> When | None:
    if clue.frame.type is EventType.ARREST or not clue.times:
        return None
    time, score = clue.times[0]
    return time.when if score >= least and time.when.precision in precisions else None


def is_by_crowd(frame: Frame) -> bool:
    """Whether a crowd is told to do what crowds do, which needs no more beside it: "farmers blocked the road"."""
    crowd = any(stance.actor.kind is ActorKind.CROWD for stance in frame.stances)
    return crowd and FAMILY[frame.type] is Family.UNREST

"""Gives the happenings what stands in sentences that tell no act: who is responsible, that nobody was hurt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.mentions import HarmMention, StanceMention
from dateline.merge.clues import Clue, own_day
from dateline.merge.clustering import Happening
from dateline.merge.pointing import LOOKING_BACK, is_pointer, weigh_reference
from dateline.records import FAMILY, ActorKind, Stance
from dateline.relate.agents import AGENT
from dateline.relate.presence import MENTIONED, PRESENT
from dateline.spans import Span

# A frame that was dropped because of these is no statement about an act of this article.
OTHERWISE = frozenset((Reality.GENERAL, Reality.POSSIBLE))
DISAVOWED = "stance:disavow"  # "said they had nothing to do with it"
ABSENCE_REACH = 500  # code points behind an act, in which "nobody was hurt" speaks of it
LEAD = 2  # sentences of the body that may sum up what follows
BODIES = frozenset((ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.CRIMINAL))
NEAR = 400  # code points after an act in which "the attackers" are those of that act


def adopt_stances(
    happenings: Sequence[Happening], clues: Sequence[Clue], stances: Sequence[StanceMention], text: str
) -> tuple[Happening, ...]:
    """Return the happenings, the nearest earlier telling of one enriched by each statement of `text` that had no act.

    "Denied any involvement" speaks of what was told just before. A statement before all tellings is dropped, unless it
    is a claim or the like, which an article may open with: it goes to the first telling.
    """
    taken = {stance.span for happening in happenings for clue in happening.clues for stance in clue.frame.stances}
    taken |= {s.span for clue in clues if clue.frame.reality in OTHERWISE for s in _bound_stances(clue)}
    adopted: dict[tuple[int, int], list[StanceMention]] = {}
    tellings = {stance.span: clue for clue in clues for stance in clue.frame.stances}
    days = [_first_day(happening) for happening in happenings]
    for stance in stances:
        if stance.span in taken or stance.rule == MENTIONED:
            continue
        meant = _find_meant(tellings.get(stance.span), happenings)
        earlier = [
            (clue.frame.span, -index, number)
            for index, happening in enumerate(happenings)
            if index in meant
            for number, clue in enumerate(happening.clues)
            if clue.frame.span.start <= stance.span.start and not _tells_record(clue, stance)
        ]
        if not earlier and stance.rule in LOOKING_BACK:
            first = min(
                (
                    (clue.frame.span, index, number)
                    for index, happening in enumerate(happenings)
                    for number, clue in enumerate(happening.clues)
                ),
                default=None,
            )
            earlier = [(first[0], -first[1], first[2])] if first is not None else []
        earlier = [place for place in earlier if not _is_past(place, stance, days, text)] or earlier
        if earlier:
            nearest, index, number = max(earlier)
            if stance.rule in (PRESENT, AGENT) and stance.span.start - nearest.end > NEAR:
                continue
            if stance.rule == AGENT and not _is_only_doer(stance, happenings[-index]):
                continue
            adopted.setdefault((-index, number), []).append(stance)
    return _hand_out(share_summaries(happenings, clues), stances=adopted)


def _is_past(place: tuple[Span, int, int], stance: StanceMention, days: Sequence[date | None], text: str) -> bool:
    """Whether a paragraph before the statement's recalls the act, which was before that of the news.

    "On Monday a blast killed two", and in a paragraph of its own "The front denied any role": in Friday's blast.

    Args:
        place: the span of a telling, the number of its happening below 0, and its own number.
        stance: the statement.
        days: the first day of each happening.
        text: the article's.
    """
    nearest, index, _ = place
    if not index or stance.rule not in LOOKING_BACK or "\n" not in text[nearest.start : stance.span.start]:
        return False
    news, recalled = days[0], days[-index]
    return news is not None and recalled is not None and recalled < news


def _tells_record(clue: Clue, stance: StanceMention) -> bool:
    """Whether the telling only says what the one blamed did before: "suspect the front, which bombed a bank in May"."""
    inside = clue.frame.span.contains(stance.span)
    return inside and any(told.rule == AGENT and told.actor.span == stance.actor.span for told in clue.frame.stances)


def _first_day(happening: Happening) -> date | None:
    return min((day.end for day in map(own_day, happening.clues) if day is not None), default=None)


def _find_meant(telling: Clue | None, happenings: Sequence[Happening]) -> frozenset[int]:
    """Return the numbers of the happenings that the telling of a statement may mean: those it names best."""
    if telling is None or not is_pointer(telling):
        return frozenset(range(len(happenings)))
    scores = [weigh_reference(telling, happening) or 0 for happening in happenings]
    best = max(scores, default=0)
    return frozenset(index for index, score in enumerate(scores) if score == best)


def _is_only_doer(stance: StanceMention, happening: Happening) -> bool:
    """Whether somebody who does nothing else in the news did it, and nobody else: "it went off. Rebels planted it"."""
    if any(clue.frame.stances for clue in happening.clues):
        return False
    return stance.actor.kind in (ActorKind.ARMED_GROUP, ActorKind.CRIMINAL) or stance.stance != Stance.REPORTED


def _bound_stances(clue: Clue) -> Iterator[StanceMention]:
    """Yield what the clue says of its own act, not of one told before.

    "Blamed the front, which has raided markets before" blames it for what was told, and "the front, which is blamed for
    most attacks, denied it" denies that.
    """
    frame = clue.frame
    general = frame.reality is Reality.GENERAL
    brand = general and not any(trigger.noun for trigger in frame.triggers)
    for stance in frame.stances:
        before = all(stance.span.end <= trigger.span.start for trigger in frame.triggers)
        between = general and all(
            stance.actor.span.end <= trigger.span.start and trigger.span.end <= stance.span.start
            for trigger in frame.triggers
        )
        back = stance.rule in LOOKING_BACK
        if not ((brand and before and back) or (between and (back or stance.rule == DISAVOWED))):
            yield stance


def share_summaries(happenings: Sequence[Happening], clues: Sequence[Clue]) -> tuple[Happening, ...]:
    """Return the happenings, those told without a doer enriched by whom the lead names for all of them.

    "On Monday coalition forces conducted 12 strikes" tells no place and no harm, so it is no telling of its own; the
    list below it tells the strikes.
    """
    used = {(clue.frame.sentence, clue.frame.triggers) for happening in happenings for clue in happening.clues}
    body = sorted({clue.frame.sentence for clue in clues if clue.frame.block is not BlockKind.TITLE})
    shared: dict[tuple[int, int], list[StanceMention]] = {}
    for frame in (clue.frame for clue in clues):
        if (frame.sentence, frame.triggers) in used or frame.sentence not in body[:LEAD] or not frame.plural:
            continue
        told = [stance for stance in frame.stances if stance.rule == AGENT and stance.actor.kind in BODIES]
        if frame.reality is not Reality.TOLD or not told:
            continue
        for index, happening in enumerate(happenings):
            frames = [clue.frame for clue in happening.clues]
            later = all(other.span.start > frame.span.start for other in frames)
            alike = all(FAMILY[other.type] is FAMILY[frame.type] for other in frames)
            if later and alike and not any(other.stances for other in frames):
                shared.setdefault((index, 0), []).extend(told)
    return _hand_out(happenings, stances=shared)


def adopt_absences(happenings: Sequence[Happening], clues: Sequence[Clue]) -> tuple[Happening, ...]:
    """Return the happenings, the telling nearest before each "nobody was hurt" enriched by it.

    Its words tell no act of their own, and as a denial they are no telling.
    """
    used = {(clue.frame.sentence, clue.frame.triggers) for happening in happenings for clue in happening.clues}
    tellings = [
        (trigger.span.start, -index, number)
        for index, happening in enumerate(happenings)
        for number, clue in enumerate(happening.clues)
        for trigger in clue.frame.triggers
    ]
    adopted: dict[tuple[int, int], list[HarmMention]] = {}
    for clue in clues:
        if (clue.frame.sentence, clue.frame.triggers) in used:
            continue
        for harm in clue.frame.harms:
            if harm.part or harm.count is None or harm.count.best != 0:
                continue
            earlier = [telling for telling in tellings if 0 <= harm.span.start - telling[0] <= ABSENCE_REACH]
            if earlier:
                _, index, number = max(earlier)
                adopted.setdefault((-index, number), []).append(harm)
    return _hand_out(happenings, harms=adopted)


def _hand_out(
    happenings: Sequence[Happening],
    *,
    stances: Mapping[tuple[int, int], Sequence[StanceMention]] = MappingProxyType({}),
    harms: Mapping[tuple[int, int], Sequence[HarmMention]] = MappingProxyType({}),
) -> tuple[Happening, ...]:
    """Return the happenings, their tellings enriched; the keys are numbers of a happening and of a clue in it."""
    return tuple(
        Happening(
            tuple(
                _enrich(clue, stances.get((index, number), ()), harms.get((index, number), ()))
                for number, clue in enumerate(happening.clues)
            )
        )
        for index, happening in enumerate(happenings)
    )


def _enrich(clue: Clue, stances: Sequence[StanceMention], harms: Sequence[HarmMention]) -> Clue:
    if not stances and not harms:
        return clue
    frame = clue.frame
    return replace(clue, frame=replace(frame, stances=(*frame.stances, *stances), harms=(*frame.harms, *harms)))


def claim_leftovers(
    kept: Sequence[Sequence[Clue]], dropped: Sequence[Sequence[Clue]]
) -> tuple[tuple[StanceMention, ...], ...]:
    """Return, for each happening kept, the statements of responsibility out of those dropped that it takes over.

    A statement goes to the telling nearest before it. The sentence of a claim may look like an act of its own
    ("the group claimed the attack on Kirkuk"), too thin to be an incident; what it says is true of the one told.

    Args:
        kept: the tellings of each happening that made an incident.
        dropped: the tellings of those that made none.
    """
    taken: list[list[StanceMention]] = [[] for _ in kept]
    happenings = [Happening(tuple(clues)) for clues in kept]
    for clue in (clue for clues in dropped for clue in clues):
        frame = clue.frame
        if frame.reality in OTHERWISE or frame.past_perfect or frame.other or frame.recalls:
            continue
        meant = _find_meant(clue, happenings)
        tellings = [(c.frame.span.start, -number) for number in meant for c in kept[number]]
        for stance in frame.stances:
            back = stance.rule in LOOKING_BACK or (stance.rule == AGENT and frame.definite and not frame.harms)
            earlier = [telling for telling in tellings if telling[0] <= frame.span.start]
            if back and earlier:
                taken[-max(earlier)[1]].append(stance)
    return tuple(map(tuple, taken))

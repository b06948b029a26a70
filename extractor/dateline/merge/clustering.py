"""Gathers clues into happenings, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.merge.arms_told import brings_day_and_arms, is_other_device
from dateline.merge.asides import goes_back, is_aside, is_beside
from dateline.merge.cases import is_heard_here, names_charges
from dateline.merge.causes import is_of_cause
from dateline.merge.clues import Clue, is_by_crowd
from dateline.merge.going_on import adds_harmed, dates_act, dates_stoppage, died_then, finds_more_dead
from dateline.merge.group_retellings import IDENTIFIED
from dateline.merge.likeness import (
    AFAR,
    ALIKE,
    OTHER_PLACES,
    Standing,
    describe_founding,
    describe_join,
    is_of_other_scene,
    is_surely_elsewhere,
    relate_types,
)
from dateline.merge.other_dead import tell_others
from dateline.merge.other_times import (
    is_of_another_day,
    is_of_another_spell,
    is_of_another_time,
    opens_at_another_time,
)
from dateline.merge.sameness import PlaceRelation, relate_places, score_days, score_places, score_sameness
from dateline.merge.side_by_side import is_told_beside
from dateline.merge.strikes import is_beside_strike
from dateline.merge.things_hit import find_meant
from dateline.merge.victim_lists import lists_victims
from dateline.records import (
    FAMILY,
    EventType,
    Family,
    PlacePrecision,
    Stage,
)
from dateline.relate.scene_words import SCENE
from dateline.weights import LinearModel, load_model


@dataclass(frozen=True, slots=True)
class Happening:
    """The clues that tell of one happening, in order of text."""

    clues: tuple[Clue, ...]
    parts: int = 1  # how many gatherings of tellings it was joined of


def join_tellings(happenings: Sequence[Happening]) -> Happening:
    """Return one happening of the tellings of all; a single one as it is."""
    if len(happenings) == 1:
        return happenings[0]
    clues = (clue for happening in happenings for clue in happening.clues)
    return Happening(_in_order(clues), parts=sum(happening.parts for happening in happenings))


def regroup(happenings: Sequence[Happening], homes: Sequence[Sequence[Clue]]) -> tuple[Happening, ...]:
    """Return the happenings with the tellings that each is now to have; those that keep theirs as they are."""
    return tuple(
        happening if list(happening.clues) == clues else Happening(_in_order(clues), parts=happening.parts)
        for happening, clues in zip(happenings, homes, strict=True)
    )


def _in_order(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    return tuple(sorted(clues, key=lambda clue: clue.frame.triggers[0].span))


UNLIKE_CROWDS = frozenset({EventType.SEXUAL_VIOLENCE, EventType.KIDNAPPING, EventType.HIJACKING, EventType.EXECUTION})
GOING_ON = (lists_victims, dates_stoppage)  # of a sentence that tells of the act told last
NEVER = float("-inf")  # score of what is ruled out
NEW_SUBSTANCE = 0.6  # what a clue must bring to found a happening of its own
FIRST_MEMBERS, LAST_MEMBERS = 4, 8  # of a happening's clues, those a new clue is compared with
NEARBY = 4  # sentences behind a telling in which its scene may be told
# Happenings of a very long article that a clue is weighed against: time must not grow with the square of its length.
FIRST_GROUPS, LAST_GROUPS = 20, 60
CONTRADICTION = -1.8  # by hand: a day or place relation that scores lower caps the whole score


class Judge(Protocol):
    """Weighs what a clue may be; the highest score is taken."""

    @property
    def linger(self) -> float:
        """By how much founding may beat joining for a clue without substance to join yet."""

    def join(self, group: Sequence[Clue], clue: Clue, standing: Standing) -> float:
        """Return the score of `clue` as one more telling of the happening that `group` tells."""

    def found(self, clue: Clue, *, first: bool) -> float:
        """Return the score of `clue` as the first telling of a happening; `first`: none is told before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedJudge:
    """Scores by the weights of the model."""

    model: LinearModel
    linger: float = 0.0  # of 0 to 1.5 all as good out of fold

    def join(self, group: Sequence[Clue], clue: Clue, standing: Standing) -> float:
        """See `Judge`."""
        return self.model.score(describe_join(group, clue, standing))

    def found(self, clue: Clue, *, first: bool) -> float:
        """See `Judge`."""
        return self.model.score(describe_founding(clue, first=first))


@dataclass(frozen=True, slots=True, kw_only=True)
class HandJudge:
    """Scores by weights set by hand, pair by pair: the nearest telling counts."""

    least: float = 0.8  # score from which a clue joins
    linger: float = 0.8

    def join(self, group: Sequence[Clue], clue: Clue, standing: Standing) -> float:
        """See `Judge`; a day or place that no telling agrees with caps the score, however much speaks for it."""
        best = max(score_sameness(member, clue) for member in group)
        days = [score_days(member, clue) for member in group if member.time and clue.time]
        places = [score_places(member, clue) for member in group if member.place and clue.place]
        for relation in (days, places):
            if relation and max(relation) < CONTRADICTION:
                best = min(best, max(relation))
        return best

    def found(self, clue: Clue, *, first: bool) -> float:
        """See `Judge`."""
        return self.least


def load_judge() -> Judge:
    """Return the learned judge, the one by hand where its file is missing."""
    model = load_model("sameness")
    return HandJudge() if model is None else LearnedJudge(model=model)


def cluster_clues(clues: Sequence[Clue], judge: Judge | None = None, *, text: str = "") -> tuple[Happening, ...]:
    """Return the happenings told, in order of first mention.

    A clue joins the happening it fits best, or founds its own where that fits better and it brings substance
    (people harmed, a place, a target, a day); one that says too little to be an incident is dropped.
    """
    judge = judge or load_judge()
    groups: list[list[Clue]] = []
    current = aside = -1
    for clue in clues:
        names = _tells_names(clue)
        if not (names or is_usable(clue)) or _is_second_headline(clue, clues) or _is_told_below(clue, clues):
            continue
        if names or tells_scene(clue):
            # It founds nothing, and goes on with what was told last.
            if current >= 0 and clue.frame.sentence - groups[current][-1].frame.sentence <= NEARBY:
                groups[current].append(clue)
            continue
        if aside >= 0 and goes_back(groups[current], groups[aside][-1], clue, text) and may_join(groups[aside], clue):
            current, aside = aside, -1
            groups[current].append(clue)
            continue
        goes_on = current >= 0 and any(told(groups[current], clue) for told in GOING_ON)
        if goes_on and may_join(groups[current], clue):
            groups[current].append(clue)
            continue
        if current >= 0 and (
            is_heard_here(groups[current][-1], clue)
            or died_then(groups[current][-1], clue)
            or finds_more_dead(groups[current], clue)
        ):
            groups[current].append(clue)
            continue
        called = find_meant(groups, clue, text, current=current, may_join=may_join)
        if called < 0 and current >= 0 and adds_harmed(groups[current], clue) and may_join(groups[current], clue):
            called = current
        if called >= 0:
            groups[called].append(clue)
            continue
        listed = _find_listed_town(groups, clue)
        if listed >= 0:
            current = listed
            groups[current].append(clue)
            continue
        # Of equals the earlier one wins.
        best, index = max(
            weigh_groups(groups, clue, judge, current=current), key=lambda option: option[0], default=(NEVER, -1)
        )
        found = judge.found(clue, first=not groups)
        bare = weigh_substance(clue) < NEW_SUBSTANCE or (bool(groups) and names_charges(clue))
        if best >= (found - judge.linger if bare else found):
            if current >= 0 and is_beside(groups[current], clue, text):
                aside = index
            else:
                current = index
            groups[index].append(clue)
        elif bare and current >= 0 and dates_act(groups[current], clue) and may_join(groups[current], clue):
            groups[current].append(clue)
        elif not bare:
            # Behind an aside the text goes on with what it was of.
            if current >= 0 and is_beside(groups[current], clue, text):
                aside = len(groups)
            else:
                current = len(groups)
            groups.append([clue])
    return tuple(Happening(tuple(group)) for group in groups)


def _find_listed_town(groups: Sequence[Sequence[Clue]], clue: Clue) -> int:
    """Return the happening of a town of a list of which the clue tells whom it befell there, -1 without one.

    "Missiles struck Kharkiv, Odesa and Mykolaiv. In Odesa, two were killed."
    """
    if not clue.tolls or clue.town or clue.place is None:
        return -1
    for index, group in enumerate(groups):
        listed = group[0].town and not any(member.tolls for member in group) and may_join(group, clue)
        near = clue.frame.sentence - group[0].frame.sentence <= NEARBY
        if listed and near and any(relate_places(member, clue) is PlaceRelation.SAME for member in group):
            return index
    return -1


def tells_scene(clue: Clue) -> bool:
    """Whether the words tell only where and when it was: "officers were called to a flat at 9 p.m."."""
    return all(trigger.rule.startswith(SCENE) for trigger in clue.frame.triggers)


def _tells_names(clue: Clue) -> bool:
    """Whether the words only name people told harmed before: "They are Ana Ruiz, a nurse, and Ben Cole"."""
    told = (*clue.frame.harms, *clue.frame.triggers)
    return bool(clue.frame.harms) and all(item.rule.startswith(IDENTIFIED) for item in told)


def weigh_groups(
    groups: Sequence[Sequence[Clue]], clue: Clue, judge: Judge, *, current: int
) -> Iterator[tuple[float, int]]:
    """Yield for each happening told so far that `clue` may tell of its score in it, and the happening's number."""
    for index, group in enumerate(groups):
        if FIRST_GROUPS <= index < len(groups) - LAST_GROUPS and index != current:
            continue
        if may_join(group, clue):
            standing = Standing(current=index == current, first=index == 0, alone=len(groups) == 1)
            yield judge.join(nearest_members(group), clue, standing), index


def may_join(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether nothing rules out that `clue` tells of the happening too.

    The towns of one list are as many happenings, what a sentence tells as answering an act is another act, and so is
    what is told of a time long before or after.
    """
    if is_of_another_day(group, clue) or opens_at_another_time(group, clue):
        return False
    if _is_told_of_another_time([member.as_dated for member in group], clue.as_dated):
        return False
    if _is_of_another_crowd(group, clue) or is_of_other_scene(group, clue):
        return False
    if tell_others(group, [clue]) or is_of_cause(group, [clue]):
        return False
    if brings_day_and_arms(group, clue) or is_other_device(group, clue):
        return False
    if is_beside_strike(group, clue) or _is_bomb_beside_crowd(group, clue):
        return False
    return not any(
        member.frame.triggers == clue.frame.triggers
        or (member.frame.sentence == clue.frame.sentence and member.frame.earlier_matter != clue.frame.earlier_matter)
        or is_aside(member, clue)
        or is_told_beside(member, clue)
        for member in group
    )


def _is_told_of_another_time(group: Sequence[Clue], clue: Clue) -> bool:
    return is_of_another_time(group, clue) or is_of_another_spell(group, clue)


def _is_of_another_crowd(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether people protest in another town: the marches of one day are as many happenings."""
    if FAMILY[clue.frame.type] is not Family.UNREST or FAMILY[group[0].frame.type] is not Family.UNREST:
        return False
    return is_surely_elsewhere(group, clue, AFAR)


def _is_bomb_beside_crowd(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether a suicide bomber strikes where the group tells of a crowd and the police alone.

    Nor is what the group's march was about done by the marchers: "they marched after a nurse was raped".
    """
    if clue.frame.type in UNLIKE_CROWDS and all(FAMILY[member.frame.type] is Family.UNREST for member in group):
        return True
    if clue.frame.type is not EventType.SUICIDE_BOMBING:
        return False
    return all(FAMILY[member.frame.type] in (Family.UNREST, Family.SECURITY) for member in group)


def _is_second_headline(clue: Clue, clues: Sequence[Clue]) -> bool:
    """Whether a headline tells, behind its semicolon, what others did: "raid leaves nine dead; army jets strike back".

    The story tells it again, after what the first headline is of.
    """
    frame = clue.frame
    if frame.block is not BlockKind.TITLE or frame.type is EventType.ATTACK or frame.definite or not frame.stances:
        return False
    heads = [c.frame for c in clues if c.frame.block is BlockKind.TITLE and c.frame.sentence < frame.sentence]
    kinds = {FAMILY[head.type] for head in heads} | {Family.UNREST, Family.SECURITY}
    return (
        bool(heads)
        and FAMILY[frame.type] not in kinds
        and any(c.frame.block is not BlockKind.TITLE and c.frame.type is frame.type for c in clues)
    )


def _is_told_below(clue: Clue, clues: Sequence[Clue]) -> bool:
    """Whether a headline tells, behind what the story opens with, an act of another town that comes farther down.

    "Gunmen storm hotel in Jos; bomb kills three in Yola": the story tells with the same figures of Yola after Jos.
    """
    if clue.frame.block is not BlockKind.TITLE:
        return False
    figures = {status: figure for status, figure in clue.tolls.items() if figure}
    body = [other for other in clues if other.frame.block is BlockKind.BODY]
    if not body or relate_places(body[0], clue) not in OTHER_PLACES:
        return False
    kinds = ALIKE if figures else ("same",)
    return any(
        figures.items() <= other.tolls.items()
        and relate_places(other, clue) in (PlaceRelation.SAME, *(() if figures else (PlaceRelation.HELD,)))
        and relate_types(other.frame.type, clue.frame.type) in kinds
        for other in body
    )


def nearest_members(group: Sequence[Clue]) -> Sequence[Clue]:
    """Return the first and the last members of a long group: the others repeat them."""
    if len(group) <= FIRST_MEMBERS + LAST_MEMBERS:
        return group
    return (*group[:FIRST_MEMBERS], *group[-LAST_MEMBERS:])


def is_usable(clue: Clue) -> bool:
    """Whether the words may tell an act at all, rather than a habit, a denial or a figure of speech."""
    return clue.frame.reality not in (Reality.FIGURATIVE, Reality.DENIED, Reality.GENERAL)


def weigh_substance(clue: Clue) -> float:
    """Return how much a clue tells by itself, so that weak words alone found nothing."""
    frame = clue.frame
    told = frame.reality is Reality.TOLD
    substance = 0.5 if frame.specific else 0.0
    if any(harm.count is None or harm.count.best != 0 for harm in frame.harms):
        substance += 1.0
    if clue.place and clue.place.place.precision is not PlacePrecision.COUNTRY:
        substance += 0.5
    elif clue.place:
        substance += 0.2
    if clue.time:
        substance += 0.4
    if frame.targets or frame.weapons:
        substance += 0.4
    threat = told and frame.stage is Stage.THREATENED and not all(trigger.noun for trigger in frame.triggers)
    if threat and not frame.specific:
        substance += 0.5  # "threatened to kill the mayor"
    if frame.targets and frame.stage is Stage.FOILED:
        substance += 0.4  # "police had foiled a plot to bomb a church"
    if frame.stances:
        substance += 0.3
    if frame.fronted:
        substance += 0.2
    if frame.block is BlockKind.TITLE:
        substance += 0.3
    backed = threat or frame.harms or frame.weapons or frame.targets or is_by_crowd(frame)
    if all(trigger.weak for trigger in frame.triggers) and not backed:
        substance -= 1.0
    if frame.definite and frame.type not in (EventType.PROTEST, EventType.STRIKE):
        substance -= 0.3
    if frame.block is BlockKind.CAPTION:
        substance -= 1.0
    if frame.earlier_matter and frame.plural and not (frame.harms or frame.targets or (clue.time and clue.place)):
        substance -= 0.5  # "in revenge for air strikes in Iraq", "the worst unrest since the Easter bombings"
    return substance if told else substance - 0.8

"""Gathers clues into happenings, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.merge.clues import Clue
from dateline.merge.likeness import describe_pair
from dateline.merge.sameness import VIOLENT, score_days, score_places, score_sameness
from dateline.records import FAMILY, EventType, PlacePrecision
from dateline.weights import LinearModel, load_model


@dataclass(frozen=True, slots=True)
class Happening:
    """The clues that tell of one happening, in order of text."""

    clues: tuple[Clue, ...]


NEW_SUBSTANCE = 0.6  # what a clue must bring to found a happening of its own
FIRST_MEMBERS, LAST_MEMBERS = 3, 9  # of a happening's clues, those a new clue is compared with
POINTING_REACH = 1  # sentences back that "the attack" points
CONTRADICTION = -1.8  # a day or place relation that scores lower caps the whole score


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Scores how well two clues go together, and from which score on a clue joins a happening."""

    model: LinearModel | None  # None: the weights set by hand
    join: float  # score from which a clue joins a happening
    linger: float  # score from which one without substance still does

    def score(self, earlier: Clue, later: Clue) -> float:
        """Return the score of two clues, higher the surer they tell one happening."""
        if self.model is None:
            return score_sameness(earlier, later)
        features = describe_pair(earlier, later)
        return self.model.bias + sum(part for _, part in self.model.parts(features))


HAND = Judge(model=None, join=0.8, linger=0.0)


def load_judge() -> Judge:
    """Return the learned judge, the one by hand where its file is missing."""
    model = load_model("sameness")
    return HAND if model is None else Judge(model=model, join=0.9, linger=-1.0)


def cluster_clues(clues: Sequence[Clue], judge: Judge | None = None) -> tuple[Happening, ...]:
    """Return the happenings told, in order of first mention.

    A clue joins the happening it fits best. One that fits none founds its own if it brings substance (people
    harmed, a place, a target, a day); otherwise it is dropped: it says too little to be an incident.
    """
    judge = judge or load_judge()
    groups: list[list[Clue]] = []
    for clue in clues:
        if not is_usable(clue):
            continue
        scored = [(score_group(group, clue, judge), -index) for index, group in enumerate(groups)]
        best, index = max(scored, default=(float("-inf"), 0))
        if groups and _points_at(clue, groups):
            home = max(range(len(groups)), key=lambda number: groups[number][-1].frame.span.start)
            groups[home].append(clue)
        elif best >= judge.join:
            groups[-index].append(clue)
        elif _substance(clue) >= NEW_SUBSTANCE:
            groups.append([clue])
        elif groups and best >= judge.linger:
            groups[-index].append(clue)
    return tuple(Happening(tuple(group)) for group in groups)


def _points_at(clue: Clue, groups: Sequence[Sequence[Clue]]) -> bool:
    """Whether the clue's words only point at the act told right before: "three died in the attack"."""
    frame = clue.frame
    last = max((group[-1] for group in groups), key=lambda member: member.frame.span.start)
    near = 0 < frame.sentence - last.frame.sentence <= POINTING_REACH
    if not frame.pointing or not near or frame.other or frame.earlier_matter or frame.turns or frame.recalls:
        return False
    if frame.past_perfect or frame.block is not last.frame.block or frame.reality is not Reality.TOLD:
        return False
    violent = {FAMILY[frame.type], FAMILY[last.frame.type]} <= VIOLENT
    same = FAMILY[frame.type] is FAMILY[last.frame.type]
    general = EventType.ATTACK in (frame.type, last.frame.type) and violent
    if not (same or general):
        return False
    return score_days(last, clue) > CONTRADICTION and score_places(last, clue) > CONTRADICTION


def _answers(one: Clue, two: Clue) -> bool:
    """Whether one sentence tells one of the acts as what the other answers or comes after."""
    return one.frame.sentence == two.frame.sentence and one.frame.earlier_matter != two.frame.earlier_matter


def is_usable(clue: Clue) -> bool:
    """Whether the words may tell an act at all, rather than a habit, a denial or a figure of speech."""
    return clue.frame.reality not in (Reality.FIGURATIVE, Reality.DENIED, Reality.GENERAL)


def score_group(group: Sequence[Clue], clue: Clue, judge: Judge) -> float:
    """Return how well `clue` fits the happening that `group` tells.

    By hand the nearest telling counts, by the learned judge the mean of all; in both, a day or place that no
    telling agrees with caps the score, however much else speaks for it. Towns of one list are two happenings.
    """
    if any(member.frame is clue.frame or _answers(member, clue) for member in group):
        return float("-inf")
    if len(group) > FIRST_MEMBERS + LAST_MEMBERS:
        group = (*group[:FIRST_MEMBERS], *group[-LAST_MEMBERS:])
    scores = [judge.score(member, clue) for member in group]
    best = max(scores) if judge.model is None else sum(scores) / len(scores)
    days = [score_days(member, clue) for member in group if member.time and clue.time]
    places = [score_places(member, clue) for member in group if member.place and clue.place]
    for relation in (days, places):
        if relation and max(relation) < CONTRADICTION:
            best = min(best, max(relation))
    return best


def _substance(clue: Clue) -> float:
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
    if frame.stances:
        substance += 0.3
    if frame.block is BlockKind.TITLE:
        substance += 0.3
    if all(trigger.weak for trigger in frame.triggers) and not (frame.harms or frame.weapons or frame.targets):
        substance -= 1.0
    if frame.definite and frame.type is not EventType.PROTEST:
        substance -= 0.3
    if frame.block is BlockKind.CAPTION:
        substance -= 1.0
    return substance if told else substance - 0.8

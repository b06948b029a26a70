"""Gathers clues into happenings, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.merge.clues import Clue
from dateline.merge.sameness import WEIGHTS, score_days, score_places, score_sameness
from dateline.records import EventType, PlacePrecision


@dataclass(frozen=True, slots=True)
class Happening:
    """The clues that tell of one happening, in order of text."""

    clues: tuple[Clue, ...]


JOIN = 0.8  # score from which a clue joins a happening
NEW_SUBSTANCE = 1.0  # what a clue must bring to found a happening of its own


def cluster_clues(clues: Sequence[Clue]) -> tuple[Happening, ...]:
    """Return the happenings told, in order of first mention.

    A clue joins the happening it fits best. One that fits none founds its own if it brings substance (people
    harmed, a place, a target, a day); otherwise it is dropped: it says too little to be an incident.
    """
    groups: list[list[Clue]] = []
    for clue in clues:
        if clue.frame.reality in (Reality.FIGURATIVE, Reality.DENIED, Reality.GENERAL):
            continue
        scored = [(score_group(group, clue), -index) for index, group in enumerate(groups)]
        best, index = max(scored, default=(float("-inf"), 0))
        if best >= JOIN:
            groups[-index].append(clue)
        elif _substance(clue) >= NEW_SUBSTANCE:
            groups.append([clue])
        elif groups and best >= 0:
            groups[-index].append(clue)
    return tuple(Happening(tuple(group)) for group in groups)


def score_group(group: Sequence[Clue], clue: Clue) -> float:
    """Return how well `clue` fits the happening that `group` tells.

    The nearest telling counts most, but a day or place that any telling gave must not be contradicted.
    """
    best = max(score_sameness(member, clue) for member in group)
    days = [score_days(member, clue, WEIGHTS) for member in group if member.time]
    places = [score_places(member, clue) for member in group if member.place]
    if days and max(days) < 0:
        best = min(best, max(days))
    if places and max(places) < 0:
        best = min(best, max(places))
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

"""Describes a pair of tellings by readable features, for the learned same-or-not judgement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.gazetteer.names import name_key
from dateline.merge.sameness import VIOLENT, relate_days, relate_places
from dateline.records import FAMILY, EventType, Family, PlacePrecision, VictimStatus

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.merge.clues import Clue

SMALL_TOLL = 2  # figures up to this agree by chance
FAR = 4  # sentences apart from here on tell nothing new
COUNTED = frozenset({VictimStatus.KILLED, VictimStatus.INJURED, VictimStatus.ARRESTED, VictimStatus.KIDNAPPED})


def describe_pair(earlier: Clue, later: Clue) -> dict[str, float]:
    """Return the features of two tellings, `earlier` first in the text."""
    first, second = earlier.frame, later.frame
    features = {
        f"type {_relate_types(first, second)}": 1.0,
        f"day {relate_days(earlier, later)}": 1.0,
        f"place {relate_places(earlier, later)}": 1.0,
        "same word": float(bool(_words(first) & _words(second))),
        "later definite": float(second.definite),
        "later definite, same type": float(second.definite and first.type is second.type),
        "later plural": float(second.plural),
        "later set apart": float(second.other),
        "earlier set apart": float(first.other),
        "turn": float(second.turns),
        "look back": float(second.recalls != first.recalls),
        "past perfect": float(second.past_perfect != first.past_perfect),
        "headline": float(first.block is BlockKind.TITLE),
        "headline, lead": float(first.block is BlockKind.TITLE and later.frame.paragraph == 1),
        "caption": float(BlockKind.CAPTION in (first.block, second.block)),
        "not told": float(second.reality is not Reality.TOLD),
        "later weak": float(all(trigger.weak for trigger in second.triggers)),
        "later bare": float(_is_bare(later)),
        "earlier bare": float(_is_bare(earlier)),
        "stage differs": float(first.stage is not second.stage),
    }
    features.update(_describe_distance(first, second))
    features.update(_describe_tolls(earlier, later))
    features.update(_describe_names(first, second))
    features.update(_describe_places(earlier, later))
    return {name: value for name, value in features.items() if value}


def _relate_types(first: Frame, second: Frame) -> str:
    left, right = first.type, second.type
    if left is right:
        return "same" if first.specific and second.specific else "same, general"
    if EventType.ARREST in (left, right):
        return "arrest"
    families = {FAMILY[left], FAMILY[right]}
    if len(families) == 1:
        return "family"
    if EventType.ATTACK in (left, right) and families <= VIOLENT | {Family.SEIZURE}:
        return "attack"
    if Family.UNREST in families:
        return "unrest"
    return "violent" if families <= VIOLENT else "clash"


def _words(frame: Frame) -> set[str]:
    return {trigger.rule for trigger in frame.triggers if trigger.specific}


def _is_bare(clue: Clue) -> bool:
    """Whether the telling names neither day nor place nor people."""
    return clue.time is None and clue.place is None and not clue.frame.harms


def _describe_distance(first: Frame, second: Frame) -> dict[str, float]:
    gap = second.sentence - first.sentence
    return {
        "same sentence": float(gap == 0),
        "next sentence": float(gap == 1),
        "distance": min(gap, FAR) / FAR,
        "same paragraph": float(first.paragraph == second.paragraph),
        "next paragraph": float(second.paragraph - first.paragraph == 1),
    }


def _describe_tolls(earlier: Clue, later: Clue) -> dict[str, float]:
    features: dict[str, float] = {}
    mine, theirs = earlier.tolls, later.tolls
    for status in mine.keys() & theirs.keys():
        kind = status if status in COUNTED else "other"
        if mine[status] == theirs[status]:
            relation = "equal" if mine[status] > SMALL_TOLL else "equal, small"
        else:
            relation = "rising" if theirs[status] > mine[status] else "falling"
        features[f"{kind} {relation}"] = 1.0
        features[f"toll {relation}"] = 1.0
    if mine and theirs and not mine.keys() & theirs.keys():
        features["tolls of other kinds"] = 1.0
    return features


def _describe_names(first: Frame, second: Frame) -> dict[str, float]:
    features: dict[str, float] = {}
    features.update(_compare("actor", _actors(first, named=True), _actors(second, named=True)))
    features.update(_compare("unnamed actor", _actors(first, named=False), _actors(second, named=False)))
    features.update(_compare("target", _targets(first), _targets(second)))
    features.update(
        _compare("weapon", (str(w.category) for w in first.weapons), (str(w.category) for w in second.weapons))
    )
    features.update(_compare("victim name", _victims(first), _victims(second)))
    features.update(_compare("victim kind", _categories(first), _categories(second)))
    return features


def _compare(name: str, left: Iterable[str], right: Iterable[str]) -> dict[str, float]:
    """Say whether two sets of names share one, or, both being there, share none."""
    first, second = set(left), set(right)
    if not first or not second:
        return {}
    return {f"{name} shared": 1.0} if first & second else {f"{name} differs": 1.0}


def _actors(frame: Frame, *, named: bool) -> Iterable[str]:
    return (stance.actor.actor.lower() for stance in frame.stances if stance.actor.named is named)


def _targets(frame: Frame) -> Iterable[str]:
    return (str(link.mention.category) for link in frame.targets)


def _victims(frame: Frame) -> Iterable[str]:
    """Return the last words of the victims' names: news shortens a name to its last word."""
    names = (harm.people.name for harm in frame.harms if harm.people is not None and harm.people.name)
    return (name.lower().split()[-1] for name in names if name.split())


def _categories(frame: Frame) -> Iterable[str]:
    return (str(harm.people.category) for harm in frame.harms if harm.people is not None)


def _describe_places(earlier: Clue, later: Clue) -> dict[str, float]:
    """Compare all places, not only the best, and sites within one town."""
    mine = {name_key(place.mention.name) for place, _ in earlier.places}
    theirs = {name_key(place.mention.name) for place, _ in later.places}
    features = {"a place shared": float(bool(mine & theirs))}
    features["later new place"] = float(bool(theirs) and earlier.place is None)
    features["later new day"] = float(later.time is not None and earlier.time is None)
    here, there = earlier.place, later.place
    if here is not None and there is not None and here.site and there.site:
        same = name_key(here.site) == name_key(there.site)
        features["site shared" if same else "site differs"] = 1.0
    fine = (PlacePrecision.SITE, PlacePrecision.LOCALITY, PlacePrecision.NEAR)
    features["both towns"] = float(
        here is not None and there is not None and here.place.precision in fine and there.place.precision in fine
    )
    return features

"""Describes two drafts of an article by how they stand to each other: what the judge of drafts looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.gazetteer.names import name_key
from dateline.merge.likeness import (
    SMALL_TOLL,
    compare_names,
    opens_elsewhere,
    relate_types,
)
from dateline.merge.retelling import relate_dates
from dateline.records import PlacePrecision

if TYPE_CHECKING:
    from dateline.merge.clues import Clue
    from dateline.merge.fills import Fill
    from dateline.merge.incidents import Incident
    from dateline.records import Place

    Told = tuple[Incident, tuple[Clue, ...]]

FAR = 3  # paragraphs apart from here on tell nothing new
MANY = 4  # drafts of an article, clues of a draft: more tell nothing new
TOLLS = ("killed", "injured", "arrested", "kidnapped")


def describe_pair(earlier: Told, later: Told, *, drafts: int) -> dict[str, float]:
    """Return the features of two drafts of an article that has so many of them."""
    (first, mine), (second, theirs) = earlier, later
    own_day, own_place = any(clue.time for clue in theirs), any(clue.place for clue in theirs)
    day = relate_dates(first.date, second.date)
    place = _relate_places(first.place, second.place)
    features = {
        f"day {day}, {'own' if own_day else 'lent'}": 1.0,
        f"place {place}, {'own' if own_place else 'lent'}": 1.0,
        f"day {day}, place {place}": 1.0,
        f"drafts {min(drafts, MANY)}": 1.0,
        f"clues {min(len(theirs), MANY)}": 1.0,
        f"clues before {min(len(mine), MANY)}": 1.0,
    }
    frames, others = [clue.frame for clue in mine], [clue.frame for clue in theirs]
    kind = relate_types(first.type.value, second.type.value)
    features[f"type {kind}"] = 1.0
    start = others[0]
    nearest = min(frames, key=lambda frame: abs(frame.sentence - start.sentence))
    gap = abs(start.paragraph - nearest.paragraph)
    features |= {
        f"gap {min(gap, FAR)}": 1.0,
        "same sentence": float(start.sentence == nearest.sentence),
        "inside": float(frames[-1].sentence > others[0].sentence),
        "headline": float(frames[0].block is BlockKind.TITLE),
        "headline alone": float(all(frame.block is BlockKind.TITLE for frame in frames)),
        "set apart": float(start.other),
        "any set apart": float(any(frame.other for frame in others)),
        "turn": float(start.turns),
        "definite": float(start.definite),
        "pointing": float(start.pointing),
        "opens with a place": float(any(frame.fronted for frame in others)),
        "opens with another place": float(any(opens_elsewhere(frames, frame) for frame in others)),
        "look back": float(start.recalls != frames[0].recalls),
        "past perfect": float(start.past_perfect != frames[0].past_perfect),
        "earlier matter": float(start.earlier_matter != frames[0].earlier_matter),
        "plural": float(all(frame.plural for frame in others)),
        "plural before": float(all(frame.plural for frame in frames)),
        "not told": float(all(frame.reality is not Reality.TOLD for frame in others)),
        "weak": float(all(trigger.weak for frame in others for trigger in frame.triggers)),
        "caption": float(all(frame.block is BlockKind.CAPTION for frame in others)),
        "stage differs": float(first.stage.value is not second.stage.value),
        "no people": float(not second.toll.victims),
        "no people before": float(not first.toll.victims),
    }
    features |= _relate_tolls(first, second)
    features |= _relate_names(first, second)
    return {name: value for name, value in features.items() if value}


def _relate_places(first: Fill[Place] | None, second: Fill[Place] | None) -> str:
    if first is None or second is None:
        return "unknown"
    mine, theirs = first.value, second.value
    if mine.country and theirs.country and mine.country != theirs.country:
        return "abroad"
    if PlacePrecision.COUNTRY in (mine.precision, theirs.precision):
        return "country"
    if mine.locality and theirs.locality:
        if name_key(mine.locality) != name_key(theirs.locality):
            return "apart"
        if mine.site and theirs.site:
            return "same site" if name_key(mine.site) == name_key(theirs.site) else "other site"
        return "same"
    if mine.admin1 and theirs.admin1:
        return "region" if name_key(mine.admin1) == name_key(theirs.admin1) else "apart"
    return "open"


def _relate_tolls(first: Incident, second: Incident) -> dict[str, float]:
    features: dict[str, float] = {}
    for kind in TOLLS:
        mine, theirs = getattr(first.toll.casualties, kind), getattr(second.toll.casualties, kind)
        if mine is None and theirs is None:
            continue
        if mine is None or theirs is None:
            relation = "first only" if theirs is None else "second only"
        elif mine.best == theirs.best:
            relation = "equal" if (mine.best or 0) > SMALL_TOLL else "equal, small"
        else:
            relation = "rising" if (theirs.best or 0) > (mine.best or 0) else "falling"
        features[f"{kind} {relation}"] = 1.0
    return features


def _relate_names(first: Incident, second: Incident) -> dict[str, float]:
    features: dict[str, float] = {}
    for name, mine, theirs in (
        ("victim name", surnames_of(first), surnames_of(second)),
        ("victim kind", _categories(first), _categories(second)),
        ("actor", _actors(first), _actors(second)),
        ("weapon", _weapons(first), _weapons(second)),
        ("target", targets_of(first), targets_of(second)),
    ):
        features |= compare_names(name, mine, theirs)
        if theirs and not mine:
            features[f"new {name}"] = 1.0
    return features


def surnames_of(incident: Incident) -> set[str]:
    """Return the last names of the victims, in small letters."""
    names = (fill.value.name for fill in incident.toll.victims)
    return {name.lower().split()[-1] for name in names if name and name.split()}


def _categories(incident: Incident) -> set[str]:
    return {f"{fill.value.category} {fill.value.status}" for fill in incident.toll.victims}


def _actors(incident: Incident) -> set[str]:
    return {fill.value.actor.lower() for fill in incident.attributions}


def _weapons(incident: Incident) -> set[str]:
    return {str(fill.value.category) for fill in incident.weapons}


def targets_of(incident: Incident) -> set[str]:
    """Return the kinds of the things hit."""
    return {str(fill.value.category) for fill in incident.targets}

"""Describes by readable features how a telling goes with a happening told so far, or founds one of its own."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.gazetteer.names import name_key
from dateline.merge.casualties import is_far
from dateline.merge.figures import stands_for
from dateline.merge.sameness import VIOLENT, DayRelation, PlaceRelation, relate_days, relate_places
from dateline.records import (
    FAMILY,
    FINE,
    PHYSICAL,
    EventType,
    Family,
    PlacePrecision,
    Stance,
    VictimStatus,
    days_between,
)

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.merge.clues import Clue
    from dateline.records import When

SMALL_TOLL = 2  # figures up to this agree by chance
FAR = 3  # sentences apart from here on tell nothing new
COUNTED = frozenset({VictimStatus.KILLED, VictimStatus.INJURED, VictimStatus.ARRESTED, VictimStatus.KIDNAPPED})
SURE = 0.5  # score of a place or time from which the words tie it to the act

# From the relation that speaks most for one happening to the one that speaks most against it.
TYPE_RANKING = ("same", "same, general", "family", "attack", "arrest", "unrest", "violent", "clash")
ALIKE = ("same", "family", "attack")  # as which one act may be told
DAY_RANKING = (
    DayRelation.SAME,
    DayRelation.TOUCHING,
    DayRelation.SAME_SPELL,
    DayRelation.NEXT,
    DayRelation.APART,
    DayRelation.UNKNOWN,
)
PLACE_RANKING = (
    PlaceRelation.SAME,
    PlaceRelation.HELD,
    PlaceRelation.NEAR,
    PlaceRelation.OPEN,
    PlaceRelation.NAMES,
    PlaceRelation.APART,
    PlaceRelation.ABROAD,
    PlaceRelation.UNKNOWN,
)
OTHER_PLACES = frozenset({PlaceRelation.NAMES, PlaceRelation.APART, PlaceRelation.ABROAD})
AFAR = OTHER_PLACES - {PlaceRelation.NAMES}  # too far from each other for one scene, on the map
OTHER_DAYS = frozenset({DayRelation.NEXT, DayRelation.APART})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a happening stands when a clue is weighed."""

    current: bool  # the clue before told of it
    first: bool  # it is the first that the article tells
    alone: bool  # the article has told no other


def describe_join(group: Sequence[Clue], clue: Clue, standing: Standing) -> dict[str, float]:
    """Return the features of `clue` as one more telling of the happening that `group` tells."""
    frame, last = clue.frame, group[-1].frame
    kind = min((_relate_frames(member.frame, frame) for member in group), key=TYPE_RANKING.index)
    day = min((relate_days(member, clue) for member in _dated_alike(group, clue)), key=DAY_RANKING.index)
    place = min((relate_places(member, clue) for member in group), key=PLACE_RANKING.index)
    gap = min(abs(frame.sentence - last.sentence), FAR)
    moved = frame.paragraph != last.paragraph
    title = last.block is BlockKind.TITLE
    features = {
        f"type {kind}": 1.0,
        f"day {day}": 1.0,
        f"place {place}": 1.0,
        f"gap {gap}": 1.0,
        "same paragraph": float(not moved),
        "next paragraph": float(frame.paragraph - last.paragraph == 1),
        "current": float(standing.current),
        "current, same paragraph": float(standing.current and not moved),
        "first": float(standing.first),
        "alone": float(standing.alone),
        "left before": float(not standing.current),
        "same word": float(bool(_words([frame]) & _words(member.frame for member in group))),
        "definite": float(frame.definite),
        "definite, same type": float(frame.definite and kind in ("same", "same, general")),
        "definite, left before": float(frame.definite and not standing.current),
        "pointing": float(frame.pointing),
        "pointing, current": float(frame.pointing and standing.current),
        "pointing, left before": float(frame.pointing and not standing.current),
        "plural": float(frame.plural),
        "group plural": float(all(member.frame.plural for member in group)),
        "set apart": float(frame.other),
        "group set apart": float(group[0].frame.other),
        "turn": float(frame.turns),
        "turn, current": float(frame.turns and standing.current),
        "look back": float(frame.recalls != group[0].frame.recalls),
        "past perfect": float(frame.past_perfect != group[0].frame.past_perfect),
        "after headline": float(title),
        "lead after headline": float(title and frame.paragraph == 1),
        "caption": float(BlockKind.CAPTION in (frame.block, last.block)),
        "not told": float(frame.reality is not Reality.TOLD),
        "weak": float(all(trigger.weak for trigger in frame.triggers)),
        "group weak": float(all(trigger.weak for member in group for trigger in member.frame.triggers)),
        "stage differs": float(all(member.frame.stage is not frame.stage for member in group)),
        "other place, new paragraph": float(moved and place in OTHER_PLACES),
        "other place, same paragraph": float(not moved and place in OTHER_PLACES),
        "other day, new paragraph": float(moved and day in OTHER_DAYS),
        "one member": float(len(group) == 1),
    }
    features.update(_describe_front([member.frame for member in group], frame, moved=moved))
    if is_surely_elsewhere(group, clue, OTHER_PLACES):
        features["surely elsewhere"] = 1.0
    bare = is_bare(clue)
    features["bare"] = float(bare)
    features["bare, current"] = float(bare and standing.current)
    features["bare, same paragraph"] = float(bare and standing.current and not moved)
    features["bare, left before"] = float(bare and not standing.current)
    features.update(_describe_tolls(group, clue, moved=moved))
    features.update(_describe_names([member.frame for member in group], frame))
    features.update(_describe_places(group, clue))
    return {name: value for name, value in features.items() if value}


def _dated_alike(group: Sequence[Clue], clue: Clue) -> Sequence[Clue]:
    """Return the tellings whose days say something of that of `clue`, which an arrest's does not of an act pointed at.

    "He was held on Wednesday for killing his wife. The incident took place on Monday."
    """
    if clue.frame.type is EventType.ARREST or not clue.frame.definite or clue.frame.harms:
        return group
    acts = [member for member in group if member.frame.type is not EventType.ARREST]
    return acts if any(harm.status in PHYSICAL for member in acts for harm in member.frame.harms) else group


def opens_elsewhere(group: Sequence[Frame], frame: Frame) -> bool:
    """Whether the sentence opens with a place, and with none that the tellings of the group name."""
    known = {name_key(link.mention.name) for member in group for link in member.places}
    return bool(frame.fronted) and known.isdisjoint(map(name_key, frame.fronted))


def _describe_front(group: Sequence[Frame], frame: Frame, *, moved: bool) -> dict[str, float]:
    """Say whether the sentence opens with a place that the happening's tellings name, or with another."""
    if not frame.fronted:
        return {}
    if not opens_elsewhere(group, frame):
        return {"opens with its place": 1.0}
    features = {"opens with another place": 1.0, "opens with another place, new paragraph": float(moved)}
    if any(member.fronted for member in group):
        features["each opens with a place"] = 1.0
    return features


def is_surely_elsewhere(group: Sequence[Clue], clue: Clue, relations: Container[PlaceRelation]) -> bool:
    """Whether its own words set the telling in one of these relations to each place that the group's words name.

    A headline's country holds them all, and tells nothing beside a town or region of the group's own.
    """
    mine = [sure for sure in map(_sure, group) if sure.places]
    mine = [sure for sure in mine if not _is_headline_of_country(sure)] or mine
    theirs = _sure(clue)
    return bool(mine and theirs.places) and all(relate_places(one, theirs) in relations for one in mine)


def _is_headline_of_country(clue: Clue) -> bool:
    country = clue.place is not None and clue.place.place.precision is PlacePrecision.COUNTRY
    return country and clue.frame.block is BlockKind.TITLE


def is_of_other_scene(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the telling is under a scene that the text opened elsewhere, which none of the group is under.

    Unrest of several nights is told night by night: "On Monday night, the city was calmer. Eight were arrested."
    """
    opened = clue.frame.opened
    if opened < 0 or any(member.frame.opened == opened for member in group):
        return False
    if clue.frame.definite or clue.frame.pointing or any(s.stance == Stance.CLAIMED for s in clue.frame.stances):
        return False  # "In Beirut an unknown front said that it had planted the bomb"
    if is_surely_elsewhere(group, clue, OTHER_PLACES):
        return True
    nightly = FAMILY[group[0].frame.type] is Family.UNREST or any(
        FAMILY[member.frame.type] is Family.PROPERTY and _is_dated_by_scene(member) for member in group
    )
    if not nightly or not _is_dated_by_scene(clue):
        return False
    when = clue.times[0][0].when
    mine = sure_times(group)
    return bool(mine) and all(days_between(when, other) >= 1 for other in mine)


def name_sites(group: Sequence[Clue], kinds: Container[PlacePrecision]) -> frozenset[str]:
    """Return the names of the streets, quarters and houses, as fine as `kinds` say, that words surely set acts in."""
    places = (place for clue in group for place, score in clue.places if score >= SURE)
    return frozenset(place.mention.name for place in places if place.place.precision in kinds)


def sure_times(group: Sequence[Clue]) -> list[When]:
    """Return the times that the words surely tell the acts of, the best of each telling."""
    return [time.when for member in group for time, score in member.times[:1] if score >= SURE]


def times_of_single(group: Sequence[Clue]) -> list[When]:
    """Return the sure times without those of several acts in sum, where single acts have any.

    "Four shootings over the weekend", of which the first was on Saturday night: what was on Sunday is another.
    """
    single = [member for member in group if not (member.frame.plural or member.frame.several)]
    return sure_times(single) or sure_times(group)


def _is_dated_by_scene(clue: Clue) -> bool:
    """Whether the day is that of the scene that it is under, told before it."""
    return bool(clue.times) and clue.times[0][0].mention.span.start < clue.frame.span.start


def _sure(clue: Clue) -> Clue:
    return replace(clue, places=tuple((place, score) for place, score in clue.places if score >= SURE))


def describe_founding(clue: Clue, *, first: bool) -> dict[str, float]:
    """Return the features of `clue` as the first telling of a happening; `first`: none is told before."""
    frame = clue.frame
    told = [harm for harm in frame.harms if not harm.part]
    counted = [harm for harm in told if harm.count is not None and harm.count.best]
    fine = clue.place is not None and clue.place.place.precision in FINE
    features = {
        "": 1.0,
        "first": float(first),
        "specific": float(frame.specific),
        "harm": float(bool(told)),
        "counted harm": float(bool(counted)),
        "none hurt": float(bool(told) and all(harm.count is not None and harm.count.best == 0 for harm in told)),
        "town": float(fine),
        "other place": float(clue.place is not None and not fine),
        "day": float(clue.time is not None),
        "target": float(bool(frame.targets)),
        "weapon": float(bool(frame.weapons)),
        "actor": float(bool(frame.stances)),
        "headline": float(frame.block is BlockKind.TITLE),
        "caption": float(frame.block is BlockKind.CAPTION),
        "definite": float(frame.definite),
        "pointing": float(frame.pointing),
        "earlier matter": float(frame.earlier_matter),
        "plural": float(frame.plural),
        "set apart": float(frame.other),
        "turn": float(frame.turns),
        "opens with a place": float(bool(frame.fronted)),
        "look back": float(frame.recalls),
        "past perfect": float(frame.past_perfect),
        "not told": float(frame.reality is not Reality.TOLD),
        "weak": float(all(trigger.weak for trigger in frame.triggers)),
        "bare": float(is_bare(clue)),
        "arrest": float(frame.type is EventType.ARREST),
        "unrest": float(FAMILY[frame.type] is Family.UNREST),
        "attack": float(frame.type is EventType.ATTACK),
    }
    return {f"new, {name}" if name else "new": value for name, value in features.items() if value}


def is_bare(clue: Clue) -> bool:
    """Whether the telling names neither day nor place nor people."""
    return clue.time is None and clue.place is None and not clue.frame.harms


def _relate_frames(first: Frame, second: Frame) -> str:
    relation = relate_types(first.type, second.type)
    return f"{relation}, general" if relation == "same" and not (first.specific and second.specific) else relation


def relate_types(left: EventType, right: EventType) -> str:
    """Say how two types of event go together: the same, of one family, or how far apart."""
    if left is right:
        return "same"
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


def _words(frames: Iterable[Frame]) -> set[str]:
    return {trigger.rule for frame in frames for trigger in frame.triggers if trigger.specific}


def _describe_tolls(group: Sequence[Clue], clue: Clue, *, moved: bool) -> dict[str, float]:
    features: dict[str, float] = {}
    theirs = clue.tolls
    stated = [member.tolls for member in group]
    for status, figure in theirs.items():
        figures = [tolls[status] for tolls in stated if status in tolls]
        if not figures or _are_open(group, clue, status, stated):
            continue
        kind = status if status in COUNTED else "other"
        if figure in figures:
            relation = "equal" if figure > SMALL_TOLL else "equal, small"
        else:
            relation = "rising" if figure > max(figures) else "falling"
        features[f"{kind} {relation}"] = 1.0
        features[f"toll {relation}"] = 1.0
        if relation in ("rising", "falling"):
            features["toll differs, new paragraph" if moved else "toll differs, same paragraph"] = 1.0
    if theirs and any(stated) and not any(theirs.keys() & tolls.keys() for tolls in stated):
        features["tolls of other kinds"] = 1.0
    if theirs and not any(stated):
        features["first toll"] = 1.0
    return features


def _are_open(group: Sequence[Clue], clue: Clue, status: str, stated: Sequence[Mapping[str, int]]) -> bool:
    """Whether a vague word leaves room for the other's figure: "dozens were killed", then "at least 45".

    `stated` are the figures of the group's members.
    """
    figure = clue.tolls[status]
    mine = [(tolls[status], member) for member, tolls in zip(group, stated, strict=True) if status in tolls]
    if status in clue.rough:
        return all(figure <= other and not is_far(other, figure) for other, _ in mine)
    if status in clue.rounded:
        return all(stands_for(figure, other) for other, _ in mine)
    round_ones = [other for other, member in mine if status in member.rounded]
    if round_ones and all(stands_for(other, figure) for other in round_ones):
        return True
    return all(status in member.rough and other <= figure and not is_far(figure, other) for other, member in mine)


def _describe_names(group: Sequence[Frame], frame: Frame) -> dict[str, float]:
    features: dict[str, float] = {}
    for name, words in (
        ("actor", lambda item: _actors(item, named=True)),
        ("unnamed actor", lambda item: _actors(item, named=False)),
        ("target", _targets),
        ("weapon", _weapons),
        ("victim name", _victims),
        ("victim kind", _categories),
    ):
        features.update(compare_names(name, (word for member in group for word in words(member)), words(frame)))
    return features


def compare_names(name: str, left: Iterable[str], right: Iterable[str]) -> dict[str, float]:
    """Say whether two sets of names share one, or, both being there, share none."""
    first, second = set(left), set(right)
    if not first or not second:
        return {}
    return {f"{name} shared": 1.0} if first & second else {f"{name} differs": 1.0}


def _actors(frame: Frame, *, named: bool) -> Iterable[str]:
    return (stance.actor.actor.lower() for stance in frame.stances if stance.actor.named is named)


def _targets(frame: Frame) -> Iterable[str]:
    return (str(link.mention.category) for link in frame.targets)


def _weapons(frame: Frame) -> Iterable[str]:
    return (str(weapon.category) for weapon in frame.weapons)


def _victims(frame: Frame) -> Iterable[str]:
    """Return the last words of the victims' names: news shortens a name to its last word."""
    names = (harm.people.name for harm in frame.harms if harm.people is not None and harm.people.name)
    return (name.lower().split()[-1] for name in names if name.split())


def _categories(frame: Frame) -> Iterable[str]:
    return (str(harm.people.category) for harm in frame.harms if harm.people is not None)


def _are_held(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the likeliest places lie in each other: Congo, and Beni in its east."""
    relations = {relate_places(member, clue) for member in group} - {PlaceRelation.UNKNOWN}
    return relations == {PlaceRelation.HELD}


def _describe_places(group: Sequence[Clue], clue: Clue) -> dict[str, float]:
    """Compare all places, not only the best, and sites within one town."""
    mine = {name_key(place.mention.name) for member in group for place, _ in member.places}
    theirs = {name_key(place.mention.name) for place, _ in clue.places}
    features = {"a place shared": float(bool(mine & theirs))}
    features["new place"] = float(bool(theirs) and not mine)
    features["another place"] = float(bool(theirs) and bool(mine) and not mine & theirs and not _are_held(group, clue))
    features["new day"] = float(clue.time is not None and all(member.time is None for member in group))
    here = {name_key(member.place.site) for member in group if member.place is not None and member.place.site}
    if clue.place is not None and clue.place.site and here:
        features["site shared" if name_key(clue.place.site) in here else "site differs"] = 1.0
    towns = any(member.place is not None and member.place.place.precision in FINE for member in group)
    features["both towns"] = float(towns and clue.place is not None and clue.place.place.precision in FINE)
    return features

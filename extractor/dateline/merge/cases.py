"""Joins the news of a case to the act it is about: an arrest, a trial or a vigil first, and farther down the deed.

"A watchman was charged on Thursday with the murder of a baker", and in the fourth paragraph: "Ana Ruiz, 41, was shot
in her shop on 3 March". The opening has no day of the act, but that of what followed it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.lexicon.persons import read_traits
from dateline.merge.causes import is_of_cause
from dateline.merge.clues import SPELLS, own_day
from dateline.merge.likeness import AFAR, ALIKE, SURE, relate_types
from dateline.merge.other_dead import tell_others
from dateline.merge.sameness import relate_places
from dateline.records import FAMILY, PHYSICAL, ActorKind, DatePrecision, EventType, Family, VictimCategory, VictimStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.mentions import StanceMention
    from dateline.merge.clues import Clue
    from dateline.merge.incidents import Incident
    from dateline.resolve.place_making import ResolvedPlace

    Told = tuple[Incident, tuple[Clue, ...]]

OPENING = 2  # number of the last paragraph, the title's being 0, with which the news of a case opens
ADULT = 18  # years
RAID = "trigger:raid"  # of police or, by itself, of gunmen: "police camps hit in night raids"
# Rules of what is told of those who are to answer for an act, or have.
ANSWERING = frozenset(("stance:charge", "stance:convict", "stance:accused", "stance:face", "stance:responsible"))
BLAMED = "stance:blame"
ORIGIN = "from"
NEXT = 2  # sentences behind the opening in which the act that it names may be told
# Acts that a court hears one by one; those of forces and rebels come in rows.
BY_HAND = frozenset(
    (EventType.SHOOTING, EventType.STABBING, EventType.BEATING, EventType.ATTACK, EventType.VEHICLE_RAMMING)
)
CRIMES = BY_HAND | {EventType.EXECUTION, EventType.ARSON, EventType.BOMBING, EventType.ARREST, EventType.ROBBERY}


def tells_its_act(earlier: Told, later: Told) -> bool:
    """Whether the later draft dates and tells the act that the earlier one, which opens the article, only names."""
    (first, mine), (second, theirs) = earlier, later
    acts, told = list_acts(mine), list_acts(theirs)
    if not opens_case(mine) or not any(relate_types(clue.frame.type, second.type.value) in ALIKE for clue in acts):
        return False
    if (
        not CRIMES.issuperset((first.type.value, second.type.value))
        or any(own_day(clue) for clue in acts)
        or not _tells_day(told, finest=second.type.value not in BY_HAND)
    ):
        return False
    if any(clue.frame.several or (clue.frame.plural and not clue.frame.definite) for clue in (*acts, *told)):
        return False  # "the twin blasts" are the bombing told before
    if any(clue.frame.stands_apart for clue in told[:1]):
        return False
    if tell_others(mine, theirs) or is_of_cause(mine, theirs):
        return False
    if _are_two_towns(acts, told):
        return False
    return _are_its_victims(first, second) or (not second.toll.victims and _follows(mine, theirs))


def tells_cause(earlier: Told, later: Told) -> bool:
    """Whether the later draft dates and tells the killing that the earlier one only names as what people march over.

    "Students blocked a road over the killing of a colleague", and below: "Ana Ruiz, 21, was abducted on Friday".
    """
    (first, mine), (second, theirs) = earlier, later
    if not all(clue.frame.earlier_matter and own_day(clue) is None for clue in mine) or not _tells_day(theirs):
        return False
    if FAMILY[second.type.value] in (Family.UNREST, Family.SECURITY) or any(c.frame.several for c in (*mine, *theirs)):
        return False
    if theirs[0].frame.stands_apart:
        return False
    plain = not any(trigger.specific and not trigger.weak for clue in mine for trigger in clue.frame.triggers)
    if not plain and relate_types(first.type.value, second.type.value) not in ALIKE:
        return False
    killed, dead = (incident.toll.casualties.killed for incident in (first, second))
    if killed is None or dead is None or killed.best != dead.best:
        return False
    return not tell_others(mine, theirs) and not _are_two_towns(mine, theirs) and _are_its_victims(first, second)


def list_acts(clues: Sequence[Clue]) -> list[Clue]:
    """Return the tellings of an act, without those of whom the police hold or a court hears."""
    return [clue for clue in clues if FAMILY[clue.frame.type] is not Family.SECURITY]


def names_charges(clue: Clue) -> bool:
    """Whether the words only name the crimes that somebody answers for: "guilty of murder and use of a handgun"."""
    frame = clue.frame
    return (
        any(stance.rule in ANSWERING for stance in frame.stances)
        and all(trigger.noun for trigger in frame.triggers)
        and not (frame.harms or frame.targets or frame.definite)
        and not any(score >= SURE for _, score in clue.places)
    )


def is_heard_here(last: Clue, clue: Clue) -> bool:
    """Whether one sentence tells whom the police hold or a court hears, and the act that it is for, either first.

    "Was jailed for a murder", "a man wanted over a murder was arrested".
    """
    same = last.frame.sentence == clue.frame.sentence
    held, act = (last, clue) if last.frame.type is EventType.ARREST else (clue, last)
    return same and held.frame.type is EventType.ARREST and act.frame.heard and act.frame.type is not EventType.ARREST


def _follows(opening: Sequence[Clue], act: Sequence[Clue]) -> bool:
    """Whether the act stands right behind the opening: "was jailed for murder. Poe, 46, attacked Ruiz on 14 May"."""
    last = max(clue.frame.sentence for clue in opening if clue.frame.sentence < act[0].frame.sentence)
    return act[0].frame.sentence - last <= NEXT


def opens_case(clues: Sequence[Clue]) -> bool:
    """Whether the article opens with whom the police hold or a court hears, or looks back on a year, or a month."""
    opening = [clue for clue in clues if 0 <= clue.frame.paragraph <= OPENING]
    return any(
        (clue.frame.type is EventType.ARREST and any(trigger.rule != RAID for trigger in clue.frame.triggers))
        or any(harm.status is VictimStatus.ARRESTED for harm in clue.frame.harms)
        or any(stance.rule in ANSWERING or _is_accused(stance) for stance in clue.frame.stances)
        or (clue.time is not None and clue.time.when.precision in SPELLS)
        for clue in opening
    )


def _is_accused(stance: StanceMention) -> bool:
    """Whether persons are told to stand accused of the act: "the trial of five men accused of bombing a court"."""
    return stance.rule == BLAMED and stance.actor.kind is ActorKind.INDIVIDUAL and stance.by is None


def _tells_day(clues: Sequence[Clue], *, finest: bool = True) -> bool:
    """Whether a telling names the day of the act, or not `finest` the month, however loosely it is tied to the act."""
    precisions = {clue.time.when.precision for clue in clues if clue.time is not None}
    return DatePrecision.DAY in precisions or (not finest and DatePrecision.MONTH in precisions)


def _are_two_towns(mine: Sequence[Clue], theirs: Sequence[Clue]) -> bool:
    """Whether two towns, far from each other, are told; a street of no gazetteer may lie in any."""
    return any(
        relate_places(one, other) in AFAR
        for one in mine
        for other in theirs
        if one.place and other.place and _is_town(one.place) and _is_town(other.place)
    )


def _is_town(place: ResolvedPlace) -> bool:
    """Whether it is no street, and not where somebody comes from: "the man from South Sudan attacked the driver"."""
    return place.place.site is None and place.mention.relation != ORIGIN


def _are_its_victims(first: Incident, second: Incident) -> bool:
    """Whether the people harmed may be the same: one is named in both, or as many were killed, or shot."""
    mine, theirs = _name_victims(first), _name_victims(second)
    if not second.toll.victims:
        return False
    if mine and theirs:
        return bool(mine & theirs)
    if _names_child(first) and not _names_child(second):
        return False
    whole, part = first.toll.casualties, second.toll.casualties
    killed, dead = (count.best if count else None for count in (whole.killed, part.killed))
    hurt, wounded = (count.best if count else None for count in (whole.injured, part.injured))
    if killed is None:
        return hurt is None or hurt == wounded
    if dead is not None:
        return dead == killed
    if wounded is not None and hurt is None and second.type.value is first.type.value is EventType.BOMBING:
        return True  # charged with the murder of 20 in a bombing, which "also wounded 102"
    # "Was shot several times as he sat in his car", and only then that he died.
    return wounded is not None and wounded >= killed and second.type.value in BY_HAND


def _names_child(incident: Incident) -> bool:
    """Whether somebody harmed is a child by the words: "a girl of six", "his partner's toddler"."""
    return any(
        fill.value.category is VictimCategory.CHILD or read_traits(fill.value.text, None).oldest < ADULT
        for fill in incident.toll.victims
        if fill.value.status in PHYSICAL
    )


def _name_victims(incident: Incident) -> set[str]:
    """Return the words of the names of those killed or hurt."""
    return {
        word
        for fill in incident.toll.victims
        if fill.value.name and fill.value.status in PHYSICAL
        for word in fill.value.name.lower().split()[-1:]
    }

"""Tells that an act befell others than one told before: people of another town or clause, another public figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.frames import are_numbered_apart
from dateline.gazetteer.names import name_key
from dateline.merge.clues import name_harmed
from dateline.merge.elsewhere import (
    are_counted_off,
    is_act_elsewhere,
    is_act_of_later_hour,
    is_act_of_other_day,
    opens_in_other_town,
)
from dateline.merge.figures import is_vague
from dateline.merge.likeness import AFAR, OTHER_PLACES, SURE, name_sites
from dateline.merge.murders import is_other_murder
from dateline.merge.sameness import PlaceRelation, compare_places
from dateline.merge.sums import is_all_over
from dateline.records import (
    FAMILY,
    FROM_AFAR,
    ActorKind,
    EventType,
    Family,
    PlacePrecision,
    Stance,
    VictimCategory,
    VictimStatus,
)

if TYPE_CHECKING:
    from dateline.merge.clues import Clue
    from dateline.resolve.place_making import ResolvedPlace

KILLED = VictimStatus.KILLED.value
COUNTED = (KILLED, VictimStatus.INJURED.value)
GENERAL = frozenset((EventType.ATTACK, EventType.ARREST))
TOWNS = frozenset((PlacePrecision.SITE, PlacePrecision.NEAR, PlacePrecision.LOCALITY, None))
EXACT = frozenset((PlacePrecision.SITE,))
SIDES = frozenset((ActorKind.STATE, ActorKind.ARMED_GROUP))
FIGHTING = frozenset(
    (VictimCategory.MILITANT, VictimCategory.MILITARY, VictimCategory.POLICE, VictimCategory.PERPETRATOR)
)
FIRE = frozenset((Family.EXPLOSIVE, Family.ARMED))
SPELL = "past"  # rule of "the past 24 hours"
SETTLEMENTS = frozenset(("town", "village", "city"))
# fmt: off
STREETS = frozenset((  # words of an address that do not tell the street
    "block", "street", "avenue", "ave", "road", "drive", "lane", "boulevard", "blvd", "place", "court", "way",
    "highway", "parkway", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
    "and", "the",
))
# fmt: on


def tell_others(earlier: Sequence[Clue], later: Sequence[Clue]) -> bool:
    """Whether the later tellings are of other people than the earlier ones, and so of another act."""
    if _are_parted(earlier, later) or are_of_two_briefs(earlier, later):
        return True
    return any(
        is_other_murder(earlier, clue)
        or _has_other_dead(earlier, clue)
        or is_act_elsewhere(earlier, clue)
        or opens_in_other_town(earlier, clue)
        or is_act_of_other_day(earlier, clue)
        or is_act_of_later_hour(earlier, clue)
        or _is_at_another_door(earlier, clue)
        or _is_next_of_several(earlier, clue)
        or _is_by_other_side(earlier, clue)
        or _is_by_other_fire(earlier, clue)
        or _ends_hunt(earlier, clue)
        for clue in later
    )


def are_of_two_briefs(one: Sequence[Clue], other: Sequence[Clue]) -> bool:
    """Whether each stands in other briefs of a row of news briefs than the other does."""
    theirs = {clue.frame.brief for clue in other if clue.frame.block is not BlockKind.TITLE}
    mine = [clue for clue in one if clue.frame.block is not BlockKind.TITLE]
    return bool(mine and theirs) and not any(clue.frame.brief in theirs for clue in mine)


def _is_by_other_side(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words tell whom a state killed of people killed by an armed group before, or the other way about.

    "Army shells killed six", and in the next paragraph "rebel rockets killed three": none of them a fighter.
    """
    side = _find_side(clue)
    told = [member for member in group if KILLED in member.tolls and member.frame.block is BlockKind.BODY]
    others = _counts_others(group, clue) or _counts_other_dead(group, clue)
    if side is None or not told or clue.frame.pointing or clue.frame.definite or not others:
        return False
    if any(member.frame.paragraph == clue.frame.paragraph for member in group) and not _is_placed_apart(group, clue):
        return False
    sides = {_find_side(member) for member in group} - {None}
    return len(sides) == 1 and side not in sides and not any(map(_hits_fighters, (*told, clue)))


def _is_by_other_fire(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether fire from afar of a kind that the happening has not told killed others, elsewhere or by another side.

    "Air strikes on a clinic killed 27. Insurgent shelling killed 14": not the gunmen who follow a bomber to the gate.
    """
    frame = clue.frame
    kinds = {member.frame.type for member in group if member.frame.specific}
    body = [member for member in group if member.frame.block is BlockKind.BODY and KILLED in member.tolls]
    if frame.block is not BlockKind.BODY or not body or frame.definite or not frame.specific or frame.type in kinds:
        return False
    if FAMILY[frame.type] not in FIRE or not FROM_AFAR & {frame.type, *kinds} or EventType.CHEMICAL_ATTACK in kinds:
        return False  # gas comes by shells or from the air, as one has it
    others = bool(clue.tolls) and KILLED not in clue.tolls  # "wounding eight"
    others = others or _counts_others(group, clue) or _counts_other_dead(group, clue)
    if any(member.frame.sentence == frame.sentence for member in group) or not others:
        return False
    side = _find_side(clue)
    other_side = side is not None and side not in {_find_side(member) for member in group}
    return other_side or _is_placed_apart(body, clue)


def _ends_hunt(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether those who did the act were tracked down and killed later, as many as none of its tellings counts."""
    if not clue.frame.hunt or clue.frame.block is BlockKind.TITLE or KILLED not in clue.tolls:
        return False
    told = [member.tolls[KILLED] for member in group if KILLED in member.tolls]
    return bool(told) and clue.tolls[KILLED] not in told and not any(member.frame.hunt for member in group)


def _answers_other(one: Clue, other: Clue) -> bool:
    """Whether one of two acts of a sentence comes after the other, and each killed some of its own.

    "Two days after the raid in which nine died, troops killed 14 of the raiders."
    """
    mine, theirs = one.tolls.get(KILLED), other.tolls.get(KILLED)
    return one.frame.earlier_matter != other.frame.earlier_matter and bool(mine and theirs) and mine != theirs


def _is_placed_apart(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words surely name a quarter or town that none of the happening's tellings names."""
    theirs = {place.mention.name for place, score in clue.places if score >= SURE}
    return bool(theirs) and theirs.isdisjoint(place.mention.name for member in group for place, _ in member.places)


def _find_side(clue: Clue) -> ActorKind | None:
    """Return the kind of those told to have done it, where it is a state or an armed group and not both."""
    kinds = {stance.actor.kind for stance in clue.frame.stances if stance.stance is not Stance.DENIED} & SIDES
    return kinds.pop() if len(kinds) == 1 else None


def _hits_fighters(clue: Clue) -> bool:
    """Whether fighters or forces are among those killed, or the act is a clash."""
    killed = (harm.people for harm in clue.frame.harms if harm.status == KILLED and harm.people is not None)
    return clue.frame.type is EventType.ARMED_CLASH or any(people.category in FIGHTING for people in killed)


def _is_at_another_door(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether a new paragraph tells of a person who was hurt at another address than the only one hurt so far.

    "A cook was shot at 40 Elm Street", and then "a baker was stabbed at 9 Park Avenue": two, if the story counts but
    one. Of several who are hurt at once one may be found down the road.
    """
    there = set(_name_streets(clue)) if clue.frame.brings_in else None
    if not there:
        return False
    body = [member for member in group if member.frame.block is BlockKind.BODY]
    here = {word for member in body for word in _name_streets(member)}
    if not here or here & there:
        return False
    if any(clue.frame.paragraph <= member.frame.paragraph for member in body):
        return False
    return not any(sum(member.tolls.get(status, 0) for status in COUNTED) > 1 for member in group)


def _names_newcomer(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether somebody is told harmed by a name that the happening has not: "Ben Cole, 17, was found shot"."""
    found = name_harmed([clue])
    return bool(found) and found.isdisjoint(name_harmed(group))


def _is_next_of_several(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether a story that announces several acts goes on, in a new paragraph, to people hurt on another street.

    "Three were hurt in two shootings. A man was shot on Elm Street." Then: "a girl was hit in the 600 block of Oak".
    """
    frame = clue.frame
    if (
        not (frame.announced and (frame.brings_in or _names_newcomer(group, clue)))
        or frame.definite
        or frame.pointing
        or frame.block is not BlockKind.BODY
    ):
        return False
    single = [m for m in group if m.tolls and not (m.frame.several or m.frame.plural or m.sums)]
    single = [m for m in single if m.frame.block is BlockKind.BODY]
    if not single or any(m.frame.paragraph >= frame.paragraph for m in single):
        return False
    there = name_sites([clue], EXACT)
    return bool(there) and name_sites(group, EXACT).isdisjoint(there)


def _name_streets(clue: Clue) -> Iterator[str]:
    """Yield the words that name the street of each address, with a number, that the telling is surely set at."""
    for place, score in clue.places:
        if score >= SURE and place.mention.name[:1].isdigit():
            yield from (word for word in re.findall(r"[a-z]{3,}", place.mention.name.lower()) if word not in STREETS)


def _has_other_dead(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words count harmed people of their own, in another town than any that the happening is told of."""
    if _has_dead_of_another_kind(group, clue):
        return True
    # A headline names the large town near which it was, and what sums up several acts names the towns of all.
    body = [member for member in group if member.frame.block is not BlockKind.TITLE]
    alone = [member for member in body if not member.sums] if any(m.tolls for m in body if not m.sums) else body
    mine = [place for member in alone for place in _sure_towns(member)]
    theirs = list(_sure_towns(clue))
    if not theirs:
        return False
    if any(clue.tolls.get(status) for status in COUNTED) and all(member.sums for member in group):
        return True
    if not _counts_others(group, clue):
        return False
    if mine:
        added = clue.frame.adding
        return all(_are_two_towns(one, other, added=added) for one in mine for other in theirs)
    told = [member for member in group if member.tolls]
    return all(map(_sums_up, [member for member in told if member.frame.block is BlockKind.BODY] or told))


def _are_two_towns(one: ResolvedPlace, other: ResolvedPlace, *, added: bool) -> bool:
    """Whether two places are apart, or near each other and each called a town or village of its own.

    Where people are told besides others (`added`) any two names are.
    """
    relation = compare_places(one, other)
    if relation is PlaceRelation.NEAR and (added or other.mention.feature in SETTLEMENTS):
        return name_key(one.place.locality or one.mention.name) != name_key(other.place.locality or other.mention.name)
    return relation in OTHER_PLACES


def _are_parted(one: Sequence[Clue], other: Sequence[Clue]) -> bool:
    """Whether one sentence counts people at two towns, or in two clauses set apart, of which each tells one.

    So do two sentences whose towns share out the sum of the opening.
    """
    return any(
        _are_two_headlines(first, second)
        or are_numbered_apart(first.share, second.share)
        or are_counted_off(first, second)
        or (
            first.frame.sentence == second.frame.sentence
            and (
                are_numbered_apart(first.town, second.town)
                or _answers_other(first, second)
                or are_numbered_apart(first.frame.listed, second.frame.listed)
                or _count_side_by_side(first, second)
                or _count_in_two_towns(first, second)
                or _are_far_acts(first, second)
            )
        )
        for first in one
        for second in other
    )


def _are_two_headlines(one: Clue, other: Clue) -> bool:
    """Whether two halves of a headline each count dead: "12 dead in attack on base; army says 15 rebels killed"."""
    frames = (one.frame, other.frame)
    if any(frame.block is not BlockKind.TITLE for frame in frames) or not any(frame.specific for frame in frames):
        return False
    mine, theirs = one.tolls.get(KILLED), other.tolls.get(KILLED)
    if any(map(_kills_attackers, (one, other))):
        return False  # "four killed in shooting rampage; attacker shot dead"
    return frames[0].sentence != frames[1].sentence and bool(mine and theirs) and mine != theirs


def _kills_attackers(clue: Clue) -> bool:
    """Whether those told killed are the attackers, who died in their own act."""
    dead = [harm.people for harm in clue.frame.harms if harm.status == KILLED]
    return bool(dead) and all(who is not None and who.category is VictimCategory.PERPETRATOR for who in dead)


def _count_side_by_side(one: Clue, other: Clue) -> bool:
    """Whether two acts of a sentence each killed some: "a bomb killed 16, and soldiers killed 57 in Anbar"."""
    if one.frame.triggers == other.frame.triggers or any(h.total for clue in (one, other) for h in clue.frame.harms):
        return False
    if any(map(_kills_attackers, (one, other))) or _are_losses_of_two_sides(one, other):
        return False
    mine, theirs = one.tolls.get(KILLED), other.tolls.get(KILLED)
    return bool(mine and theirs) and mine != theirs


def _are_losses_of_two_sides(one: Clue, other: Clue) -> bool:
    """Whether a sentence only counts the fallen of each side: "only two fighters were killed, while 20 soldiers died".

    Where either is told of a place, an act or a doer of its own they may be of two fights.
    """
    done = any(stance.stance != Stance.DENIED for clue in (one, other) for stance in clue.frame.stances)
    if done or any(clue.frame.specific or clue.places for clue in (one, other)):
        return False
    sides = [
        {harm.people.category for harm in clue.frame.harms if harm.status == KILLED and harm.people is not None}
        for clue in (one, other)
    ]
    return all(side and side <= FIGHTING for side in sides) and sides[0].isdisjoint(sides[1])


def _count_in_two_towns(one: Clue, other: Clue) -> bool:
    """Whether two acts of a sentence each harmed some in a town of its own, be they as many: "one in A, one in B"."""
    if one.frame.triggers == other.frame.triggers or one.frame.block is BlockKind.TITLE:
        return False
    if not all(any(clue.tolls.get(status) for status in COUNTED) for clue in (one, other)):
        return False
    first, second = sorted((one, other), key=lambda clue: clue.frame.triggers[0].span)
    mine, theirs = list(_sure_towns(first)), list(_sure_towns(second))
    if not (mine and theirs):
        return False
    if all(_leads(town, first) for town in mine) and not any(_leads(town, second) for town in theirs):
        return False  # "In Idlib, ten were killed and 19 were injured in raids on Abu Duhur"
    return all(_are_two_towns(a, b, added=True) for a in mine for b in theirs)


def _leads(town: ResolvedPlace, clue: Clue) -> bool:
    """Whether a place stands before the act and all whom it befell: "in Homs, two were killed"."""
    people = [harm.people.span.start for harm in clue.frame.harms if harm.people is not None]
    return town.mention.span.start < min(clue.frame.triggers[0].span.start, *people)


def _are_far_acts(one: Clue, other: Clue) -> bool:
    """Whether a sentence tells two acts, each of a kind of its own, of two towns far from each other.

    "Jets bombed a theatre in Homs, while shelling killed ten in Idlib."
    """
    frames = (one.frame, other.frame)
    kinds = {frame.type for frame in frames} - GENERAL
    if (
        one.frame.triggers == other.frame.triggers
        or len(kinds) < len(frames)
        or KILLED not in {*one.tolls, *other.tolls}
    ):
        return False
    if any(frame.pointing or frame.definite or frame.block is BlockKind.TITLE for frame in frames):
        return False
    mine, theirs = list(_sure_towns(one)), list(_sure_towns(other))
    return bool(mine and theirs) and all(compare_places(a, b) in AFAR for a in mine for b in theirs)


def _counts_others(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words give a figure, of their own act alone, that none of the happening's tellings gives."""
    frame = clue.frame
    if frame.block is BlockKind.TITLE or frame.pointing or any(harm.total for harm in frame.harms):
        return False
    shared = [status for status in COUNTED if clue.tolls.get(status) and any(m.tolls.get(status) for m in group)]
    return bool(shared) and (frame.adding or all(_gives_others(group, clue, status) for status in shared))


def _counts_other_dead(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words count dead that none of the happening's tellings does, whatever dozens were hurt in either."""
    plain = KILLED in clue.tolls and not (clue.frame.pointing or any(harm.total for harm in clue.frame.harms))
    return plain and any(KILLED in member.tolls for member in group) and _gives_others(group, clue, KILLED)


def _gives_others(group: Sequence[Clue], clue: Clue, status: str) -> bool:
    """Whether none of the clue's figures for a status is one of the happening's; what "dozens" are is open."""
    told = {figure for member in group for figure in _list_figures(member, status)}
    harms = [harm for member in (*group, clue) for harm in member.frame.harms if harm.status == status]
    rough = any(harm.count is not None and is_vague(harm.count) for harm in harms)
    return not rough and told.isdisjoint(_list_figures(clue, status))


def _list_figures(clue: Clue, status: str) -> set[int]:
    """Return the figures that a telling gives, and what those of its groups come to."""
    counts = {harm.count.best for harm in clue.frame.harms if harm.status == status and harm.count}
    return {count for count in counts if count} | ({clue.tolls[status]} if status in clue.tolls else set())


def _sums_up(clue: Clue) -> bool:
    """Whether the words tell what many acts came to in a whole country, or in a war's day, that no town is told of.

    "61 people were killed across Syria", "two soldiers were killed in the past 24 hours".
    """
    country = all(place.place.precision is PlacePrecision.COUNTRY for place, _ in clue.places)
    spell = not clue.places and bool(clue.times) and clue.times[0][0].mention.rule == SPELL
    return is_all_over(clue) or (country and clue.frame.plural) or spell


def _has_dead_of_another_kind(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether an act of another kind killed others in another town: "shells hit Homs; raids on Sukhna killed four"."""
    kinds = {member.frame.type for member in group} - GENERAL
    if not kinds or clue.frame.type in kinds | GENERAL or KILLED not in clue.tolls:
        return False
    told = {member.tolls[KILLED] for member in group if KILLED in member.tolls}
    if not told or clue.tolls[KILLED] in told:
        return False
    here = {town for member in group for town in _name_towns(member)}
    there = set(_name_towns(clue))
    return bool(here and there) and here.isdisjoint(there)


def _name_towns(clue: Clue) -> Iterator[str]:
    """Yield the towns that the words surely set the telling in."""
    for place, score in clue.places:
        if score >= SURE and place.place.locality:
            yield name_key(place.place.locality)


def _sure_towns(clue: Clue) -> Iterator[ResolvedPlace]:
    """Yield the places finer than a region that the words surely set the telling in."""
    for place, score in clue.places:
        region = place.place.precision is PlacePrecision.ADMIN2 and place.mention.feature is None  # named as a town is
        if score >= SURE and (region or place.place.precision in TOWNS):
            yield place

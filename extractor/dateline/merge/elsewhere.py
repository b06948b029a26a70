"""Tells that an act was far from one told before, or on another day: "In Beni territory, militiamen killed seven"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.frames import are_numbered_apart
from dateline.merge.clues import name_harmed, own_day
from dateline.merge.figures import is_vague
from dateline.merge.likeness import AFAR, SMALL_TOLL, SURE, name_sites, sure_times, times_of_single
from dateline.merge.sameness import PlaceRelation, are_of_one_city, compare_places
from dateline.records import FAMILY, EventType, Family, PlacePrecision, Stance, VictimStatus, days_between

if TYPE_CHECKING:
    from dateline.merge.clues import Clue
    from dateline.resolve.place_making import ResolvedPlace

DYING = ("harm.die.", "harm.dead.", "harm.death.", "harm.toll.")  # may tell of those who were hurt before
FOUND = ("harm.fatality.",)  # may tell of bodies found days later
BEFELL = (VictimStatus.KILLED.value, VictimStatus.INJURED.value, VictimStatus.KIDNAPPED.value)
FRONT = 8  # code points from the start of a sentence in which it still opens with what begins there: "Then on "
LATER_RULES = frozenset({"narrative", "shift"})  # of times told from the act before: "that evening", "hours later"
SITES = frozenset({PlacePrecision.SITE, PlacePrecision.NEAR})
LATER = frozenset({Family.SECURITY, Family.UNREST})  # what comes of an act in another town
REGIONS = frozenset({PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})
# fmt: off
PLAIN = frozenset((  # rules of words that may be said of anybody
    "people.person", "people.number", "people.another", "people.man", "people.name", "people.demonym", "people.child",
    "people.victim", "people.age",
))
# fmt: on
OTHER_TOWNS = AFAR | {PlaceRelation.NEAR, PlaceRelation.NAMES}  # of two names, however near
OPENED = AFAR | {PlaceRelation.NAMES}
DAYS_OFF = 2  # from an act told of a day, on which what is told of another day is another act
NOT_SAID = frozenset({EventType.ATTACK})


def is_act_elsewhere(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words tell, far from each place that the happening is told of, whom an act of its own befell."""
    frame = clue.frame
    if frame.block is not BlockKind.BODY or frame.definite or frame.pointing or FAMILY[frame.type] in LATER:
        return False
    if any(stance.stance is Stance.CLAIMED for stance in frame.stances) or any(harm.total for harm in frame.harms):
        return False
    if frame.other and frame.turns and _counts_alone(group, clue):
        return True
    body = [member for member in group if member.frame.block is BlockKind.BODY and not member.sums]
    counted = [member for member in body if member.tolls]
    # "A bomb hit a market in A. Gunmen killed two guards in B": the first need not count.
    anew = not counted and bool(frame.stances) and _counts_anew(clue) and _is_by_others(body, clue)
    body = counted or (body if anew or not clue.tolls else [])
    if any(member.frame.sentence == frame.sentence for member in body):
        return False  # "Four were hurt when a rocket fired from Gaza hit a school in Sderot"
    mine = [place for member in body for place in settings(member)]
    theirs = settings(clue)
    apart = AFAR | {PlaceRelation.OPEN} if frame.turns or frame.other else AFAR
    if not (mine and theirs) or any(compare_places(one, other) not in apart for one in mine for other in theirs):
        return False
    return anew or _befell_others(body, clue)


def are_counted_off(one: Clue, other: Clue) -> bool:
    """Whether two sentences tell the first and the second of several acts; blasts in one town may be one attack."""
    if not are_numbered_apart(one.frame.ordinal, other.frame.ordinal):
        return False
    blasts = all(FAMILY[clue.frame.type] is Family.EXPLOSIVE for clue in (one, other))
    return not blasts or _is_in_other_town([one], other)


def opens_in_other_town(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether each of two sentences opens with a town, and tells an act of its kind there, whoever it befell.

    "In Huancayo, shops were bombed. In Huaraz, explosions were heard near the prefect's house."
    """
    frame = clue.frame
    told = [member for member in group if member.frame.fronted and member.frame.block is BlockKind.BODY]
    if frame.block is not BlockKind.BODY or not frame.fronted or frame.pointing or frame.definite or not told:
        return False
    if (
        not frame.specific
        or FAMILY[frame.type] in LATER
        or any(member.frame.sentence == frame.sentence for member in told)
    ):
        return False
    mine, theirs = ([place for member in clues for place in settings(member)] for clues in (group, [clue]))
    return bool(mine and theirs) and all(compare_places(one, other) in OPENED for one in mine for other in theirs)


def is_act_of_other_day(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether words that set an act apart tell whom it befell on a day on which nothing of the happening was.

    "It was the second shooting in two days; on Monday a man was shot outside a store."
    """
    frame = clue.frame
    if frame.block is not BlockKind.BODY or frame.pointing or frame.definite:
        return False
    apart = _is_dated_apart(group, clue)
    if not (apart or frame.other or frame.earlier_matter or opens_with_time(clue)):
        return False
    theirs, mine = sure_times([clue]), times_of_single(group)
    if apart:  # "the road had been blocked since Monday"
        mine = [when for when in mine if when.start == when.end] or mine
    if not (mine and theirs) or any(days_between(theirs[0], when) < 1 for when in mine):
        return False
    return _befell_others(group, clue) or (opens_with_time(clue) and names_other_dead(group, clue))


def _is_dated_apart(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether it is told of a day of its own some days off, or of another day and another town.

    "A gang killed three in Soyapango on Sunday. A rival gang shot dead two youths in Apopa on Monday": not who dies of
    it days later.
    """
    theirs = own_day(clue)
    mine = [day for day in map(own_day, group) if day is not None]
    if theirs is None or not mine or not _counts_anew(clue):
        return False
    # Nobody falls of an act that is to come.
    before = _is_by_others(group, clue) and all(theirs.end < day.start for day in mine)
    off = 1 if before or _is_in_other_town(group, clue) else DAYS_OFF
    return all(days_between(theirs, day) >= off for day in mine)


def _is_by_others(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the telling has a doer, or a kind of act, of its own, and no doer of the happening's: "the gunmen"."""
    mine, theirs = (
        {stance.actor.actor.casefold().split()[-1] for member in clues for stance in member.frame.stances}
        for clues in (group, [clue])
    )
    return bool(clue.frame.specific or theirs) and mine.isdisjoint(theirs)


def _is_in_other_town(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether words surely set it in a town of another name than any that they set the happening in, or its city."""
    here, there = ([place for member in clues for place in settings(member)] for clues in (group, [clue]))
    return bool(here and there) and all(
        compare_places(one, other) in OTHER_TOWNS and not are_of_one_city(one, other) for one in here for other in there
    )


def _counts_anew(clue: Clue) -> bool:
    """Whether it counts people harmed then, who did not only die then: "four died in clashes" did both."""
    return any(
        harm.status in BEFELL
        and not harm.part
        and harm.count is not None
        and bool(harm.count.best)
        and not harm.rule.startswith(FOUND)
        and (clue.frame.specific or not harm.rule.startswith(DYING))
        for harm in clue.frame.harms
    )


def names_other_dead(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether somebody is told killed by a name that a happening in which people were harmed has not told before.

    Not "on Sunday Ana Ruiz died", which she may have done of an earlier act, nor "the police named her as Ana Ruiz".
    """
    names = name_harmed(group)
    told = any(member.tolls.get(status) for member in group for status in BEFELL[:2])
    return told and any(
        harm.status is VictimStatus.KILLED
        and harm.people is not None
        and harm.people.name is not None
        and harm.people.name not in names
        and not harm.part
        and not harm.rule.startswith((*DYING, "harm.identified."))
        for harm in clue.frame.harms
    )


def is_act_of_later_hour(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the sentence goes on to a later hour, and to a person hurt then at another place of the city.

    "A boy was shot in Frayser. That evening, a 17-year-old girl was killed in Orange Mound": not "at 9 p.m.", by which
    the same is told again.
    """
    frame = clue.frame
    if frame.block is not BlockKind.BODY or frame.pointing or frame.definite or not frame.brings_in:
        return False
    if not opens_with_time(clue) or clue.times[0][0].mention.rule not in LATER_RULES:
        return False
    told = [member for member in group if member.frame.block is BlockKind.BODY and member.tolls]
    here, there = name_sites(told, SITES), name_sites([clue], SITES)
    return bool(here and there) and here.isdisjoint(there)


def opens_with_time(clue: Clue) -> bool:
    """Whether the sentence opens with the time of the act: "Last week, a man was shot eight blocks away"."""
    if not clue.times or clue.times[0][1] < SURE:
        return False
    return clue.times[0][0].mention.span.start - clue.frame.span.start <= FRONT


def _befell_others(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether those whom the clue counts are none that the happening counts.

    Figures of one or two agree by chance: "a settler was stabbed in A", and "soldiers shot dead a Palestinian in B".
    """
    figures = {status: clue.tolls[status] for status in BEFELL if clue.tolls.get(status)}
    if not figures:  # "A second bomb exploded outside a bank in B"
        return clue.frame.turns and clue.frame.specific and not any(member.tolls for member in group)
    if _is_vague(clue) or name_harmed(group) & name_harmed([clue]):
        return False
    told = [member.tolls[status] for status in figures for member in group if status in member.tolls]
    if not told:
        return clue.frame.specific and _is_of_other_kind(group, clue)
    if any(map(_is_vague, group)):
        return False
    shared = [
        (figure, {member.tolls[status] for member in group if status in member.tolls})
        for status, figure in figures.items()
    ]
    if all(figure not in figures for figure, figures in shared):
        return True
    small = all(figure <= SMALL_TOLL for figure, figures in shared if figure in figures)
    return small and clue.frame.brings_in and _is_of_other_kind(group, clue)


def _is_of_other_kind(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether act or people are of another kind than those of the happening."""
    kinds = {member.frame.type for member in group} - NOT_SAID
    if kinds and clue.frame.type not in kinds | NOT_SAID:
        return True
    called, others = _callings([clue]), _callings(group)
    if called and others and called.isdisjoint(others):
        return True  # "a railway worker was killed", "a monk was shot dead"
    return clue.frame.stands_apart or bool(clue.frame.fronted)


def _callings(group: Sequence[Clue]) -> set[str]:
    """Return what the people are called by, without the words that anybody may be called by: "man", "people"."""
    people = (harm.people for member in group for harm in member.frame.harms)
    return {who.rule for who in people if who is not None} - PLAIN


def _is_vague(clue: Clue) -> bool:
    return any(harm.status in BEFELL and harm.count is not None and is_vague(harm.count) for harm in clue.frame.harms)


def _counts_alone(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether "in a separate incident" leads to other figures than each that the happening's tellings give."""
    told = [member for member in group if member.tolls and member.frame.block is BlockKind.BODY]
    return bool(told) and not any(member.frame.other for member in told) and _befell_others(told, clue)


def settings(clue: Clue) -> list[ResolvedPlace]:
    """Return the towns that the words surely set the telling in, the regions where they name none."""
    sure = [place for place, score in clue.places if score >= SURE]
    sure = [place for place in sure if place.place.precision is not PlacePrecision.COUNTRY]
    return [place for place in sure if place.place.precision not in REGIONS] or sure

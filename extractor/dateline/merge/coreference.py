"""Joins drafts that tell one incident, by all that each of them has gathered.

Clues are gathered in the order of the text, each by what was told before it. Whether two gatherings are of one
happening is seen better when both are whole: day, place, toll and names of each are known then.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.frames import Reality
from dateline.merge.arms_told import is_other_device
from dateline.merge.cases import list_acts, tells_cause, tells_its_act
from dateline.merge.causes import is_of_cause
from dateline.merge.clues import SPELLS, own_day
from dateline.merge.crowds import is_of_one_crowd
from dateline.merge.draft_pairs import TOLLS, describe_pair, targets_of
from dateline.merge.figures import agree_roughly
from dateline.merge.likeness import (
    AFAR,
    OTHER_PLACES,
    is_of_other_scene,
    is_surely_elsewhere,
)
from dateline.merge.one_death import is_one_death
from dateline.merge.one_story import goes_on
from dateline.merge.other_dead import tell_others
from dateline.merge.retelling import are_alike, relate_dates, tells_again
from dateline.merge.sameness import VIOLENT, relate_places
from dateline.merge.strikes import is_beside_strike
from dateline.merge.taking_up import takes_up
from dateline.records import (
    FAMILY,
    ActorKind,
    DatePrecision,
    Family,
    VictimStatus,
    days_between,
)
from dateline.resolve.place_making import WAY_TO
from dateline.weights import LinearModel

if TYPE_CHECKING:
    from dateline.mentions import ActorMention
    from dateline.merge.clues import Clue
    from dateline.merge.incidents import Incident
    from dateline.records import When
    from dateline.resolve.place_making import ResolvedPlace

    Told = tuple[Incident, tuple[Clue, ...]]

JOIN = 0.55  # probability from which two drafts are one incident
SURE_JOIN = 0.7  # least probability that a draft is of the story that it goes on with
BOUND_FOR = frozenset(("towards", "toward", *WAY_TO))
LONG = 7  # days; what is set farther apart is not one incident
# Words for doers that name them by the act told before.
POINTING_DOERS = frozenset(
    f"{article}{word}{plural}"
    for word in ("attacker", "assailant", "raider", "intruder", "ambusher", "invader", "hijacker", "robber")
    for plural in ("", "s")
    for article in ("", "the ")
)


def find_groups(told: Sequence[Told], text: str, model: LinearModel) -> tuple[tuple[int, ...], ...]:
    """Return the drafts' numbers, those of one incident together; in order of the first of each.

    Each draft goes to the earlier group whose members it goes with best on the whole, or begins one of its own.
    """
    groups: list[list[int]] = []
    for number in range(len(told)):
        best, chosen, case = JOIN, -1, -1
        for index, group in enumerate(groups):
            first, new = told[group[0]], told[number]
            dates = tells_its_act(first, new) or tells_cause(first, new)
            rest = group[1:] if dates else group  # a trial may come years after its act
            opens = len(group) == 1 and _opens_sum(first, new)
            opens = opens or any(is_one_death(told[member], new) for member in group)
            if not opens and not all(_may_be_one(told[member], new) for member in rest):
                continue
            odds = [model.probability(describe_pair(told[member], new, drafts=len(told))) for member in group]
            if (
                _goes_on_with([told[member] for member in group], new)
                or _adds_detail(told[group[-1]], new)
                or tells_again(first, new, follows=group[0] == number - 1)
                or is_of_one_crowd(first, new, told)
                or any(takes_up(told[member], new, text) for member in group)
                or dates
                or opens
            ):
                odds = [max(SURE_JOIN, chance) for chance in odds]
            case = index if dates and index == 0 else case
            if (mean := sum(odds) / len(odds)) >= best:
                best, chosen = mean, index
        if chosen < 0:
            groups.append([number])
        elif case >= 0 and chosen != case and _is_its_act(groups[case], groups[chosen], told):
            groups[case] += [*groups.pop(chosen), number]
        else:
            groups[chosen].append(number)
    return tuple(map(tuple, groups))


def _is_its_act(case: Sequence[int], act: Sequence[int], told: Sequence[Told]) -> bool:
    """Whether the drafts of an act, as it turned out, are what the case is about that the article opens with.

    "Two men were remanded over the blast of last October", and below: "five were hurt in the blast on October 12".
    """
    return not any(tell_others(told[one][1], told[other][1]) for one in case for other in act)


def _may_be_one(earlier: Told, later: Told) -> bool:
    """Whether their own words set them neither weeks apart nor in two countries, nor tell of others who were killed."""
    if (
        is_of_other_scene(earlier[1], later[1][0])
        or tell_others(earlier[1], later[1])
        or is_of_cause(earlier[1], later[1])
        or is_beside_strike(earlier[1], later[1][0])
        or is_other_device(earlier[1], later[1][0])
        or _is_answer(earlier[1], later[1])
    ):
        return False
    # An arrest, or a trial, may come years after its act.
    acts = [list_acts(clues) or clues for _, clues in (earlier, later)]
    if _are_weeks_apart(earlier[1], later[1]) and _are_weeks_apart(*acts):
        return False
    mine, theirs = (
        {clue.place.place.country for clue in clues if clue.place and not _is_bound_for(clue.place)} - {None}
        for _, clues in (earlier, later)
    )
    return not mine or not theirs or bool(mine & theirs)


def _is_answer(mine: Sequence[Clue], theirs: Sequence[Clue]) -> bool:
    """Whether a sentence tells that one came after the other: "shelled it in response to a raid that killed two"."""
    return any(
        one.frame.sentence == other.frame.sentence
        and not one.frame.earlier_matter
        and other.frame.earlier_matter
        and one.frame.reality is other.frame.reality is Reality.TOLD
        and bool(other.tolls and not one.tolls)
        for one in mine
        for other in theirs
    )


def _are_weeks_apart(mine: Sequence[Clue], theirs: Sequence[Clue]) -> bool:
    days = [[clue.time.when for clue in clues if clue.time] for clues in (mine, theirs)]
    if not all(days):
        return False
    first, second = ((min(w.start for w in whens), max(w.end for w in whens)) for whens in days)
    return max((second[0] - first[1]).days, (first[0] - second[1]).days) > LONG


def _opens_sum(earlier: Told, later: Told) -> bool:
    """Whether the later draft tells of the first of the towns that the opening tells of in sum.

    "Nine died in raids on two villages", and below: "in Arden the gunmen killed six": the article is about Arden first.
    """
    (first, mine), (second, theirs) = earlier, later
    if not any(clue.share == 1 for clue in theirs) or not any(clue.sums for clue in mine):
        return False
    if first.toll.casualties.killed is not None or first.toll.casualties.injured is not None:
        return False
    rest = [clue for clue in mine if not clue.sums]
    if any(is_surely_elsewhere(rest, clue, OTHER_PLACES) for clue in theirs):
        return False
    return relate_dates(first.date, second.date) in ("same", "touching")


def _goes_on_with(group: Sequence[Told], later: Told) -> bool:
    """Whether the draft goes on with one of the group, and no other of it has a day of its own that the draft has not.

    An opening without a day may be dated farther on, and is not dated twice: "a plane hit a camp last night; ... The
    camp's priests were frightened. ... Six priests were killed on 16 November".
    """
    days = [day for _, clues in group for day in map(own_day, clues) if day is not None]
    new = [day for day in map(own_day, later[1]) if day is not None]
    if any(days_between(one, other) > 1 for one in days for other in new):
        return False
    return any(goes_on(told, later) for told in group)


def _adds_detail(earlier: Told, later: Told) -> bool:
    """Whether the later draft tells when it was, or what else those who did it did."""
    return _narrows(earlier, later) or _is_by_same_doers(earlier, later)


def _is_by_same_doers(earlier: Told, later: Told) -> bool:
    """Whether the next paragraph tells one more thing that "the attackers" did, with no day or place of its own."""
    (_, mine), (second, theirs) = earlier, later
    frames = [clue.frame for clue in theirs]
    if any(clue.time or _is_set(clue) for clue in theirs) or any(
        f.other or f.turns or f.recalls or f.plural for f in frames
    ):
        return False
    if FAMILY[second.type.value] not in VIOLENT | {Family.SEIZURE} or frames[0].earlier_matter:
        return False
    if all(clue.frame.earlier_matter for clue in mine):
        return False  # "hours after a bomb went off": the attackers are those of the act that is told
    gap = min(abs(frames[0].paragraph - clue.frame.paragraph) for clue in mine)
    doers = {stance.actor.actor.lower() for frame in frames for stance in frame.stances}
    named = {_name_doer(stance.actor) for clue in mine for stance in clue.frame.stances} - {""}
    again = {_name_doer(stance.actor) for stance in frames[0].stances} & named
    return gap <= 1 and (bool(doers & POINTING_DOERS) or bool(again))


def _name_doer(actor: ActorMention) -> str:
    """Return a person's surname, or the noun for unnamed doers of one act, "bandits" of "armed bandits".

    Empty for groups, forces and crowds.
    """
    lone = actor.kind in (ActorKind.INDIVIDUAL, ActorKind.CRIMINAL) and not (actor.named and actor.rule != "person")
    return actor.actor.lower().split()[-1] if lone and actor.actor else ""


def _is_bound_for(place: ResolvedPlace) -> bool:
    """Whether somebody was only on the way there: "were seized as they drove towards Iran"."""
    return place.mention.relation in BOUND_FOR


def _is_set(clue: Clue) -> bool:
    """Whether the telling names a place, and not only where a road leads."""
    return any(place.mention.relation not in WAY_TO for place, _ in clue.places)


def _narrows(earlier: Told, later: Told) -> bool:
    """Whether the later draft gives the day of what the earlier one sets in a week, month or year that holds it.

    "A bombing in 2010" and, farther on, "it exploded on March 6, 2010": one and the same, unless a word, a town or the
    toll sets them apart.
    """
    (first, mine), (second, theirs) = earlier, later
    wide, fine = ([clue.time.when for clue in clues if clue.time] for clues in (mine, theirs))
    if not (wide and fine) or not all(
        _is_spell(outer) and inner.precision is DatePrecision.DAY and outer.start <= inner.start <= outer.end
        for outer in wide
        for inner in fine
    ):
        return False
    frames = [clue.frame for clue in (*mine, *theirs)]
    taken = (first.toll.casualties.kidnapped, second.toll.casualties.kidnapped)
    as_many = taken[0] is not None and taken[0] == taken[1]  # "the couple", and then by name
    set_apart = any(clue.frame.other for clue in (theirs if as_many else (*mine, *theirs)))
    if set_apart or any(frame.plural or frame.earlier_matter for frame in frames):
        return False
    if any(clue.frame.turns or clue.frame.recalls for clue in theirs):
        return False
    seized = FAMILY[first.type.value] is Family.SEIZURE and any(
        FAMILY[clue.frame.type] is Family.SEIZURE for clue in theirs
    )
    if not seized and not are_alike(first, second):
        return False
    set_down = [[clue for clue in clues if clue.place and not _is_bound_for(clue.place)] for clues in (mine, theirs)]
    places = {relate_places(one, other) for one in set_down[0] for other in set_down[1]}
    if places & OTHER_PLACES and (places & AFAR or not targets_of(first) & targets_of(second)):
        return False
    # "Six who were abducted last week are free" says how many came free, not how many were taken.
    freed = any(fill.value.status is VictimStatus.RELEASED for fill in first.toll.victims)
    kinds = [kind for kind in TOLLS if not (freed and kind == "kidnapped")]
    tolls = [(getattr(first.toll.casualties, kind), getattr(second.toll.casualties, kind)) for kind in kinds]
    return not any(one and other and not agree_roughly(one, other) for one, other in tolls)


def _is_spell(when: When) -> bool:
    """Whether it is one weekend, week, month or year, in which one act may lie; "the past year" holds many."""
    if when.precision is DatePrecision.WEEK or (when.precision in SPELLS and when.start.day == 1):
        return True
    return "weekend" in (when.text or "").casefold() and (when.end - when.start).days == 1

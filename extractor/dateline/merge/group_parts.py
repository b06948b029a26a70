"""Finds who, of people told of one by one, were counted together before: "three teens", then "a boy and two girls"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from dateline.merge.clues import CARED as BROUGHT_IN
from dateline.merge.fates import HURT_STATE
from dateline.merge.figures import OWN_HAND
from dateline.merge.same_people import FIGHTERS, UNIFORMED, VAGUE_CATEGORIES, is_kin
from dateline.merge.told import Told
from dateline.records import VictimCategory

if TYPE_CHECKING:
    from dateline.merge.groups import Group

CARED = (HURT_STATE, *BROUGHT_IN)  # rules of how the hurt are
MOST = 5  # dead, each by a name, who are matched with those told killed without one
NEAR = 2  # sentences behind two people in which a sentence may tell of each of them


def has_people(item: Told) -> bool:
    """Whether the words tell of somebody, and not that nobody was harmed."""
    return item.people is not None and item.figure != 0


def find_divided(told: Sequence[Told], whole: Group) -> frozenset[int]:
    """Return the places in `told` of those of one sentence who sum up to the group."""
    headline = all(member.title for member in whole.members)
    open_to_all = whole.nondescript or headline or any(member.definite for member in whole.members)
    for sentence in sorted({item.sentence for item in told}):
        mine = [i for i, item in enumerate(told) if item.sentence == sentence and has_people(item)]
        if not open_to_all and not all(is_one_by_name(told[i], whole) or _is_one_of(told[i], whole) for i in mine):
            continue  # "two men were shot dead", then "Ben Cole and Omar Ruiz were killed"
        if sum(told[i].figure or 0 for i in mine) != whole.figure:
            mine = [i for i in mine if not told[i].harm.part]  # "a boy and two girls, one of them a pupil"
        if _tells_doers(whole, [told[i] for i in mine]):
            continue
        sizes = [told[i].figure or 0 for i in mine]
        if len(mine) > 1 and 0 not in sizes and sum(sizes) == whole.figure and not any(told[i].adds for i in mine):
            return frozenset(mine)
    return frozenset()


def _tells_doers(whole: Group, parts: Sequence[Told]) -> bool:
    """Whether attackers are told of, who are none of those whom they killed.

    "Raiders killed five people", and then: "troops killed three raiders and lost two soldiers".
    """
    by_doers = any(member.by_doers for member in whole.members)
    return by_doers and any(part.category is VictimCategory.PERPETRATOR for part in parts)


def find_counted_up(told: Sequence[Told], whole: Group) -> frozenset[int]:
    """Return the places in `told` of those who are told one after the other and sum up to the group.

    "Five were shot. Two women were found with wounds. Three more victims came to hospital later."
    """
    if not (whole.nondescript or whole.category is VictimCategory.CIVILIAN):
        return frozenset()
    last = whole.members[0].sentence
    later = [i for i, item in enumerate(told) if item.sentence > last and not item.harm.part]
    # "Attack kills nine", and below: "killing eight people", "the bomber also died".
    mine = [i for i in later if not told[i].definite or told[i].category is VictimCategory.PERPETRATOR]
    mine = [i for i in mine if has_people(told[i]) and told[i].figure != whole.figure and not told[i].is_vague]
    if not whole.nondescript and not all(is_kin(whole.category, told[i].category) for i in mine):
        return frozenset()  # "nine civilians", then "six others" here and "three civilians" there
    if _tells_doers(whole, [told[i] for i in mine]):
        return frozenset()
    apart = any(told[i].adds for i in mine) or _are_different(told[i] for i in mine)
    return frozenset(mine) if apart and sum(told[i].figure or 0 for i in mine) == whole.figure else frozenset()


def match_names(told: Sequence[Told], groups: Sequence[Group]) -> Iterator[tuple[int, Group]]:
    """Yield for each place in `told` of one named dead the group of a killer, and of those he killed, that it names.

    "A man shot his wife and himself", and then: "they found the bodies of Ben and Ana Cole", as many as both groups.
    """
    whole = [group for group in groups if group.main]
    doers = [group for group in whole if group.members[0].harm.rule.startswith(OWN_HAND)]
    if len(doers) != 1 or len(whole) > MOST or any(group.names or group.figure != 1 for group in whole):
        return
    for sentence in sorted({item.sentence for item in told}):
        mine = [i for i, item in enumerate(told) if item.sentence == sentence and item.name and item.figure == 1]
        if len({told[i].name for i in mine}) != len(whole) or len(mine) != len(whole):
            continue
        # The killer is told of first where nothing else tells who he is.
        order = [*doers, *(group for group in whole if group not in doers)]
        fitting = (
            pairs
            for pairs in (list(zip(mine, some, strict=True)) for some in permutations(order))
            if not any(m.traits.differ(told[i].traits) for i, group in pairs for m in group.members)
        )
        yield from next(fitting, [])
        return


def are_all_but_doers(item: Told, whole: Group) -> bool:
    """Whether they are so many as the attackers among the dead leave, whoever some of them have been told to be.

    "Ten people died, two deputies among them. All four attackers are among the dead. Six civilians were killed."
    """
    if not (whole.main and whole.nondescript) or item.name or item.harm.part or item.category in FIGHTERS:
        return False
    doers = sum(part.figure or 0 for part in whole.parts if part.category in FIGHTERS)
    return 0 < doers < (whole.figure or 0) == doers + (item.figure or 0) and whole.left != item.figure


def take_parts(group: Group, whole: Group) -> None:
    """Make those parts of the whole who are no attackers parts of the `group`, in which they are counted."""
    moved = [part for part in whole.parts if part.category not in FIGHTERS]
    for part in moved:
        part.whole = group
    group.parts.extend(moved)
    whole.parts = [part for part in whole.parts if part not in moved]


def take_in(whole: Group, groups: Sequence[Group]) -> None:
    """Make those told apart, who are placed first, parts of their people told beside the total.

    "Five soldiers were killed. The dead are Ana Ruiz and Ben Cole. Fourteen rebels died" has the rebels for its total.
    """
    told = whole.members[0]
    for group in groups:
        parts = not (group.main or group.inside) and all(m.harm.part and m.order > told.order for m in group.members)
        alike = whole.category not in VAGUE_CATEGORIES and group.category is whole.category
        if parts and alike and (whole.left or 0) >= (group.figure or 1) and group.figure != whole.figure:
            whole.parts.append(group)
            group.inside, group.whole = True, whole


def is_total_of_all(groups: Sequence[Group]) -> bool:
    """Whether the total tells of all: "140 people were hurt", where "90 others" are others than the dead."""
    whole = [group for group in groups if group.main]
    return len(whole) == 1 and whole[0].nondescript and not any(member.adds for member in whole[0].members)


def tells_how_some_fared(item: Told, whole: Group) -> bool:
    """Whether the words tell no more than how some of the group's people died, or are.

    "Three attackers died, one of them shot by police"; "two are in critical condition", "three of the pupils are in
    hospital".
    """
    if item.people is None or item.name:
        return False
    number = item.people.is_bare
    if number and item.harm.part and item.category in (VictimCategory.UNKNOWN, whole.category):
        return True
    return (number or item.category is whole.category) and item.harm.rule.startswith(CARED)


def is_one_by_name(item: Told, group: Group) -> bool:
    """Whether the item may name one of people counted before without a name."""
    later = item.order > group.members[0].order and not (item.adds or item.also)
    # "Two brothers", of whom one is a nurse: words that tell no calling leave room for any.
    alike = is_kin(group.category, item.category) or (
        group.category is VictimCategory.CIVILIAN and item.category not in FIGHTERS | UNIFORMED
    )
    return bool(item.name) and item.figure == 1 and later and not group.names and alike


def _is_one_of(item: Told, group: Group) -> bool:
    """Whether the item may divide people told of before by what they are: "three teens", then "a boy and two girls"."""
    later = item.order > group.members[0].order and not (item.adds or item.also or item.name)
    alike = is_kin(group.category, item.category) and not any(m.traits.differ(item.traits) for m in group.members)
    # "Two other men were shot", and next "a 24-year-old man was hit in the leg and a 29-year-old in the arm".
    near = 0 < item.sentence - group.members[0].sentence <= NEAR
    return later and alike and (near or (group.figure or 0) > 2)


def _are_different(told: Iterable[Told]) -> bool:
    """Whether several phrases, of which no two are of one number or tell alike of somebody, count different people."""
    items = list(told)
    return len(items) > 1 and not any(
        one.figure == other.figure and not one.traits.differ(other.traits) for one, other in combinations(items, 2)
    )

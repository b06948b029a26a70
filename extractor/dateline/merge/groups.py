"""Tells the groups of people apart: retellings joined, parts taken out of the whole, a covered total dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.merge.fates import HURT_STATE
from dateline.merge.figures import OWN_HAND, is_vague
from dateline.merge.group_parts import (
    are_all_but_doers,
    find_counted_up,
    find_divided,
    has_people,
    is_one_by_name,
    is_total_of_all,
    match_names,
    take_in,
    take_parts,
    tells_how_some_fared,
)
from dateline.merge.group_retellings import are_fighters, called_so, is_told_in_passing, tells_same_people
from dateline.merge.same_people import (
    FIGHTERS,
    UNIFORMED,
    VAGUE_CATEGORIES,
    is_kin,
    is_same_name,
)
from dateline.merge.statements import Statement, is_outdone
from dateline.merge.told import Told
from dateline.records import Count, VictimCategory, VictimStatus

ALL_TOLD = re.compile(r"(?:both|all)\b", re.IGNORECASE)
MOSTLY = re.compile(r"(?:mostly|mainly|largely|chiefly|most|many|some)\b", re.IGNORECASE)
RELATED = re.compile(r"\b(?:colleagues?|companions?|comrades?|friends?)$", re.IGNORECASE)  # others than the one told of


@dataclass(slots=True)
class Group:
    """People of one status told apart from others, as they are gathered."""

    members: list[Told]
    count: Count | None
    main: bool  # stated where the total is
    parts: list[Group] = field(default_factory=list)
    inside: bool = False  # a part of another group
    whole: Group | None = None  # that group
    beside: bool = False  # doers beside the people whom the words say they killed

    @property
    def figure(self) -> int | None:
        """The number of people, None when no member gives one."""
        return self.count.best if self.count else None

    @property
    def names(self) -> list[str]:
        """The names given."""
        return [item.name for item in self.members if item.name]

    @property
    def nationality(self) -> str | None:
        """Of which country they are, or those of whom somebody named is one: "two Italians, Ana Ruiz and Ben Cole"."""
        told = (item.people.nationality for item in self.members if item.people is not None)
        own = next((country for country in told if country is not None), None)
        return self.whole.nationality if own is None and self.names and self.whole is not None else own

    @property
    def category(self) -> VictimCategory:
        """Who they are, by the member that tells best."""
        told = [item.category for item in self.members]
        return next((value for value in told if value not in VAGUE_CATEGORIES), told[0])

    @property
    def nondescript(self) -> bool:
        """Whether no member says who they are."""
        return all(item.nondescript for item in self.members if item.figure is not None)

    @property
    def less_dead(self) -> bool:
        """Whether those of them who died are taken out of its figure."""
        return any(item.whole is not None for item in self.members)

    @property
    def most(self) -> int:
        """How many they were before those who died were taken out."""
        return max(item.whole or item.figure or 0 for item in self.members)

    @property
    def apart(self) -> bool:
        """Whether they are only set apart from those of another fate."""
        return any(item.apart for item in self.members) and all(item.apart or not item.adds for item in self.members)

    @property
    def left(self) -> int | None:
        """How many are left when the parts are taken out."""
        if self.figure is None:
            return None
        return self.figure - sum(part.figure or 0 for part in self.parts)


def group_people(told: Sequence[Told], main: Statement | None) -> list[Group]:
    """Return the groups of one status, in order of text; `main` is the statement of the total."""
    stated = set(main.items) if main else set()
    groups = [Group([item], item.harm.count, main=True) for item in told if item in stated and has_people(item)]
    rest = [item for item in told if item not in stated and has_people(item)]
    rest = [item for item in rest if main is None or not is_outdone(item, main)]
    # "Four were killed and 13 seized. Eleven of the abducted men were found dead": none of the four.
    seized = [item for item in rest if item.of_seized and main is not None and (item.figure or 0) > main.best]
    groups.extend(Group([item], item.harm.count, main=False, beside=True) for item in seized[:1])
    rest = [item for item in rest if item not in seized]
    if main is not None and any(item.active and item.figure == main.best for item in told):
        # "killing 29": those whom the attackers killed; "police shot dead four of the attackers" tells of more.
        fought = [item for item in rest if item.category in FIGHTERS and not item.harm.part and _is_apart(item, told)]
        # "Fighting killed six": "four rebels and two soldiers died" shares them out.
        parts = [rest[i] for group in groups[:1] for i in _find_shared(rest, group)]
        fought = [item for item in fought if item.figure != main.best and item not in parts]
        groups.extend(
            Group([item], item.harm.count, main=False, beside=True) for item in fought if _is_more(item, groups)
        )
        rest = [item for item in rest if not any(item in group.members for group in groups)]
    rest = [item for item in rest if not _sums_up(item, groups)]
    divided = _divide(rest, groups)
    rest = [item for i, item in enumerate(rest) if i not in divided]
    matched = dict(match_names(rest, groups))
    for i, group in matched.items():
        group.members.append(rest[i])
    rest = [item for i, item in enumerate(rest) if i not in matched]
    # Parts come first and what refers back last: both need their people to be there.
    nested = _find_nested(rest, groups)
    for item in sorted(rest, key=lambda item: (not item.harm.part, item.definite and not item.name, item.order)):
        _place(item, groups, nested=nested)
    groups = [group for group in groups if not _is_covered(group, groups)]
    return sorted(groups, key=lambda group: group.members[0].order)


def _is_apart(item: Told, told: Sequence[Told]) -> bool:
    """Whether fighters are none of those counted: not "the rebels" of "killing six rebels"."""
    if not item.definite:
        return True
    counted = {other.category for other in told if other is not item and other.active and other.figure}
    return item.category is VictimCategory.PERPETRATOR and not counted & FIGHTERS


def _is_more(item: Told, groups: Sequence[Group]) -> bool:
    """Whether fighters killed come on top of people of whom the total says no more than their number."""
    doer = item.harm.status is VictimStatus.INJURED and item.category is VictimCategory.PERPETRATOR
    killed = (item.harm.status is VictimStatus.KILLED or doer) and item.figure is not None
    whole = [group for group in groups if group.main]
    if not killed or item.harm.rule.startswith(OWN_HAND) or len(whole) != 1 or len(groups) != 1:
        return False
    return whole[0].nondescript and whole[0].count is not None and not is_vague(whole[0].count)


def _sums_up(item: Told, groups: Sequence[Group]) -> bool:
    """Whether a figure told elsewhere counts all groups of the total: "a woman and a child", then "two civilians"."""
    whole = [group for group in groups if group.main]
    if len(whole) < 2 or item.name or item.adds or item.also or (item.figure or 0) < 2:
        return False
    here = any(
        # "Eight remain in hospital, three with burns and five with wounds": the first tells of all.
        member.sentence == item.sentence and item.span.start > member.span.start
        for group in whole
        for member in group.members
    )
    if item.harm.part and not item.nondescript and not item.harm.rule.startswith(HURT_STATE):
        return False
    apart = item.category not in VAGUE_CATEGORIES and any(not is_kin(group.category, item.category) for group in whole)
    return not here and not apart and item.figure == sum(group.figure or 0 for group in whole)


def _divide(told: Sequence[Told], groups: list[Group]) -> frozenset[int]:
    """Make those told apart who sum up to the one main group its parts; return their places in `told`."""
    several = [group for group in groups if (group.figure or 0) > 1]
    whole = several[0] if len(several) == 1 else None
    if whole is None or not (len(groups) == 1 or whole.nondescript):  # "he killed four and himself"
        return frozenset()
    divided = _find_shared(told, whole)
    for i in sorted(divided):
        group = Group([told[i]], told[i].harm.count, main=False, inside=True, whole=whole)
        whole.parts.append(group)
        groups.append(group)
    return divided


def _find_shared(told: Sequence[Told], whole: Group) -> frozenset[int]:
    """Return the places in `told` of those who are the group's people, told apart."""
    return find_divided(told, whole) or find_counted_up(told, whole)


def _find_nested(told: Sequence[Told], groups: Sequence[Group]) -> frozenset[int]:
    """Return the sentences whose parts are more than the whole: "six of them, among them a couple" of eight."""
    whole = next((group.figure for group in groups if group.main and group.figure), None)
    parts = [item for item in told if item.harm.part and item.figure]
    sums = {item.sentence: sum(p.figure or 0 for p in parts if p.sentence == item.sentence) for item in parts}
    return frozenset(sentence for sentence, size in sums.items() if whole is not None and size > whole)


def _place(item: Told, groups: list[Group], *, nested: frozenset[int] = frozenset()) -> None:
    """Put an item with its people, make it a part of a larger group, or let it found a group of its own."""
    # By name first: "the man" may be anyone, "Cole" is Ben Cole.
    named = (group for group in groups if item.name and any(is_same_name(item.name, name) for name in group.names))
    same = next(named, None) or next(
        (group for group in called_so(item, groups) if tells_same_people(group, item)), None
    )
    if same is not None:
        same.members.append(item)
        if same.count is None or (is_vague(same.count) and item.harm.count and not is_vague(item.harm.count)):
            same.count = item.harm.count or same.count
        return
    besides = item.adds and not (item.apart and is_total_of_all(groups))
    if any(group.main for group in groups) and item.nondescript and not besides and not item.harm.part:
        return  # another total, a lower or an older one
    if _means_named(item, groups):
        return  # "Ana Ruiz and Ben Cole were seized. The two men were on their way"
    if item.harm.part and not item.name and any(group.main and _are_all_named(group) for group in groups):
        return  # "five people, two of them girls", and then each of the five by name
    if item.title and not item.name and groups and not any(group.members[0].title for group in groups):
        return  # what the headline tells is told again
    group = Group([item], item.harm.count, main=False)
    whole = _find_whole(item, groups, nested=nested)
    if whole is not None and item.sentence not in nested and tells_how_some_fared(item, whole):
        return
    if whole is not None:
        if are_all_but_doers(item, whole):
            take_parts(group, whole)
        whole.parts.append(group)
        group.inside, group.whole = True, whole
    elif any(_is_older_total(item, group) for group in groups):
        return  # "nine pilgrims died", and later "ten bodies have been recovered; three of the dead were children"
    else:
        take_in(group, groups)
    groups.append(group)


def _is_older_total(item: Told, group: Group) -> bool:
    """Whether an earlier figure is of the people of a larger total, told without words, whose parts are taken out."""
    if not (group.main and group.nondescript and group.parts) or item.harm.part or item.adds or item.also:
        return False
    size = item.figure or 0
    later = item.order < group.members[0].order and not group.members[0].adds
    return later and 1 < size < (group.figure or 0) and size > (group.left or 0) and item.category not in FIGHTERS


def _means_named(item: Told, groups: Sequence[Group]) -> bool:
    """Whether "the two men" are so many people as have been named right before."""
    if not item.definite or item.name or item.harm.part or (item.figure or 0) < 2:
        return False
    if (
        ALL_TOLD.match(item.words)
        and item.nondescript
        and sum(g.figure or 0 for g in groups if not g.inside) == item.figure
    ):
        return True  # "Ana Ruiz and her son were shot", and far below "both survived with wounds"
    near = [
        group
        for group in groups
        if group.names and any(0 <= item.sentence - m.sentence <= 1 and m.order <= item.order for m in group.members)
    ]
    return len(near) == item.figure


def _find_whole(item: Told, groups: Sequence[Group], *, nested: frozenset[int]) -> Group | None:
    """Return the larger group that the item singles some people out of."""
    size = item.figure or 1
    if item.harm.rule.startswith(OWN_HAND):
        # Bombers come on top of those whom they kill, "four dead" in a murder and suicide are all.
        dead = (g for g in groups if g.main and g.nondescript and g.left and _are_told_dead(g))
        return next(dead, None) if item.harm.rule == OWN_HAND + "doer" else None
    doers = item.category is VictimCategory.PERPETRATOR and item.harm.status is VictimStatus.KILLED
    apart = item.harm.part and item.sentence in nested
    inner = [
        group
        for group in groups
        if group.inside and group.members[0].sentence == item.sentence and (apart or _is_named_beside(item, group))
    ]
    for group in (*reversed(inner), *_by_nearness(item, groups)):
        if are_all_but_doers(item, group):
            return group
        left = group.left
        if left is None or left < size or group.figure == size:
            continue
        if item.words.lower().startswith("their ") and not group.nondescript:
            continue  # "two children", "two brothers", then "their mother"
        if item.order < group.members[0].order and all(m.adds or RELATED.search(m.words) for m in group.members):
            continue  # "a fan was hurt", then "two other fans", "two friends"
        if item.harm.part and group.members[0].order <= item.order and not _is_other_side(item, group):
            return group
        # "They killed porters and a teacher": who is told without a number may be any of them.
        here = any(member.sentence == item.sentence and member.figure is not None for member in group.members)
        # "A girl died, taking the toll to two": the toll takes in whom its sentence tells of.
        here = here and not any(member.harm.total for member in group.members)
        grave = item.harm.rule.startswith(HURT_STATE)  # "four others remain in hospital"
        rest = group.main and bool(group.parts) and left == size  # "six of them", then "two others"
        fewer = group.less_dead and not any(member.adds for member in group.members)
        if here or (item.adds and not fewer and not grave and not rest) or _is_first_held(item, group):
            continue
        if (doers and _are_those_attacked(group, size)) or (item.also and (group.inside or item.category in FIGHTERS)):
            continue  # "two or three rebels were also hit"
        wider = group.nondescript or (
            not item.someone and group.category is not VictimCategory.UNKNOWN and _are_among(item, group)
        )
        if (wider or (not here and is_one_by_name(item, group))) and (group.figure or 0) > 1:
            return group
    return None


def _is_other_side(item: Told, group: Group) -> bool:
    """Whether somebody by name cannot be one of the group: the soldier Ana Ruiz, one of "at least 15 attackers"."""
    told = {item.category, group.category}
    if not item.name or told & VAGUE_CATEGORIES or told <= UNIFORMED:
        return False
    return not is_kin(item.category, group.category)


def _by_nearness(item: Told, groups: Sequence[Group]) -> list[Group]:
    """Return the groups in which some may be, of several in the item's sentence the one told right before it first.

    "The first blast killed 15 worshippers and the second 12 helpers, among them three nurses": of the helpers. But
    "three soldiers and five villagers, among them a major": of the soldiers.
    """
    if not item.harm.part:
        return list(groups)

    def nearness(group: Group) -> tuple[bool, bool, int]:
        whole = [m for m in group.members if m.sentence == item.sentence and not m.harm.part]
        here = [m.span.start for m in whole if m.span.start < item.span.start]
        own = bool(item.name) and item.category is group.category and item.category not in VAGUE_CATEGORIES
        return own, bool(here) and _are_among(item, group), max(here, default=0)

    return sorted(groups, key=nearness, reverse=True)


def _is_named_beside(item: Told, group: Group) -> bool:
    """Whether a name stands right behind those of whom it is one: "six people, with two Italians, Ana Ruiz and"."""
    if not item.name or (group.figure or 0) < 2 or group.names:
        return False
    behind = item.span.start - group.members[0].span.end
    named = [part.members[0].span.end for part in group.parts if part.names]
    return behind == len(", ") or any(0 < item.span.start - end <= len(", and ") for end in named)


def _are_those_attacked(group: Group, doers: int) -> bool:
    """Whether the total means the people whom attackers killed: "64 people were killed"; "the bomber died too".

    "Three people are dead" takes the gunman in, and so do six people killed of whom five were gunmen.
    """
    return group.main and group.nondescript and not _are_told_dead(group) and doers * 2 < (group.figure or 0)


def _are_told_dead(group: Group) -> bool:
    return any(member.harm.rule.startswith(("harm.dead.", "harm.die.", "harm.fatality.")) for member in group.members)


def _is_first_held(item: Told, group: Group) -> bool:
    """Whether more people are held behind the one told first: "captured a leader", then "detained two suspects"."""
    later = group.members[0]
    held = item.harm.status is VictimStatus.ARRESTED
    return held and item.order < later.order and not item.title and not later.definite and not group.nondescript


def _are_among(item: Told, group: Group) -> bool:
    return is_kin(group.category, item.category) or (item.definite and are_fighters(group, item))


def _is_covered(group: Group, groups: Sequence[Group]) -> bool:
    """Whether the group's parts leave nobody, or it only repeats without a figure what others count."""
    if group.parts and group.left == 0:
        return True
    if group.names:
        return False
    if group.whole is not None and _are_all_named(group.whole):
        return True
    if group.figure is not None:
        return False
    if group.whole is not None and all(MOSTLY.match(member.words) for member in group.members):
        return True  # "20 others, mostly women": who the 20 are
    status = group.members[0].harm.status
    if status is VictimStatus.KILLED:
        return is_told_in_passing(group, groups)
    counted = any(other.figure is not None for other in groups)
    vague = all(item.nondescript or item.definite for item in group.members)
    return any(other is not group for other in groups) and (vague or (status is VictimStatus.INJURED and counted))


def _are_all_named(whole: Group) -> bool:
    """Whether so many of the group have been named as it has people."""
    return (whole.figure or 0) > 1 and sum(1 for part in whole.parts if part.names) == whole.figure

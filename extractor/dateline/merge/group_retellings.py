"""Tells whether the words tell again of a group's people, or of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.merge.figures import is_vague
from dateline.merge.group_sides import are_attackers_of, are_called_fighters, are_foes, are_rivals
from dateline.merge.same_people import (
    FIGHTERS,
    UNIFORMED,
    VAGUE_CATEGORIES,
    are_other_kin,
    counts_on_from,
    is_counted_up,
    is_kin,
    is_same_name,
)
from dateline.merge.told import NEAR_SHARE, Told
from dateline.records import PHYSICAL, VictimCategory, VictimStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.merge.groups import Group

IDENTIFIED = "harm.identified."
CALLING = re.compile(r"(?<![\w-])([a-z]{4,}),? ?$", re.IGNORECASE)  # the word for somebody right before the name
OWNED = re.compile(r"(?:his|her|its|their|whose)\b", re.IGNORECASE)
OTHERS = re.compile(r"\bothers?$", re.IGNORECASE)


def tells_same_people(group: Group, item: Told) -> bool:
    """Whether the item tells again of the group's people."""
    if item.name and group.names:
        return any(is_same_name(item.name, name) for name in group.names)
    if any(member.traits.differ(item.traits) or are_other_kin(member.words, item.words) for member in group.members):
        return False
    if are_called_fighters(group, item):
        return True
    if are_foes(group, item) or are_attackers_of(group, item):
        return False
    alike = (item.definite and are_fighters(group, item)) or _are_uniformed(group, item) or _is_held(group, item)
    if not is_kin(group.category, item.category) and not alike:
        return False
    if item.harm.part and (item.figure != group.figure or _is_other_part(group, item)):
        return False
    here = any(member.sentence == item.sentence for member in group.members)
    if here and _is_identified(group, item):
        return True  # "the man who died has been identified as Ben Cole"
    if here and (item.harm.part or not (item.definite and item.people and item.people.name is None)):
        return any(member.span == item.span for member in group.members)
    if _is_joined(group, item):
        return False
    if item.name or group.names:
        others = item.adds or (item.also and not item.name)  # "one of the rebels was also killed"
        return group.figure in (1, item.figure) and not (_are_more_than(group, item) or others)
    hurt = item.also and item.figure == 1 and item.harm.status in PHYSICAL
    if hurt and not any(_last_word(item) == _last_word(member) for member in group.members):
        return False  # "an instructor", then "the driver also died"
    if item.adds and item.figure == group.figure and group.less_dead:
        return True  # two were shot and one died: "the second victim" is the one left
    if (item.apart or group.apart) and item.figure == group.figure:
        return True  # "three hurt", then "one died, three others were hurt"
    if item.figure == 1 and any(counts_on_from(item, member) for member in group.members):
        return False
    if item.figure == 1 and is_counted_up(item, group.most):
        return True
    if item.adds:
        rivals = bool(OTHERS.search(item.words)) and any(
            OTHERS.search(member.words) and abs(member.sentence - item.sentence) > 1 for member in group.members
        )
        # "Dozens of others" here, "30 others" there.
        counts = [count for count in (item.harm.count, group.count) if count is not None]
        vague = not here and len(counts) > 1 and is_vague(counts[0]) != is_vague(counts[1])
        return (rivals or vague or item.figure == group.figure) and any(member.adds for member in group.members)
    return _agree_in_figure(group, item, here=here)


def _agree_in_figure(group: Group, item: Told, *, here: bool) -> bool:
    """Whether the figures may be of the same people: equal, vague, rival or older ones; `here`: of one sentence."""
    if item.figure is None or group.figure is None:
        # "The guerrillas", uncounted, and "two women": nobody says that these are fighters.
        fighters = group.category in FIGHTERS and item.category is VictimCategory.UNKNOWN
        return not (fighters and item.figure is not None and not item.definite and not item.nondescript)
    if item.figure == group.figure:
        return not any(member.adds for member in group.members) or item.category == group.category
    if item.definite:
        # "The driver" of 20 people dead is one of them.
        one = item.figure == 1 and not item.nondescript and item.people is not None and item.people.rule != "people.man"
        other = VictimCategory.CHILD in (item.category, group.category) and item.category is not group.category
        return item.figure <= group.figure and not (one and ((group.figure or 0) > 2 or other))
    if item.harm.count and is_vague(item.harm.count) and item.figure <= group.figure:
        return True
    if group.count and is_vague(group.count) and item.figure >= group.figure:
        return True
    if (
        item.harm.count
        and item.harm.count.approximate
        and group.figure > 1
        and item.figure <= NEAR_SHARE * group.figure
    ):
        return True  # "at least 11 civilians", then "almost a dozen civilians"
    if not here and are_rivals(group, item):
        return True
    # "12 soldiers" here, "10 soldiers" there: an older or a rival figure for them.
    return item.category == group.category and item.figure < group.figure and item.figure > 1


def _is_joined(group: Group, item: Told) -> bool:
    """Whether the same word tells of both, one beside the other: "the murder of Ana Ruiz and the other nuns"."""
    if item.figure is not None or item.harm.part:
        return False
    return any(m.harm.head == item.harm.head and not m.span.overlaps(item.span) for m in group.members)


def _are_more_than(group: Group, item: Told) -> bool:
    """Whether several are others than the one named, or take him in: "Ana Ruiz was hit. Five guards were hurt"."""
    if group.figure != 1 or (item.figure or 1) == 1:
        return False
    other = item.category not in VAGUE_CATEGORIES and group.category in VAGUE_CATEGORIES
    return other or all(member.harm.part for member in group.members)


def _is_other_part(group: Group, item: Told) -> bool:
    """Whether both are some of those harmed, and different ones: "two women", "two policemen also died"."""
    if item.name or group.names or item.definite or not all(member.harm.part for member in group.members):
        return False
    words = {_last_word(told) for told in (item, *group.members)}
    if item.also and len(words) > 1:
        return True
    return any(_are_sex_and_calling(item, m) or _are_sex_and_calling(m, item) for m in group.members)


def _last_word(told: Told) -> str:
    return told.words.rpartition(" ")[2].lower()


def _are_sex_and_calling(one: Told, two: Told) -> bool:
    """Whether one is told by sex alone, and the other is of those who are told by what they are: "women", "guards"."""
    plain = one.people is not None and one.people.rule == "people.man"
    return plain and two.category in FIGHTERS | UNIFORMED


def _is_identified(group: Group, item: Told) -> bool:
    """Whether one of the two only names the other, who has no name yet."""
    if not group.figure == item.figure == 1 or (item.name and group.names):
        return False
    return any(member.harm.rule.startswith(IDENTIFIED) for member in (item, *group.members))


def are_fighters(group: Group, item: Told) -> bool:
    """Whether both may be one side's fighters: "a rebel commander", then "the commander"."""
    return {group.category, item.category} == {VictimCategory.MILITARY, VictimCategory.MILITANT}


def _are_uniformed(group: Group, item: Told) -> bool:
    """Whether a headline's "officer" may be the "sergeant" of the story."""
    titled = item.title != all(member.title for member in group.members)
    return titled and item.figure == group.figure and {group.category, item.category} <= UNIFORMED


def _is_held(group: Group, item: Told) -> bool:
    """Whether a suspect whom the police hold may be who goes by name: "a man was arrested. John Poe, 35, was held"."""
    if item.harm.status is not VictimStatus.ARRESTED:
        return False
    kinds = {group.category, item.category}
    if kinds == {VictimCategory.CHILD, VictimCategory.PERPETRATOR}:
        # "A 17-year-old boy was arrested", and then "the suspect was picked up at his flat".
        return group.figure == item.figure == 1 and item.words.lower().startswith("the ") and not group.names
    return bool(item.name) != bool(group.names) and kinds <= {VictimCategory.PERPETRATOR, *VAGUE_CATEGORIES}


def called_so(item: Told, groups: Sequence[Group]) -> Sequence[Group]:
    """Return the groups that go by the calling before a name where there are any: "a driver", "two passengers".

    "Passenger Ana Ruiz" is not the driver, and "the slain pastors" are the two pastors among 16 people.
    """
    words = item.words.partition(item.name)[0] if item.name else item.words
    calling = CALLING.search(words) if item.name or (item.definite and item.figure is None) else None
    forms = {calling[1].lower(), f"{calling[1].lower()}s"} if calling else set()
    called = [g for g in groups if any(not forms.isdisjoint(m.words.lower().split()) for m in g.members)]
    # "A woman and two pastors", then "Rev. Omar Ali".
    known = item.name and item.category not in VAGUE_CATEGORIES
    return called or [g for g in groups if known and g.category is item.category and not g.names] or groups


def is_told_in_passing(group: Group, groups: Sequence[Group]) -> bool:
    """Whether the words tell of nobody in particular, or others count whom they mean: "strikes that kill civilians"."""
    if group.category is VictimCategory.PERPETRATOR or any(OWNED.match(item.words) for item in group.members):
        return True  # "killed her and her children", and then "the murder of his family"
    here = {(item.sentence, item.harm.head) for item in group.members}
    others = [other for other in groups if other is not group and other.figure is not None]
    if not others:  # "the massacre of the Jesuits"
        unknown = group.category is VictimCategory.UNKNOWN  # "the men"
        return unknown or not any(item.definite and not item.nondescript for item in group.members)
    # "A judge and other officials were killed".
    return not all(
        any((m.sentence, m.harm.head) in here for m in other.members) and not other.nondescript for other in others
    )

"""Tells apart people of two sides: fighters from those of a country, attackers from those attacked, rival counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.merge.same_people import FIGHTERS, UNIFORMED, VAGUE_CATEGORIES, is_kin
from dateline.records import VictimCategory

if TYPE_CHECKING:
    from dateline.merge.groups import Group
    from dateline.merge.told import Told

VICTIMS = re.compile(r"\bof (?:the|those|their|his) (?:victims|wounded|injured)\b", re.IGNORECASE)
FOREIGN = re.compile(r"\b(?:foreigners?|expatriates?|tourists?|nationals)\b", re.IGNORECASE)


def are_rivals(group: Group, item: Told) -> bool:
    """Whether two sources count the same side: "the army said nine soldiers died", "rebels spoke of 57 Kenyans"."""
    sources = {member.harm.by for member in (item, *group.members)}
    plural = (item.figure or 0) > 1 and (group.figure or 0) > 1
    sided = VictimCategory.MILITARY in (item.category, group.category) and is_kin(item.category, group.category)
    return plural and sided and None not in sources and len(sources) == len(group.members) + 1


def are_foes(group: Group, item: Told) -> bool:
    """Whether fighters are told here and people of a country, or of another, there: "57 Kenyans", "20 foreigners".

    Or attackers here, and there one of those whom they hurt: "police shot him; one of the victims died in hospital".
    """
    for one, other in (((item,), group.members), (group.members, (item,))):
        fighters = all(told.category in FIGHTERS for told in one)
        if fighters and any(map(_is_of_country, other)) and not any(told.category in FIGHTERS for told in other):
            return True
        doers = all(told.category is VictimCategory.PERPETRATOR for told in one)
        if doers and any(told.of_hurt or VICTIMS.search(told.words) for told in other):
            return True
    return False


def are_called_fighters(group: Group, item: Told) -> bool:
    """Whether another source calls fighters so many as forces are told to have killed.

    "Soldiers killed three Palestinians, the ministry said", and then: "the army said three gunmen were killed".
    """
    first = group.members[0]
    if item.category not in FIGHTERS or group.category in FIGHTERS | UNIFORMED or item.name or item.adds or item.also:
        return False
    by_another = item.harm.by not in (None, first.harm.by)
    return by_another and first.by_state and item.order > first.order and item.figure == group.figure


def are_attackers_of(group: Group, item: Told) -> bool:
    """Whether the item's people attacked those of the group: "12 people were killed", then "all four attackers"."""
    if item.category is not VictimCategory.PERPETRATOR or group.category not in VAGUE_CATEGORIES:
        return False
    return item.definite and (group.figure or 0) > 1 and item.figure != group.figure


def _is_of_country(told: Told) -> bool:
    """Whether the words call people after a country, or foreigners."""
    return bool(told.people and told.people.nationality) or FOREIGN.search(told.words) is not None

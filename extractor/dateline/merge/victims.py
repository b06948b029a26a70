"""Makes the record's victims of the groups that people are told apart in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.merge.figures import OWN_HAND, subtract_count
from dateline.merge.fills import Fill
from dateline.merge.group_retellings import OTHERS
from dateline.merge.groups import Group
from dateline.merge.same_people import VAGUE_CATEGORIES, is_same_name
from dateline.merge.told import Told, is_held_for
from dateline.records import PHYSICAL, Victim, VictimCategory, VictimStatus, exactly
from dateline.spans import Span, merge_spans

# "Seven policemen and 18 others" may be anyone, "70 rebels and 20 others" are rebels to those who tell it.
DISSENTING = re.compile(
    r"\b(?:activists?|dissidents?|campaigners?|critics?|bloggers?|(?:student|union|opposition|community) leaders?|"
    r"unionists?|organi[sz]ers?|defenders?|supporters?|monks?|singers?|poets?|writers?)\b",
    re.IGNORECASE,
)
ANYONE = frozenset((VictimCategory.MILITANT, VictimCategory.CIVILIAN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the happening says of people of whom nothing else is said."""

    war: bool  # bombs from afar or fighting: they may be anyone
    peaceful: bool  # no violent deed: those arrested are not its authors
    protest: bool = False  # those arrested are people of the crowd
    doers: tuple[str, ...] = ()  # the names of those held responsible
    doer_spans: tuple[Span, ...] = ()  # where the text tells of them


def build_victim(group: Group, told: Sequence[Told], text: str, *, setting: Setting) -> Fill[Victim]:
    """Return the record's victim for a group among all that is `told` of the happening."""
    people = [item.people for item in group.members if item.people is not None]
    best = max(group.members, key=lambda item: _telling(item, group.figure))
    count = group.count
    if count is not None:
        for part in group.parts:
            count = subtract_count(count, part.count or exactly(1 if part.names else 0))
    status = VictimStatus(group.members[0].harm.status)
    calling = best.people.calling if best.people is not None else None
    return Fill(
        value=Victim(
            text=(calling or best.span).of(text),
            name=max(group.names, key=len, default=None),
            category=_choose_category(group, told, status, setting, text),
            nationality=group.nationality,
            status=status,
            count=exactly(1) if count is None and group.names else count,
        ),
        spans=merge_spans(
            [person.span for person in people] + [group.members[0].harm.span] + ([calling] if calling else [])
        ),
        rules=tuple(dict.fromkeys(item.harm.rule for item in group.members)),
        confidence=0.7,
    )


def _choose_category(
    group: Group, told: Sequence[Told], status: VictimStatus, setting: Setting, text: str
) -> VictimCategory:
    stated = [item.people.category for item in group.members if item.people and not _are_some(item, group)]
    known = next((value for value in stated if value not in VAGUE_CATEGORIES), None)
    known = known or _category_of_whole(group)
    held = status is VictimStatus.ARRESTED and not setting.peaceful
    if known is not None and not (held and known is VictimCategory.CHILD):
        return known
    if held and known is not None:
        return VictimCategory.PERPETRATOR  # "a 16-year-old was arrested"
    if status is VictimStatus.ARRESTED and setting.peaceful and any(DISSENTING.search(i.words) for i in group.members):
        return VictimCategory.CIVILIAN  # held for what they say, whatever they are charged with
    doers = (*setting.doers, *_find_held(told, setting))
    if any(is_same_name(name, doer) for name in group.names for doer in doers):
        return VictimCategory.PERPETRATOR
    if held and _are_doers(group, setting):
        return VictimCategory.PERPETRATOR  # "a farm worker accused of killing Ben Cole appeared in court"
    if held and group.category is VictimCategory.UNKNOWN:
        return VictimCategory.PERPETRATOR
    if VictimCategory.CIVILIAN in stated:
        return VictimCategory.CIVILIAN
    beside = _category_beside(group.members[0], told, text)
    if beside is not None:
        return beside
    if status is VictimStatus.ARRESTED:
        return VictimCategory.CIVILIAN if setting.protest else VictimCategory.UNKNOWN
    # Those whom bombs from afar hit may be anyone; a man or a woman of whom nothing else is said is a civilian.
    hit = status in PHYSICAL
    plain = all(item.nondescript for item in group.members if not _are_some(item, group))
    return VictimCategory.UNKNOWN if setting.war and hit and plain else VictimCategory.CIVILIAN


def _category_of_whole(group: Group) -> VictimCategory | None:
    """Return who somebody is as one of those who are all named: "three policemen were killed", and then their names."""
    if not group.names or group.whole is None or group.whole.left != 0:
        return None
    category = group.whole.members[0].category
    return None if category in VAGUE_CATEGORIES else category


def _are_doers(group: Group, setting: Setting) -> bool:
    """Whether the very words for somebody are those for who is held responsible."""
    spans = [item.people.span for item in group.members if item.people is not None]
    return any(span.overlaps(doer) for span in spans for doer in setting.doer_spans)


def _are_some(item: Told, group: Group) -> bool:
    """Whether the item tells only of children, uncounted, among people who are counted: "six people", "children"."""
    some = item.harm.count is None and item.people is not None and item.people.category is VictimCategory.CHILD
    return some and not group.names and any(other.harm.count is not None for other in group.members)


def _find_held(told: Sequence[Told], setting: Setting) -> Iterator[str]:
    """Yield the names of those arrested for the deed, who may be hurt or dead as well."""
    if not setting.peaceful:
        yield from (item.name for item in told if item.name and item.harm.status is VictimStatus.ARRESTED)


def _category_beside(item: Told, told: Sequence[Told], text: str) -> VictimCategory | None:
    """Return who "19 others" or "another" are: of the kind named before them in the sentence."""
    if item.people is None or (not item.people.is_bare and not OTHERS.search(item.words)):
        return None
    kinds = ANYONE if OTHERS.search(item.words) else None
    before = [
        other
        for other in told
        if other.sentence == item.sentence
        and other.span.start < item.span.start
        and not other.harm.part
        and not is_held_for(other, item, text)
        and not other.harm.rule.startswith(OWN_HAND)  # "a bomber blew himself up, killing 17 and injuring 50"
    ]
    for other in reversed(before):
        category = other.people.category if other.people else VictimCategory.UNKNOWN
        if category is not VictimCategory.UNKNOWN:
            return category if kinds is None or category in kinds else None
    return None


def _telling(item: Told, figure: int | None) -> tuple[bool, bool, bool, int]:
    return (
        item.name is not None,
        item.harm.count is not None and item.figure == figure,
        item.category not in VAGUE_CATEGORIES,
        item.span.end - item.span.start,
    )

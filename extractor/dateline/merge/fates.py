"""Settles what became of whom where the tellings say it twice: who was shot and is dead, who only seems hurt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.merge.same_people import MULTIPLE, REST, died_later, is_kin, is_of_another, is_same_name
from dateline.records import PHYSICAL, VictimCategory, VictimStatus

if TYPE_CHECKING:
    from dateline.merge.told import Told

ALL = re.compile(r"(?:all|both)\b", re.IGNORECASE)
HURT_STATE = "harm.hurt_state."
ROBBED = ("harm.rob.", "harm.menace.", "harm.hold.")


def settle_fates(told: Sequence[Told]) -> list[Told]:
    """Drop injuries of people who are told killed elsewhere: "was shot", "the injured man died"."""
    told = _tell_each_dead(_without_manners(told))
    told = [_who_died(item, told) for item in told]
    dead = [item for item in told if item.harm.status is VictimStatus.KILLED and item.people]
    numbers = _count_dead(dead)
    spared = _find_beside(told)
    gone = [_is_dead_too(item, dead, numbers, spared) for item in told]
    shot = [item for item, is_gone in zip(told, gone, strict=True) if is_gone and item.name is not None]
    left = _name_dead([item for item, is_gone in zip(told, gone, strict=True) if not is_gone], shot)
    hurt = any(item.harm.status in PHYSICAL and item.category is not VictimCategory.PERPETRATOR for item in left)
    left = [item for item in left if not (item.harm.is_tried and any(_tells_better(o, item) for o in told))]
    spans = {item.span for item in left if item.harm.status is VictimStatus.INJURED}
    # "Was pistol-whipped and robbed": those only robbed are unharmed. "Was shot but survived": nor is that unharmed.
    return [
        item
        for item in left
        if item.harm.status is not VictimStatus.UNHARMED
        or not ((hurt and item.harm.rule.startswith(ROBBED)) or item.span in spans or _is_named_hurt(item, left))
    ]


def _tell_each_dead(told: Sequence[Told]) -> list[Told]:
    """Tell each of the last who were hurt dead where all are: "found Ana Ruiz and Ben Cole shot. Both died"."""
    kept = list(told)
    for item in told:
        if item.harm.status is not VictimStatus.KILLED or not ALL.match(item.words) or not item.nondescript:
            continue
        hurt = [one for one in kept if _is_hurt(one) and one.order < item.order and one.sentence < item.sentence]
        last = [one for one in hurt if one.sentence == hurt[-1].sentence and not one.title]
        if len(last) != item.figure or len(last) == 1 or not all(one.name and one.figure == 1 for one in last):
            continue
        dead = {one.span: replace(one, harm=replace(one.harm, status=VictimStatus.KILLED)) for one in last}
        kept = [dead[one.span] if one in last else one for one in kept if one is not item]
    return kept


def _is_dead_too(item: Told, dead: Sequence[Told], numbers: frozenset[int], spared: frozenset[str]) -> bool:
    """Whether what is told of people hurt, or of how many were shot, is told of the dead."""
    if item.harm.rule.endswith(MULTIPLE) and item.harm.status is VictimStatus.INJURED:
        return (item.figure or 0) > 1 and item.figure in numbers  # both of "a double stabbing" died
    if not _is_hurt(item) or _is_of(item, spared):
        return False
    # "Woman dead, mother hurt": where the sentence tells who died, a headline's dead is none of those hurt.
    here = any(o.sentence == item.sentence and not o.harm.part and o.span != item.span for o in dead)
    if here and item.figure == 1:
        dead = [other for other in dead if not other.title]
    return _is_dead(item, dead) or _are_all_dead(item, numbers)


def _name_dead(told: Sequence[Told], shot: Sequence[Told]) -> list[Told]:
    """Give one dead without a name that of who is told shot behind: "killed the mayor. Ana Ruiz, 43, was shot as".

    Or before, where the words mean the one told of: "Ben Cole, 14, was stabbed. The schoolboy died at the scene".
    """
    names = {item.name for item in told if item.harm.status is VictimStatus.KILLED and item.name}
    fresh = [item for item in shot if item.figure == 1 and not any(is_same_name(item.name or "", n) for n in names)]
    named = list(told)
    for number, item in enumerate(told):
        if item.harm.status is not VictimStatus.KILLED or item.figure != 1 or item.name or item.people is None:
            continue
        # A headline's dead has the name where nothing below tells of anybody dead.
        alone = len(fresh) == 1 and not any(o.harm.status is VictimStatus.KILLED and not o.title for o in told)
        near = (
            s
            for s in fresh
            if (s.order > item.order and (alone or not item.title)) or (s.order < item.order and item.definite)
        )
        who = next((s for s in near if died_later(s, item)), None)
        if who is not None and who.people is not None:
            people = replace(item.people, name=who.name)
            named[number] = replace(item, harm=replace(item.harm, people=people))
            fresh.remove(who)
    return named


def _is_named_hurt(item: Told, told: Sequence[Told]) -> bool:
    """Whether one who is told unharmed by name was hurt: "Mr Ruiz survived after a week in intensive care"."""
    name = item.name
    return name is not None and any(_is_hurt(one) and one.name and is_same_name(name, one.name) for one in told)


def _find_beside(told: Sequence[Told]) -> frozenset[str]:
    """Return the words for one who is brought in as hurt behind one killed: "killing a clerk and shooting a buyer"."""
    return frozenset(
        _head_of(item)
        for item in told
        if _is_hurt(item)
        and item.figure == 1
        and item.words.lower().startswith(("a ", "an "))
        and any(
            other.harm.status is VictimStatus.KILLED
            and other.figure
            and other.sentence == item.sentence
            and other.order <= item.order
            and other.span.end < item.span.start
            and _head_of(other) != _head_of(item)
            for other in told
        )
    )


def _is_of(item: Told, heads: frozenset[str]) -> bool:
    """Whether the one hurt is told of by one of these words, and is nobody by name."""
    return item.name is None and _head_of(item) in heads


def _head_of(item: Told) -> str:
    """Return the last word of what the people are called, "customer" of "the customer, a 33-year-old woman"."""
    words = item.words.partition(",")[0].lower().split()
    return words[-1] if words else ""


def _tells_better(other: Told, tried: Told) -> bool:
    """Whether it tells what became of somebody on whom an act was tried: "tried to kill Ana Ruiz. Ruiz was hurt"."""
    if other.harm.is_tried or other.people is None or other.figure == 0:
        return False
    if tried.name is None or other.name is None:
        return other.name is None and other.figure == tried.figure and is_kin(other.category, tried.category)
    return is_same_name(other.name, tried.name)


def _is_dead(hurt: Told, dead: Sequence[Told]) -> bool:
    return any(died_later(hurt, other) and not is_of_another(hurt, other, dead) for other in dead)


def _count_dead(dead: Sequence[Told]) -> frozenset[int]:
    """Return how many dead the text tells of in all, each once by what they are called, and in each sentence."""
    whole = sum({item.name or item.words: item.figure or 0 for item in dead}.values())
    sentences = {item.sentence: 0 for item in dead if not item.harm.part}
    for item in dead:
        if not item.harm.part:
            sentences[item.sentence] += item.figure or 0
    return frozenset((whole, *sentences.values()))


def _are_all_dead(hurt: Told, dead: frozenset[int]) -> bool:
    """Whether "all three had been stabbed" tells how the three dead died."""
    many = (hurt.figure or 0) > 1 and hurt.figure in dead
    return hurt.harm.is_weak and many and ALL.match(hurt.words) is not None


def _without_manners(told: Sequence[Told]) -> list[Told]:
    """Leave out how those killed died: "five were killed, three of them stabbed and two burned"."""
    kept: list[Told] = []
    manner = False  # the item before was left out
    for item in told:
        here = [other for other in told if other.sentence == item.sentence and other.span.start < item.span.start]
        dead = any(o.harm.status is VictimStatus.KILLED and (o.figure or 0) > (item.figure or 1) for o in here)
        alive = any(o.harm.status is VictimStatus.INJURED and not o.harm.part for o in here if o in kept)
        weak = item.harm.is_weak or item.harm.rule.endswith(".near")
        weak = weak and not item.harm.rule.startswith(HURT_STATE)  # nobody died of being "in critical condition"
        part = item.harm.part or (manner and item.people is not None and item.people.is_bare)
        manner = _is_hurt(item) and dead and not alive and weak and part and bool(item.figure)
        if not manner:
            kept.append(item)
    return kept


def _who_died(item: Told, told: Sequence[Told]) -> Told:
    """Return "both died" with the people told hurt before, whom it means."""
    if item.harm.status is not VictimStatus.KILLED or not item.people or not (item.nondescript and item.definite):
        return item
    if item.figure == 1 and REST.match(item.words):
        return item  # "one boy died at the scene, the other in hospital": none of those hurt
    hurt = [other for other in told if _is_hurt(other) and other.order < item.order and died_later(other, item)]
    if not hurt or hurt[-1].people is None:
        return item
    who = hurt[-1].people
    return replace(item, words=hurt[-1].words, harm=replace(item.harm, people=replace(who, head=item.people.head)))


def _is_hurt(item: Told) -> bool:
    return item.harm.status is VictimStatus.INJURED and item.people is not None

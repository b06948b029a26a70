"""Makes weapons of the mentions of one happening's tellings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.find.weapons import ACT, HELD, infer_weapon
from dateline.frames import Frame, Reality
from dateline.mentions import WeaponMention
from dateline.merge.fills import Fill
from dateline.records import WEAPON_PARENT, EventType, Weapon, WeaponCategory
from dateline.spans import merge_spans

# Acts in which one side throws stones and the other "opened fire": the word for the fire tells a weapon of its own.
MIXED_TYPES = frozenset({EventType.RIOT})
HOLDING_TYPES = frozenset({EventType.WEAPONS_SEIZURE, EventType.ARREST})  # acts whose weapons are found, not used


def build_weapons(frames: Sequence[Frame], event_type: EventType, text: str) -> tuple[Fill[Weapon], ...]:
    """Return each weapon category once; a general word gives way to a finer one ("explosive", "car bomb").

    What is only possible or a habit names no weapon beside what is told. Weapons that were only held count where
    finding them is the act. A weapon that the word for the act tells
    ("stabbed") counts where no other is named, and what the type tells where there is not even that.
    """
    told = [frame for frame in frames if frame.reality is Reality.TOLD]
    mentions = [weapon for frame in told or frames for weapon in frame.weapons]
    if not mentions:
        mentions = [weapon for frame in frames for weapon in frame.weapons]
    if event_type is EventType.AIRSTRIKE:
        mentions = [_dropped(weapon) for weapon in mentions]
    if event_type not in HOLDING_TYPES:
        mentions = [weapon for weapon in mentions if HELD not in weapon.rule]
    named = [weapon for weapon in mentions if not weapon.rule.endswith(ACT)]
    if event_type in MIXED_TYPES and not any(_is_firearm(weapon) for weapon in named):
        named += [weapon for weapon in mentions if weapon.rule.endswith(ACT) and _is_firearm(weapon)]
    fills = _one_for_each_category(named or mentions, text)
    inferred = infer_weapon(event_type)
    if fills or inferred is None:
        return fills
    triggers = [trigger for frame in frames for trigger in frame.triggers if trigger.type is event_type]
    if not triggers:
        return ()
    weapon = Weapon(category=inferred, text=triggers[0].span.of(text), count=None)
    return (Fill(value=weapon, spans=(triggers[0].span,), rules=("weapon:type",), confidence=0.5),)


def _is_firearm(weapon: WeaponMention) -> bool:
    return WeaponCategory.FIREARM in (weapon.category, *_ancestors(weapon.category))


def _dropped(weapon: WeaponMention) -> WeaponMention:
    """Return a bomb as one that fell from the air."""
    return replace(weapon, category=WeaponCategory.AERIAL_BOMB) if weapon.category is WeaponCategory.BOMB else weapon


def _one_for_each_category(mentions: Sequence[WeaponMention], text: str) -> tuple[Fill[Weapon], ...]:
    categories = {weapon.category for weapon in mentions}
    covered = {parent for category in categories for parent in _ancestors(category)}
    fills: list[Fill[Weapon]] = []
    for category in dict.fromkeys(weapon.category for weapon in mentions):
        if category in covered:
            continue
        same = [weapon for weapon in mentions if weapon.category is category]
        counted = [weapon for weapon in same if weapon.count is not None]
        best = max(counted, key=lambda weapon: (weapon.count.best or 0) if weapon.count else 0) if counted else same[0]
        fills.append(
            Fill(
                value=Weapon(category=category, text=best.span.of(text), count=best.count),
                spans=merge_spans(weapon.span for weapon in same),
                rules=tuple(dict.fromkeys(weapon.rule for weapon in same)),
                confidence=0.7,
            )
        )
    return tuple(fills)


def _ancestors(category: WeaponCategory) -> set[WeaponCategory]:
    chain: set[WeaponCategory] = set()
    while category in WEAPON_PARENT:
        category = WEAPON_PARENT[category]
        chain.add(category)
    return chain

"""Makes weapons of the mentions of one happening's tellings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.find.weapons import ACT, GUNS, HELD, KNOWN, infer_weapon
from dateline.frames import Frame, Reality
from dateline.mentions import WeaponMention
from dateline.merge.fills import Fill
from dateline.records import ActorKind, EventType, Weapon, WeaponCategory, ancestors
from dateline.spans import merge_spans

# Acts in which one side throws stones and the other "opened fire": the word for the fire tells a weapon of its own.
MIXED_TYPES = frozenset({EventType.RIOT, EventType.PROTEST, EventType.STRIKE, EventType.ARMED_CLASH})
# Acts whose own word tells a weapon also beside others ("shot dead with stones in his hand"): bombs go by many names.
TELLING_TYPES = frozenset({EventType.SHOOTING, EventType.STABBING})
# What words for acts name as plainly as a noun would: "lathi-charged", "petrol-bombed", "stoned".
NAMING_ACTS = frozenset(
    {
        WeaponCategory.BLUNT,
        WeaponCategory.HANDGUN,
        WeaponCategory.INCENDIARY,
        WeaponCategory.MACHINE_GUN,
        WeaponCategory.STONE,
    }
)
_STUFF = re.compile(r"\b(?:dynamite|tnt|c-?4|anfo|semtex|gelignite|gunpowder|ammonium nitrate)\b", re.IGNORECASE)
_DEVICE = re.compile(r"(?:the|that) (?:explosive |deadly )?devices?", re.IGNORECASE)
THROWN = frozenset(
    {
        WeaponCategory.GRENADE,
        WeaponCategory.ROCKET,
        WeaponCategory.MORTAR,
        WeaponCategory.LANDMINE,
        WeaponCategory.MISSILE,
    }
)
GUN_TYPES = frozenset({EventType.SHOOTING, EventType.ROBBERY})
HOLDING_TYPES = frozenset({EventType.WEAPONS_SEIZURE, EventType.ARREST})  # acts whose weapons are found, not used


def build_weapons(frames: Sequence[Frame], event_type: EventType, text: str) -> tuple[Fill[Weapon], ...]:
    """Return each weapon category once; a general word gives way to a finer one ("explosive", "car bomb").

    What is only possible or a habit names no weapon beside what is told. Weapons that were only held count where
    finding them is the act; what those arrested are known for is told of them ("he plans bombings"). A weapon that
    the word for the act tells ("stabbed") counts where no other is named, and what the type tells where there is not
    even that.
    """
    told = [frame for frame in frames if frame.reality is Reality.TOLD]
    mentions = [weapon for frame in told or frames for weapon in frame.weapons]
    if not mentions:
        mentions = [weapon for frame in frames if frame.reality is not Reality.GENERAL for weapon in frame.weapons]
    mentions = [weapon for weapon in mentions if not _means_other(weapon, mentions, text)]
    if event_type is EventType.AIRSTRIKE:
        mentions = [_dropped(weapon, text) for weapon in mentions]
    if event_type in HOLDING_TYPES:
        mentions = [weapon for weapon in mentions if KNOWN not in weapon.rule]
    if event_type not in HOLDING_TYPES:
        by_state = event_type not in GUN_TYPES or any(map(_is_by_forces, frames))
        left_behind = () if by_state else _gun_left_behind(mentions)
        mentions = [weapon for weapon in mentions if HELD not in weapon.rule]
        if all(weapon.category is WeaponCategory.FIREARM for weapon in mentions):
            mentions = [*mentions, *left_behind]
    named = [weapon for weapon in mentions if not weapon.rule.endswith(ACT) or weapon.category in NAMING_ACTS]
    fills = _one_for_each_category(named or _fitting(mentions, event_type), text)
    told_by_act = _tell_by_act(frames, event_type, text)
    if told_by_act is None or any(_is_kin(fill.value.category, told_by_act.value.category) for fill in fills):
        return fills
    telling = event_type in TELLING_TYPES or event_type in MIXED_TYPES
    return (*fills, told_by_act) if telling or not fills else fills


def _gun_left_behind(mentions: Sequence[WeaponMention]) -> list[WeaponMention]:
    """Return the one gun that was found after the act, or had before it: "a revolver lay next to the husband".

    Of several kinds nobody can tell which was fired.
    """
    guns = [weapon for weapon in mentions if HELD in weapon.rule and weapon.category in GUNS]
    one = all(weapon.count is None or weapon.count.best == 1 for weapon in guns)
    return guns if one and len({weapon.category for weapon in guns}) == 1 else []


def _is_by_forces(frame: Frame) -> bool:
    """Whether police or soldiers fired: a gun that was found is that of whom they shot."""
    shots = {trigger.head for trigger in frame.triggers if trigger.type is EventType.SHOOTING}
    return any(stance.actor.kind is ActorKind.STATE and shots & {stance.head, stance.event} for stance in frame.stances)


def _fitting(acts: Sequence[WeaponMention], event_type: EventType) -> Sequence[WeaponMention]:
    """Return what words for acts tell, those for other kinds of act ("poisoned" in a shooting) left out."""
    inferred = infer_weapon(event_type)
    fitting = [weapon for weapon in acts if inferred is not None and _is_kin(weapon.category, inferred)]
    return fitting or acts


def _tell_by_act(frames: Sequence[Frame], event_type: EventType, text: str) -> Fill[Weapon] | None:
    """Return the weapon that the kind of act tells by itself, None where its words tell none."""
    kind = EventType.SHOOTING if event_type in MIXED_TYPES else event_type
    inferred = infer_weapon(kind)
    frames = [frame for frame in frames if frame.reality is Reality.TOLD] or frames
    trigger = next((trigger for frame in frames for trigger in frame.triggers if trigger.type is kind), None)
    if inferred is None or trigger is None:
        return None
    weapon = Weapon(category=inferred, text=trigger.span.of(text), count=None)
    return Fill(value=weapon, spans=(trigger.span,), rules=("weapon:type",), confidence=0.5)


def _is_kin(first: WeaponCategory, second: WeaponCategory) -> bool:
    """Whether the two are of one kind, as a rifle and a handgun are."""
    return not {first, *ancestors(first)}.isdisjoint({second, *ancestors(second)})


def _means_other(weapon: WeaponMention, mentions: Sequence[WeaponMention], text: str) -> bool:
    """Whether "the device" stands for what was told before under another name: a grenade, a rocket."""
    if weapon.category is not WeaponCategory.BOMB or not _is_device(weapon, text):
        return False
    before = [other for other in mentions if other.span.start < weapon.span.start]
    thrown = any(other.category in THROWN and not other.rule.endswith(ACT) for other in before)
    return thrown and not any(o.category is WeaponCategory.BOMB and not _is_device(o, text) for o in before)


def _is_device(weapon: WeaponMention, text: str) -> bool:
    return _DEVICE.fullmatch(text, weapon.span.start, weapon.span.end) is not None


def _dropped(weapon: WeaponMention, text: str) -> WeaponMention:
    """Return a bomb, or a munition that nothing more is told of, as one that fell from the air; no roadside bomb."""
    falls = "roadside" not in weapon.span.of(text).lower() and weapon.category in (
        WeaponCategory.BOMB,
        WeaponCategory.PROJECTILE,
    )
    return replace(weapon, category=WeaponCategory.AERIAL_BOMB) if falls else weapon


def _one_for_each_category(mentions: Sequence[WeaponMention], text: str) -> tuple[Fill[Weapon], ...]:
    categories = {weapon.category for weapon in mentions}
    covered = {parent for category in categories for parent in ancestors(category)}
    fills: list[Fill[Weapon]] = []
    for category in dict.fromkeys(weapon.category for weapon in mentions):
        if category in covered:
            continue
        same = [weapon for weapon in mentions if weapon.category is category]
        counted = [weapon for weapon in same if weapon.count is not None]
        best = max(counted, key=lambda weapon: (weapon.count.best or 0) if weapon.count else 0) if counted else same[0]
        stuff = next((weapon for weapon in mentions if _tells_stuff(weapon, category, text)), None)
        fills.append(
            Fill(
                value=Weapon(category=category, text=best.span.of(text), count=best.count),
                spans=merge_spans(weapon.span for weapon in (*same, *([stuff] if stuff else ()))),
                rules=tuple(dict.fromkeys(weapon.rule for weapon in same)),
                confidence=0.7,
            )
        )
    return tuple(fills)


def _tells_stuff(weapon: WeaponMention, category: WeaponCategory, text: str) -> bool:
    """Whether words tell what a bomb was made of, which says more of it than "a powerful device"."""
    is_explosive = weapon.category is WeaponCategory.EXPLOSIVE and category is WeaponCategory.BOMB
    return is_explosive and _STUFF.search(weapon.span.of(text)) is not None

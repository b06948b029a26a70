"""Makes weapons of the mentions of one happening's tellings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.articles import BlockKind
from dateline.find.weapons import ACT, HELD, infer_weapon
from dateline.frames import Frame, Reality
from dateline.mentions import WeaponMention
from dateline.merge.fills import Fill
from dateline.merge.quotes import is_quoted
from dateline.records import FAMILY, WEAPON_PARENT, EventType, Weapon, WeaponCategory
from dateline.spans import merge_spans
from dateline.weights import load_model

HOLDING_TYPES = frozenset({EventType.WEAPONS_SEIZURE, EventType.ARREST})  # acts whose weapons are found, not used
# Means that acts of a type are done with; types that are left out are done with any.
FIREARM, EXPLOSIVE, PROJECTILE = WeaponCategory.FIREARM, WeaponCategory.EXPLOSIVE, WeaponCategory.PROJECTILE
FITTING: Mapping[EventType, frozenset[WeaponCategory]] = {
    EventType.BOMBING: frozenset({EXPLOSIVE, WeaponCategory.INCENDIARY}),
    EventType.SUICIDE_BOMBING: frozenset({EXPLOSIVE, FIREARM, WeaponCategory.VEHICLE}),
    EventType.SHELLING: frozenset({PROJECTILE, WeaponCategory.DRONE}),
    EventType.AIRSTRIKE: frozenset({EXPLOSIVE, PROJECTILE, WeaponCategory.DRONE}),
    EventType.CHEMICAL_ATTACK: frozenset({WeaponCategory.CHEMICAL}),
    EventType.SHOOTING: frozenset({FIREARM}),
    EventType.STABBING: frozenset({WeaponCategory.BLADE}),
    EventType.BEATING: frozenset({WeaponCategory.BLUNT, WeaponCategory.STONE}),
    EventType.VEHICLE_RAMMING: frozenset({WeaponCategory.VEHICLE}),
    EventType.ARSON: frozenset({WeaponCategory.INCENDIARY}),
}
KEEP = 0.5  # probability from which a category is kept
KEEP_BEST = 0.35  # the same for the likeliest one
Told = tuple[WeaponMention, Frame]


def build_weapons(frames: Sequence[Frame], event_type: EventType, text: str) -> tuple[Fill[Weapon], ...]:
    """Return each weapon category once; a general word gives way to a finer one ("explosive", "car bomb").

    Weapons that were only held count where finding them is the act. A weapon that the word for the act tells
    ("stabbed") counts where no other is named, and what the type tells where there is not even that.
    """
    model = load_model("weapons")
    judged: list[tuple[tuple[Told, ...], float]] = []
    for told in group_weapons(frames, event_type):
        features = describe_weapon(told, frames, event_type, text)
        judged.append((told, model.probability(features) if model else 0.7))
    best = max((probability for _, probability in judged), default=0.0)
    kept = [
        (mention, probability)
        for told, probability in judged
        if probability >= (KEEP_BEST if probability == best else KEEP)
        for mention, _ in told
    ]
    fills = _one_for_each_category(kept, text)
    inferred = infer_weapon(event_type)
    if fills or inferred is None:
        return fills
    triggers = [trigger for frame in frames for trigger in frame.triggers if trigger.type is event_type]
    if not triggers:
        return ()
    weapon = Weapon(category=inferred, text=triggers[0].span.of(text), count=None)
    return (Fill(value=weapon, spans=(triggers[0].span,), rules=("weapon:type",), confidence=0.5),)


def group_weapons(frames: Sequence[Frame], event_type: EventType) -> tuple[tuple[Told, ...], ...]:
    """Return the mentions that may count, those of one category together, in order of first mention."""
    told = [(weapon, frame) for frame in frames for weapon in frame.weapons]
    if event_type not in HOLDING_TYPES:
        told = [pair for pair in told if HELD not in pair[0].rule]
    named = [pair for pair in told if not pair[0].rule.endswith(ACT)]
    told = named or told
    return tuple(
        tuple(pair for pair in told if pair[0].category is category)
        for category in dict.fromkeys(weapon.category for weapon, _ in told)
    )


def describe_weapon(
    told: Sequence[Told], frames: Sequence[Frame], event_type: EventType, text: str
) -> Mapping[str, float]:
    """Return the features of one category's mentions, for the judge of weapons."""
    category = told[0][0].category
    root = _root(category)
    inferred = infer_weapon(event_type)
    others = {weapon.category for frame in frames for weapon in frame.weapons} - {category}
    family = FAMILY[event_type]
    return {
        "mentions": min(len(told), 4) / 4,
        "share": len({frame.sentence for _, frame in told}) / len({frame.sentence for frame in frames}),
        "title": float(any(frame.block is BlockKind.TITLE for _, frame in told)),
        "told": sum(frame.reality is Reality.TOLD for _, frame in told) / len(told),
        "same type": float(any(frame.type is event_type for _, frame in told)),
        "clashing type": float(all(frame.specific and FAMILY[frame.type] is not family for _, frame in told)),
        "quoted": float(all(is_quoted(weapon.span.start, text) for weapon, _ in told)),
        "counted": float(any(weapon.count is not None for weapon, _ in told)),
        "held": float(all(HELD in weapon.rule for weapon, _ in told)),
        "act": float(all(weapon.rule.endswith(ACT) for weapon, _ in told)),
        "first": float(any(frame is frames[0] for _, frame in told)),
        "harm": float(any(frame.harms for _, frame in told)),
        "inferred": float(inferred is not None and inferred in (category, WEAPON_PARENT.get(category))),
        "others": min(len(others), 4) / 4,
        "finer": float(any(category in _ancestors(other) for other in others)),
        "fitting": float(root in FITTING.get(event_type, ())),
        "foreign": float(event_type in FITTING and root not in FITTING[event_type]),
        f"family {family}": 1.0,
    }


def _one_for_each_category(mentions: Sequence[tuple[WeaponMention, float]], text: str) -> tuple[Fill[Weapon], ...]:
    categories = {weapon.category for weapon, _ in mentions}
    covered = {parent for category in categories for parent in _ancestors(category)}
    fills: list[Fill[Weapon]] = []
    for category in dict.fromkeys(weapon.category for weapon, _ in mentions):
        if category in covered:
            continue
        same = [weapon for weapon, _ in mentions if weapon.category is category]
        counted = [weapon for weapon in same if weapon.count is not None]
        best = max(counted, key=lambda weapon: (weapon.count.best or 0) if weapon.count else 0) if counted else same[0]
        fills.append(
            Fill(
                value=Weapon(category=category, text=best.span.of(text), count=best.count),
                spans=merge_spans(weapon.span for weapon in same),
                rules=tuple(dict.fromkeys(weapon.rule for weapon in same)),
                confidence=max(probability for weapon, probability in mentions if weapon.category is category),
            )
        )
    return tuple(fills)


def _ancestors(category: WeaponCategory) -> set[WeaponCategory]:
    chain: set[WeaponCategory] = set()
    while category in WEAPON_PARENT:
        category = WEAPON_PARENT[category]
        chain.add(category)
    return chain


def _root(category: WeaponCategory) -> WeaponCategory:
    while category in WEAPON_PARENT:
        category = WEAPON_PARENT[category]
    return category

"""What weapons and means say of the kind of an act, and how much a named kind outdoes words that name none."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dateline.records import FAMILY, EventType, Family, WeaponCategory

if TYPE_CHECKING:
    from collections.abc import MutableMapping

# What the means of harm says of the kind of act; a firearm says least, for clashes and robberies have them too.
WEAPON_VOTES = MappingProxyType(
    {
        WeaponCategory.EXPLOSIVE: (EventType.BOMBING, 0.5),
        WeaponCategory.BOMB: (EventType.BOMBING, 0.6),
        WeaponCategory.VEHICLE_BOMB: (EventType.BOMBING, 0.7),
        WeaponCategory.LANDMINE: (EventType.BOMBING, 0.7),
        WeaponCategory.GRENADE: (EventType.BOMBING, 0.6),
        WeaponCategory.SUICIDE_VEST: (EventType.SUICIDE_BOMBING, 0.7),
        WeaponCategory.ROCKET: (EventType.SHELLING, 0.6),
        WeaponCategory.MORTAR: (EventType.SHELLING, 0.6),
        WeaponCategory.ARTILLERY: (EventType.SHELLING, 0.6),
        WeaponCategory.MISSILE: (EventType.SHELLING, 0.5),
        WeaponCategory.PROJECTILE: (EventType.SHELLING, 0.5),
        WeaponCategory.AERIAL_BOMB: (EventType.AIRSTRIKE, 0.6),
        WeaponCategory.DRONE: (EventType.AIRSTRIKE, 0.65),
        WeaponCategory.FIREARM: (EventType.SHOOTING, 0.3),
        WeaponCategory.HANDGUN: (EventType.SHOOTING, 0.3),
        WeaponCategory.RIFLE: (EventType.SHOOTING, 0.3),
        WeaponCategory.MACHINE_GUN: (EventType.SHOOTING, 0.3),
        WeaponCategory.BLADE: (EventType.STABBING, 0.5),
        WeaponCategory.CHEMICAL: (EventType.CHEMICAL_ATTACK, 0.5),
        WeaponCategory.INCENDIARY: (EventType.ARSON, 0.5),
        WeaponCategory.BLUNT: (EventType.BEATING, 0.4),
        WeaponCategory.VEHICLE: (EventType.VEHICLE_RAMMING, 0.2),
    }
)
# What a doer or means named near an act says of its kind (doers.toml).
MEANS = MappingProxyType(
    {
        "aircraft": EventType.AIRSTRIKE,
        "gun": EventType.SHELLING,
        "missile": EventType.SHELLING,
        "bomb": EventType.BOMBING,
        "suicide": EventType.SUICIDE_BOMBING,
        "firing": EventType.SHOOTING,
        "blade": EventType.STABBING,
    }
)
BODILY = frozenset({Family.EXPLOSIVE, Family.ARMED, Family.MELEE, Family.ABUSE})
NAMED = 0.9  # the votes from which a kind of bodily harm outdoes any number of general words
OUTDONE = 0.95  # what they then have at most, as a share of its votes


def outdo_general(votes: MutableMapping[EventType, float]) -> None:
    """Let no number of "attack", "injured" and "hit" outvote what was done: "he was kicked and punched"."""
    named = max((votes[kind] for kind in votes if FAMILY[kind] in BODILY), default=0.0)
    if named >= NAMED and EventType.ATTACK in votes:
        votes[EventType.ATTACK] = min(votes[EventType.ATTACK], named * OUTDONE)

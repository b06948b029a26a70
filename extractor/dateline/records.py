"""The incident record, version 1: what dateline writes, as types.

The JSON Schema is generated from these classes; field order here is key order on the wire. Every key is
always present; what is not known is None or empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from annotated_types import Ge, Le

from dateline.articles import PublishedBasis

SCHEMA_VERSION = "1"

Probability = Annotated[float, Ge(0), Le(1)]
Latitude = Annotated[float, Ge(-90), Le(90)]  # decimal degrees, WGS 84
Longitude = Annotated[float, Ge(-180), Le(180)]  # decimal degrees, WGS 84
People = Annotated[int, Ge(0)]
Offsets = tuple[Annotated[int, Ge(0)], Annotated[int, Ge(0)]]


class Role(StrEnum):
    """An incident's part in the article."""

    MAIN = "main"
    SECONDARY = "secondary"
    BACKGROUND = "background"


class EventType(StrEnum):
    """Leaves of the type list; `FAMILY` gives the family of each."""

    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    SHELLING = "shelling"
    AIRSTRIKE = "airstrike"
    CHEMICAL_ATTACK = "chemical_attack"
    SHOOTING = "shooting"
    ARMED_CLASH = "armed_clash"
    STABBING = "stabbing"
    BEATING = "beating"
    VEHICLE_RAMMING = "vehicle_ramming"
    KIDNAPPING = "kidnapping"
    HOSTAGE_TAKING = "hostage_taking"
    HIJACKING = "hijacking"
    ROBBERY = "robbery"
    SEXUAL_VIOLENCE = "sexual_violence"
    TORTURE = "torture"
    EXECUTION = "execution"
    ARSON = "arson"
    SABOTAGE = "sabotage"
    RIOT = "riot"
    PROTEST = "protest"
    STRIKE = "strike"
    ARREST = "arrest"
    WEAPONS_SEIZURE = "weapons_seizure"
    ATTACK = "attack"


class Family(StrEnum):
    """Families of event types."""

    EXPLOSIVE = "explosive"
    ARMED = "armed"
    MELEE = "melee"
    SEIZURE = "seizure"
    ABUSE = "abuse"
    PROPERTY = "property"
    UNREST = "unrest"
    SECURITY = "security"
    UNSPECIFIED = "unspecified"


FAMILY: dict[EventType, Family] = {
    EventType.BOMBING: Family.EXPLOSIVE,
    EventType.SUICIDE_BOMBING: Family.EXPLOSIVE,
    EventType.SHELLING: Family.EXPLOSIVE,
    EventType.AIRSTRIKE: Family.EXPLOSIVE,
    EventType.CHEMICAL_ATTACK: Family.EXPLOSIVE,
    EventType.SHOOTING: Family.ARMED,
    EventType.ARMED_CLASH: Family.ARMED,
    EventType.STABBING: Family.MELEE,
    EventType.BEATING: Family.MELEE,
    EventType.VEHICLE_RAMMING: Family.MELEE,
    EventType.KIDNAPPING: Family.SEIZURE,
    EventType.HOSTAGE_TAKING: Family.SEIZURE,
    EventType.HIJACKING: Family.SEIZURE,
    EventType.ROBBERY: Family.SEIZURE,
    EventType.SEXUAL_VIOLENCE: Family.ABUSE,
    EventType.TORTURE: Family.ABUSE,
    EventType.EXECUTION: Family.ABUSE,
    EventType.ARSON: Family.PROPERTY,
    EventType.SABOTAGE: Family.PROPERTY,
    EventType.RIOT: Family.UNREST,
    EventType.PROTEST: Family.UNREST,
    EventType.STRIKE: Family.UNREST,
    EventType.ARREST: Family.SECURITY,
    EventType.WEAPONS_SEIZURE: Family.SECURITY,
    EventType.ATTACK: Family.UNSPECIFIED,
}
SECURITY = frozenset(kind for kind, family in FAMILY.items() if family is Family.SECURITY)
FROM_AFAR = frozenset({EventType.AIRSTRIKE, EventType.SHELLING})  # a side strikes so from its own ground


class Stage(StrEnum):
    """How far the act went."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    FOILED = "foiled"
    THREATENED = "threatened"


class DatePrecision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    RANGE = "range"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class DateBasis(StrEnum):
    """How a date was come by."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    DATELINE = "dateline"
    PUBLISHED = "published"  # only "on or before publication"


class PlacePrecision(StrEnum):
    """How finely a place is known."""

    SITE = "site"
    LOCALITY = "locality"
    NEAR = "near"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"


FINE = frozenset({PlacePrecision.SITE, PlacePrecision.LOCALITY, PlacePrecision.NEAR})  # a town, or finer


class WeaponCategory(StrEnum):
    """Leaves and branches of the weapon list; `WEAPON_PARENT` gives the tree."""

    FIREARM = "firearm"
    HANDGUN = "handgun"
    RIFLE = "rifle"
    MACHINE_GUN = "machine_gun"
    EXPLOSIVE = "explosive"
    BOMB = "bomb"
    VEHICLE_BOMB = "vehicle_bomb"
    SUICIDE_VEST = "suicide_vest"
    LANDMINE = "landmine"
    AERIAL_BOMB = "aerial_bomb"
    GRENADE = "grenade"
    PROJECTILE = "projectile"
    ROCKET = "rocket"
    MISSILE = "missile"
    MORTAR = "mortar"
    ARTILLERY = "artillery"
    DRONE = "drone"
    INCENDIARY = "incendiary"
    CHEMICAL = "chemical"
    BLADE = "blade"
    BLUNT = "blunt"
    VEHICLE = "vehicle"
    STONE = "stone"
    OTHER = "other"


WEAPON_PARENT: dict[WeaponCategory, WeaponCategory] = {
    WeaponCategory.HANDGUN: WeaponCategory.FIREARM,
    WeaponCategory.RIFLE: WeaponCategory.FIREARM,
    WeaponCategory.MACHINE_GUN: WeaponCategory.FIREARM,
    WeaponCategory.BOMB: WeaponCategory.EXPLOSIVE,
    WeaponCategory.GRENADE: WeaponCategory.EXPLOSIVE,
    WeaponCategory.VEHICLE_BOMB: WeaponCategory.BOMB,
    WeaponCategory.SUICIDE_VEST: WeaponCategory.BOMB,
    WeaponCategory.LANDMINE: WeaponCategory.BOMB,
    WeaponCategory.AERIAL_BOMB: WeaponCategory.BOMB,
    WeaponCategory.ROCKET: WeaponCategory.PROJECTILE,
    WeaponCategory.MISSILE: WeaponCategory.PROJECTILE,
    WeaponCategory.MORTAR: WeaponCategory.PROJECTILE,
    WeaponCategory.ARTILLERY: WeaponCategory.PROJECTILE,
}


def ancestors(category: WeaponCategory) -> Iterator[WeaponCategory]:
    """Yield the categories that hold a category of weapons, the nearest first."""
    while category in WEAPON_PARENT:
        category = WEAPON_PARENT[category]
        yield category


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    ARMED_GROUP = "armed_group"
    CRIMINAL = "criminal"
    CROWD = "crowd"
    INDIVIDUAL = "individual"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """How an actor is tied to responsibility."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    ACCUSED = "accused"
    SUSPECTED = "suspected"
    DENIED = "denied"
    CLEARED = "cleared"


class TargetCategory(StrEnum):
    """What kind of thing was hit or aimed at."""

    RESIDENCE = "residence"
    BUSINESS = "business"
    DIPLOMATIC = "diplomatic"
    GOVERNMENT = "government"
    POLITICAL = "political"
    MILITARY = "military"
    POLICE = "police"
    JUDICIAL = "judicial"
    EDUCATION = "education"
    HEALTH = "health"
    RELIGIOUS = "religious"
    MEDIA = "media"
    AID = "aid"
    TRANSPORT_VEHICLE = "transport_vehicle"
    TRANSPORT_FACILITY = "transport_facility"
    TRANSPORT_ROUTE = "transport_route"
    ENERGY = "energy"
    WATER = "water"
    TELECOM = "telecom"
    FINANCIAL = "financial"
    PUBLIC_SPACE = "public_space"
    CULTURAL = "cultural"
    OTHER = "other"


class Effect(StrEnum):
    """What became of a target."""

    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    UNDAMAGED = "undamaged"
    TAKEN = "taken"


class VictimCategory(StrEnum):
    """Who the people of a victim group are."""

    CIVILIAN = "civilian"
    CHILD = "child"
    GOVERNMENT = "government"
    POLITICIAN = "politician"
    JUDICIAL = "judicial"
    DIPLOMAT = "diplomat"
    POLICE = "police"
    MILITARY = "military"
    SECURITY_GUARD = "security_guard"
    JOURNALIST = "journalist"
    AID_WORKER = "aid_worker"
    HEALTH_WORKER = "health_worker"
    CLERGY = "clergy"
    MILITANT = "militant"
    PERPETRATOR = "perpetrator"
    UNKNOWN = "unknown"


class VictimStatus(StrEnum):
    """What happened to the people of a victim group."""

    KILLED = "killed"
    INJURED = "injured"
    KIDNAPPED = "kidnapped"
    MISSING = "missing"
    ARRESTED = "arrested"
    RELEASED = "released"
    ESCAPED = "escaped"
    UNHARMED = "unharmed"


PHYSICAL = frozenset({VictimStatus.KILLED, VictimStatus.INJURED})  # harm to the body


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people or things, as exactly as the words give it."""

    min: People | None  # None: open downwards ("up to 8")
    max: People | None  # None: open upwards ("at least 12")
    best: People | None
    approximate: bool = False


def exactly(number: int) -> Count:
    """Return the count of exactly `number`, `number >= 0`."""
    return Count(min=number, max=number, best=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInfo:
    """The article that a record comes from."""

    id: str
    source: str
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: date | None
    published_basis: PublishedBasis | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The days on which an incident may have happened, both inclusive, `start <= end`."""

    start: date
    end: date
    precision: DatePrecision
    basis: DateBasis
    text: str | None  # the expression as printed


def days_between(first: When, second: When) -> int:
    """Return the days between two spans of days, 0 where they share one."""
    return max(0, (second.start - first.end).days, (first.start - second.end).days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an incident happened."""

    text: str | None  # the words as printed
    site: str | None  # building, quarter, road, feature
    locality: str | None  # town or village
    admin1: str | None  # first-level region
    country: Annotated[str, "ISO 3166-1 alpha-2"] | None
    latitude: Latitude | None
    longitude: Longitude | None
    geonames_id: int | None
    precision: PlacePrecision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """A means of harm."""

    category: WeaponCategory
    text: str
    count: Count | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Someone tied to responsibility for the incident."""

    actor: str  # the name, or the phrase if unnamed
    kind: ActorKind
    country: Annotated[str, "ISO 3166-1 alpha-2"] | None
    stance: Stance
    by: str | None  # who says so
    text: str  # the words as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A thing hit or aimed at."""

    text: str
    category: TargetCategory
    country: Annotated[str, "ISO 3166-1 alpha-2"] | None
    effect: Effect | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """One group of people told apart, or one person."""

    text: str
    name: str | None
    category: VictimCategory
    nationality: Annotated[str, "ISO 3166-1 alpha-2"] | None
    status: VictimStatus
    count: Count | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties:
    """Totals over the incident, perpetrators included."""

    killed: Count | None = None
    injured: Count | None = None
    kidnapped: Count | None = None
    missing: Count | None = None
    arrested: Count | None = None


CasualtyKind = Literal["killed", "injured", "kidnapped", "missing", "arrested"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A stated figure and who stated it."""

    status: CasualtyKind
    count: Count
    by: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One incident told by one article."""

    schema_version: Literal["1"] = "1"
    id: str
    article: ArticleInfo
    role: Role
    type: EventType
    stage: Stage
    date: When | None
    place: Place | None
    weapons: tuple[Weapon, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    targets: tuple[Target, ...] = ()
    victims: tuple[Victim, ...] = ()
    casualties: Casualties = Casualties()
    reports: tuple[Report, ...] = ()
    # Path of the fill ("date", "victims[0]", "casualties.killed") to half-open code-point offsets.
    evidence: dict[str, tuple[Offsets, ...]] = field(default_factory=dict)
    # "overall" and each field given, to a calibrated probability of being right.
    confidence: dict[str, Probability] = field(default_factory=dict)

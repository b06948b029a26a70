"""A place of the gazetteer, and distances between places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # mean radius; Source: IUGG, Moritz 2000
LENT = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))  # where towns, streets, quarters and people share their names


class PlaceKind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    ADMIN1 = "admin1"  # state, province, oblast
    ADMIN2 = "admin2"  # county, district
    LOCALITY = "locality"  # city, town, village
    FEATURE = "feature"  # sea, mountains, desert, informal region, border crossing
    QUARTER = "quarter"  # part of a city


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place of the gazetteer."""

    id: int  # number within the gazetteer file; negative for places that the user added
    geonames_id: int | None  # None for places that GeoNames does not list
    name: str  # the name that English news uses, as far as known
    kind: PlaceKind
    country: str  # ISO 3166-1 alpha-2; "" for seas and regions of several countries
    admin1_id: int | None  # gazetteer number of the first-level region it lies in; None for one itself
    admin1: str | None  # plain English name of the first-level region, its own name for one itself
    admin2_id: int | None
    admin2: str | None
    locality: str | None  # the town that a quarter or site belongs to
    latitude: float
    longitude: float
    radius: float  # kilometres from the point within which the place lies, roughly
    population: int  # people; 0 when not known
    fame: float  # how likely English news means this place by its bare name, on a scale like log10 of people
    capital: bool = False  # of a country
    covers: tuple[str, ...] = ()  # countries of today on the soil of a former one

    @property
    def is_region(self) -> bool:
        """Whether it is an area with towns in it rather than a town."""
        return self.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2)

    @property
    def is_in_town(self) -> bool:
        """Whether it is a part of a town, a quarter or a square: "Tahrir Square"."""
        return self.kind is PlaceKind.QUARTER or (self.kind is PlaceKind.FEATURE and bool(self.locality))


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance in kilometres between two points in decimal degrees."""
    north, other_north = radians(latitude), radians(other_latitude)
    chord = (
        sin((other_north - north) / 2) ** 2
        + cos(north) * cos(other_north) * sin(radians(other_longitude - longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def toponym_distance_km(one: Toponym, other: Toponym) -> float:
    """Return the distance in kilometres between the points of two places."""
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude)

"""Weighs namesakes by the kind word that is printed with a name: "Khost province", "the town of Arauca"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.gazetteer import PlaceKind, Toponym, name_key
from dateline.gazetteer.place_words import load_place_words
from dateline.mentions import PlaceMention

# Regions that many countries have, listed or not: "Central province", "the Northern region".
COMPASS = frozenset(
    ("central", "coast", "east", "eastern", "north", "northern", "south", "southern", "west", "western")
)
LANDS_OF_CITIES = frozenset(("AU", "CA", "GB", "NZ", "PH", "US"))
CITY_FAME = 5.0  # towns of 100,000 people
FAR_GREATER = 1.0  # of fame: ten times the people
NO_CITY = -2.0
PLAIN_TOWNS = frozenset(("town", "village", "hamlet"))  # unlike "city", no part of a capital's name


def weigh_feature(mention: PlaceMention, place: Toponym) -> float:
    """Weigh the kind of place against the kind word printed with the name; 0 says nothing."""
    feature = mention.feature
    if feature is None:
        return 0.0
    table = load_place_words()
    if feature in table.first_level:
        return {PlaceKind.ADMIN1: 3.0, PlaceKind.ADMIN2: 0.5, PlaceKind.COUNTRY: 1.0, PlaceKind.FEATURE: 2.0}.get(
            place.kind, -2.0
        )
    if feature in table.second_level and feature in table.settlement:
        # "The municipality of Saravena" is the town and the land around it, of which the town tells more.
        return {PlaceKind.ADMIN2: 2.0, PlaceKind.LOCALITY: 2.0, PlaceKind.QUARTER: 0.5}.get(place.kind, -1.0)
    if feature in table.second_level:
        return {PlaceKind.ADMIN2: 3.0, PlaceKind.ADMIN1: 0.5, PlaceKind.LOCALITY: 0.5, PlaceKind.QUARTER: 1.0}.get(
            place.kind, -1.0
        )
    if feature in table.settlement:
        if (
            place.kind is PlaceKind.COUNTRY
            and feature in PLAIN_TOWNS
            and mention.span.end - mention.span.start > len(mention.name)
        ):
            return 4.0  # a headline's "Guatemala Town" is some town of the country
        return {PlaceKind.LOCALITY: 2.0, PlaceKind.QUARTER: 0.5}.get(place.kind, -1.5)
    if mention.site:
        return 2.0 if place.kind in (PlaceKind.QUARTER, PlaceKind.FEATURE) else -1.0
    return 0.0


def weigh_city(mention: PlaceMention, place: Toponym, found: Sequence[Toponym]) -> float:
    """Weigh a small town against the great city of its name in the land: "the southern city of Mykolaiv".

    Not where small towns call themselves cities, as in America.
    """
    if mention.feature != "city" or place.kind is not PlaceKind.LOCALITY or place.country in LANDS_OF_CITIES:
        return 0.0
    cities = (one for one in found if one.kind is PlaceKind.LOCALITY and one.country == place.country)
    return NO_CITY if any(one.fame >= max(CITY_FAME, place.fame + FAR_GREATER) for one in cities) else 0.0


def is_sole_region(mention: PlaceMention, place: Toponym, found: Sequence[Toponym]) -> bool:
    """Whether a name with the kind word of a region is that of one country alone: "the department of Morazan"."""
    if mention.feature not in load_place_words().first_level or place.kind is not PlaceKind.ADMIN1:
        return False
    key = name_key(mention.name)
    if not COMPASS.isdisjoint(key.split()) or name_key(place.name) != key:
        return False
    return all(other.country == place.country for other in found if other.kind is PlaceKind.ADMIN1)

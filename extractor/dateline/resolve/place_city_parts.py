"""Tells a street or quarter of the article's own town from a far town of its name: "on South Broadway"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.gazetteer.names import name_key
from dateline.gazetteer.toponyms import LENT, PlaceKind, toponym_distance_km

if TYPE_CHECKING:
    from dateline.gazetteer.toponyms import Toponym
    from dateline.mentions import PlaceMention
    from dateline.resolve.place_context import Context

# Words for a part of a city that is no place of its own.
CITY_PARTS = frozenset(("neighborhood", "neighbourhood", "section", "quarter"))
ONE_KM = 6.0  # within which a quarter and a town of one name are the same
FAR_KM = 60.0  # beyond which no town is a part of another
SURE = 0.5  # how surely a name must mean a town
CITY_FAME = 5.5  # about 300,000 people


def is_of_home_city(mention: PlaceMention, place: Toponym, context: Context) -> bool:
    """Whether the words call a part of a city, or a street, what as a town would lie far from the article's towns."""
    if place.country not in LENT or place.fame >= CITY_FAME or place.kind not in (PlaceKind.LOCALITY, PlaceKind.ADMIN2):
        return False
    if mention.feature not in CITY_PARTS and not is_street_by_preposition(mention):
        return False
    key = name_key(mention.name)
    towns = [
        town
        for other, town, sure in context.settled
        if other != key and sure >= SURE and town.kind is PlaceKind.LOCALITY
    ]
    towns += [context.home] if context.home is not None else []
    towns = [town for town in towns if town.country == place.country and town.fame > place.fame]
    return bool(towns) and all(toponym_distance_km(place, town) > FAR_KM for town in towns)


def is_street_by_preposition(mention: PlaceMention) -> bool:
    """Whether the name stands where towns never do: "was shot on Kingshighway"."""
    return mention.relation == "on" and mention.feature is None and not mention.within


def as_quarters(found: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """Return the places, a town that is listed as a quarter too as that of its city: Karol Bagh of Delhi.

    The one register knows how many live there, the other what it is a part of.
    """
    quarters = [place for place in found if place.kind is PlaceKind.QUARTER and place.locality]
    if not quarters:
        return found
    taken = {quarter.id: town for quarter in quarters if (town := _find_same(quarter, found)) is not None}
    gone = {town.id for town in taken.values()}
    own = (_lend(place, taken[place.id]) if place.id in taken else place for place in found if place.id not in gone)
    return tuple(sorted(own, key=lambda place: -place.fame))


def _find_same(quarter: Toponym, found: tuple[Toponym, ...]) -> Toponym | None:
    """Return the town of the same country that lies where the quarter does."""
    return next(
        (
            town
            for town in found
            if town.kind is PlaceKind.LOCALITY
            and town.country == quarter.country
            and toponym_distance_km(town, quarter) <= ONE_KM
        ),
        None,
    )


def _lend(quarter: Toponym, town: Toponym) -> Toponym:
    return replace(quarter, geonames_id=town.geonames_id, fame=town.fame, population=town.population)

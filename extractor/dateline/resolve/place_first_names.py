"""Puts a city before places that only share its name: those also called so, or by a longer name that opens with it."""

from __future__ import annotations

from dataclasses import replace

from dateline.gazetteer import PlaceKind, Toponym, name_key

CITY_FAME = 5.5  # about 300,000 people


def put_names_first(name: str, found: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """Put a city before a place that is only also called so: Philadelphia is no longer Amman."""
    key = name_key(name)
    if not found:
        return found
    if name_key(found[0].name) == key:
        is_city = found[0].kind is PlaceKind.LOCALITY and found[0].fame >= CITY_FAME
        return _without_longer(found, key) if is_city else found
    city = next((place for place in found if place.fame >= CITY_FAME and name_key(place.name) == key), None)
    if city is None:
        return found
    most = city.fame - 2
    rest = (place if place.is_region else replace(place, fame=min(place.fame, most)) for place in found)
    return (city, *(place for place in rest if place.id != city.id))


def _without_longer(found: tuple[Toponym, ...], key: str) -> tuple[Toponym, ...]:
    """Leave out the small towns of the country whose full name only opens with a city's: Durbanville is no Durban."""
    city = found[0]
    return tuple(
        place
        for place in found
        if place.country != city.country
        or name_key(place.name) == key
        or not name_key(place.name).startswith(key)
        or place.fame >= city.fame - 1
    )

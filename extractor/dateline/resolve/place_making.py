"""Makes the place of a record of a mention and the place in the world that it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import cos, radians
from string import capwords

from dateline.gazetteer import PlaceKind, Toponym, name_key
from dateline.gazetteer.place_words import is_region_word
from dateline.mentions import PlaceMention
from dateline.records import Place, PlacePrecision
from dateline.resolve.place_choice import DATELINE, bears_name
from dateline.resolve.place_city_parts import CITY_PARTS

NAMED_BY_KIND = CITY_PARTS | {"ward", "borough"}  # "the Vieux Carre section", "Portsoken ward"
_BEARING = re.compile(
    r"(?:(\d[\d.,]*)\s*(km|kilomet\w+|mi|miles?)\s+(?:\([^()]*\)\s+)?(?:to the\s+)?)?"
    r"((?:north|south|east|west)[-\s]?(?:east|west)?)\s+of"
)
TOWN_WORDS = frozenset(("city", "town", "village", "hamlet", "suburb", "township"))
DISTRICTS = frozenset(("county", "district"))  # whose seat may be listed under their name: Wufeng of Zhenxiong county
_NEAR = ("near", "close to", "next to", "outside of", "outside", "around", "off", "between")
WAY_TO = ("road to", "highway to", "motorway to", "way to")  # leading to a town that may be far
_PRECISION = {
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.ADMIN1: PlacePrecision.ADMIN1,
    PlaceKind.ADMIN2: PlacePrecision.ADMIN2,
    PlaceKind.LOCALITY: PlacePrecision.LOCALITY,
    PlaceKind.QUARTER: PlacePrecision.SITE,
    PlaceKind.FEATURE: PlacePrecision.SITE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedPlace:
    """A place mention and what it means in the world."""

    mention: PlaceMention
    toponym: Toponym | None  # of the mention, or of the town that an unlisted site lies in; None when nothing is known
    site: str | None  # name of the site, None when the mention is a town or region
    place: Place
    score: float  # `0 <= score <= 1`: how surely this namesake is meant
    alternatives: tuple[Toponym, ...]  # other places of the name, likeliest first, at most five


def make_place(mention: PlaceMention, toponym: Toponym | None, *, text: str, listed: bool) -> Place:
    """Return the place of a record.

    Args:
        mention: what the text says.
        toponym: what it means; None where nothing is known.
        text: the mention as printed.
        listed: whether `toponym` bears the mention's own name, rather than that of a town or region around it.
    """
    is_site = (
        mention.site
        or (toponym is None and _is_city_part(mention))
        or (toponym is not None and listed and toponym.kind in (PlaceKind.QUARTER, PlaceKind.FEATURE))
    )
    site = _site_name(mention) if is_site else None
    if toponym is None:
        locality = None if is_site or is_region_word(mention.feature) else _town_name(mention)
        return _make_unlisted(text, site=site, locality=locality)
    if listed and toponym.kind is PlaceKind.ADMIN2 and mention.feature in TOWN_WORDS:
        listed = False  # the town that its district is named after
    locality, precision = toponym.locality, _PRECISION[toponym.kind]
    if toponym.kind is PlaceKind.FEATURE and toponym.radius > 30:
        precision = PlacePrecision.ADMIN1
    latitude, longitude = toponym.latitude, toponym.longitude
    if is_site and not listed and locality is None and (town := _unlisted_town(mention)) is not None:
        locality, precision = town, PlacePrecision.SITE
    if listed and toponym.kind is PlaceKind.LOCALITY:
        seat = mention.feature in DISTRICTS and not bears_name(name_key(mention.name), toponym)
        locality, precision = (None, PlacePrecision.ADMIN2) if seat else (toponym.name, precision)
    if not listed:
        if is_site and toponym.kind is PlaceKind.LOCALITY:
            precision = PlacePrecision.SITE
        elif not is_site and not is_region_word(mention.feature):
            # A village that no gazetteer lists, in a known district, province or country.
            locality, precision = _town_name(mention), PlacePrecision.LOCALITY
            if toponym.kind is PlaceKind.COUNTRY:
                return _make_unlisted(text, locality=locality, country=toponym.country or None)
    relation = mention.relation or ""
    bearing = _BEARING.search(relation)
    if (
        (bearing or relation in (*_NEAR, *WAY_TO))
        and precision in (PlacePrecision.LOCALITY, PlacePrecision.SITE)
        and not is_site
    ):
        precision = PlacePrecision.NEAR
        if bearing is not None and bearing[1]:
            latitude, longitude = _moved(latitude, longitude, bearing)
    return Place(
        text=text,
        site=site,
        locality=locality,
        admin1=toponym.admin1,
        country=toponym.country or None,
        latitude=round(latitude, 4),
        longitude=round(longitude, 4),
        geonames_id=toponym.geonames_id if listed else None,
        precision=precision,
    )


def _make_unlisted(
    text: str, *, site: str | None = None, locality: str | None = None, country: str | None = None
) -> Place:
    """Return a place of which nothing is known but its name, and the country at most."""
    return Place(
        text=text,
        site=site,
        locality=locality,
        admin1=None,
        country=country,
        latitude=None,
        longitude=None,
        geonames_id=None,
        precision=PlacePrecision.LOCALITY if locality else None,
    )


def _moved(latitude: float, longitude: float, bearing: re.Match[str]) -> tuple[float, float]:
    """Return the point that lies as far from the given one, and to that side, as the words say."""
    distance = float(bearing[1].replace(",", "").rstrip(".") or 0) * (1.609 if bearing[2].startswith("mi") else 1.0)
    if distance > 300:
        return latitude, longitude
    words = bearing[3]
    north = ("north" in words) - ("south" in words)
    east = ("east" in words) - ("west" in words)
    step = distance / 111.2 / (1.4142 if north and east else 1.0)
    return latitude + north * step, longitude + east * step / max(0.1, cos(radians(latitude)))


def _unlisted_town(site: PlaceMention) -> str | None:
    """Return the town that no gazetteer lists, which is printed behind a site: "Barangay Tee, Talayan town"."""
    name, _, kind = site.within[0].rpartition(" ") if site.within else ("", "", "")
    return name if name and kind in TOWN_WORDS | {"municipality"} else None


def _town_name(mention: PlaceMention) -> str:
    """Return the name of a town that no gazetteer lists, without the capitals that datelines print it in."""
    shouted = mention.rule == DATELINE and mention.name.isupper()
    return capwords(mention.name) if shouted else mention.name


def _is_city_part(mention: PlaceMention) -> bool:
    """Whether what no gazetteer lists is a part of a town: "the Jamiliya district", told of no province."""
    return mention.feature in CITY_PARTS or (mention.feature == "district" and not mention.within)


def _site_name(mention: PlaceMention) -> str:
    if mention.feature in NAMED_BY_KIND:
        return f"{mention.name} {mention.feature}"
    return mention.name

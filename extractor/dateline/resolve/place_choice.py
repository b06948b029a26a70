"""Chooses the place that a name means among all that bear it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from math import exp

from dateline.find.place_sites import CAPITAL, HERE, WIDE
from dateline.gazetteer import Gazetteer, PlaceKind, Toponym, name_key
from dateline.gazetteer.capitals import load_capitals
from dateline.gazetteer.place_words import is_region_word, is_side, load_place_words
from dateline.gazetteer.toponyms import LENT, toponym_distance_km
from dateline.mentions import PlaceMention
from dateline.resolve.place_city_parts import as_quarters, is_of_home_city
from dateline.resolve.place_companions import is_alike
from dateline.resolve.place_context import Context, nearness, other_region, region_share
from dateline.resolve.place_dwarfs import is_dwarf, is_dwarf_abroad
from dateline.resolve.place_features import is_sole_region, weigh_city, weigh_feature
from dateline.resolve.place_first_names import put_names_first

SHADOWED = 3.0  # by how much fame a town outdoes a district of its name, which is only another register's
SHADOW_KM = 60.0
# Weights of the evidence for one namesake, on the scale of fame (a tenfold population is 1).
CONTAINED, NOT_CONTAINED = 6.0, -4.0
COUNTRY, REGION, NEARNESS, HOME = 5.0, 3.0, 4.0, 1.0
HELD, HOLDS = 3.0, 1.5  # of a town whose county is named too, and of that county
HEADING = 5.0
OF_DWARF = 0.3  # what is left of the evidence of its surroundings for a dwarf: famous places are named far from home
COMPANION = 4.0  # of the kind of place beside it in a list
NOT_FILED = -2.5  # reports are filed from towns
KNOWN_FAME = 4.0  # about 10,000 people
STRAY_FAME = 4.7  # about 50,000 people
SURE_STRAY_FAME, SURE_SHARE = 5.3, 0.75  # where the article speaks of little but one country
TOLD = 0.7  # of the country that something else in the article speaks of
APART_ALONE = 3.0  # about 1,000 people: the only place of the name
APART_FAME = 5.3  # about 200,000 people: one of several namesakes is not meant far from all else that is told
ALIKE = 0.75  # likeness of two names, 0 to 1, from which one is a form of the other
SAME_SPELLING = 0.9  # likeness from which two names are spellings of one
CITY_IN_SHORT = -6.0
AS_PRINTED = 2.0  # of a name with the same marks on its letters: "Münster" is none in Ireland
OF_COUNTRIES = frozenset(("of", "from", "across", "throughout"))  # words that lead to countries, not to cities
FORMER_NAME, BEARER_FAME = -2.0, 3.5
TOLD_BY_NAME = -6.0  # of a former name, where the article has the place under its own
SEAT_FAME = 1.0  # how much less famous than its region a town may be that goes by the region's name in short
WELL_KNOWN_FAME = 6.5  # about 3,000,000 people
UNNAMED_FAME = 4.2  # about 16,000 people
STEEP = 1.2  # how fast the chance of a namesake falls with its score
RIVALS, LIKELY = 4, 0.1  # how many namesakes speak for their surroundings, and from which chance
MOST_KIND_WORDS = 3  # behind a region's name: "local government area"
SHORT = 5  # letters of the longest abbreviation that is printed without its full stop
SAME_PLACE_KM = 40.0  # namesakes closer than this are one place for all that matters
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)\s+(?:street|avenue|ave|st)\b", re.IGNORECASE)
JOINED_FAME, JOINED_SHARE = 4.0, 0.3  # up to which "Kamashi" is not "Kama Shi", where little is told of its country
UNNAMED = frozenset((CAPITAL, HERE))
DATELINE = "place.dateline"  # rule of the dateline's place
STREETS = frozenset(("Street", "Avenue", "Road", "Drive", "Lane", "Boulevard", "Highway", "Parkway"))
QUARTERS = frozenset(("neighborhood", "neighbourhood", "quarter", "suburb", "district", "sector", "section", "barrio"))


@dataclass(frozen=True, slots=True)
class Choice:
    """The namesake that a mention is taken for."""

    place: Toponym | None
    score: float
    others: tuple[Toponym, ...]
    region: int | None = None  # gazetteer number of the region that the name lies in where no namesake is meant
    rivals: tuple[tuple[Toponym, float], ...] = ()  # others that may well be meant, and how likely beside it, 0 to 1


NOTHING = Choice(None, 0.0, ())
CITY_PART = Choice(None, 0.0, ())  # of a street or quarter that only bears the name of a far town


def find_candidates(mention: PlaceMention, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the places that bear the mention's name; for an unlisted site, those of the town printed in its name."""
    if mention.rule == CAPITAL or (mention.rule == HERE and mention.name.islower()):
        return ()
    if mention.rule == "place.abbreviation":
        state = gazetteer.abbreviation(mention.name.replace(" ", ""))
        return (state,) if state is not None else ()
    if _NUMBERED.match(mention.name) or (is_side(mention.name) and not mention.within):
        return ()  # "12th Street" and "Southside" are in any town
    if mention.rule == WIDE:
        return tuple(place for place in gazetteer.lookup(mention.name) if place.kind is PlaceKind.FEATURE)[:1]
    found = as_quarters(put_names_first(mention.name, gazetteer.lookup(mention.name)))
    if mention.site and mention.within and not any(place.kind is not PlaceKind.LOCALITY for place in found):
        # "Kabul airport" is at Kabul, and some hamlet called Airport is not meant.
        return ()
    if mention.relation != "in" and " " in mention.name and mention.name.rsplit(" ", 1)[-1] in STREETS:
        found = tuple(place for place in found if place.kind is not PlaceKind.LOCALITY)  # "at his house on Park Street"
    if is_region_word(mention.feature):
        full = gazetteer.lookup(f"{mention.name} {mention.feature}")
        found = (*full, *(place for place in found if place not in full))
    return found


def find_capital(
    mention: PlaceMention, main: str | None, gazetteer: Gazetteer, year: int | None = None
) -> tuple[Toponym, ...]:
    """Return the capital of the country that the words name ("the Iraqi capital"), or of the article's, in a year."""
    word = mention.name.split(" ")[1]
    known = load_capitals()
    if word in known:
        return gazetteer.lookup(known[word].town)[:1]
    code = gazetteer.country_of(word) if word.istitle() else main
    seat = known.get(code) if code is not None else None
    if seat is not None and seat.is_meant_in(year):
        return tuple(place for place in gazetteer.lookup(seat.town) if place.country == code)[:1]
    capital = gazetteer.capital_of(code) if code is not None else None
    return (capital,) if capital is not None else ()


def find_similar(mention: PlaceMention, gazetteer: Gazetteer, countries: Sequence[str]) -> tuple[Toponym, ...]:
    """Return the places of a like name, in `countries` where any are told; none for sites and short names."""
    if mention.site or mention.rule in ("place.abbreviation", *UNNAMED) or len(mention.name) < 4:
        return ()
    if countries or not mention.relation:
        return gazetteer.lookup_similar(mention.name, countries=countries)
    found = gazetteer.lookup_similar(mention.name, countries=None)
    # Where nothing tells the country, only a name that one country bears can tell it.
    is_plain = len({place.country for place in found}) == 1 and found[0].fame >= KNOWN_FAME
    return found if is_plain else ()


def find_spelled(name: str, outer: Toponym, gazetteer: Gazetteer) -> Toponym | None:
    """Return the one town in a region that bears the name in another spelling: "Oktyabrskiy" for "Oktyabrsky"."""
    if not outer.is_region or outer.kind is PlaceKind.COUNTRY:
        return None
    key = name_key(name)
    near = [
        place
        for place in gazetteer.lookup_similar(name, countries=(outer.country,))
        if place.kind is PlaceKind.LOCALITY
        and gazetteer.contains(outer, place)
        and SequenceMatcher(None, key, name_key(place.name)).ratio() >= SAME_SPELLING
    ]
    return near[0] if len(near) == 1 else None


def find_containers(name: str, gazetteer: Gazetteer, *, held: bool = False) -> tuple[Toponym, ...]:
    """Return the places that a name printed as another's container may mean; all where its own container is `held`."""
    # Datelines leave off the full stop: "LAKEWOOD, Wash".
    is_short = name.endswith(".") or len(name) == 2 or (len(name) <= SHORT and not name.isupper())
    state = gazetteer.abbreviation(name.replace(" ", "")) if is_short else None
    if state is not None:
        return (state,)
    found = gazetteer.lookup(name)
    words = name.split(" ")
    for count in range(1, min(MOST_KIND_WORDS, len(words) - 1) + 1):
        if count == 1 or load_place_words().kind(" ".join(words[-count:])) is not None:
            shorter = gazetteer.lookup(" ".join(words[:-count]))
            regions = tuple(place for place in shorter if place.is_region and place not in found)
            # "Vovchansk district" is the land around its town where no gazetteer lists it.
            found = (*found, *(regions or (shorter if not found else ())))
    return found if held else found[:12]


def choose_namesake(
    mention: PlaceMention, found: tuple[Toponym, ...], context: Context, gazetteer: Gazetteer
) -> Choice:
    """Return the likeliest namesake under the context."""
    found = _without_shadows(found)
    if not found:
        return NOTHING
    key = name_key(mention.name)
    outers = [outer for outer in (find_containers(name, gazetteer) for name in mention.within) if outer]
    ranked = []
    for order, place in enumerate(found):
        score = _of_name(mention, order, found)
        for outer in outers:
            held = any(one.id != place.id and gazetteer.contains(one, place) for one in outer)
            score += CONTAINED if held else NOT_CONTAINED
        ranked.append((_in_context(score, mention, place, found, context), -order, place))
    ranked.sort(key=lambda entry: (entry[0], entry[1]), reverse=True)
    best = ranked[0]
    elsewhere = bool(outers) and _lies_elsewhere(best[2], key, outers[0], gazetteer, context.leading_country)
    if outers and mention.feature in ("village", "hamlet", "suburb"):
        elsewhere = elsewhere or not _is_held(best[2], outers[0], gazetteer)
    near = nearness(best[2], key, context)
    if not outers and near < 0.3 and _is_joined(mention.name, best[2], context):
        return Choice(None, 0.0, tuple(entry[2] for entry in ranked[:5]))
    # "Arakan town" is not the coast of that name.
    is_land = best[2].kind is PlaceKind.FEATURE and mention.feature in load_place_words().settlement
    apart = is_land and best[2].country != context.leading_country
    apart = apart or (not outers and mention.feature in QUARTERS and is_foreign(best[2], key, context))
    if not outers and is_of_home_city(mention, best[2], context):
        return CITY_PART
    stray = not outers and near < 0.3 and _is_stray(best[2], key, context, found)
    if elsewhere or apart or (stray and not is_sole_region(mention, best[2], found)):
        return Choice(None, 0.0, tuple(entry[2] for entry in ranked[:5]))
    if not outers and near < 0.1 and best[2].fame < _apart_fame(best[2], found):
        region = other_region(best[2], key, context)
        if region is not None:
            return Choice(None, 0.0, tuple(entry[2] for entry in ranked[:5]), region=region)
    rival = next(
        (
            entry[0]
            for entry in ranked[1:]
            if toponym_distance_km(entry[2], best[2]) > max(SAME_PLACE_KM, best[2].radius)
        ),
        None,
    )
    margin = 4.0 if rival is None else best[0] - rival
    sure = 1 / (1 + exp(-STEEP * (margin - 0.3)))
    rivals = tuple(
        (place, chance) for score, _, place in ranked[1:RIVALS] if (chance := exp(STEEP * (score - best[0]))) >= LIKELY
    )
    return Choice(best[2], sure, tuple(entry[2] for entry in ranked[1:6]), rivals=rivals)


def _without_shadows(found: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """Leave out districts that another country's register has of a town next door: "Gaza" of Israel's south."""
    return tuple(
        place
        for place in found
        if place.kind is not PlaceKind.ADMIN2
        or not any(
            other.kind is PlaceKind.LOCALITY
            and other.country != place.country
            and other.fame >= place.fame + SHADOWED
            and toponym_distance_km(other, place) <= SHADOW_KM
            for other in found
        )
    )


def _of_name(mention: PlaceMention, order: int, found: tuple[Toponym, ...]) -> float:
    """Return how well the name alone, as printed, fits the namesake at `order` of those found."""
    key, place = name_key(mention.name), found[order]
    return (
        place.fame
        + _of_order(order, place, found, key)
        + weigh_feature(mention, place)
        + weigh_city(mention, place, found)
        + _of_namesake(mention, place, found)
        + _of_former_name(key, place, found)
        + (AS_PRINTED if not mention.name.isascii() and place.name == mention.name else 0.0)
        + (_of_alias(key, place, found) if mention.relation in OF_COUNTRIES else 0.0)
    )


def _in_context(
    score: float, mention: PlaceMention, place: Toponym, found: tuple[Toponym, ...], context: Context
) -> float:
    """Return the score with what the article's other places say for a namesake."""
    key = name_key(mention.name)
    if mention.rule == DATELINE and place.kind in (PlaceKind.QUARTER, PlaceKind.FEATURE):
        score += NOT_FILED
    led = OF_DWARF if is_dwarf_abroad(place, found[0], context) else 1.0
    score += led * COUNTRY * context.country_share(place.country)
    if place.kind is PlaceKind.LOCALITY and place.country not in LENT and place.fame >= KNOWN_FAME:
        score += TOLD * context.is_told(place.country, but=key)
    around = REGION * region_share(place, key, context) + NEARNESS * nearness(place, key, context)
    around += HELD * (place.admin2_id in context.counties) + HOLDS * (place.id in context.counties)
    dwarfed = mention.feature is None and is_dwarf(place, found[0])
    score += around * (OF_DWARF if dwarfed or weigh_city(mention, place, found) else led)
    if _of_former_name(key, place, found) and context.names(place, but=key):
        score += TOLD_BY_NAME  # "JERUSALEM - ... in the settlement of Ariel"
    score += COMPANION * is_alike(place, context.companion)
    if context.heading is not None:
        score += HEADING * (place.country == context.heading)
    if context.home is not None and place.kind is not PlaceKind.COUNTRY:
        score += HOME * exp(-toponym_distance_km(place, context.home) / 100)
    return score


def _is_joined(name: str, place: Toponym, context: Context) -> bool:
    """Whether an obscure place bears the name only when its own words are run together, and nothing tells of it."""
    if place.fame >= JOINED_FAME or context.country_share(place.country) >= JOINED_SHARE:
        return False
    return " " not in name and "-" not in name and name_key(place.name) == name_key(name) and " " in place.name


def _apart_fame(place: Toponym, found: Sequence[Toponym]) -> float:
    """Return the fame up to which a name far from all else that is told means something else here."""
    if any(one.country == place.country and one.admin1_id != place.admin1_id for one in found):
        return APART_FAME
    return STRAY_FAME if place.country in LENT else APART_ALONE


def _lies_elsewhere(
    place: Toponym, key: str, outers: Sequence[Toponym], gazetteer: Gazetteer, country: str | None
) -> bool:
    """Whether a place cannot be the one printed with a container: small, or abroad and of quite another name.

    Where the container's own name is one in several countries, that of the `country` of which the article tells most
    is meant: "San Lorenzo, San Vicente department" of a Salvadoran story is no town of Paraguay.
    """
    lands = {outer.country for outer in outers}
    if country in lands and not _is_held(place, outers, gazetteer):
        lands = {country}
    if len(lands) == 1 and place.country not in lands and place.fame < WELL_KNOWN_FAME:
        return True  # "Salerno in Khost province"
    is_known = place.fame >= STRAY_FAME and not place.is_in_town  # "Tahrir Square in Baghdad"
    if is_known and bears_name(key, place):
        return False
    return not _is_held(place, outers, gazetteer)


def _is_held(place: Toponym, outers: Sequence[Toponym], gazetteer: Gazetteer) -> bool:
    """Whether one of the places that a container's name may mean holds the place, or lies beside it."""
    return any(
        gazetteer.contains(outer, place) or toponym_distance_km(outer, place) < max(SAME_PLACE_KM, outer.radius)
        for outer in outers
    )


def is_foreign(place: Toponym, key: str, context: Context) -> bool:
    """Whether what a quarter or site is named after lies in a country of which nothing else in the article speaks."""
    main = context.leading_country
    if main is None or place.country == main or place.fame >= WELL_KNOWN_FAME:
        return False
    return not context.is_told(place.country, but=key)


def _is_stray(place: Toponym, key: str, context: Context, found: Sequence[Toponym]) -> bool:
    """Whether an obscure namesake lies in a country that the article, busy with another one, never names."""
    main = context.leading_country
    if main is None or place.kind is PlaceKind.QUARTER or place.country == main:
        return False
    if place.country not in LENT:
        if context.is_set_in(main, but=key) and not context.is_told(place.country, but=key):
            return place.fame < SURE_STRAY_FAME
        if context.is_told(place.country, but=key) and all(other.country == place.country for other in found):
            return False
    share = context.country_share(main)
    most = UNNAMED_FAME if context.main_country is None else SURE_STRAY_FAME if share >= SURE_SHARE else STRAY_FAME
    return place.fame < most and context.country_share(place.country) < 0.45 * share


def _of_order(order: int, place: Toponym, found: tuple[Toponym, ...], key: str) -> float:
    # The gazetteer's own order also counts whether the name is the place's main one, or a part of it: Derry.
    most = 0.5 if name_key(place.name) in key else 1.0
    return 0.0 if order == 0 else -min(most, max(0.0, place.fame - found[order - 1].fame))


def _is_namesake(key: str, town: Toponym, region: Toponym) -> bool:
    """Whether a town bears the name of its region, and is not only called after it: Santa Fe de Antioquia."""
    return bears_name(key, town) and (name_key(town.name) == key or town.fame >= region.fame - SEAT_FAME)


def bears_name(key: str, place: Toponym) -> bool:
    """Whether the name that a place goes by is like the one printed: Derry for Londonderry, not Antalya for Olbia."""
    return _is_alike(key, name_key(place.name))


def goes_by(key: str, place: Toponym, *, closely: bool) -> bool:
    """Whether a place goes by the name in a site's: SoFi Stadium is not Sofia's, but Mokha port may be Mocha's.

    Of short names no likeness will do where they are to be taken `closely`, as abroad.
    """
    own = name_key(place.name)
    return own == key if closely and len(key) <= SHORT else bears_name(key, place)


@lru_cache(maxsize=4096)
def _is_alike(key: str, own: str) -> bool:
    return key in own or own in key or own[:3] == key[:3] or SequenceMatcher(None, key, own).ratio() >= ALIKE


def _of_former_name(key: str, place: Toponym, found: tuple[Toponym, ...]) -> float:
    """Prefer the town that goes by the name to one that is only also, or was once, called so."""
    if place.kind is PlaceKind.COUNTRY or bears_name(key, place):
        return 0.0
    bearers = [other for other in found if other.fame >= BEARER_FAME and name_key(other.name) == key]
    if any(other.country == place.country for other in bearers):
        return 2 * FORMER_NAME  # Ariel is no name of Jerusalem where there is an Ariel
    return FORMER_NAME if bearers else 0.0


def _of_alias(key: str, place: Toponym, found: tuple[Toponym, ...]) -> float:
    """Prefer a country to its city that only in short bears its name: Guatemala to Guatemala City."""
    if place.kind is not PlaceKind.LOCALITY or name_key(place.name) == key:
        return 0.0
    countries = (one.country for one in found if one.kind is PlaceKind.COUNTRY and name_key(one.name) == key)
    return CITY_IN_SHORT if place.country in countries else 0.0


def _of_namesake(mention: PlaceMention, place: Toponym, found: tuple[Toponym, ...]) -> float:
    """Prefer the town to the region around it that bears its name, unless a kind word says otherwise."""
    if mention.feature is None and place.kind is PlaceKind.FEATURE and mention.relation in ("in", "at"):
        # One is on an island, but in its town.
        near = (toponym_distance_km(other, place) for other in found if other.kind is PlaceKind.LOCALITY)
        return -2.0 if any(gap <= place.radius for gap in near) else 0.0
    if mention.feature is not None or not place.is_region or place.kind is PlaceKind.COUNTRY:
        return 0.0
    town = any(
        other.kind is PlaceKind.LOCALITY
        and (place.kind is PlaceKind.ADMIN2 or _is_namesake(name_key(mention.name), other, place))
        and other.country == place.country
        and place.id in (other.admin1_id, other.admin2_id)
        for other in found
    )
    return -2.0 if town else 0.0

"""Resolves place mentions to places in the world."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, exp, radians

from dateline.articles import Article
from dateline.gazetteer import Gazetteer, PlaceKind, Toponym, name_key
from dateline.gazetteer.place_words import load_place_words
from dateline.gazetteer.toponyms import toponym_distance_km
from dateline.mentions import PlaceMention
from dateline.records import Place, PlacePrecision
from dateline.resolve.place_context import (
    Context,
    find_home,
    headed_block,
    nearness,
    read_country_evidence,
    region_share,
)
from dateline.resolve.place_locators import is_locator
from dateline.spans import Span

# Weights of the evidence for one namesake, on the scale of fame (a tenfold population is 1).
CONTAINED, NOT_CONTAINED = 6.0, -4.0
COUNTRY, REGION, NEARNESS, HOME = 5.0, 3.0, 4.0, 1.0
HEADING = 5.0
CAPITAL = "place.capital"  # rule of "the capital", printed without its name
DATELINE = "place.dateline"  # rule of the dateline's place
NOT_FILED = -2.5  # reports are filed from towns
PASSES = 3
KNOWN_FAME = 4.0  # about 10,000 people
STRAY_FAME = 4.7  # about 50,000 people
SURE_STRAY_FAME, SURE_SHARE = 5.3, 0.75  # where the article speaks of little but one country
AFTERWARDS = 5500  # code points that a town in a later sentence counts as farther off
CITY_FAME = 5.5  # about 300,000 people
UNNAMED_FAME = 4.2  # about 16,000 people
OF_COUNTRY = 6000  # code points that a town counts as farther off in a country that the article does not speak of
SAME_PLACE_KM = 40.0  # namesakes closer than this are one place for all that matters
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)\s+(?:street|avenue|ave|st)\b", re.IGNORECASE)
_BEARING = re.compile(
    r"(?:(\d[\d.,]*)\s*(km|kilomet\w+|mi|miles?)\s+(?:\([^()]*\)\s+)?(?:to the\s+)?)?"
    r"((?:north|south|east|west)[-\s]?(?:east|west)?)\s+of"
)
_NEAR = ("near", "close to", "next to", "outside of", "outside", "around", "off")
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


@dataclass(frozen=True, slots=True)
class _Choice:
    place: Toponym | None
    score: float
    others: tuple[Toponym, ...]


_NOTHING = _Choice(None, 0.0, ())


def resolve_places(
    mentions: Sequence[PlaceMention],
    *,
    article: Article,
    gazetteer: Gazetteer,
    dateline: str | None = None,
    countries: Iterable[str] = (),
    hints: Sequence[PlaceMention] = (),
) -> tuple[ResolvedPlace, ...]:
    """Choose for each mention the place it means, in the order of the mentions.

    Args:
        mentions: in order of text.
        article: gives text and web address.
        gazetteer: where names are looked up.
        dateline: the place of the dateline as printed; None reads it from the article.
        countries: codes of the countries that demonyms and the like name, once for each time they do.
        hints: place names that are no mentions themselves but tell what region the article is about.
    """
    count = len(mentions)
    mentions = (*mentions, *hints)
    if dateline is None and article.dateline is not None:
        dateline = article.dateline.of(article.text)
    candidates = [_find_candidates(mention, gazetteer) for mention in mentions]
    evidence = read_country_evidence(
        mentions, candidates, article=article, demonyms=countries, gazetteer=gazetteer, dateline=dateline
    )
    likely = [code for code, share in evidence if share >= 0.1]
    candidates = [
        found or _find_similar(mention, gazetteer, likely) for mention, found in zip(mentions, candidates, strict=True)
    ]
    context = Context(evidence, (), find_home(dateline, gazetteer))
    heads = _find_heads(mentions, candidates, article)
    candidates = [
        found if mention.rule != CAPITAL else _find_capital(mention, head or context.main_country, gazetteer)
        for mention, found, head in zip(mentions, candidates, heads, strict=True)
    ]
    choices = [_NOTHING] * len(mentions)
    for _ in range(PASSES):
        choices = [
            _choose(mention, found, replace(context, heading=head), gazetteer)
            for mention, found, head in zip(mentions, candidates, heads, strict=True)
        ]
        choices = _agree(mentions, choices, heads)
        context = replace(context, settled=_settled(mentions, choices))
    resolved = [
        _resolve(mention, choice, article, gazetteer, context)
        for mention, choice in zip(mentions[:count], choices[:count], strict=True)
    ]
    return tuple(_anchor(number, resolved, article, context) for number in range(len(resolved)))


def _find_candidates(mention: PlaceMention, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the places that bear the mention's name; for an unlisted site, those of the town printed in its name."""
    if mention.rule == CAPITAL:
        return ()
    if mention.rule == "place.abbreviation":
        state = gazetteer.abbreviation(mention.name.replace(" ", ""))
        return (state,) if state is not None else ()
    if _NUMBERED.match(mention.name):
        return ()  # "12th Street" is in any town
    found = _put_names_first(mention.name, gazetteer.lookup(mention.name))
    if mention.site and mention.within and not any(place.kind is not PlaceKind.LOCALITY for place in found):
        # "Kabul airport" is at Kabul, and some hamlet called Airport is not meant.
        return ()
    if _is_region_word(mention.feature):
        full = gazetteer.lookup(f"{mention.name} {mention.feature}")
        found = (*full, *(place for place in found if place not in full))
    return found


def _find_capital(mention: PlaceMention, main: str | None, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the capital of the country that the words name ("the Iraqi capital"), or of the article's."""
    word = mention.name.split(" ")[1]
    code = gazetteer.country_of(word) if word.istitle() else main
    capital = gazetteer.capital_of(code) if code is not None else None
    return (capital,) if capital is not None else ()


def _find_heads(
    mentions: Sequence[PlaceMention], candidates: Sequence[tuple[Toponym, ...]], article: Article
) -> list[str | None]:
    """Return for each mention the country that heads its paragraph ("ITALY. A bomb ..."), None where none does."""
    heads: dict[Span, str] = {}
    for mention, found in zip(mentions, candidates, strict=True):
        if found and found[0].kind is PlaceKind.COUNTRY:
            block = headed_block(article, mention.span)
            if block is not None:
                heads[block] = found[0].country
    return [next((code for block, code in heads.items() if block.contains(mention.span)), None) for mention in mentions]


def _put_names_first(name: str, found: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """Put a city before a place that is only also called so: Philadelphia is no longer Amman."""
    key = name_key(name)
    if not found or name_key(found[0].name) == key:
        return found
    city = next((place for place in found if place.fame >= CITY_FAME and name_key(place.name) == key), None)
    if city is None:
        return found
    most = city.fame - 2
    rest = (place if place.is_region else replace(place, fame=min(place.fame, most)) for place in found)
    return (city, *(place for place in rest if place.id != city.id))


def _find_similar(mention: PlaceMention, gazetteer: Gazetteer, countries: Sequence[str]) -> tuple[Toponym, ...]:
    if mention.site or mention.rule in ("place.abbreviation", CAPITAL) or len(mention.name) < 4:
        return ()
    if countries or not mention.relation:
        return gazetteer.lookup_similar(mention.name, countries=countries)
    found = gazetteer.lookup_similar(mention.name, countries=None)
    # Where nothing tells the country, only a name that one country bears can tell it.
    is_plain = len({place.country for place in found}) == 1 and found[0].fame >= KNOWN_FAME
    return found if is_plain else ()


def _containers(name: str, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    state = gazetteer.abbreviation(name.replace(" ", "")) if name.endswith(".") or len(name) == 2 else None
    if state is not None:
        return (state,)
    found = gazetteer.lookup(name)
    if " " in name:
        shorter = gazetteer.lookup(name.rsplit(" ", 1)[0])
        found = (*found, *(place for place in shorter if place.is_region and place not in found))
    return found[:12]


def _choose(mention: PlaceMention, found: tuple[Toponym, ...], context: Context, gazetteer: Gazetteer) -> _Choice:
    """Return the likeliest namesake under the context."""
    if not found:
        return _NOTHING
    key = name_key(mention.name)
    outers = [outer for outer in (_containers(name, gazetteer) for name in mention.within) if outer]
    ranked = []
    for order, place in enumerate(found):
        score = (
            place.fame
            + _of_order(order, place, found)
            + _of_feature(mention, place)
            + _of_namesake(mention, place, found)
        )
        for outer in outers:
            held = any(one.id != place.id and gazetteer.contains(one, place) for one in outer)
            score += CONTAINED if held else NOT_CONTAINED
        if mention.rule == DATELINE and place.kind in (PlaceKind.QUARTER, PlaceKind.FEATURE):
            score += NOT_FILED
        score += COUNTRY * context.country_share(place.country)
        score += REGION * region_share(place, key, context) + NEARNESS * nearness(place, key, context)
        if context.heading is not None:
            score += HEADING * (place.country == context.heading)
        if context.home is not None and place.kind is not PlaceKind.COUNTRY:
            score += HOME * exp(-toponym_distance_km(place, context.home) / 100)
        ranked.append((score, -order, place))
    ranked.sort(key=lambda entry: (entry[0], entry[1]), reverse=True)
    best = ranked[0]
    elsewhere = bool(outers) and best[2].fame < STRAY_FAME and not _is_held(best[2], outers[0], gazetteer)
    if elsewhere or _is_stray(best[2], context, contained=bool(outers), near=nearness(best[2], key, context)):
        return _Choice(None, 0.0, tuple(entry[2] for entry in ranked[:5]))
    rival = next(
        (
            entry[0]
            for entry in ranked[1:]
            if toponym_distance_km(entry[2], best[2]) > max(SAME_PLACE_KM, best[2].radius)
        ),
        None,
    )
    margin = 4.0 if rival is None else best[0] - rival
    sure = 1 / (1 + exp(-1.2 * (margin - 0.3)))
    return _Choice(best[2], sure, tuple(entry[2] for entry in ranked[1:6]))


def _is_held(place: Toponym, outers: Sequence[Toponym], gazetteer: Gazetteer) -> bool:
    """Whether one of the places that a container's name may mean holds the place, or lies beside it."""
    return any(
        gazetteer.contains(outer, place) or toponym_distance_km(outer, place) < max(SAME_PLACE_KM, outer.radius)
        for outer in outers
    )


def _is_stray(place: Toponym, context: Context, *, contained: bool, near: float) -> bool:
    """Whether an obscure namesake lies in a country that the article, busy with another one, never names."""
    main = context.leading_country
    if main is None:
        return False
    share = context.country_share(main)
    most = UNNAMED_FAME if context.main_country is None else SURE_STRAY_FAME if share >= SURE_SHARE else STRAY_FAME
    return (
        not contained
        and near < 0.3
        and place.fame < most
        and place.kind is not PlaceKind.QUARTER
        and place.country != main
        # Its own name may have been taken for a witness, hence no zero here.
        and context.country_share(place.country) < 0.45 * share
    )


def _of_order(order: int, place: Toponym, found: tuple[Toponym, ...]) -> float:
    # The gazetteer's own order also counts whether the name is the place's main one.
    return 0.0 if order == 0 else -min(1.0, max(0.0, place.fame - found[order - 1].fame))


def _of_feature(mention: PlaceMention, place: Toponym) -> float:
    """Weigh the kind of place against the kind word printed with the name."""
    feature = mention.feature
    if feature is None:
        return 0.0
    if feature in load_place_words().first_level:
        return {PlaceKind.ADMIN1: 3.0, PlaceKind.ADMIN2: 0.5, PlaceKind.COUNTRY: 1.0, PlaceKind.FEATURE: 2.0}.get(
            place.kind, -2.0
        )
    if feature in load_place_words().second_level:
        return {PlaceKind.ADMIN2: 3.0, PlaceKind.ADMIN1: 0.5, PlaceKind.LOCALITY: 0.5, PlaceKind.QUARTER: 1.0}.get(
            place.kind, -1.0
        )
    if feature in load_place_words().settlement:
        return {PlaceKind.LOCALITY: 2.0, PlaceKind.QUARTER: 0.5}.get(place.kind, -1.5)
    if mention.site:
        return 2.0 if place.kind in (PlaceKind.QUARTER, PlaceKind.FEATURE) else -1.0
    return 0.0


def _of_namesake(mention: PlaceMention, place: Toponym, found: tuple[Toponym, ...]) -> float:
    """Prefer the town to the region around it that bears its name, unless a kind word says otherwise."""
    if mention.feature is not None or not place.is_region or place.kind is PlaceKind.COUNTRY:
        return 0.0
    town = any(
        other.kind is PlaceKind.LOCALITY
        and other.country == place.country
        and place.id in (other.admin1_id, other.admin2_id)
        for other in found
    )
    return -2.0 if town else 0.0


def _agree(mentions: Sequence[PlaceMention], choices: Sequence[_Choice], heads: Sequence[str | None]) -> list[_Choice]:
    """Let all mentions of a name mean the place of its surest mention, where their kind words allow it."""
    surest: dict[tuple[str, bool, str | None], tuple[int, float, _Choice]] = {}
    for mention, choice, head in zip(mentions, choices, heads, strict=True):
        key = (name_key(mention.name), _is_region_word(mention.feature), head)
        rank = (len(mention.within), choice.score, choice)
        if choice.place is not None and (key not in surest or rank[:2] > surest[key][:2]):
            surest[key] = rank
    agreed = []
    for mention, choice, head in zip(mentions, choices, heads, strict=True):
        key = (name_key(mention.name), _is_region_word(mention.feature), head)
        agreed.append(surest[key][2] if choice.place is not None and not mention.within and key in surest else choice)
    return agreed


def _settled(mentions: Sequence[PlaceMention], choices: Sequence[_Choice]) -> tuple[tuple[str, Toponym, float], ...]:
    """Return each name once with the place it is now taken for."""
    found: dict[tuple[str, int], tuple[str, Toponym, float]] = {}
    for mention, choice in zip(mentions, choices, strict=True):
        if choice.place is not None:
            key = name_key(mention.name)
            entry = found.get((key, choice.place.id))
            if entry is None or entry[2] < choice.score:
                found[key, choice.place.id] = (key, choice.place, choice.score)
    return tuple(found.values())


def _resolve(
    mention: PlaceMention, choice: _Choice, article: Article, gazetteer: Gazetteer, context: Context
) -> ResolvedPlace:
    """Return the mention with its place, or with that of the nearest container when its own name is in no gazetteer."""
    toponym, score = choice.place, choice.score
    listed = toponym is not None
    if toponym is None:
        for name in mention.within:
            outer = _choose(_container_mention(mention, name), _containers(name, gazetteer), context, gazetteer)
            if outer.place is not None:
                toponym, score = outer.place, 0.9 * outer.score
                break
    place = _make_place(mention, toponym, text=mention.span.of(article.text), listed=listed)
    if toponym is None and not mention.site and mention.rule != "place.abbreviation":
        # The place is in no gazetteer; it lies where the article is about.
        place = replace(place, country=context.main_country)
    return ResolvedPlace(
        mention=mention,
        toponym=toponym,
        site=place.site,
        place=place,
        score=round(score, 3),
        alternatives=choice.others,
    )


def _container_mention(mention: PlaceMention, name: str) -> PlaceMention:
    number = mention.within.index(name)
    return replace(mention, name=name, within=mention.within[number + 1 :], feature=None, site=False)


def _make_place(mention: PlaceMention, toponym: Toponym | None, *, text: str, listed: bool) -> Place:
    is_site = mention.site or (
        toponym is not None and listed and toponym.kind in (PlaceKind.QUARTER, PlaceKind.FEATURE)
    )
    site = _site_name(mention) if is_site else None
    if toponym is None:
        locality = None if is_site or _is_region_word(mention.feature) else mention.name
        return Place(
            text=text, site=site, locality=locality, admin1=None, country=None, latitude=None, longitude=None,
            geonames_id=None, precision=PlacePrecision.LOCALITY if locality else None,
        )  # fmt: skip
    locality = toponym.locality
    precision = _PRECISION[toponym.kind]
    if toponym.kind is PlaceKind.FEATURE and toponym.radius > 30:
        precision = PlacePrecision.ADMIN1
    latitude, longitude = toponym.latitude, toponym.longitude
    if listed and toponym.kind is PlaceKind.LOCALITY:
        locality = toponym.name
    if not listed:
        if is_site and toponym.kind is PlaceKind.LOCALITY:
            precision = PlacePrecision.SITE
        elif not is_site and not _is_region_word(mention.feature):
            # A village that no gazetteer lists, in a known district, province or country.
            locality, precision = mention.name, PlacePrecision.LOCALITY
            if toponym.kind is PlaceKind.COUNTRY:
                return Place(
                    text=text, site=None, locality=locality, admin1=None, country=toponym.country or None,
                    latitude=None, longitude=None, geonames_id=None, precision=precision,
                )  # fmt: skip
    relation = mention.relation or ""
    bearing = _BEARING.search(relation)
    if (bearing or relation in _NEAR) and precision in (PlacePrecision.LOCALITY, PlacePrecision.SITE) and not is_site:
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


def _site_name(mention: PlaceMention) -> str:
    if mention.feature and mention.feature in ("neighborhood", "neighbourhood", "quarter", "ward", "borough"):
        return f"{mention.name} {mention.feature}"
    return mention.name


def _is_region_word(feature: str | None) -> bool:
    return feature in load_place_words().first_level or feature in load_place_words().second_level


def _anchor(number: int, resolved: Sequence[ResolvedPlace], article: Article, context: Context) -> ResolvedPlace:
    """Give a site of which nothing is known the town that the text speaks of around it."""
    own = resolved[number]
    if own.toponym is not None:
        return own
    landmark = next(
        (
            other
            for other in resolved[number + 1 : number + 2]
            if other.toponym is not None and is_locator(article.text, own.mention.span, other.mention.span)
        ),
        None,
    )
    if landmark is not None and not own.mention.site and not _is_region_word(own.mention.feature):
        return _lay_beside(own, landmark)
    if not own.mention.site:
        return own
    block = next((block.span for block in article.blocks if block.span.contains(own.mention.span)), None)
    towns = [
        (
            abs(other.mention.span.start - own.mention.span.start)
            + (0 if block and block.contains(other.mention.span) else 5000)
            + (AFTERWARDS if _stands_after(own.mention, other.mention, article.text) else 0)
            + OF_COUNTRY * (1 - context.standing(other.place.country)),
            other,
        )
        for other in resolved
        if other.toponym is not None
        and other.toponym.kind in (PlaceKind.LOCALITY, PlaceKind.QUARTER)
        and not other.mention.site
    ]
    if not towns:
        return own
    nearest = min(towns, key=lambda entry: (entry[0], entry[1].mention.span.start))[1]
    place = _make_place(own.mention, nearest.toponym, text=own.mention.span.of(article.text), listed=False)
    return replace(own, toponym=nearest.toponym, site=place.site, place=place, score=round(nearest.score * 0.5, 3))


def _stands_after(site: PlaceMention, town: PlaceMention, text: str) -> bool:
    """Whether a town is named only in a later sentence than a site."""
    return town.span.start > site.span.end and re.search(r"[.!?]\s", text[site.span.end : town.span.start]) is not None


def _lay_beside(own: ResolvedPlace, landmark: ResolvedPlace) -> ResolvedPlace:
    """Place a town that no gazetteer lists by the town that the text tells its distance from."""
    near = landmark.place
    place = replace(
        own.place, locality=own.mention.name, admin1=near.admin1, country=near.country, latitude=near.latitude,
        longitude=near.longitude, precision=PlacePrecision.LOCALITY,
    )  # fmt: skip
    return replace(own, toponym=landmark.toponym, place=place, score=round(landmark.score * 0.8, 3))


_FINENESS = {
    PlacePrecision.SITE: 5,
    PlacePrecision.LOCALITY: 4,
    PlacePrecision.NEAR: 3,
    PlacePrecision.ADMIN2: 2,
    PlacePrecision.ADMIN1: 1,
    PlacePrecision.COUNTRY: 0,
}


def combine_places(places: Sequence[ResolvedPlace]) -> Place | None:
    """Return the finest place on which the given ones agree; None for none.

    Earlier ones count more: a finer place far from the first town is left out, a site takes the town named with it.
    """
    known = [one for one in places if one.place.precision is not None]
    if not known:
        return places[0].place if places else None
    finest = max(
        known,
        key=lambda one: (
            # A name without a point on the map is better than a region, but no match for a town.
            _FINENESS[one.place.precision or PlacePrecision.COUNTRY] - (1.5 if one.place.latitude is None else 0),
            -places.index(one),
        ),
    )
    place = finest.place
    towns = [one for one in known if one.place.precision in (PlacePrecision.LOCALITY, PlacePrecision.NEAR)]
    if place.precision is PlacePrecision.SITE and finest.mention.site and finest.score < 0.5 and towns:
        # The town of the site was only guessed; one named with the act is better.
        town = towns[0].place
        place = replace(
            place, locality=town.locality, admin1=town.admin1, country=town.country, latitude=town.latitude,
            longitude=town.longitude, geonames_id=None,
        )  # fmt: skip
    unplaced = next((one.place.site for one in places if one.place.precision is None and one.place.site), None)
    if unplaced is not None and place.site is None:
        place = replace(place, site=unplaced)
        if place.precision in (PlacePrecision.LOCALITY, PlacePrecision.NEAR):
            place = replace(place, precision=PlacePrecision.SITE)
    return place

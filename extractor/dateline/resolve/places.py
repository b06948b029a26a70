"""Resolves place mentions to places in the world."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians

from dateline.articles import Article
from dateline.gazetteer import Gazetteer, PlaceKind, Toponym, name_key
from dateline.mentions import PlaceMention
from dateline.records import Place, PlacePrecision
from dateline.resolve.place_choice import (
    CAPITAL,
    NOTHING,
    Choice,
    bears_name,
    choose_namesake,
    find_candidates,
    find_capital,
    find_containers,
    find_similar,
    is_region_word,
)
from dateline.resolve.place_context import Context, find_home, headed_block, read_country_evidence
from dateline.resolve.place_locators import is_locator
from dateline.resolve.place_origins import find_seats
from dateline.spans import Span

PASSES = 3
HOLDER = "place.holder"  # rule of the town in a site's name
AFTERWARDS = 5500  # code points that a town in a later sentence counts as farther off
OF_COUNTRY = 6000  # code points that a town counts as farther off in a country that the article does not speak of
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


def resolve_places(
    mentions: Sequence[PlaceMention],
    *,
    article: Article,
    gazetteer: Gazetteer,
    dateline: str | None = None,
    countries: Iterable[str] = (),
    homes: Iterable[str] = (),
    hints: Sequence[PlaceMention] = (),
) -> tuple[ResolvedPlace, ...]:
    """Choose for each mention the place it means, in the order of the mentions.

    Args:
        mentions: in order of text.
        article: gives text and web address.
        gazetteer: where names are looked up.
        dateline: the place of the dateline as printed; None reads it from the article.
        countries: codes of the countries that demonyms and the like name, once for each time they do.
        homes: codes of the countries that the armed groups named are at home in, once for each naming.
        hints: place names that are no mentions themselves but tell what region the article is about.
    """
    count = len(mentions)
    mentions = (*mentions, *hints, *_find_holders(mentions), *find_seats(article, gazetteer))
    if dateline is None and article.dateline is not None:
        dateline = article.dateline.of(article.text)
    candidates = [find_candidates(mention, gazetteer) for mention in mentions]
    evidence = read_country_evidence(
        mentions, candidates, article=article, demonyms=countries, homes=homes, gazetteer=gazetteer, dateline=dateline
    )
    likely = [code for code, share in evidence if share >= 0.1]
    candidates = [
        found or find_similar(mention, gazetteer, likely) for mention, found in zip(mentions, candidates, strict=True)
    ]
    context = Context(evidence, (), find_home(dateline, gazetteer))
    heads = _find_heads(mentions, candidates, article)
    candidates = [
        found if mention.rule != CAPITAL else find_capital(mention, head or context.main_country, gazetteer)
        for mention, found, head in zip(mentions, candidates, heads, strict=True)
    ]
    choices = [NOTHING] * len(mentions)
    for number in range(PASSES):
        choices = [
            choose_namesake(mention, found, replace(context, heading=head), gazetteer)
            for mention, found, head in zip(mentions, candidates, heads, strict=True)
        ]
        choices = _agree(mentions, choices, heads)
        context = replace(context, settled=_settled(mentions, choices, open_minded=number < 2))
    resolved = [
        _resolve(mention, choice, article, gazetteer, context)
        for mention, choice in zip(mentions[:count], choices[:count], strict=True)
    ]
    return tuple(_anchor(number, resolved, article, context) for number in range(len(resolved)))


def _find_holders(mentions: Iterable[PlaceMention]) -> list[PlaceMention]:
    """Return the towns and counties that hold the sites named, which no mention of their own may name."""
    return [
        replace(mention, name=name, within=mention.within[number + 1 :], rule=HOLDER, feature=None, site=False)
        for mention in mentions
        if mention.site
        for number, name in enumerate(mention.within)
        if name in mention.name
    ]


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


def _agree(mentions: Sequence[PlaceMention], choices: Sequence[Choice], heads: Sequence[str | None]) -> list[Choice]:
    """Let all mentions of a name mean the place of its surest mention, where their kind words allow it."""
    surest: dict[tuple[str, bool, str | None], tuple[int, float, Choice]] = {}
    for mention, choice, head in zip(mentions, choices, heads, strict=True):
        key = (name_key(mention.name), is_region_word(mention.feature), head)
        rank = (len(mention.within), choice.score, choice)
        if choice.place is not None and (key not in surest or rank[:2] > surest[key][:2]):
            surest[key] = rank
    agreed = []
    for mention, choice, head in zip(mentions, choices, heads, strict=True):
        key = (name_key(mention.name), is_region_word(mention.feature), head)
        agreed.append(surest[key][2] if choice.place is not None and not mention.within and key in surest else choice)
    return agreed


def _settled(
    mentions: Sequence[PlaceMention], choices: Sequence[Choice], *, open_minded: bool
) -> tuple[tuple[str, Toponym, float], ...]:
    """Return each name with the place it is now taken for, and with those that it may well mean instead."""
    found: dict[tuple[str, int], tuple[str, Toponym, float]] = {}
    for mention, choice in zip(mentions, choices, strict=True):
        if choice.place is None:
            continue
        key = name_key(mention.name)
        for place, sure in (
            (choice.place, choice.score),
            *((p, choice.score * c) for p, c in choice.rivals if open_minded),
        ):
            entry = found.get((key, place.id))
            if entry is None or entry[2] < sure:
                found[key, place.id] = (key, place, sure)
    return tuple(found.values())


def _resolve(
    mention: PlaceMention, choice: Choice, article: Article, gazetteer: Gazetteer, context: Context
) -> ResolvedPlace:
    """Return the mention with its place, or with that of the nearest container when its own name is in no gazetteer."""
    toponym, score = choice.place, choice.score
    listed = toponym is not None
    if toponym is None:
        for name in mention.within:
            found = find_containers(name, gazetteer)
            if mention.site and name in mention.name:
                # Hotels and mosques bear the names of rulers too: no town but one that goes by the name.
                found = tuple(one for one in found if bears_name(name_key(name), one))
            outer = choose_namesake(_container_mention(mention, name), found, context, gazetteer)
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
        locality = None if is_site or is_region_word(mention.feature) else mention.name
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
        elif not is_site and not is_region_word(mention.feature):
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
    if landmark is not None and not own.mention.site and not is_region_word(own.mention.feature):
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

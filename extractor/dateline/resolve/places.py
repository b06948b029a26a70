"""Resolves place mentions to places in the world."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from dateline.articles import Article
from dateline.find.place_sites import CAPITAL, HERE, WIDE
from dateline.find.place_ways import JOINING, OF_TWO_TOWNS, town_names
from dateline.gazetteer import Gazetteer, PlaceKind, Toponym, name_key
from dateline.gazetteer.place_words import is_region_word
from dateline.gazetteer.toponyms import toponym_distance_km
from dateline.mentions import PlaceMention
from dateline.records import Place, PlacePrecision
from dateline.resolve.place_anchors import anchor_place, share_places
from dateline.resolve.place_choice import (
    CITY_PART,
    DATELINE,
    NOTHING,
    SAME_PLACE_KM,
    UNNAMED,
    Choice,
    choose_namesake,
    find_candidates,
    find_capital,
    find_containers,
    find_similar,
    find_spelled,
    goes_by,
    is_foreign,
)
from dateline.resolve.place_city_parts import is_street_by_preposition
from dateline.resolve.place_companions import find_companions
from dateline.resolve.place_context import (
    Context,
    find_counties,
    find_home,
    headed_block,
    heads_brief,
    read_country_evidence,
)
from dateline.resolve.place_lands import find_land
from dateline.resolve.place_locators import reach_of
from dateline.resolve.place_making import ResolvedPlace, make_place
from dateline.resolve.place_origins import SEAT, TOLD_SEAT, find_own_seats, find_seats_of_bodies, find_told_seats
from dateline.resolve.place_regions import spell_out_headline, spell_out_regions
from dateline.spans import Span

PASSES = 3
# They bear the names of other towns, to which they lead.
ROADS = frozenset(
    ("road", "street", "avenue", "highway", "boulevard", "lane", "drive", "parkway", "expressway", "gate")
)
TELEPHONES = frozenset(("US", "CA"))  # countries whose telephone numbers tell the state or province
LANDMARKS = 3  # how many namesakes of a landmark may be meant
HOLDER = "place.holder"  # rule of the town in a site's name


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
    count, printed = len(mentions), mentions
    mentions = (
        *spell_out_regions(spell_out_headline(_name_here(mentions), article), article, gazetteer),
        *hints,
        *_find_holders(mentions),
        *find_own_seats(article, gazetteer),
        *find_seats_of_bodies(article),
    )
    if dateline is None and article.dateline is not None:
        dateline = article.dateline.of(article.text)
    candidates = [find_candidates(mention, gazetteer) for mention in mentions]
    read_evidence = partial(
        read_country_evidence, article=article, demonyms=tuple(countries), homes=tuple(homes), gazetteer=gazetteer,
        dateline=dateline,
    )  # fmt: skip
    evidence = read_evidence(mentions, candidates)
    country = evidence.leading_country
    told = find_told_seats(article, with_telephones=country in TELEPHONES)
    if told:
        mentions = (*mentions, *told)
        candidates += [find_candidates(mention, gazetteer) for mention in told]
        evidence = read_evidence(mentions, candidates)
    likely = [code for code, share in evidence.countries if share >= 0.1]
    candidates = [
        found or find_similar(mention, gazetteer, likely) for mention, found in zip(mentions, candidates, strict=True)
    ]
    candidates = _keep_located(mentions, candidates, article.text)
    context = replace(evidence, home=find_home(dateline, gazetteer), counties=find_counties(mentions, candidates))
    heads = _find_heads(mentions, candidates, article)
    year = article.published.year if article.published is not None else None
    candidates = [
        found
        if mention.rule != CAPITAL
        else find_capital(
            mention, find_land(mention, mentions, article.text, gazetteer) or head or country, gazetteer, year
        )
        for mention, found, head in zip(mentions, candidates, heads, strict=True)
    ]
    companions = find_companions(mentions, candidates, article.text)
    choices = [NOTHING] * len(mentions)
    for number in range(PASSES):
        choices = [
            choose_namesake(mention, found, replace(context, heading=head, companion=companion), gazetteer)
            for mention, found, head, companion in zip(mentions, candidates, heads, companions, strict=True)
        ]
        choices = _agree(mentions, choices, heads)
        context = replace(context, settled=_settled(mentions, choices, open_minded=number == 0))
    resolved = share_places(
        [
            _resolve(mention, choice, article, gazetteer, replace(context, heading=head))
            for mention, choice, head in zip(printed, choices[:count], heads[:count], strict=True)
        ],
        article,
    )
    seat = _find_seat(mentions[count:], choices[count:], country)
    anchored = (anchor_place(number, resolved, article, context, seat) for number in range(len(resolved)))
    return tuple(_lay_on_way(own, article, gazetteer, context) for own in anchored)


def _lay_on_way(own: ResolvedPlace, article: Article, gazetteer: Gazetteer, context: Context) -> ResolvedPlace:
    """Lay a road by the town that it leads to where nothing else tells where it is: "on the Gao road", no street."""
    mention, words = own.mention, own.mention.span.of(article.text)
    way = mention.feature if mention.site and own.toponym is None else None
    if way not in JOINING or not words.endswith(f" {way}") or mention.rule == OF_TWO_TOWNS or own.place.country:
        return own
    name = words.removesuffix(f" {way}")
    town = replace(mention, name=name, within=(), feature=None, site=False)
    choice = choose_namesake(town, find_containers(name, gazetteer), context, gazetteer)
    if choice.place is None or choice.place.kind is not PlaceKind.LOCALITY:
        return own
    place = make_place(mention, choice.place, text=words, listed=False)
    return replace(own, toponym=choice.place, site=place.site, place=place, score=round(0.5 * choice.score, 3))


def is_told(place: ResolvedPlace) -> bool:
    """Whether words without a name, "the capital", "this city", are known to mean some place."""
    return place.mention.rule not in UNNAMED or place.toponym is not None


def _name_here(mentions: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """Return the mentions, "this city" and "here today" with the name of the dateline's town."""
    home = next((mention for mention in mentions if mention.rule == DATELINE), None)
    if home is None:
        return mentions
    return [
        replace(mention, name=home.name, within=home.within) if mention.rule == HERE else mention
        for mention in mentions
    ]


def _keep_located(
    mentions: Sequence[PlaceMention], candidates: Sequence[tuple[Toponym, ...]], text: str
) -> list[tuple[Toponym, ...]]:
    """Leave out the namesakes far from where the text lays the town: "Phoenix, north of Durban" is not Arizona's."""
    located: dict[str, tuple[Toponym, ...]] = {}
    for number, (inner, outer) in enumerate(pairwise(mentions)):
        found, landmarks = candidates[number], candidates[number + 1][:LANDMARKS]
        reach = reach_of(text, inner.span, outer.span) if found and landmarks else None
        if reach is None or inner.site or found[0].kind is not PlaceKind.LOCALITY:
            continue
        near = tuple(
            place
            for place in found
            if any(toponym_distance_km(place, landmark) - landmark.radius <= reach for landmark in landmarks)
        )
        # Where none lies there, one of the same country may: units are dropped, "225 northwest of Baghdad".
        located[name_key(inner.name)] = near or tuple(one for one in found if one.country == landmarks[0].country)
    return [
        found if mention.site or mention.within else located.get(name_key(mention.name), found)
        for mention, found in zip(mentions, candidates, strict=True)
    ]


def _find_seat(hints: Sequence[PlaceMention], choices: Sequence[Choice], country: str | None) -> Toponym | None:
    """Return the town where the article, or who speaks in it, is at home; None where it tells none, or several.

    Who speaks in it counts in `country` alone, of which it tells most: police are flown abroad.
    """
    towns = {
        choice.place.id: choice.place
        for hint, choice in zip(hints, choices, strict=True)
        if choice.place is not None
        and choice.place.kind is PlaceKind.LOCALITY
        and (hint.rule == SEAT or (hint.rule == TOLD_SEAT and choice.place.country == country))
    }
    return next(iter(towns.values())) if len(towns) == 1 else None


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
        if found and (found[0].kind is PlaceKind.COUNTRY or heads_brief(article, mention.span)):
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
        if choice.place is None or mention.rule == WIDE:
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
    if choice is CITY_PART and not mention.site and is_street_by_preposition(mention):
        mention = replace(mention, site=True)
    if toponym is None:
        for number, name in enumerate(mention.within):
            found = find_containers(name, gazetteer, held=number + 1 < len(mention.within))
            if mention.site and name in mention.name and mention.feature in ROADS:
                continue  # Dixie Highway is not in Dixie
            if mention.site and name in mention.name:
                # Hotels and mosques bear the names of rulers too: no town but one that goes by the name.
                own = context.leading_country
                found = tuple(one for one in found if goes_by(name_key(name), one, closely=one.country != own))
            outer = choose_namesake(_container_mention(mention, name), found, context, gazetteer)
            if outer.place is not None and mention.site and name in mention.name:
                # "Santa Rosa Hospital" of a Chilean town is not in California.
                outer = NOTHING if is_foreign(outer.place, name_key(name), context) else outer
                # "Lincoln High School in Tacoma" is in no Lincoln.
                told = mention.within[number + 1 :]
                outer = NOTHING if told and not _may_lie_in(outer.place, told, gazetteer) else outer
            if outer.place is not None and not outer.place.country and number + 1 < len(mention.within):
                continue  # the Dniester of "Moldova's Dniester region"
            if outer.place is not None:
                toponym, score = outer.place, 0.9 * outer.score
                inner = None if mention.site else find_spelled(mention.name, outer.place, gazetteer)
                toponym, listed = inner or toponym, inner is not None
                break
    place = make_place(mention, toponym, text=mention.span.of(article.text), listed=listed)
    if toponym is None and mention.rule == OF_TWO_TOWNS:
        place = replace(place, country=_find_shared_country(mention, gazetteer, context.leading_country))
    elif toponym is None and not mention.site and mention.rule != "place.abbreviation":
        # The place is in no gazetteer; it lies where the article is about.
        region = None if choice.region is None else gazetteer.place(choice.region)
        own = context.heading or context.own_country
        place = replace(place, country=own if region is None else region.country)
        if region is not None:
            place = replace(place, admin1=region.admin1)
    return ResolvedPlace(
        mention=mention,
        toponym=toponym,
        site=place.site,
        place=place,
        score=round(score, 3),
        alternatives=choice.others,
    )


def _may_lie_in(town: Toponym | None, holders: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether the town that a site is named after lies in, or at, the nearest of what is told to hold the site."""
    outers = find_containers(holders[0], gazetteer, held=True)
    return (
        town is None
        or not outers
        or any(
            gazetteer.contains(outer, town) or toponym_distance_km(outer, town) <= max(SAME_PLACE_KM, outer.radius)
            for outer in outers
        )
    )


def _find_shared_country(way: PlaceMention, gazetteer: Gazetteer, leading: str | None) -> str | None:
    """Return the country in which towns of both names lie that the way joins: the article's, else the best known."""
    fame: dict[str, list[float]] = {}
    for name in town_names(way):
        known = {place.country: place.fame for place in reversed(gazetteer.lookup(name))}
        for country, value in known.items():
            fame.setdefault(country, []).append(value)
    shared = {country: sum(values) for country, values in fame.items() if len(values) > 1}
    return leading if leading in shared or not shared else max(shared, key=lambda country: (shared[country], country))


def _container_mention(mention: PlaceMention, name: str) -> PlaceMention:
    number = mention.within.index(name)
    return replace(mention, name=name, within=mention.within[number + 1 :], feature=None, site=False)


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

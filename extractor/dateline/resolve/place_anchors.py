"""Places what no gazetteer lists by what the article says of it elsewhere, and by the towns around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.articles import Article
from dateline.gazetteer import PlaceKind, Toponym, name_key
from dateline.gazetteer.place_words import is_region_word
from dateline.mentions import PlaceMention
from dateline.records import PlacePrecision
from dateline.resolve.place_context import Context
from dateline.resolve.place_locators import is_locator
from dateline.resolve.place_making import ResolvedPlace, make_place

OF_SEAT = 0.4  # how surely a site lies where the paper or the police are at home
AFTERWARDS = 5500  # code points that a town in a later sentence counts as farther off
OF_ARREST = 12000  # the same of a town where somebody was caught
OF_COUNTRY = 6000  # code points that a town counts as farther off in a country that the article does not speak of
CAUGHT_REACH = 120  # code points before a town
CAUGHT = re.compile(
    r"\b(?:(?:was|were|been|later)\s(?:\w+\s)?(?:arrested|caught|captured|apprehended|found\sand\sarrested)"
    r"|into\scustody)\b[^.;:!?]*\b(?:in|near|outside|at)\s\Z"
)


def anchor_place(
    number: int, resolved: Sequence[ResolvedPlace], article: Article, context: Context, seat: Toponym | None = None
) -> ResolvedPlace:
    """Give a site of which nothing is known the town that the text speaks of around it.

    Args:
        number: of the mention among those of `resolved`.
        resolved: all mentions of the article.
        article: gives the text.
        context: what the article says of its countries.
        seat: the town that stands in where the text speaks of none.
    """
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
            + (AFTERWARDS if other.mention.relation == "to" else 0)  # "were flown to El Paso"
            + (OF_ARREST if _is_of_arrest(other.mention, article.text) else 0)
            + OF_COUNTRY * (1 - context.standing(other.place.country)),
            other,
        )
        for other in resolved
        if other.toponym is not None
        and other.toponym.kind in (PlaceKind.LOCALITY, PlaceKind.QUARTER)
        and not other.mention.site
    ]
    if not towns:
        return own if seat is None else _lay_in(own, seat, article, OF_SEAT)
    nearest = min(towns, key=lambda entry: (entry[0], entry[1].mention.span.start))[1]
    return _lay_in(own, nearest.toponym, article, nearest.score * 0.5)


def _lay_in(own: ResolvedPlace, town: Toponym | None, article: Article, score: float) -> ResolvedPlace:
    place = make_place(own.mention, town, text=own.mention.span.of(article.text), listed=False)
    return replace(own, toponym=town, site=place.site, place=place, score=round(score, 3))


def share_places(resolved: Sequence[ResolvedPlace], article: Article) -> tuple[ResolvedPlace, ...]:
    """Let a name that no gazetteer lists mean everywhere what it means where its town or region is printed with it.

    "Portland's Holladay Park" tells where "Holladay Park" is, "Mayfair section of Philadelphia" where "Mayfair" is, and
    "SNOWVILLE, Utah" where "Snowville" is.
    """
    told: dict[str, ResolvedPlace] = {}
    for one in resolved:
        if one.toponym is not None and _is_held(one.mention) and one.place.geonames_id is None:
            key = name_key(one.mention.name)
            if key not in told or one.score > told[key].score:
                told[key] = one
    return tuple(_share(one, told.get(name_key(one.mention.name)), article) for one in resolved)


def _share(own: ResolvedPlace, told: ResolvedPlace | None, article: Article) -> ResolvedPlace:
    if told is None or own is told or _is_held(own.mention):
        return own
    if own.toponym is not None and (not own.mention.site or own.place.geonames_id is not None):
        return own
    mention = own.mention if own.mention.site == told.mention.site else replace(told.mention, span=own.mention.span)
    if own.mention.site or mention.site or not is_region_word(own.mention.feature):
        place = make_place(mention, told.toponym, text=own.mention.span.of(article.text), listed=False)
        return replace(own, toponym=told.toponym, site=place.site, place=place, score=told.score)
    return own


def _is_held(mention: PlaceMention) -> bool:
    """Whether anything holds a place that is no part of its name: London in "Tower Bridge in London"."""
    return any(name not in mention.name for name in mention.within)


def _stands_after(site: PlaceMention, town: PlaceMention, text: str) -> bool:
    """Whether a town is named only in a later sentence than a site."""
    return town.span.start > site.span.end and re.search(r"[.!?]\s", text[site.span.end : town.span.start]) is not None


def _is_of_arrest(town: PlaceMention, text: str) -> bool:
    """Whether somebody was caught in a town: "was taken into custody on Sunday at a friend's flat in Beloit"."""
    return CAUGHT.search(text, max(town.span.start - CAUGHT_REACH, 0), town.span.start) is not None


def _lay_beside(own: ResolvedPlace, landmark: ResolvedPlace) -> ResolvedPlace:
    """Place a town that no gazetteer lists by the town that the text tells its distance from."""
    near = landmark.place
    place = replace(
        own.place, locality=own.mention.name, admin1=near.admin1, country=near.country, latitude=near.latitude,
        longitude=near.longitude, precision=PlacePrecision.LOCALITY,
    )  # fmt: skip
    return replace(own, toponym=landmark.toponym, place=place, score=round(landmark.score * 0.8, 3))

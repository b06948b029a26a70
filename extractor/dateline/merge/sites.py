"""Gives the place of an incident the building or ground that its tellings set it at, and the name of its district."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.frames import Frame, Reality
from dateline.mentions import TargetMention
from dateline.merge.fills import Fill
from dateline.records import Effect, Place, PlacePrecision, TargetCategory
from dateline.relate.scene_sites import is_no_site
from dateline.resolve.place_making import ResolvedPlace
from dateline.spans import merge_spans

RULE = "place:site"  # of a site that is told by what it is rather than by a name of its own
_ARTICLE = re.compile(r"^(?:the|an?|this|that)\s+", re.IGNORECASE)
_DISTRICT = re.compile(r"\s+district$", re.IGNORECASE)
_FIXED = frozenset(TargetCategory) - {TargetCategory.TRANSPORT_VEHICLE, TargetCategory.OTHER}
_ONES = ("headquarters", "barracks", "premises", "quarters", "works", "campus", "ss")  # single, for all their "s"
_AT = frozenset({"target:at", "target:outside", "target:front", "target:inside"})


def add_site(place: Fill[Place], frames: Sequence[Frame], text: str) -> Fill[Place]:
    """Return the place with its site where it is a town or region, and the tellings name a building or ground in it.

    "Protested outside the parliament in Cape Town" is at the parliament, "shot dead in a bar in Leeds" in a bar.
    """
    if place.value.site is not None:
        return place
    site = _find_told(frames) or _find_hit(frames, text)
    if site is None:
        return place
    site = _find_named(site, frames, text)
    name = _ARTICLE.sub("", site.whole.of(text), count=1)
    precision = PlacePrecision.SITE if place.value.precision is PlacePrecision.LOCALITY else place.value.precision
    return replace(
        place,
        value=replace(place.value, site=name, precision=precision),
        spans=merge_spans([*place.spans, site.whole]),
        rules=(*place.rules, RULE),
    )


def name_district(place: Fill[Place], told: Iterable[ResolvedPlace]) -> Fill[Place]:
    """Return a place known no finer than its district with the district as its locality: "Kajaki", "Bibb County".

    Args:
        place: of the incident.
        told: the places that its tellings name.
    """
    if place.value.locality is not None or place.value.precision is not PlacePrecision.ADMIN2:
        return place
    districts = (
        one.mention
        for one in told
        if one.place.precision is PlacePrecision.ADMIN2 and not one.mention.site
        if any(one.mention.span.overlaps(span) for span in place.spans)
    )
    district = next(districts, None)
    if district is None:
        return place
    name = _DISTRICT.sub("", district.name)
    if district.feature == "county" and not name.endswith("County"):
        name = f"{name} County"
    return replace(place, value=replace(place.value, locality=name))


def _find_told(frames: Sequence[Frame]) -> TargetMention | None:
    """Return the first site that a telling of the act as done names."""
    told = (site for frame in frames if frame.reality is Reality.TOLD for site in frame.sites)
    return next(told, None)


def _find_hit(frames: Sequence[Frame], text: str) -> TargetMention | None:
    """Return the building that was entered, besieged or hit: "stormed the university", "attacked a church".

    Of riots, that burn one thing after another, each burnt is no more than a part.
    """
    links = [
        link
        for frame in frames
        if frame.reality is Reality.TOLD
        for link in frame.targets
        if not is_no_site(link.mention.span.of(text).split()[-1].lower())
    ]
    fixed = [link.mention for link in links if link.mention.category in _FIXED and _is_one(link.mention, text)]
    scenes = (
        link.mention
        for link in links
        if link.mention in fixed and link.rule != "target:against"
        if link.effect in (None, Effect.TAKEN) or link.rule in _AT
    )
    sole = fixed[0] if fixed and len({link.mention.category for link in links}) == 1 else None
    return next(scenes, sole if len(fixed) == len(links) else None)


def _find_named(site: TargetMention, frames: Sequence[Frame], text: str) -> TargetMention:
    """Return the same building as a telling calls it by name: "a hotel", then "stormed the Posh Villa hotel"."""
    if _is_named(site, text):
        return site
    told = [frame for frame in frames if frame.reality is Reality.TOLD]
    things = [
        *(one for frame in told for one in frame.sites),
        *(link.mention for frame in told for link in frame.targets),
    ]
    kind = _kind_word(site, text)
    alike = [one for one in things if one.category is site.category and _kind_word(one, text) == kind]
    named = [one for one in alike if _is_named(one, text) and _is_one(one, text)]
    return named[0] if len({one.whole.of(text) for one in named}) == 1 else site


def _kind_word(thing: TargetMention, text: str) -> str:
    """Return the word that says what it is: "hotel"."""
    return thing.span.of(text).split()[-1].lower()


def _is_named(thing: TargetMention, text: str) -> bool:
    """Whether its words have a name before what it is: "the Posh Villa hotel", not "the Hotel", "a Kenyan church"."""
    words = [word for word in _ARTICLE.sub("", thing.span.of(text)).split()[:-1] if word[:1].isupper()]
    return len(words) > (thing.country is not None)


def _is_one(thing: TargetMention, text: str) -> bool:
    """Whether the words tell a single place: "a church", "the headquarters", "the offices of the union"."""
    words = thing.span.of(text).lower()
    offices = words == "the offices" and thing.owner is not None
    return not words.endswith("s") or words.endswith(_ONES) or offices

"""Gives the place of an incident the building or ground that its tellings set it at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.frames import Frame, Reality
from dateline.mentions import TargetMention
from dateline.merge.fills import Fill
from dateline.records import Effect, Place, PlacePrecision, TargetCategory
from dateline.relate.scene_sites import is_no_site
from dateline.spans import merge_spans

RULE = "place:site"  # of a site that is told by what it is rather than by a name of its own
_ARTICLE = re.compile(r"^(?:the|an?|this|that)\s+", re.IGNORECASE)
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
    name = _ARTICLE.sub("", site.whole.of(text), count=1)
    precision = PlacePrecision.SITE if place.value.precision is PlacePrecision.LOCALITY else place.value.precision
    return replace(
        place,
        value=replace(place.value, site=name, precision=precision),
        spans=merge_spans([*place.spans, site.whole]),
        rules=(*place.rules, RULE),
    )


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


def _is_one(thing: TargetMention, text: str) -> bool:
    """Whether the words tell a single place: "a church", "the headquarters", "the offices of the union"."""
    words = thing.span.of(text).lower()
    offices = words == "the offices" and thing.owner is not None
    return not words.endswith("s") or words.endswith(_ONES) or offices

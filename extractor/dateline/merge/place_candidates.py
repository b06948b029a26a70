"""Lists the places that an incident may have, each with the features it is judged by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.gazetteer.toponyms import toponym_distance_km
from dateline.mentions import Mention, PlaceMention
from dateline.merge.scene_setting import LINKED, Setting, describe_mentions
from dateline.records import FINE, PlacePrecision
from dateline.resolve.place_choice import DATELINE
from dateline.resolve.place_locators import is_in_a_part, is_locator

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.merge.clues import Clue
    from dateline.merge.surroundings import Surroundings
    from dateline.resolve.place_making import ResolvedPlace

REGIONS = (PlacePrecision.ADMIN1, PlacePrecision.COUNTRY)
# What a place behind it may locate: a town, "the district of X, south of Y".
LOCATED = (None, *FINE, PlacePrecision.ADMIN2)
TOWNS = (PlacePrecision.LOCALITY, PlacePrecision.ADMIN2)  # no quarter: "Sadr City in eastern Baghdad" is of the city
_TAG = re.compile(r",? |, in |\s?\(")  # between a town and the region that tells which it is
_DISTANCE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?(km|kilomet|mi)")
KM_OF_MILE = 1.609344
INEXACT = 0.4  # by which share of itself a printed distance may be off
PlaceKey = tuple[str | None, str | None, str | None, str]
OF_ARREST = "of arrest"  # feature of a place that is told only as where somebody was caught


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCandidate:
    """A place that the article names, and all mentions that mean it, the best linked first."""

    key: PlaceKey
    mentions: tuple[tuple[ResolvedPlace, float], ...]  # with the link's score, 0 where no telling names it
    features: Mapping[str, float]


def list_places(clues: Sequence[Clue], article: Article, around: Surroundings) -> tuple[PlaceCandidate, ...]:
    """Return the places of the article as candidates for the happening that `clues` tell."""
    setting = Setting.of(clues, article, around)
    groups: dict[PlaceKey, list[ResolvedPlace]] = defaultdict(list)
    told = _without_speakers(_without_locators(around.places, article.text), clues)
    for place in _without_holders(told, article.text):
        groups[key_place(place)].append(place)
    best = {key: max(setting.link(place.mention) for place in places) for key, places in groups.items()}
    total = sum(len(places) for places in groups.values())
    return tuple(
        PlaceCandidate(
            key=key,
            mentions=_ranked(setting, places),
            features=_describe_place(setting, key, places, best, total),
        )
        for key, places in groups.items()
    )


def _without_speakers(places: Sequence[ResolvedPlace], clues: Sequence[Clue]) -> list[ResolvedPlace]:
    """Leave out the capitals that stand for states which did it, claim it or deny it: "Moscow denied it"."""
    speakers = {stance.actor.span for clue in clues for stance in clue.frame.stances}
    return [p for p in places if p.mention.span not in speakers or p.place.precision is not PlacePrecision.LOCALITY]


def _without_locators(places: Sequence[ResolvedPlace], text: str) -> list[ResolvedPlace]:
    """Leave out the places that only tell where the town before them lies."""
    ordered = sorted(places, key=lambda place: place.mention.span)
    home = next((place for place in ordered if place.mention.rule == DATELINE), None)
    if home is not None:
        ordered = [place for place in ordered if not _tells_where(home, place)]
    return ordered[:1] + [place for before, place in pairwise(ordered) if not _is_located_by(before, place, text)]


def _is_located_by(town: ResolvedPlace, landmark: ResolvedPlace, text: str) -> bool:
    """Whether a place only tells where the town before it lies: "Tarbuk, south of Jos", "Rafah in southern Gaza"."""
    inner, outer = town.mention.span, landmark.mention.span
    located = town.place.precision in LOCATED or (
        town.place.precision is PlacePrecision.ADMIN1
        and landmark.mention.relation is not None
        and _DISTANCE.match(landmark.mention.relation) is not None
    )  # "in Minya province, about 220 km south of Cairo"
    if located and is_locator(text, inner, outer):
        return True
    return town.place.precision in TOWNS and is_in_a_part(text, inner, outer)


def _tells_where(home: ResolvedPlace, landmark: ResolvedPlace) -> bool:
    """Whether a distance from a landmark leads to the dateline's town: "VILLA RICA - ... 30 miles west of Atlanta"."""
    told = _DISTANCE.match(landmark.mention.relation or "")
    if told is None or home.toponym is None or landmark.toponym is None or home.toponym.is_region:
        return False
    gap = toponym_distance_km(home.toponym, landmark.toponym)
    told_km = float(told[1].replace(",", "")) * (KM_OF_MILE if told[2].startswith("mi") else 1.0)
    return abs(gap - told_km) <= INEXACT * told_km


def _without_holders(places: Sequence[ResolvedPlace], text: str) -> list[ResolvedPlace]:
    """Leave out the states and countries that are printed behind a town to tell which it is: "Columbus, Ohio"."""
    return [*places[:1]] + [
        place
        for before, place in pairwise(places)
        if place.place.precision not in REGIONS
        or before.place.precision not in FINE
        or before.place.country != place.place.country
        or _TAG.fullmatch(text[before.mention.span.end : place.mention.span.start]) is None
    ]


def _ranked(setting: Setting, found: Sequence[ResolvedPlace]) -> tuple[tuple[ResolvedPlace, float], ...]:
    scored = [(place, setting.link(place.mention)) for place in found]
    return tuple(sorted(scored, key=lambda pair: (-pair[1], pair[0].mention.span.start)))


def key_place(resolved: ResolvedPlace) -> PlaceKey:
    """Return what makes two mentions one place: a town with its sites, a region, a country, an unknown name."""
    place = resolved.place
    if place.precision is None:
        return None, None, resolved.mention.name.casefold(), "unknown"
    if place.precision is PlacePrecision.COUNTRY:
        return place.country, None, None, "country"
    if place.precision is PlacePrecision.ADMIN1:
        return place.country, place.admin1, None, "admin1"
    if place.precision is PlacePrecision.ADMIN2:
        return place.country, place.admin1, resolved.mention.name.casefold(), "admin2"
    return place.country, place.admin1, place.locality or place.site, "fine"


def holds(outer: PlaceKey, inner: PlaceKey) -> bool:
    """Whether the place of `outer` is a region or country around that of `inner`."""
    if outer == inner or outer[0] is None or outer[0] != inner[0]:
        return False
    return outer[3] == "country" or (outer[3] == "admin1" and inner[3] in ("fine", "admin2") and outer[1] == inner[1])


def _describe_place(
    setting: Setting,
    key: PlaceKey,
    places: Sequence[ResolvedPlace],
    best: Mapping[PlaceKey, float],
    total: int,
) -> dict[str, float]:
    mentions = [place.mention for place in places]
    top = max(places, key=lambda place: (setting.link(place.mention), -place.mention.span.start))
    features = describe_mentions(setting, mentions, top.mention)
    features.update(
        {
            f"precision {key[3]}": 1.0,
            "site": float(any(place.site for place in places)),
            "sure": top.score,
            "frequency": len(places) / total,
            "dateline": float(any(mention.rule == DATELINE for mention in mentions)),
            "only dateline": float(all(mention.rule == DATELINE for mention in mentions)),
            "held": max((best[other] for other in best if holds(other, key)), default=0.0),
            "holds": max((best[other] for other in best if holds(key, other)), default=0.0),
            "rival": max((best[o] for o in best if o[3] == "fine" and o != key and not holds(key, o)), default=0.0),
            OF_ARREST: float(all(mention in setting.caught for mention in mentions)),
            "countrymen": sum(place.place.country == key[0] for place in setting.around.places) / total,
        }
    )
    features["best link"] = float(best[key] > LINKED and best[key] >= max(best.values()))
    features["outside"] = max((link for o, link in best.items() if _is_region_beside(o, key)), default=0.0)
    features["container"] = max((setting.link(m) for m in setting.held if _is_held_by(m, mentions)), default=0.0)
    features["abroad"] = max((link for o, link in best.items() if o[3] == "country" and o[0] != key[0]), default=0.0)
    if features["link"] > LINKED:
        features[f"relation {_relation(top.mention.relation)}"] = 1.0
    return features


def _is_held_by(mention: PlaceMention, mentions: Sequence[Mention]) -> bool:
    """Whether one of the mentions is printed as what holds another: Shopian in "at Chillipora in Shopian"."""
    return mention not in mentions and any(
        isinstance(one, PlaceMention) and one.name in mention.within for one in mentions
    )


def _is_region_beside(region: PlaceKey, key: PlaceKey) -> bool:
    """Whether `region` is a region of the same country that does not hold the place of `key`."""
    is_told = region[3] in ("admin1", "admin2") and None not in (region[1], key[1])
    return is_told and key[0] == region[0] and region[1] != key[1]


def _relation(word: str | None) -> str:
    if word is None:
        return "none"
    last = word.split(" ")[-1]
    if " " in word or last in ("near", "outside", "around"):
        return "near"
    return last if last in ("in", "at", "on", "from", "to", "of", "by") else "other"

"""Tells towns by the places told around them, where the tagger takes their names for persons or bodies.

"A patient died at Kenema" beside Sierra Leone and Bo, "Kreminna had fallen" beside Izyum and Sloviansk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.find.actor_lexicon import load_states
from dateline.find.place_evidence import STRONG_LEADS
from dateline.gazetteer import Gazetteer, PlaceKind, Toponym, name_key
from dateline.gazetteer.toponyms import LENT, toponym_distance_km
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.find.place_chunks import Chunk
    from dateline.find.place_evidence import Surroundings
    from dateline.mentions import PlaceMention

REACH_KM = 120.0  # between neighbours; a region counts by its edge
WIDEST_KM = 150.0  # radius of a region beyond which it says little of what lies around
NAMESAKES = 4  # places of a name that are looked at
NEIGHBOURS = 2  # names told around a town that make sure of it
OF_VICINITY, OF_ONE, OF_LAND = 3.5, 1.5, 2.5  # evidence of several neighbours, of one, and of a name like no other
OF_COUNTRY = 1.8  # of a town whose country is told, behind a preposition: "at Kenema" in news of Sierra Leone
LIKE_NO_OTHER = 6.0  # fame of cities whose name English news takes for nothing else
RIVAL_FAME = 4.0
ACRONYM = 3  # letters of an airport's code, which is mostly another acronym: "a white SUV" is not Suva
KM_OF_DEGREE = 111.0  # of latitude, at the least
# What tells that the name is that of somebody who speaks or acts, and not of a town.
_ACTS = re.compile(r",?\s(?:who|whose|said|says|told|added|wrote|tweeted|testified|is wanted)\b|,\s\d{1,2},|\s\d")


@dataclass(frozen=True, slots=True)
class Vicinity:
    """The places that an article surely tells of, by the key of each name."""

    places: tuple[tuple[str, Toponym], ...] = ()
    countries: frozenset[str] = frozenset()  # codes of those named
    homes: frozenset[str] = frozenset()  # codes of those that the likeliest places of the names lie in
    surnames: frozenset[str] = frozenset()  # last words of longer names: "Keller" of "Sharon Keller"

    def evidence(self, text: str, span: Span, places: Sequence[Toponym], around: Surroundings) -> float:
        """Return the evidence that a name, standing alone, is the place that its neighbours and its fame tell."""
        name = span.of(text)
        if around.before is not None or around.behind is not None or (name.isupper() and len(name) <= ACRONYM):
            return 0.0
        if places[0].kind is PlaceKind.FEATURE and around.lead not in STRONG_LEADS and name in load_states().seats:
            return 0.0  # "the White House said", "according to the White House"
        told = 0.0
        if name not in self.surnames and not _ACTS.match(text, span.end):
            told = max(self._of_neighbours(name_key(name), places), self._of_country(places, around))
        return max(told, _of_land(places))

    def _of_neighbours(self, key: str, places: Sequence[Toponym]) -> float:
        most = max((len(self._around(key, place)) for place in places[:NAMESAKES]), default=0)
        return OF_VICINITY if most >= NEIGHBOURS else OF_ONE * most

    def _of_country(self, places: Sequence[Toponym], around: Surroundings) -> float:
        best = places[0]
        is_told = best.country in self.countries and best.country not in LENT and best.fame >= RIVAL_FAME
        return OF_COUNTRY if is_told and around.lead is not None else 0.0

    def _around(self, key: str, place: Toponym) -> set[str]:
        """Return the names of the places told around a place, but its own."""
        edge = min(place.radius, WIDEST_KM) if place.is_region else 0.0
        return {
            other
            for other, told in self.places
            if other != key and _lies_within(place, told, REACH_KM + edge + (told.radius if told.is_region else 0.0))
        }


def find_vicinity(
    mentions: Sequence[PlaceMention],
    chunks: Sequence[Chunk],
    text: str,
    gazetteer: Gazetteer,
    *,
    dateline: Span | None = None,
) -> Vicinity:
    """Return the towns, smaller regions and countries that mentions may mean, and the surnames of other runs.

    The `dateline` lends the country that its town lies in.
    """
    told: dict[tuple[str, int], tuple[str, Toponym]] = {}
    countries: set[str] = set()
    homes: set[str] = set()
    if dateline is not None:
        written = gazetteer.lookup(re.split(r"[,(:–—-]", dateline.of(text), maxsplit=1)[0].strip())[:1]
        homes.update(place.country for place in written if place.country)
    for mention in mentions:
        if mention.rule != "place.gazetteer" or mention.site:
            continue
        key = name_key(mention.name)
        for number, place in enumerate(gazetteer.lookup(mention.name)[:NAMESAKES]):
            if number == 0:
                homes.add(place.country)
            if place.kind is PlaceKind.COUNTRY and number == 0:
                countries.add(place.country)
            if place.kind is not PlaceKind.COUNTRY and place.country and place.radius <= WIDEST_KM:
                told[key, place.id] = (key, place)
    for chunk in chunks:
        lands = gazetteer.lookup(Span(chunk.words[0].start, chunk.words[-1].end).of(text))
        if lands and lands[0].kind is PlaceKind.COUNTRY and _of_land(lands):
            countries.add(lands[0].country)
    ends = {mention.span.end for mention in mentions}
    surnames = (
        chunk.words[-1].of(text) for chunk in chunks if len(chunk.words) > 1 and chunk.words[-1].end not in ends
    )
    return Vicinity(tuple(told.values()), frozenset(countries), frozenset(homes), frozenset(surnames))


def _lies_within(place: Toponym, told: Toponym, reach: float) -> bool:
    """Whether two places are at most `reach` km apart; most are out of the race by their parallels alone."""
    apart = KM_OF_DEGREE * abs(place.latitude - told.latitude)
    return apart <= reach and toponym_distance_km(place, told) <= reach


def _of_land(places: Sequence[Toponym]) -> float:
    """Weigh a country's or a great city's name that nothing much else bears: "Sierra Leone", "Bucharest"."""
    best = places[0]
    is_land = best.kind is PlaceKind.COUNTRY
    if best.fame < LIKE_NO_OTHER or (best.country in LENT and not is_land):
        return 0.0
    rivals = (one for one in places[1:] if one.fame >= RIVAL_FAME and one.country != best.country)
    return 0.0 if next(rivals, None) is not None else OF_LAND

"""What the rest of an article says about where its places lie."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from dateline.articles import Article
from dateline.find.place_others import opens_brief
from dateline.gazetteer import Gazetteer, PlaceKind, Toponym, name_key
from dateline.gazetteer.place_words import is_region_word
from dateline.gazetteer.seats import find_institutions
from dateline.gazetteer.toponyms import toponym_distance_km
from dateline.mentions import PlaceMention
from dateline.spans import Span

KM_OF_DEGREE = 111.0  # of latitude, at the least
NEAR_KM = 80.0  # the distance at which nearness counts a third
# Weight of each witness to a country.
OF_COUNTRY, OF_DEMONYM, OF_DATELINE, OF_ADDRESS, OF_STATE = 1.0, 0.4, 1.0, 1.5, 0.8
OF_NAMESAKE = 0.2
REPEATS = 2  # mentions of one town that speak for its country: a local story names its Paris in every line
OF_INSTITUTION = 0.8  # of words for police and courts that one country has, once for the country
OF_GROUP = 0.3  # of an armed group at home there
WITNESS_FAME = 5.0  # towns of 100,000 people and more speak for their country in spite of small namesakes
RIVAL = 0.7  # how much less famous a namesake may be that a dateline may as well mean
NOTABLE = 0.2  # least share of the evidence that makes a country the leading one
DOUBT = 0.6  # weight of countries that the article does not name: one word alone proves little
APART_WEIGHT, APART_SHARE = 1.8, 0.75  # how surely, and for which share of its names, an article is about one region
_SUFFIXES = {"uk": "GB"}  # of web addresses, where they are no country codes


@dataclass(frozen=True, slots=True)
class Context:
    """Countries that the article speaks of, and the places that its other names stand for."""

    countries: tuple[tuple[str, float], ...]  # code and share, 0 to 1, in order of code
    settled: tuple[tuple[str, Toponym, float], ...]  # key of a name, the place it is taken for, how surely (0 to 1)
    home: Toponym | None  # where the paper or the dateline is at home
    heading: str | None = None  # country that heads the paragraph of the name that is looked at
    companion: Toponym | None = None  # country or state beside that name in a list
    # Country to the keys of the names that bear witness to it, "" for what is no name of a place in it.
    witnesses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    # Second-level regions that a name in the article may mean, each with how many of its towns may be named beside it.
    counties: Mapping[int, int] = field(default_factory=dict)

    @property
    def main_country(self) -> str | None:
        """The country with half of the evidence or more, None when there is no such."""
        return self._most_told(0.5)

    @property
    def leading_country(self) -> str | None:
        """The country with most of the evidence, None when none has a notable part of it."""
        return self._most_told(NOTABLE)

    @property
    def own_country(self) -> str | None:
        """The country in which names that no gazetteer lists lie: the main one, or the dateline's where it leads."""
        leading = self.leading_country
        is_home = leading is not None and self.home is not None and self.home.country == leading
        return leading if is_home else self.main_country

    def _most_told(self, least: float) -> str | None:
        best = max(self.countries, key=lambda entry: entry[1], default=None)
        return best[0] if best is not None and best[1] >= least else None

    def standing(self, code: str | None) -> float:
        """Return how much the article speaks of a country, measured by the one it speaks of most, 0 to 1."""
        most = max((share for _, share in self.countries), default=0.0)
        return self.country_share(code) / most if code is not None and most else 1.0

    def is_told(self, code: str, *, but: str) -> bool:
        """Whether anything else than the name with the key `but` speaks of a country."""
        return bool(self.witnesses.get(code, frozenset()) - {but})

    def is_set_in(self, code: str, *, but: str) -> bool:
        """Whether the dateline, or another name than that with the key `but`, is a town or region of a country."""
        return (self.home is not None and self.home.country == code) or any(
            key != but and place.country == code and place.kind is not PlaceKind.COUNTRY
            for key, place, _ in self.settled
        )

    def names(self, place: Toponym, *, but: str) -> bool:
        """Whether another name than that with the key `but` is the place's own: Jerusalem told beside Ariel."""
        return any(key != but and town.id == place.id and key == name_key(town.name) for key, town, _ in self.settled)

    def country_share(self, code: str) -> float:
        """Return the share of the article's country evidence that falls on `code`, `0 <= share <= 1`."""
        return next((share for country, share in self.countries if country == code), 0.0)


def read_country_evidence(
    mentions: Sequence[PlaceMention],
    candidates: Sequence[tuple[Toponym, ...]],
    *,
    article: Article,
    demonyms: Iterable[str],
    homes: Iterable[str],
    gazetteer: Gazetteer,
    dateline: str | None,
) -> Context:
    """Return what speaks for each country: names of countries, demonyms, armed groups, dateline, address."""
    weights: defaultdict[str, float] = defaultdict(float)
    witnesses: defaultdict[str, set[str]] = defaultdict(set)
    named: Counter[str] = Counter()

    def count(code: str, weight: float, key: str = "") -> None:
        weights[code] += weight
        witnesses[code].add(key)

    for mention, places in zip(mentions, candidates, strict=True):
        if not places or not places[0].country:
            continue  # seas and parts of the world
        best = places[0]
        key = name_key(mention.name)
        if best.kind is PlaceKind.COUNTRY:
            # "Georgia", "Jordan" and "Lebanon" are states and towns too and must not bear witness to themselves.
            rival = any(place.fame >= 4 and place.country != best.country for place in places[1:])
            for code in best.covers or (best.country,):
                count(code, OF_NAMESAKE if rival else OF_COUNTRY, key)
        elif mention.rule == "place.abbreviation" or (best.kind is PlaceKind.ADMIN1 and _alone_in_fame(places)):
            count(best.country, OF_STATE, key)
        elif not _has_rival_abroad(places) and not _is_former_name(mention.name, places):
            named[key] += 1
            if named[key] <= REPEATS:
                count(best.country, OF_STATE / 2, key)
    if any(mention.rule in ("place.block", "place.street", "place.way", "place.home") for mention in mentions):
        # "The 2300 block of Elm Street", "East 12th Street": towns of the United States mostly count so.
        count("US", OF_STATE)
    for code in find_institutions(article.text):
        count(code, OF_INSTITUTION)
    for code in demonyms:
        count(code, OF_DEMONYM)
    for code in homes:
        count(code, OF_GROUP)
    home = find_home(dateline, gazetteer)
    if home is not None:
        count(home.country, OF_DATELINE)
    seat = country_of_address(article.url or article.source, gazetteer)
    if seat is not None:
        count(seat, OF_ADDRESS)
    total = sum(weights.values()) + DOUBT
    shares = tuple((code, weights[code] / total) for code in sorted(weights))
    return Context(shares, (), None, witnesses={code: frozenset(keys) for code, keys in witnesses.items()})


# What chronologies print around the country of an entry: "3 May 1985. ITALY. A bomb ...", "ITALY: a bomb ...".
_HEAD_DATE = re.compile(r"[*•– -]{0,3}(?:\(?[\w,/ .-]{0,24}?\d[\w,/ -]{0,12}\)?\s?[.,:–—-]+\s)?")
_HEAD_END = re.compile(r"\s?(?:[.:]|[-–—]{1,2}\s)")


# Briefs print each with its town: "MANILA: Police blasted loud music ...", "* MOSUL - A car bomb ...".
_BRIEF = re.compile(r"^[*•– -]{0,3}[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,30}(?:: | [-–—]{1,2} )(?=[A-Z])", re.MULTILINE)
BRIEFS = 2  # paragraphs that open so, from which the article is a row of briefs


def heads_brief(article: Article, town: Span) -> bool:
    """Whether a town's name in capitals opens one of a row of briefs, and so tells its country too."""
    text = article.text
    return town.of(text).isupper() and opens_brief(text, town) and len(_BRIEF.findall(text)) >= BRIEFS


def headed_block(article: Article, country: Span) -> Span | None:
    """Return the paragraph that a country's name heads, behind its date at most; None where it heads none."""
    block = next((block.span for block in article.blocks if block.span.contains(country)), None)
    if block is None or country.end == block.end or not _HEAD_END.match(article.text, country.end):
        return None
    return block if _HEAD_DATE.fullmatch(article.text, block.start, country.start) else None


def _has_rival_abroad(places: tuple[Toponym, ...]) -> bool:
    """Whether a namesake in another country is not much less famous; any namesake counts for small towns."""
    best = places[0]
    lead = 1.5 if best.fame >= WITNESS_FAME else 99.0
    return any(place.country != best.country and best.fame - place.fame < lead for place in places)


def _is_former_name(name: str, places: tuple[Toponym, ...]) -> bool:
    """Whether the likeliest place goes by another name and some other by this one: Aleppo was called Berea."""
    key = name_key(name)
    own = name_key(places[0].name)
    return own[:3] != key[:3] and any(name_key(place.name) == key for place in places[1:])


def _alone_in_fame(places: tuple[Toponym, ...]) -> bool:
    return len(places) == 1 or places[0].fame - places[1].fame > 1


def split_dateline(printed: str) -> list[str]:
    """Return the town of a dateline and what is printed around it: "KABUL, Afghanistan", "PANAMA CITY (PANAMA)"."""
    parts = (part.strip(" .-–—") for part in re.split(r"[,()]", printed))
    return [part for part in parts if part]


def find_home(dateline: str | None, gazetteer: Gazetteer) -> Toponym | None:
    """Return the likeliest place of a dateline ("KABUL, Afghanistan"), None without."""
    parts = split_dateline(dateline or "")
    found = gazetteer.lookup(parts[0]) if parts else ()
    for part in parts[1:]:
        state = gazetteer.abbreviation(part)
        outers = (state,) if state is not None else gazetteer.lookup(part)
        inner = [place for place in found if any(gazetteer.contains(outer, place) for outer in outers[:3])]
        if inner:
            return inner[0]
    if len(parts) == 1 and any(place.country != found[0].country and _rivals(place, found[0]) for place in found[1:]):
        return None  # "EL ALTO, Oct. 11" is filed from one of several
    return found[0] if found else None


def _rivals(place: Toponym, best: Toponym) -> bool:
    return place.kind is best.kind and best.fame - place.fame < RIVAL


def country_of_address(address: str | None, gazetteer: Gazetteer) -> str | None:
    """Return the country of a web address ("https://www.example.co.uk/news"), None where its ending tells none."""
    if not address or "//" not in address:
        return None
    host = address.split("//", 1)[1].split("/", 1)[0].split(":")[0]
    ending = host.rsplit(".", 1)[-1].lower()
    if len(ending) != 2 or ending in ("tv", "co", "me", "io", "fm", "am", "ai", "ly", "to", "cc"):
        return "US" if ending in ("gov", "mil") else None
    code = _SUFFIXES.get(ending, ending.upper())
    return code if gazetteer.country(code) is not None else None


def find_counties(mentions: Sequence[PlaceMention], candidates: Sequence[tuple[Toponym, ...]]) -> Mapping[int, int]:
    """Return the second-level regions that names may mean, each with how many of the towns named may lie in it.

    "Lexington police" and "the Dawson County jail" mean the one pair of namesakes of which one holds the other.
    """
    named = [
        (name_key(mention.name), is_region_word(mention.feature), places)
        for mention, places in zip(mentions, candidates, strict=True)
        if places and not mention.site
    ]
    told: defaultdict[int, set[str]] = defaultdict(set)
    for key, is_region, places in named:
        for place in places:
            # Bare "Washington" is no county, and "the city of Norfolk" is Norfolk once more.
            spelled = is_region or name_key(place.name) == key
            if place.kind is PlaceKind.ADMIN2 and spelled and not key.startswith("city of"):
                told[place.id].add(key)
    towns = {
        (key, county)
        for key, _, places in named
        for county in {place.admin2_id for place in places if place.kind is PlaceKind.LOCALITY}
        if county is not None and told.get(county, set()) - {key}
    }
    return Counter(county for _, county in towns)


def nearness(place: Toponym, key: str, context: Context) -> float:
    """Return how close the place lies to what the other names are taken for, `0 <= nearness <= 1`.

    A region counts by its edge, and whole countries hardly tell.
    """
    best = 0.0
    for other_key, other, sure in context.settled:
        if other_key == key or other.kind is PlaceKind.COUNTRY:
            continue
        reach = other.radius if other.is_region or other.kind is PlaceKind.FEATURE else 0.0
        # A state says little about where in it a town lies, a county much.
        weight = 0.5 if other.kind is PlaceKind.ADMIN1 else 1.0
        # No nearer than the parallels are; most names are out of the race by that alone.
        apart = KM_OF_DEGREE * abs(place.latitude - other.latitude) - min(reach, 300.0)
        if apart > 0 and weight * sure * exp(-apart / NEAR_KM) <= best:
            continue
        gap = max(0.0, toponym_distance_km(place, other) - min(reach, 300.0))
        best = max(best, weight * sure * exp(-gap / NEAR_KM))
    return best


def region_share(place: Toponym, key: str, context: Context) -> float:
    """Return the share of the other settled names that lie in the same first-level region, `0 <= share <= 1`."""
    region = place.id if place.kind is PlaceKind.ADMIN1 else place.admin1_id
    if region is None:
        return 0.0
    same = total = 0.0
    for other_key, other, sure in context.settled:
        if other_key == key or other.kind is PlaceKind.COUNTRY:
            continue
        total += sure
        if region in (other.id, other.admin1_id):
            same += sure
    return same / total if total else 0.0


def other_region(place: Toponym, key: str, context: Context) -> int | None:
    """Return the first-level region in which most of the other names lie, None where there is none or it is the own."""
    region = place.id if place.kind is PlaceKind.ADMIN1 else place.admin1_id
    shares: defaultdict[int, float] = defaultdict(float)
    for other_key, other, sure in context.settled:
        if other_key != key and other.kind is not PlaceKind.COUNTRY:
            shares[(other.id if other.kind is PlaceKind.ADMIN1 else other.admin1_id) or 0] += sure
    most = max(shares, key=lambda one: (shares[one], one), default=0)
    total = sum(shares.values())
    is_most = most not in (0, region) and shares[most] >= max(APART_WEIGHT, APART_SHARE * total)
    return most if is_most and not shares.get(region or 0) else None

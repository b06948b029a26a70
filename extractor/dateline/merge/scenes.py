"""Chooses date and place of an incident among all that its article says.

Two logistic models over readable features judge each candidate (weights/place.json and weights/time.json, trained by
`python -m dateline_train`); without their files rules of thumb over the same features stand in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.gazetteer import distance_km
from dateline.gazetteer.place_words import load_place_words
from dateline.merge.bygone_days import leave_bygones
from dateline.merge.day_candidates import TimeCandidate, list_times
from dateline.merge.fills import Fill
from dateline.merge.place_candidates import PlaceCandidate, list_places
from dateline.merge.place_picking import ENOUGH_BESIDE, combine, find_village, pick_place
from dateline.merge.scene_setting import LINKED
from dateline.records import SECURITY, ActorKind, DateBasis, DatePrecision, Place, PlacePrecision, When
from dateline.relate.bond_words import Bond
from dateline.resolve.place_choice import DATELINE
from dateline.resolve.places import combine_places
from dateline.resolve.published import find_report_month
from dateline.spans import Span, merge_spans
from dateline.weights import load_model

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.mentions import TimeMention
    from dateline.merge.clues import Clue
    from dateline.merge.surroundings import Surroundings

DAYS_WORTH: Mapping[DatePrecision, float] = {DatePrecision.YEAR: 0.4, DatePrecision.MONTH: 0.8}
ENOUGH_TIME = 0.25  # least probability of a day that is given
OWN_TIME = 0.75  # score of a link to a time from which it is the act's own
HEARD = 0.5  # score up to which a day may be that of a hearing: the share of the bond to a court
MONTH_CHANCE = 0.5  # that a report's month is the act's
ENOUGH_HOME = 3.0  # mentions, headline, dateline and paragraph counted, that make a town the article's
COUNTRY_SHARE = 0.4  # least share of an article's country evidence that makes it the scene's
LEAST_WITNESS = 0.5  # least evidence of a country: a guest of the land, named once, does not tell it
OF_ACTOR = 0.6  # how much an armed group at home in a country bears witness to it; `Surroundings` weighs the others
TOWN_KM = 25.0  # from the middle of a town, within which a site on the map is taken to lie in it
DISTRICT_KM = 100.0  # from the middle of a district, within which a town may lie in it
COUNTRY_RULE = "place:country"  # of a place of which only the article's country is known


def choose_date(clues: Sequence[Clue], article: Article, surroundings: Surroundings) -> Fill[When] | None:
    """Choose the days on which the happening took place; None when nothing tells."""
    if article.published is None:
        return _choose_printed(clues, article, surroundings) or _report_month(article, clues, surroundings)
    listed = leave_bygones(list_times(clues, article, surroundings), clues, article.published, surroundings)
    candidates = _leave_hearings(listed, clues[0].frame.span, surroundings)
    if any(clue.frame.type not in SECURITY and clue.frame.harms for clue in clues):
        candidates = _leave_heard(candidates, surroundings)
    chances = [judge_time(candidate.features) for candidate in candidates]
    worths = [
        chance * _worth(candidate) if candidate.mentions else chance
        for candidate, chance in zip(candidates, chances, strict=True)
    ]
    number = max(range(len(candidates)), key=lambda index: worths[index])
    chosen = candidates[number]
    if not chosen.mentions:
        when = When(
            start=chosen.key[0],
            end=chosen.key[1],
            precision=DatePrecision.DAY,
            basis=DateBasis.PUBLISHED,
            text=None,
        )
        return Fill(value=when, spans=(), rules=("date:published",), confidence=_bounded(chances[number]))
    return _fill_printed(chosen, chances[number])


def _leave_hearings(candidates: Sequence[TimeCandidate], first: Span, around: Surroundings) -> Sequence[TimeCandidate]:
    """Return the candidates without the days of a court or a memorial where the act's own time lies long before.

    "Was found guilty on Wednesday of the murder of a clerk who was shot two years ago."
    """
    if not any(_is_own(one, first, around) and one.mentions[0][0].is_history for one in candidates):
        return candidates
    return [one for one in candidates if one.mentions and (_link(one) > HEARD or one.mentions[0][0].is_history)]


def _leave_heard(candidates: Sequence[TimeCandidate], around: Surroundings) -> Sequence[TimeCandidate]:
    """Return the times long past alone where all else is of a court and hangs on the act no more closely.

    "A court on Monday sentenced two men for the murder of a clerk in Lyon in 2018": the court was not so long ago.
    """
    dated = [one for one in candidates if one.mentions]
    bygone = [one for one in dated if one.mentions[0][0].is_history]
    heard = [one for one in dated if one not in bygone]
    if not (bygone and heard and all(_is_of_court(one, around) for one in heard)):
        return candidates
    return bygone if max(map(_link, bygone)) >= max(LINKED, *map(_link, heard)) else candidates


def _is_of_court(candidate: TimeCandidate, around: Surroundings) -> bool:
    return all(Bond.TRIAL in around.bonds.get(time.mention, ()) for time, _ in candidate.mentions)


def _is_own(candidate: TimeCandidate, first: Span, around: Surroundings) -> bool:
    """Whether the words tie the days to the act: in whichever of its tellings that stand in the `first` sentence."""
    if not candidate.mentions:
        return False
    mention, link = candidate.mentions[0][0].mention, candidate.mentions[0][1]
    told_first = link > LINKED and around.sentence_of(mention.span) == around.sentence_of(first)
    return max(link, around.claims.get(mention, 0.0) if told_first else 0.0) >= OWN_TIME


def _link(candidate: TimeCandidate) -> float:
    """Return how surely the words tie the days to the act, 0 where none are printed."""
    return candidate.mentions[0][1] if candidate.mentions else 0.0


def _worth(candidate: TimeCandidate) -> float:
    """Return what the right days are worth: a year that holds them tells little."""
    return DAYS_WORTH.get(candidate.mentions[0][0].when.precision, 1.0)


def _choose_printed(clues: Sequence[Clue], article: Article, surroundings: Surroundings) -> Fill[When] | None:
    """Choose among the days that an article without a day of its own prints in full."""
    candidates = list_times(clues, article, surroundings)
    chances = [judge_time(candidate.features) for candidate in candidates]
    number = max(range(len(candidates)), key=lambda index: chances[index], default=None)
    if number is None or chances[number] < ENOUGH_TIME:
        return None
    chosen = candidates[number]
    if chosen.features.get("link", 0.0) < _unread_link(clues, surroundings):
        return None
    return _fill_printed(chosen, chances[number])


def _fill_printed(chosen: TimeCandidate, chance: float) -> Fill[When]:
    time = chosen.mentions[0][0]
    when = time.when
    if any(other.when.basis is DateBasis.EXPLICIT for other, _ in chosen.mentions):
        # "Last Wednesday", where "24 May" is printed as well.
        when = replace(when, basis=DateBasis.EXPLICIT)
    return Fill(value=when, spans=(time.mention.span,), rules=(time.mention.rule,), confidence=_bounded(chance))


def _report_month(article: Article, clues: Sequence[Clue], surroundings: Surroundings) -> Fill[When] | None:
    """Return the month of a numbered report ("2012-05-S-027") whose acts are told as of its day, "last night".

    A report that says nothing of when, or names a month or year, may tell of older acts.
    """
    month = find_report_month(article.text)
    if month is None or not _unread_link(clues, surroundings):
        return None
    when = When(start=month[0], end=month[1], precision=DatePrecision.MONTH, basis=DateBasis.PUBLISHED, text=None)
    return Fill(value=when, spans=(), rules=("date:published",), confidence=MONTH_CHANCE)


def _unread_link(clues: Sequence[Clue], surroundings: Surroundings) -> float:
    """Return how well the best linked time is linked that no known day fixes, 0 where all are read.

    The happening's day is then printed but cannot be known ("on Friday" in an article without a date), and a day that
    is told of something else must not take its place.
    """
    known = {time.mention for time in surroundings.times}
    links = (link for clue in clues for link in clue.frame.times)
    return max((link.score for link in links if link.mention not in known and _is_day(link.mention)), default=0.0)


def _is_day(mention: TimeMention) -> bool:
    return mention.rule in ("weekday", "deictic", "month_day", "day_month", "narrative")


def judge_time(features: Mapping[str, float]) -> float:
    """Return the probability that a candidate's days are the happening's."""
    model = load_model("time")
    return model.probability(features) if model is not None else thumb_time(features)


def thumb_time(features: Mapping[str, float]) -> float:
    """Return the same by rule of thumb."""
    if features.get("unprinted"):
        return 0.3
    fineness = 1.0 if features.get("precision day") else 0.7 if features.get("precision range") else 0.4
    chance = 0.3 + 0.4 * features["link"] + 0.2 * features["told again"] if features["link"] > LINKED else 0.2
    return fineness * chance


def choose_place(clues: Sequence[Clue], article: Article, surroundings: Surroundings) -> Fill[Place] | None:
    """Choose the place of the happening, as finely as it is told; None when not even its country is known."""
    candidates = list_places(clues, article, surroundings)
    heading = surroundings.heading_of(clues[0].frame.span.start)
    if heading is not None:
        candidates = tuple(candidate for candidate in candidates if candidate.key[0] in (heading, None))
    chances = [judge_place(candidate.features) for candidate in candidates]
    number = pick_place(candidates, chances)
    if number is None:
        return _choose_country(clues, surroundings)
    chosen = combine(candidates, chances, number)
    village = find_village(candidates, number)
    if village is not None:
        chosen = (village,)
    place = combine_places(chosen)
    if place is None:
        return _choose_country(clues, surroundings)
    is_village = chosen[0].mention.feature in load_place_words().settlement
    return Fill(
        value=_complete(place, candidates, chances, clues, surroundings, is_village=is_village),
        spans=merge_spans(item.mention.span for item in chosen),
        rules=tuple(dict.fromkeys(item.mention.rule for item in chosen)),
        confidence=_bounded(chances[number]),
    )


def judge_place(features: Mapping[str, float]) -> float:
    """Return the probability that a candidate is, or holds, the place of the happening."""
    model = load_model("place")
    return model.probability(features) if model is not None else thumb_place(features)


def thumb_place(features: Mapping[str, float]) -> float:
    """Return the same by rule of thumb."""
    if features["link"] > LINKED:
        return min(0.95, 0.3 + 0.4 * features["link"] + 0.2 * features["told again"])
    near = features.get("same sentence", 0.0) + features.get("sentence before", 0.0)
    return 0.15 + 0.1 * near + 0.3 * features["frequency"] + 0.1 * features["lead"]


def _complete(
    place: Place,
    candidates: Sequence[PlaceCandidate],
    chances: Sequence[float],
    clues: Sequence[Clue],
    surroundings: Surroundings,
    *,
    is_village: bool,
) -> Place:
    """Give a place that no gazetteer lists what is known of it: a site its town, a village its region or country."""
    is_fine = place.precision in (PlacePrecision.LOCALITY, PlacePrecision.SITE)
    if place.site is not None and place.locality is None and place.precision is PlacePrecision.SITE:
        town = _find_town_around(place, candidates)
        if town is not None:
            return replace(place, locality=town.locality, admin1=town.admin1)
    if place.site is not None and place.locality is None and place.precision is PlacePrecision.ADMIN2:
        # "At Elm Park, the Bibb County sheriff said": the county's town that the article is about.
        town = _find_home(candidates, place.country)
        if town is not None and town.admin1 == place.admin1 and _are_near(town, place):
            return replace(place, locality=town.locality, precision=PlacePrecision.SITE)
    if place.precision is not None and place.country is not None and (place.latitude is not None or not is_fine):
        return place
    if place.precision is None:
        place = replace(place, precision=PlacePrecision.SITE if place.site else PlacePrecision.LOCALITY)
    is_site = place.precision is PlacePrecision.SITE
    around = _likeliest(candidates, chances, ("fine",) if is_site else ("admin2", "admin1"))
    loose = around is None or around.latitude is None or (is_site and around.locality is None)
    home = _find_home(candidates, place.country) if loose else None
    if home is not None and around is not None and around.latitude is not None and home.admin1 != around.admin1:
        home = None
    if home is not None and (is_site or not is_village):
        # A quarter that no gazetteer lists, in an article of one town.
        return replace(
            place, site=place.site or place.locality, locality=home.locality, admin1=home.admin1, country=home.country,
            latitude=home.latitude, longitude=home.longitude, precision=PlacePrecision.SITE,
        )  # fmt: skip
    if around is not None and place.country in (None, around.country):
        return replace(
            place,
            locality=around.locality if place.precision is PlacePrecision.SITE else place.locality,
            admin1=around.admin1,
            country=around.country,
            latitude=around.latitude,
            longitude=around.longitude,
        )
    town = _likeliest(candidates, chances, ("fine",))
    if town is not None and town.country is not None and place.locality and place.country in (None, town.country):
        # A suburb that no gazetteer lists, in an article of one town.
        return replace(
            place, admin1=town.admin1, country=town.country, latitude=town.latitude, longitude=town.longitude
        )
    country = _likeliest(candidates, chances, ("country",))
    code = country.country if country is not None else _main_country(clues, surroundings)
    return replace(place, country=place.country or code)


def _are_near(town: Place, district: Place) -> bool:
    """Whether the town may lie in the district: Jammu is not of Poonch."""
    if None in (town.latitude, town.longitude, district.latitude, district.longitude):
        return True
    return (
        distance_km(town.latitude or 0, town.longitude or 0, district.latitude or 0, district.longitude or 0)
        < DISTRICT_KM
    )


def _find_town_around(site: Place, candidates: Sequence[PlaceCandidate]) -> Place | None:
    """Return the dateline's town around a site on the map of which only the country is known: a stadium of Rio."""
    if site.latitude is None or site.longitude is None:
        return None
    found: list[tuple[float, Place]] = []
    for town in (place.place for one in candidates for place, _ in one.mentions if place.mention.rule == DATELINE):
        if town.locality and town.country == site.country and town.latitude is not None and town.longitude is not None:
            found.append((distance_km(site.latitude, site.longitude, town.latitude, town.longitude), town))
    apart, nearest = min(found, key=lambda pair: pair[0], default=(TOWN_KM, None))
    return nearest if apart < TOWN_KM else None


def _likeliest(candidates: Sequence[PlaceCandidate], chances: Sequence[float], kinds: tuple[str, ...]) -> Place | None:
    """Return the likeliest candidate of some kinds, None where none is likely."""
    fit = [
        (chance, candidate)
        for candidate, chance in zip(candidates, chances, strict=True)
        if candidate.key[3] in kinds and (candidate.key[3] == "country" or _is_on_map(candidate))
    ]
    chance, best = max(fit, key=lambda pair: pair[0], default=(0.0, None))
    return best.mentions[0][0].place if best is not None and chance >= ENOUGH_BESIDE else None


def _find_home(candidates: Sequence[PlaceCandidate], country: str | None) -> Place | None:
    """Return the town that the article is about, of `country` where that is known; None where none stands out."""
    weights = [
        (_weigh_home(candidate), candidate)
        for candidate in candidates
        if candidate.key[3] == "fine" and _is_on_map(candidate) and country in (None, candidate.key[0])
    ]
    weight, best = max(weights, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or weight < ENOUGH_HOME:
        return None
    town = next((place.place for place, _ in best.mentions if place.place.locality), None)
    return town if town is not None and town.latitude is not None else None


def _weigh_home(candidate: PlaceCandidate) -> float:
    features = candidate.features
    named = sum(place.mention.rule != DATELINE and not place.mention.site for place, _ in candidate.mentions)
    return named + features["title"] + features["block"] + features["dateline"]


def _is_on_map(candidate: PlaceCandidate) -> bool:
    return candidate.mentions[0][0].place.latitude is not None


def _main_country(clues: Sequence[Clue], surroundings: Surroundings) -> str | None:
    start = clues[0].frame.span.start
    heading = surroundings.heading_of(start)
    if heading is not None:
        return heading
    weights = defaultdict(float, surroundings.weigh_countries(start))
    for actor in {stance.actor for clue in clues for stance in clue.frame.stances}:
        if actor.kind is ActorKind.ARMED_GROUP and actor.country is not None:
            weights[actor.country] += OF_ACTOR
    country = max(weights, key=lambda code: (weights[code], code), default=None)
    if country is None or weights[country] < max(COUNTRY_SHARE * sum(weights.values()), LEAST_WITNESS):
        return None
    return country


def _choose_country(clues: Sequence[Clue], surroundings: Surroundings) -> Fill[Place] | None:
    country = _main_country(clues, surroundings)
    if country is None:
        return None
    named = [
        place
        for place in surroundings.places
        if place.place.country == country and place.place.precision is PlacePrecision.COUNTRY
    ]
    witnesses = [place.mention.span for place in surroundings.places if place.place.country == country]
    witnesses += [span for code, span, _ in surroundings.demonyms if code == country]
    witnesses += [s.actor.span for c in clues for s in c.frame.stances if s.actor.country == country]
    witnesses += [span for code, span in surroundings.headings if code == country]
    place = (
        named[0].place
        if named
        else Place(
            text=None,
            site=None,
            locality=None,
            admin1=None,
            country=country,
            latitude=None,
            longitude=None,
            geonames_id=None,
            precision=PlacePrecision.COUNTRY,
        )
    )
    spans: tuple[Span, ...] = (min(witnesses),)
    return Fill(value=place, spans=spans, rules=(COUNTRY_RULE,), confidence=0.5)


def _bounded(chance: float) -> float:
    return min(0.95, max(0.05, chance))

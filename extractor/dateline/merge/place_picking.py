"""Picks the place of an incident among those that its article tells, once a model has weighed each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.find.place_containers import SMALL_TOWNS
from dateline.find.place_sites import UNLISTED
from dateline.gazetteer.toponyms import toponym_distance_km
from dateline.merge.place_candidates import OF_ARREST, PlaceCandidate, holds
from dateline.merge.scene_setting import LINKED
from dateline.records import PlacePrecision
from dateline.relate.bond_words import Bond
from dateline.resolve.place_choice import DATELINE
from dateline.resolve.place_making import ResolvedPlace

# What a right answer is worth: a town tells more than the country around it.
WORTH: Mapping[str, float] = {"fine": 1.0, "unknown": 0.7, "admin2": 0.9, "admin1": 0.6, "country": 0.3}
NARROW = ("fine", "unknown", "admin2")
ENOUGH_PLACE = 0.15  # least worth, times probability, of a place that is given
ENOUGH_BESIDE = 0.35  # least probability of a place that is taken to tell the chosen one more closely
ENOUGH_NAMED = 0.5  # least probability of a place that a telling names, before one that none does
ENOUGH_LAND = 0.55  # the same of a region or country in which what none names does not lie
HARDLY = 0.25  # up to which what none names is hardly it
TOLD_LINK = 1.0  # least link of one that is given rather than a town: of "the incident took place at"
IN_LEAD = 0.5  # least link of a lead's town that stands for the state of a headline
ENOUGH_NEARBY = 0.2  # least probability of a town that is given rather than one it is said to be near
BESIDE = 0.2  # tenths of sentences between an act and a place that may be told of it
NEAR_KM = 100.0  # greatest distance of a town from what it is said to be near
CARE_SHARE = (
    0.5  # of its worth, that is left to a hospital, or to where somebody was caught, where another place is told
)
VILLAGE_LINK = 0.6  # least link of a village or town that is given rather than the region around it
OFFICE = "place.office"  # rule of a place in the name of a body that serves there


def find_village(candidates: Sequence[PlaceCandidate], number: int) -> ResolvedPlace | None:
    """Return the unlisted village told of an act whose likeliest place is but the region: "near the village of X".

    A sentence that is there to tell the place outdoes a headline's town too: "It took place at Bhojipura village".
    Of a district that holds towns, the town as well: "at Kulachi in Dera Ismail Khan district". What the act was only
    near is no more than a region.
    """
    region = candidates[number].key
    is_wide = region[3] in ("country", "admin1", "admin2") or _is_landmark(candidates[number])
    least = VILLAGE_LINK if is_wide else TOLD_LINK
    villages = [
        (score, -place.mention.span.start, place)
        for candidate in candidates
        for place, score in candidate.mentions[:1]
        if score >= least and (_is_village(place, region[0]) or _is_town_in(place, candidates[number]))
    ]
    return max(villages, key=lambda item: item[:2])[2] if villages else None


def _is_village(place: ResolvedPlace, country: str | None) -> bool:
    """Whether it is called a village that no gazetteer lists, of the country as far as is known."""
    unlisted = place.mention.rule == UNLISTED and place.mention.feature in SMALL_TOWNS
    return unlisted and place.place.country in (None, country)


def _is_town_in(place: ResolvedPlace, region: PlaceCandidate) -> bool:
    """Whether the gazetteer has it as a town of the district."""
    holder, town = region.mentions[0][0].toponym, place.toponym
    return holder is not None and town is not None and not town.is_region and town.admin2_id == holder.id


def pick_place(candidates: Sequence[PlaceCandidate], chances: Sequence[float]) -> int | None:
    """Return the number of the candidate that is worth most, None when none is worth giving.

    A town that no telling of the act names ("They were flown to X", a dateline) gives way to one that a telling does.
    """
    worths = [chance * WORTH[candidate.key[3]] for candidate, chance in zip(candidates, chances, strict=True)]
    # Where the wounded were taken, or the doers caught, is hardly where the act was.
    if any(not _is_of_care(candidate) and candidate.key[3] in NARROW for candidate in candidates):
        cared = map(_is_of_care, candidates)
        worths = [worth * CARE_SHARE if care else worth for worth, care in zip(worths, cared, strict=True)]
    number = max(range(len(worths)), key=lambda index: worths[index], default=None)
    if number is None or worths[number] < ENOUGH_PLACE:
        return None
    number = _cross_border(candidates, chances, number)
    best = candidates[number]
    if best.features.get("link", 0.0) <= LINKED and best.features.get("bound beside free"):
        named = [i for i, one in enumerate(candidates) if _names_scene(one) and chances[i] >= ENOUGH_NAMED]
        number = max(
            named or (_name_other_land(candidates, chances, best) if chances[number] < HARDLY else []),
            key=lambda index: worths[index],
            default=number,
        )
    inner = [i for i, one in enumerate(candidates) if _is_in_it(one, candidates[number]) and chances[i] >= ENOUGH_NAMED]
    number = max(inner, key=lambda index: worths[index], default=number)
    number = _narrow_down(candidates, chances, number)
    number = _leave_landmark(candidates, chances, number)
    number = _come_home(candidates, number)
    return _leave_namesake(candidates, worths, number)


def _cross_border(candidates: Sequence[PlaceCandidate], chances: Sequence[float], number: int) -> int:
    """Return the likelier region of another country, named by a telling, where none names the town thought best.

    "KRAMATORSK, Ukraine - ... Further north, artillery killed two in the Russian border region of Belgorod."
    """
    best = candidates[number]
    if best.features.get("link", 0.0) > LINKED:
        return number
    abroad = [
        index
        for index, one in enumerate(candidates)
        if one.key[0] not in (None, best.key[0]) and one.key[3] in ("admin1", "admin2", "fine")
        if one.features.get("link", 0.0) > LINKED and chances[index] >= max(ENOUGH_LAND, chances[number])
    ]
    return max(abroad, key=lambda index: chances[index], default=number)


def _name_other_land(candidates: Sequence[PlaceCandidate], chances: Sequence[float], best: PlaceCandidate) -> list[int]:
    """Return the regions and countries that a telling names and that do not hold the place thought best.

    "Pirates seized a tanker off Oman, the force said at its headquarters in Northwood, England."
    """
    told = [
        number
        for number, one in enumerate(candidates)
        if one.key[3] in ("admin1", "country") and one.features["link"] > LINKED and chances[number] >= ENOUGH_LAND
        if not one.features["site"]
    ]
    return [] if any(holds(candidates[number].key, best.key) for number in told) else told


def _narrow_down(candidates: Sequence[PlaceCandidate], chances: Sequence[float], number: int) -> int:
    """Return the finer place told right beside an act that its own words set but in a country.

    "Gunmen killed nine in western Niger. They came to Banibangou, in the Tillaberi region, at noon."
    """
    chosen = candidates[number]
    of_paper = chosen.features["only dateline"] and chosen.features["link"] <= LINKED
    if not of_paper and chosen.key[3] != "country":
        return number
    told = any(
        one.key[3] == "country"
        and one.features["link"] > LINKED
        and one.key[0] == chosen.key[0]
        and chance >= ENOUGH_NAMED
        for one, chance in zip(candidates, chances, strict=True)
    )
    if not told:
        return number
    finer = [
        index
        for index, one in enumerate(candidates)
        if one.key[0] == chosen.key[0] and one.key[3] != "country" and not one.features["dateline"]
        if one.features["link"] <= LINKED and one.features.get("far", 1.0) <= BESIDE and chances[index] >= ENOUGH_NEARBY
        if not any(feature.startswith("bond ") for feature in one.features)
    ]
    return max(finer, key=lambda index: chances[index] * WORTH[candidates[index].key[3]], default=number)


def _is_in_it(town: PlaceCandidate, region: PlaceCandidate) -> bool:
    """Whether a telling names a town as one of the region: "clashed at Kalimpong in Darjeeling district".

    A village may be told as one of a town's too: "In Baalbek, a strike hit a house in the village of Nabi Chit".
    """
    if region.key[3] == "fine":
        is_inner = any(place.mention.feature in SMALL_TOWNS for place, _ in town.mentions)
    else:
        is_inner = region.key[3] in ("admin1", "admin2")
    if not is_inner or town.key[3] != "fine" or town.features.get("link", 0.0) <= LINKED or town is region:
        return False
    regions = tuple({place.mention.name for place, _ in region.mentions})
    return town.key[0] == region.key[0] and any(
        any(name.startswith(regions) for name in place.mention.within) and not place.mention.name.startswith(regions)
        for place, _ in town.mentions
    )


def _names_scene(candidate: PlaceCandidate) -> bool:
    """Whether a telling of the act names the place, finer than a province."""
    return candidate.key[3] in ("fine", "admin2") and candidate.features.get("link", 0.0) > LINKED


def _leave_landmark(candidates: Sequence[PlaceCandidate], chances: Sequence[float], number: int) -> int:
    """Return the town a telling sets the act in where a headline's is but near: "near Baghdad", then "in Tarmiya"."""
    landmark = candidates[number]
    if not _is_landmark(landmark) or not landmark.features["title"] or _is_told_in_text(landmark):
        return number
    towns = [
        index
        for index, other in enumerate(candidates)
        if other.key[0] == landmark.key[0]
        and other.key[3] == "fine"
        and _names_scene(other)
        and not (_is_landmark(other) or _is_of_care(other))
        and chances[index] >= ENOUGH_NEARBY
        and _are_neighbours(other, landmark)
    ]
    return max(towns, key=lambda index: chances[index], default=number)


def _come_home(candidates: Sequence[PlaceCandidate], number: int) -> int:
    """Return the dateline's town where the place told only says where that town lies, or who speaks there.

    "WESLEY CHAPEL, Fla. - ..., Pasco County deputies said"; "SPARKS, Nev. - ... at a school outside Reno". A paper's
    office is in the bigger town: "BAGHDAD - ... near Tarmiya" is set at Tarmiya.
    """
    told = candidates[number]
    is_speaker, is_landmark = (
        told.key[3] == "admin2" and _is_of_body(told),
        told.key[3] == "fine" and _is_landmark(told),
    )
    if not (is_speaker or is_landmark):
        return number
    landmark = told.mentions[0][0].toponym
    for index, other in enumerate(candidates):
        town = other.mentions[0][0].toponym
        if not other.features["dateline"] or town is None or landmark is None or other.key[3] != "fine":
            continue
        if is_speaker and _is_town_in(other.mentions[0][0], told):
            return index
        if is_landmark and town.fame < landmark.fame and _are_neighbours(other, told):
            return index
    return number


def _is_of_body(candidate: PlaceCandidate) -> bool:
    """Whether the place is told only in the names of bodies and by who speaks, never as where the act was."""
    return all(score <= LINKED or place.mention.rule == OFFICE for place, score in candidate.mentions)


def _is_landmark(candidate: PlaceCandidate) -> bool:
    """Whether the tellings say only that it was near the place."""
    told = [place for place, score in candidate.mentions if score > LINKED]
    return bool(told) and all(place.place.precision is PlacePrecision.NEAR for place in told)


def _are_neighbours(one: PlaceCandidate, other: PlaceCandidate) -> bool:
    """Whether the gazetteer has them no farther apart than what is called near."""
    first, second = one.mentions[0][0].toponym, other.mentions[0][0].toponym
    return first is not None and second is not None and toponym_distance_km(first, second) <= NEAR_KM


def _leave_namesake(candidates: Sequence[PlaceCandidate], worths: Sequence[float], number: int) -> int:
    """Return the lead's town where a headline's name is its state's: "Eight shot in Guanajuato" tells of Celaya."""
    chosen = candidates[number]
    country, state, town, kind = chosen.key
    if kind != "fine" or state != town or not chosen.features["title"] or _is_told_in_text(chosen):
        return number
    towns = [
        index
        for index, other in enumerate(candidates)
        if other.key[:2] == (country, state) and other.key[3] == "fine" and index != number
        if other.features["lead"] and other.features["link"] >= IN_LEAD and not _is_of_care(other)
    ]
    return max(towns, key=lambda index: worths[index], default=number)


def _is_told_in_text(candidate: PlaceCandidate) -> bool:
    """Whether the lead names the place, behind the town that it was written in."""
    datelines = [place.mention.span for place, _ in candidate.mentions if place.mention.rule == DATELINE]
    if not candidate.features["lead"] or not datelines:
        return bool(candidate.features["lead"])
    return any(place.mention.span > min(datelines) for place, _ in candidate.mentions)


def _is_of_care(candidate: PlaceCandidate) -> bool:
    """Whether the place is told only as where somebody is treated, or was caught: "taken to Spanish Town Hospital"."""
    if candidate.features.get(OF_ARREST):
        return True
    return candidate.features.get(f"bond {Bond.CARE}", 0.0) >= 1.0 and all(
        place.mention.site for place, _ in candidate.mentions
    )


def combine(candidates: Sequence[PlaceCandidate], chances: Sequence[float], number: int) -> tuple[ResolvedPlace, ...]:
    """Return the mentions that tell the chosen place: its own, and those of likely regions around it."""
    chosen = candidates[number]
    linked = [place for place, score in chosen.mentions if score > LINKED] or [chosen.mentions[0][0]]
    for candidate, chance in zip(candidates, chances, strict=True):
        if holds(candidate.key, chosen.key) and chance >= ENOUGH_BESIDE:
            linked.extend(place for place, score in candidate.mentions if score > LINKED)
    return tuple(linked)

"""Picks the place of an incident among those that its article tells, once a model has weighed each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.find.place_containers import SMALL_TOWNS
from dateline.merge.place_candidates import PlaceCandidate, holds
from dateline.merge.scene_setting import LINKED
from dateline.relate.bonds import Bond
from dateline.resolve.place_making import ResolvedPlace

# What a right answer is worth: a town tells more than the country around it.
WORTH: Mapping[str, float] = {"fine": 1.0, "unknown": 0.7, "admin2": 0.9, "admin1": 0.6, "country": 0.3}
NARROW = ("fine", "unknown", "admin2")
ENOUGH_PLACE = 0.15  # least worth, times probability, of a place that is given
ENOUGH_BESIDE = 0.35  # least probability of a place that is taken to tell the chosen one more closely
ENOUGH_NAMED = 0.5  # least probability of a place that a telling names, before one that none does
TOLD_LINK = 1.0  # least link of one that is given rather than a town: of "the incident took place at"
IN_LEAD = 0.5  # least link of a lead's town that stands for the state of a headline
CARE_SHARE = 0.5  # of its worth, that is left to a hospital where another place is told
VILLAGE_LINK = 0.6  # least link of a village or town that is given rather than the region around it
UNLISTED = "place.pattern"  # rule of a place that no gazetteer lists


def find_village(candidates: Sequence[PlaceCandidate], number: int) -> ResolvedPlace | None:
    """Return the unlisted village told of an act whose likeliest place is but the region: "near the village of X".

    A sentence that is there to tell the place outdoes a headline's town too: "It took place at Bhojipura village".
    Of a district that holds towns, the town as well: "at Kulachi in Dera Ismail Khan district".
    """
    region = candidates[number].key
    least = VILLAGE_LINK if region[3] in ("country", "admin1", "admin2") else TOLD_LINK
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
    # Where the wounded were taken is hardly where they were hurt.
    if any(not _is_of_care(candidate) and candidate.key[3] in NARROW for candidate in candidates):
        cared = map(_is_of_care, candidates)
        worths = [worth * CARE_SHARE if care else worth for worth, care in zip(worths, cared, strict=True)]
    number = max(range(len(worths)), key=lambda index: worths[index], default=None)
    if number is None or worths[number] < ENOUGH_PLACE:
        return None
    best = candidates[number]
    if best.features.get("link", 0.0) <= LINKED and best.features.get("bound beside free"):
        named = [i for i, one in enumerate(candidates) if _names_scene(one) and chances[i] >= ENOUGH_NAMED]
        number = max(named, key=lambda index: worths[index], default=number)
    inner = [i for i, one in enumerate(candidates) if _is_in_it(one, candidates[number]) and chances[i] >= ENOUGH_NAMED]
    number = max(inner, key=lambda index: worths[index], default=number)
    return _leave_namesake(candidates, worths, number)


def _is_in_it(town: PlaceCandidate, region: PlaceCandidate) -> bool:
    """Whether a telling names a town as one of the region: "clashed at Kalimpong in Darjeeling district"."""
    if region.key[3] not in ("admin1", "admin2") or town.key[3] != "fine" or town.features.get("link", 0.0) <= LINKED:
        return False
    regions = tuple({place.mention.name for place, _ in region.mentions})
    return town.key[0] == region.key[0] and any(
        any(name.startswith(regions) for name in place.mention.within) and not place.mention.name.startswith(regions)
        for place, _ in town.mentions
    )


def _names_scene(candidate: PlaceCandidate) -> bool:
    """Whether a telling of the act names the place, finer than a province."""
    return candidate.key[3] in ("fine", "admin2") and candidate.features.get("link", 0.0) > LINKED


def _leave_namesake(candidates: Sequence[PlaceCandidate], worths: Sequence[float], number: int) -> int:
    """Return the lead's town where a headline's name is its state's: "Eight shot in Guanajuato" tells of Celaya."""
    chosen = candidates[number]
    country, state, town, kind = chosen.key
    if kind != "fine" or state != town or not chosen.features["title"] or chosen.features["lead"]:
        return number
    towns = [
        index
        for index, other in enumerate(candidates)
        if other.key[:2] == (country, state) and other.key[3] == "fine" and index != number
        if other.features["lead"] and other.features["link"] >= IN_LEAD and not _is_of_care(other)
    ]
    return max(towns, key=lambda index: worths[index], default=number)


def _is_of_care(candidate: PlaceCandidate) -> bool:
    """Whether the place is told only as where somebody is treated: "were taken to the Spanish Town Hospital"."""
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

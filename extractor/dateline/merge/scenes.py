"""Chooses date and place of an incident among what its tellings say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.merge.fills import Fill
from dateline.records import DateBasis, DatePrecision, Place, PlacePrecision, When
from dateline.resolve.places import ResolvedPlace, combine_places
from dateline.spans import Span, merge_spans

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.merge.clues import Clue


def choose_date(clues: Sequence[Clue], article: Article) -> Fill[When] | None:
    """Choose the day that the tellings give, the surest link and the finest precision first."""
    votes: dict[tuple[object, object], float] = defaultdict(float)
    best: dict[tuple[object, object], tuple[float, When, Span]] = {}
    for order, clue in enumerate(clues):
        for time, score in clue.times[:2]:
            days = (time.when.end - time.when.start).days
            fineness = 1.0 if days == 0 else 0.7 if days <= 7 else 0.4
            weight = score * fineness / (1 + 0.15 * order)
            key = (time.when.start, time.when.end)
            votes[key] += weight
            if key not in best or weight > best[key][0]:
                best[key] = (weight, time.when, time.mention.span)
    if best:
        key = max(best, key=lambda k: votes[k])
        _, when, span = best[key]
        return Fill(value=when, spans=(span,), rules=("date:vote",), confidence=min(0.95, 0.5 + 0.3 * votes[key]))
    if article.published is None:
        return None
    when = When(
        start=article.published,
        end=article.published,
        precision=DatePrecision.DAY,
        basis=DateBasis.PUBLISHED,
        text=None,
    )
    return Fill(value=when, spans=(), rules=("date:published",), confidence=0.4)


def choose_place(clues: Sequence[Clue]) -> Fill[Place] | None:
    """Combine the places that the tellings give, the surest and finest first; namesakes elsewhere are left out."""
    votes: dict[tuple[str | None, str | None, str | None], float] = defaultdict(float)
    links: list[tuple[float, ResolvedPlace]] = []
    for order, clue in enumerate(clues):
        for place, score in clue.places:
            weight = score / (1 + 0.2 * order)
            links.append((weight, place))
            votes[_locality_key(place.place)] += weight * _fineness(place.place)
    if not links:
        return None
    anchor = max(votes, key=lambda key: votes[key])
    chosen = [place for _, place in sorted(links, key=lambda link: -link[0]) if _fits(place.place, anchor)]
    place = combine_places(chosen)
    if place is None:
        return None
    return Fill(
        value=place,
        spans=merge_spans(item.mention.span for item in chosen),
        rules=tuple(dict.fromkeys(item.mention.rule for item in chosen)),
        confidence=min(0.95, 0.4 + 0.3 * votes[anchor]),
    )


def _locality_key(place: Place) -> tuple[str | None, str | None, str | None]:
    return place.country, place.admin1, place.locality


def _fineness(place: Place) -> float:
    if place.precision in (PlacePrecision.SITE, PlacePrecision.LOCALITY, PlacePrecision.NEAR):
        return 1.0
    return 0.15 if place.precision is PlacePrecision.COUNTRY else 0.5


def _fits(place: Place, anchor: tuple[str | None, str | None, str | None]) -> bool:
    country, admin1, locality = anchor
    if place.country and country and place.country != country:
        return False
    if place.admin1 and admin1 and place.admin1 != admin1:
        return False
    return not (place.locality and locality and place.locality != locality)

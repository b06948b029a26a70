"""Keeps the day of an older act from those told behind it, in other towns: each of them is as fresh as the news.

"Rebels killed a judge in Lima last night. The same court was bombed on 12 August. In Ayacucho, they killed three
peasants": not in August.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dateline.gazetteer.names import name_key
from dateline.merge.scene_setting import LINKED
from dateline.records import FINE
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dateline.merge.clues import Clue
    from dateline.merge.day_candidates import TimeCandidate
    from dateline.merge.surroundings import Surroundings
    from dateline.records import Place

FRESH = timedelta(days=7)  # before publication, in which the day of news lies
OWN = 0.6  # score of a link from which an act has a day for its own


def leave_bygones(
    candidates: Sequence[TimeCandidate], clues: Sequence[Clue], published: date, around: Surroundings
) -> Sequence[TimeCandidate]:
    """Return the candidates without the older days of acts elsewhere, where the article told a fresh day before them.

    Only for a happening that names a town of its own, and no day.
    """
    towns = {key for clue in clues if clue.place for key in _key(clue.place.place)}
    if not towns or any(clue.times for clue in clues):
        return candidates
    fresh = [
        time.mention.span.start
        for time in around.times
        if timedelta(0) <= published - time.when.end <= FRESH and around.claims.get(time.mention, 0.0) >= OWN
    ]
    if not fresh:
        return candidates
    told = Span(min(fresh), min(clue.frame.span.start for clue in clues))
    old = [one for one in candidates if one.mentions and published - one.key[1] > FRESH]
    bygone = {one.key for one in old if _is_of_others(one, towns, told, around)}
    return [one for one in candidates if one.key not in bygone]


def _is_of_others(candidate: TimeCandidate, towns: set[str], told: Span, around: Surroundings) -> bool:
    """Whether all that tells the days tells them of another act, between a fresh day and the act."""
    for time, link in candidate.mentions:
        span = time.mention.span
        if link > LINKED or not told.start < span.start < told.end:
            return False
        number = around.sentence_of(span)
        here = {
            key
            for place in around.places
            if around.sentence_of(place.mention.span) == number
            for key in _key(place.place)
        }
        if around.claims.get(time.mention, 0.0) < OWN or towns & here:
            return False
    return True


def _key(place: Place) -> tuple[str, ...]:
    """Return the key of a town's name; empty for a region or country."""
    return (name_key(place.locality),) if place.locality and place.precision in FINE else ()

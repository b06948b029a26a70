"""Makes incidents of happenings: type, stage, date, place and role, and everything the other fields hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.frames import Frame, Reality
from dateline.merge.fills import Fill
from dateline.merge.relevance import count_topics, describe_incident
from dateline.merge.things import build_attributions, build_targets, build_weapons
from dateline.merge.tolls import Toll, build_toll
from dateline.records import (
    Attribution,
    DateBasis,
    DatePrecision,
    EventType,
    Place,
    PlacePrecision,
    Role,
    Stage,
    Target,
    Weapon,
    When,
)
from dateline.resolve.places import ResolvedPlace, combine_places
from dateline.spans import Span, merge_spans
from dateline.weights import load_model

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.merge.clues import Clue
    from dateline.merge.clustering import Happening

BACKGROUND_DAYS = 60  # told as history from this age on; Source: RECORD.md, `role`


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident with every field's evidence."""

    type: Fill[EventType]
    stage: Fill[Stage]
    role: Role
    date: Fill[When] | None
    place: Fill[Place] | None
    weapons: tuple[Fill[Weapon], ...]
    attributions: tuple[Fill[Attribution], ...]
    targets: tuple[Fill[Target], ...]
    toll: Toll
    salience: float  # how much of the article is about it
    strength: float  # how surely it is an incident at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An incident before it is judged, and the features it is judged by."""

    incident: Incident
    features: Mapping[str, float]


KEEP = 0.0


def build_incidents(happenings: Sequence[Happening], article: Article) -> tuple[Incident, ...]:
    """Return the incidents of the article, in order of first mention."""
    model = load_model("relevance")
    judged: list[Incident] = []
    for draft in draft_incidents(happenings, article):
        strength = model.probability(draft.features) if model else draft.incident.strength
        if strength >= KEEP:
            judged.append(replace(draft.incident, strength=strength))
    return _assign_roles(judged, article)


def draft_incidents(happenings: Sequence[Happening], article: Article) -> tuple[Draft, ...]:
    """Return a draft for each happening that has the least that an incident needs, in order of first mention."""
    topics = count_topics(article.text)
    pairs = [(_build(happening, article), happening) for happening in happenings]
    pairs = [(incident, happening) for incident, happening in pairs if _is_incident(incident)]
    ranking = sorted((incident.salience for incident, _ in pairs), reverse=True)
    return tuple(
        Draft(
            incident=incident,
            features=describe_incident(
                incident, happening.clues, article, topics=topics, rivals=ranking.index(incident.salience)
            ),
        )
        for incident, happening in pairs
    )


def _is_incident(incident: Incident) -> bool:
    """Whether the least that RECORD.md asks is there: a kind of act and one of a place, a victim, a target."""
    return incident.place is not None or bool(incident.toll.victims) or bool(incident.targets)


def _build(happening: Happening, article: Article) -> Incident:
    clues = happening.clues
    frames = [clue.frame for clue in clues]
    event_type = _choose_type(frames)
    toll = build_toll(frames, article.text)
    return Incident(
        type=event_type,
        stage=_choose_stage(frames),
        role=Role.SECONDARY,
        date=_choose_date(clues, article),
        place=_choose_place(clues),
        weapons=build_weapons(frames, event_type.value, article.text),
        attributions=build_attributions(frames, article.text),
        targets=build_targets(frames, article.text),
        toll=toll,
        salience=_salience(clues, article),
        strength=_strength(frames, toll),
    )


def _choose_type(frames: Sequence[Frame]) -> Fill[EventType]:
    """Let the tellings vote; a word that names its type counts for much, "attack" and "kill" for little."""
    votes: Counter[EventType] = Counter()
    spans: dict[EventType, list[Span]] = defaultdict(list)
    rules: dict[EventType, list[str]] = defaultdict(list)
    for frame in frames:
        weight = 2.0 if frame.block is BlockKind.TITLE else 1.0
        for trigger in frame.triggers:
            votes[trigger.type] += weight * (1.0 if trigger.specific else 0.15) * (0.6 if trigger.weak else 1.0)
            spans[trigger.type].append(trigger.span)
            rules[trigger.type].append(trigger.rule)
    if EventType.SUICIDE_BOMBING in votes:
        votes[EventType.SUICIDE_BOMBING] += votes[EventType.BOMBING] + votes[EventType.SHOOTING]
    best = max(votes, key=lambda kind: (votes[kind], kind))
    return Fill(
        value=best,
        spans=merge_spans(spans[best]),
        rules=tuple(dict.fromkeys(rules[best])),
        confidence=votes[best] / sum(votes.values()),
    )


def _choose_stage(frames: Sequence[Frame]) -> Fill[Stage]:
    votes: Counter[Stage] = Counter()
    for frame in frames:
        harmed = any(harm.count is None or harm.count.best for harm in frame.harms)
        votes[Stage.ACCOMPLISHED if harmed else frame.stage] += 2 if harmed else 1
    best = max(votes, key=lambda stage: (votes[stage], stage is Stage.ACCOMPLISHED))
    spans = merge_spans(t.span for frame in frames if frame.stage is best for t in frame.triggers)
    return Fill(value=best, spans=spans, rules=("stage:vote",), confidence=votes[best] / sum(votes.values()))


def _choose_date(clues: Sequence[Clue], article: Article) -> Fill[When] | None:
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


def _choose_place(clues: Sequence[Clue]) -> Fill[Place] | None:
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


def _salience(clues: Sequence[Clue], article: Article) -> float:
    """Return how much of the article is about the happening: headline and lead count most."""
    sentences = {clue.frame.sentence for clue in clues}
    first = min(clue.frame.span.start for clue in clues) / max(1, len(article.text))
    title = any(clue.frame.block is BlockKind.TITLE for clue in clues)
    old = sum(clue.time.is_history for clue in clues if clue.time) > 0
    return len(sentences) + (3.0 if title else 0.0) + 3.0 * (1.0 - first) - (4.0 if old else 0.0)


def _strength(frames: Sequence[Frame], toll: Toll) -> float:
    """Return how surely this is an incident at all, 0 to 1."""
    told = sum(frame.reality is Reality.TOLD for frame in frames)
    specific = any(frame.specific for frame in frames)
    score = 0.3 + 0.1 * min(told, 3) + 0.15 * specific + 0.15 * bool(toll.victims)
    return min(0.95, score)


def _assign_roles(incidents: Sequence[Incident], article: Article) -> tuple[Incident, ...]:
    """Make the most salient incident the main one, the old ones background, the others secondary."""
    if not incidents:
        return ()
    today = article.published or max((i.date.value.end for i in incidents if i.date), default=None)
    top = max(incidents, key=lambda incident: (not _is_old(incident, today), incident.salience))
    return tuple(
        replace(incident, role=Role.MAIN if incident is top else Role.BACKGROUND if _is_old(incident, today) else Role.SECONDARY)
        for incident in incidents
    )


def _is_old(incident: Incident, today: date | None) -> bool:
    """Whether it is told as history: long past, or spread over so long that it is no single act."""
    if incident.date is None or today is None:
        return False
    when = incident.date.value
    return when.end < today - timedelta(days=BACKGROUND_DAYS) or (when.end - when.start).days > BACKGROUND_DAYS

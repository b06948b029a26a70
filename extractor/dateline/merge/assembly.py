"""Writes incidents out as records: stable ids, evidence offsets, confidence."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dateline.records import ArticleInfo, Offsets, Record
from dateline.weights import load_models

if TYPE_CHECKING:
    from dateline.articles import Article
    from dateline.merge.fills import Fill
    from dateline.merge.incidents import Incident
    from dateline.spans import Span

DIGITS = 3  # of a confidence


def assemble_records(incidents: Sequence[Incident], article: Article) -> tuple[Record, ...]:
    """Return the records of an article's incidents, in the same order."""
    info = describe_article(article)
    return tuple(_assemble(incident, info) for incident in incidents)


def describe_article(article: Article) -> ArticleInfo:
    """Return what a record says of its article."""
    return ArticleInfo(
        id=article.id,
        source=article.source,
        title=article.title,
        authors=article.authors,
        publisher=article.publisher,
        published=article.published,
        published_basis=article.published_basis,
        language=article.language,
    )


def _assemble(incident: Incident, info: ArticleInfo) -> Record:
    evidence = _gather_evidence(incident)
    return Record(
        id=_stable_id(info.id, incident, evidence),
        article=info,
        role=incident.role,
        type=incident.type.value,
        stage=incident.stage.value,
        date=incident.date.value if incident.date else None,
        place=incident.place.value if incident.place else None,
        weapons=tuple(fill.value for fill in incident.weapons),
        attributions=tuple(fill.value for fill in incident.attributions),
        targets=tuple(fill.value for fill in incident.targets),
        victims=tuple(fill.value for fill in incident.toll.victims),
        casualties=incident.toll.casualties,
        reports=tuple(fill.value for fill in incident.toll.reports),
        evidence=evidence,
        confidence=_gather_confidence(incident),
    )


def _stable_id(article_id: str, incident: Incident, evidence: dict[str, tuple[Offsets, ...]]) -> str:
    """Return an id that depends on the article's text and on where the incident is told in it."""
    told = f"{article_id}:{incident.type.value}:{evidence['type']}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _offsets(spans: Iterable[Span]) -> tuple[Offsets, ...]:
    return tuple((span.start, span.end) for span in spans)


def _gather_evidence(incident: Incident) -> dict[str, tuple[Offsets, ...]]:
    evidence = {"type": _offsets(incident.type.spans), "stage": _offsets(incident.stage.spans)}
    if incident.date and incident.date.spans:
        evidence["date"] = _offsets(incident.date.spans)
    if incident.place:
        evidence["place"] = _offsets(incident.place.spans)
    for name, fills in _lists(incident).items():
        for index, fill in enumerate(fills):
            evidence[f"{name}[{index}]"] = _offsets(fill.spans)
    for kind, spans in incident.toll.casualty_spans.items():
        evidence[f"casualties.{kind}"] = _offsets(spans)
    return evidence


def _lists(incident: Incident) -> Mapping[str, Sequence[Fill[Any]]]:
    """Return the fields that hold several fills, by name."""
    return {
        "weapons": incident.weapons,
        "attributions": incident.attributions,
        "targets": incident.targets,
        "victims": incident.toll.victims,
        "reports": incident.toll.reports,
    }


def _gather_confidence(incident: Incident) -> dict[str, float]:
    """Return the calibrated confidence of each field given, and that of the whole as "overall"."""
    models = load_models("confidence")
    confidence: dict[str, float] = {}
    for name, value in {"overall": incident.strength, **raw_confidence(incident)}.items():
        model = models.get(name)
        features = {"raw": log_odds(value), "overall": log_odds(incident.strength)}
        confidence[name] = model.probability(features) if model else value
    return {name: round(value, DIGITS) for name, value in confidence.items()}


def raw_confidence(incident: Incident) -> dict[str, float]:
    """Return the confidence of each field given, as the rules that filled it say, not yet calibrated."""
    raw = {"type": incident.type.confidence, "stage": incident.stage.confidence}
    if incident.date:
        raw["date"] = incident.date.confidence
    if incident.place:
        raw["place"] = incident.place.confidence
    for name, fills in _lists(incident).items():
        if fills:
            raw[name] = sum(fill.confidence for fill in fills) / len(fills)
    if incident.toll.casualty_spans:
        raw["casualties"] = 0.6
    return raw


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, kept within 0.02 and 0.98."""
    kept = min(0.98, max(0.02, probability))
    return math.log(kept / (1 - kept))

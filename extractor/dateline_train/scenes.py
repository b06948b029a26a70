"""Trains the judges of days and places.

A candidate of a draft that the scorer aligns with a gold incident is a yes when it is that incident's day, or is or
holds its place. Prints the out-of-fold scores beside those of the rules of thumb and writes `time.json` and
`place.json` to `dateline/weights`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import orjson
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score
from sklearn.model_selection import GroupKFold

from dateline.merge import place_picking, scenes
from dateline.merge.day_candidates import TimeCandidate, list_times
from dateline.merge.place_candidates import PlaceCandidate, list_places
from dateline.resolve.places import combine_places
from dateline_train.corpus import Corpus
from dateline_train.drafts import collect_known
from dateline_train.gold import load_gold
from dateline_train.unseen import UnseenExtractor

SEED = 20
RARE = 8  # features that fewer candidates have are left out
STRENGTHS = (0.03, 0.1, 0.3)  # inverse of the L2 penalty, tried in turn
FOLDER = Path(__file__).parent.parent / "dateline" / "weights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The candidates of one draft and what the gold says of each."""

    article: str
    candidates: Sequence[PlaceCandidate | TimeCandidate]
    labels: tuple[int, ...]
    scores: tuple[float, ...]  # what the scorer gives for each, 0 to 1
    required: bool


def collect(corpus: Corpus, extractor: UnseenExtractor) -> tuple[list[Case], list[Case]]:
    """Return the cases of days and of places."""
    gold = load_gold(corpus.gold, split=corpus.split)
    times: list[Case] = []
    places: list[Case] = []
    for known in collect_known(extractor, gold):
        clues, trace, incident = known.draft.clues, known.trace, known.incident
        required = not incident.get("optional")
        if incident.get("date"):
            found = list_times(clues, trace.article, trace.surroundings)
            times.append(_time_case(gold.scorer, known.key, incident["date"], found, required))
        if incident.get("place"):
            sites = list_places(clues, trace.article, trace.surroundings)
            places.append(_place_case(gold.scorer, known.key, incident["place"], sites, required))
    return times, places


def _time_case(
    scorer: ModuleType, key: str, truth: Mapping[str, Any], candidates: Sequence[TimeCandidate], required: bool
) -> Case:
    scores = tuple(
        scorer.score_date(truth, {"start": c.key[0].isoformat(), "end": c.key[1].isoformat()}) for c in candidates
    )
    return Case(
        article=key, candidates=candidates, labels=tuple(int(s == 1) for s in scores), scores=scores, required=required
    )


def _place_case(
    scorer: ModuleType, key: str, truth: Mapping[str, Any], candidates: Sequence[PlaceCandidate], required: bool
) -> Case:
    scores = []
    labels = []
    for candidate in candidates:
        place = combine_places([place for place, _ in candidate.mentions])
        score = scorer.score_place(truth, orjson.loads(orjson.dumps(place)) if place else {})
        scores.append(score)
        country, admin1, _, kind = candidate.key
        if kind == "country":
            labels.append(int(country == truth.get("country")))
        elif kind == "admin1":
            labels.append(int(score == 1 or bool(scorer.same_name(truth.get("admin1"), admin1) == 1)))
        else:
            # A town that no gazetteer lists has no point to score by; its name is right all the same.
            named = scorer.same_name(truth.get("locality"), candidate.key[2]) == 1
            labels.append(int(score == 1 or (named and candidate.key[0] in (None, truth.get("country")))))
    return Case(article=key, candidates=candidates, labels=tuple(labels), scores=tuple(scores), required=required)


def train(
    cases: Sequence[Case],
    choose: Callable[[Case, Sequence[float]], int | None],
    thumb: Callable[[Mapping[str, float]], float],
) -> dict[str, Any]:
    """Return the model's data; prints how the model and the rule of thumb choose."""
    rows = [candidate.features for case in cases for candidate in case.candidates]
    y = np.array([label for case in cases for label in case.labels])
    groups = [case.article for case in cases for _ in case.candidates]
    counts = Counter(name for row in rows for name, value in row.items() if value)
    vectorizer = DictVectorizer(sparse=False)
    x = vectorizer.fit_transform([{k: v for k, v in row.items() if counts[k] >= RARE} for row in rows])
    _report("rule of thumb", cases, [thumb(row) for row in rows], choose)
    best: tuple[float, float, float] | None = None
    for strength in STRENGTHS:
        oof = np.zeros(len(y))
        for fit, held in GroupKFold(n_splits=10).split(x, y, groups):
            oof[held] = LogisticRegression(C=strength, max_iter=3000).fit(x[fit], y[fit]).predict_proba(x[held])[:, 1]
        _report(f"C {strength}", cases, list(oof), choose)
        auc, brier = float(roc_auc_score(y, oof)), float(brier_score_loss(y, oof))
        print(f"          AUC {auc:.3f} Brier {brier:.4f}")
        if best is None or brier < best[0]:
            best = brier, strength, auc
    assert best is not None
    model = LogisticRegression(C=best[1], max_iter=3000).fit(x, y)
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    return {
        "trained": str(date.today()),
        "data": f"{len(y)} candidates of {len(cases)} incidents, {int(y.sum())} yes",
        "seed": SEED,
        "penalty": best[1],
        "auc_out_of_fold": round(best[2], 4),
        "brier_out_of_fold": round(best[0], 4),
        "bias": round(float(model.intercept_[0]), 4),
        "weights": {name: round(float(weight), 4) for name, weight in sorted(weights.items())},
    }


def _report(
    name: str, cases: Sequence[Case], chances: Sequence[float], choose: Callable[[Case, Sequence[float]], int | None]
) -> None:
    scores, possible, start = [], [], 0
    for case in cases:
        own = chances[start : start + len(case.candidates)]
        start += len(case.candidates)
        if not case.required:
            continue
        number = choose(case, own)
        scores.append(case.scores[number] if number is not None else 0.0)
        possible.append(max(case.scores, default=0.0))
    right = np.mean([score == 1 for score in scores])
    print(
        f"{name:<14} mean score {np.mean(scores):.3f} right {right:.3f} of {len(scores)}, best {np.mean(possible):.3f}"
    )


def _first(case: Case, chances: Sequence[float]) -> int | None:
    return int(np.argmax(chances)) if len(chances) else None


def _worthiest(case: Case, chances: Sequence[float]) -> int | None:
    return place_picking.pick_place(case.candidates, chances)  # type: ignore[arg-type]  # place cases hold places alone


def train_scenes(corpus: Corpus, extractor: UnseenExtractor) -> None:
    """Train, report, write."""
    times, places = collect(corpus, extractor)
    print("days")
    data = train(times, _first, scenes.thumb_time)
    _write("time", "logistic regression: are these days the happening's?", corpus, data)
    print("places")
    data = train(places, _worthiest, scenes.thumb_place)
    _write("place", "logistic regression: is this, or does it hold, the place of the happening?", corpus, data)


def _write(name: str, about: str, corpus: Corpus, data: dict[str, Any]) -> None:
    data = {"about": about, **data, "data": f"{corpus.name}: {data['data']}"}
    (FOLDER / f"{name}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

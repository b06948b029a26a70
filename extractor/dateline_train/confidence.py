"""Calibrates the confidence of fields.

For each field of each record, right or wrong by the scorer (half right counts half; every field of a record that
tells no gold incident is wrong) is set against the field's raw confidence and the record's own. A logistic curve
over the log odds of both is fitted and written to `dateline/weights/confidence.json`. The record's own confidence
comes from a judge that was trained without the article (ten folds); the smaller models of single fields did see it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from sklearn.linear_model import LogisticRegression

import dateline
from dateline.merge.assembly import assemble_records, log_odds, raw_confidence
from dateline.merge.incidents import draft_incidents, least_strength
from dateline_train.corpus import Corpus
from dateline_train.gold import Gold, article_key, load_gold, pair_records
from dateline_train.own_articles import add_own_articles
from dateline_train.relevance import collect_gold, collect_own, collect_own_articles, fit_fold
from dateline_train.unseen import UnseenExtractor

TARGET = Path(__file__).parent.parent / "dateline" / "weights" / "confidence.json"
RELEVANCE = TARGET.parent / "relevance.json"
FOLDS = 10
FEWEST = 20  # cases below which a field keeps its raw value
PENALTY = 1.0  # inverse of the L2 penalty


def judge_fields(gold: Gold, incident: dict[str, Any] | None, record: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield each field's name and how right it is, 0 to 1; "overall": whether the record tells a gold incident."""
    scorer = gold.scorer
    told = incident or {}

    def single(name: str, score: Callable[[Any, Any], float]) -> Iterator[tuple[str, float]]:
        if record.get(name):
            yield name, float(score(told[name], record[name])) if told.get(name) else 0.0

    if incident is None:
        given = (name for name in record["confidence"] if name != "reports")
        yield from ((name, 0.0) for name in given)
        return
    yield "overall", 1.0
    yield "type", float(scorer.score_type(told, record))
    yield "stage", float(told["stage"] == record["stage"])
    yield from single("date", scorer.score_date)
    yield from single("place", scorer.score_place)
    for name, score in (
        ("weapons", scorer.score_weapon),
        ("attributions", scorer.score_actor),
        ("targets", scorer.score_target),
        ("victims", scorer.score_victim),
    ):
        fills = record[name]
        if fills:
            pairs = scorer.assign([[score(g, r) for r in fills] for g in told.get(name, [])])
            yield name, sum(score(told[name][g], fills[r]) for g, r in pairs) / len(fills)
    kinds = [kind for kind, count in record["casualties"].items() if count]
    if kinds:
        wanted = told.get("casualties") or {}
        yield "casualties", sum(scorer.score_count(wanted.get(k), record["casualties"][k]) for k in kinds) / len(kinds)


def collect(corpus: Corpus, extractor: UnseenExtractor) -> dict[str, list[tuple[float, float, float]]]:
    """Return, for each field, raw confidence, the record's strength and how right the field is."""
    gold = add_own_articles(load_gold(corpus.gold, split=corpus.split))
    shipped = json.loads(RELEVANCE.read_text("utf-8"))
    examples = [*collect_gold(extractor, corpus), *collect_own(extractor), *collect_own_articles(extractor)]
    cases: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for fold in range(FOLDS):
        articles = gold.articles[fold::FOLDS]
        held = {article_key(article) for article in articles}
        judge = fit_fold(examples, held, penalty=float(shipped["penalty"]))
        for article in articles:
            trace = extractor.explain(article)
            drafts = draft_incidents(trace.sketches, trace.article)
            judged = [replace(d.incident, strength=judge.probability(d.features)) for d in drafts]
            least = least_strength(incident.strength for incident in judged)
            kept = [incident for incident in judged if incident.strength >= least]
            records = [orjson.loads(dateline.encode_record(r)) for r in assemble_records(kept, trace.article)]
            for number, incident in pair_records(gold, article_key(article), records):
                raw = {"overall": kept[number].strength, **raw_confidence(kept[number])}
                for name, right in judge_fields(gold, incident, records[number]):
                    cases[name].append((raw[name], kept[number].strength, right))
    return cases


def fit(cases: list[tuple[float, float, float]]) -> LogisticRegression:
    """Fit the curve; a case half right counts as half a yes and half a no."""
    x = np.array([[log_odds(raw), log_odds(strength)] for raw, strength, _ in cases])
    right = np.array([case[2] for case in cases])
    twice = np.vstack([x, x])
    answers = np.concatenate([np.ones(len(x)), np.zeros(len(x))])
    model = LogisticRegression(C=PENALTY, max_iter=1000)
    return model.fit(twice, answers, sample_weight=np.concatenate([right, 1 - right]) + 1e-9)


def train_confidence(corpus: Corpus, extractor: UnseenExtractor) -> None:
    """Calibrate, report, write."""
    models = {}
    for name, cases in sorted(collect(corpus, extractor).items()):
        mean = sum(case[2] for case in cases) / len(cases)
        print(f"{name:13s} {len(cases):4d} given, {mean:.2f} right")
        if len(cases) >= FEWEST:
            model = fit(cases)
            raw, overall = (round(float(weight), 4) for weight in model.coef_[0])
            models[name] = {"bias": round(float(model.intercept_[0]), 4), "weights": {"raw": raw, "overall": overall}}
    about = "logistic curves from raw to calibrated confidence, by field"
    data = {"about": about, "trained": str(date.today()), "data": corpus.name, "models": models}
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

"""Trains the judge of attributions.

What a happening's tellings name is a yes where the gold incident that the scorer aligns the draft with has a fill
that the scorer takes for the same, else a no. Prints the out-of-fold scores and writes
`dateline/weights/attributions.json`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from dateline.articles import Article
from dateline.frames import Frame
from dateline.merge.suspects import describe_suspect, gather_suspects
from dateline.records import EventType
from dateline_train.corpus import Corpus
from dateline_train.drafts import collect_known
from dateline_train.gold import article_key, load_gold
from dateline_train.unseen import UnseenExtractor

SEED = 21
RARE = 5  # features that fewer samples have are left out
STRENGTHS = (0.03, 0.1, 0.3, 1.0)  # inverse of the L2 penalty, tried in turn
FOLDER = Path(__file__).parent.parent / "dateline" / "weights"


@dataclass(slots=True)
class Samples:
    """Features, yes/no and article of every candidate."""

    features: list[Mapping[str, float]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def add(self, features: Mapping[str, float], label: bool, group: str) -> None:
        """Keep one candidate."""
        self.features.append(features)
        self.labels.append(int(label))
        self.groups.append(group)


def collect_samples(corpus: Corpus, extractor: UnseenExtractor) -> dict[str, Samples]:
    """Return the candidates of every draft that the scorer aligns with a gold incident, by judge."""
    gold = load_gold(corpus.gold, split=corpus.split)
    samples = {name: Samples() for name in ("attributions",)}
    for known in collect_known(extractor, gold):
        frames = [clue.frame for clue in known.draft.clues]
        event_type = known.draft.incident.type.value
        _add_candidates(samples, frames, event_type, known.trace.article, incident=known.incident, scorer=gold.scorer)
    return samples


def _add_candidates(
    samples: dict[str, Samples],
    frames: Sequence[Frame],
    event_type: EventType,
    article: Article,
    *,
    incident: dict[str, Any],
    scorer: ModuleType,
) -> None:
    text, key = article.text, article_key(article)

    suspects = gather_suspects(frames, event_type)
    for suspect in suspects:
        fill = {"actor": suspect.actor.actor}
        right = any(scorer.score_actor(known, fill) > 0 for known in incident.get("attributions", []))
        samples["attributions"].add(describe_suspect(suspect, suspects, frames, event_type, text), right, key)


def train(name: str, samples: Samples, corpus: Corpus) -> None:
    """Fit, report and write one judge."""
    counts = Counter(key for row in samples.features for key, value in row.items() if value)
    kept = [{k: v for k, v in row.items() if counts[k] >= RARE} for row in samples.features]
    vectorizer = DictVectorizer(sparse=False)
    x, y = vectorizer.fit_transform(kept), np.array(samples.labels)
    best, best_auc, best_oof = 1.0, 0.0, np.zeros(len(y))
    for strength in STRENGTHS:
        oof = np.zeros(len(y))
        for fit, held in GroupKFold(n_splits=10).split(x, y, samples.groups):
            oof[held] = LogisticRegression(C=strength, max_iter=3000).fit(x[fit], y[fit]).predict_proba(x[held])[:, 1]
        auc = float(roc_auc_score(y, oof))
        print(f"{name}: C {strength:<5} out-of-fold AUC {auc:.3f}")
        if auc > best_auc:
            best, best_auc, best_oof = strength, auc, oof
    for cut in (0.0, *np.arange(0.2, 0.65, 0.05)):
        right, chosen = int(((best_oof >= cut) & (y == 1)).sum()), int((best_oof >= cut).sum())
        print(f"  keep from {cut:.2f}: recall {right / y.sum():.3f} precision {right / max(1, chosen):.3f}")
    model = LogisticRegression(C=best, max_iter=3000).fit(x, y)
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    data = {
        "about": f"logistic regression: does what the tellings name belong to the incident's {name}?",
        "trained": str(date.today()),
        "data": f"{corpus.name}: {len(y)} candidates of {len(set(samples.groups))} articles, {int(y.sum())} yes",
        "seed": SEED,
        "penalty": best,
        "auc_out_of_fold": round(best_auc, 4),
        "bias": round(float(model.intercept_[0]), 4),
        "weights": {key: round(float(weight), 4) for key, weight in sorted(weights.items()) if abs(weight) >= 0.0001},
    }
    (FOLDER / f"{name}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def train_fills(corpus: Corpus, extractor: UnseenExtractor) -> None:
    """Train, report, write."""
    for name, samples in collect_samples(corpus, extractor).items():
        train(name, samples, corpus)

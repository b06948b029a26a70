"""Trains the judge of incident drafts: python -m dateline_train.relevance GOLD_FOLDER [--split train].

A draft that the scorer aligns with a required gold incident is a yes, one that it aligns with nothing a no;
drafts aligned with optional incidents are left out. Prints the out-of-fold scores and writes
`dateline/weights/relevance.json`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import orjson
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

import dateline
from dateline.merge.assembly import assemble_records
from dateline.merge.incidents import draft_incidents
from dateline_train.gold import article_key, load_gold, pair_records

SEED = 20
RARE = 4  # features that fewer drafts have are left out
STRENGTHS = (0.03, 0.1, 0.3, 1.0, 3.0)  # inverse of the L2 penalty, tried in turn
TARGET = Path(__file__).parent.parent / "dateline" / "weights" / "relevance.json"


def collect_drafts(folder: Path, split: str) -> tuple[list[dict[str, float]], list[int], list[str]]:
    """Return features, yes/no and article of every draft that can be labelled."""
    gold = load_gold(folder, split=split)
    extractor = dateline.Extractor()
    features: list[dict[str, float]] = []
    labels: list[int] = []
    groups: list[str] = []
    for article in gold.articles:
        key = article_key(article)
        trace = extractor.explain(article)
        drafts = draft_incidents(trace.happenings, trace.article, trace.surroundings)
        records = [
            orjson.loads(dateline.encode_record(r)) for r in assemble_records([d.incident for d in drafts], article)
        ]
        for number, incident in pair_records(gold, key, records):
            if incident is not None and incident.get("optional"):
                continue
            features.append(dict(drafts[number].features))
            labels.append(int(incident is not None))
            groups.append(key)
    return features, labels, groups


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="train")
    args = parser.parse_args()
    features, labels, groups = collect_drafts(args.folder, args.split)
    counts = Counter(name for row in features for name in row)
    kept = [{k: v for k, v in row.items() if counts[k] >= RARE} for row in features]
    vectorizer = DictVectorizer(sparse=False)
    x, y = vectorizer.fit_transform(kept), np.array(labels)
    best, best_auc, best_oof = 1.0, 0.0, np.zeros(len(y))
    for strength in STRENGTHS:
        oof = np.zeros(len(y))
        for fit, held in GroupKFold(n_splits=10).split(x, y, groups):
            model = LogisticRegression(C=strength, max_iter=2000).fit(x[fit], y[fit])
            oof[held] = model.predict_proba(x[held])[:, 1]
        auc = roc_auc_score(y, oof)
        print(f"C {strength:<5} out-of-fold AUC {auc:.3f}")
        if auc > best_auc:
            best, best_auc, best_oof = strength, auc, oof
    for cut in np.arange(0.2, 0.7, 0.05):
        right = int(((best_oof >= cut) & (y == 1)).sum())
        chosen = int((best_oof >= cut).sum())
        print(f"keep from {cut:.2f}: recall {right / y.sum():.3f} precision {right / max(1, chosen):.3f}")
    model = LogisticRegression(C=best, max_iter=2000).fit(x, y)
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    data = {
        "about": "logistic regression: is an incident draft an incident that the article reports?",
        "trained": str(date.today()),
        "data": f"gold/{args.split}: {len(y)} drafts of {len(set(groups))} articles, {int(y.sum())} yes",
        "seed": SEED,
        "penalty": best,
        "auc_out_of_fold": round(float(best_auc), 4),
        "bias": round(float(model.intercept_[0]), 4),
        "weights": {name: round(float(weight), 4) for name, weight in sorted(weights.items())},
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

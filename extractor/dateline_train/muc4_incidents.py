"""Trains the judge of which records MUC-4 counts as incidents of its own.

A record, of all that an eager extractor gives, whose template the scorer pairs with one of the key is a yes, any other
a no; those paired with an optional template are left out. Prints the out-of-fold scores and writes
`dateline/weights/muc4_incidents.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import orjson
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from dateline.merge.assembly import assemble_records
from dateline.merge.incidents import build_incidents
from dateline.stages import Trace
from dateline.weights import LinearModel
from dateline.wire.muc4 import build_template
from dateline.wire.muc4_incidents import LEAST, MODEL, describe_record
from dateline_train.corpus import Corpus
from dateline_train.logistic import drop_rare, fit_logistic
from dateline_train.muc4_keys import AnswerKey, load_key
from dateline_train.unseen import UnseenExtractor

RARE = 6  # features that fewer records have are left out
STRENGTHS = (0.03, 0.1, 0.3, 1.0)  # inverse of the L2 penalty, tried in turn
TARGET = Path(__file__).parent.parent / "dateline" / "weights" / f"{MODEL}.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A record's features, whether the key has it, and its text."""

    features: dict[str, float]
    label: int
    group: str


def label_records(trace: Trace, key: AnswerKey) -> Iterator[Example]:
    """Yield an example for every record of a text that can be labelled."""
    name = trace.article.source.rsplit("#", 1)[-1]
    text = trace.article.text
    records = assemble_records(build_incidents(trace.sketches, trace.article, eager=True), trace.article)
    lines = [orjson.dumps({"doc_id": name, "templates": [build_template(record, text)]}).decode() for record in records]
    answers = [next(iter(key.scorer.read_jsonl([line]))) for line in lines]
    pairs = key.scorer.align(key.templates.get(name, []), answers, key.scorer.LenientJudge())
    paired = {id(answer): template for template, answer in pairs if answer is not None}
    for record, answer in zip(records, answers, strict=True):
        template = paired.get(id(answer))
        if template is None or not template.optional:
            features = describe_record(record, text, others=len(records) - 1)
            yield Example(features=features, label=int(template is not None), group=name)


def fit(examples: Sequence[Example], *, penalty: float) -> LinearModel:
    """Return the model that the examples teach."""
    seen = (name for example in examples for name, value in example.features.items() if value)
    rows = drop_rare([example.features for example in examples], seen, least=RARE)
    return fit_logistic(rows, [example.label for example in examples], name=MODEL, penalty=penalty)


def train_muc4_incidents(corpus: Corpus, extractor: UnseenExtractor) -> None:
    """Train, report, write."""
    if corpus.muc is None:
        print("no MUC-4 texts")
        return
    key = load_key(corpus.muc, part="train")
    examples = [example for article in key.articles for example in label_records(extractor.explain(article), key)]
    y = np.array([example.label for example in examples])
    groups = [example.group for example in examples]
    scores: dict[float, float] = {}
    for strength in STRENGTHS:
        oof = np.zeros(len(y))
        for rest, held in GroupKFold(n_splits=10).split(y, y, groups):
            model = fit([examples[i] for i in rest], penalty=strength)
            oof[held] = [model.probability(examples[i].features) for i in held]
        scores[strength] = float(roc_auc_score(y, oof))
        chosen, right = int((oof >= LEAST).sum()), int(((oof >= LEAST) & (y == 1)).sum())
        print(f"C {strength}: out-of-fold AUC {scores[strength]:.3f}; keeps {chosen}, {right} of {y.sum()} right")
    best = max(scores, key=lambda strength: scores[strength])
    model = fit(examples, penalty=best)
    data = {
        "about": "logistic regression: does MUC-4 count a record as an incident of its own?",
        "trained": str(date.today()),
        "data": f"muc4 train: {len(examples)} records, {y.sum()} yes",
        "penalty": best,
        "auc_out_of_fold": round(scores[best], 4),
        "bias": round(model.bias, 4),
        "weights": {name: round(weight, 4) for name, weight in sorted(model.weights.items())},
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

"""Trains the judge of incident drafts.

A draft that the scorer aligns with a required gold incident is a yes, one that it aligns with nothing a no;
drafts aligned with optional incidents are left out. The project's own texts (`data/negatives.toml`,
`data/positives.toml`) join them, alone and put together to longer articles, and so do the articles that we coded and
the MUC-4 texts, labelled by their answer keys. Prints the out-of-fold scores and writes
`dateline/weights/relevance.json`.
"""

from __future__ import annotations

import json
import random
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
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
from dateline.weights import LinearModel
from dateline_train.corpus import Corpus
from dateline_train.gold import article_key, load_gold, pair_records
from dateline_train.logistic import fit_logistic
from dateline_train.muc4_keys import label_drafts, load_key
from dateline_train.own_articles import NONE, load_own_articles
from dateline_train.unseen import UnseenExtractor

SEED = 20
OWN_WEIGHT = 0.5  # of a draft of our own texts beside one of a gold article
# Of a draft of a MUC-4 text that is not in the answer key, and of one that is: the key is silent on acts against
# soldiers too, so its silence says less than its words. More for both makes the judge of today's news worse.
MUC4_WEIGHTS = (0.1, 0.3)  # no, yes
SEVERAL = "several"  # kind of own texts of which every draft is an incident
TOGETHER = 4  # own texts without incident that make a longer article
PUBLISHED = date(2017, 5, 12)  # of our own texts
RARE = 4  # features that fewer drafts have are left out
STRENGTHS = (0.03, 0.1, 0.3, 1.0, 3.0)  # inverse of the L2 penalty, tried in turn
TARGET = Path(__file__).parent.parent / "dateline" / "weights" / "relevance.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A draft's features, whether it is an incident, and the texts it must not be parted from."""

    features: dict[str, float]
    label: int
    group: str
    own: bool  # from the project's own texts
    weight: float = 1.0


def collect_gold(extractor: UnseenExtractor, corpus: Corpus) -> Iterator[Example]:
    """Yield every draft of the gold articles that can be labelled."""
    gold = load_gold(corpus.gold, split=corpus.split)
    for article in gold.articles:
        key = article_key(article)
        trace = extractor.explain(article)
        drafts = draft_incidents(trace.sketches, trace.article)
        records = [
            orjson.loads(dateline.encode_record(r)) for r in assemble_records([d.incident for d in drafts], article)
        ]
        for number, incident in pair_records(gold, key, records):
            if incident is None or not incident.get("optional"):
                features = dict(drafts[number].features)
                yield Example(features=features, label=int(incident is not None), group=key, own=False)


def collect_muc4(extractor: UnseenExtractor, folder: Path) -> Iterator[Example]:
    """Yield every draft of the MUC-4 training texts that their answer key can label."""
    key = load_key(folder, part="train")
    for article in key.articles:
        for draft, label in label_drafts(extractor, article, key):
            features = dict(draft.features)
            yield Example(features=features, label=label, group=article.source, own=False, weight=MUC4_WEIGHTS[label])


def collect_own(extractor: UnseenExtractor) -> Iterator[Example]:
    """Yield the drafts of the project's own texts.

    A text that reports an incident is put alone and before two texts that report none: the most salient draft
    that begins in it is the yes. A text of the kind `SEVERAL` reports more than one: all its drafts are.
    """
    dice = random.Random(SEED)
    negatives, positives = load_texts("negatives"), load_texts("positives")
    everything = [text for texts in negatives.values() for text in texts]
    for kind, texts in negatives.items():
        for text in texts:
            yield from _label_own(extractor, "", text, kind)
        mixed = dice.sample(texts, len(texts))
        for start in range(0, len(mixed), TOGETHER):
            yield from _label_own(extractor, "", "\n\n".join(mixed[start : start + TOGETHER]), kind)
    for kind, texts in positives.items():
        for text in texts:
            yield from _label_own(extractor, text, "", f"{kind}:{text[:20]}")
            yield from _label_own(extractor, text, "\n\n".join(dice.sample(everything, 2)), f"{kind}:{text[:20]}")


def collect_own_articles(extractor: UnseenExtractor) -> Iterator[Example]:
    """Yield the drafts of our own articles: the weightiest draft of each incident that is required is a yes."""
    for told in load_own_articles():
        trace = extractor.explain(told.article)
        drafts = draft_incidents(trace.sketches, trace.article)
        for draft, number in zip(drafts, told.pair(drafts), strict=True):
            if number == NONE or not told.incidents[number]["optional"]:
                features, label, group = dict(draft.features), int(number != NONE), article_key(told.article)
                yield Example(features=features, label=label, group=group, own=True, weight=OWN_WEIGHT)


def load_texts(name: str) -> dict[str, list[str]]:
    """Read `data/NAME.toml`: kinds and their texts."""
    tables = tomllib.loads((Path(__file__).parent / "data" / f"{name}.toml").read_text("utf-8"))
    return {kind: list(table["texts"]) for kind, table in tables.items()}


def _label_own(extractor: UnseenExtractor, positive: str, negative: str, group: str) -> Iterator[Example]:
    text = "\n\n".join(part for part in (positive, negative) if part)
    article = dateline.parse_article(text, source=group, published=PUBLISHED)
    trace = extractor.explain(article)
    drafts = draft_incidents(trace.sketches, trace.article)
    inside = [d for d in drafts if d.incident.type.spans[0].start < len(positive)]
    top = max(inside, key=lambda draft: draft.incident.salience, default=None)
    for draft in drafts:
        yes = draft is top or (draft in inside and group.startswith(SEVERAL))
        if yes or draft not in inside:
            features = dict(draft.features)
            yield Example(features=features, label=int(yes), group=group, own=True, weight=OWN_WEIGHT)


def fit_fold(examples: Sequence[Example], held: Collection[str], *, penalty: float) -> LinearModel:
    """Fit the judge on all examples but those of the `held` groups."""
    rows = [example for example in examples if example.group not in held]
    return fit_logistic(
        [example.features for example in rows],
        [example.label for example in rows],
        name="relevance",
        penalty=penalty,
        weights=[example.weight for example in rows],
    )


def train_relevance(corpus: Corpus, extractor: UnseenExtractor) -> None:
    """Train, report, write."""
    examples = [
        *collect_gold(extractor, corpus),
        *collect_own(extractor),
        *collect_own_articles(extractor),
        *(collect_muc4(extractor, corpus.muc) if corpus.muc else ()),
    ]
    counts = Counter(name for example in examples for name in example.features)
    kept = [{k: v for k, v in example.features.items() if counts[k] >= RARE} for example in examples]
    vectorizer = DictVectorizer(sparse=False)
    x, y = vectorizer.fit_transform(kept), np.array([example.label for example in examples])
    groups = [example.group for example in examples]
    gold = np.array([example.weight == 1.0 for example in examples])
    own_texts = np.array([example.own for example in examples])
    weights = np.array([example.weight for example in examples])
    best, best_auc, best_oof = 1.0, 0.0, np.zeros(len(y))
    for strength in STRENGTHS:
        oof = np.zeros(len(y))
        for fit, held in GroupKFold(n_splits=10).split(x, y, groups):
            fitted = LogisticRegression(C=strength, max_iter=5000).fit(x[fit], y[fit], sample_weight=weights[fit])
            oof[held] = fitted.predict_proba(x[held])[:, 1]
        auc, own = roc_auc_score(y[gold], oof[gold]), roc_auc_score(y[own_texts], oof[own_texts])
        print(f"C {strength:<5} out-of-fold AUC: gold {auc:.3f}, own texts {own:.3f}")
        if auc + own > best_auc:
            best, best_auc, best_oof = strength, auc + own, oof
    for name, part in (("gold", gold), ("own", own_texts)):
        for cut in np.arange(0.2, 0.7, 0.05):
            right = int(((best_oof >= cut) & (y == 1) & part).sum())
            chosen = int(((best_oof >= cut) & part).sum())
            recall, precision = right / y[part].sum(), right / max(1, chosen)
            print(f"{name}: keep from {cut:.2f}: recall {recall:.3f} precision {precision:.3f}")
    model = LogisticRegression(C=best, max_iter=5000).fit(x, y, sample_weight=weights)
    named = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    data = {
        "about": "logistic regression: is an incident draft an incident that the article reports?",
        "trained": str(date.today()),
        "data": f"gold/{corpus.split}: {gold.sum()} drafts, {y[gold].sum()} yes; "
        f"own texts: {own_texts.sum()} drafts, {y[own_texts].sum()} yes; "
        f"muc4 train: {(~gold & ~own_texts).sum()} drafts, {y[~gold & ~own_texts].sum()} yes",
        "seed": SEED,
        "penalty": best,
        "auc_out_of_fold": round(float(roc_auc_score(y[gold], best_oof[gold])), 4),
        "auc_out_of_fold_own": round(float(roc_auc_score(y[own_texts], best_oof[own_texts])), 4),
        "bias": round(float(model.intercept_[0]), 4),
        "weights": {name: round(float(weight), 4) for name, weight in sorted(named.items())},
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

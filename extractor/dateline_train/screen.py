"""Trains the screen of articles.

The unit is a passage, but what is known is the article. Of an article that reports an incident the likeliest passage is
a yes, by the model of the round before; all passages of one that reports none are a no. Yes are the gold articles with
a required incident, the muc4 train articles with a template and the project's own positives; no are the gold articles
without incidents and the project's own negatives, each alone and several in a row. The judged recall is out of fold.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import dateline
from dateline.articles import Article
from dateline.find.screening import describe_passages, least_likeness
from dateline.find.triggers import load_triggers
from dateline_train import muc4
from dateline_train.corpus import Corpus
from dateline_train.gold import article_key, load_gold
from dateline_train.own_articles import load_own_articles
from dateline_train.relevance import load_texts
from dateline_train.unseen import UnseenExtractor

TARGET = Path(__file__).parents[1] / "dateline" / "weights" / "screen.json"
SEED = 20
PENALTY = 0.1
ROUNDS = 5  # of choosing passages and fitting; the choice stands after three
WEIGHTS = {"gold": 3.0, "muc4": 0.3, "own": 1.0}  # of an article: gold is the most like news, muc4 is old and much
TOGETHER = 6  # own negatives in a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An article: the features of its passages, and whether it reports an incident."""

    origin: str  # a key of WEIGHTS
    group: str  # kept together when folds are made
    label: bool
    least: float  # likeness from which it goes on
    passages: tuple[Mapping[str, float], ...]


def collect_gold(folder: Path) -> Iterator[tuple[str, str, bool, Article]]:
    """Yield the gold articles, those with optional incidents alone left out."""
    gold = load_gold(folder, split="train")
    for article in gold.articles:
        incidents = gold.incidents[article_key(article)]
        if not incidents or not all(incident.get("optional") for incident in incidents):
            yield "gold", article.id, bool(incidents), article


def collect_muc4(folder: Path) -> Iterator[tuple[str, str, bool, Article]]:
    """Yield the muc4 train articles that have a template; what the others tell is no business of the templates."""
    templates = muc4.load_templates(folder, split="train")
    for article in muc4.load_texts(folder, split="train"):
        if templates.get(article.source):
            yield "muc4", article.source, True, article


def collect_own() -> Iterator[tuple[str, str, bool, Article]]:
    """Yield the project's own texts."""
    dice = random.Random(SEED)
    for kind, texts in load_texts("positives").items():
        for text in texts:
            yield "own", text[:30], True, dateline.parse_article(text, source=kind)
    for kind, texts in load_texts("negatives").items():
        mixed = dice.sample(texts, len(texts))
        rows = ["\n\n".join(mixed[start : start + TOGETHER]) for start in range(0, len(mixed), TOGETHER)]
        for text in (*texts, *rows):
            yield "own", kind, False, dateline.parse_article(text, source=kind)
    for told in load_own_articles():
        if not told.incidents or not all(incident["optional"] for incident in told.incidents.values()):
            yield "own", told.article.source, bool(told.incidents), told.article


def fit(examples: Sequence[Example], matrices: Sequence[csr_matrix]) -> LogisticRegression:
    """Return the model of passages, the yes passages chosen anew in each round."""
    model: LogisticRegression | None = None
    for _ in range(ROUNDS):
        rows, labels, weights = [], [], []
        for example, matrix in zip(examples, matrices, strict=True):
            chosen = range(matrix.shape[0])
            if example.label and model is not None:
                chosen = range(best := int(np.argmax(model.decision_function(matrix))), best + 1)
            share = 1 / len(chosen) if example.label or len(chosen) == 1 else 0.5
            rows.append(matrix[list(chosen)])
            labels += [example.label] * len(chosen)
            weights += [WEIGHTS[example.origin] * share] * len(chosen)
        model = LogisticRegression(C=PENALTY, max_iter=3000).fit(vstack(rows), labels, sample_weight=weights)
    return model


def train_screen(corpus: Corpus, extractor: UnseenExtractor) -> None:
    """Train, print the recall out of fold, and write the weights; it sees the text alone, so no extractor."""
    texts = (*collect_gold(corpus.gold), *(collect_muc4(corpus.muc) if corpus.muc else ()), *collect_own())
    lexicon = load_triggers()
    everything = [
        Example(
            origin=origin,
            group=group,
            label=label,
            least=least_likeness(article),
            passages=tuple(features for _, features in describe_passages(article, lexicon)),
        )
        for origin, group, label, article in texts
    ]
    examples = [example for example in everything if example.passages]
    vectorizer = DictVectorizer()
    vectorizer.fit([features for example in examples for features in example.passages])
    matrices = [vectorizer.transform(example.passages) for example in examples]
    likeness = np.zeros(len(examples))
    groups = [example.group for example in examples]
    for chosen, held in GroupKFold(n_splits=5).split(groups, groups=groups):
        model = fit([examples[i] for i in chosen], [matrices[i] for i in chosen])
        for i in held:
            likeness[i] = model.predict_proba(matrices[i])[:, 1].max()
    recall, notes = {}, []
    for origin in WEIGHTS:
        for label in (True, False):
            those = [(i, e) for i, e in enumerate(examples) if e.origin == origin and e.label is label]
            passed = [likeness[i] >= example.least for i, example in those]
            if passed:
                share = round(float(np.mean(passed)), 4)
                notes.append(f"{origin}: {len(passed)} {'with' if label else 'without'} incidents")
                recall[f"{origin} {'with' if label else 'without'} incidents"] = share
                print(f"{notes[-1]}, {share:.1%} passed out of fold")
    model = fit(examples, matrices)
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    data = {
        "about": "logistic regression: does a passage look like the report of an incident?",
        "trained": str(date.today()),
        "data": "; ".join(notes),
        "seed": SEED,
        "penalty": PENALTY,
        "passed_out_of_fold": recall,
        "bias": round(float(model.intercept_[0]), 4),
        "weights": {name: round(float(weight), 4) for name, weight in sorted(named)},
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

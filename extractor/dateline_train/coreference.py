"""Trains the judge of whether two drafts of an article tell one incident.

A draft is of the incident that most of its labelled tellings are of; two drafts of the same are a yes. Labels are
those that the judge of tellings learns from (`sameness`). Prints the out-of-fold scores and writes
`dateline/weights/coreference.json`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from dateline.articles import Article
from dateline.merge.clues import Clue
from dateline.merge.coreference import describe_pair
from dateline.merge.incidents import draft_happenings
from dateline.stages import Trace
from dateline_train import muc4
from dateline_train.corpus import Corpus
from dateline_train.gold import article_key, load_gold
from dateline_train.own_articles import NONE, load_own_articles
from dateline_train.sameness import MUC_WEIGHT, OWN_WEIGHT, label_clues, label_own
from dateline_train.unseen import UnseenExtractor

RARE = 4  # features that fewer pairs have are left out
STRENGTHS = (0.03, 0.1, 0.3, 1.0)  # inverse of the L2 penalty, tried in turn
TARGET = Path(__file__).parent.parent / "dateline" / "weights" / "coreference.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two drafts of one article."""

    features: Mapping[str, float]
    label: int
    group: str  # id of the article
    weight: float


def collect_pairs(corpus: Corpus, extractor: UnseenExtractor) -> Iterator[Pair]:
    """Yield the pairs of drafts of the gold articles, of ours and of the MUC-4 texts of several incidents."""
    gold = load_gold(corpus.gold, split=corpus.split)
    for article in gold.articles:
        labels = {number: label + 1 for number, label in label_clues(extractor.trace(article), gold).items()}
        yield from _pair_up(extractor.gather(article), labels, article, weight=1.0)
    for told in load_own_articles():
        labels = label_own(extractor.trace(told.article), told)
        yield from _pair_up(extractor.gather(told.article), labels, told.article, weight=OWN_WEIGHT)
    templates = muc4.load_templates(corpus.muc, split="train") if corpus.muc else {}
    for article in muc4.load_texts(corpus.muc, split="train") if corpus.muc else ():
        if len(templates.get(article.source, ())) > 1:
            trace = extractor.gather(article)
            found = muc4.label_clues(trace.clues, trace.article, templates[article.source])
            labels = {number: label + 1 for number, label in found.items()}
            yield from _pair_up(trace, labels, article, weight=MUC_WEIGHT)


def _pair_up(trace: Trace, labels: Mapping[int, int], article: Article, *, weight: float) -> Iterator[Pair]:
    # Clues may have been changed since (an arrest loses its scene): known again by their frame and town.
    known = {(id(trace.clues[number].frame), trace.clues[number].town): label for number, label in labels.items()}
    told = draft_happenings(trace.happenings, trace.article, trace.surroundings)
    owners = [_owner(happening.clues, known) for _, happening in told]
    for later, (incident, happening) in enumerate(told):
        for earlier in range(later):
            mine, theirs = owners[earlier], owners[later]
            if NONE not in (mine, theirs):
                first, before = told[earlier]
                features = describe_pair((first, before.clues), (incident, happening.clues), drafts=len(told))
                yield Pair(features=features, label=int(mine == theirs), group=article_key(article), weight=weight)


def _owner(clues: Sequence[Clue], known: Mapping[tuple[int, int], int]) -> int:
    votes = Counter(known[key] for clue in clues if (key := (id(clue.frame), clue.town)) in known)
    return votes.most_common(1)[0][0] if votes else NONE


def fit_pairs(pairs: Sequence[Pair], *, strength: float) -> tuple[float, dict[str, float]]:
    """Return the bias and the weights that the pairs teach."""
    counts = Counter(name for pair in pairs for name in pair.features)
    kept = [{k: v for k, v in pair.features.items() if counts[k] >= RARE} for pair in pairs]
    vectorizer = DictVectorizer(sparse=False)
    x = vectorizer.fit_transform(kept)
    model = LogisticRegression(C=strength, max_iter=3000)
    model.fit(x, [pair.label for pair in pairs], sample_weight=[pair.weight for pair in pairs])
    return float(model.intercept_[0]), dict(
        zip(vectorizer.get_feature_names_out(), map(float, model.coef_[0]), strict=True)
    )


def train_coreference(corpus: Corpus, extractor: UnseenExtractor) -> None:
    """Train, report, write."""
    pairs = list(collect_pairs(corpus, extractor))
    labels, groups = np.array([pair.label for pair in pairs]), [pair.group for pair in pairs]
    main = np.array([pair.weight >= 1.0 for pair in pairs])
    best, best_auc, best_oof = STRENGTHS[0], 0.0, np.zeros(len(pairs))
    for strength in STRENGTHS:
        oof = np.zeros(len(pairs))
        for fit, held in GroupKFold(n_splits=10).split(labels, labels, groups):
            bias, weights = fit_pairs([pairs[i] for i in fit], strength=strength)
            for i in held:
                score = bias + sum(weights.get(name, 0.0) * value for name, value in pairs[i].features.items())
                oof[i] = 1 / (1 + np.exp(-score))
        auc = float(roc_auc_score(labels[main], oof[main]))
        print(f"C {strength:<5} out-of-fold AUC {auc:.3f}")
        if auc > best_auc:
            best, best_auc, best_oof = strength, auc, oof
    for cut in np.arange(0.3, 0.75, 0.05):
        right, chosen = int(((best_oof >= cut) & (labels == 1) & main).sum()), int(((best_oof >= cut) & main).sum())
        print(f"  join from {cut:.2f}: recall {right / labels[main].sum():.3f} precision {right / max(1, chosen):.3f}")
    bias, weights = fit_pairs(pairs, strength=best)
    data = {
        "about": "logistic regression: do two drafts of an article tell one incident?",
        "trained": str(date.today()),
        "data": f"{corpus.name}: {len(pairs)} pairs of {len(set(groups))} articles, {int(labels.sum())} yes",
        "penalty": best,
        "auc_out_of_fold": round(best_auc, 4),
        "bias": round(bias, 4),
        "weights": {name: round(weight, 4) for name, weight in sorted(weights.items()) if abs(weight) >= 0.0001},
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

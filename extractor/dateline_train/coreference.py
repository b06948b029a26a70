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
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from dateline.merge.clues import Clue
from dateline.merge.draft_pairs import describe_pair
from dateline.merge.incidents import select_incidents
from dateline.stages import Trace
from dateline.weights import LinearModel
from dateline_train.corpus import Corpus
from dateline_train.logistic import drop_rare, fit_logistic
from dateline_train.own_articles import NONE
from dateline_train.sameness import Example, collect_labelled
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
    modern: bool  # of the news that the scores are of


def collect_pairs(corpus: Corpus, extractor: UnseenExtractor) -> Iterator[Pair]:
    """Yield the pairs of drafts of each labelled article."""
    for article, example in collect_labelled(corpus, extractor):
        yield from _pair_up(extractor.gather(article), example)


def _pair_up(trace: Trace, example: Example) -> Iterator[Pair]:
    # Clues may have been changed since (an arrest loses its scene): known again by their frame and town.
    clues = example.clues
    known = {(id(clues[number].frame), clues[number].town): label for number, label in example.labels.items()}
    told = [(sketch.incident, sketch.happening.clues) for sketch in select_incidents(trace.sketches)]
    owners = [_owner(clues, known) for _, clues in told]
    for later, draft in enumerate(told):
        for earlier in range(later):
            mine, theirs = owners[earlier], owners[later]
            if NONE not in (mine, theirs):
                features = describe_pair(told[earlier], draft, drafts=len(told))
                yield Pair(
                    features=features,
                    label=int(mine == theirs),
                    group=example.key,
                    weight=example.weight,
                    modern=example.modern,
                )


def _owner(clues: Sequence[Clue], known: Mapping[tuple[int, int], int]) -> int:
    votes = Counter(known[key] for clue in clues if (key := (id(clue.frame), clue.town)) in known)
    return votes.most_common(1)[0][0] if votes else NONE


def fit_pairs(pairs: Sequence[Pair], *, strength: float) -> LinearModel:
    """Return the model that the pairs teach."""
    seen = (name for pair in pairs for name in pair.features)
    return fit_logistic(
        drop_rare([pair.features for pair in pairs], seen, least=RARE),
        [pair.label for pair in pairs],
        name="coreference",
        penalty=strength,
        weights=[pair.weight for pair in pairs],
        rounds=3000,
    )


def train_coreference(corpus: Corpus, extractor: UnseenExtractor) -> None:
    """Train, report, write."""
    pairs = list(collect_pairs(corpus, extractor))
    labels, groups = np.array([pair.label for pair in pairs]), [pair.group for pair in pairs]
    main = np.array([pair.modern for pair in pairs])
    best, best_auc, best_oof = STRENGTHS[0], 0.0, np.zeros(len(pairs))
    for strength in STRENGTHS:
        oof = np.zeros(len(pairs))
        for fit, held in GroupKFold(n_splits=10).split(labels, labels, groups):
            model = fit_pairs([pairs[i] for i in fit], strength=strength)
            oof[held] = [model.probability(pairs[i].features) for i in held]
        auc = float(roc_auc_score(labels[main], oof[main]))
        print(f"C {strength:<5} out-of-fold AUC {auc:.3f}")
        if auc > best_auc:
            best, best_auc, best_oof = strength, auc, oof
    for cut in np.arange(0.3, 0.75, 0.05):
        right, chosen = int(((best_oof >= cut) & (labels == 1) & main).sum()), int(((best_oof >= cut) & main).sum())
        print(f"  join from {cut:.2f}: recall {right / labels[main].sum():.3f} precision {right / max(1, chosen):.3f}")
    model = fit_pairs(pairs, strength=best)
    data = {
        "about": "logistic regression: do two drafts of an article tell one incident?",
        "trained": str(date.today()),
        "data": f"{corpus.name}: {len(pairs)} pairs of {len(set(groups))} articles, {int(labels.sum())} yes",
        "penalty": best,
        "auc_out_of_fold": round(best_auc, 4),
        "bias": round(model.bias, 4),
        "weights": {name: round(weight, 4) for name, weight in sorted(model.weights.items()) if abs(weight) >= 0.0001},
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

"""Trains the judge of pairs of tellings: python -m dateline_train.sameness GOLD_FOLDER [--split train] [--muc FOLDER].

Each telling is labelled with the gold incident that it tells: a record made of it alone is compared with the
gold incidents by the scorer, and the gold incidents' own words are looked for in its sentence. Tellings that fit
two incidents alike are left out. With the MUC-4 texts (`--muc`), the tellings of one template are one incident,
those of two templates two: pairs of another time and manner of writing, which keep the weights from fitting the
gold articles alone. Prints the out-of-fold scores and writes `dateline/weights/sameness.json`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

import dateline
from dateline.articles import Article
from dateline.merge.assembly import assemble_records
from dateline.merge.clues import Clue
from dateline.merge.clustering import Happening, is_usable
from dateline.merge.incidents import Draft, draft_incidents
from dateline.merge.likeness import describe_pair
from dateline.stages import Trace
from dateline_train import muc4
from dateline_train.gold import Gold, article_key, load_gold

SEED = 20
RARE = 4  # features that fewer pairs have are left out
STRENGTH = 0.3  # inverse of the L2 penalty; of 0.1, 0.3, 1 and 10 it gave the best incidents out of fold
MARGIN = 1.0  # by how much the best gold incident must beat the second best
LEAST = 1.5  # what the best one must reach
TARGET = Path(__file__).parent.parent / "dateline" / "weights" / "sameness.json"
Pair = tuple[dict[str, float], int]


def label_clues(trace: Trace, gold: Gold) -> dict[int, int]:
    """Return, for the number of each clue that can be labelled, the number of the gold incident that it tells."""
    clues, article = trace.clues, trace.article
    incidents = gold.incidents[article_key(article)]
    labels: dict[int, int] = {}
    for number, clue in enumerate(clues):
        if not is_usable(clue):
            continue
        # Alone with its own times and places, so that it is not judged by what the rest of the article says.
        own = replace(
            trace.surroundings,
            times=tuple(time for time, _ in clue.times),
            places=tuple(place for place, _ in clue.places),
        )
        drafts = draft_incidents((Happening((clue,)),), article, own)
        scores = [_score(clue, drafts, incident, article, gold) for incident in incidents]
        ranking = sorted(range(len(scores)), key=lambda i: -scores[i])
        if not ranking:
            continue
        best = scores[ranking[0]]
        second = scores[ranking[1]] if len(ranking) > 1 else 0.0
        fitting = [i for i in ranking if gold.scorer.score_type(incidents[i], {"type": str(clue.frame.type)}) > 0]
        if best >= LEAST and best - second >= MARGIN:
            labels[number] = ranking[0]
        elif len(fitting) == 1 and fitting[0] == ranking[0]:
            labels[number] = fitting[0]
    return labels


def _score(clue: Clue, drafts: Sequence[Draft], incident: dict[str, Any], article: Article, gold: Gold) -> float:
    """Score how surely the clue tells the gold incident: by the scorer, by its words, by what it contradicts."""
    score = 0.0
    sentence = clue.frame.span.of(article.text).lower()
    record: dict[str, Any] = {}
    if drafts:
        record = orjson.loads(dateline.encode_record(assemble_records([drafts[0].incident], article)[0]))
        score += float(gold.scorer.affinity(incident, record)) / 2
    score += sum(words in sentence for words in set(_telling_words(incident)))
    kind = float(gold.scorer.score_type(incident, {"type": str(clue.frame.type)}))
    score += kind - (1.0 if kind == 0 else 0.0)
    if clue.time is not None and incident.get("date"):
        when = {"start": clue.time.when.start.isoformat(), "end": clue.time.when.end.isoformat()}
        score += 1.0 if gold.scorer.score_date(incident["date"], when) else -3.0
    mine, theirs = incident.get("place"), record.get("place")
    if mine and theirs and theirs.get("country") and mine.get("country") not in (None, theirs["country"]):
        score -= 3.0
    return score


def _telling_words(incident: dict[str, Any]) -> Iterator[str]:
    """Yield the words of a gold incident that tell it from others, in lower case."""
    place = incident.get("place") or {}
    yield from (str(place[key]).lower() for key in ("site", "locality", "text") if place.get(key))
    for victim in incident["victims"]:
        yield from (str(victim[key]).lower() for key in ("name", "text") if victim.get(key))
    yield from (str(target["text"]).lower() for target in incident["targets"] if target.get("text"))
    if (incident.get("date") or {}).get("text"):
        yield str(incident["date"]["text"]).lower()


def collect_pairs(clues: Sequence[Clue], labels: dict[int, int]) -> Iterator[Pair]:
    """Yield features and same-or-not of each two labelled clues."""
    numbers = sorted(labels)
    for index, later in enumerate(numbers):
        for earlier in numbers[:index]:
            yield describe_pair(clues[earlier], clues[later]), int(labels[earlier] == labels[later])


def fit_pairs(pairs: Sequence[Pair], sizes: Sequence[int], *, strength: float) -> tuple[float, dict[str, float]]:
    """Fit the logistic model; each article counts by the root of its number of pairs. Returns bias and weights."""
    vectorizer = DictVectorizer(sparse=False)
    x = vectorizer.fit_transform([features for features, _ in pairs])
    y = np.array([label for _, label in pairs])
    common = (x != 0).sum(axis=0) >= RARE
    x = x * common
    model = LogisticRegression(C=strength, max_iter=3000).fit(x, y, sample_weight=1 / np.sqrt(np.array(sizes)))
    names = vectorizer.get_feature_names_out()
    weights = {name: float(w) for name, w, kept in zip(names, model.coef_[0], common, strict=True) if kept}
    return float(model.intercept_[0]), weights


@dataclass(slots=True)
class Collection:
    """Pairs, the number of pairs of each one's text, and the text."""

    pairs: list[Pair] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def add(self, group: str, clues: Sequence[Clue], labels: dict[int, int]) -> None:
        """Add the pairs of a text."""
        own = list(collect_pairs(clues, labels))
        self.pairs += own
        self.sizes += [len(own)] * len(own)
        self.groups += [group] * len(own)


def collect_all(extractor: dateline.Extractor, gold: Gold, muc: Path | None) -> Collection:
    """Return the pairs of the gold articles and of the MUC-4 training texts that have incidents."""
    found = Collection()
    for article in gold.articles:
        trace = extractor.explain(article)
        found.add(article_key(article), trace.clues, label_clues(trace, gold))
    templates = muc4.load_templates(muc, split="train") if muc else {}
    for article in muc4.load_texts(muc, split="train") if muc else ():
        if templates.get(article.source):
            trace = extractor.explain(article)
            labels = muc4.label_clues(trace.clues, trace.article, templates[article.source])
            found.add(article.source, trace.clues, labels)
    return found


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="train")
    parser.add_argument("--muc", type=Path, help="folder of the MUC-4 texts and keys")
    args = parser.parse_args()
    gold = load_gold(args.folder, split=args.split)
    found = collect_all(dateline.Extractor(), gold, args.muc)
    labels = np.array([label for _, label in found.pairs])
    guesses = np.zeros(len(labels))
    for fit, held in GroupKFold(n_splits=5).split(labels, labels, found.groups):
        rows = [found.pairs[i] for i in fit], [found.sizes[i] for i in fit]
        bias, weights = fit_pairs(*rows, strength=STRENGTH)
        guesses[held] = [bias + sum(weights.get(k, 0.0) * v for k, v in found.pairs[i][0].items()) for i in held]
    auc = float(roc_auc_score(labels, guesses))
    right = float(((guesses > 0) == (labels == 1)).mean())
    print(f"{len(labels)} pairs, out-of-fold AUC {auc:.3f}, right {right:.3f}")
    bias, weights = fit_pairs(found.pairs, found.sizes, strength=STRENGTH)
    sources = f"gold/{args.split}" + (", muc4 train" if args.muc else "")
    data = {
        "about": "logistic regression: do two tellings speak of one happening?",
        "trained": str(date.today()),
        "data": f"{sources}: {len(labels)} pairs of {len(set(found.groups))} texts, {int(labels.sum())} yes",
        "seed": SEED,
        "penalty": STRENGTH,
        "auc_out_of_fold": round(auc, 4),
        "bias": round(bias, 4),
        "weights": {name: round(weight, 4) for name, weight in sorted(weights.items())},
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

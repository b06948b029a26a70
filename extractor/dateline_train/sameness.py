"""Trains the judge of which happening a telling is of.

In our own articles each telling is labelled by hand. In the gold articles it is labelled with the gold incident that
it tells: a record made of it alone is compared with the gold incidents by the scorer, and the gold incidents' own
words are looked for in its sentence; tellings that fit two incidents alike are left out. In the MUC-4 texts
it is labelled with the answer template whose words it names. Prints the out-of-fold scores and writes
`dateline/weights/sameness.json`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray
from scipy.optimize import minimize

import dateline
from dateline.articles import Article
from dateline.merge.assembly import assemble_records
from dateline.merge.clues import Clue
from dateline.merge.clustering import (
    HandJudge,
    Happening,
    Judge,
    LearnedJudge,
    cluster_clues,
    is_usable,
    may_join,
    nearest_members,
)
from dateline.merge.incidents import Draft, draft_incidents, sketch_happenings
from dateline.merge.likeness import Standing, describe_founding, describe_join
from dateline.stages import Trace
from dateline.weights import LinearModel
from dateline_train import muc4
from dateline_train.corpus import Corpus
from dateline_train.gold import Gold, article_key, load_gold
from dateline_train.own_articles import NONE, OwnArticle, load_own_articles
from dateline_train.unseen import UnseenExtractor

RARE = 4  # features that fewer options have are left out
# Of a choice, by how its telling was labelled: by hand in our articles, in the others by program, which leaves tellings
# of minor acts out and so speaks for joining too often.
OWN_WEIGHT, GOLD_WEIGHT, MUC_WEIGHT = 1.0, 0.3, 0.5
PENALTIES = (0.1, 0.3, 1.0, 3.0)  # L2, tried in turn
FOLDS = 5
MARGIN = 1.0  # by how much the best gold incident must beat the second best
LEAST = 1.5  # what the best one must reach
TARGET = Path(__file__).parent.parent / "dateline" / "weights" / "sameness.json"
Features = Mapping[str, float]


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
        drafts = draft_incidents(sketch_happenings((Happening((clue,)),), article, own), article)
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


def label_own(trace: Trace, told: OwnArticle) -> dict[int, int]:
    """Return the incident of each clue of an article of ours, `NONE` where it tells none."""
    return {number: told.label(clue) for number, clue in enumerate(trace.clues) if is_usable(clue)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One labelled article."""

    key: str  # id of the article in its file
    clues: tuple[Clue, ...]
    labels: dict[int, int]
    weight: float
    modern: bool = True  # of the news that the scores are of, not of the MUC-4 texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a clue may be: each option's features, and which of them are right."""

    options: tuple[Features, ...]
    right: tuple[bool, ...]
    weight: float


def collect_choices(example: Example) -> Iterator[Choice]:
    """Yield the choice at each labelled clue, the happenings before it being told right.

    What tells no incident founds one of its own or joins one that is none either; the judge of drafts drops it.
    """
    groups: list[list[Clue]] = []
    owners: list[int] = []
    current = -1
    for number in sorted(example.labels):
        clue, label = example.clues[number], example.labels[number]
        open_groups = [index for index, group in enumerate(groups) if may_join(group, clue)]
        options = [
            describe_join(
                nearest_members(groups[index]),
                clue,
                Standing(current=index == current, first=index == 0, alone=len(groups) == 1),
            )
            for index in open_groups
        ]
        right = [owners[index] == label for index in open_groups]
        options.append(describe_founding(clue, first=not groups))
        right.append(label == NONE or label not in owners)
        if len(options) > 1 and any(right):
            yield Choice(options=tuple(options), right=tuple(right), weight=example.weight)
        joined = [index for index in open_groups if owners[index] == label]
        if joined and (label != NONE or joined[-1] == current):
            current = joined[-1]
            groups[current].append(clue)
        else:
            current = len(groups)
            groups.append([clue])
            owners.append(label)


def fit_choices(choices: Sequence[Choice], *, penalty: float) -> dict[str, float]:
    """Fit the weights: the log likelihood of a right option, each choice a softmax, less the squared weights."""
    seen = Counter(name for choice in choices for option in choice.options for name in option)
    names = sorted(name for name, number in seen.items() if number >= RARE)
    column = {name: index for index, name in enumerate(names)}
    rows: list[NDArray[np.float64]] = []
    for choice in choices:
        matrix = np.zeros((len(choice.options), len(names)))
        for index, option in enumerate(choice.options):
            for name, value in option.items():
                if name in column:
                    matrix[index, column[name]] = value
        rows.append(matrix)
    starts = np.cumsum([0, *(len(row) for row in rows)])[:-1]
    table = np.concatenate(rows)
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    right = np.concatenate([np.array(choice.right) for choice in choices])
    weight = np.array([choice.weight for choice in choices])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = table @ weights
        scores -= np.maximum.reduceat(scores, starts)[owner]
        mass = np.exp(scores)
        chance = mass / np.add.reduceat(mass, starts)[owner]
        held = np.add.reduceat(np.where(right, chance, 0.0), starts)
        target = np.where(right, chance, 0.0) / held[owner]
        value = -(weight * np.log(held)).sum() + penalty * (weights**2).sum()
        return float(value), table.T @ (weight[owner] * (chance - target)) + 2 * penalty * weights

    fitted = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return {name: float(weight) for name, weight in zip(names, fitted.x, strict=True)}


def collect_labelled(corpus: Corpus, extractor: UnseenExtractor) -> Iterator[tuple[Article, Example]]:
    """Yield the gold articles and ours, and the MUC-4 texts of several incidents, each with its labelled clues."""
    gold = load_gold(corpus.gold, split=corpus.split)
    for article in gold.articles:
        trace = extractor.trace(article)
        labels = {number: label + 1 for number, label in label_clues(trace, gold).items()}
        yield article, Example(key=article_key(article), clues=trace.clues, labels=labels, weight=GOLD_WEIGHT)
    for told in load_own_articles():
        article, trace = told.article, extractor.trace(told.article)
        labels = label_own(trace, told)
        yield article, Example(key=article.source, clues=trace.clues, labels=labels, weight=OWN_WEIGHT)
    templates = muc4.load_templates(corpus.muc, split="train") if corpus.muc else {}
    for article in muc4.load_texts(corpus.muc, split="train") if corpus.muc else ():
        if len(templates.get(article.source, ())) > 1:
            trace = extractor.trace(article)
            found = muc4.label_clues(trace.clues, trace.article, templates[article.source])
            labels = {number: label + 1 for number, label in found.items()}
            yield (
                article,
                Example(key=article.source, clues=trace.clues, labels=labels, weight=MUC_WEIGHT, modern=False),
            )


def collect_examples(corpus: Corpus, extractor: UnseenExtractor) -> tuple[Example, ...]:
    """Return the labelled articles."""
    return tuple(example for _, example in collect_labelled(corpus, extractor))


def fit_judge(examples: Sequence[Example], *, penalty: float) -> LearnedJudge:
    """Return the judge that the examples teach."""
    choices = [choice for example in examples for choice in collect_choices(example)]
    return LearnedJudge(model=LinearModel(name="sameness", bias=0.0, weights=fit_choices(choices, penalty=penalty)))


def fit_strangers(corpus: Corpus, extractor: UnseenExtractor) -> Mapping[str, Judge]:
    """Return for each article, by its id, a judge that has not seen it.

    What is learned from happenings must be learned from such as new articles will give, not from ones told apart by
    a judge that knows them.
    """
    penalty = float(json.loads(TARGET.read_text("utf-8"))["penalty"])
    examples = collect_examples(corpus, extractor)
    judges: dict[str, Judge] = {}
    for fold in range(FOLDS):
        judge = fit_judge([e for i, e in enumerate(examples) if i % FOLDS != fold], penalty=penalty)
        judges.update(dict.fromkeys((example.key for example in examples[fold::FOLDS]), judge))
    return judges


def score_clusters(examples: Sequence[Example], judge: Judge) -> Counter[str]:
    """Return B-cubed sums over the labelled clues that tell an incident: precision, recall, clues."""
    sums: Counter[str] = Counter()
    for example in examples:
        happenings = cluster_clues(example.clues, judge)
        place = {id(clue): index for index, group in enumerate(happenings) for clue in group.clues}
        told = {number: label for number, label in example.labels.items() if label != NONE}
        for number, label in told.items():
            mine = place.get(id(example.clues[number]))
            peers = {other for other, theirs in told.items() if theirs == label}
            group = {
                other for other in example.labels if mine is not None and place.get(id(example.clues[other])) == mine
            } or {number}
            both = len(peers & group)
            sums.update({"precision": both / len(group), "recall": both / len(peers), "clues": 1.0})
    return sums


def train_sameness(corpus: Corpus, extractor: UnseenExtractor) -> None:
    """Train, report, write."""
    examples = collect_examples(corpus, extractor)
    known = [example for example in examples if example.modern]  # what the scores are of
    best, best_score = PENALTIES[0], 0.0
    for penalty in PENALTIES:
        sums: Counter[str] = Counter()
        for fold in range(FOLDS):
            judge = fit_judge([e for i, e in enumerate(examples) if i % FOLDS != fold], penalty=penalty)
            sums += score_clusters([e for e in examples[fold::FOLDS] if e.modern], judge)
        score = _report(f"penalty {penalty:<5}", sums)
        if score > best_score:
            best, best_score = penalty, score
    _report("by hand      ", score_clusters(known, HandJudge()))
    weights = fit_judge(examples, penalty=best).model.weights
    choices = sum(len(list(collect_choices(example))) for example in examples)
    data = {
        "about": "log-linear choice: which happening does a telling belong to, or does it found one?",
        "trained": str(date.today()),
        "data": f"{corpus.name}: {choices} choices of {len(examples)} articles",
        "penalty": best,
        "b_cubed_out_of_fold": round(best_score, 4),
        "bias": 0.0,
        "weights": {name: round(weight, 4) for name, weight in sorted(weights.items())},
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _report(name: str, sums: Counter[str]) -> float:
    precision, recall = sums["precision"] / sums["clues"], sums["recall"] / sums["clues"]
    score = 2 * precision * recall / (precision + recall)
    print(f"{name} B-cubed precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f} of {sums['clues']:.0f} clues")
    return score

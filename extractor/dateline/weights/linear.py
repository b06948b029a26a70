"""A logistic model over named features and pairs of them."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

AND = " & "  # between the names of a pair, the first in the alphabet first


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearModel:
    """Weights of a logistic regression; a feature, or a pair of them, that is not named counts nothing."""

    name: str
    bias: float
    weights: Mapping[str, float]
    pairs: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # first name, second name: weight

    def score(self, features: Mapping[str, float]) -> float:
        """Return the log odds of yes."""
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return total + sum(added for _, added in self._score_pairs(features)) if self.pairs else total

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability of yes, 0 to 1."""
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, self.score(features)))))

    def parts(self, features: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
        """Return what each feature adds to the log odds, the weightiest first."""
        added = [(name, self.weights.get(name, 0.0) * value) for name, value in features.items() if value]
        added += [(AND.join(names), weight) for names, weight in self._score_pairs(features)]
        return tuple(sorted(added, key=lambda part: -abs(part[1])))

    def _score_pairs(self, features: Mapping[str, float]) -> Iterator[tuple[tuple[str, str], float]]:
        """Yield what each pair of features that the model knows adds to the log odds."""
        for first, value in features.items():
            seconds = self.pairs.get(first, {})
            for second in seconds.keys() & features.keys():
                yield (first, second), seconds[second] * value * features[second]


def pair_features(features: Mapping[str, float], common: frozenset[str]) -> dict[str, float]:
    """Return the features and, by their names joined by `AND`, the pairs of those that are `common`."""
    paired = dict(features)
    for first, second in combinations(sorted(features.keys() & common), 2):
        paired[f"{first}{AND}{second}"] = features[first] * features[second]
    return paired


@cache
def load_model(name: str) -> LinearModel | None:
    """Read the model `name`, None where its file is missing: the caller then goes by its rules alone."""
    data = _read(name)
    return None if data is None else _build(name, data)


@cache
def load_models(name: str) -> Mapping[str, LinearModel]:
    """Read a file of several models, by their keys; empty where it is missing."""
    data = _read(name) or {}
    return {key: _build(f"{name}.{key}", part) for key, part in data.get("models", {}).items()}


def _read(name: str) -> dict[str, Any] | None:
    path = files("dateline.weights") / f"{name}.json"
    if not path.is_file():
        return None
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data


def _build(name: str, data: Mapping[str, Any]) -> LinearModel:
    return build_model(name, float(data["bias"]), data["weights"])


def build_model(name: str, bias: float, weights: Mapping[str, float]) -> LinearModel:
    """Return the model of weights by name, those of pairs among them."""
    pairs: defaultdict[str, dict[str, float]] = defaultdict(dict)
    single: dict[str, float] = {}
    for feature, weight in weights.items():
        first, joint, second = feature.partition(AND)
        if joint:
            pairs[first][second] = float(weight)
        else:
            single[feature] = float(weight)
    return LinearModel(name=name, bias=bias, weights=single, pairs=pairs)

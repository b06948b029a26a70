"""A logistic model over named features."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearModel:
    """Weights of a logistic regression; a feature that is not named counts nothing."""

    name: str
    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability of yes, 0 to 1."""
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def parts(self, features: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
        """Return what each feature adds to the log odds, the weightiest first."""
        added = [(name, self.weights.get(name, 0.0) * value) for name, value in features.items() if value]
        return tuple(sorted(added, key=lambda part: -abs(part[1])))


@cache
def load_model(name: str) -> LinearModel | None:
    """Read the model `name`, None where its file is missing: the caller then goes by its rules alone."""
    path = files("dateline.weights") / f"{name}.json"
    if not path.is_file():
        return None
    data = json.loads(path.read_text("utf-8"))
    return LinearModel(name=name, bias=float(data["bias"]), weights={k: float(v) for k, v in data["weights"].items()})

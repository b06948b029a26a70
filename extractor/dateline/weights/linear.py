"""A logistic model over named features."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearModel:
    """Weights of a logistic regression; a feature that is not named counts nothing."""

    name: str
    bias: float
    weights: Mapping[str, float]

    def score(self, features: Mapping[str, float]) -> float:
        """Return the log odds of yes."""
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability of yes, 0 to 1."""
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, self.score(features)))))

    def parts(self, features: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
        """Return what each feature adds to the log odds, the weightiest first."""
        added = [(name, self.weights.get(name, 0.0) * value) for name, value in features.items() if value]
        return tuple(sorted(added, key=lambda part: -abs(part[1])))


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
    return LinearModel(name=name, bias=float(data["bias"]), weights={k: float(v) for k, v in data["weights"].items()})

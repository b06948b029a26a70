"""Fits a logistic regression over named features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from dateline.weights.linear import LinearModel


def fit_logistic(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[int],
    *,
    name: str,
    penalty: float,
    weights: Sequence[float] | None = None,
    rounds: int = 5000,
) -> LinearModel:
    """Return the model that the rows teach.

    Args:
        rows: the features of each example.
        labels: 1 for yes, 0 for no.
        name: of the model.
        penalty: inverse of the L2 penalty.
        weights: of the examples; 1 each by default.
        rounds: the most that the solver takes.
    """
    vectorizer = DictVectorizer(sparse=False)
    x = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=penalty, max_iter=rounds).fit(x, labels, sample_weight=weights)
    named = zip(vectorizer.get_feature_names_out(), map(float, model.coef_[0]), strict=True)
    return LinearModel(name=name, bias=float(model.intercept_[0]), weights=dict(named))


def drop_rare(rows: Sequence[Mapping[str, float]], seen: Iterable[str], *, least: int) -> list[dict[str, float]]:
    """Return the rows without the features whose names `seen`, one for each time that counts, holds too seldom."""
    counts = Counter(seen)
    return [{name: value for name, value in row.items() if counts[name] >= least} for row in rows]

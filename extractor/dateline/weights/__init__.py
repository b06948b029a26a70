"""Small learned models: weights over readable features, stored as JSON."""

from dateline.weights.linear import LinearModel, load_model

__all__ = ["LinearModel", "load_model"]

"""Small learned models: weights over readable features, stored as JSON."""

from dateline.weights.linear import LinearModel, load_model, load_models

__all__ = ["LinearModel", "load_model", "load_models"]

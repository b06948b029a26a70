from __future__ import annotations

import pytest

from dateline.weights import LinearModel, load_model, load_models


def test_no_evidence_leaves_the_bias() -> None:
    model = LinearModel(name="m", bias=0.0, weights={"a": 2.0})

    assert model.probability({}) == pytest.approx(0.5)


def test_unknown_features_count_nothing() -> None:
    model = LinearModel(name="m", bias=0.0, weights={"a": 2.0})

    assert model.probability({"b": 9.0}) == pytest.approx(0.5)


def test_parts_come_weightiest_first() -> None:
    model = LinearModel(name="m", bias=0.0, weights={"a": 1.0, "b": -3.0})

    assert model.parts({"a": 1.0, "b": 1.0}) == (("b", -3.0), ("a", 1.0))


def test_a_missing_model_is_none() -> None:
    assert load_model("no such model") is None
    assert load_models("no such models") == {}


def test_the_shipped_models_load() -> None:
    assert load_model("relevance") is not None

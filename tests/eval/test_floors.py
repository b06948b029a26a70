"""No score on a coded set falls below its floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.evaluation import Extraction, Scores, evaluate_set, find_falls, load_floors, raise_floors


def scored(**values: float) -> Scores:
    """Scores of a set that was never extracted, with many coded fills each."""
    nothing = Extraction(lines=(), articles=0, failures=(), seconds=0.0)
    return Scores(set="gold-dev", values=values, counts=dict.fromkeys(values, 100), interval=None, extraction=nothing)


@pytest.mark.slow
@pytest.mark.parametrize("name", list(load_floors()))
def test_no_score_is_below_its_floor(name: str, shared: Path, tmp_path: Path) -> None:
    scores = evaluate_set(name, shared, tmp_path)

    assert not scores.extraction.failures
    assert not find_falls(scores, load_floors()[name])


def test_a_score_below_its_floor_is_a_fall() -> None:
    assert find_falls(scored(overall=48.4), {"overall": 50.0}) == ("gold-dev: overall: 48.4 is below the floor 50.0",)


def test_a_score_a_rounding_below_its_floor_passes() -> None:
    assert not find_falls(scored(overall=49.6), {"overall": 50.0})


def test_raising_lifts_a_floor_and_lowers_none(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("# why\n\n[gold-dev]\noverall = 50.0\ndate = 80.0\n", encoding="utf-8")

    raised = raise_floors((scored(overall=55.27, date=71.0),), path)

    assert raised == ("gold-dev: overall: 50.0 -> 55.2",)
    assert load_floors(path) == {"gold-dev": {"overall": 55.2, "date": 80.0}}
    assert path.read_text(encoding="utf-8").startswith("# why\n")

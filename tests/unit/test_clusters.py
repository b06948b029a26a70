"""Batches on a Ray of this machine; its workers run `support.batching`, which loads no model."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.articles import Failure
from dateline.batch import UnitOutcome, clusters, pool, run_units, run_units_on_ray
from dateline.errors import ConfigurationError, LexiconError, PipelineError
from dateline.read import Unit
from support.batching import Orders
from support.clusters import start_ray

pytestmark = pytest.mark.ray

FAILURE = Failure(source="gone.txt", stage="read", message="gone.txt: no such file")
KNOWN = UnitOutcome(source="known.txt", key="0" * 64)


def units(*orders: str) -> list[Unit]:
    return [Unit(source=f"{number}.txt", data=order.encode()) for number, order in enumerate(orders)]


def sources(outcomes: Iterable[UnitOutcome]) -> list[str]:
    return [outcome.source for outcome in outcomes]


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[Any]:
    yield from start_ray(workers=2)


def test_the_outcomes_are_those_of_a_plain_run_in_its_order(cluster: Any) -> None:
    given = [*units(*(f"story {number}" for number in range(40)), "BAD", "x" * 300_000), FAILURE, KNOWN]

    assert list(run_units_on_ray(given, Orders())) == list(run_units(given, Orders()))


def test_a_worker_that_is_lost_is_replaced_and_nothing_else_is(cluster: Any, tmp_path: Path) -> None:
    given = units("a", "DIE ONCE", "b", "c", "d", "e", "f")

    outcomes = list(run_units_on_ray(given, Orders(str(tmp_path)), workers=1))

    assert sources(outcomes) == [item.source for item in given]
    assert all(outcome.failure is None for outcome in outcomes)
    assert list(tmp_path.iterdir())


def test_a_unit_that_takes_every_worker_with_it_fails_alone(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "TRIES", 2)
    given = units("a", "DIE", "b", "c", "d")

    outcomes = list(run_units_on_ray(given, Orders(), workers=1))

    assert sources(outcomes) == [item.source for item in given]
    (failure,) = [outcome.failure for outcome in outcomes if outcome.failure is not None]
    assert failure.message.startswith("1.txt: the worker process that had it was lost (")
    assert ", 2 times;" in failure.message


def test_a_unit_that_takes_too_long_fails_alone(cluster: Any, tmp_path: Path) -> None:
    given = units("a", "HANG", "b", "c")

    outcomes = list(run_units_on_ray(given, Orders(str(tmp_path)), workers=1, timeout=5))

    assert sources(outcomes) == [item.source for item in given]
    (failure,) = [outcome.failure for outcome in outcomes if outcome.failure is not None]
    assert failure.message == "1.txt: not done after 5 s; raise --timeout, or leave the article out"


def test_a_fault_of_the_configuration_ends_the_run_with_its_own_message(cluster: Any) -> None:
    with pytest.raises(PipelineError, match="no pipeline 'x'; install one"):
        list(run_units_on_ray(units("a", "b"), Orders(fault="model"), workers=1))
    with pytest.raises(LexiconError, match=r"words.toml: \[a\]: no such key"):
        list(run_units_on_ray(units("a", "FAULT", "b"), Orders(), workers=1))


def test_workers_that_die_while_they_load_are_not_started_for_ever(
    cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "LOST_STARTS", 1)

    with pytest.raises(ConfigurationError, match=r"was lost \(.*\) while it was loading"):
        list(run_units_on_ray(units("a"), Orders(fault="death"), workers=1))


def test_outcomes_do_not_wait_for_units_that_are_still_to_come(cluster: Any) -> None:
    seen = threading.Event()

    def dialogue() -> Iterator[Unit]:
        first, second = units("a", "b")
        yield first
        assert seen.wait(60)
        yield second

    outcomes = run_units_on_ray(dialogue(), Orders(), workers=1)

    assert next(outcomes).source == "0.txt"
    seen.set()
    assert sources(outcomes) == ["1.txt"]


def test_more_workers_than_there_is_room_for_do_no_harm(cluster: Any) -> None:
    given = units(*"abcdefgh")

    assert sources(run_units_on_ray(given, Orders(), workers=5)) == [item.source for item in given]


def test_a_class_that_the_workers_lack_is_told_in_one_line(
    cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "only_here.py").write_text("class Setup:\n    def __call__(self):\n        return None\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    import only_here  # type: ignore[import-not-found]

    setup = only_here.Setup()
    with pytest.raises(ConfigurationError, match=r"only_here.*install the same dateline"):
        list(run_units_on_ray(units("a"), setup, workers=1))

"""Batches in this process and in others; the others run `support.batching`, which loads no model."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles import Failure
from dateline.batch import Shard, UnitOutcome, pool, run_units, workers
from dateline.errors import ConfigurationError, LexiconError, PipelineError
from dateline.read import Unit
from support.batching import Orders

FAILURE = Failure(source="gone.txt", stage="read", message="gone.txt: no such file")
KNOWN = UnitOutcome(source="known.txt", key="0" * 64)


def unit(order: str, number: int = 0) -> Unit:
    return Unit(source=f"{number}.txt", data=order.encode())


def units(*orders: str) -> list[Unit]:
    return [unit(order, number) for number, order in enumerate(orders)]


def sources(outcomes: Iterable[UnitOutcome]) -> list[str]:
    return [outcome.source for outcome in outcomes]


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    assert not multiprocessing.active_children()


def test_the_outcomes_are_the_same_for_any_number_of_workers() -> None:
    given = [*units(*(f"story {number}" for number in range(40)), "BAD", "x" * 300_000), FAILURE, KNOWN, unit("last")]

    here = list(run_units(given, Orders()))

    assert sources(here) == [*(f"{number}.txt" for number in range(42)), "gone.txt", "known.txt", "0.txt"]
    for count in (1, 2, 3):
        assert list(run_units(given, Orders(), workers=count, timeout=600)) == here


def test_one_worker_without_a_limit_takes_a_unit_only_when_it_is_asked_for() -> None:
    taken: list[Unit] = []

    def take() -> Iterator[Unit]:
        for item in units("a", "b"):
            taken.append(item)
            yield item

    outcomes = run_units(take(), Orders())

    next(outcomes)
    assert len(taken) == 1


@pytest.mark.parametrize(("order", "status"), [("DIE", "was killed (SIGKILL)"), ("EXIT", "ended (status 7)")])
def test_a_unit_that_kills_its_worker_fails_alone(order: str, status: str) -> None:
    given = units("a", order, "b", "c", order, "d", "e")

    outcomes = list(run_units(given, Orders(), workers=2))

    failed = [outcome for outcome in outcomes if outcome.failure is not None]
    assert sources(outcomes) == [item.source for item in given]
    assert sources(failed) == ["1.txt", "4.txt"]
    assert all(outcome.failure is not None and status in outcome.failure.message for outcome in failed)
    assert failed[0].failure is not None
    assert failed[0].failure.message.startswith("1.txt: ")


def test_a_unit_that_takes_too_long_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The clock runs only while the unit hangs, so that no other can be late however slow the machine is.
    ticks = itertools.count(0, 1000)
    killed: list[bool] = []

    class Watched(pool.Worker):
        def kill(self) -> None:
            killed.append(True)
            super().kill()

    def tell_time() -> float:
        return next(ticks) if (tmp_path / "hangs").exists() and not killed else 0.0

    monkeypatch.setattr(pool, "Worker", Watched)
    monkeypatch.setattr(pool, "time", SimpleNamespace(monotonic=tell_time))
    given = units("a", "HANG", "b", "c", "d", "e", "f")

    outcomes = list(run_units(given, Orders(str(tmp_path)), workers=1, timeout=0.25))

    assert sources(outcomes) == [item.source for item in given]
    (failure,) = [outcome.failure for outcome in outcomes if outcome.failure is not None]
    assert failure.message == "1.txt: not done after 0.25 s; raise --timeout, or leave the article out"


def test_a_fault_of_the_configuration_ends_the_run_with_its_own_message() -> None:
    with pytest.raises(PipelineError, match="no pipeline 'x'; install one"):
        list(run_units(units("a", "b"), Orders(fault="model"), workers=2))
    with pytest.raises(LexiconError, match=r"words.toml: \[a\]: no such key"):
        list(run_units(units("a", "FAULT", "b"), Orders(), workers=2))


def test_an_error_that_cannot_travel_is_told_in_words() -> None:
    with pytest.raises(RuntimeError, match="OddError: a and b"):
        list(run_units(units("a"), Orders(fault="odd"), workers=2))


def test_workers_that_die_while_they_load_are_not_started_for_ever() -> None:
    with pytest.raises(ConfigurationError, match=r"ended \(status 3\) while it was loading"):
        list(run_units(units("a", "b", "c"), Orders(fault="death"), workers=2))


def test_outcomes_do_not_wait_for_units_that_are_still_to_come() -> None:
    seen = threading.Event()

    def dialogue() -> Iterator[Unit]:
        yield unit("a")
        assert seen.wait(60)
        yield unit("b", 1)

    outcomes = run_units(dialogue(), Orders(), workers=2)

    assert next(outcomes).source == "0.txt"
    seen.set()
    assert sources(outcomes) == ["1.txt"]


def test_a_fault_of_the_units_themselves_is_raised() -> None:
    def broken() -> Iterator[Unit]:
        yield unit("a")
        raise LexiconError("list: broken")

    with pytest.raises(LexiconError, match="list: broken"):
        list(run_units(broken(), Orders(), workers=2))


def test_units_are_not_read_far_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "WINDOW_UNITS", 2)
    taken: list[Unit] = []

    def take() -> Iterator[Unit]:
        for number in range(1000):
            taken.append(unit("a", number))
            yield taken[-1]

    outcomes = run_units(take(), Orders(), workers=2)
    for _ in range(20):
        next(outcomes)
    outcomes.close()

    assert len(taken) < 60


def test_pipes_as_small_as_those_of_macos_and_windows_do_not_lock_both_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "PIPE_BYTES", pool.SMALL_PIPE_BYTES)
    monkeypatch.setattr(workers, "_CONTEXT", SimpleNamespace(Pipe=make_small_pipe, Process=workers._CONTEXT.Process))
    given = units(*("GROW" + "x" * size for size in [10, 1000, 2000, 3000, 5000, 9000] * 20))
    found: list[UnitOutcome] = []
    run = threading.Thread(target=lambda: found.extend(run_units(given, Orders(), workers=1, timeout=600)), daemon=True)

    run.start()
    run.join(timeout=60)

    assert not run.is_alive()
    assert sources(found) == [item.source for item in given]


def make_small_pipe() -> tuple[Connection, Connection]:
    ends = multiprocessing.Pipe()
    for end in ends:
        with socket.socket(fileno=os.dup(end.fileno())) as inner:
            inner.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 12)  # the system doubles it
    return ends


def test_what_a_worker_prints_does_not_come_among_the_records(capfd: pytest.CaptureFixture[str]) -> None:
    list(run_units(units("PRINT"), Orders(), workers=1, timeout=600))

    assert capfd.readouterr().out == ""


def test_a_run_that_is_given_up_leaves_no_process() -> None:
    outcomes = run_units(units(*"abcdefgh"), Orders(), workers=2)
    next(outcomes)

    outcomes.close()

    assert not multiprocessing.active_children()


def test_less_than_one_worker_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="at least one"):
        run_units([], Orders(), workers=0)


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9))
def test_the_shards_of_a_run_are_the_run(items: list[int], count: int) -> None:
    parts = [list(Shard(number, count).take(items)) for number in range(1, count + 1)]

    woven = [parts[at % count][at // count] for at in range(len(items))]
    assert woven == items
    assert [len(part) for part in parts] == [Shard(number, count).size(len(items)) for number in range(1, count + 1)]


@pytest.mark.parametrize(("number", "count"), [(0, 3), (4, 3), (1, 0)])
def test_a_shard_that_is_none_is_refused(number: int, count: int) -> None:
    with pytest.raises(ConfigurationError, match="shard"):
        Shard(number, count)


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="no signals to hold here")
def test_interrupts_are_held_from_the_first_process_on(tmp_path: Path) -> None:
    # In a process of its own: multiprocessing starts its tracker but once.
    script = tmp_path / "first.py"
    script.write_text(
        "import signal\n"
        "from dateline.batch import workers\n"
        "if __name__ == '__main__':\n"
        "    with workers._interrupts_held():\n"
        "        workers._CONTEXT.Process(target=int).start()\n"
        "        print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))\n",
        encoding="utf-8",
    )

    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)

    assert done.stdout == "True\n"

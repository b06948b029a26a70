"""Runs units through workers and gives their outcomes back in order.

Each worker has a pipe of its own, so that this process always knows which article a worker has in work: it can give
up that one when it takes too long, name it when the worker dies of it, and hand the rest to others. The pools at hand
do less: that of concurrent.futures, and loky's, break as a whole when a worker dies, and know no time limit; pebble's
workers share one pipe under a lock, which a killed one may take with it, and a batch that is sent together, to save
time on small articles, is lost together.
"""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from multiprocessing.connection import wait

from dateline.articles import Failure
from dateline.batch.feed import Feed
from dateline.batch.outcomes import Processor, UnitOutcome, fail_unit, settle
from dateline.batch.workers import Fault, Hand, Worker, weigh_unit
from dateline.errors import ConfigurationError
from dateline.read import Unit

WINDOW_UNITS = 256  # for each worker, between the unit read last and the outcome given last
WINDOW_BYTES = 64 << 20  # of all units that are read and not answered
PIPE_UNITS = 4  # in a worker's pipe, so that it need not wait for the next small one
# Less than a pipe holds, so that sending never waits for a worker that may itself wait with an answer: neither would
# ever go on. Linux holds 208 KiB, macOS and Windows 8 KiB.
SMALL_PIPE_BYTES = 4 << 10
PIPE_BYTES = 16 << 10 if sys.platform == "linux" else SMALL_PIPE_BYTES
LONGEST_WAIT = 3600.0  # seconds, within what a system call takes
LOST_STARTS = 3  # workers in a row that die before they are ready, after which no more are started


def run_units(
    units: Iterable[Unit | Failure | UnitOutcome],
    setup: Callable[[], Processor],
    *,
    workers: int = 1,
    timeout: float | None = None,
) -> Generator[UnitOutcome, None, None]:
    """Yield the outcome of each unit, in the order of the units.

    Args:
        units: what to work on; failures and outcomes that are known already keep their place in the stream. With
            other processes they are read in a thread, some way ahead.
        setup: makes what is to be done to each; called once in each process, and so picklable.
        workers: processes, at least 1; one without a time limit is this process itself.
        timeout: seconds, after which a unit is given up; None: never.

    Raises:
        ConfigurationError: no process can be started, or whatever `setup` raises.
    """
    if workers < 1:
        raise ConfigurationError(f"{workers} workers; at least one is needed")
    if workers > 1 or timeout is not None:
        return Pool(units, lambda: _start_process(setup), workers=workers, timeout=timeout).run()
    return _run_here(units, setup)


def _run_here(
    units: Iterable[Unit | Failure | UnitOutcome], setup: Callable[[], Processor]
) -> Generator[UnitOutcome, None, None]:
    process = setup()
    for item in units:
        yield process(item) if isinstance(item, Unit) else settle(item)


def _start_process(setup: Callable[[], Processor]) -> Worker:
    try:
        return Worker(setup)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigurationError(f"no worker process can be started ({reason}); ask for fewer workers") from error


class Pool:
    """The state of one run."""

    def __init__(
        self,
        units: Iterable[Unit | Failure | UnitOutcome],
        start: Callable[[], Hand],
        *,
        workers: int,
        timeout: float | None,
        tries: int = 1,
    ) -> None:
        """Keep what the run is of; nothing is started yet.

        Args:
            units: as for `run_units`.
            start: starts one worker.
            workers: how many there are at once.
            timeout: as for `run_units`.
            tries: workers that may be lost over one unit before it is given up.
        """
        self._units = units
        self._start = start
        self._most = workers
        self._timeout = timeout
        self._tries = tries
        self._losses: dict[int, int] = {}  # workers that were lost over a unit, where there were any
        self._workers: list[Hand] = []
        self._waiting: deque[tuple[int, Unit]] = deque()  # read and not sent
        self._done: dict[int, UnitOutcome] = {}  # and not given back, for an earlier one is missing
        self._read = 0  # items
        self._given = 0  # outcomes
        self._bytes = 0  # of units waiting or in work
        self._lost_starts = 0

    def run(self) -> Generator[UnitOutcome, None, None]:
        """Yield all outcomes; however it ends, no process is left."""
        feed = Feed(self._units)
        try:
            while not feed.is_over or self._given < self._read:
                self._assign()
                self._listen(feed)
                self._stop_late()
                while (outcome := self._done.pop(self._given, None)) is not None:
                    self._given += 1
                    yield outcome
        finally:
            feed.stop()
            for worker in self._workers:
                worker.kill()
            for worker in self._workers:
                worker.end()

    def _listen(self, feed: Feed) -> None:
        """Wait for the next item, message or deadline, and take in all that is there."""
        sources: list[object] = [worker.connection for worker in self._workers]
        has_room = self._read - self._given < WINDOW_UNITS * self._most and self._bytes < WINDOW_BYTES
        if not feed.is_over and has_room:
            sources.append(feed.signal)
        ready = wait(sources, timeout=self._next_deadline())  # type: ignore[arg-type]  # it takes any that have a fileno
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            self._hear(worker)
        if feed.signal in ready and (item := feed.take()) is not None:
            if isinstance(item, Unit):
                self._waiting.append((self._read, item))
                self._bytes += len(item.data)
            else:
                self._done[self._read] = settle(item)
            self._read += 1

    def _hear(self, worker: Hand) -> None:
        message = worker.receive()
        if message is None:
            self._bury(worker, None)
        elif isinstance(message, Fault):
            raise message.error
        elif isinstance(message, UnitOutcome):
            index, unit = worker.units.popleft()
            worker.since = time.monotonic()
            self._settle(index, unit, message)
        else:
            worker.is_ready = True
            self._lost_starts = 0

    def _settle(self, index: int, unit: Unit, outcome: UnitOutcome) -> None:
        self._done[index] = outcome
        self._losses.pop(index, None)
        self._bytes -= len(unit.data)

    def _bury(self, worker: Hand, fault: str | None) -> None:
        """Part with a worker that is dead or killed: what it had in work has failed, the rest goes to others."""
        self._workers.remove(worker)
        status = worker.end()
        if not worker.is_ready:
            self._lost_starts += 1
            if self._lost_starts >= LOST_STARTS:
                raise ConfigurationError(
                    f"a worker process {status} while it was loading; ask for fewer workers if memory is short"
                )
        self._waiting.extendleft(reversed(list(worker.units)[1:]))
        if not worker.units:
            return
        index, unit = worker.units[0]
        losses = self._losses.pop(index, 0) + 1
        if fault is None and losses < self._tries:
            self._losses[index] = losses
            self._waiting.appendleft((index, unit))
            return
        times = f", {losses} times" if losses > 1 else ""
        fault = fault or (
            f"the worker process that had it {status}{times}; the article is left out: try it alone, or fewer workers "
            "if memory is short"
        )
        self._settle(index, unit, fail_unit(unit, fault, stage="extract"))

    def _assign(self) -> None:
        """Give each idle worker a unit, start workers while there are units for them, then fill the pipes."""
        now = time.monotonic()
        ready = [worker for worker in self._workers if worker.is_ready]
        for worker in ready:
            if self._waiting and not worker.units:
                self._send(worker, now)
        starting = len(self._workers) - len(ready)
        while len(self._workers) < self._most and starting < len(self._waiting):
            self._workers.append(self._start())
            starting += 1
        # An outcome may be lost on its way when its worker dies of the next unit, and the wrong one be blamed; so each
        # goes alone until it is known what the worker died of.
        for worker in ready if not self._losses else ():
            # What others could take at once is not put behind an article that may take its time.
            while (
                len(self._waiting) > starting
                and len(worker.units) < PIPE_UNITS
                and worker.load + weigh_unit(self._waiting[0][1]) <= PIPE_BYTES
            ):
                if not self._send(worker, now):
                    break

    def _send(self, worker: Hand, now: float) -> bool:
        index, unit = self._waiting[0]
        sent = worker.send(index, unit, now=now)
        if sent:
            self._waiting.popleft()
        return sent

    def _next_deadline(self) -> float | None:
        """Return the seconds until the first article is late, None if none can be."""
        begun = [worker.since for worker in self._workers if worker.units]
        if self._timeout is None or not begun:
            return None
        return min(LONGEST_WAIT, max(0.0, min(begun) + self._timeout - time.monotonic()))

    def _stop_late(self) -> None:
        """Kill the workers whose article takes too long; called when all that they said has been heard."""
        if self._timeout is None:
            return
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.units and now - worker.since >= self._timeout and not worker.connection.poll():
                worker.kill()
                self._bury(worker, f"not done after {self._timeout:g} s; raise --timeout, or leave the article out")

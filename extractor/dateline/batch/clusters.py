"""Runs units through workers on a Ray cluster, or on a Ray of this machine's own.

The workers are plain actors under the same `Pool` as local processes, not the actors of a Ray Data `map_batches`. That
was tried first, with Ray 2.60: a dataset wants its rows before it starts, so that nothing of a stream can be given back
while it goes on; an article that takes its process with it ends the whole dataset, when its retries are used up; it
has no way to give up one that takes too long; and its first row comes several seconds later. An actor loads its model
once, is started anew where Ray finds room when it is lost, and what it had at hand goes to others.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from types import FrameType, ModuleType
from typing import Protocol

from dateline.articles import Failure
from dateline.batch.outcomes import Processor, UnitOutcome
from dateline.batch.pool import Pool
from dateline.batch.workers import Fault, Message, Ready, make_fault
from dateline.errors import ConfigurationError
from dateline.read import Unit

TRIES = 3  # workers that may be lost over one unit: machines go, but an article that kills each of them must not go on
STORE_BYTES = 128 << 20  # of shared memory for a Ray that is started here; few units are in it at once

Handler = Callable[[int, FrameType | None], object] | int | None  # of a signal, as `signal.getsignal` gives it

_SETTINGS = {  # for Ray, which reads them once; whoever has set one wants it so
    "RAY_USAGE_STATS_ENABLED": "0",  # nobody is called
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # silences a warning about graphics cards
}


def run_units_on_ray(
    units: Iterable[Unit | Failure | UnitOutcome],
    setup: Callable[[], Processor],
    *,
    address: str | None = None,
    workers: int = 0,
    timeout: float | None = None,
) -> Generator[UnitOutcome, None, None]:
    """Yield the outcome of each unit, in the order of the units, as `run_units` does.

    Args:
        units: as for `run_units`; they are read in this process.
        setup: as for `run_units`; the workers must be able to import it.
        address: of a cluster, as `ray.init` takes it ("auto" on one of its machines); None: the Ray that this process
            is connected to already, else one that is started here and ended with the run.
        workers: actors, each on one CPU; 0: as many as there are CPUs. Those that find no room yet are waited for.
        timeout: as for `run_units`.

    Raises:
        ConfigurationError: Ray is not installed or not to be reached, its workers cannot import dateline, or whatever
            `setup` raises.
    """
    if workers < 0:
        raise ConfigurationError(f"{workers} workers; at least one is needed, or 0 for one on each CPU")
    with _connect(address, workers=workers) as ray:
        most = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        # An actor that is restarted by Ray itself would keep its handle and lose what it had: a new one is clearer.
        kind = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(Bench)
        outcomes = Pool(units, lambda: RayWorker(ray, kind.remote(), setup), workers=most, timeout=timeout, tries=TRIES)
        yield from outcomes.run()


@contextlib.contextmanager
def _connect(address: str | None, *, workers: int) -> Iterator[ModuleType]:
    """Give the package `ray`, connected; what is started for it is ended after it."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    try:
        import ray  # noqa: PLC0415
    except ImportError as error:
        raise ConfigurationError(f"Ray is not there ({error}); pip install 'dateline[ray]'") from error
    if address is None and ray.is_initialized():
        yield ray
        return
    settings: dict[str, object] = {"address": address, "log_to_driver": False, "logging_level": logging.ERROR}
    if address is None:
        settings |= {
            "address": "local",  # whatever RAY_ADDRESS says: that is for those who ask for it
            "num_cpus": workers or None,
            "num_gpus": 0,
            "include_dashboard": False,
            "object_store_memory": STORE_BYTES,
        }
    elif "://" in address:
        del settings["log_to_driver"]
    _hush()
    with _terminating() as rearm:
        try:
            ray.init(**settings)
        except Exception as error:  # it has no class of its own for what may go wrong here
            place = "on this machine" if address is None else f"at {address}"
            message = f"no Ray {place} ({_first_line(error)}); see that it runs, or take another"
            raise ConfigurationError(message) from error
        rearm()
        try:
            yield ray
        finally:
            ray.shutdown()


@contextlib.contextmanager
def _terminating() -> Iterator[Callable[[], None]]:
    """Let SIGTERM, with which schedulers end a job, end this process and its Ray in order.

    Ray takes the signal for itself when it is connected, and answers with a page of addresses; the function given is
    to be called then.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return

    def end(*_: object) -> None:
        raise SystemExit(128 + signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    try:
        yield lambda: _set_handler(end if before is signal.SIG_DFL else before)
    finally:
        _set_handler(before)


def _set_handler(handler: Handler) -> None:
    if handler is not None:  # as is one that was not set by Python
        signal.signal(signal.SIGTERM, handler)


def _hush() -> None:
    """Keep what Ray tells of its workers, in a thread and on standard output, from among the records."""
    with contextlib.suppress(ImportError, AttributeError):
        from ray._private import worker  # noqa: PLC0415

        if callable(worker.print_to_stdstream):
            worker.print_to_stdstream = lambda *_, **__: None


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".:") if lines else type(error).__name__


def _last_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[-1].rstrip(".:") if lines else type(error).__name__


class Bench:
    """What runs in an actor."""

    def __init__(self) -> None:
        self._process: Processor | None = None

    def load(self, setup: Callable[[], Processor]) -> Message:
        """Load all that is needed; to be called first."""
        try:
            self._process = setup()
        except Exception as error:
            return make_fault(error)
        return Ready()

    def work(self, unit: Unit) -> Message:
        """Return the outcome of a unit."""
        if self._process is None:
            raise RuntimeError("nothing is loaded")
        try:
            return self._process(unit)
        except Exception as error:
            return make_fault(error)


class _Reference(Protocol):
    """What a call of an actor gives: a `ray.ObjectRef`."""

    def future(self) -> Future[Message]: ...


class _Method(Protocol):
    def remote(self, *args: object) -> _Reference: ...


class _Actor(Protocol):
    """A handle of a `Bench`."""

    load: _Method
    work: _Method


class RayWorker:
    """An actor, as the pool sees it; it answers its calls in order."""

    def __init__(self, ray: ModuleType, actor: _Actor, setup: Callable[[], Processor]) -> None:
        """Let it load; it says so when it has."""
        self.connection: Connection
        self.connection, self._bell = Pipe(duplex=False)
        self.is_ready = False
        self.units: deque[tuple[int, Unit]] = deque()
        self.since = 0.0
        self._ray = ray
        self._actor = actor
        self._status = "was stopped"
        self._calls: deque[Future[Message]] = deque()
        self._call(actor.load.remote(setup))

    @property
    def load(self) -> int:
        """Bytes of the units that are sent and not answered."""
        return sum(len(unit.data) for _, unit in self.units)

    def send(self, index: int, unit: Unit, *, now: float) -> bool:
        """Give it a unit."""
        self._call(self._actor.work.remote(unit))
        if not self.units:
            self.since = now
        self.units.append((index, unit))
        return True

    def receive(self) -> Message | None:
        """Return its next message, waiting for it; None when it is lost."""
        self.connection.recv_bytes()
        try:
            return self._calls.popleft().result()
        except self._ray.exceptions.RayActorError as error:
            self._status = f"was lost ({type(error).__name__})"
            return None
        except Exception as error:  # of Ray's, mostly that something cannot be imported over there
            fault = f"Ray's workers cannot run dateline ({_last_line(error)})"
            return Fault(ConfigurationError(f"{fault}; install the same dateline on all machines of the cluster"))

    def kill(self) -> None:
        """Begin to end it."""
        with contextlib.suppress(Exception):  # it may be gone already, and the cluster with it
            self._ray.kill(self._actor)

    def end(self) -> str:
        """Part with it; return how it ended."""
        self.kill()
        self._calls.clear()
        # The other end stays open: calls that are still under way ring once more.
        self.connection.close()
        return self._status

    def _call(self, reference: _Reference) -> None:
        future = reference.future()
        self._calls.append(future)
        future.add_done_callback(self._ring)

    def _ring(self, _: Future[Message]) -> None:
        with contextlib.suppress(OSError):  # nobody listens any more
            self._bell.send_bytes(b"\0")

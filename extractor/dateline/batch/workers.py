"""Workers: what the pool sees of one, and the one that is a process of this machine."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Protocol, cast

from dateline.batch.outcomes import Processor, UnitOutcome
from dateline.read import Unit

GRACE = 1.0  # seconds for a process whose pipe has ended to end itself
_FRAME_BYTES = 400  # of a unit as it is sent, beside its content

_CONTEXT = get_context("spawn")  # a forked copy of a process with threads may never wake


@dataclass(frozen=True, slots=True)
class Ready:
    """The first message of a worker that has loaded all."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What no other unit would fare better with: the error that ends the run."""

    error: Exception


Message = Ready | Fault | UnitOutcome  # an outcome is of the first unit that is not answered


class Hand(Protocol):
    """What the pool sees of a worker, wherever it works: it has one unit in work and a few more at hand."""

    connection: Connection  # has something to read when there is a message
    is_ready: bool
    units: deque[tuple[int, Unit]]  # sent and not answered; the first is in work
    since: float  # time at which it began with the first of them, by time.monotonic

    @property
    def load(self) -> int:
        """Bytes of the units that are sent and not answered."""

    def send(self, index: int, unit: Unit, *, now: float) -> bool:
        """Give it a unit; False when it is dead, which its connection will tell too."""

    def receive(self) -> Message | None:
        """Return its next message, waiting for it; None when it is dead."""

    def kill(self) -> None:
        """Begin to end it, whatever it does; `end` waits for it."""

    def end(self) -> str:
        """Part with it for good; return how it ended, as "was killed (SIGKILL)"."""


class Worker:
    """A process of this machine, with the next units in its pipe so that it need not wait for them."""

    def __init__(self, setup: Callable[[], Processor]) -> None:
        """Start the process; it says so when it has loaded what it needs."""
        self.connection, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_work, args=(theirs, setup), name="dateline-worker", daemon=True)
        with _interrupts_held():
            self._process.start()
        theirs.close()  # now the pipe ends when the process does
        self.is_ready = False
        self.units: deque[tuple[int, Unit]] = deque()  # sent and not answered; the first is in work
        self.since = 0.0  # time at which it began with the first of them, by time.monotonic

    @property
    def load(self) -> int:
        """Bytes of the units that are sent and not answered."""
        return sum(weigh_unit(unit) for _, unit in self.units)

    def send(self, index: int, unit: Unit, *, now: float) -> bool:
        """Give it a unit; False when it is dead, which its connection will tell too."""
        try:
            self.connection.send(unit)
        except OSError:
            return False
        if not self.units:
            self.since = now
        self.units.append((index, unit))
        return True

    def receive(self) -> Message | None:
        """Return its next message, waiting for it; None when it is dead."""
        try:
            return cast("Message", self.connection.recv())
        except (EOFError, OSError):
            return None

    def kill(self) -> None:
        """Begin to end it, whatever it does; `end` waits for it."""
        self._process.kill()

    def end(self) -> str:
        """Wait for a process that is dead or about to be; return how it ended."""
        self.connection.close()
        self._process.join(timeout=GRACE)
        self._process.kill()
        self._process.join()
        status = self._process.exitcode
        self._process.close()
        return describe_status(status or 0)


def weigh_unit(unit: Unit) -> int:
    """Return the bytes that a unit takes in a pipe, or a few more."""
    return _FRAME_BYTES + len(unit.data) + 4 * (len(unit.source) + len(unit.url or ""))


def describe_status(status: int) -> str:
    """Return "was killed (SIGKILL)" or "ended (status 3)"."""
    if status >= 0:
        return f"ended (status {status})"
    try:
        return f"was killed ({signal.Signals(-status).name})"
    except ValueError:
        return f"was killed (signal {-status})"


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C from a process that is being started: it inherits the mask, and this process ends it anyway."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # multiprocessing starts its tracker beside the first process, and lets interrupts through when it has.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection, setup: Callable[[], Processor]) -> None:
    """Answer units with outcomes, in order, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _leave_pipes()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the run is over
        for message in _answer(connection, setup):
            connection.send(message)


def _answer(connection: Connection, setup: Callable[[], Processor]) -> Iterator[Message]:
    try:
        process = setup()
    except Exception as error:
        yield make_fault(error)
        return
    yield Ready()
    while True:
        unit = connection.recv()
        try:
            outcome = process(unit)
        except Exception as error:
            yield make_fault(error)
            return
        yield outcome


def make_fault(error: Exception) -> Fault:
    """Return an error as it can be sent, as itself if possible."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # whatever an error of somebody else's making does when it is pickled
        return Fault(RuntimeError(f"{type(error).__name__}: {error}"))
    return Fault(error)


def _leave_pipes() -> None:
    """Let go of standard input and output, whose other ends must see no more than the one process that uses them."""
    with open(os.devnull, "r+b") as nothing:  # noqa: PTH123
        for descriptor in (0, 1):
            with contextlib.suppress(OSError):
                os.dup2(nothing.fileno(), descriptor)


def _end_with_parent() -> None:
    """End this process, in the middle of an article too, when the one that started it is gone."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)

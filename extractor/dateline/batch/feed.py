"""Units from a thread of their own, so that finished outcomes need not wait for the next unit to come."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import SimpleQueue

from dateline.articles import Failure
from dateline.batch.outcomes import UnitOutcome
from dateline.read import Unit

Item = Unit | Failure | UnitOutcome
AHEAD = 8  # items that the thread reads before they are asked for


class Feed:
    """Iterates over `items` in a thread; `signal` can be waited for along with other connections.

    A thread that waits for standard input cannot be stopped; it ends with the program.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        """Start reading."""
        self.is_over = False
        self.signal: Connection
        self.signal, self._bell = Pipe(duplex=False)
        self._queue: SimpleQueue[Item | BaseException | None] = SimpleQueue()
        self._room = threading.Semaphore(AHEAD)
        self._stopped = False
        self._thread = threading.Thread(target=self._read, args=(items,), name="dateline-feed", daemon=True)
        self._thread.start()

    def take(self) -> Item | None:
        """Return the item that `signal` told of, None when it was the end.

        Raises whatever the iteration over the items raised.
        """
        self.signal.recv_bytes()
        found = self._queue.get()
        self._room.release()
        if found is None or isinstance(found, BaseException):
            self.is_over = True
            if found is not None:
                raise found
        return found

    def stop(self) -> None:
        """Let the thread end after the item that it is at."""
        self._stopped = True
        self._room.release()
        if not self._thread.is_alive():
            self.signal.close()
            self._bell.close()

    def _read(self, items: Iterable[Item]) -> None:
        try:
            for item in items:
                if not self._put(item):
                    return
        except BaseException as error:  # told to whoever takes the items
            self._put(error)
        else:
            self._put(None)

    def _put(self, item: Item | BaseException | None) -> bool:
        self._room.acquire()
        if self._stopped:
            return False
        self._queue.put(item)
        self._bell.send_bytes(b"\0")
        return True

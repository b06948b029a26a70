"""The standard streams, made fit before anything is read or written."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from dateline_cli.status import OutputError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

NARROWEST = 20  # columns; a screen that claims fewer would show next to nothing of a record

# A stream that the caller has closed gets a handle that refuses what the stream is for, as a closed one does; left
# free, its number would go to the next file that is opened.
_STAND_INS = ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY))


class _Output(io.FileIO):
    """Standard output, whose faults are `OutputError`s whoever writes: a table, a page of help, a line of JSON."""

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            raise
        except OSError as fault:
            # What waits in the buffers is lost already, and shall not fail once more when the program ends.
            drain = os.open(os.devnull, os.O_WRONLY)
            os.dup2(drain, self.fileno())
            os.close(drain)
            raise OutputError(f"standard output: {fault.strerror or fault}") from None


class _Messages(io.FileIO):
    """Standard error; what cannot be told is dropped, for the records matter more."""

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            raise
        except OSError:
            return memoryview(data).nbytes


def prepare_streams() -> None:
    """Give every standard stream a form in which it never fails but as an `OutputError` or a closed pipe.

    Closed ones are filled in, the others written through a buffer even where Python is told not to, for a write that
    is not buffered may stop halfway; and letters that the encoding lacks become question marks.
    """
    for handle, mode in _STAND_INS:
        try:
            os.fstat(handle)
        except OSError:
            os.set_inheritable(os.open(os.devnull, mode), True)  # a worker without them would not start
    if sys.stdin is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = _wrap(sys.stdout, _Output(1, "wb", closefd=False))
    sys.stderr = _wrap(sys.stderr, _Messages(2, "wb", closefd=False))


def _wrap(old: object, raw: io.FileIO) -> io.TextIOWrapper:
    encoding = old.encoding if isinstance(old, io.TextIOWrapper) else "utf-8"
    # Lines go out one by one to a person, and to stderr, where the two streams would else be out of order.
    by_line = raw.isatty() or raw.fileno() == 2
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding=encoding, errors="replace", line_buffering=by_line)


def ignore_hopeless_width() -> None:
    """Drop a COLUMNS that leaves no room: some shells without a screen set it to 0, and nothing at all would show."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) < NARROWEST:
        del os.environ["COLUMNS"]

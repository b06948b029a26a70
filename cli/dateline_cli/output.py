"""Where records go: a file that is moved in place when it is whole, or stdout; as lines, an array or a table."""

from __future__ import annotations

import contextlib
import io
import os
import stat
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from dateline_cli.journal import JournaledFile, Progress, open_locked, remove_open
from dateline_cli.status import OutputError

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.records import Record


FAULTS = (OSError, ValueError)  # of files, on disks and in clouds


class Format(StrEnum):
    """How records are written."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"


class Destination:
    """Bytes on their way to a file or stdout; every `write` is flushed, every fault an `OutputError`.

    A file is written under the name `FILE.partial` and takes its own name when it is whole, so that a reader
    of FILE never meets half a result, and a run that was stopped leaves what it had finished. It is locked until then.
    """

    def __init__(self, path: Path | None, *, whole: bool = True) -> None:
        """Open the file.

        Args:
            path: the file; None for stdout.
            whole: whether the file takes its name only when it is whole, or from the first.

        Raises:
            OutputError: the file cannot be made.
        """
        self.path: PurePath | None = path
        self.partial: Path | None = None
        self.progress = Progress()  # as in `JournaledFile`; nothing was done before
        self.left = 0
        self._written = 0  # bytes
        if path is None:
            self.name = "standard output"
            self._stream: BinaryIO = sys.stdout.buffer
            return
        self.name = str(path)
        try:
            self._stream = self._open(path, whole=whole)
        except OSError as fault:
            raise OutputError(f"{path}: {fault.strerror or fault}; choose another file") from None

    def _open(self, path: Path, *, whole: bool) -> BinaryIO:
        # Devices and pipes are written to, not replaced; of a link, what it points to is replaced.
        if not whole or not is_ordinary(path):
            return path.open("wb")
        self.path = Path(os.path.realpath(path))
        self.partial = self.path.with_name(f"{self.path.name}.partial")
        file = open_locked(self.partial, name=self.name)
        file.truncate(0)
        return io.BufferedWriter(cast("io.RawIOBase", file))

    def write(self, data: bytes, *, key: str | None = None) -> None:
        """Write and flush, so that the next program in a pipe sees it at once."""
        try:
            self._stream.write(data)
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as fault:
            raise OutputError(f"{self.name}: {fault.strerror or fault}") from None
        self._written += len(data)

    def take(self, key: str) -> bool:
        """Whether an article is done already, as in `JournaledFile`: none is."""
        return False

    @property
    def files(self) -> tuple[Path, ...]:
        """All that is made on the disk."""
        return tuple(path for path in (self.path, self.partial) if isinstance(path, Path))

    def commit(self) -> None:
        """Give the file its own name."""
        if self.path is None:
            return
        try:
            self._stream.flush()
            if sys.platform == "win32":
                self._stream.close()
            # The lock, where there is one, holds until the file has its name.
            if self.partial is not None:
                self.partial.replace(self.path)
            self._stream.close()
        except OSError as fault:
            raise OutputError(f"{self.name}: {fault.strerror or fault}") from None

    def close(self) -> None:
        """Stop, unless that is done already."""
        if self.path is not None and not self._stream.closed:
            self.abandon()

    def abandon(self) -> Path | str | None:
        """Stop; return the file that holds what was finished, None when there is none."""
        if self.path is None:
            return None
        with contextlib.suppress(OSError):
            if self.partial is not None and not self._written:
                remove_open(self.partial, self._stream)
                return None
            self._stream.close()
        return self.partial


class RemoteDestination(Destination):
    """A file in a cloud, which takes its name when it is whole, as one on the disk does.

    Nothing is sure to be there before the stream is closed: a program that is killed leaves nothing.
    """

    def __init__(self, address: str) -> None:
        """Open the file.

        Raises:
            OutputError: it cannot be made.
        """
        from dateline.errors import InputError  # noqa: PLC0415
        from dateline.read.remote import explain_error, find_remote_file  # noqa: PLC0415

        super().__init__(None)
        self.name = address
        self._explain = explain_error
        try:
            self._file = find_remote_file(address)
            self._unfinished = self._file.rename(".partial")
            self._stream = self._unfinished.create()
        except InputError as error:
            raise OutputError(str(error)) from None
        except FAULTS as fault:
            raise OutputError(f"{address}: {explain_error(fault)}") from None
        self.path = PurePath(address)

    def commit(self) -> None:
        """Give the file its own name."""
        try:
            self._stream.close()
            self._unfinished.replace(self._file)
        except FAULTS as fault:
            raise OutputError(f"{self.name}: {self._explain(fault)}") from None

    def abandon(self) -> str | None:
        """Stop; return the file that holds what was finished, None when there is none."""
        try:
            self._stream.close()
        except FAULTS:
            return None
        return self._unfinished.name if self._written else None


class Sink(Protocol):
    """Takes records as lines of JSON, one article's at a time."""

    def write(self, lines: Sequence[bytes], *, key: str | None) -> None:
        """Take the records of one article, encoded; its key tells the article by its content."""

    def finish(self) -> None:
        """Write what is still to be written."""


class LinesSink:
    """One JSON object a line, each article's at once."""

    def __init__(self, destination: Destination | JournaledFile) -> None:
        self._destination = destination

    def write(self, lines: Sequence[bytes], *, key: str | None) -> None:
        """Write the records of one article; none are written too, for a journal notes that it is done."""
        self._destination.write(b"".join(lines), key=key)

    def finish(self) -> None:
        """Do nothing: all is written."""


class ArraySink:
    """One JSON array, an object a line."""

    def __init__(self, destination: Destination | JournaledFile) -> None:
        self._destination = destination
        self._empty = True

    def write(self, lines: Sequence[bytes], *, key: str | None = None) -> None:
        """Write the records of one article."""
        for line in lines:
            self._destination.write((b"[\n" if self._empty else b",\n") + line.rstrip(b"\n"))
            self._empty = False

    def finish(self) -> None:
        """Close the array."""
        self._destination.write(b"[]\n" if self._empty else b"\n]\n")


class TableSink:
    """A table, drawn when all records are there, for its columns depend on them."""

    def __init__(self, destination: Destination | JournaledFile, *, color: bool | None) -> None:
        self._destination = destination
        self._color = color
        self._records: list[Record] = []

    def write(self, lines: Sequence[bytes], *, key: str | None = None) -> None:
        """Keep the records of one article."""
        from dateline.wire.jsonl import decode_record  # noqa: PLC0415

        self._records.extend(map(decode_record, lines))

    def finish(self) -> None:
        """Draw the table."""
        from dateline_cli.tables import draw_table  # noqa: PLC0415

        draw_page(self._destination, lambda console: draw_table(console, self._records), color=self._color)


def draw_page(destination: Destination | JournaledFile, draw: Callable[[Console], None], *, color: bool | None) -> None:
    """Let `draw` print to the terminal, or to a page that is written to a file at once."""
    from dateline_cli.screen import make_console  # noqa: PLC0415

    if destination.path is None:
        draw(make_console(sys.stdout, color=color))
        return
    page = io.StringIO()
    draw(make_console(page, color=color or False))
    destination.write(page.getvalue().encode("utf-8", "replace"))


def choose_format(asked: Format | None, output: str | None, *, terminal: bool) -> Format:
    """Return the format asked for, else by the file's suffix, else a table for a terminal and lines for all else."""
    if asked is not None:
        return asked
    if output is not None:
        name = output.partition("?")[0] if is_address(output) else output
        return Format.JSON if PurePath(name).suffix.lower() == ".json" else Format.JSONL
    return Format.TABLE if terminal else Format.JSONL


def open_destination(
    output: str | None, form: Format, *, settings: Mapping[str, str], resume: bool
) -> Destination | JournaledFile:
    """Open where the records go; lines for an ordinary file get a journal, so that a stopped run can go on.

    Args:
        output: the file or its address, None for stdout.
        form: how records are written.
        settings: as for `JournaledFile`.
        resume: whether to go on with what a stopped run has left.

    Raises:
        OutputError: the file cannot be made, or there is no going on with it.
    """
    path = Path(output) if output is not None and not is_address(output) else None
    if path is None or form is not Format.JSONL or not is_ordinary(path):
        if resume:
            raise OutputError(f"{output or 'standard output'}: --resume goes with JSON lines in an ordinary file only")
        return open_whole(output)
    return JournaledFile(path, settings=settings, resume=resume)


def open_whole(output: str | None) -> Destination:
    """Open what takes its name when it is whole: a file, or its address, or stdout for None.

    Raises:
        OutputError: the file cannot be made.
    """
    if output is not None and is_address(output):
        return RemoteDestination(output)
    return Destination(None if output is None else Path(output))


def is_ordinary(path: Path) -> bool:
    """Whether a path is that of a plain file, or of none as yet: no device, no pipe, no folder.

    Raises:
        OutputError: there can be no file of that name.
    """
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return True
    except OSError as fault:
        raise OutputError(f"{path}: {fault.strerror or fault}; choose another file") from None


def is_address(output: str) -> bool:
    """Whether a file is named by an address, as s3://bucket/out.jsonl."""
    from dateline.read.remote import is_remote  # noqa: PLC0415

    return "://" in output and is_remote(output)


def make_sink(form: Format, destination: Destination | JournaledFile, *, color: bool | None) -> Sink:
    """Return the sink that writes `form`."""
    if form is Format.TABLE:
        return TableSink(destination, color=color)
    if form is Format.JSON:
        return ArraySink(destination)
    return LinesSink(destination)

"""Stop and go on: a file of JSON lines that grows article by article, and a journal of the articles beside it.

FILE.partial takes each article's lines, then FILE.journal a line with the key of the article, the length of its lines
and their checksum; when all is done FILE.partial becomes FILE and the journal goes. A run that goes on reads both from
the start and cuts them back to the last article that is whole in both, so it is right whatever a stop left behind:

- When the program dies (SIGKILL, a full disk), what was written stays, and the article in work is done again.
- When the machine dies, any part of what was written in the last `SYNC_SECONDS` may be gone; it is done again.

Failures are not in the journal: a run that goes on tries them again, so that it reports what an unbroken one would.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import sys
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from dateline_cli.status import OutputError

SYNC_SECONDS = 5.0  # between two calls that make the disk keep what was written
VERSION = 1  # of the journal's form

_LINE_LIMIT = 1 << 20  # bytes of a line; a longer one is damage
_CHUNK = 1 << 20  # bytes read at once


@dataclass(slots=True)
class Progress:
    """What stands whole in a result file and its journal."""

    settings: Mapping[str, str] | None = None  # None without a whole first line
    keys: dict[str, int] = field(default_factory=dict)  # of the articles that are done, and how often
    articles: int = 0
    incidents: int = 0
    journal_size: int = 0  # bytes
    data_size: int = 0  # bytes
    check: int = 0  # checksum of the journal so far
    is_anew: bool = False  # whether results were there, and no journal to tell what they are


class JournaledFile:
    """A result file on its way, and its journal; every fault is an `OutputError`.

    The journal is locked while the file is written, and the system lifts the lock when the process ends.
    """

    def __init__(self, path: Path, *, settings: Mapping[str, str], resume: bool) -> None:
        """Open the two files, to go on where they end or to start anew.

        Args:
            path: the file that shall be there in the end.
            settings: all that decides the lines, by the names that the user knows.
            resume: whether to go on with what a stopped run has left.

        Raises:
            OutputError: a file cannot be made, another run writes it, or it was begun with other settings.
        """
        self.name = str(path)
        self.path = Path(os.path.realpath(path))
        self.partial = self.path.with_name(f"{self.path.name}.partial")
        self._journal_path = self.path.with_name(f"{self.path.name}.journal")
        self.progress = Progress()
        self._settings = dict(settings)
        self._is_open = False
        self._synced = time.monotonic()
        try:
            self._journal = open_locked(self._journal_path, name=self.name)
            try:
                if resume:
                    self._take_back()
                self._data = _open_raw(self.partial)
                if resume:
                    self.progress = read_progress(self._journal, self._data)
                    has_results = os.fstat(self._data.fileno()).st_size > 0
                    self.progress.is_anew = self.progress.settings is None and has_results
                    self._check_settings()
                self._is_open = True
                self._cut()
            except BaseException:
                self._let_go()
                raise
        except OSError as fault:
            raise OutputError(f"{path}: {_explain(fault, way='; choose another file')}") from None
        self._left, self.progress.keys = self.progress.keys, {}
        self.left = self.progress.articles  # that are done and nobody has asked for

    def take(self, key: str) -> bool:
        """Whether an article of this content is done already; each one that is done answers once."""
        count = self._left.get(key, 0)
        if not count:
            return False
        if count > 1:
            self._left[key] = count - 1
        else:
            del self._left[key]
        self.left -= 1
        return True

    @property
    def files(self) -> tuple[Path, ...]:
        """All that is made on the disk."""
        return self.path, self.partial, self._journal_path

    def write(self, data: bytes, *, key: str | None = None) -> None:
        """Add the lines of one article, which may be none, then its entry in the journal.

        Args:
            data: whole lines.
            key: tells the article by its content; ASCII without white space.
        """
        if key is None:
            raise ValueError("a journaled file takes lines with the key of their article only")
        progress = self.progress
        line, check = _make_line(f"{key} {len(data)} {zlib.crc32(data):08x}", progress.check)
        try:
            # In this order: lines without an entry are cut off, an entry without its lines would lose them.
            _write_all(self._data, data)
            _write_all(self._journal, line)
            progress.check = check
            progress.articles += 1
            if time.monotonic() - self._synced >= SYNC_SECONDS:
                self._sync()
        except OSError as fault:
            raise OutputError(f"{self.name}: {_explain(fault)}") from None

    def commit(self) -> None:
        """Give the file its own name and drop the journal."""
        self._is_open = False
        try:
            self._sync()
            self._data.close()
            self.partial.replace(self.path)
            # The name must be on the disk before the journal goes, or a power cut could leave neither.
            _sync_folder(self.path.parent)
            remove_open(self._journal_path, self._journal)
        except OSError as fault:
            raise OutputError(f"{self.name}: {_explain(fault)}") from None

    def close(self) -> None:
        """Stop, unless that is done already."""
        if self._is_open:
            self.abandon()

    def abandon(self) -> Path | None:
        """Stop; return the file that holds what was finished, None when no article was."""
        self._is_open = False
        # ValueError: closed already, by a `commit` that failed.
        with contextlib.suppress(OSError, ValueError):
            self._sync()
        with contextlib.suppress(OSError):
            self._data.close()
            if not self.progress.articles:
                self.partial.unlink(missing_ok=True)
                remove_open(self._journal_path, self._journal)
                return None
            self._journal.close()
        return self.partial

    def _let_go(self) -> None:
        """Stop before it has begun."""
        if self._is_open:
            self.abandon()
            return
        with contextlib.suppress(OSError):
            if os.fstat(self._journal.fileno()).st_size:
                self._journal.close()
            else:
                remove_open(self._journal_path, self._journal)

    def _take_back(self) -> None:
        """Make FILE into FILE.partial again where a stop came after the one was made and before the journal went."""
        if self.partial.exists() or not self.path.is_file() or not os.fstat(self._journal.fileno()).st_size:
            return
        with self.path.open("rb", buffering=0) as finished:
            progress = read_progress(self._journal, finished)
            is_whole = progress.data_size == os.fstat(finished.fileno()).st_size
        if is_whole and progress.journal_size == os.fstat(self._journal.fileno()).st_size:
            # A copy, for readers of FILE shall go on to find it; one cut short is found out like any other damage.
            shutil.copyfile(self.path, self.partial)

    def _check_settings(self) -> None:
        old = self.progress.settings
        if old is None or old == self._settings:
            return
        names = [name for name in {**old, **self._settings} if old.get(name) != self._settings.get(name)]
        told = ", ".join(
            f"{name} was {old.get(name) or 'not given'}, now {self._settings.get(name) or 'not given'}"
            for name in names
        )
        self._data.close()
        raise OutputError(
            f"{self.partial}: begun with other settings ({told}); use those again, or leave out --resume to start anew"
        )

    def _cut(self) -> None:
        """Cut both files back to what is whole in them; an empty journal gets its first line."""
        progress = self.progress
        # The journal first: without entries the lines count for nothing.
        for file, size in ((self._journal, progress.journal_size), (self._data, progress.data_size)):
            file.truncate(size)
            file.seek(size)
        if progress.settings is None:
            progress.settings = self._settings
            header = json.dumps({"dateline_journal": VERSION, "settings": self._settings})
            line, progress.check = _make_line(header, 0)
            _write_all(self._journal, line)
        self._sync()

    def _sync(self) -> None:
        os.fsync(self._data.fileno())
        os.fsync(self._journal.fileno())
        self._synced = time.monotonic()


def read_progress(journal: BinaryIO, data: BinaryIO) -> Progress:
    """Read both files from the start as far as every line of the journal, and the lines it tells of, are whole."""
    progress = Progress()
    journal.seek(0)
    data.seek(0)
    # Not closed: that would close the journal too.
    lines = open(journal.fileno(), "rb", closefd=False)  # noqa: SIM115
    header = _parse_line(lines.readline(_LINE_LIMIT), 0)
    settings = _parse_header(header[0]) if header is not None else None
    if header is None or settings is None:
        return progress
    progress.settings, progress.check, progress.journal_size = settings, header[1], header[2]
    while entry := _parse_line(lines.readline(_LINE_LIMIT), progress.check):
        body, check, size = entry
        key, length, checksum = body.split(" ")
        incidents = _count_lines(data, length=int(length), checksum=int(checksum, 16))
        if incidents is None:
            break
        progress.keys[key] = progress.keys.get(key, 0) + 1
        progress.articles += 1
        progress.incidents += incidents
        progress.check = check
        progress.journal_size += size
        progress.data_size += int(length)
    return progress


def _make_line(body: str, check: int) -> tuple[bytes, int]:
    """Return a line of the journal and the checksum of the journal with it.

    Each line's checksum goes on from the line before, so that a line counts only behind its own predecessor.
    """
    check = zlib.crc32(body.encode("ascii"), check)
    return f"{body} {check:08x}\n".encode("ascii"), check


def _parse_line(line: bytes, check: int) -> tuple[str, int, int] | None:
    """Return what a line says, the journal's checksum with it, and its length; None when it is torn or damaged."""
    body, _, _ = line.rpartition(b" ")
    check = zlib.crc32(body, check)
    if line != b"%s %08x\n" % (body, check):
        return None
    return body.decode("ascii"), check, len(line)


def _parse_header(body: str) -> Mapping[str, str] | None:
    value = json.loads(body)
    if not isinstance(value, dict) or value.get("dateline_journal") != VERSION:
        return None
    return {str(name): str(setting) for name, setting in value["settings"].items()}


def _count_lines(data: BinaryIO, *, length: int, checksum: int) -> int | None:
    """Read on by `length` bytes and return how many lines they hold, None when they are not those of the checksum."""
    found = count = 0
    while length:
        part = data.read(min(length, _CHUNK))
        if not part:
            return None
        found = zlib.crc32(part, found)
        count += part.count(b"\n")
        length -= len(part)
    return count if found == checksum else None


def _open_raw(path: Path) -> BinaryIO:
    """Open for reading and writing, made if need be, never emptied; nothing waits in a buffer."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    return os.fdopen(handle, "r+b", buffering=0)


def open_locked(path: Path, *, name: str) -> BinaryIO:
    """Open for this process alone, as far as the system knows locks; what stands in the file stays.

    Raises:
        OutputError: another process has it; blames `name`.
    """
    while True:
        file = _open_raw(path)
        if not _lock(file):
            file.close()
            raise OutputError(f"{name}: another run is writing it; wait for that one, or choose another file")
        # Between the opening and the lock the other run may have ended and removed the file.
        if _is_same(file, path):
            return file
        file.close()


def _lock(file: BinaryIO) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        # Some network file systems know no locks; better without one than not at all.
        return fault.errno not in {errno.EWOULDBLOCK, errno.EACCES}
    return True


def _is_same(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def remove_open(path: Path, file: BinaryIO) -> None:
    """Remove and close, in this order where the system can, so that the lock holds to the end."""
    if sys.platform == "win32":
        file.close()
    path.unlink(missing_ok=True)
    file.close()


def _write_all(file: BinaryIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explain(fault: OSError, *, way: str = "") -> str:
    reason = fault.strerror or str(fault)
    if fault.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return f"{reason}; make room and go on with --resume"
    return f"{reason}{way}"

"""Streams: their first bytes looked at, and gzip, bzip2 and xz data unpacked as they are read."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, cast

from dateline.errors import InputError
from dateline.read.cleaning import show_line

HEAD_BYTES = 512  # that are looked at: one block of a tar file
BUFFER_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Packing:
    """A way in which a single file is compressed."""

    name: str
    magic: bytes
    suffixes: tuple[str, ...]  # that a file name has over the one it was packed from


PACKINGS = (
    Packing("gzip", b"\x1f\x8b", (".gz", ".gzip")),
    Packing("bzip2", b"BZh", (".bz2",)),
    Packing("xz", b"\xfd7zXZ\x00", (".xz",)),
)
# What the readers of the standard library raise at broken data; bz2 and gzip raise a bare OSError too.
DAMAGE = (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, OSError)

KEPT = "what came before is read; fetch the file again"

_BZIP2_STARTS = (b"1AY&SY", b"\x17rE8P\x90")  # of a block, of the end; "BZh" alone may be a word


class PeekableStream(io.RawIOBase):
    """A stream whose first bytes can be looked at before they are read; it never waits for more than one read gives."""

    def __init__(self, stream: BinaryIO | io.RawIOBase) -> None:
        super().__init__()
        self._stream = stream
        self._head = b""

    def peek(self) -> bytes:
        """Return the first bytes, at least `HEAD_BYTES` unless the stream ends before, or pauses in a text."""
        if not self._head:
            self._head = self._read_some(HEAD_BYTES)
            # No text has a NUL in its first bytes, so nobody waits for it at the other end of a pipe.
            while b"\0" in self._head and len(self._head) < HEAD_BYTES and (more := self._read_some(HEAD_BYTES)):
                self._head += more
        return self._head

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: object) -> int:
        """Read some bytes; 0 at the end."""
        view = memoryview(cast("bytearray", buffer))
        data = self._head[: len(view)] if self._head else self._read_some(len(view))
        if self._head:
            self._head = self._head[len(data) :]
        view[: len(data)] = data
        return len(data)

    def _read_some(self, size: int) -> bytes:
        read1 = getattr(self._stream, "read1", None)
        data = read1(size) if read1 is not None else self._stream.read(size)
        return bytes(data or b"")


class DamagedError(InputError):
    """Data that break off or do not add up; all that came before is good."""

    def __init__(self, source: str, fault: str, *, way: str = "fetch the file again") -> None:
        super().__init__(f"{source}: {show_line(fault)}; {way}")
        self.source = source  # of the file at fault, which may be the one around that which is being read


class GuardedStream(io.RawIOBase):
    """A stream out of a compressed file or an archive, which tells damage as a `DamagedError`."""

    def __init__(self, stream: BinaryIO, *, source: str, kind: str) -> None:
        """Guard a stream.

        Args:
            stream: has a method `read1`.
            source: the file to blame.
            kind: what it is, "gzip data" or the like.
        """
        super().__init__()
        self._stream = stream
        self._source = source
        self._kind = kind

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: object) -> int:
        """Read some bytes; 0 at the end."""
        view = memoryview(cast("bytearray", buffer))
        try:
            data: bytes = self._stream.read1(len(view))  # type: ignore[attr-defined]  # all that come here have it
        except DAMAGE as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # the disk's fault, not the data's
            raise DamagedError(self._source, f"damaged or cut short {self._kind} ({error})") from error
        view[: len(data)] = data
        return len(data)


class HeldStream:
    """A stream that ends where it is damaged, and holds the fault until all that stands before it is taken."""

    def __init__(self, stream: BinaryIO) -> None:
        """Hold a stream, which must not be buffered: a buffer that fills would meet a damage before its time."""
        self._stream = stream
        self.fault: DamagedError | None = None

    def read(self, size: int) -> bytes:
        """Return some bytes, at most `size`; none at the end."""
        if self.fault is None:
            try:
                return self._stream.read(size)
            except DamagedError as error:
                self.fault = error
        return b""


def unpack_stream(stream: BinaryIO, packing: Packing, *, source: str) -> GuardedStream:
    """Return the content of a compressed stream."""
    openers: dict[str, Callable[[BinaryIO], object]] = {
        "gzip": lambda packed: gzip.GzipFile(fileobj=packed),
        "bzip2": bz2.BZ2File,
        "xz": lzma.LZMAFile,
    }
    content = cast("BinaryIO", openers[packing.name](stream))
    return GuardedStream(content, source=source, kind=f"{packing.name} data")


def find_packing(head: bytes) -> Packing | None:
    """Return how a file of these first bytes is compressed, None when it is not."""
    for packing in PACKINGS:
        if head.startswith(packing.magic):
            return None if packing.name == "bzip2" and not head[4:].startswith(_BZIP2_STARTS) else packing
    return None


def drop_suffix(name: str, packing: Packing) -> str:
    """Return the name that a compressed file had before."""
    folded = name.casefold()
    for short, long in ((".tgz", ".tar"), (".tbz2", ".tar"), (".tbz", ".tar"), (".txz", ".tar")):
        if folded.endswith(short):
            return name[: -len(short)] + long
    return next((name[: -len(suffix)] for suffix in packing.suffixes if folded.endswith(suffix)), name)


def buffer_stream(stream: io.RawIOBase) -> BinaryIO:
    """Return a stream that is read in pieces of a sensible size, whatever the size of what is asked for."""
    return cast("BinaryIO", io.BufferedReader(stream, BUFFER_BYTES))

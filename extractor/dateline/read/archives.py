"""Zip and tar files: their members one after another, never unpacked to the disk.

A member's name is a name only: where it would be unpacked to does not matter, so "../x" and "/x" do no harm.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, Self, cast

from dateline.errors import InputError
from dateline.read.cleaning import show_line
from dateline.read.packing import DAMAGE, KEPT, DamagedError, GuardedStream, HeldStream

HEADER_BYTES = 1 << 20  # of a tar member's long name or extended header; more is an attack
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")

_LONG_HEADERS = frozenset(
    (
        tarfile.GNUTYPE_LONGNAME,
        tarfile.GNUTYPE_LONGLINK,
        tarfile.XHDTYPE,
        tarfile.XGLTYPE,
        tarfile.SOLARIS_XHDTYPE,
    )
)
_ENCRYPTED = 0x1  # flag of a zip member
# Documents that are zip files inside, by a member that is always there.
_DOCUMENTS = (
    ("[Content_Types].xml", "an office file; save it as text or HTML"),
    ("META-INF/container.xml", "an e-book; save it as text or HTML"),
    ("META-INF/MANIFEST.MF", "a Java program; give text"),
    ("mimetype", "an office file; save it as text or HTML"),
    ("AndroidManifest.xml", "an Android program; give text"),
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name, and a stream of its content; or, without one, what is wrong with it."""

    name: str  # on one line
    stream: io.RawIOBase | None = None
    fault: str | None = None


def is_tar(head: bytes) -> bool:
    """Whether the first bytes are the header of a tar file: its sum is in it."""
    try:
        entry = tarfile.TarInfo.frombuf(head[: tarfile.BLOCKSIZE], "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError):
        return False
    return bool(entry.name)


def read_zip(stream: BinaryIO, *, source: str) -> Iterator[Member]:
    """Yield the members of a zip file in the order of its list, each to be read before the next.

    Args:
        stream: can be read from anywhere, for the list is at its end.
        source: the zip file's own.

    Raises:
        InputError: it is damaged, or no archive but a document.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (*DAMAGE, NotImplementedError, ValueError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        way = "fetch it again, or mend it (zip -FF)"
        raise InputError(f"{source}: a damaged or cut short zip file ({show_line(str(error))}); {way}") from error
    with archive:
        for name, kind in _DOCUMENTS:
            if _has_member(archive, name):
                raise InputError(f"{source}: {kind}")
        for entry in archive.infolist():
            if not entry.is_dir() and not _is_hidden(entry.filename):
                yield from _open_entry(archive, entry, source=source)


def _has_member(archive: zipfile.ZipFile, name: str) -> bool:
    try:
        archive.getinfo(name)
    except KeyError:
        return False
    return True


def _open_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, source: str) -> Iterator[Member]:
    name = show_line(entry.filename)
    if entry.flag_bits & _ENCRYPTED:
        yield Member(name, fault="encrypted; unpack it with its password first")
        return
    try:
        stream = archive.open(entry)
    except NotImplementedError as error:
        yield Member(name, fault=f"packed in a way that is not read ({error}); unpack the archive first")
    except (*DAMAGE, ValueError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        yield Member(name, fault=f"a damaged or cut short member ({error}); fetch the archive again")
    else:
        with stream:
            yield Member(name, GuardedStream(cast("BinaryIO", stream), source=f"{source}#{name}", kind="zip member"))


def read_tar(stream: BinaryIO, *, source: str) -> Iterator[Member]:
    """Yield the plain files of a tar file as they come, each to be read before the next; links are left out.

    Raises:
        DamagedError: it is damaged or cut short; what came before is yielded.
    """
    held = HeldStream(stream)
    try:
        with tarfile.open(
            fileobj=cast("BinaryIO", held), mode="r|", tarinfo=_TarEntry, errors="surrogateescape"
        ) as archive:
            while (entry := archive.next()) is not None:
                if entry.isreg() and not entry.issparse() and not _is_hidden(entry.name):
                    content = _TarContent(cast("BinaryIO", archive.fileobj), entry.size, held=held, source=source)
                    yield Member(show_line(entry.name), content)
                # Or the list of all that was read would grow for ever.
                archive.members = []  # type: ignore[attr-defined]  # left out of the stubs
    except (tarfile.TarError, _TarError, ValueError, OverflowError) as error:
        raise held.fault or _tell_tar_damage(source, str(error)) from error


class _TarContent(io.RawIOBase):
    """What a member holds, straight from the archive: the module's own reader drops the last piece before a damage."""

    def __init__(self, stream: BinaryIO, size: int, *, held: HeldStream, source: str) -> None:
        super().__init__()
        self._stream = stream
        self._left = size
        self._held = held
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        data = self._stream.read(min(len(view), self._left))
        if not data and self._left:
            raise self._held.fault or _tell_tar_damage(self._source, "it ends inside a member")
        self._left -= len(data)
        view[: len(data)] = data
        return len(data)


def _tell_tar_damage(source: str, fault: str) -> DamagedError:
    return DamagedError(source, f"a damaged or cut short tar file ({fault})", way=KEPT)


class _TarError(Exception):
    """A broken header behind the first one, which the module would take for the end of the archive."""


class _TarEntry(tarfile.TarInfo):
    """A member's header that tells the end of the archive from damage, and bounds what is read of itself."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            entry = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) == tarfile.BLOCKSIZE and not any(buf):
                raise  # the mark at the end
            raise _TarError(str(error)) from error
        if entry.size < 0 or (entry.type in _LONG_HEADERS and entry.size > HEADER_BYTES):
            raise _TarError(f"a header of {entry.size} bytes")
        return entry


def _is_hidden(name: str) -> bool:
    """Whether a name, or a folder in it, is hidden or one that a Mac adds to its archives."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any((part.startswith(".") and part not in {".", ".."}) or part == "__MACOSX" for part in parts)

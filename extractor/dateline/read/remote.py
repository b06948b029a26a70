"""Files under s3://, gs://, hdfs://, file:// and what else pyarrow knows, found and read as lazily as the disk's."""

from __future__ import annotations

import functools
import io
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import BinaryIO, Protocol, cast
from urllib.parse import unquote

from dateline.errors import ConfigurationError, InputError

BLOCK_BYTES = 1 << 20  # that one request asks for: an article, or enough of an archive that the waiting does not count

_ADDRESS = re.compile(
    r"(?P<base>(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]+)://[^/?]*)(?P<path>[^?]*)(?P<query>\?.*)?", re.DOTALL
)
_WEB = frozenset(("http", "https", "ftp"))
_FAULTS = (OSError, ValueError, NotImplementedError, ImportError)  # pyarrow's own are among them
_CHECK = "check the address, your access to it and the network"


class FileSystem(Protocol):
    """The part of `pyarrow.fs.FileSystem` that is used."""

    def get_file_info(self, paths_or_selector: object) -> object:
        """Return what a path is, or the entries that a selector selects."""

    def open_input_file(self, path: str) -> io.RawIOBase:
        """Open for reading at any place."""

    def open_output_stream(self, path: str) -> BinaryIO:
        """Open for writing; what was there goes when the stream is closed, or before."""

    def move(self, src: str, dest: str) -> None:
        """Give a file another name."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file, or a folder, of a file system."""

    system: FileSystem
    path: str  # within the system
    name: str  # its address, for people; nothing in it is escaped

    def open(self) -> BinaryIO:
        """Open for reading, in blocks; raises OSError."""
        return cast("BinaryIO", _Blocks(self.system.open_input_file(self.path), BLOCK_BYTES))

    def create(self) -> BinaryIO:
        """Open for writing; raises OSError. Many file systems show the file when it is closed, and not before."""
        return self.system.open_output_stream(self.path)

    def rename(self, suffix: str) -> RemoteFile:
        """Return the file whose name goes on with `suffix`."""
        return RemoteFile(self.system, f"{self.path}{suffix}", f"{self.name}{suffix}")

    def replace(self, other: RemoteFile) -> None:
        """Take the name and the place of another file of the same system; raises OSError."""
        self.system.move(self.path, other.path)

    def enter(self, name: str) -> RemoteFile:
        """Return the entry of a folder."""
        return RemoteFile(self.system, f"{self.path.rstrip('/')}/{name}", f"{self.name.rstrip('/')}/{name}")


class _Blocks(io.BufferedReader):
    """A buffer that is always filled as a whole, for each reading from a cloud is a request."""

    def read1(self, size: int = -1, /) -> bytes:
        self.peek(1)
        return super().read1(size)


def is_remote(path: str) -> bool:
    """Whether a path is the address of something that is not simply on the disk."""
    return "://" in path and _ADDRESS.fullmatch(path) is not None and "\0" not in path and not os.path.lexists(path)


def _is_of_the_web(address: str) -> bool:
    return address.partition("://")[0].casefold() in _WEB


def find_remote_files(address: str) -> Iterator[tuple[RemoteFile | str, str | None]]:
    """Find the files that an address stands for: a file, a folder, or a pattern with "*".

    Yields:
        Files in order of their paths, and None; or a name and what is wrong with it.

    Raises:
        ConfigurationError: pyarrow is not installed.
    """
    if _is_of_the_web(address):
        yield address, "a page of the web, and those are not fetched; save it and name the file"
        return
    try:
        start, pattern = _parse_address(address)
        yield from _expand(start, pattern) if pattern else _walk(start)
    except _FAULTS as error:
        yield address, explain_error(error)


def find_remote_file(address: str) -> RemoteFile:
    """Return one file, which need not be there.

    Raises:
        ConfigurationError: pyarrow is not installed.
        InputError: no file system is to be had there.
    """
    if _is_of_the_web(address):
        raise InputError(f"{address}: an address of the web, and nothing can be written there; name a file")
    try:
        file, pattern = _parse_address(address)
    except _FAULTS as error:
        raise InputError(f"{address}: {explain_error(error)}") from error
    if pattern:
        raise InputError(f"{address}: a pattern; name one file")
    return file


def explain_error(error: Exception) -> str:
    """Return what went wrong with a file or folder, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the address"
    lines = str(error).strip().splitlines()
    return f"cannot be read ({lines[0].rstrip('.:') if lines else type(error).__name__}); {_CHECK}"


def _parse_address(address: str) -> tuple[RemoteFile, tuple[str, ...]]:
    """Return where an address begins and the parts of a pattern below it, none if it has none."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError("no address")
    base, path = found["base"], unquote(found["path"])
    system, root = _open_system(base, found["query"] or "")
    parts = path.split("/")
    fixed = next((at for at, part in enumerate(parts) if "*" in part), len(parts))
    above = "/".join(parts[:fixed]).rstrip("/")
    return RemoteFile(system, f"{root.rstrip('/')}{above}" or "/", f"{base}{above}"), tuple(parts[fixed:])


@functools.lru_cache(maxsize=16)
def _open_system(base: str, query: str) -> tuple[FileSystem, str]:
    """Return the file system of an address and the path in it that the address begins with; may ask the network."""
    try:
        from pyarrow import fs  # noqa: PLC0415
    except ImportError as error:
        raise ConfigurationError(f"{base}: needs pyarrow ({error}); pip install 'dateline[cloud]'") from error
    # One without an authority needs its path to be an address at all.
    system, root = fs.FileSystem.from_uri(f"{base}{'/' if base.endswith('://') else ''}{query}")
    return cast("FileSystem", system), str(root)


def _walk(start: RemoteFile) -> Iterator[tuple[RemoteFile | str, str | None]]:
    """Walk depth first, entries by name, hidden ones left out; one folder is listed at a time."""
    info = start.system.get_file_info(start.path)
    if _kind(info) == "NotFound":
        yield start.name, "no such file or folder; check the address"
    elif _kind(info) != "Directory":
        yield start, None
    else:
        entries = _list(start)
        if not entries:
            yield start.name, "an empty folder; put articles in it"
        yield from _walk_entries(entries)


def _walk_entries(entries: Sequence[tuple[RemoteFile, bool]]) -> Iterator[tuple[RemoteFile | str, str | None]]:
    for file, is_folder in entries:
        if not is_folder:
            yield file, None
            continue
        try:
            inner = _list(file)
        except OSError as error:
            yield file.name, explain_error(error)
        else:
            yield from _walk_entries(inner)


def _expand(start: RemoteFile, pattern: Sequence[str]) -> Iterator[tuple[RemoteFile | str, str | None]]:
    found = False
    for file, is_folder in _match(start, pattern):
        found = True
        yield from _walk_entries([(file, is_folder)])
    if not found:
        yield f"{start.name}/{'/'.join(pattern)}", "the pattern matches no file; check it"


def _match(start: RemoteFile, pattern: Sequence[str]) -> Iterator[tuple[RemoteFile, bool]]:
    """Yield what matches below a folder; "**" stands for any number of folders."""
    head, rest = pattern[0], pattern[1:]
    if head == "**" and rest:
        yield from _match(start, rest)
    for file, is_folder in _list(start):
        if head == "**" and rest:
            if is_folder:
                yield from _match(file, pattern)
        elif fnmatchcase(file.path.rpartition("/")[2], head):
            if not rest:
                yield file, is_folder
            elif is_folder:
                yield from _match(file, rest)


def _list(folder: RemoteFile) -> tuple[tuple[RemoteFile, bool], ...]:
    """Return the entries of a folder by name, and whether each is a folder."""
    from pyarrow import fs  # noqa: PLC0415

    infos = cast("Sequence[object]", folder.system.get_file_info(fs.FileSelector(folder.path)))
    names = {str(info.base_name): _kind(info) == "Directory" for info in infos}  # type: ignore[attr-defined]
    return tuple((folder.enter(name), names[name]) for name in sorted(names) if name and not name.startswith("."))


def _kind(info: object) -> str:
    return str(info.type.name)  # type: ignore[attr-defined]  # a pyarrow.fs.FileInfo

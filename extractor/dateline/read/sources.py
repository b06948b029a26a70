"""From paths, folders, patterns and standard input to a stream of units, or articles, and failures."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Container, Iterable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from dateline.articles import Article, Failure
from dateline.read.cleaning import show_line
from dateline.read.documents import parse_unit
from dateline.read.files import is_other, split_file
from dateline.read.options import ReadOptions
from dateline.read.remote import RemoteFile, explain_error, find_remote_files, is_remote
from dateline.read.units import Unit

STDIN = "-"
OTHER = "no article by its name; keep only articles in the folder, or name the file itself to read it"


def read_sources(
    paths: Iterable[str], *, options: ReadOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | Failure]:
    """Read articles one after another, in the order of `paths`, folders and patterns in order of their paths.

    Args:
        paths: each a file, a folder (read whole, hidden entries left out), a pattern ("wire/*.html"), the address of
            one of these ("s3://bucket/wire/", "gs://bucket/2020/*.jsonl.gz"), or "-".
        options: settings for all of them; None: the default ones.
        stdin: what "-" reads; None: "-" is a failure.

    Yields:
        An `Article` for each article; a `Failure` for each one, or each file, that cannot be read.
    """
    for item in read_units(paths, options=options, stdin=stdin):
        yield item if isinstance(item, Failure) else parse_unit(item, options)


def read_units(
    paths: Iterable[str],
    *,
    options: ReadOptions | None = None,
    stdin: BinaryIO | None = None,
    leave_out: Iterable[str] = (),
) -> Iterator[Unit | Failure]:
    """Yield what `read_sources` would, each article as a unit that is still to be parsed.

    Opens one file at a time and holds one article of it, or one JSON document; of folders, the names in those
    that it is in. Files to `leave_out`, such as the one that results go to, are passed over in folders and patterns.
    """
    options = options or ReadOptions()
    others = _Others(leave_out)
    for path in paths:
        if path == STDIN:
            yield from _read_stdin(stdin, options=options)
        elif is_remote(path):
            yield from _read_remote(path, options=options)
        else:
            for name, fault in find_files(path):
                if fault is not None:
                    yield _fail(name, fault)
                elif name == path or not others.has(name):
                    yield from _read_file(name, options=options, asked=name == path)


class _Others:
    """Files that are known wherever a path to them begins."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = frozenset(map(os.path.realpath, paths))
        self._names = frozenset(PurePath(path).name for path in self._paths)

    def has(self, path: str) -> bool:
        """Whether the path leads to one of them; the disk is asked only if it has the name of one."""
        return PurePath(path).name in self._names and os.path.realpath(path) in self._paths


def find_files(path: str) -> Iterator[tuple[str, str | None]]:
    """Find the files that a path stands for: pairs of a path and None, or of a path and what is wrong with it."""
    try:
        os.lstat(path)
        is_there = True
    except PermissionError as error:  # of a folder on the way: whether the file is there cannot be told
        yield path, _os_fault(error, is_link=False)
        return
    except (OSError, ValueError):
        is_there = False
    if is_there:
        yield from _walk(path, seen=set())
        return
    if not glob.has_magic(path):
        yield path, "no such file or folder; check the path" if path else "an empty path; name a file, a folder or '-'"
        return
    # Path.glob knows no absolute patterns, and paths stay the strings that were given.
    matches = sorted(glob.glob(path, recursive=True), key=_path_key) if "\x00" not in path else []  # noqa: PTH207
    if not matches:
        yield path, "the pattern matches no file; check it, or quote it for the shell"
    seen: set[tuple[int, int]] = set()
    for match in matches:
        # "**" matches a folder and what is in it: the folder itself would give its files twice.
        if not ("**" in path and os.path.isdir(match)):  # noqa: PTH112  # paths stay the strings that were given
            yield from _walk(match, seen=seen)


def _path_key(path: str) -> tuple[str, ...]:
    return PurePath(path).parts


def _walk(path: str, *, seen: set[tuple[int, int]]) -> Iterator[tuple[str, str | None]]:
    """Walk a path depth first, entries by name; each folder once, so that links in circles end."""
    pending = [iter(((path, False),))]  # of each folder that the walk is in: paths, and whether a plain file for sure
    while pending:
        name, is_plain = next(pending[-1], (None, False))
        if name is None:
            pending.pop()
            continue
        if is_plain:
            yield name, None
            continue
        try:
            status = os.stat(name)  # noqa: PTH116
            if not stat.S_ISDIR(status.st_mode):
                yield name, _name_fault(name, status.st_mode)
                continue
            place = (status.st_dev, status.st_ino)
            if place in seen:
                yield name, "a link to a folder that is read already; remove the link"
                continue
            seen.add(place)
            names, others = _list_folder(name)
        except (OSError, ValueError) as error:
            yield name, _os_fault(error, is_link=os.path.islink(name))  # noqa: PTH114
            continue
        if not names and name == path:
            yield name, "an empty folder; put articles in it"
        pending.append(_join(name, names, others))


def _list_folder(path: str) -> tuple[list[str], frozenset[str]]:
    """Return the names in a folder, sorted, and those among them that are no plain files (folders, links, pipes)."""
    names, others = [], set()
    with os.scandir(path) as entries:
        for entry in entries:
            if not entry.name.startswith("."):
                names.append(entry.name)
                if not entry.is_file(follow_symlinks=False):
                    others.add(entry.name)
    names.sort()
    return names, frozenset(others)


def _join(folder: str, names: Iterable[str], others: Container[str]) -> Iterator[tuple[str, bool]]:
    return ((os.path.join(folder, name), name not in others) for name in names)  # noqa: PTH118


def _name_fault(name: str, mode: int) -> str | None:
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISFIFO(mode) and name.startswith(("/dev/stdin", "/dev/fd/", "/proc/self/fd/")):
        return None  # a pipe that is open, as of a shell's <(command): it has its writer
    kind = "a named pipe" if stat.S_ISFIFO(mode) else "a socket" if stat.S_ISSOCK(mode) else "a device"
    return f"{kind}, not a file; pass its content on standard input ('-')"


def _os_fault(error: OSError | ValueError, *, is_link: bool) -> str:
    if isinstance(error, FileNotFoundError) and is_link:
        return "a broken link; remove it or restore its target"
    if isinstance(error, PermissionError):
        return "no permission to read; change its mode (chmod +r)"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read ({reason.casefold()}); check the path and the disk"


def _read_file(path: str, *, options: ReadOptions, asked: bool) -> Iterator[Unit | Failure]:
    if not asked and is_other(path):
        yield _fail(path, OTHER)
        return
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            yield from split_file(file, source=show_path(path), name=path, options=options)
    except OSError as error:
        yield _fail(path, _os_fault(error, is_link=False))


def _read_remote(address: str, *, options: ReadOptions) -> Iterator[Unit | Failure]:
    for file, fault in find_remote_files(address):
        if not isinstance(file, RemoteFile):
            yield _fail(file, fault or "")
        elif is_other(file.path) and file.name != address:
            yield _fail(file.name, OTHER)
        else:
            try:
                with file.open() as stream:
                    yield from split_file(stream, source=show_path(file.name), name=file.path, options=options)
            except OSError as error:
                yield _fail(file.name, explain_error(error))


def _read_stdin(stdin: BinaryIO | None, *, options: ReadOptions) -> Iterator[Unit | Failure]:
    if stdin is None:
        yield _fail(STDIN, "no standard input here; name a file")
        return
    try:
        yield from split_file(stdin, source=STDIN, name=STDIN, options=options)
    except OSError as error:
        yield _fail(STDIN, f"standard input cannot be read ({error.strerror or error}); pass a file")


def show_path(path: str) -> str:
    """Return a path as it stands in records and messages: valid Unicode, on one line."""
    return path if path.isascii() and path.isprintable() else show_line(path)


def _fail(path: str, fault: str) -> Failure:
    name = show_path(path)
    return Failure(source=name, stage="read", message=f"{name}: {show_line(fault)}")

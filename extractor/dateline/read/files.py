"""One open file, whatever it is: unpacked if it is compressed, taken apart if it is an archive, or read as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from dateline.articles import Failure
from dateline.errors import InputError
from dateline.read.archives import ZIP_MAGIC, Member, is_tar, read_tar, read_zip
from dateline.read.cleaning import show_line
from dateline.read.containers import BYTES_PER_CHAR, PAGE_BYTES, SPARE_BYTES, split_stream
from dateline.read.crawls import MAGIC, split_crawl
from dateline.read.encodings import refuse_binary
from dateline.read.options import ReadOptions
from dateline.read.packing import DamagedError, PeekableStream, buffer_stream, drop_suffix, find_packing, unpack_stream
from dateline.read.units import Unit

MAX_DEPTH = 2  # archives inside each other: a tar or web archive may be in another, as in a WACZ file

# Files that stand in folders beside articles and are none, though they are text.
# fmt: off
_OTHER_SUFFIXES = frozenset((
    ".css", ".js", ".mjs", ".ts", ".py", ".pyc", ".java", ".c", ".h", ".cpp", ".go", ".rs", ".rb", ".pl", ".php", ".sh",
    ".bat", ".ps1", ".sql", ".csv", ".tsv", ".xls", ".xlsx", ".toml", ".yaml", ".yml", ".ini", ".cfg", ".conf", ".log",
    ".lock", ".svg", ".xml", ".rss", ".atom", ".xsl", ".xsd", ".bib", ".tex", ".ipynb", ".map", ".wasm",
))
# fmt: on


def is_other(name: str) -> bool:
    """Whether a file has the name of a kind that stands beside articles and is none."""
    return PurePosixPath(name).suffix.casefold() in _OTHER_SUFFIXES


def split_file(
    stream: BinaryIO, *, source: str, name: str, options: ReadOptions, depth: int = 0
) -> Iterator[Unit | Failure]:
    """Yield the articles of an open file; one that cannot be read is a failure in its place.

    Args:
        stream: at its first byte.
        source: what the records shall say; entries and members add "#" and their own name.
        name: the file's name, for its suffix.
        options: settings.
        depth: how many archives the file is in.

    Raises:
        DamagedError: of the archive around the file, which cannot be read on.
    """
    try:
        yield from _split(stream, source=source, name=name, options=options, depth=depth)
    except InputError as error:
        if isinstance(error, DamagedError) and error.source != source:
            raise
        yield Failure(source=source, stage="read", message=str(error))


def _split(stream: BinaryIO, *, source: str, name: str, options: ReadOptions, depth: int) -> Iterator[Unit | Failure]:
    content = PeekableStream(stream)
    head = content.peek()
    packing = find_packing(head)
    if packing is not None:
        content = PeekableStream(unpack_stream(buffer_stream(content), packing, source=source))
        head, name = content.peek(), drop_suffix(name, packing)
        if find_packing(head) is not None:
            raise InputError(f"{source}: compressed twice; unpack it once")
    if head.startswith(ZIP_MAGIC):
        if packing is not None or depth:
            raise InputError(f"{source}: a zip file inside another file; unpack the outer one first")
        if not stream.seekable():
            raise InputError(f"{source}: a zip file in a pipe, and its list is at its end; give it as a file")
        stream.seek(0)
        yield from _split_members(read_zip(stream, source=source), source=source, options=options, depth=depth)
        return
    is_archive = is_tar(head)
    if (is_archive or head.startswith(MAGIC)) and depth >= MAX_DEPTH:
        raise InputError(f"{source}: an archive too deep inside others; unpack the outer ones first")
    if is_archive:
        members = read_tar(cast("BinaryIO", content), source=source)
        yield from _split_members(members, source=source, options=options, depth=depth)
    elif head.startswith(MAGIC):
        limit = max(options.max_chars * BYTES_PER_CHAR + SPARE_BYTES, PAGE_BYTES)
        transcode = options.encoding is None
        yield from split_crawl(cast("BinaryIO", content), source=source, limit=limit, transcode=transcode)
    else:
        refuse_binary(head, name=source)
        yield from split_stream(buffer_stream(content), source=source, name=name, options=options)


def _split_members(
    members: Iterator[Member], *, source: str, options: ReadOptions, depth: int
) -> Iterator[Unit | Failure]:
    found = False
    for member in members:
        found = True
        name = f"{source}#{member.name}"
        fault = member.fault
        if fault is None and is_other(member.name):
            fault = "no article by its name; keep only articles in the archive"
        if fault is not None:
            yield Failure(source=name, stage="read", message=f"{name}: {show_line(fault)}")
        elif member.stream is not None:
            content = buffer_stream(member.stream)
            yield from split_file(content, source=name, name=member.name, options=options, depth=depth + 1)
    if not found:
        raise InputError(f"{source}: an archive without files; give one with articles")

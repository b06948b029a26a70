"""Web archives (WARC): the web pages that a crawler has stored, one after another.

Read here rather than by FastWARC 2.0, which takes 11 MB with what it needs and gives a page that is cut short, or two
run together by a wrong length, as if it were whole.

Source: ISO 28500:2017, WARC file format; RFC 9112, HTTP/1.1.
"""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import BinaryIO

from dateline.articles import Failure
from dateline.errors import InputError
from dateline.read.cleaning import show_line
from dateline.read.options import Format
from dateline.read.packing import KEPT, DamagedError
from dateline.read.units import Unit

MAGIC = b"WARC/"

_LINE_BYTES = 1 << 16  # of one header line
_HEADER_LINES = 1000
_SKIP_BYTES = 1 << 16  # at once
_VERSION = re.compile(rb"WARC/\d+\.\d+\s*$")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_WELL = frozenset((b"200", b"201", b"202", b"203"))
_PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_CHUNK = re.compile(rb"(?:\r?\n)?([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\n]{0,1000})?\r?\n")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class _PageError(Exception):
    """Why a page cannot be read; the others can."""


def split_crawl(stream: BinaryIO, *, source: str, limit: int, transcode: bool) -> Iterator[Unit | Failure]:
    """Yield the web pages that were fetched well; pictures, redirects, errors and the crawler's notes are passed over.

    Args:
        stream: at its first byte, unpacked.
        source: the web archive's own; a page's is that, "#", and its address.
        limit: bytes of a page.
        transcode: whether to believe the encoding that a server declared.

    Raises:
        InputError: there is no page in it.
        DamagedError: it is damaged or cut short; what came before is yielded.
    """
    found = number = 0
    while (record := _read_record(stream, source=source)) is not None:
        number += 1
        headers, block = record
        url = headers.get("warc-target-uri", "").strip("<> ") or None
        name = f"{source}#{show_line(url) if url else number}"
        try:
            data = _read_page(headers, block, limit=limit, transcode=transcode)
        except _PageError as error:
            found += 1
            yield Failure(source=name, stage="read", message=f"{name}: {error}")
        else:
            if data is not None:
                found += 1
                fetched = _find_day(headers)
                yield Unit(source=name, data=data, suffix=".html", format=Format.HTML, url=url, fetched=fetched)
        block.skip()
    if not found:
        raise InputError(f"{source}: a web archive without a web page; give one with responses in HTML")


class _Block:
    """The content of a record, which ends where the record's header says."""

    def __init__(self, stream: BinaryIO, size: int, *, source: str) -> None:
        self._stream = stream
        self._source = source
        self.left = size  # bytes

    def read_line(self) -> bytes:
        """Return the next line with its end, empty when there is none left."""
        line = self._stream.readline(min(self.left, _LINE_BYTES)) if self.left else b""
        return self._take(line, least=min(self.left, 1))

    def read(self, size: int) -> bytes:
        """Return `size` bytes, fewer only at the end."""
        size = min(size, self.left)
        return self._take(self._stream.read(size), least=size)

    def skip(self) -> None:
        """Pass over the rest."""
        while self.left:
            self.read(_SKIP_BYTES)

    def _take(self, data: bytes, *, least: int) -> bytes:
        if len(data) < least:
            raise DamagedError(self._source, "a web archive that ends inside a record", way=KEPT)
        self.left -= len(data)
        return data


def _read_record(stream: BinaryIO, *, source: str) -> tuple[Mapping[str, str], _Block] | None:
    line = stream.readline(_LINE_BYTES)
    while line and not line.strip(b"\r\n"):
        line = stream.readline(_LINE_BYTES)
    if not line:
        return None
    if _VERSION.match(line) is None:
        raise DamagedError(source, "a damaged web archive, no record begins where one should", way=KEPT)
    headers = _read_headers(lambda: stream.readline(_LINE_BYTES))
    size = headers.get("content-length", "") if headers is not None else ""
    if headers is None or not size.isascii() or not size.isdigit():
        raise DamagedError(source, "a damaged web archive, a record has no whole header", way=KEPT)
    return headers, _Block(stream, int(size), source=source)


def _read_headers(read_line: Callable[[], bytes]) -> dict[str, str] | None:
    """Read up to a blank line: values by their small names, the first of each; None when the blank line is missing."""
    headers: dict[str, str] = {}
    last = ""
    for _ in range(_HEADER_LINES):
        line = read_line()
        if line in {b"\r\n", b"\n"}:
            return headers
        if not line.endswith(b"\n"):
            return None
        text = line.decode("utf-8", "replace")
        if text[0] in " \t":  # goes on with the line before, as old crawlers wrote
            headers[last] = f"{headers.get(last, '')} {text.strip()}"
            continue
        last, _, value = text.partition(":")
        last = last.strip().casefold()
        headers.setdefault(last, value.strip())
    return None


def _read_page(headers: Mapping[str, str], block: _Block, *, limit: int, transcode: bool) -> bytes | None:
    """Return the HTML of a record, None when it has none."""
    kind, media = headers.get("warc-type", "").casefold(), _media_type(headers)
    if kind == "resource" and media in _PAGE_TYPES:
        return _bound(block.read(limit + 1), limit=limit)
    if kind != "response" or media != "application/http":
        return None
    status = _STATUS.match(block.read_line())
    answer = _read_headers(block.read_line)
    if status is None or answer is None or status[1] not in _WELL:
        return None
    media = _media_type(answer)
    if media and media not in _PAGE_TYPES:
        return None
    body = _bound(block.read(limit + 1), limit=limit)
    if "chunked" in answer.get("transfer-encoding", "").casefold():
        body = _join_chunks(body)
    for coding in reversed(answer.get("content-encoding", "").casefold().split(",")):
        body = _decode_body(body, coding.strip(), limit=limit)
    if not body.strip() or (not media and not body.lstrip().startswith(b"<")):
        return None
    return _declare_encoding(body, answer) if transcode else body


def _find_day(headers: Mapping[str, str]) -> date | None:
    try:
        return date.fromisoformat(headers.get("warc-date", "")[:10])
    except ValueError:
        return None


def _media_type(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").split(";")[0].strip().casefold()


def _bound(data: bytes, *, limit: int) -> bytes:
    if len(data) > limit:
        raise _PageError(f"more than {limit} bytes, the limit; raise it with --max-chars")
    return data


def _join_chunks(data: bytes) -> bytes:
    """Return a body without the lengths between its chunks; as it is when a crawler has taken them out already."""
    parts: list[bytes] = []
    at = 0
    while (length := _CHUNK.match(data, at)) is not None and (size := int(length[1], 16)):
        parts.append(data[length.end() : length.end() + size])
        at = length.end() + size
    return b"".join(parts) if parts else data


def _decode_body(data: bytes, coding: str, *, limit: int) -> bytes:
    """Undo one coding of a body; as it is when a crawler has undone it and left the header."""
    if coding in {"gzip", "x-gzip", "deflate"}:
        if data.lstrip().startswith(b"<"):
            return data
        # 47: zlib or gzip by their own headers; some servers send deflate data with neither.
        for window in (47, -15):
            unpacker = zlib.decompressobj(window)
            try:
                found = unpacker.decompress(data, limit + 1)
            except zlib.error:
                continue
            if not unpacker.eof and len(found) <= limit:
                raise _PageError(f"cut short {coding} data; crawl the page again")
            return _bound(found, limit=limit)
        raise _PageError(f"damaged {coding} data; crawl the page again")
    if coding in {"br", "zstd"} and not data.lstrip().startswith(b"<"):
        raise _PageError(f"packed as {coding!r}, which is not read; crawl the page again with gzip")
    return data


def _declare_encoding(data: bytes, answer: Mapping[str, str]) -> bytes:
    """Return a page in UTF-8 with its mark, when its server says an encoding that nothing in the page would tell.

    UTF-8 is found out, and ISO 8859-1 is what servers say of all they know nothing of.
    """
    declared = _CHARSET.search(answer.get("content-type", ""))
    if declared is None or data.startswith(_MARKS):
        return data
    try:
        codec = codecs.lookup(declared[1])
        if codec.name in {"utf-8", "ascii", "iso8859-1"}:
            return data
        return codecs.BOM_UTF8 + data.decode(codec.name).encode("utf-8")
    except (LookupError, UnicodeError):
        return data

"""Web archives (WARC): the web pages that a crawler has stored, one after another.

warcio tells the records apart, their headers, and those and the chunks of HTTP. It is lenient where an archive is
damaged or cut short; that is found out here, so that no page which is not whole is given as if it were.
"""

from __future__ import annotations

import codecs
import io
import logging
import re
import zlib
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from warcio.archiveiterator import WARCIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from dateline.articles import Failure
from dateline.errors import InputError
from dateline.read.cleaning import show_line
from dateline.read.options import Format
from dateline.read.packing import KEPT, DamagedError, HeldStream
from dateline.read.units import Unit

MAGIC = b"WARC/"

_HTTP_BYTES = 1 << 16  # of an answer's headers
_WELL = frozenset(("200", "201", "202", "203"))
_PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Not verifying: crawlers write "HTTP/2" too, which it does not know.
_HTTP = StatusAndHeadersParser([], verify=False)

# It warns of addresses with spaces, which it mends; a library writes nothing on stderr.
logging.getLogger("warcio").addHandler(logging.NullHandler())


class _PageError(Exception):
    """Why a page cannot be read; the others can."""


def split_crawl(stream: BinaryIO, *, source: str, limit: int, transcode: bool) -> Iterator[Unit | Failure]:
    """Yield the web pages that were fetched well; pictures, redirects, errors and the crawler's notes are passed over.

    Args:
        stream: at its first byte, unpacked; as for `HeldStream`.
        source: the web archive's own; a page's is that, "#", and its address.
        limit: bytes of a page.
        transcode: whether to believe the encoding that a server declared.

    Raises:
        InputError: there is no page in it.
        DamagedError: it is damaged or cut short; what came before is yielded.
    """
    found = number = 0
    # It gets the blocks alone: it would read the first line of an answer, however long, to its end.
    archive = WARCIterator(held := HeldStream(stream), no_record_parse=True)
    archive.INC_RECORD = ""  # it writes that on stderr, and counts
    while (record := _next_record(archive, held, source=source)) is not None:
        number += 1
        url = record.rec_headers.get_header("WARC-Target-URI", "").strip("<> ") or None
        name = f"{source}#{show_line(url) if url else number}"
        item: Unit | Failure | None = None
        try:
            data = _read_page(record, limit=limit, transcode=transcode)
        except _PageError as error:
            item = Failure(source=name, stage="read", message=f"{name}: {error}")
        else:
            if data is not None:
                day = _find_day(record.rec_headers)
                item = Unit(source=name, data=data, suffix=".html", format=Format.HTML, url=url, fetched=day)
        archive.read_to_end()
        _check_whole(archive, record, held, source=source)
        if item is not None:
            found += 1
            yield item
    if not found:
        raise InputError(f"{source}: a web archive without a web page; give one with responses in HTML")


def _next_record(archive: WARCIterator, held: HeldStream, *, source: str) -> ArcWarcRecord | None:
    try:
        record = next(archive, None)
    except ArchiveLoadFailed as error:
        raise held.fault or _tell_damage(source, "no record begins where one should") from error
    if record is None and held.fault is not None:
        raise held.fault
    # A length that is none it takes for 0, or for all the rest.
    if record is not None and not record.rec_headers.get_header("Content-Length", "").isdecimal():
        raise held.fault or _tell_damage(source, "a record has no whole header")
    return record


def _check_whole(archive: WARCIterator, record: ArcWarcRecord, held: HeldStream, *, source: str) -> None:
    """Refuse a record that its archive ends in, or whose length is not that which it says."""
    if record.raw_stream.limit:
        raise held.fault or DamagedError(source, "a web archive that ends inside a record", way=KEPT)
    if archive.err_count:
        raise _tell_damage(source, "a record does not end where it says")


def _tell_damage(source: str, fault: str) -> DamagedError:
    return DamagedError(source, f"a damaged web archive, {fault}", way=KEPT)


def _read_page(record: ArcWarcRecord, *, limit: int, transcode: bool) -> bytes | None:
    """Return the HTML of a record, None when it has none."""
    kind, media = (record.rec_type or "").casefold(), _media_type(record.rec_headers)
    if kind == "resource" and media in _PAGE_TYPES:
        return _bound(record.raw_stream.read(limit + 1), limit=limit)
    if kind != "response" or media != "application/http":
        return None
    start = io.BytesIO(record.raw_stream.read(_HTTP_BYTES))
    try:
        answer = _HTTP.parse(start)
    except EOFError:  # nothing there
        return None
    if not answer.protocol.startswith("HTTP/") or answer.get_statuscode() not in _WELL:
        return None
    media = _media_type(answer)
    if media and media not in _PAGE_TYPES:
        return None
    body = start.read()
    body = _bound(body + record.raw_stream.read(max(0, limit + 1 - len(body))), limit=limit)
    if "chunked" in answer.get_header("Transfer-Encoding", "").casefold():
        body = ChunkedDataReader(io.BytesIO(body)).read()
    # Not by warcio, which gives what it has of a page that is cut short, and knows no limit.
    for coding in reversed(answer.get_header("Content-Encoding", "").casefold().split(",")):
        body = _decode_body(body, coding.strip(), limit=limit)
    if not body.strip() or (not media and not body.lstrip().startswith(b"<")):
        return None
    return _declare_encoding(body, answer) if transcode else body


def _find_day(headers: StatusAndHeaders) -> date | None:
    try:
        return date.fromisoformat(headers.get_header("WARC-Date", "")[:10])
    except ValueError:
        return None


def _media_type(headers: StatusAndHeaders) -> str:
    kind: str = headers.get_header("Content-Type", "")
    return kind.split(";", maxsplit=1)[0].strip().casefold()


def _bound(data: bytes, *, limit: int) -> bytes:
    if len(data) > limit:
        raise _PageError(f"more than {limit} bytes, the limit; raise it with --max-chars")
    return data


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


def _declare_encoding(data: bytes, answer: StatusAndHeaders) -> bytes:
    """Return a page in UTF-8 with its mark, when its server says an encoding that nothing in the page would tell.

    UTF-8 is found out, and ISO 8859-1 is what servers say of all they know nothing of.
    """
    declared = _CHARSET.search(answer.get_header("Content-Type", ""))
    if declared is None or data.startswith(_MARKS):
        return data
    try:
        codec = codecs.lookup(declared[1])
        if codec.name in {"utf-8", "ascii", "iso8859-1"}:
            return data
        return codecs.BOM_UTF8 + data.decode(codec.name).encode("utf-8")
    except (LookupError, UnicodeError):
        return data

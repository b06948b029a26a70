"""One open file to its articles: the format is told from the content first, from the name second."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import BinaryIO

from dateline.articles import Article, Failure
from dateline.errors import InputError
from dateline.read.cleaning import clean_line
from dateline.read.encodings import decode_text
from dateline.read.markdown import looks_like_markdown, strip_markdown
from dateline.read.objects import check_length, find_objects, object_id, parse_object
from dateline.read.options import Format, ReadOptions
from dateline.read.pages import looks_like_html, parse_page
from dateline.read.parsing import parse_article

BYTES_PER_CHAR = 4  # at most, in UTF-8
ESCAPED_BYTES_PER_CHAR = 12  # at most, in JSON: an emoji as two \\u escapes
SPARE_BYTES = 1 << 20  # for the keys beside the text, and a page's markup
PAGE_BYTES = 20 << 20  # trafilatura takes no larger page
DOCUMENT_BYTES = 1 << 30  # of a JSON document, which is read whole

_LINE_SUFFIXES = frozenset((".jsonl", ".ndjson", ".jsonlines"))
_PAGE_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".mhtml"))
_MARKDOWN_SUFFIXES = frozenset((".md", ".markdown", ".mkd"))
_JSON_STARTS = (b"{", b"[")
_BLANK = b" \t\r\n"
_UTF8_MARK = b"\xef\xbb\xbf"


def read_stream(stream: BinaryIO, *, source: str, name: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read all articles of an open file, JSON lines one by one as they come.

    Args:
        stream: at its first byte.
        source: what the records shall say; entries of a container add "#" and their id, line or entry number.
        name: the file's name without ".gz", for its suffix.
        options: settings.

    Raises:
        InputError: the file as a whole cannot be read.
    """
    suffix = PurePath(name).suffix.casefold()
    line_limit = options.max_chars * ESCAPED_BYTES_PER_CHAR + SPARE_BYTES
    first, number = _first_line(stream, limit=line_limit)
    if not first:
        raise InputError(f"{source}: empty; give a file with the text of an article")
    as_lines = options.format is Format.JSONL or (options.format is None and suffix in _LINE_SUFFIXES)
    if options.format not in (None, Format.JSON, Format.JSONL) or b"\x00" in first[:64]:
        as_lines = False
    elif (
        not as_lines and first.lstrip(_BLANK + _UTF8_MARK).startswith(b"{") and _parse_line(first, options) is not None
    ):
        # One whole object on the first line: more of them make JSON lines; alone in a file it is a document.
        if source == "-":
            as_lines = True
        else:
            second, skipped = _first_line(stream, limit=line_limit)
            if second.lstrip(_BLANK).startswith(b"{"):
                yield _read_entry(first, number=number, source=source, options=options)
                number, first, as_lines = number + skipped, second, True
            else:
                first += b"\n" * (skipped - 1) + second
    if as_lines:
        yield from _read_lines(stream, first=first, number=number, source=source, limit=line_limit, options=options)
        return
    data = (
        b"\n" * (number - 1)
        + first
        + _read_rest(stream, have=len(first), source=source, first=first, suffix=suffix, options=options)
    )
    yield from _read_document(
        decode_text(data, name=source, encoding=options.encoding), source=source, suffix=suffix, options=options
    )


def _first_line(stream: BinaryIO, *, limit: int) -> tuple[bytes, int]:
    """Return the next line that is not blank, and how many lines it took; empty bytes at the end."""
    count = 0
    while line := stream.readline(limit):
        count += 1
        if line.strip(_BLANK + _UTF8_MARK):
            return line, count
    return b"", count


def _read_rest(stream: BinaryIO, *, have: int, source: str, first: bytes, suffix: str, options: ReadOptions) -> bytes:
    if options.format is Format.JSON or first.lstrip(_BLANK + _UTF8_MARK).startswith(_JSON_STARTS):
        limit, way = DOCUMENT_BYTES, "write it as JSON lines, which are read one by one"
    else:
        limit, way = options.max_chars * BYTES_PER_CHAR + SPARE_BYTES, "raise it with --max-chars"
        if suffix in _PAGE_SUFFIXES or first.lstrip(_BLANK + _UTF8_MARK).startswith(b"<"):
            limit = max(limit, PAGE_BYTES)
    rest = stream.read(max(0, limit - have) + 1)
    if have + len(rest) > limit:
        raise InputError(f"{source}: more than {limit} bytes, the limit; {way}")
    return rest


def _read_lines(
    stream: BinaryIO, *, first: bytes, number: int, source: str, limit: int, options: ReadOptions
) -> Iterator[Article | Failure]:
    line = first
    while line:
        if len(line) >= limit and not line.endswith(b"\n"):
            _skip_line(stream, limit=limit)
            yield _fail_entry(
                f"{source}: line {number}: more than {limit} bytes; raise --max-chars", source=f"{source}#{number}"
            )
        elif line.strip(_BLANK + _UTF8_MARK):
            yield _read_entry(line, number=number, source=source, options=options)
        line = stream.readline(limit)
        number += 1


def _skip_line(stream: BinaryIO, *, limit: int) -> None:
    while (line := stream.readline(limit)) and not line.endswith(b"\n"):
        pass


def _read_entry(line: bytes, *, number: int, source: str, options: ReadOptions) -> Article | Failure:
    """Read one line of JSON lines."""
    try:
        value = _load(decode_text(line, name=f"{source}: line {number}", encoding=options.encoding))
    except InputError as error:
        return _fail_entry(str(error), source=f"{source}#{number}")
    except _JSONError as error:
        return _fail_entry(
            f"{source}: line {number}: malformed JSON ({error}); mend or remove the line", source=f"{source}#{number}"
        )
    return _read_object(value, source=f"{source}#{object_id(value) or number}", options=options)


def _read_object(value: object, *, source: str, options: ReadOptions) -> Article | Failure:
    try:
        return parse_object(value, source=source, options=options)
    except InputError as error:
        return _fail_entry(str(error), source=source)


def _parse_line(line: bytes, options: ReadOptions) -> Mapping[str, object] | None:
    try:
        value = _load(decode_text(line, name="", encoding=options.encoding))
    except (InputError, _JSONError):
        return None
    return value if isinstance(value, Mapping) else None


class _JSONError(Exception):
    """A text that is no JSON; the message says where it fails."""


def _load(text: str) -> object:
    try:
        value: object = json.loads(text.removeprefix("\ufeff"), strict=False)
    except json.JSONDecodeError as error:
        raise _JSONError(f"{error.msg.casefold()} at line {error.lineno}, column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise _JSONError("a number too long" if isinstance(error, ValueError) else "nested too deep") from error
    return value


def _read_document(text: str, *, source: str, suffix: str, options: ReadOptions) -> Iterator[Article | Failure]:
    chosen = options.format or _find_format(text, source=source, suffix=suffix)
    if not text.strip("\ufeff \t\r\n\v\f\xa0"):
        raise InputError(f"{source}: empty; give a file with the text of an article")
    if chosen is Format.JSON:
        yield from _read_json(
            text, source=source, options=options, named=options.format is not None or suffix == ".json"
        )
    elif chosen is Format.HTML:
        yield parse_page(text, source=source, options=options)
    else:
        yield _read_text(text, source=source, markdown=chosen is Format.MARKDOWN, options=options)


def _find_format(text: str, *, source: str, suffix: str) -> Format:
    start = text[:4000].lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[")) and (suffix == ".json" or start[1:].lstrip()[:1] in ('"', "{", "[", "}", "]")):
        return Format.JSON
    if looks_like_html(text, named=suffix in _PAGE_SUFFIXES):
        return Format.HTML
    if start.startswith("<?xml"):
        raise InputError(f"{source}: XML is not read; give text, Markdown, HTML or JSON")
    if suffix in _MARKDOWN_SUFFIXES or looks_like_markdown(text):
        return Format.MARKDOWN
    return Format.TEXT


def _read_json(text: str, *, source: str, options: ReadOptions, named: bool) -> Iterator[Article | Failure]:
    try:
        value = _load(text)
    except _JSONError as error:
        # "[REPORT] ..." opens wire copy as well; only what is named or built like JSON is broken JSON.
        if not named and not text.lstrip("\ufeff \t\r\n").startswith(("{", "[{", '["')):
            yield _read_text(text, source=source, markdown=False, options=options)
            return
        raise InputError(
            f"{source}: malformed JSON ({error}); mend the file, or fetch it again if it was cut short"
        ) from error
    entries = find_objects(value)
    if entries is None:
        yield _read_object(value, source=source, options=options)
        return
    if not entries:
        raise InputError(f"{source}: an empty list; give at least one article")
    for number, entry in enumerate(entries, start=1):
        yield _read_object(entry, source=f"{source}#{object_id(entry) or number}", options=options)


def _read_text(text: str, *, source: str, markdown: bool, options: ReadOptions) -> Article:
    check_length(text, source=source, options=options)
    if not markdown:
        return parse_article(text, source=source, published=options.published)
    plain, fields = strip_markdown(text)
    return parse_object({**fields, "text": plain}, source=source, options=options)


def _fail_entry(message: str, *, source: str) -> Failure:
    return Failure(source=source, stage="read", message=clean_line(message))

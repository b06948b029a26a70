"""One open file to its units: JSON lines and lists are taken apart, all else is one article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import BinaryIO

from dateline.articles import Failure
from dateline.errors import InputError
from dateline.read.documents import find_format, refuse_blank
from dateline.read.encodings import decode_text
from dateline.read.objects import JSONError, find_objects, object_id, parse_json
from dateline.read.options import Format, ReadOptions
from dateline.read.pages import PAGE_SUFFIXES
from dateline.read.units import Unit

BYTES_PER_CHAR = 4  # at most, in UTF-8
ESCAPED_BYTES_PER_CHAR = 12  # at most, in JSON: an emoji as two \\u escapes
SPARE_BYTES = 1 << 20  # for the keys beside the text, and a page's markup
PAGE_BYTES = 20 << 20  # trafilatura takes no larger page
DOCUMENT_BYTES = 1 << 30  # of a JSON document, which is read whole

_LINE_SUFFIXES = frozenset((".jsonl", ".ndjson", ".jsonlines"))
_JSON_STARTS = (b"{", b"[")
_BLANK = b" \t\r\n"
_UTF8_MARK = b"\xef\xbb\xbf"
_OTHER_MARKS = b"\xff\xfe\x00"  # bytes before the first letter of UTF-16 and UTF-32


def split_stream(stream: BinaryIO, *, source: str, name: str, options: ReadOptions) -> Iterator[Unit | Failure]:
    """Yield the articles of an open file, JSON lines one by one as they come.

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
    elif not as_lines and first.lstrip(_BLANK + _UTF8_MARK).startswith(b"{") and _is_object(first, options):
        # One whole object on the first line: more of them make JSON lines; alone in a file it is a document.
        if source == "-":
            as_lines = True
        else:
            second, skipped = _first_line(stream, limit=line_limit)
            if second.lstrip(_BLANK).startswith(b"{"):
                yield _take_line(first, number=number, source=source, options=options)
                number, first, as_lines = number + skipped, second, True
            else:
                first += b"\n" * (skipped - 1) + second
    if as_lines:
        yield from _split_lines(stream, first=first, number=number, source=source, limit=line_limit, options=options)
        return
    data = (
        b"\n" * (number - 1)
        + first
        + _read_rest(stream, have=len(first), source=source, first=first, suffix=suffix, options=options)
    )
    yield from _split_document(data, source=source, suffix=suffix, options=options)


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
        if suffix in PAGE_SUFFIXES or first.lstrip(_BLANK + _UTF8_MARK).startswith(b"<"):
            limit = max(limit, PAGE_BYTES)
    rest = stream.read(max(0, limit - have) + 1)
    if have + len(rest) > limit:
        raise InputError(f"{source}: more than {limit} bytes, the limit; {way}")
    return rest


def _split_lines(
    stream: BinaryIO, *, first: bytes, number: int, source: str, limit: int, options: ReadOptions
) -> Iterator[Unit | Failure]:
    line = first
    while line:
        if len(line) >= limit and not line.endswith(b"\n"):
            _skip_line(stream, limit=limit)
            message = f"{source}: line {number}: more than {limit} bytes; raise --max-chars"
            yield Failure(source=f"{source}#{number}", stage="read", message=message)
        elif line.strip(_BLANK + _UTF8_MARK):
            yield _take_line(line, number=number, source=source, options=options)
        line = stream.readline(limit)
        number += 1


def _skip_line(stream: BinaryIO, *, limit: int) -> None:
    while (line := stream.readline(limit)) and not line.endswith(b"\n"):
        pass


def _take_line(line: bytes, *, number: int, source: str, options: ReadOptions) -> Unit | Failure:
    """Return the article on one line of JSON lines; it is parsed here for its id alone."""
    try:
        text = decode_text(line, name=f"{source}: line {number}", encoding=options.encoding)
        value = parse_json(text)
    except InputError as error:
        return Failure(source=f"{source}#{number}", stage="read", message=str(error))
    except JSONError as error:
        message = f"{source}: line {number}: malformed JSON ({error}); mend or remove the line"
        return Failure(source=f"{source}#{number}", stage="read", message=message)
    return _make_json_unit(text, source=f"{source}#{object_id(value) or number}")


def _make_json_unit(text: str, *, source: str) -> Unit:
    # Without the line's end, so that the last line keeps its key when others are added below it.
    data = text.strip("\ufeff \t\r\n").encode("utf-8", "surrogatepass")
    return Unit(source=source, data=data, format=Format.JSON)


def _is_object(line: bytes, options: ReadOptions) -> bool:
    try:
        return isinstance(parse_json(decode_text(line, name="", encoding=options.encoding)), Mapping)
    except (InputError, JSONError):
        return False


def _split_document(data: bytes, *, source: str, suffix: str, options: ReadOptions) -> Iterator[Unit | Failure]:
    text = _find_json(data, source=source, suffix=suffix, options=options)
    if text is None:
        # Lines that were asked for, in an encoding that has no lines of bytes, are no JSON but perhaps a text.
        form = Format.TEXT if options.format is Format.JSONL else options.format
        yield Unit(source=source, data=data, suffix=suffix, format=form)
        return
    try:
        value = parse_json(text)
    except JSONError as error:
        # "[REPORT] ..." opens wire copy as well; only what is named or built like JSON is broken JSON.
        named = options.format is not None or suffix == ".json"
        if not named and not text.lstrip("\ufeff \t\r\n").startswith(("{", "[{", '["')):
            yield Unit(source=source, data=data, suffix=suffix, format=Format.TEXT)
            return
        way = "mend the file, or fetch it again if it was cut short"
        raise InputError(f"{source}: malformed JSON ({error}); {way}") from error
    yield from _split_list(value, text, source=source)


def _find_json(data: bytes, *, source: str, suffix: str, options: ReadOptions) -> str | None:
    """Return the text of a file that looks like JSON; None for any other, which is not decoded here."""
    if options.format not in (None, Format.JSON):
        return None
    # A few bytes tell most files; only a codec that the user names may write brackets otherwise.
    start = data[: 1 << 16].lstrip(_BLANK + _UTF8_MARK + _OTHER_MARKS)
    if options.format is None and options.encoding is None and not start.startswith(_JSON_STARTS):
        return None
    text = decode_text(data, name=source, encoding=options.encoding)
    if (options.format or find_format(text, source=source, suffix=suffix)) is not Format.JSON:
        return None
    refuse_blank(text, source=source)
    return text


def _split_list(value: object, text: str, *, source: str) -> Iterator[Unit | Failure]:
    """Yield the articles of a JSON document: `value` as parsed, `text` as written."""
    entries = find_objects(value)
    if entries is None:
        yield _make_json_unit(text, source=source)
        return
    if not entries:
        raise InputError(f"{source}: an empty list; give at least one article")
    for number, entry in enumerate(entries, start=1):
        name = f"{source}#{object_id(entry) or number}"
        try:
            yield _make_json_unit(json.dumps(entry), source=name)
        except RecursionError:  # the writer's bound is not quite the reader's
            yield Failure(source=name, stage="read", message=f"{name}: nested too deep; write it plainer")

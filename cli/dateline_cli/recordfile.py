"""Records read back from a file: JSON lines, or one JSON array."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.records import Record


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A line, or a member of an array, that is no record."""

    message: str  # "FILE:LINE: fault"


def read_records(source: str) -> Iterator[Record | BadRecord]:
    """Yield the records of a file, or of stdin for "-", in order, and a `BadRecord` for what is none.

    Raises:
        InputError: the file cannot be opened.
    """
    from dateline.errors import InputError  # noqa: PLC0415
    from dateline.wire.jsonl import decode_record  # noqa: PLC0415

    name = "standard input" if source == "-" else source
    try:
        with sys.stdin.buffer if source == "-" else Path(source).open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                if number == 1 and line.lstrip().startswith(b"["):
                    yield from _read_array(line + stream.read(), name)
                    return
                if not line.strip():
                    continue
                try:
                    yield decode_record(line.removeprefix(b"\xef\xbb\xbf"))
                except InputError as error:
                    yield BadRecord(f"{name}:{number}: {error}")
    except OSError as fault:
        raise InputError(f"{name}: {fault.strerror or fault}") from None


def _read_array(data: bytes, name: str) -> Iterator[Record | BadRecord]:
    import orjson  # noqa: PLC0415

    from dateline.errors import InputError  # noqa: PLC0415
    from dateline.wire.jsonl import build_record  # noqa: PLC0415

    try:
        members = orjson.loads(data)
    except orjson.JSONDecodeError as fault:
        yield BadRecord(f"{name}: not JSON: {fault}")
        return
    for at, member in enumerate(members):
        try:
            yield build_record(member)
        except InputError as error:
            yield BadRecord(f"{name}: record {at}: {error}")

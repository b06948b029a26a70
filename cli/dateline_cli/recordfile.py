"""Records read back from a file: JSON lines, or one JSON array."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from dateline.records import Record


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A line, or a member of an array, that is no record."""

    message: str  # "FILE:LINE: fault"


def read_records(source: str) -> Iterator[Record | BadRecord]:
    """Yield the records of a file, or of stdin for "-", in order, and a `BadRecord` for what is none.

    A file that cannot be read is one `BadRecord`.
    """
    name = "standard input" if source == "-" else source
    try:
        # Standard input is not ours to close.
        with contextlib.nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb") as stream:
            yield from _read_stream(stream, name)
    except OSError as fault:
        yield BadRecord(f"{name}: {fault.strerror or fault}; give a file of records")


def _read_stream(stream: BinaryIO, name: str) -> Iterator[Record | BadRecord]:
    from dateline.errors import InputError  # noqa: PLC0415
    from dateline.read.packing import find_packing  # noqa: PLC0415
    from dateline.wire.jsonl import decode_record  # noqa: PLC0415

    has_begun = False
    for number, raw in enumerate(stream, start=1):
        line = raw.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        if not has_begun:
            has_begun = True
            if (packing := find_packing(line)) is not None:
                yield BadRecord(f"{name}: {packing.name} data; unpack it first")
                return
            if line.lstrip().startswith(b"["):
                yield from _read_array(line + stream.read(), name)
                return
        try:
            yield decode_record(line)
        except InputError as error:
            yield BadRecord(f"{name}:{number}: {error}")


def _read_array(data: bytes, name: str) -> Iterator[Record | BadRecord]:
    import orjson  # noqa: PLC0415

    from dateline.errors import InputError  # noqa: PLC0415
    from dateline.wire.jsonl import build_record, explain_fault  # noqa: PLC0415

    try:
        members = orjson.loads(data)
    except orjson.JSONDecodeError as fault:
        yield BadRecord(f"{name}: not JSON: {explain_fault(fault)}")
        return
    for at, member in enumerate(members):
        try:
            yield build_record(member)
        except InputError as error:
            yield BadRecord(f"{name}: record {at}: {error}")

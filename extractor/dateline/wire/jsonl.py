"""Records as JSON lines: UTF-8, one object a line, keys in the order of the record's fields."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import cast

import orjson

from dateline.articles import Failure
from dateline.errors import InputError
from dateline.records import SCHEMA_VERSION, Record
from dateline.wire.decoding import build_value

CLUSTER = "cluster"  # the key that linking adds to a record: the same value for records of one happening


def encode_record(record: Record) -> bytes:
    """Return the record as one line of JSON, with its line end.

    Lone surrogates, which file names may bring in and UTF-8 cannot hold, become U+FFFD one for one, so that
    offsets stay right.
    """
    return encode(record)


def encode_linked(record: Record, cluster: str) -> bytes:
    """Return the record as `encode_record` does, with the name of its happening in the key `cluster` at the end."""
    return encode_record(record).removesuffix(b"}\n") + b',"cluster":' + encode(cluster).removesuffix(b"\n") + b"}\n"


def encode_failure(failure: Failure) -> bytes:
    """Return the failure as one line of JSON with the keys source, stage and message."""
    return encode(failure)


def decode_record(line: bytes) -> Record:
    """Read one line that `encode_record` wrote.

    Raises:
        InputError: the line is no JSON, of another version, or breaks the schema; names key and fault.
    """
    try:
        value: object = orjson.loads(line)
    except orjson.JSONDecodeError as fault:
        raise InputError(f"not JSON: {explain_fault(fault)}") from None
    return build_record(value)


def explain_fault(fault: orjson.JSONDecodeError) -> str:
    """Return what is wrong with a text that should be JSON; bytes that are none are no matter of surrogates."""
    return "not UTF-8" if "UTF-8" in fault.msg else str(fault)


def build_record(value: object) -> Record:
    """Check a JSON object, as parsed, and return the record that it is, without the `cluster` of a linked one.

    Raises:
        InputError: the object is of another version or breaks the schema; names key and fault.
    """
    if isinstance(value, dict) and value.get("schema_version", SCHEMA_VERSION) != SCHEMA_VERSION:
        raise InputError(f"schema_version: {value['schema_version']!r}; this dateline reads version {SCHEMA_VERSION}")
    if isinstance(value, dict) and CLUSTER in value:
        build_value(str, value[CLUSTER], CLUSTER)
        value = {key: member for key, member in value.items() if key != CLUSTER}
    return cast("Record", build_value(Record, value, ""))


def encode(value: object) -> bytes:
    """Return a dataclass of plain data as one line of JSON, with its line end; see `encode_record`."""
    try:
        return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:
        return orjson.dumps(_without_surrogates(value), option=orjson.OPT_APPEND_NEWLINE)


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= letter <= "\udfff" else letter for letter in value)
    if isinstance(value, tuple):
        return tuple(_without_surrogates(member) for member in value)
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(member) for key, member in value.items()}
    if is_dataclass(value):
        return {item.name: _without_surrogates(getattr(value, item.name)) for item in fields(value)}
    return value

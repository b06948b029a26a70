"""Plain JSON values into the record's classes, strictly: each key known, each key there, each value of its type."""

from __future__ import annotations

import types
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le

from dateline.errors import InputError

COUNTRY = "ISO 3166-1 alpha-2"  # the note on every country code in `records`


def build_value(kind: object, value: object, path: str) -> object:
    """Turn a JSON value into one of `kind`, a type as it stands in a field's annotation.

    Args:
        kind: a dataclass, StrEnum, date, scalar, or a tuple, dict, union, Literal or Annotated of such.
        value: what the JSON reader gave.
        path: where the value stands, for messages: "victims[0].count"; empty at the top.

    Raises:
        InputError: names the path and the fault.
    """
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *notes = get_args(kind)
        return _check_notes(build_value(inner, value, path), notes, path)
    if origin in {Union, types.UnionType}:
        return _build_optional(get_args(kind), value, path)
    if origin is Literal:
        if value not in get_args(kind) or isinstance(value, bool):
            raise _fault(path, f"{_show(value)} is none of {', '.join(map(_show, get_args(kind)))}")
        return value
    if origin is tuple:
        return _build_tuple(get_args(kind), value, path)
    if origin is dict:
        item = get_args(kind)[1]
        return {key: build_value(item, member, f"{path}[{key!r}]") for key, member in _object(value, path).items()}
    if isinstance(kind, type):
        return _build_plain(kind, value, path)
    raise TypeError(f"{path}: no rule for {kind!r}")


def _build_plain(kind: type, value: object, path: str) -> object:
    if is_dataclass(kind):
        return _build_dataclass(kind, value, path)
    if issubclass(kind, StrEnum):
        try:
            return kind(_text(value, path))
        except ValueError:
            raise _fault(path, f"{_show(value)} is no {kind.__name__}") from None
    if kind is date:
        return _build_date(_text(value, path), path)
    if kind is str:
        return _text(value, path)
    if kind is float and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    # bool is a subclass of int; `true` is no number of people.
    if type(value) is kind:
        return value
    raise _fault(path, f"{_show(value)} is no {_json_name(kind)}")


def _build_dataclass(kind: type, value: object, path: str) -> object:
    given = _object(value, path)
    hints = field_types(kind)
    prefix = f"{path}." if path else ""
    for key in given:
        if key not in hints:
            raise _fault(prefix + key, "unknown key")
    for key in hints:
        if key not in given:
            raise _fault(prefix + key, "missing key")
    return kind(**{key: build_value(hint, given[key], prefix + key) for key, hint in hints.items()})


def _build_optional(members: Sequence[object], value: object, path: str) -> object:
    if value is None and type(None) in members:
        return None
    (kind,) = (member for member in members if member is not type(None))
    return build_value(kind, value, path)


def _build_tuple(members: Sequence[object], value: object, path: str) -> object:
    if not isinstance(value, list):
        raise _fault(path, f"{_show(value)} is no array")
    kinds = [members[0]] * len(value) if members[-1] is Ellipsis else list(members)
    if len(kinds) != len(value):
        raise _fault(path, f"{len(value)} values, not {len(kinds)}")
    pairs = zip(kinds, value, strict=True)
    return tuple(build_value(kind, member, f"{path}[{at}]") for at, (kind, member) in enumerate(pairs))


def _build_date(text: str, path: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _fault(path, f"{_show(text)} is no date; write it as 2026-11-30") from None
    # fromisoformat also takes "20261130" and "2026-W48-1", which the schema does not.
    if day.isoformat() != text:
        raise _fault(path, f"{_show(text)} is no date; write it as {day.isoformat()}")
    return day


def _check_notes(value: object, notes: Sequence[object], path: str) -> object:
    for note in notes:
        if isinstance(note, Ge) and not cast("Any", value) >= note.ge:
            raise _fault(path, f"{value} is below {note.ge}")
        if isinstance(note, Le) and not cast("Any", value) <= note.le:
            raise _fault(path, f"{value} is above {note.le}")
        if note == COUNTRY and not _is_country_code(str(value)):
            raise _fault(path, f"{_show(value)} is no country code; give two capital letters")
    return value


@cache
def field_types(kind: type) -> dict[str, object]:
    """Return the annotations of a dataclass, resolved, in order of its fields."""
    hints = get_type_hints(kind, include_extras=True)
    return {item.name: hints[item.name] for item in fields(kind)}


def _is_country_code(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()


def _object(value: object, path: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _fault(path, f"{_show(value)} is no object")
    return value


def _text(value: object, path: str) -> str:
    if not isinstance(value, str):
        raise _fault(path, f"{_show(value)} is no text")
    return value


def _fault(path: str, fault: str) -> InputError:
    return InputError(f"{path}: {fault}" if path else fault)


def _show(value: object) -> str:
    """Name a wrong value as JSON would write it, long ones by their kind."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "an array"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 40 else f'"{value[:39]}…"'
    return str(value)


def _json_name(kind: type) -> str:
    return {bool: "true or false", int: "whole number", float: "number"}.get(kind, kind.__name__)

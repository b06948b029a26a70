from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from dateline.articles import Failure
from dateline.errors import InputError
from dateline.records import (
    ArticleInfo,
    Attribution,
    Casualties,
    Count,
    EventType,
    Place,
    Record,
    Report,
    Role,
    Stage,
    Target,
    Victim,
    Weapon,
    When,
)
from dateline.wire.jsonl import decode_record, encode_failure, encode_record
from dateline.wire.schema import record_schema

VALIDATOR = Draft202012Validator(record_schema(), format_checker=FormatChecker())

numbers = st.integers(min_value=0, max_value=2**53)
counts = st.builds(Count, min=st.none() | numbers, max=st.none() | numbers, best=st.none() | numbers, approximate=...)
maybe_counts = st.none() | counts
codes = st.none() | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
offsets = st.lists(st.tuples(numbers, numbers), max_size=3).map(tuple)


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=2).map(tuple)


records = st.builds(
    Record,
    article=st.builds(ArticleInfo),
    date=st.none() | st.builds(When),
    place=st.none() | st.builds(Place, country=codes, geonames_id=st.none() | numbers),
    weapons=several(st.builds(Weapon, count=maybe_counts)),
    attributions=several(st.builds(Attribution, country=codes)),
    targets=several(st.builds(Target, country=codes)),
    victims=several(st.builds(Victim, nationality=codes, count=maybe_counts)),
    casualties=st.builds(Casualties, **{item.name: maybe_counts for item in fields(Casualties)}),
    reports=several(st.builds(Report, count=counts)),
    evidence=st.dictionaries(st.text(max_size=9), offsets, max_size=3),
    confidence=st.dictionaries(st.text(max_size=9), st.floats(min_value=0, max_value=1), max_size=3),
)


@pytest.fixture
def record() -> Record:
    article = ArticleInfo(
        id="a1",
        source="a.txt",
        title=None,
        authors=("A. Writer",),
        publisher=None,
        published=date(2026, 11, 20),
        published_basis=None,
        language="en",
    )
    return Record(
        id="r1",
        article=article,
        role=Role.MAIN,
        type=EventType.BOMBING,
        stage=Stage.ACCOMPLISHED,
        date=None,
        place=None,
        evidence={"type": ((3, 7),)},
        confidence={"overall": 0.5},
    )


@given(records)
def test_what_is_written_reads_back_as_the_same_record(record: Record) -> None:
    assert decode_record(encode_record(record)) == record


@given(records)
def test_what_is_written_obeys_the_schema(record: Record) -> None:
    VALIDATOR.validate(json.loads(encode_record(record)))


JUNK = st.none() | st.booleans() | st.integers(-2, 2) | st.floats(-200, 200) | st.text(max_size=3) | st.just([])


@given(records, st.data())
def test_the_decoder_takes_exactly_what_the_schema_takes(record: Record, data: st.DataObject) -> None:
    value = json.loads(encode_record(record))
    spoil(value, data)

    try:
        decode_record(orjson.dumps(value))
        taken = True
    except InputError:
        taken = False

    assert taken == VALIDATOR.is_valid(value)


def spoil(value: Any, data: st.DataObject) -> None:
    """Walk down to a random member and change, drop or add one."""
    while True:
        keys = sorted(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        if isinstance(value[key], (dict, list)) and value[key] and data.draw(st.booleans()):
            value = value[key]
            continue
        deed = data.draw(st.sampled_from(["change", "drop", "add"]))
        if deed == "drop" and isinstance(value, dict):
            del value[key]
        elif deed == "add" and isinstance(value, dict):
            value["extra"] = data.draw(JUNK)
        else:
            # Whole numbers written as 1.0 are integers to JSON Schema and floats to Python.
            value[key] = data.draw(JUNK.filter(lambda junk: not (isinstance(junk, float) and junk.is_integer())))
        return


def test_a_record_is_one_line_with_keys_in_the_order_of_the_fields(record: Record) -> None:
    line = encode_record(replace(record, id="two\nlines"))

    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert list(json.loads(line)) == [item.name for item in fields(Record)]


def test_letters_are_utf_8_not_escapes(record: Record) -> None:
    assert "Qaraçosh".encode() in encode_record(replace(record, id="Qaraçosh"))


def test_a_lone_surrogate_becomes_one_replacement_character(record: Record) -> None:
    article = replace(record.article, source="caf\udce9.txt")

    line = encode_record(replace(record, article=article))

    assert json.loads(line)["article"]["source"] == "caf\N{REPLACEMENT CHARACTER}.txt"


def test_a_failure_is_one_line_of_json() -> None:
    line = encode_failure(Failure(source="a\udce9.txt", stage="read", message="empty"))

    assert json.loads(line) == {"source": "a\N{REPLACEMENT CHARACTER}.txt", "stage": "read", "message": "empty"}


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        pytest.param(("extra",), 1, "extra: unknown key", id="unknown key"),
        pytest.param(("schema_version",), "2", "schema_version: '2'; this dateline reads version 1", id="version"),
        pytest.param(("type",), "bomb", 'type: "bomb" is no EventType', id="unknown type"),
        pytest.param(("article", "authors"), "A. Writer", 'article.authors: "A. Writer" is no array', id="no array"),
        pytest.param(("article", "published"), "20261120", "write it as 2026-11-20", id="basic date"),
        pytest.param(("article", "published"), "soon", "is no date", id="no date"),
        pytest.param(("evidence", "type"), [[3]], "evidence['type'][0]: 1 values, not 2", id="half an offset"),
        pytest.param(("evidence", "type"), [[-3, 7]], "evidence['type'][0][0]: -3 is below 0", id="negative offset"),
        pytest.param(("confidence", "overall"), 1.5, "confidence['overall']: 1.5 is above 1", id="too sure"),
        pytest.param(("casualties", "killed"), True, "casualties.killed: true is no object", id="true for a count"),
    ],
)
def test_a_broken_record_is_refused_by_key_and_fault(
    record: Record, path: tuple[str, ...], value: object, fault: str
) -> None:
    broken = json.loads(encode_record(record))
    member = broken
    for key in path[:-1]:
        member = member[key]
    member[path[-1]] = value

    with pytest.raises(InputError) as error:
        decode_record(json.dumps(broken).encode())

    assert fault in str(error.value)


def test_a_missing_key_is_named(record: Record) -> None:
    broken = json.loads(encode_record(record))
    del broken["article"]["title"]

    with pytest.raises(InputError, match=r"article\.title: missing key"):
        decode_record(json.dumps(broken).encode())


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"null", b'{"a": NaN}', b"\xff\xfe"])
def test_what_is_no_json_object_is_an_input_error(line: bytes) -> None:
    with pytest.raises(InputError):
        decode_record(line)

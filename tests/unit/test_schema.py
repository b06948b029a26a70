from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

from dateline.wire.descriptions import CLASSES, FIELDS
from dateline.wire.schema import COPY, record_schema, schema_text

REWRITE = "run: python -m dateline.wire.schema"


def objects() -> Iterator[tuple[str, dict[str, Any]]]:
    schema: Any = record_schema()
    yield "Record", schema
    yield from ((name, member) for name, member in schema["$defs"].items() if "properties" in member)


def test_the_committed_copy_is_what_the_types_give() -> None:
    assert COPY.read_text(encoding="utf-8") == schema_text(), REWRITE


def test_the_schema_is_valid_draft_2020_12() -> None:
    schema = record_schema()

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "urn:dateline:record:1"


def test_every_object_requires_all_its_keys_and_forbids_others() -> None:
    for name, schema in objects():
        assert schema["required"] == [key for key in schema["properties"] if key != "cluster"], name
        assert schema["additionalProperties"] is False, name


def test_every_key_is_described_and_every_description_has_its_key() -> None:
    assert {name: set(schema["properties"]) - {"cluster"} for name, schema in objects()} == {
        name: set(keys) for name, keys in FIELDS.items()
    }


def test_the_key_of_linked_records_is_allowed_and_not_required() -> None:
    schema: Any = record_schema()

    assert schema["properties"]["cluster"]["type"] == "string"
    assert "cluster" not in schema["required"]


def test_every_class_that_is_described_anew_is_in_the_schema() -> None:
    definitions: Any = record_schema()["$defs"]

    assert CLASSES.keys() <= definitions.keys()


def test_days_are_dates_and_countries_two_capitals() -> None:
    definitions: Any = record_schema()["$defs"]

    assert definitions["When"]["properties"]["start"]["format"] == "date"
    assert definitions["Place"]["properties"]["country"]["anyOf"][0]["pattern"] == "^[A-Z]{2}$"

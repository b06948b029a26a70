"""The JSON Schema of a record, generated from `records`; needs pydantic, so only tests and maintainers call it.

`record.schema.json` beside this module is a copy of what `record_schema` returns; write it anew with
`python -m dateline.wire.schema`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson
from pydantic import TypeAdapter

from dateline.records import SCHEMA_VERSION, Record
from dateline.wire.descriptions import CLASSES, CLUSTER_MEANING, FIELDS
from dateline.wire.jsonl import CLUSTER

DIALECT = "https://json-schema.org/draft/2020-12/schema"
COPY = Path(__file__).with_name("record.schema.json")

Schema = dict[str, object]


def record_schema() -> Schema:
    """Return the schema of one record: every key required but that of linked records, no other key allowed."""
    generated: Schema = TypeAdapter(Record).json_schema(mode="serialization")
    for schema in _object_schemas(generated):
        _close(schema)
    properties = generated["properties"]
    assert isinstance(properties, dict)
    properties[CLUSTER] = {"type": "string", "description": CLUSTER_MEANING}
    for schema in _named_schemas(generated):
        name = str(schema["title"])
        if name in CLASSES:
            schema["description"] = CLASSES[name]
    head: Schema = {
        "$schema": DIALECT,
        "$id": f"urn:dateline:record:{SCHEMA_VERSION}",
        "title": "Incident record",
        "description": generated["description"],
    }
    return head | {key: value for key, value in generated.items() if key not in head}


def schema_text() -> str:
    """Return the schema as indented JSON with a line end, as the committed copy holds it."""
    return orjson.dumps(record_schema(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _named_schemas(generated: Schema) -> Iterator[Schema]:
    yield generated
    definitions = generated["$defs"]
    assert isinstance(definitions, dict)
    yield from definitions.values()


def _object_schemas(generated: Schema) -> Iterator[Schema]:
    for schema in _named_schemas(generated):
        if "properties" in schema:
            yield schema


def _close(schema: Schema) -> None:
    """Require every key of an object, forbid others, describe each."""
    properties = schema["properties"]
    assert isinstance(properties, dict)
    for key, member in properties.items():
        member.pop("title", None)
        member.pop("default", None)
        member["description"] = FIELDS[str(schema["title"])][key]
        if key in {"country", "nationality"}:
            member["anyOf"][0]["pattern"] = "^[A-Z]{2}$"
    schema["required"] = list(properties)
    schema["additionalProperties"] = False


if __name__ == "__main__":
    COPY.write_text(schema_text(), encoding="utf-8")

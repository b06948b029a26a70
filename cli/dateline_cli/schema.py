"""`dateline schema`: the JSON Schema of a record."""

from __future__ import annotations

from dateline_cli.output import Destination
from dateline_cli.status import with_exit_status


@with_exit_status
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) that every record obeys."""
    from importlib.resources import files  # noqa: PLC0415

    Destination(None).write(files("dateline.wire").joinpath("record.schema.json").read_bytes())

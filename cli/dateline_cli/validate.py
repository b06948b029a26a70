"""`dateline validate`: whether files hold records and nothing else."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline_cli.messages import complain, pluralise
from dateline_cli.options import refuse_stdin_twice
from dateline_cli.recordfile import BadRecord, read_records
from dateline_cli.status import ExitStatus, with_exit_status


@with_exit_status
def validate(
    records: Annotated[list[str], typer.Argument(metavar="RECORDS...", help='Files of records, or "-" for stdin.')],
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No summary; faults only.")] = False,
) -> None:
    """Check records, made by dateline or by hand, against the schema; one line on stderr for each fault."""
    refuse_stdin_twice(records)
    good = bad = 0
    for source in records:
        for item in read_records(source):
            if isinstance(item, BadRecord):
                bad += 1
                complain(item.message)
            else:
                good += 1
    if not quiet:
        complain(f"{pluralise(good, 'record')} valid" + (f", {bad:,} not" if bad else ""))
    if bad:
        raise typer.Exit(ExitStatus.SOME_FAILED)

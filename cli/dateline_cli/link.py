"""`dateline link`: which records, of many articles, tell of the same happening."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dateline_cli.messages import complain, pluralise
from dateline_cli.options import ColorOption, refuse_stdin_twice
from dateline_cli.output import Destination, Format, choose_format, draw_page, make_sink, open_whole
from dateline_cli.recordfile import BadRecord, read_records
from dateline_cli.screen import stdout_is_terminal
from dateline_cli.status import ExitStatus, with_exit_status

if TYPE_CHECKING:
    from dateline.records import Record


@with_exit_status
def link(
    records: Annotated[list[str], typer.Argument(metavar="RECORDS...", help='Files of records, or "-" for stdin.')],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, not to stdout.", show_default=False),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="Default: a table of the happenings on a terminal, json for -o FILE.json, else jsonl.",
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No summary; faults only.")] = False,
    color: ColorOption = None,
) -> None:
    """Add to each record a key `cluster`: the same for all records, of whatever articles, of one happening.

    The records come out in the order in which they went in. All of them are held in memory, about 20 kB each.
    """
    from dateline.linking import link_records  # noqa: PLC0415

    refuse_stdin_twice(records)
    known, failed = _read(records)
    clusters = link_records(known)
    chosen = choose_format(form, output, terminal=stdout_is_terminal())
    destination = open_whole(output)
    try:
        if chosen is Format.TABLE:
            _draw(destination, known, clusters, color=color)
        else:
            _write(destination, known, clusters, chosen)
        destination.commit()
    finally:
        destination.close()
    if not quiet:
        complain(f"{pluralise(len(known), 'record')}, {pluralise(len(set(clusters)), 'happening')}")
    if failed:
        raise typer.Exit(ExitStatus.SOME_FAILED)


def _read(sources: Sequence[str]) -> tuple[list[Record], bool]:
    """Return the records, and whether there was anything else."""
    known: list[Record] = []
    failed = False
    for source in sources:
        for item in read_records(source):
            if isinstance(item, BadRecord):
                failed = True
                complain(item.message)
            else:
                known.append(item)
    return known, failed


def _write(destination: Destination, records: Sequence[Record], clusters: Sequence[str], form: Format) -> None:
    from dateline.wire.jsonl import encode_linked  # noqa: PLC0415

    sink = make_sink(form, destination, color=None)
    for record, cluster in zip(records, clusters, strict=True):
        sink.write([encode_linked(record, cluster)], key=None)
    sink.finish()


def _draw(destination: Destination, records: Sequence[Record], clusters: Sequence[str], *, color: bool | None) -> None:
    from dateline_cli.happenings import draw_happenings, gather_happenings  # noqa: PLC0415

    happenings = gather_happenings(records, clusters)
    draw_page(destination, lambda console: draw_happenings(console, happenings), color=color)

"""`dateline extract`: articles in, one record for each incident out."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline_cli import library
from dateline_cli.options import (
    KEEPING,
    READING,
    RUNNING,
    WRITING,
    ColorOption,
    EncodingOption,
    Engine,
    LexiconOption,
    MaxCharsOption,
    ModelOption,
    PlacesOption,
    PublishedOption,
    SourcesArgument,
    check_encoding,
    check_timeout,
    count_workers,
    find_cluster,
    gather_sources,
    parse_published,
    parse_roles,
    parse_shard,
    refuse_overwriting,
)
from dateline_cli.output import Format, choose_format, open_destination
from dateline_cli.running import Wishes, leave_out_done, run
from dateline_cli.screen import stdout_is_terminal
from dateline_cli.status import ExitStatus, raise_at_closed_pipes, with_exit_status

if TYPE_CHECKING:
    from dateline.batch import Shard


@with_exit_status
def extract(
    paths: SourcesArgument = None,
    *,
    files_from: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help='Read paths from FILE, one a line; "-" for stdin.',
            show_default=False,
            rich_help_panel=READING,
        ),
    ] = None,
    null: Annotated[
        bool, typer.Option("-0", "--null", help="They end in NUL, not newline.", rich_help_panel=READING)
    ] = False,
    published: PublishedOption = None,
    encoding: EncodingOption = None,
    max_chars: MaxCharsOption = None,
    roles: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROLE,...",
            help="Incidents of these roles: main, secondary, background; default: all.",
            show_default=False,
            rich_help_panel=KEEPING,
        ),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(
            min=0.0,
            max=1.0,
            metavar="P",
            help="Incidents of at least this overall confidence.",
            show_default=False,
            rich_help_panel=KEEPING,
        ),
    ] = 0.0,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write records to FILE, which may be s3://BUCKET/FILE; until all is done it is FILE.partial.",
            show_default=False,
            rich_help_panel=WRITING,
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="Default: table on a terminal, json for -o FILE.json, else jsonl.",
            show_default=False,
            rich_help_panel=WRITING,
        ),
    ] = None,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Go on with a run into FILE that was stopped: articles that are done are known by their content.",
            rich_help_panel=WRITING,
        ),
    ] = False,
    errors: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write failures to FILE too, as JSON lines.",
            show_default=False,
            rich_help_panel=WRITING,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="N",
            help="Processes that work at once; 0: one for each core. Each holds the language model (about 300 MB). "
            "Default: 1, with Ray 0.",
            show_default=False,
            rich_help_panel=RUNNING,
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS", help="Give up an article that takes longer.", show_default=False, rich_help_panel=RUNNING
        ),
    ] = None,
    shard: Annotated[
        str | None,
        typer.Option(
            metavar="I/N",
            help="Only every Nth article, from the Ith on: part I of N, from 1, for job arrays.",
            show_default=False,
            rich_help_panel=RUNNING,
        ),
    ] = None,
    engine: Annotated[
        Engine,
        typer.Option(help="Where they work: on this machine, or on a Ray cluster.", rich_help_panel=RUNNING),
    ] = Engine.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help='Of the cluster, "auto" on one of its machines; default: RAY_ADDRESS, else a Ray is started here.',
            show_default=False,
            rich_help_panel=RUNNING,
        ),
    ] = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    places: PlacesOption = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress, no summary; failures only.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Tell of each article on stderr.")] = False,
    color: ColorOption = None,
) -> None:
    """Write one record for each incident that the articles report.

    Articles are plain text, Markdown, HTML, JSON or JSON lines, and zip, tar or WARC archives of them.
    Records go to stdout or to -o FILE, all else to stderr.
    JSON lines are written as soon as their article is done.
    """
    if quiet and verbose:
        raise typer.BadParameter("cannot go with --quiet", param_hint="'--verbose'")
    if null and files_from is None:
        raise typer.BadParameter("goes with --files-from only", param_hint="'--null'")
    output = None if output == "-" else output
    if errors is not None and str(errors) == "-":
        raise typer.BadParameter("give a file; failures are told on stderr anyway", param_hint="'--errors'")
    wishes = Wishes(roles=parse_roles(roles), min_confidence=min_confidence, quiet=quiet, verbose=verbose)
    day, codec = parse_published(published), check_encoding(encoding)
    cluster, count = find_cluster(engine, ray_address), count_workers(workers, engine)
    limit, part = check_timeout(timeout), parse_shard(shard)
    sources = gather_sources(paths, files_from, null=null)
    refuse_overwriting(output, errors, sources if files_from is None else (*sources, str(files_from)))
    form = choose_format(form, output, terminal=stdout_is_terminal())
    if resume and (output is None or form is not Format.JSONL):
        raise typer.BadParameter("goes with JSON lines in a file: -o FILE.jsonl", param_hint="'--resume'")

    settings = library.describe_run(
        model=model,
        lexicon=lexicon,
        places=places,
        published=day,
        encoding=codec,
        max_chars=max_chars,
        roles=wishes.roles,
        min_confidence=min_confidence,
        part=part,
    )
    apart = count > 1 or limit is not None or engine is Engine.RAY
    if apart:
        raise_at_closed_pipes()
    with contextlib.closing(open_destination(output, form, settings=settings, resume=resume)) as destination:
        units = library.read_units(
            sources,
            published=day,
            encoding=codec,
            max_chars=max_chars,
            in_thread=apart,
            leave_out=(*destination.files, *filter(None, [errors])),
        )
        outcomes = library.extract_units(
            leave_out_done(units if part is None else part.take(units), destination),
            published=day,
            encoding=codec,
            max_chars=max_chars,
            model=model,
            lexicon=lexicon,
            places=places,
            workers=count,
            timeout=limit,
            engine=engine,
            ray_address=cluster,
        )
        # Closed before anything is said of its end: no worker lives longer than that.
        with contextlib.closing(outcomes):
            tally = run(
                outcomes,
                form,
                destination=destination,
                errors=errors,
                wishes=wishes,
                count=lambda: _count(sources, part),
                color=color,
            )
    if tally.failed:
        raise typer.Exit(ExitStatus.SOME_FAILED)


def _count(sources: Sequence[str], part: Shard | None) -> int | None:
    total = library.count_articles(sources)
    return total if total is None or part is None else part.size(total)

"""`dateline explain`: why an article gave the records that it gave, and why not others."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline_cli import library
from dateline_cli.messages import complain_of
from dateline_cli.options import (
    KEEPING,
    WRITING,
    ColorOption,
    EncodingOption,
    LexiconOption,
    MaxCharsOption,
    ModelOption,
    PlacesOption,
    PublishedOption,
    SourcesArgument,
    check_encoding,
    gather_sources,
    parse_published,
)
from dateline_cli.output import Destination
from dateline_cli.status import ExitStatus, with_exit_status

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.explanation import Explanation


class Form(StrEnum):
    """How explanations are written."""

    TEXT = "text"
    JSON = "json"


@with_exit_status
def explain(
    paths: SourcesArgument = None,
    *,
    published: PublishedOption = None,
    encoding: EncodingOption = None,
    max_chars: MaxCharsOption = None,
    incident: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Only the Nth of each article, from 1; those that were dropped count after the others.",
            show_default=False,
            rich_help_panel=KEEPING,
        ),
    ] = None,
    form: Annotated[
        Form,
        typer.Option(
            "--format", help="For people, or one JSON object a line for each article.", rich_help_panel=WRITING
        ),
    ] = Form.TEXT,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    places: PlacesOption = None,
    color: ColorOption = None,
) -> None:
    """Show why articles gave the records that they gave.

    First the text, the words marked that were read.
    Then each incident: its fields, the rules behind them, what lost against them.
    Then what was dropped, and why.
    """
    day, codec = parse_published(published), check_encoding(encoding)
    sources = gather_sources(paths, None)
    articles = library.read_articles(sources, published=day, encoding=codec, max_chars=max_chars)
    # Loaded with the command, for `--help` must not import the library.
    from dateline.articles import Failure  # noqa: PLC0415

    failed, most = False, 0
    write = _write_json if form is Form.JSON else _make_writer(color=color)
    for item in library.explain_articles(articles, model=model, lexicon=lexicon, places=places):
        if isinstance(item, Failure):
            failed = True
            complain_of(item)
            continue
        most = max(most, len(item.stories))
        if incident is None or incident <= len(item.stories):
            write(item, incident)
    if incident is not None and most < incident and not failed:
        raise typer.BadParameter(f"{incident}; no article has more than {most}", param_hint="'--incident'")
    if failed:
        raise typer.Exit(ExitStatus.SOME_FAILED)


def _write_json(explanation: Explanation, incident: int | None) -> None:
    from dateline.explanation import encode_explanation, restrict  # noqa: PLC0415

    shown = explanation if incident is None else restrict(explanation, incident)
    Destination(None).write(encode_explanation(shown))


def _make_writer(*, color: bool | None) -> Callable[[Explanation, int | None], None]:
    from dateline.explanation import restrict  # noqa: PLC0415
    from dateline_cli.markup import draw_text  # noqa: PLC0415
    from dateline_cli.reasons import draw_heading, draw_reasons  # noqa: PLC0415
    from dateline_cli.screen import make_console  # noqa: PLC0415

    console = make_console(sys.stdout, color=color)

    def write(explanation: Explanation, incident: int | None) -> None:
        shown = explanation if incident is None else restrict(explanation, incident)
        draw_heading(console, explanation)
        console.print()
        draw_text(console, shown)
        draw_reasons(console, shown)
        console.print()

    return write

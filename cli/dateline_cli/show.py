"""`dateline show`: records as cards, with the words behind each field."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dateline_cli import library
from dateline_cli.messages import complain, complain_of, pluralise
from dateline_cli.options import ColorOption, refuse_stdin_twice
from dateline_cli.recordfile import BadRecord, read_records
from dateline_cli.status import ExitStatus, with_exit_status

if TYPE_CHECKING:
    from dateline.articles import Article


@with_exit_status
def show(
    records: Annotated[str, typer.Argument(metavar="RECORDS", help='A file that extract wrote, or "-" for stdin.')],
    articles: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="The articles that the records come from (repeat for several), to quote from.",
            show_default=False,
        ),
    ] = None,
    index: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the Nth record, from 1.", show_default=False)
    ] = None,
    color: ColorOption = None,
) -> None:
    """Show each record as a card; with --articles, quote the words in which each field was read."""
    from dateline_cli.cards import draw_card  # noqa: PLC0415
    from dateline_cli.screen import make_console  # noqa: PLC0415

    refuse_stdin_twice([records, *(articles or ())])
    texts, failed = _read_texts(articles or ())
    console = make_console(sys.stdout, color=color)
    number = 0
    missing: set[str] = set()
    for item in read_records(records):
        if isinstance(item, BadRecord):
            failed = True
            complain(item.message)
            continue
        number += 1
        if index is not None and number != index:
            continue
        article = texts.get(item.article.id)
        if articles and article is None:
            missing.add(item.article.source)
        draw_card(console, item, number=number, text=None if article is None else article.text)
    if index is not None and number < index:
        raise typer.BadParameter(f"{index}; the file has {pluralise(number, 'record')}", param_hint="'--index'")
    for source in sorted(missing):
        complain(f"{source}: not among --articles, or changed since; nothing quoted")
    if failed:
        raise typer.Exit(ExitStatus.SOME_FAILED)


def _read_texts(sources: Sequence[str]) -> tuple[dict[str, Article], bool]:
    """Return the articles by their ids, and whether some could not be read."""
    from dateline.articles import Failure  # noqa: PLC0415

    if not sources:
        return {}, False
    texts: dict[str, Article] = {}
    failed = False
    for item in library.read_articles(sources):
        if isinstance(item, Failure):
            failed = True
            complain_of(item)
        else:
            texts[item.id] = item
    return texts, failed

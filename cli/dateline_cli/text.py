"""`dateline text`: the normalised text that records' offsets count in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from dateline_cli import library
from dateline_cli.messages import complain_of, plain, printable
from dateline_cli.options import (
    EncodingOption,
    MaxCharsOption,
    PublishedOption,
    SourcesArgument,
    check_encoding,
    gather_sources,
    parse_published,
)
from dateline_cli.output import Destination
from dateline_cli.screen import stdout_is_terminal
from dateline_cli.status import ExitStatus, with_exit_status

if TYPE_CHECKING:
    from dateline.articles import Article


@with_exit_status
def text(
    paths: SourcesArgument = None,
    blocks: Annotated[
        bool,
        typer.Option(
            "--blocks", help="A line for each paragraph: start, end (in code points), kind, text; tabs between."
        ),
    ] = False,
    published: PublishedOption = None,
    encoding: EncodingOption = None,
    max_chars: MaxCharsOption = None,
) -> None:
    """Print the normalised text of articles, which the offsets in records count.

    Several articles are parted by lines "==> SOURCE <==".
    """
    day, codec = parse_published(published), check_encoding(encoding)
    failures: list[str] = []
    articles = _read(gather_sources(paths, None), failures, published=day, encoding=codec, max_chars=max_chars)
    destination = Destination(None)
    for number, (article, alone) in enumerate(_tell_alone(articles)):
        gap = "\n" if number else ""
        header = "" if alone else f"==> {plain(article.source)} <==\n"
        page = list_blocks(article) if blocks else f"{article.text}\n"
        # A file gets the text as it is; a terminal must not obey it.
        page = printable(page) if stdout_is_terminal() else page
        destination.write(f"{gap}{header}{page}".encode("utf-8", "replace"))
    if failures:
        raise typer.Exit(ExitStatus.SOME_FAILED)


def list_blocks(article: Article) -> str:
    """Return one line for each block: start, end, kind and text, parted by tabs."""
    rows = (
        f"{block.span.start}\t{block.span.end}\t{block.kind}\t{plain(block.span.of(article.text))}\n"
        for block in article.blocks
    )
    return "".join(rows)


def _read(
    sources: Sequence[str],
    failures: list[str],
    *,
    published: date | None,
    encoding: str | None,
    max_chars: int | None,
) -> Iterator[Article]:
    """Yield the articles; tell of failures on stderr and note their sources in `failures`."""
    from dateline.articles import Failure  # noqa: PLC0415

    for item in library.read_articles(sources, published=published, encoding=encoding, max_chars=max_chars):
        if isinstance(item, Failure):
            complain_of(item)
            failures.append(item.source)
        else:
            yield item


def _tell_alone(articles: Iterator[Article]) -> Iterator[tuple[Article, bool]]:
    """Yield each article with whether it is the only one."""
    first = next(articles, None)
    if first is None:
        return
    second = next(articles, None)
    yield first, second is None
    if second is not None:
        yield second, False
        yield from ((article, False) for article in articles)

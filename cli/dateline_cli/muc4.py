"""`dateline muc4`: articles in, the templates of MUC-4 out."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import typer

from dateline_cli import library
from dateline_cli.messages import complain_of
from dateline_cli.options import (
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
    from dateline.articles import Article


@with_exit_status
def muc4(
    paths: SourcesArgument = None,
    *,
    published: PublishedOption = None,
    encoding: EncodingOption = None,
    max_chars: MaxCharsOption = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    places: PlacesOption = None,
) -> None:
    """Write the templates of the MUC-4 task, for comparing with systems of that benchmark.

    One JSON object a line for each article: doc_id and templates, whose keys are the names of the slots.
    The doc_id is the article's id in its container, else the name of its file without the suffix.
    Only what that task asks for: acts of terror in nine countries of Latin America.
    """
    day, codec = parse_published(published), check_encoding(encoding)
    articles = library.read_articles(gather_sources(paths, None), published=day, encoding=codec, max_chars=max_chars)
    # Loaded with the command, for `--help` must not import the library.
    from dateline.wire.muc4 import build_templates, encode_templates  # noqa: PLC0415

    failed, destination = False, Destination(None)
    for outcome in library.extract_drafts(articles, model=model, lexicon=lexicon, places=places):
        if outcome.failure is not None:
            failed = True
            complain_of(outcome.failure)
        elif outcome.article is not None:
            templates = build_templates(outcome.records, outcome.article.text)
            destination.write(encode_templates(name_article(outcome.article), templates))
    if failed:
        raise typer.Exit(ExitStatus.SOME_FAILED)


def name_article(article: Article) -> str:
    """Return what the keys of a benchmark call an article: "news.jsonl#TST1-0001" and "TST1-0001.txt" alike."""
    path, _, name = article.source.rpartition("#")
    return name if path else PurePath(article.source).stem

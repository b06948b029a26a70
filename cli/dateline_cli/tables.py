"""Many incidents at a glance: one row each, or on a narrow terminal a few lines each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline_cli.messages import plain
from dateline_cli.phrases import (
    UNKNOWN,
    phrase_attribution,
    phrase_count,
    phrase_date,
    phrase_place,
    phrase_toll,
    phrase_type,
    words,
)

if TYPE_CHECKING:
    from dateline.records import ArticleInfo, Record

# Width, in columns, from which a table leaves enough letters to each of its cells.
WIDE_WITH_ARTICLE = 96
WIDE = 76
STANCE_STYLES = {"claimed": "red", "accused": "yellow", "suspected": "yellow", "denied": "dim", "cleared": "dim"}


def draw_table(console: Console, records: Sequence[Record]) -> None:
    """Print the records; nothing for none."""
    if not records:
        return
    # The article need not be told on every line where there is but one.
    one_article = len({record.article.id for record in records}) == 1
    layout = _tabulate if console.width >= (WIDE if one_article else WIDE_WITH_ARTICLE) else _stack
    if one_article:
        console.print(Text(name_article(records[0].article), style="bold"))
        console.print()
    console.print(layout(records, with_article=not one_article))


def name_article(article: ArticleInfo) -> str:
    """Return the headline, or the source where there is none, safe for a terminal."""
    return plain(article.title or article.source)


def begin_table() -> Table:
    """Return a table with the columns that every list of incidents begins with."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1))
    table.add_column("Date", min_width=10, max_width=13)
    table.add_column("Place", overflow="fold")
    table.add_column("Type", overflow="fold", min_width=9)
    table.add_column("Killed", justify="right", no_wrap=True)
    table.add_column("Injured", justify="right", no_wrap=True)
    return table


def _tabulate(records: Sequence[Record], *, with_article: bool) -> RenderableType:
    table = begin_table()
    table.add_column("Who", overflow="fold")
    if with_article:
        table.add_column("Article", overflow="fold")
    for record in records:
        cells = [
            Text(phrase_date(record.date)),
            Text(plain(phrase_place(record.place))),
            _type_cell(record),
            _count_cell(phrase_count(record.casualties.killed), "red"),
            _count_cell(phrase_count(record.casualties.injured), "yellow"),
            _who_cell(record),
        ]
        if with_article:
            cells.append(Text(name_article(record.article)))
        table.add_row(*cells, style="dim" if record.role == "background" else None)
    return table


def _stack(records: Sequence[Record], *, with_article: bool) -> RenderableType:
    """Lay each record out as three or four lines, for narrow terminals."""
    rows: list[RenderableType] = []
    for record in records:
        head = Text.assemble(phrase_date(record.date), "  ", _type_cell(record))
        lines = [Text(plain(phrase_place(record.place))), Text(phrase_toll(record), style="yellow")]
        if record.attributions:
            lines.append(_who_cell(record))
        if with_article:
            lines.append(Text(name_article(record.article), style="dim"))
        rows.append(head)
        rows.extend(Padding(line, (0, 0, 0, 2), expand=False) for line in lines if line.plain != UNKNOWN)
        rows.append(Text(""))
    return Group(*rows[:-1])


def _type_cell(record: Record) -> Text:
    cell = Text(phrase_type(record), style="bold" if record.role == "main" else "")
    if record.role == "background":
        cell.append(f" ({words(record.role)})")
    return cell


def _count_cell(phrase: str, style: str) -> Text:
    return Text(phrase, style="dim" if phrase in {UNKNOWN, "0"} else style)


def _who_cell(record: Record) -> Text:
    if not record.attributions:
        return Text(UNKNOWN, style="dim")
    actors = [
        Text(plain(phrase_attribution(attribution)), style=STANCE_STYLES.get(attribution.stance, ""))
        for attribution in record.attributions
    ]
    return Text("\n").join(actors)

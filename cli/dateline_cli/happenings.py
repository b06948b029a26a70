"""Happenings at a glance, each with the articles that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from dateline_cli.messages import plain
from dateline_cli.phrases import UNKNOWN, phrase_date, phrase_place, phrase_type
from dateline_cli.tables import begin_table, name_article

if TYPE_CHECKING:
    from dateline.records import Count, Record

Happening = tuple["Record", ...]  # its records, the one that tells it best first


def gather_happenings(records: Sequence[Record], clusters: Sequence[str]) -> list[Happening]:
    """Return the happenings in order of first mention."""
    groups: dict[str, list[Record]] = {}
    for record, cluster in zip(records, clusters, strict=True):
        groups.setdefault(cluster, []).append(record)
    return [tuple(sorted(group, key=_rank)) for group in groups.values()]


def _rank(record: Record) -> tuple[bool, float]:
    """Order records by how well they tell of their incident: those about it first, then the surer."""
    return record.role != "main", -record.confidence.get("overall", 0.0)


def draw_happenings(console: Console, happenings: Sequence[Happening]) -> None:
    """Print one row for each happening; nothing for none."""
    if not happenings:
        return
    table = begin_table()
    table.add_column("Told by", overflow="fold")
    for happening in happenings:
        best = happening[0]
        table.add_row(
            phrase_date(best.date),
            Text(plain(phrase_place(best.place))),
            phrase_type(best),
            _phrase_figures(record.casualties.killed for record in happening),
            _phrase_figures(record.casualties.injured for record in happening),
            Text(_phrase_articles(happening)),
        )
    console.print(table)


def _phrase_figures(counts: Iterable[Count | None]) -> str:
    """Return the figure, or the lowest and the highest of several: "3", "3-5"."""
    figures = sorted({count.best for count in counts if count is not None and count.best is not None})
    if not figures:
        return UNKNOWN
    return str(figures[0]) if len(figures) == 1 else f"{figures[0]}-{figures[-1]}"


def _phrase_articles(happening: Happening) -> str:
    first = name_article(happening[0].article)
    others = len({record.article.id for record in happening}) - 1
    return f"{first} (+{others})" if others else first

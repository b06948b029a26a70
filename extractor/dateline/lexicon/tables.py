"""Reads the tab-separated files of the lexicon."""

from __future__ import annotations

from importlib.resources import files

from dateline.errors import LexiconError


def load_rows(name: str, columns: int) -> list[tuple[int, list[str]]]:
    """Return the rows of `data/NAME` with their line numbers, comments and blank lines left out.

    Raises:
        LexiconError: a row has another number of columns; names file and line.
    """
    text = (files("dateline.lexicon") / "data" / name).read_text("utf-8")
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise LexiconError(f"{name}:{number}: {len(cells)} columns, not {columns}; part them with tabs")
        rows.append((number, cells))
    return rows


def split_cell(cell: str) -> list[str]:
    """Return the entries of a cell that holds several."""
    return [part for part in cell.split("|") if part]

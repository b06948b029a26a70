"""Tells whether a place in the text stands inside a quotation."""

from __future__ import annotations


def is_quoted(position: int, text: str) -> bool:
    """Whether a quotation is open at code point `position` in its paragraph."""
    before = text[text.rfind("\n\n", 0, position) + 1 : position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1

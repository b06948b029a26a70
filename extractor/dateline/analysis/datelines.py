"""Finds where the story starts behind a dateline: behind the dash of "KABUL, Jan. 25 (AP) — A bomb"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.articles import Article

# Region, day and agency stand between the town and the dash, and none of their words is in lower case.
BETWEEN = re.compile(r"(?P<inner>[^\n—–]{0,60}?)\s*(?:--|—|–|(?<=\s)-)\s+(?=\S)")
LOWER = re.compile(r"\b[a-zà-ÿ]{3,}")


def find_story_start(article: Article) -> int | None:
    """Return the code point behind the dateline's dash; None without a dateline, or where no dash closes it."""
    if article.dateline is None:
        return None
    found = BETWEEN.match(article.text, article.dateline.end)
    if found is None or LOWER.search(found["inner"]):
        return None
    return found.end()

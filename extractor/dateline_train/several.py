"""Reads `data/several.toml`: articles of ours in which each stretch of text says which incident it tells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.articles import Article, PublishedBasis
from dateline.merge.clues import Clue
from dateline.read import parse_article

DATA = Path(__file__).with_name("data") / "several.toml"
NONE = 0  # number of the stretches that tell no incident

_MARK = re.compile(r"\[(\d+|-)\]\s?")
_KEY_LENGTH = 20  # letters by which a stretch is found again in the normalised text


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """An article and which of its incidents each stretch tells."""

    article: Article
    stretches: tuple[tuple[int, int], ...]  # start in the text, number of the incident; in order of text
    titled: int  # number of the incident that the headline tells

    def incident_at(self, offset: int) -> int:
        """Return the number of the incident told at an offset of the text, `NONE` for none."""
        number = self.titled
        for start, told in self.stretches:
            if start > offset:
                break
            number = told
        return number

    def label(self, clue: Clue) -> int:
        """Return the number of the incident that the clue tells."""
        return self.incident_at(clue.frame.triggers[0].span.start)


def load_several() -> tuple[Several, ...]:
    """Return the articles, in the order of the file.

    Raises:
        ValueError: a stretch is not found in the article that was read.
    """
    rows = tomllib.loads(DATA.read_text("utf-8"))["article"]
    return tuple(_read(row) for row in rows)


def _read(row: dict[str, str]) -> Several:
    raw = row["text"].strip()
    published = date.fromisoformat(row["published"]) if "published" in row else None
    article = parse_article(
        _MARK.sub("", raw),
        source=row["id"],
        title=row.get("title"),
        published=published,
        published_basis=PublishedBasis.GIVEN if published else None,
    )
    stretches = tuple(_find_stretches(raw, article))
    # The headline sums up what the article opens with.
    return Several(article=article, stretches=stretches, titled=stretches[0][1])


def _find_stretches(raw: str, article: Article) -> Iterator[tuple[int, int]]:
    marks = list(_MARK.finditer(raw))
    letters = [(letter, offset) for offset, letter in enumerate(article.text) if not letter.isspace()]
    text = "".join(letter for letter, _ in letters)
    at = 0
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        stretch = raw[mark.end() : following.start() if following else len(raw)]
        key = "".join(stretch.split())[:_KEY_LENGTH]
        at = text.find(key, at)
        if at < 0:
            raise ValueError(f"{article.source}: {key!r} is not in the article")
        yield letters[at][1], NONE if mark[1] == "-" else int(mark[1])
        at += len(key)

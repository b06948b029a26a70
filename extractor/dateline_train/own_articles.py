"""Reads the news articles that we wrote and coded ourselves, from `data/articles`.

In `text` a number in brackets begins a stretch that tells the incident of that number; "[-]" begins one that tells
none. The marks are taken out before the article is read. The tables `incident` code what is to be read of each: the
fields of the record in short. Of an article that is coded `partly`, day, place, tolls and attributions alone.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from dateline.articles import Article, PublishedBasis
from dateline.members import CASUALTY_KINDS
from dateline.merge.clues import Clue
from dateline.merge.incidents import Draft
from dateline.read import parse_article
from dateline_train.gold import Gold, article_key

FOLDER = Path(__file__).with_name("data") / "articles"
NONE = 0  # number of the stretches that tell no incident

_MARK = re.compile(r"\[(\d+|-)\]\s?")
_KEY_LENGTH = 20  # letters by which a stretch is found again in the normalised text


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnArticle:
    """An article, its incidents, and which of them each stretch tells."""

    article: Article
    stretches: tuple[tuple[int, int], ...]  # start in the text, number of the incident; in order of text
    titled: int  # number of the incident that the headline tells
    incidents: Mapping[int, dict[str, Any]]  # by number, in the shape of the gold files
    whole: bool  # every field is coded

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

    def pair(self, drafts: Sequence[Draft]) -> tuple[int, ...]:
        """Return each draft's incident; of several drafts of one the weightiest has it, the others `NONE`."""
        numbers = [NONE] * len(drafts)
        seen = {NONE}
        for index in sorted(range(len(drafts)), key=lambda index: -len(drafts[index].clues)):
            votes = Counter(self.label(clue) for clue in drafts[index].clues)
            number, _ = votes.most_common(1)[0]
            if number not in seen:
                numbers[index] = number
                seen.add(number)
        return tuple(numbers)


def load_own_articles() -> tuple[OwnArticle, ...]:
    """Return the articles, in the order of the files' names and within them.

    Raises:
        ValueError: a stretch is not found in the article that was read.
    """
    files = sorted(FOLDER.glob("*.toml"))
    return tuple(_read(row) for file in files for row in tomllib.loads(file.read_text("utf-8"))["article"])


def add_own_articles(gold: Gold) -> Gold:
    """Return the gold articles and those of ours that are wholly coded."""
    own = [told for told in load_own_articles() if told.whole]
    coded = {article_key(told.article): list(told.incidents.values()) for told in own}
    articles = (*gold.articles, *(told.article for told in own))
    return replace(gold, articles=articles, incidents={**gold.incidents, **coded})


def _read(row: Mapping[str, Any]) -> OwnArticle:
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
    return OwnArticle(
        article=article,
        stretches=stretches,
        titled=stretches[0][1],  # the headline sums up what the article opens with
        incidents={told["number"]: _expand(told) for told in row.get("incident", ())},
        whole=not row.get("partly", False),
    )


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


def _expand(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return an incident as the gold files have it."""
    kinds = told.get("type", ())
    days, place = told.get("date"), told.get("place")
    tolls = told.get("casualties", {})
    return {
        "role": told.get("role", "main"),
        "optional": told.get("optional", False),
        "type": kinds[0] if kinds else None,
        "type_also": list(kinds[1:]),
        "stage": told.get("stage"),
        "date": {"start": days[0], "end": days[1]} if days else None,
        "place": {**place, "precision": _precision(place)} if place else None,
        "weapons": told.get("weapons", []),
        "attributions": told.get("actors", []),
        "targets": [{"effect": None, **target} for target in told.get("targets", ())],
        "victims": [
            {"name": None, **victim, "count": _count(victim.get("count"))} for victim in told.get("victims", ())
        ],
        "casualties": {kind: _count(tolls.get(kind)) for kind in CASUALTY_KINDS},
    }


def _precision(place: Mapping[str, Any]) -> str:
    return next((key for key in ("site", "locality", "admin1") if place.get(key)), "country")


def _count(stated: int | Mapping[str, Any] | None) -> dict[str, Any] | None:
    if stated is None:
        return None
    if isinstance(stated, int):
        return {"min": stated, "max": stated, "best": stated, "approximate": False}
    return {"min": None, "max": None, "approximate": False, **stated}

"""Reads articles of ours that tell several incidents, or one beside history.

In `data/several.toml` each stretch of text says which incident it tells; `data/several.tsv` holds what is to be read
of each incident: day, place, tolls, and who is tied to it and how.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.articles import Article, PublishedBasis
from dateline.merge.clues import Clue
from dateline.merge.incidents import Draft
from dateline.read import parse_article

TEXTS = Path(__file__).with_name("data") / "several.toml"
FACTS = TEXTS.with_suffix(".tsv")
TOLLS = ("killed", "injured", "arrested", "kidnapped")
NONE = 0  # number of the stretches that tell no incident

_MARK = re.compile(r"\[(\d+|-)\]\s?")
_ACTOR = re.compile(r"(?:^|; )([^;]+?) \((\w+)\)")
_KEY_LENGTH = 20  # letters by which a stretch is found again in the normalised text


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """An article and which of its incidents each stretch tells."""

    article: Article
    stretches: tuple[tuple[int, int], ...]  # start in the text, number of the incident; in order of text
    titled: int  # number of the incident that the headline tells
    incidents: Mapping[int, dict[str, Any]]  # by number, as gold files have them: date, place, casualties, attributions

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


def load_several() -> tuple[Several, ...]:
    """Return the articles, in the order of the file.

    Raises:
        ValueError: a stretch is not found in the article that was read.
    """
    rows = tomllib.loads(TEXTS.read_text("utf-8"))["article"]
    facts = _read_facts()
    return tuple(_read(row, facts[row["id"]]) for row in rows)


def _read_facts() -> Mapping[str, dict[int, dict[str, Any]]]:
    facts: defaultdict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    with FACTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            facts[row["article"]][int(row["incident"])] = {
                "date": {"start": row["start"], "end": row["end"]} if row["start"] else None,
                "place": _place(row) if row["country"] else None,
                "casualties": {name: int(row[name]) for name in TOLLS if row[name]},
                "attributions": [{"actor": actor, "stance": stance} for actor, stance in _ACTOR.findall(row["actors"])],
            }
    return facts


def _place(row: Mapping[str, str]) -> dict[str, str | None]:
    precision = "locality" if row["locality"] else "admin1" if row["admin1"] else "country"
    names = {name: row[name] or None for name in ("locality", "admin1", "country")}
    return {**names, "precision": precision}


def _read(row: dict[str, str], incidents: dict[int, dict[str, Any]]) -> Several:
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
    return Several(article=article, stretches=stretches, titled=stretches[0][1], incidents=incidents)


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

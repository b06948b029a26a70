"""Reads the gold incidents and pairs drafts with them, by the scorer that judges the records."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import dateline
from dateline.articles import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A folder of gold articles, their incidents and the scorer."""

    articles: tuple[Article, ...]
    incidents: Mapping[str, list[dict[str, Any]]]  # by article id
    scorer: ModuleType


def article_key(article: Article) -> str:
    """Return the article's id in the gold files."""
    return article.source.rsplit("#", 1)[1] if "#" in article.source else Path(article.source).stem


def load_scorer(path: Path) -> ModuleType:
    """Load a scorer that lies beside its data.

    Raises:
        FileNotFoundError: it is not there.
    """
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    scorer = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = scorer  # its dataclasses look their module up
    spec.loader.exec_module(scorer)
    return scorer


def load_gold(folder: Path, *, split: str) -> Gold:
    """Read `folder/SPLIT` (articles and gold.jsonl) and `folder/score_records.py`.

    Raises:
        FileNotFoundError: a file is not there.
    """
    scorer = load_scorer(folder / "score_records.py")
    listed = folder / split / "articles.jsonl"
    source = str(listed if listed.exists() else folder / split / "articles")
    read = dateline.read_sources([source], options=dateline.ReadOptions())
    rows = (json.loads(line) for line in (folder / split / "gold.jsonl").read_text("utf-8").splitlines() if line)
    return Gold(
        articles=tuple(item for item in read if isinstance(item, Article)),
        incidents={row["id"]: row["incidents"] for row in rows},
        scorer=scorer,
    )


def pair_records(gold: Gold, key: str, records: list[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Yield, for each record's number, the gold incident that the scorer aligns it with, None for none."""
    _, detail = gold.scorer.score_article(gold.incidents[key], records)
    for incident, record in detail:
        if record is not None:
            yield next(i for i, other in enumerate(records) if other is record), incident

"""Reads the texts and answer keys of MUC-4 and pairs drafts with the key's templates, by the scorer beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson

import dateline
from dateline.articles import Article
from dateline.merge.assembly import assemble_records
from dateline.merge.incidents import Draft, draft_incidents
from dateline.merge.roles import BACKGROUND_DAYS
from dateline.records import EventType, Record
from dateline.wire.muc4 import build_template
from dateline.wire.muc4_incidents import fits_task
from dateline_train.gold import load_scorer
from dateline_train.muc4 import read_texts
from dateline_train.unseen import UnseenExtractor

# The task asks for none of these, or only for some of them: that the key is silent says nothing.
NOT_ASKED = frozenset(
    (
        EventType.ARMED_CLASH,
        EventType.ARREST,
        EventType.PROTEST,
        EventType.RIOT,
        EventType.STRIKE,
        EventType.WEAPONS_SEIZURE,
        EventType.ROBBERY,
        EventType.HIJACKING,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerKey:
    """The texts of one part of MUC-4 and the templates that people wrote for them."""

    articles: tuple[Article, ...]
    templates: Mapping[str, Sequence[Any]]  # by article id; the scorer's own type
    scorer: ModuleType


def load_key(folder: Path, *, part: str) -> AnswerKey:
    """Read `folder/data/PART.txt` and `PART.key`, and `folder/muc4_score.py`.

    Raises:
        FileNotFoundError: a file is not there.
    """
    scorer = load_scorer(folder / "muc4_score.py")
    templates = scorer.by_document(scorer.read_file(str(folder / "data" / f"{part}.key")))
    texts = read_texts(folder / "data" / f"{part}.txt")
    return AnswerKey(
        articles=tuple(dateline.parse_article(text, source=f"muc4#{name}") for name, text in texts),
        templates={name: [t for t in rows if not t.irrelevant] for name, rows in templates.items()},
        scorer=scorer,
    )


def label_drafts(extractor: UnseenExtractor, article: Article, key: AnswerKey) -> Iterator[tuple[Draft, int]]:
    """Yield every draft of an article that can be labelled, with 1 where the key has it as an incident, else 0.

    Left out are drafts that only an optional template answers, that compete with a better one for a template, or that
    are of a kind that the task does not ask for.
    """
    trace = extractor.explain(article)
    drafts = draft_incidents(trace.sketches, trace.article)
    records = assemble_records([draft.incident for draft in drafts], trace.article)
    templates = key.templates.get(article.source.rsplit("#", 1)[1], [])
    judge = key.scorer.LenientJudge()
    lines = [
        orjson.dumps({"doc_id": "x", "templates": [build_template(record, article.text)]}).decode()
        for record in records
    ]
    answers = [next(t for t in key.scorer.read_jsonl([line])) for line in lines]
    paired = {id(answer): template for template, answer in key.scorer.align(templates, answers, judge) if answer}
    for draft, record, answer in zip(drafts, records, answers, strict=True):
        template = paired.get(id(answer))
        if template is not None:
            if not template.optional:
                yield draft, 1
        elif not any(key.scorer.mappable(other, answer, judge) for other in templates) and _is_asked(
            record, article.text
        ):
            yield draft, 0


def _is_asked(record: Record, text: str) -> bool:
    """Whether the key would have the record's incident if it were one."""
    published = record.article.published
    old = record.date and published and record.date.end < published - timedelta(days=BACKGROUND_DAYS)
    return record.type not in NOT_ASKED and not old and fits_task(record, text)

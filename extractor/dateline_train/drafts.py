"""Drafts of the training articles and the gold incident that each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

import dateline
from dateline.merge.assembly import assemble_records
from dateline.merge.incidents import Draft, draft_incidents
from dateline.stages import Trace
from dateline_train.gold import Gold, article_key, pair_records
from dateline_train.own_articles import NONE, load_own_articles
from dateline_train.unseen import UnseenExtractor


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDraft:
    """A draft that tells a gold incident."""

    trace: Trace
    key: str  # id of the article
    draft: Draft
    incident: dict[str, Any]


def collect_known(extractor: UnseenExtractor, gold: Gold) -> Iterator[KnownDraft]:
    """Yield the drafts that the scorer aligns with an incident of the gold articles, then those of our articles."""
    for article in gold.articles:
        key, trace = article_key(article), extractor.explain(article)
        drafts = draft_incidents(trace.sketches, trace.article)
        made = assemble_records([draft.incident for draft in drafts], article)
        records = [orjson.loads(dateline.encode_record(record)) for record in made]
        for number, incident in pair_records(gold, key, records):
            if incident is not None:
                yield KnownDraft(trace=trace, key=key, draft=drafts[number], incident=incident)
    for told in load_own_articles():
        trace = extractor.explain(told.article)
        drafts = draft_incidents(trace.sketches, trace.article)
        for draft, number in zip(drafts, told.pair(drafts), strict=True):
            if number != NONE:
                key = article_key(told.article)
                yield KnownDraft(trace=trace, key=key, draft=draft, incident=told.incidents[number])

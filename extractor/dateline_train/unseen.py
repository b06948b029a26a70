"""Explains training articles as if they were new: the happenings are told apart by a judge that has not seen them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import dateline
from dateline.articles import Article
from dateline.merge.clustering import Judge
from dateline.stages import Trace, gather_happenings
from dateline_train.gold import article_key
from dateline_train.sameness import fit_strangers


@dataclass(frozen=True, slots=True)
class UnseenExtractor:
    """What the trainers after `sameness` take the drafts of: such as new articles will give."""

    extractor: dateline.Extractor
    judges: Mapping[str, Judge]  # by article id; an article without one is no training article of `sameness`

    def explain(self, article: Article) -> Trace:
        """Return every step from `article` to its happenings; of the incidents none."""
        trace = self.extractor.explain(article)
        judge = self.judges.get(article_key(article))
        happenings = gather_happenings(trace.clues, trace.found.stances, judge) if judge else trace.happenings
        return replace(trace, happenings=happenings, incidents=())


def make_unseen(folder: Path, split: str) -> UnseenExtractor:
    """Return the extractor for the trainers, its judges fitted on the other articles of `folder` and ours."""
    return UnseenExtractor(dateline.Extractor(), fit_strangers(folder, split))

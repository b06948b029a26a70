"""Explains training articles as if they were new: the happenings are told apart by a judge that has not seen them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import dateline
from dateline.articles import Article
from dateline.merge.clustering import Judge
from dateline.merge.incidents import join_sketches, sketch_happenings
from dateline.stages import Trace, gather_happenings
from dateline_train.gold import article_key


class UnseenExtractor:
    """What the trainers take the drafts of: such as new articles will give. Each article is gone through once."""

    def __init__(self) -> None:
        """Begin with no article."""
        self.judges: Mapping[str, Judge] = {}  # by article id; set when they are fitted
        self._extractor = dateline.Extractor()
        self._traces: dict[tuple[str, str], Trace] = {}

    def trace(self, article: Article) -> Trace:
        """Return every step from `article` to its clues; what follows is by the judges that ship."""
        key = (article.id, str(article.published))
        if key not in self._traces:
            self._traces[key] = replace(self._extractor.explain(article), incidents=())
        return self._traces[key]

    def gather(self, article: Article) -> Trace:
        """Return every step from `article` to its happenings, none of them joined yet; of the incidents none."""
        trace = self.trace(article)
        judge = self.judges.get(article_key(article))
        happenings = gather_happenings(trace.clues, trace.found.stances, trace.article.text, judge)
        return replace(trace, sketches=sketch_happenings(happenings, trace.article, trace.surroundings))

    def explain(self, article: Article) -> Trace:
        """Return every step from `article` to its happenings; of the incidents none."""
        trace = self.gather(article)
        return replace(trace, sketches=join_sketches(trace.sketches, trace.article, trace.surroundings))

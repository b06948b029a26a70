"""From an article to its spaCy Doc."""

from dateline.analysis.documents import analyse_articles
from dateline.analysis.pipelines import Pipeline, load_pipeline

__all__ = ["Pipeline", "analyse_articles", "load_pipeline"]

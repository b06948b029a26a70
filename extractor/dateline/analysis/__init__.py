"""From an article to its spaCy Doc."""

from dateline.analysis.documents import analyse_article
from dateline.analysis.pipelines import Pipeline, load_pipeline

__all__ = ["Pipeline", "analyse_article", "load_pipeline"]

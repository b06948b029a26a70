"""Reading: from paths and standard input to articles."""

from __future__ import annotations

from dateline.read.options import Format, ReadOptions
from dateline.read.parsing import parse_article
from dateline.read.sources import read_sources

__all__ = ["Format", "ReadOptions", "parse_article", "read_sources"]

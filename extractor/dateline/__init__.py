"""News articles in, one normalised record per incident out.

from datetime import date
import dateline
for record in dateline.extract("A car bomb killed three people in Mosul on Monday.", published=date(2016, 5, 4)):
    print(record.type, record.place, record.casualties)
"""

from __future__ import annotations

from dateline.api import extract
from dateline.articles import Article, Failure
from dateline.errors import ConfigurationError, DatelineError, InputError
from dateline.extraction import Extractor, ExtractorOptions, Outcome
from dateline.read import ReadOptions, parse_article, read_sources
from dateline.records import Record
from dateline.version import __version__
from dateline.wire.jsonl import decode_record, encode_record

__all__ = [
    "Article",
    "ConfigurationError",
    "DatelineError",
    "Extractor",
    "ExtractorOptions",
    "Failure",
    "InputError",
    "Outcome",
    "ReadOptions",
    "Record",
    "__version__",
    "decode_record",
    "encode_record",
    "extract",
    "parse_article",
    "read_sources",
]

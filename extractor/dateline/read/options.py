"""What a user may set about reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MAX_CHARS = 1_000_000  # code points of one article; a long feature has about 50,000


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"  # one object, or a list of objects
    JSONL = "jsonl"  # one object a line


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """Settings for all sources of one call."""

    published: date | None = None  # publication day of every article, over what files say; None: as files say
    encoding: str | None = None  # name of a Python text codec for every file; None: found out
    format: Format | None = None  # of every file; None: found out
    max_chars: int = MAX_CHARS  # code points of one article; longer ones are failures

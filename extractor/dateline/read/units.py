"""What is read first: articles one by one, still as the bytes that they came in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from dateline.read.options import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One article that is not parsed yet; it can be pickled, so that another process may parse it.

    A reader of a container (JSON lines, an archive) makes one for each article in it.
    """

    source: str  # as `Article.source`; on one line
    data: bytes  # one whole file in its own encoding; for Format.JSON one JSON value in UTF-8
    suffix: str = ""  # of the file's name, small, with its dot; a hint where the content alone does not tell
    url: str | None = None  # that the article was fetched from; None: not known, or in the bytes
    fetched: date | None = None  # day on which a crawler did that: it was published by then; None: not known
    format: Format | None = None  # what the bytes are, never JSONL; None: text, Markdown or HTML, as the content tells

    @property
    def key(self) -> str:
        """SHA-256 of all that decides what the article says, the source not among it; hexadecimal."""
        digest = hashlib.sha256(f"{self.format or ''}\n{self.suffix}\n".encode("utf-8", "surrogatepass"))
        if self.url is not None or self.fetched is not None:
            digest.update(f"{self.url}\n{self.fetched}\n".encode("utf-8", "surrogatepass"))
        digest.update(self.data)
        return digest.hexdigest()

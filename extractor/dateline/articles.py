"""An article as the stages see it: one normalised text, its blocks, what is known of its origin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.spans import Span


class BlockKind(StrEnum):
    """What a block of the article is, as far as its looks tell."""

    TITLE = "title"
    SUBTITLE = "subtitle"  # standfirst, cross-heading
    BYLINE = "byline"  # author, agency, dateline standing alone, time stamp
    CAPTION = "caption"  # picture caption or credit
    BODY = "body"
    FURNITURE = "furniture"  # "Read more", sharing links, copyright, newsletter sign-up


class PublishedBasis(StrEnum):
    """Where the publication date comes from."""

    GIVEN = "given"  # by the user
    METADATA = "metadata"  # by the file's own fields or markup
    DATELINE = "dateline"  # by a dateline or header line in the text
    INFERRED = "inferred"  # worked out from dates in the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph of the normalised text."""

    span: Span  # without the blank lines around it
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article, ready for analysis.

    `text` is NFC with LF line ends and includes the title (as its first block) when there is one; all
    offsets of a record count its code points. Blocks are in order, do not overlap and cover all that is
    not white space.
    """

    id: str  # stable hash of `text`
    source: str  # path or URL as given; "path#id" inside a container; "-" or "-#id" for standard input
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: PublishedBasis | None = None
    dateline: Span | None = (
        None  # the place of a dateline ("KABUL, Jan. 25 (AP) —": "KABUL"); never an incident's place by itself
    )
    language: str | None = None  # ISO 639-1


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An article, or a file, that could not be read or extracted; it takes the place of a result in the stream."""

    source: str
    stage: str  # "read" or "extract"
    message: str  # one line: the fault and the way out

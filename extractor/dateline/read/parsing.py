"""From a text and what is known of it to an `Article`: normalised, parted into blocks, each block classed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.articles import Article, Block, BlockKind, PublishedBasis
from dateline.errors import InputError
from dateline.read.cleaning import clean_line, clean_text
from dateline.read.cues import (
    ends_sentence,
    find_authors,
    heads_links,
    is_byline,
    is_caption,
    is_clip,
    is_furniture,
    is_heading,
    is_person_name,
)
from dateline.read.datelines import (
    Dateline,
    dateline_day,
    find_closing_date,
    find_dateline,
    find_header_date,
    split_stamp,
)
from dateline.read.languages import guess_language
from dateline.read.paragraphs import split_paragraphs
from dateline.read.published import parse_url_date
from dateline.read.titles import drop_title, find_title, part_title, split_inline_title, title_key
from dateline.spans import Span

HEAD_BLOCKS = 8  # first blocks in which bylines, datelines and date lines are looked for
CLOSING_BLOCKS = 3  # last blocks in which the line is looked for that tells where the article came out
STORY_LENGTH = 120  # code points; a longer block that ends a sentence is story
BARE_DATELINE = 240  # code points; no longer block is a dateline alone
ID_DIGITS = 16
TEASER_LENGTH = 40  # code points; shorter lines may stand twice by chance

_TITLE_END = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A paragraph and its kind, before it has its place in the text."""

    text: str
    kind: BlockKind


def parse_article(
    text: str,
    *,
    source: str,
    title: str | None = None,
    published: date | None = None,
    published_basis: PublishedBasis | None = None,
    authors: Iterable[str] = (),
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """Make an article of a text and what is known of it.

    `Article.text` is canonical: the headline first, then the paragraphs, each on one line, a blank line between
    them. Read again it gives the same text.

    Args:
        text: the body, with or without its headline.
        source: path or address as it shall stand in the records.
        title: the headline; None: looked for in the text.
        published: publication day; None: taken from the address, a dateline or a header line with a full date.
        published_basis: where `published` comes from; None: given by the caller.
        authors: in order of the byline; empty: taken from a "By ..." line.
        publisher: name of the paper, agency or site; None: the site's name at the end of the title.
        url: the article's address on the web.
        language: ISO 639-1; None: guessed when the words settle it.

    Raises:
        InputError: there is no text.
    """
    paragraphs = split_paragraphs(clean_text(text))
    headline, site = part_title(clean_line(title), publisher=publisher) if title else (None, None)
    headline, paragraphs = _part_headline(paragraphs, headline if headline and title_key(headline) else None)
    parts = _class_parts(_part_stamp(paragraphs), titled=headline is not None)
    if headline is not None:
        parts = (_Part(text=headline, kind=BlockKind.TITLE), *parts)
    if not parts:
        raise InputError(f"{source}: empty; give a file with the text of an article")
    normal, blocks = _lay_out(parts)
    place, found = _locate_dateline(normal, blocks, all_caps=_is_all_caps(paragraphs))
    if published is None:
        published, published_basis = _published_in_text(parts, found=found, url=url)
    elif published_basis is None:
        published_basis = PublishedBasis.GIVEN
    names = tuple(name for author in authors if (name := clean_line(author)))
    return Article(
        id=hashlib.sha256(normal.encode()).hexdigest()[:ID_DIGITS],
        source=source,
        text=normal,
        blocks=blocks,
        title=headline,
        authors=names or _printed_authors(parts),
        publisher=(clean_line(publisher) or None) if publisher else site,
        url=(clean_line(url) or None) if url else None,
        published=published,
        published_basis=published_basis,
        dateline=place,
        language=language or guess_language(normal),
    )


def _part_headline(paragraphs: Sequence[str], title: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Return the headline, found when not given, and the paragraphs without it."""
    if title is None:
        paragraphs = _part_stamp(paragraphs)
        title = find_title(paragraphs)
    if title is None and paragraphs and (parted := split_inline_title(paragraphs[0])) is not None:
        return parted[0], (parted[1], *paragraphs[1:])
    return title, drop_title(paragraphs, title) if title is not None else tuple(paragraphs)


def _part_stamp(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Part a date line from the story that follows it on the same line, in the first two paragraphs."""
    parted: list[str] = []
    for i, paragraph in enumerate(paragraphs):
        at = split_stamp(paragraph) if i < 2 else 0
        parted.extend((paragraph[:at].strip(" |:·•–—-"), paragraph[at:]) if at else (paragraph,))
    return tuple(parted)


def _class_parts(paragraphs: Sequence[str], *, titled: bool) -> tuple[_Part, ...]:
    all_caps = _is_all_caps(paragraphs)
    parts: list[_Part] = []
    told = False
    for i, paragraph in enumerate(paragraphs):
        after = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        kind = _class_part(paragraph, after=after, head=not told and i < HEAD_BLOCKS, titled=titled, all_caps=all_caps)
        told = told or (kind is BlockKind.BODY and (len(paragraph) > STORY_LENGTH or ends_sentence(paragraph)))
        parts.append(_Part(text=paragraph, kind=kind))
    classed = _drop_teasers(_drop_links(_drop_clips(parts)))
    if not any(part.kind is BlockKind.BODY for part in classed):
        return _save_story(classed)
    return _drop_trailing_headings(classed)


def _drop_clips(parts: Sequence[_Part]) -> tuple[_Part, ...]:
    """Class a clip that is a whole sentence as furniture where another stands beside it; alone it is of a timeline."""
    clips = [part.kind is BlockKind.FURNITURE and is_clip(part.text) for part in parts]
    return tuple(
        _Part(text=part.text, kind=BlockKind.FURNITURE) if is_clip(part.text) and any(beside) else part
        for part, *beside in zip(parts, (False, *clips), (*clips[1:], False), strict=False)
    )


def _drop_links(parts: Sequence[_Part]) -> tuple[_Part, ...]:
    """Class as furniture the lines below a label for other stories, up to the first that ends as a sentence does."""
    found: list[_Part] = []
    listing = False
    for part in parts:
        if part.kind is BlockKind.FURNITURE:
            listing = heads_links(part.text) or listing
        elif ends_sentence(part.text) or len(part.text) > STORY_LENGTH:
            listing = False
        found.append(_Part(text=part.text, kind=BlockKind.FURNITURE) if listing else part)
    return tuple(found)


def _drop_teasers(parts: Sequence[_Part]) -> tuple[_Part, ...]:
    """Class paragraphs as furniture that stand twice in a row, where several do: pages of stations print links so.

    A single one may be the lead, printed as standfirst before.
    """
    texts = [part.text for part in parts]
    twice = [text == after and len(text) >= TEASER_LENGTH for text, after in zip(texts, (*texts[1:], ""), strict=False)]
    if sum(twice) < 2:
        return tuple(parts)
    return tuple(
        _Part(text=part.text, kind=BlockKind.FURNITURE) if twice[i] or (i and twice[i - 1]) else part
        for i, part in enumerate(parts)
    )


def _drop_trailing_headings(parts: Sequence[_Part]) -> tuple[_Part, ...]:
    """Class headings with no story below them as furniture: they are links to other stories."""
    stories = [i for i, part in enumerate(parts) if part.kind is BlockKind.BODY]
    # The very last line has nothing below to tell by, so it goes with the heading above it.
    if len(stories) > 1 and is_heading(parts[stories[-1]].text) and parts[stories[-1] - 1].kind is BlockKind.SUBTITLE:
        parts = (
            *parts[: stories[-1]],
            _Part(text=parts[stories[-1]].text, kind=BlockKind.SUBTITLE),
            *parts[stories[-1] + 1 :],
        )
        stories.pop()
    last = stories[-1]
    return tuple(
        _Part(text=part.text, kind=BlockKind.FURNITURE) if i > last and part.kind is BlockKind.SUBTITLE else part
        for i, part in enumerate(parts)
    )


def _class_part(text: str, *, after: str | None, head: bool, titled: bool, all_caps: bool) -> BlockKind:
    if is_furniture(text):
        return BlockKind.FURNITURE
    if is_caption(text):
        return BlockKind.CAPTION
    if is_byline(text) or (head and _is_bare_name(text, titled=titled) and after is not None):
        return BlockKind.BYLINE
    dateline = find_dateline(text, all_caps=all_caps) if len(text) < BARE_DATELINE else None
    if dateline is not None and dateline.end >= len(text):
        return BlockKind.BYLINE
    if head and titled and after is not None and len(text) > 40 and after.startswith(text.rstrip(".")):
        return BlockKind.SUBTITLE  # a standfirst that the story begins with
    if is_heading(text) and (after is not None or head) and not all_caps:
        return BlockKind.SUBTITLE
    return BlockKind.BODY


def _is_bare_name(text: str, *, titled: bool) -> bool:
    return titled and is_person_name(text)


def _is_all_caps(paragraphs: Sequence[str]) -> bool:
    sample = "".join(paragraph[:300] for paragraph in paragraphs[:4])
    small, capital = sum(map(str.islower, sample)), sum(map(str.isupper, sample))
    return capital > 9 * small


def _save_story(parts: Sequence[_Part]) -> tuple[_Part, ...]:
    """Keep a text that is all caption or heading from having no story: its longest such block is the story."""
    kinds = (BlockKind.CAPTION, BlockKind.SUBTITLE, BlockKind.BYLINE)
    longest = max((part for part in parts if part.kind in kinds), key=lambda part: len(part.text), default=None)
    if longest is None or len(longest.text.split()) < 6:
        return tuple(parts)
    return tuple(_Part(text=part.text, kind=BlockKind.BODY) if part is longest else part for part in parts)


def _lay_out(parts: Sequence[_Part]) -> tuple[str, tuple[Block, ...]]:
    blocks: list[Block] = []
    at = 0
    for part in parts:
        blocks.append(Block(span=Span(at, at + len(part.text)), kind=part.kind))
        at += len(part.text) + len(_TITLE_END)
    return _TITLE_END.join(part.text for part in parts), tuple(blocks)


def _locate_dateline(text: str, blocks: Sequence[Block], *, all_caps: bool) -> tuple[Span | None, Dateline | None]:
    """Find the dateline of the story: its place in the text, and the whole as printed in its block."""
    looked = 0
    for block in blocks[: HEAD_BLOCKS + 4]:
        if block.kind not in (BlockKind.BODY, BlockKind.BYLINE):
            continue
        found = find_dateline(block.span.of(text), all_caps=all_caps)
        if found is not None:
            start = block.span.start
            place = found.place and Span(start + found.place.start, start + found.place.end)
            return place, found
        looked += block.kind is BlockKind.BODY
        if looked == 3:
            break
    return None, None


def _published_in_text(
    parts: Sequence[_Part], *, found: Dateline | None, url: str | None
) -> tuple[date | None, PublishedBasis | None]:
    if url and (day := parse_url_date(url)) is not None:
        return day, PublishedBasis.METADATA
    head = parts[:HEAD_BLOCKS]
    headers = [part.kind in (BlockKind.TITLE, BlockKind.BYLINE) for part in head]
    lines = "\n".join(part.text for part in head if part.kind is not BlockKind.BODY)
    day = (
        dateline_day(found, headers=lines)
        or find_header_date([part.text for part in head], headers=headers)
        or find_closing_date([part.text for part in parts[-CLOSING_BLOCKS:]])
    )
    return day, None if day is None else PublishedBasis.DATELINE


def _printed_authors(parts: Sequence[_Part]) -> tuple[str, ...]:
    for part in parts[:HEAD_BLOCKS]:
        if part.kind is BlockKind.BYLINE:
            if names := find_authors(part.text):
                return names
            if is_person_name(part.text) and not is_byline(part.text):
                return (part.text,)
    return ()

"""Web pages: main text by trafilatura, title, authors, publisher and date from the page's own markup first.

trafilatura and lxml are loaded when the first page comes, not before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.articles import Article, PublishedBasis
from dateline.errors import InputError
from dateline.read.cleaning import drop_escapes
from dateline.read.languages import parse_language
from dateline.read.objects import check_length, split_authors
from dateline.read.options import ReadOptions
from dateline.read.parsing import parse_article
from dateline.read.published import parse_published, parse_url_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

EARLIEST = date(1990, 1, 1)  # pages that claim older dates carry placeholders ("0001-01-01", "1970-01-01" is the epoch)
LATEST = date(2060, 12, 31)
TIME_ZONES = timedelta(days=1)  # by which the days of two places differ at most
PAGE_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".mhtml"))
LEAST_TEXT = 80  # code points; less is a menu or a notice, not an article

_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review|Opinion|Backgrounder)$|^Article|^NewsArticle|^LiveBlog")
_DATE_META = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "article.published",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "bt:pubdate",
    "date",
)
_TITLE_META = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title")
_AUTHOR_META = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")
_SITE_META = ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher", "copyright")
_MARKUP_START = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page's own markup says of its article."""

    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: date | None
    url: str | None
    language: str | None
    body: str | None  # text of the article in the markup's structured data


def looks_like_html(text: str, *, named: bool) -> bool:
    """Whether a text is a web page: by its first tag, or, for a file `named` as one, by any tag."""
    head = text[:4000].removeprefix("\ufeff")
    return bool(_MARKUP_START.match(head)) or (named and bool(re.search(r"<[a-zA-Z!/][^>]*>", head)))


def parse_page(
    markup: str, *, source: str, url: str | None = None, fetched: date | None = None, options: ReadOptions
) -> Article:
    """Make an article of a web page.

    Args:
        markup: the page.
        source: what the records shall say.
        url: where it was fetched, for a page that does not say; None when that is not known.
        fetched: the day of that; what says a later one is not when the page was published; None when it is not known.
        options: settings.

    Raises:
        InputError: the page has no article text, or one longer than `options.max_chars`.
    """
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415  # half a second to import

    markup = drop_escapes(markup)  # whole, for the parser drops their first character alone
    tree = load_html(markup)
    if tree is None:  # a piece of a page is read as the body of one
        tree = load_html(f"<html><body>{markup}</body></html>")
    if tree is None:
        raise InputError(f"{source}: no readable HTML; save the page again, or give its text")
    latest = LATEST if fetched is None else fetched + TIME_ZONES
    page = read_page(tree, url=url, latest=latest)
    found = bare_extraction(tree, fast=True, include_comments=False, include_tables=False, with_metadata=False)
    text = (getattr(found, "text", None) or "") if found is not None else ""
    if len(text) < LEAST_TEXT:
        text = max((text, page.body or "", _paragraph_text(tree)), key=len)
    if not text.strip():
        raise InputError(f"{source}: no article text found on the page; give its text instead")
    check_length(text, source=source, options=options)
    given = options.published is not None
    published = options.published if given else page.published
    article = parse_article(
        text,
        source=source,
        title=page.title,
        published=published,
        published_basis=None if published is None else PublishedBasis.GIVEN if given else PublishedBasis.METADATA,
        authors=page.authors,
        publisher=page.publisher,
        url=page.url,
        language=page.language,
    )
    if article.published is None and (day := _guess_date(tree, latest=latest)) is not None:
        return replace(article, published=day, published_basis=PublishedBasis.METADATA)
    return article


def read_page(tree: HtmlElement, *, url: str | None = None, latest: date = LATEST) -> Page:
    """Read a page's structured data, its meta tags, then its visible headings and times, last where it was fetched.

    Args:
        tree: the page.
        url: where it was fetched.
        latest: the last day on which it can have been published.
    """
    data = next((entry for entry in _linked_data(tree) if _is_article(entry)), {})
    meta = _meta_fields(tree)
    url = _text(data.get("url")) or meta.get("og:url") or _canonical(tree) or url
    return Page(
        title=_text(data.get("headline")) or _first(meta, _TITLE_META) or _visible_title(tree),
        authors=_authors(data.get("author")) or split_authors(_listed(meta, _AUTHOR_META)),
        publisher=_name(data.get("publisher")) or _first(meta, _SITE_META),
        published=_published(tree, data=data, meta=meta, url=url, latest=latest),
        url=url,
        language=parse_language(data.get("inLanguage"))
        or parse_language(tree.get("lang"))
        or parse_language(_first(meta, ("og:locale", "language"))),
        body=_text(data.get("articleBody")),
    )


def _published(
    tree: HtmlElement, *, data: Mapping[str, object], meta: Mapping[str, str], url: str | None, latest: date
) -> date | None:
    stated: list[object] = [data.get("datePublished"), data.get("dateCreated")]
    stated += [meta[name] for name in _DATE_META if name in meta]
    stated += [
        node.get("content") or node.get("datetime") or node.text_content()
        for node in tree.xpath("//*[@itemprop='datePublished']")
    ]
    stated += tree.xpath("//time[@pubdate]/@datetime | //article//time/@datetime | //header//time/@datetime")
    times = tree.xpath("//time/@datetime")
    if len(set(times)) == 1:
        stated += times
    days = (day for value in stated if (day := parse_published(value)) is not None)
    found = next((day for day in days if EARLIEST <= day <= latest), None)
    if found is None and url is not None and (day := parse_url_date(url)) is not None and EARLIEST <= day <= latest:
        return day
    return found


def _guess_date(tree: HtmlElement, *, latest: date) -> date | None:
    """Ask htmldate, without the searches that guess at any number on the page."""
    from htmldate import find_date  # noqa: PLC0415  # comes with trafilatura

    stated = find_date(tree, original_date=True, extensive_search=False)
    day = parse_published(stated)
    return day if day is not None and EARLIEST <= day <= latest else None


def _linked_data(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            value = json.loads(str(script).strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue  # broken structured data is common; the meta tags say the same
        yield from _entries(value, depth=0)


def _entries(value: object, *, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _entries(entry, depth=depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), list | dict):
                yield from _entries(value[key], depth=depth + 1)


def _is_article(entry: Mapping[str, object]) -> bool:
    kind = entry.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and _ARTICLE_TYPES.search(name) for name in kinds)


def _meta_fields(tree: HtmlElement) -> dict[str, str]:
    fields: dict[str, str] = {}
    for node in tree.xpath("//meta[@content]"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = str(node.get("content")).strip()
        if name and content:
            fields.setdefault(str(name).strip().casefold(), content)
    return fields


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    """Return the first of the fields that holds words rather than an address."""
    return next((meta[name] for name in names if name in meta and "://" not in meta[name]), None)


def _listed(meta: Mapping[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
    found = _first(meta, names)
    return () if found is None else (found,)


def _canonical(tree: HtmlElement) -> str | None:
    links = tree.xpath("//link[@rel='canonical']/@href")
    return str(links[0]).strip() or None if links else None


def _visible_title(tree: HtmlElement) -> str | None:
    headings = [node.text_content().strip() for node in tree.xpath("//h1")]
    if len(headings) == 1 and headings[0]:
        return str(headings[0])
    titles = [str(text).strip() for text in tree.xpath("//head/title/text()")]
    return next((text for text in (*headings, *titles) if text), None)


def _authors(value: object) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [value]
    return split_authors(name for entry in entries if (name := _name(entry)) is not None)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return next((name for entry in value if (name := _name(entry)) is not None), None)
    return _text(value.get("name")) if isinstance(value, Mapping) else _text(value)


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _paragraph_text(tree: HtmlElement) -> str:
    """Return the page's paragraphs when the extraction finds next to nothing, as on very short pages."""
    nodes = tree.xpath("//body//p[not(ancestor::nav or ancestor::footer or ancestor::form or ancestor::aside)]")
    texts = [" ".join(node.text_content().split()) for node in nodes]
    return "\n\n".join(text for text in texts if text)

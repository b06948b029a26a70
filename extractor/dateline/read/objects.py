"""Articles in JSON, under the keys that news tools write."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date

from dateline.articles import Article, PublishedBasis
from dateline.errors import InputError
from dateline.read.cleaning import clean_line
from dateline.read.languages import parse_language
from dateline.read.options import ReadOptions
from dateline.read.parsing import parse_article
from dateline.read.published import parse_published

ID_LENGTH = 200  # code points of an id that goes into `source`

# In order of trust: the first key that holds something is taken.
_TEXT_KEYS = ("text", "maintext", "article_text", "articleBody", "body", "content", "full_text", "fulltext", "article")
_TITLE_KEYS = ("title", "headline", "headline_main")
_DATE_KEYS = (
    "published",
    "date_publish",
    "datePublished",
    "date_published",
    "published_at",
    "publishedAt",
    "published_date",
    "publish_date",
    "pub_date",
    "pubDate",
    "publication_date",
    "publicationDate",
    "date",
    "webPublicationDate",
    "timestamp",
    "created_at",
)
_AUTHOR_KEYS = ("authors", "author", "byline", "creator")
_URL_KEYS = ("url", "link", "source_url", "webUrl", "canonical_url", "permalink")
_PUBLISHER_KEYS = ("publisher", "source", "source_name", "source_domain", "domain", "site_name", "sitename", "outlet")
_LANGUAGE_KEYS = ("language", "lang", "inLanguage")
_ID_KEYS = ("id", "_id", "doc_id", "docid", "uid", "guid", "article_id")
_LIST_KEYS = ("articles", "items", "docs", "documents", "results", "data", "entries")
_ABSENT = frozenset(("", "none", "null", "nan", "n/a", "na", "undefined"))


class JSONError(Exception):
    """A text that is no JSON; the message says where it fails."""


def parse_json(text: str) -> object:
    """Return what a JSON text says; line ends and tabs may stand in its strings as they are.

    Raises:
        JSONError: it is no JSON, or more than this Python can hold.
    """
    try:
        value: object = json.loads(text.removeprefix("\ufeff"), strict=False)
    except json.JSONDecodeError as error:
        raise JSONError(
            f"{error.msg.casefold().removesuffix(' at')} at line {error.lineno}, column {error.colno}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise JSONError("a number too long" if isinstance(error, ValueError) else "nested too deep") from error
    return value


def find_objects(value: object) -> tuple[object, ...] | None:
    """Return the articles of a JSON document in order; None when it is one article by itself.

    A list is one article for each entry; so is a list under "articles", "items", "docs" and the like in an object
    that has no text of its own.
    """
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, Mapping) and _first_text(value, _TEXT_KEYS) is None:
        for key in _LIST_KEYS:
            entries = value.get(key)
            if isinstance(entries, list):
                return tuple(entries)
    return None


def object_id(value: object) -> str | None:
    """Return the id that an object gives itself, on one line; None without one."""
    if not isinstance(value, Mapping):
        return None
    for key in _ID_KEYS:
        found = value.get(key)
        if isinstance(found, Mapping):  # {"$oid": "..."} of a database export
            found = next(iter(found.values()), None)
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)[:ID_LENGTH]
        if isinstance(found, str) and not _is_absent(found):
            return clean_line(found)[:ID_LENGTH] or None
    return None


def parse_object(value: object, *, source: str, options: ReadOptions) -> Article:
    """Make an article of one JSON object.

    Raises:
        InputError: it is no object, it has no text, or its text is longer than `options.max_chars`.
    """
    if not isinstance(value, Mapping):
        raise InputError(f"{source}: no article but a JSON {_name_type(value)}; give objects with the key 'text'")
    text = _first_text(value, _TEXT_KEYS)
    title = _first_text(value, _TITLE_KEYS)
    if text is None:
        empty = next((key for key in _TEXT_KEYS if key in value), None)
        if empty is not None:
            raise InputError(f"{source}: no text under the key '{empty}'; put the article there")
        keys = ", ".join(sorted(map(str, value))[:8])
        raise InputError(
            f"{source}: no text (keys: {clean_line(keys)[:120] or 'none'}); put the article under the key 'text'"
        )
    check_length(text, source=source, options=options)
    published, basis = _find_published(value, options=options)
    return parse_article(
        text,
        source=source,
        title=title,
        published=published,
        published_basis=basis,
        authors=_find_authors(value),
        publisher=_find_publisher(value),
        url=_first_text(value, _URL_KEYS),
        language=next((code for key in _LANGUAGE_KEYS if (code := parse_language(value.get(key))) is not None), None),
    )


def check_length(text: str, *, source: str, options: ReadOptions) -> None:
    """Raise `InputError` when an article's text is longer than the user allows."""
    if len(text) > options.max_chars:
        raise InputError(f"{source}: {len(text)} characters, limit {options.max_chars}; raise it with --max-chars")


def _find_published(value: Mapping[str, object], *, options: ReadOptions) -> tuple[date | None, PublishedBasis | None]:
    if options.published is not None:
        return options.published, PublishedBasis.GIVEN
    for key in _DATE_KEYS:
        if (day := parse_published(value.get(key))) is not None:
            return day, PublishedBasis.METADATA
    return None, None


def _find_authors(value: Mapping[str, object]) -> tuple[str, ...]:
    for key in _AUTHOR_KEYS:
        found = value.get(key)
        entries = found if isinstance(found, list) else [found]
        names = tuple(name for entry in entries if (name := _name_of(entry)) is not None)
        if names:
            return split_authors(names)
    return ()


def split_authors(names: Iterable[str]) -> tuple[str, ...]:
    """Return people's names one by one: "By Ann Lee and Bo Chen" is two, addresses are none; each once."""
    parted: dict[str, None] = {}
    for name in names:
        bare = clean_line(name)
        bare = bare[3:] if bare[:3].casefold() == "by " else bare
        pieces = bare.replace(" and ", ",").replace(";", ",").split(",") if bare.count(" ") > 2 else [bare]
        parted.update((piece.strip(), None) for piece in pieces if piece.strip() and "://" not in piece)
    return tuple(parted)


def _find_publisher(value: Mapping[str, object]) -> str | None:
    return next((name for key in _PUBLISHER_KEYS if (name := _name_of(value.get(key))) is not None), None)


def _name_of(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("name", "title", "id") if isinstance(value.get(key), str)), None)
    return value.strip() if isinstance(value, str) and not _is_absent(value) else None


def _first_text(value: Mapping[str, object], keys: Iterable[str]) -> str | None:
    for key in keys:
        found = value.get(key)
        if isinstance(found, list) and found and all(isinstance(entry, str) for entry in found):
            found = "\n\n".join(found)  # paragraphs, one an entry
        if isinstance(found, str) and not _is_absent(found):
            return found
    return None


def _is_absent(value: str) -> bool:
    return (len(value) < 12 and value.strip().casefold() in _ABSENT) or not value.strip()


def _name_type(value: object) -> str:
    if value is None:
        return "null"
    return {"str": "string", "list": "list", "bool": "truth value"}.get(type(value).__name__, "number")

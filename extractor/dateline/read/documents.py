"""From a unit to its article: the part of reading that takes time, and that worker processes do."""

from __future__ import annotations

from dateline.articles import Article, Failure
from dateline.errors import InputError
from dateline.read.encodings import decode_text
from dateline.read.markdown import looks_like_markdown, strip_markdown
from dateline.read.objects import JSONError, check_length, parse_json, parse_object
from dateline.read.options import Format, ReadOptions
from dateline.read.pages import PAGE_SUFFIXES, looks_like_html, parse_page
from dateline.read.parsing import parse_article
from dateline.read.units import Unit

_MARKDOWN_SUFFIXES = frozenset((".md", ".markdown", ".mkd"))
_BLANK = "\ufeff \t\r\n"


def parse_unit(unit: Unit, options: ReadOptions | None = None) -> Article | Failure:
    """Return the article of a unit, or why it is none."""
    options = options or ReadOptions()
    try:
        if unit.format is Format.JSON:
            value = parse_json(unit.data.decode("utf-8", "surrogatepass"))
            return parse_object(value, source=unit.source, options=options)
        text = decode_text(unit.data, name=unit.source, encoding=options.encoding)
        return _parse_document(text, unit, options=options)
    except InputError as error:
        return Failure(source=unit.source, stage="read", message=str(error))
    except (JSONError, UnicodeDecodeError) as error:
        message = f"{unit.source}: malformed JSON ({error}); mend it, or fetch it again if it was cut short"
        return Failure(source=unit.source, stage="read", message=message)


def _parse_document(text: str, unit: Unit, *, options: ReadOptions) -> Article:
    form = unit.format or find_format(text, source=unit.source, suffix=unit.suffix)
    refuse_blank(text, source=unit.source)
    if form is Format.HTML:
        return parse_page(text, source=unit.source, url=unit.url, fetched=unit.fetched, options=options)
    check_length(text, source=unit.source, options=options)
    if form is Format.MARKDOWN:
        plain, fields = strip_markdown(text)
        return parse_object({**fields, "text": plain}, source=unit.source, options=options)
    return parse_article(text, source=unit.source, published=options.published)


def find_format(text: str, *, source: str, suffix: str) -> Format:
    """Tell from a file's content, and from its name where that leaves it open, what the file is; never JSONL.

    Raises:
        InputError: XML, of which only web pages are read.
    """
    start = text[:4000].lstrip(_BLANK)
    if start.startswith(("{", "[")) and (suffix == ".json" or start[1:].lstrip()[:1] in ('"', "{", "[", "}", "]")):
        return Format.JSON
    if looks_like_html(text, named=suffix in PAGE_SUFFIXES):
        return Format.HTML
    if start.startswith("<?xml"):
        raise InputError(f"{source}: XML is not read; give text, Markdown, HTML or JSON")
    if suffix in _MARKDOWN_SUFFIXES or looks_like_markdown(text):
        return Format.MARKDOWN
    return Format.TEXT


def refuse_blank(text: str, *, source: str) -> None:
    """Raise `InputError` when a file holds white space alone."""
    if not text.strip(f"{_BLANK}\v\f\xa0"):
        raise InputError(f"{source}: empty; give a file with the text of an article")

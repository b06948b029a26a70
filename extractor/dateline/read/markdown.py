"""Markdown, read lightly: marks removed, headings apart, front matter as metadata."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\n]{0,500}?)[ \t#]{0,20}$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<title>[^\n]{2,200})\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^(?:```|~~~)[^\n]*\n.*?^(?:```|~~~)[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_RULE = re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\](?:\([^)\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]+\S+.*$\n?", re.MULTILINE)
_ADDRESS = re.compile(r"<((?:https?|mailto):[^>\s]{1,2000})>")
_STRONG = re.compile(r"(\*\*|__|~~)(?=[^\s*_~])(.{1,500}?)(?<=\S)\1", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*|_)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])")
_RUN_IN = re.compile(r"^\*\*[^*\n]{2,80}\*\*", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]{1,500})`")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,200}>|<!--.{0,1000}?-->", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s*:\s*(?P<value>.*)")


def looks_like_markdown(text: str) -> bool:
    """Whether a text is Markdown by its own marks: front matter, a heading on top, links, lines that open in bold."""
    head = text[:4000].lstrip("\ufeff \n")
    if head.startswith("# ") or _FRONT_MATTER.match(head):
        return True
    if len(_RUN_IN.findall(head)) >= 2:
        return True
    return len(_LINK.findall(head)) >= 2 and "](http" in head


def strip_markdown(text: str) -> tuple[str, dict[str, object]]:
    """Return the plain text of a Markdown document, and the fields of its front matter.

    Headings stand as paragraphs of their own; links and pictures leave their words; code blocks are dropped. A
    first heading of the first level becomes the field "title" when the front matter gives none.
    """
    fields: dict[str, object] = {}
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if matter := _FRONT_MATTER.match(text):
        fields = _parse_fields(matter["fields"])
        text = text[matter.end() :]
    text = _FENCE.sub("", text)
    top = _HEADING.search(text)
    if "title" not in fields and top is not None and not text[: top.start()].strip() and top[1]:
        fields["title"] = _plain_line(top[1])
    text = _UNDERLINED.sub(r"\n\g<title>\n", text)
    text = _HEADING.sub(r"\n\1\n", text)
    text = _RULE.sub("\n", text)
    text = _REFERENCE.sub("", text)
    text = _QUOTE.sub("", text)
    text = _BULLET.sub("\n", text)
    return _plain_line(text), fields


def _plain_line(text: str) -> str:
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _ADDRESS.sub(r"\1", text)
    text = _TAG.sub("", text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\2", text)
    text = _CODE.sub(r"\1", text)
    return _ESCAPE.sub(r"\1", text)


def _parse_fields(lines: str) -> dict[str, object]:
    fields: dict[str, object] = {}
    last: str | None = None
    for line in lines.split("\n"):
        if match := _FIELD.match(line):
            last, value = match["key"], match["value"].strip()
            if value.startswith("[") and value.endswith("]"):
                fields[last] = [entry.strip().strip("\"'") for entry in value[1:-1].split(",") if entry.strip()]
            else:
                fields[last] = value.strip("\"'")
        elif last is not None and line.lstrip().startswith("- "):
            held = fields[last]
            entries = held if isinstance(held, list) else []
            fields[last] = [*entries, line.lstrip()[2:].strip().strip("\"'")]
    return fields

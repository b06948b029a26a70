"""Tells names that no gazetteer lists from those of persons and bodies, by what else the text says of them."""

from __future__ import annotations

import re
from functools import cache

from dateline.gazetteer.place_words import load_place_words
from dateline.spans import Span

# Bodies that bear a name right before their kind, which is that of a person or firm: "the Ruiz group" ...
_OWN = re.compile(
    r"\s(?:group|corporation|compan(?:y|ies)|faction|gang|cartel|clan|famil(?:y|ies)|brothers|chain|foundation)\b"
)
# ... or may be a town's: "the Avila battalion".
_BODY = re.compile(
    r"\s(?:battalion|brigade|federation|union|association|airlines?|bank|newspaper|agency|headquarters)\b"
)
# "The Ruiz assassination", "Ruiz's killers".
_DONE_TO = re.compile(
    r"['’]s?\s(?:assassination|murder|death|killing|killers?|kidnapping|abduction|arrest|capture|widow|wife|body|funeral"
    r"|relatives|bodyguards?|escort)\b"
)


def is_of_body(text: str, span: Span) -> bool:
    """Whether an unlisted name is that of a body, or its short form that stands in brackets elsewhere."""
    name = span.of(text)
    is_short = " " not in name and re.search(rf"[a-zA-Z]\s[(\[]{re.escape(name)}[)\]]", text) is not None
    return is_short or _BODY.match(text, span.end) is not None or _OWN.match(text, span.end) is not None


def is_owner(text: str, span: Span) -> bool:
    """Whether words follow by which the name is that of somebody: "Ruiz's assassination", "the Ruiz group"."""
    return _DONE_TO.match(text, span.end) is not None or _OWN.match(text, span.end) is not None


def has_title(text: str, span: Span) -> bool:
    """Whether the name is somewhere that of somebody with a title: "Colonel Ana Ruiz"."""
    name = re.escape(span.of(text))
    return re.search(rf"{_titles()}(?:[A-Z][\w.’'-]*\s){{0,3}}{name}\b", text) is not None


@cache
def _titles() -> str:
    """Return the pattern of a title and the space behind it."""
    words = sorted(load_place_words().title, key=len, reverse=True)
    return rf"\b(?i:{'|'.join(re.escape(word) for word in words)})\.?\s"

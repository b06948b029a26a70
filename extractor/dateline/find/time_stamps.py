"""Tells the dates that stamp an article from those that tell of an event."""

from __future__ import annotations

import re

from dateline.spans import Span

_PLACE_BEFORE = re.compile(
    r"(?:\A|\n|[^\w\s]\s|\s)(?=[A-Z]{3})[A-Z][A-Z .'/-]*(?:[,\s]+\(?[A-Z][\w .'-]{2,30}\)?)?[,\s]*\(?\s*\Z"
)
_PLACE_LINE = re.compile(r"(?:\A|\n)[ \t]*[A-Z][A-Z .'/()-]{2,40}(?:,\s*[A-Z][A-Z .'-]+)?[,\s]*\(?\s*\Z")
_DASH_AFTER = re.compile(r"\)?[,:]?\s*(?:\([^)\n]{2,60}\)\s*)?(?:--|—|–|-\s|\[(?!\d))")
# "Kumasi, March 23, GNA - An angry mob", "Gadchiroli, Oct 9 (IANS) Wailing wives", "Kathmandu, Feb. 16: The toll".
_TOWN_LINE = re.compile(
    r"(?:\A|\n)[ \t]*(?!(?:In|At|On|Near|From|Since|By)\b)[A-Z][\w.'’-]*(?:[ /][A-Z(][\w.'’)-]*){0,3}"
    r"(?:,\s*[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})?[,\s]+\Z"
)
_AGENCY_AFTER = re.compile(
    r",?\s*(?:\([A-Z][\w .,/&-]{1,40}\)\s*(?:--|—|–|-\s|:|[A-Z\"“])|,\s*[A-Z]{2,}[\w/-]*\s*(?:--|—|–|-\s))"
)
_COLON_AFTER = re.compile(r":\s+[A-Z\"“]")
HEAD = 300  # code points from the start within which "Kathmandu, Feb. 16:" is a dateline and no entry of a list
_BRACKETED = re.compile(r"\)\s*(?:--|—|–|-|\n|[A-Z])")
_STAMP_WORDS = re.compile(
    r"\A(?:[\W\d_]|\b(?:last|first|updated?|published|posted|modified|released?|date|dated|created|on|at|by|am|pm|a\.m|p\.m|gmt|ist|et|est|edt|"
    r"utc|pst|pdt|cst|cdt|bst|h|hrs|hours|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)*\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\s*(?:By|BY|by)\s+[A-Z]|[^\n|]*\|\s")
_CLOSED = re.compile(r"[.!?\"”]\s+\(\Z")  # before a date in brackets that ends the article
_STAMP_LEAD = re.compile(
    r"\b(?:updated?|published|posted|modified|date|story is from)\s*(?:on|at)?\s*:?\s*\Z", re.IGNORECASE
)


def is_stamp(text: str, span: Span, *, capitals: bool) -> bool:
    """Whether a date says when the article was written: in its dateline, alone on a line, after "Updated:".

    Args:
        text: the article as printed.
        span: of the date.
        capitals: whether the whole text is in capitals, so that only a line's start shows a place.
    """
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    before, after = text[max(line_start - 1, span.start - 90, 0) : span.start], text[span.end : span.end + 90]
    rest = text[line_start : span.start] + " " + text[span.end : line_end if line_end >= 0 else len(text)]
    if len(rest) < 80 and _STAMP_WORDS.match(rest):
        return True
    if _STAMP_LEAD.search(before) or (
        len(rest) < 90 and _BYLINE.match(text, line_start) and not after.split("\n")[0].strip()
    ):
        return True
    if _CLOSED.search(before) and text[span.end :].strip() == ")":
        return True
    if not capitals and _TOWN_LINE.search(before) and _ends_dateline(span, after):
        return True
    place = _PLACE_LINE if capitals or before.isupper() else _PLACE_BEFORE
    if not place.search(before):
        return False
    return bool(_DASH_AFTER.match(after)) or (before.rstrip().endswith("(") and bool(_BRACKETED.match(after)))


def _ends_dateline(span: Span, after: str) -> bool:
    """Whether what follows "Kumasi, March 23" shows that a story begins there."""
    if _COLON_AFTER.match(after):
        return span.start < HEAD
    return bool(_DASH_AFTER.match(after) or _AGENCY_AFTER.match(after))

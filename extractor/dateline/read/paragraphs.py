"""Paragraphs of running text: where blank lines, line ends and indents part them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.read.cues import ends_sentence

LONGEST_WRAP = 140  # code points; a text with longer lines was not wrapped by a typewriter's or a mailer's rule
SHORTEST_WRAP = 45
FILL_SHARE = 0.6  # of the line ends inside paragraphs, that must be where the next word no longer fitted
WIDER = 40  # code points over the width from which a line was not wrapped
LONG_SHARE = 0.2  # of the lines, that such lines (addresses, tables) may be in wrapped text
SLACK = 8  # code points that a full line may stay below the widest

_BLANKS = re.compile(r"\s+")
_MARKER = re.compile(r"\s*(?:[-*•·▪‣◦]|\d{1,2}[.)])\s")


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Split clean text into paragraphs, each on one line with single spaces, none empty, in order.

    A blank line always parts; a single line end parts unless the text is hard-wrapped or the next line goes on
    with the sentence.
    """
    groups = _split_groups(text)
    width = find_wrap_width(groups)
    paragraphs: list[str] = []
    for group in groups:
        start = 0
        for i in range(1, len(group) + 1):
            if i == len(group) or _parts(group[i - 1], group[i], width=width):
                paragraphs.append(_join(group[start:i]))
                start = i
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def find_wrap_width(groups: Sequence[Sequence[str]]) -> int | None:
    """Return the width in code points at which the lines were wrapped; None when a line is a paragraph.

    In wrapped text nearly every line inside a paragraph ends because the next word would not fit, and few of
    those ends are ends of sentences.
    """
    pairs = [(group[i].rstrip(), group[i + 1].lstrip()) for group in groups for i in range(len(group) - 1)]
    if not pairs:
        return None
    lengths = sorted(len(line) for line, _ in pairs)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
    if not SHORTEST_WRAP <= width <= LONGEST_WRAP or lengths[-1] > width + WIDER:
        return None
    # A headline and its date line are no wrapped text where every paragraph below is one long line.
    lines = [len(line) for group in groups for line in group]
    if sum(length > width + WIDER for length in lines) > LONG_SHARE * len(lines):
        return None
    filled = sum(_fills(line, after, width=width) for line, after in pairs)
    open_ends = sum(not ends_sentence(line) for line, _ in pairs)
    if filled < FILL_SHARE * len(pairs) or open_ends < 0.5 * len(pairs):
        return None
    return width


def _fills(line: str, after: str, *, width: int) -> bool:
    first = after.split(" ", 1)[0]
    return len(line) + 1 + len(first) > width - SLACK


def _split_groups(text: str) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _parts(line: str, after: str, *, width: int | None) -> bool:
    """Whether the end of `line` ends a paragraph."""
    first = after.lstrip()[:1]
    if _MARKER.match(after):
        return True
    if width is None:
        # A sentence cut in two by a stray line end; a list or a caption starts with a capital.
        return not (first.islower() and not ends_sentence(line.rstrip()) and len(line) > 15)
    indented = len(after) - len(after.lstrip()) >= 2 and len(line) - len(line.lstrip()) < 2
    if indented:
        return True
    if first.islower() or _fills(line.rstrip(), after.lstrip(), width=width):
        return False
    return len(line.rstrip()) < 0.6 * width or (ends_sentence(line.rstrip()) and len(line.rstrip()) < 0.75 * width)


def _join(lines: Sequence[str]) -> str:
    joined = lines[0].strip()
    for line in lines[1:]:
        # "Iran-" / "backed": the hyphen belongs to the word; "caliber--" is a dash.
        glue = "" if re.search(r"\w-$", joined) and line.lstrip()[:1].islower() else " "
        joined += glue + line.strip()
    return _BLANKS.sub(" ", joined).strip()

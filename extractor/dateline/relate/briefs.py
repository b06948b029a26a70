"""Tells a row of news briefs, each under a headline of its own, from a story with cross-headings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.relate.clauses import load_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens

    from dateline.articles import Article

FEWEST = 3  # headlines within the text, from which it is a row of briefs
WORDS = 4  # of a headline, at least
LONG = 5  # letters of a word that tells what a heading is of
SHARED = 1  # such words that two headlines of different matters may have in common
MOST = 2 / 3  # of the headings, that must read as headlines: "Two held after fire", not "A quiet town"
VERBS = frozenset({"VB", "VBZ", "VBP", "VBD", "VBN"})
# A cross-heading quotes or asks, a headline in a row of briefs tells.
_CROSS = re.compile(r"[\"“”‘?]|(?<!\w)'|:\s*$")
# "Armed robbery: Two men with handguns held up", an entry of a police blotter.
_ENTRY = re.compile(r"([A-Z][\w/-]*(?: [\w/-]+){0,3}): (?=[A-Z\d])")


def number_briefs(article: Article, sentences: Sequence[Tokens]) -> tuple[int, ...]:
    """Return for each sentence which brief it stands in, from 0; all 0 where the article is one story."""
    starts = [sentence.start_char for sentence in sentences]
    heads = [
        block.span
        for before, block, after in zip(article.blocks, article.blocks[1:], article.blocks[2:], strict=False)
        if (before.kind, block.kind, after.kind) == (BlockKind.BODY, BlockKind.SUBTITLE, BlockKind.BODY)
    ]
    if len(heads) < FEWEST:
        return _number_entries(article.text, starts)
    firsts = [bisect_left(starts, head.start) for head in heads]
    title = _name_matters(article.title or "")
    told = [
        _is_headline(head.of(article.text), sentences[first], title)
        for head, first in zip(heads, firsts, strict=True)
        if first < len(sentences)
    ]
    if sum(told) < max(FEWEST, MOST * len(heads)):
        return (0,) * len(starts)
    return tuple(bisect_right(firsts, number) for number in range(len(starts)))


def _number_entries(text: str, starts: Sequence[int]) -> tuple[int, ...]:
    """Return the same for a police blotter, whose paragraphs each open with what was reported: "Shots fired: "."""
    labels = [
        (start, match[1]) for start in starts if (match := _ENTRY.match(text, start)) and _opens_line(text, start)
    ]
    reported = [label for _, label in labels if not load_cues("blotter").isdisjoint(label.lower().split())]
    if len(labels) < FEWEST or len(reported) < MOST * len(labels):
        return (0,) * len(starts)
    firsts = [start for start, _ in labels]
    return tuple(bisect_right(firsts, start) for start in starts)


def _opens_line(text: str, start: int) -> bool:
    """Whether a line of the text begins at code point `start`."""
    return start == 0 or text[start - 1] == "\n"


def _is_headline(text: str, sentence: Tokens, title: frozenset[str]) -> bool:
    """Whether a heading tells something, as the headline of a story does, and of another matter than the title."""
    if len(text.split()) < WORDS or _CROSS.search(text) or len(_name_matters(text) & title) > SHARED:
        return False
    return any(token.tag_ in VERBS for token in sentence)


def _name_matters(heading: str) -> frozenset[str]:
    """Return the longer words of a heading, in lower case."""
    return frozenset(word for word in re.findall(r"[a-z]+", heading.lower()) if len(word) >= LONG)

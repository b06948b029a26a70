"""Numbers the paragraphs of a story, and divides one that is printed without any."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.articles import BlockKind

if TYPE_CHECKING:
    from dateline.articles import Article

STORY = (BlockKind.TITLE, BlockKind.BODY)
LONG = 8  # sentences; a longer block is a story that lost its line breaks
USUAL = 3  # sentences of a news paragraph, at most


def number_paragraphs(article: Article, starts: Sequence[int]) -> tuple[int, ...]:
    """Return for each sentence, by where it starts, which of the title and the story's paragraphs it stands in.

    They count from 0; what stands between them has a number below 0. A block that holds most of the story and is too
    long for a paragraph counts as one for each three of its sentences: that two acts are told in it says nothing of
    how near they are.
    """
    numbers = [0] * len(starts)
    paragraph = 0
    for index, block in enumerate(article.blocks):
        first, end = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
        if block.kind not in STORY:
            numbers[first:end] = [-index] * (end - first)
            continue
        unbroken = end - first > max(LONG, len(starts) // 2)
        size = USUAL if unbroken else max(end - first, 1)
        numbers[first:end] = [paragraph + place // size for place in range(end - first)]
        paragraph += max((end - first + size - 1) // size, 1)
    return tuple(numbers)

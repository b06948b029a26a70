"""Tells the fires and collapses that a story of other things recalls: "a fire at a jail in Lima killed 27 in 2012"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from dateline.find.laid_fires import is_house_fire

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

# fmt: off
# What befalls a house, a ship or a train by itself.
BEFALLING = frozenset((
    "collapsed", "capsized", "derailed", "sank", "overturned", "collapse", "capsizing", "derailment", "stampede",
    "crush",
))
# fmt: on
BEHIND = 2  # sentences told together
RECALLED = re.compile(r"\b(?:19|20)\d\d\b|\blast year\b|\byears? (?:ago|earlier|before)\b", re.IGNORECASE)


def find_recalled(doc: Doc, *, opening: int, fates: frozenset[str], meant: Sequence[re.Pattern[str]]) -> Iterator[int]:
    """Yield the words for the fates of people in mishaps told in passing, of which nothing says that they were meant.

    Args:
        doc: the analysed text.
        opening: sentences, title included, that tell what the text itself is of.
        fates: words for what befell people.
        meant: words by which somebody meant it, in the sentence or the one behind it.
    """
    sentences = list(doc.sents)
    for number, sentence in islice(enumerate(sentences), opening, None):
        if RECALLED.search(sentence.text) is None or not any(map(_is_mishap, sentence)):
            continue
        told = " ".join(one.text for one in sentences[number : number + BEHIND])
        if any(pattern.search(told) for pattern in meant):
            continue
        yield from (token.i for token in sentence if token.lower_ in fates)


def _is_mishap(token: Token) -> bool:
    """Whether a fire takes lives, or a house falls in: "a blaze killed", "the plaza collapsed"."""
    if token.lower_ in BEFALLING:
        return token.dep_ != "dobj"
    new = any(child.dep_ == "det" and child.lower_ in ("a", "an") for child in token.lefts)
    return new and token.dep_ in ("nsubj", "pobj") and is_house_fire(token, token.sent)

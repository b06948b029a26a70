"""Tells the days and places of a sentence that belong to something else than the act it tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.relate.clauses import PRESENT_TENSE, path_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dateline.spans import Span

# Before them stands what goes on; behind them what it answers or is counted from: "in protest at Thursday's coup".
ANSWERED = frozenset({"to", "after", "before", "following", "since", "than", "like", "despite", "over", "about", "at"})
BEHIND = frozenset({"after", "following", "since", "where", "when"})
# "In Dallas, July 9, 2016.", at the end of a caption.
PICTURE_DAY = re.compile(
    r"\s*,? (?:on )?(?:[A-Z][a-z]+day, )?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)"
    r"\s*,?\s+(?:19|20)\d\d[.\s]*\Z"
)
NAMES = frozenset({"PROPN", "PUNCT", "ADP", "DET", "SPACE"})
PAST = frozenset({"VBD", "VBN"})


def stands_apart(token: Token, heads: Sequence[Token]) -> bool:
    """Whether a day or place hangs on another matter: "since the army came in May", "opposed to Thursday's coup"."""
    if token.ent_type_ in ("DATE", "TIME") and all(_is_since(token, head) or _is_of_old(token, head) for head in heads):
        return True
    below = token
    for above in path_up(token):
        if above.i == token.i:
            continue
        if below.dep_ == "poss" and above.dep_ == "pobj" and above.head.lower_ in ANSWERED and above not in heads:
            return True
        if above.pos_ in ("VERB", "AUX") and any(c.dep_ == "mark" and c.lower_ == "since" for c in above.lefts):
            return not any(above.is_ancestor(head) or above.i == head.i for head in heads)
        below = above
    return False


def _is_since(token: Token, head: Token) -> bool:
    """Whether the act stands behind a "since", the word before it: "on Sunday they marked a year since he fell"."""
    for above in path_up(head):
        marked = above.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in above.lefts)
        if marked:
            return not above.is_ancestor(token)
    return False


def _is_of_old(token: Token, head: Token) -> bool:
    """Whether the act is that of a time named with its year: "told on Sunday of the night in 1943 when bombs fell"."""
    for above in path_up(head):
        if above.dep_ == "relcl" and any(child.lower_ == "when" for child in above.lefts):
            noun = above.head
            dated = any(word.shape_ == "dddd" for word in noun.subtree if word.i < above.left_edge.i)
            return dated and not noun.is_ancestor(token) and token.i != noun.i
    return False


def is_of_picture(span: Span, doc: Doc, heads: Sequence[Token]) -> bool:
    """Whether the day or place is that of a picture, whose caption tells the act as done before.

    "Mourners carry the coffin of a man killed in a raid, in Jerash, Jordan, June 21, 2016."
    """
    sentence = heads[0].sent
    text = text_of(doc)[sentence.start_char : sentence.end_char].rstrip()
    found = PICTURE_DAY.search(text)
    if found is None or sentence.root.tag_ not in PRESENT_TENSE:
        return False
    day = sentence.start_char + found.start()
    if span.start < day and (_hangs_on(doc, span, heads) or not _is_named_before(doc, span, day)):
        return False
    return all(_is_done_before(head) for head in heads)


def _hangs_on(doc: Doc, span: Span, heads: Sequence[Token]) -> bool:
    """Whether a place is the act's own whatever the picture shows: "following the shootings in Dallas"."""
    place = doc.char_span(span.start, span.end, alignment_mode="expand")
    above = place.root.head if place is not None else None
    return above is not None and above.dep_ == "prep" and above.head in heads


def _is_named_before(doc: Doc, span: Span, day: int) -> bool:
    """Whether nothing but names stands between a place and the picture's day: "in Jerash, Jordan, June 21, 2016"."""
    between = doc.char_span(span.end, day, alignment_mode="expand") if span.end < day else None
    return between is None or all(token.pos_ in NAMES for token in between)


def _is_done_before(head: Token) -> bool:
    """Whether an act is told in the past, or behind "after", below what the caption shows."""
    for token in path_up(head):
        if token.dep_ == "ROOT":
            return False
        if token.dep_ in ("relcl", "acl", "advcl") and token.tag_ in PAST:
            return True
        if token.dep_ == "prep" and token.lower_ in BEHIND:
            return True
    return False

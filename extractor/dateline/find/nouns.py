"""Reads noun phrases off a Doc: which tokens a phrase covers, its head, its left edge, its modifiers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOUNS = frozenset({"NOUN", "PROPN"})
# Dependencies of the words that stand before a noun within its phrase.
PREMODIFIERS = frozenset({"det", "amod", "nummod", "compound", "nmod", "quantmod", "poss", "case", "punct", "advmod"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
# fmt: off
DIRECTIONS = frozenset((
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west",
    "south-east", "south-west",
))
# fmt: on
LONGEST_CHAIN = 6  # conjuncts or compounds followed at most
DASHES = frozenset({"-", "--", "–", "—"})


def is_dash(doc: Doc, index: int) -> bool:
    """Whether the token is a dash with space around it: "28 injured - governor"."""
    if not 0 < index < len(doc) or doc[index].text not in DASHES:
        return False
    return bool(doc[index - 1].whitespace_ and doc[index].whitespace_)


def tokens_of(doc: Doc, span: Span) -> tuple[int, int]:
    """Return the numbers of the first and the last token that `span` touches."""
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None:
        raise ValueError(f"{span} lies outside the text of {len(doc)} tokens")
    return tokens.start, tokens.end - 1


def head_of(doc: Doc, first: int, last: int) -> Token:
    """Return the token of `first`..`last`, inclusive, whose own head stands outside; the last such noun."""
    roots = [doc[i] for i in range(first, last + 1) if not first <= doc[i].head.i <= last or doc[i].head.i == i]
    nouns = [token for token in roots if token.pos_ in NOUNS]
    return (nouns or roots)[-1]


def climb_compound(token: Token) -> Token:
    """Return the noun that `token` stands before as a modifier, the outermost; `token` itself without one."""
    for _ in range(LONGEST_CHAIN):
        above = token.head
        if token.dep_ not in MODIFIERS or above.i <= token.i or above.pos_ not in NOUNS or token.dep_ == "poss":
            break
        if above.lower_ in DIRECTIONS:
            break  # "a compound north of the village"
        token = above
    return token


def climb_conjuncts(token: Token) -> Token:
    """Return the first noun of the list that `token` stands in."""
    for _ in range(LONGEST_CHAIN):
        if token.dep_ not in ("conj", "appos"):
            break
        token = token.head
    return token


def left_edge(head: Token, first: int) -> int:
    """Return the number of the first token of the noun phrase around `head`, which is at most `first`."""
    edge = first
    for child in head.lefts:
        if child.dep_ in PREMODIFIERS and child.i < edge:
            edge = min(edge, child.left_edge.i)
    # A list or a clause on the left is no part of the phrase, nor is "whose".
    while edge < first and (head.doc[edge].dep_ in ("cc", "punct", "advmod") or head.doc[edge].lower_ == "whose"):
        edge += 1
    return edge


def span_of(doc: Doc, first: int, last: int) -> Span:
    """Return the text from token `first` to token `last`, inclusive."""
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def modifiers(head: Token) -> Iterator[Token]:
    """Yield the tokens before `head` that modify it, compounds of compounds too, in order of text."""
    for child in head.lefts:
        if child.dep_ in MODIFIERS:
            yield from modifiers(child)
            yield child

"""Finds who says what a clause tells, and the words for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.relate.clauses import is_speech, path_up
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

ARTICLES = frozenset(("the", "a", "an"))
PRONOUNS = frozenset(("they", "it", "he", "she"))
REACH = 80  # tokens back in which a pronoun finds who spoke
LONGEST = 12  # tokens of a sayer's phrase
SPACES = re.compile(r"\s+")
SAYING = frozenset(("ccomp", "parataxis", "advcl", "conj", "xcomp", "dep"))


def find_sayer(token: Token) -> Token | None:
    """Return the head of the noun phrase for who says it, None where the article itself does.

    "Police said gunmen attacked", "gunmen attacked, police said", "according to police, gunmen attacked".
    """
    below = token
    for above in path_up(token):
        source = _according(above)
        if source is not None and source.i != token.i:
            return source
        if above.i != token.i and is_speech(above) and below.dep_ in SAYING:
            subject = _speaker(above)
            if subject is not None:
                return _referent(subject) if subject.lower_ in PRONOUNS else subject
        below = above
    return None


def _referent(pronoun: Token) -> Token:
    """Return the last one that said something in the sentences before, for "they wrote"; else the pronoun."""
    doc = pronoun.doc
    for index in range(pronoun.sent.start - 1, max(-1, pronoun.sent.start - REACH), -1):
        token = doc[index]
        if token.dep_ == "nsubj" and token.pos_ in ("NOUN", "PROPN") and is_speech(token.head):
            return token
    return pronoun


def _according(verb: Token) -> Token | None:
    for child in verb.children:
        if child.lower_ == "according":
            for prep in child.children:
                if prep.lower_ == "to":
                    return next((obj for obj in prep.children if obj.dep_ == "pobj"), None)
    return None


def _speaker(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "nsubj":
            if child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
                return verb.head
            return child
    for child in verb.children:
        if child.dep_ == "agent":
            return next((obj for obj in child.children if obj.dep_ == "pobj"), None)
    if verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        return _speaker(verb.head) if verb.head.i != verb.i else None
    return None


def phrase_of(head: Token) -> tuple[Span, str] | tuple[None, None]:
    """Return the noun phrase around `head` without its article and without clauses that describe it."""
    if head.pos_ == "PRON":
        return None, None
    first = head.i
    for child in head.lefts:
        if child.dep_ not in ("punct", "cc", "conj", "relcl", "prep"):
            first = min(first, child.left_edge.i)
    last = _last(head)
    doc = head.doc
    while first < head.i and doc[first].lower_ in ARTICLES:
        first += 1
    last = min(last, first + LONGEST)
    span = Span(doc[first].idx, doc[last].idx + len(doc[last]))
    return span, SPACES.sub(" ", span.of(text_of(doc)))


def _last(head: Token) -> int:
    last = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "at", "from") and child.i == last + 1:
            for obj in child.children:
                if obj.dep_ == "pobj":
                    last = max(last, _last(obj))
        elif child.dep_ in ("flat", "case") and child.i == last + 1:
            last = child.i
    return last

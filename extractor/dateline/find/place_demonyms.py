"""Finds the words for the people and things of a country: "Iraqi", "the French"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.place_chunks import find_chunks, tokens_of
from dateline.find.place_persons import find_first_names
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.gazetteer import Gazetteer

INITIALS = frozenset(("U.S.", "US", "U.K.", "UK"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonym:
    """A word for the people or things of a country: "Iraqi", "the French"."""

    span: Span
    country: str  # ISO 3166-1 alpha-2


def find_demonyms(doc: Doc, gazetteer: Gazetteer) -> tuple[Demonym, ...]:
    """Return the words for people and things of a country, in order of text.

    "U.S." counts as one where it stands before a noun ("U.S. troops").
    """
    found: list[Demonym] = []
    first_names = find_first_names(doc)
    for chunk in find_chunks(doc):
        words = chunk.words
        i = 0
        while i < len(words):
            for j in (i + 2, i + 1):
                span = Span(words[i].start, words[min(j, len(words)) - 1].end)
                code = gazetteer.demonyms.get(span.of(text_of(doc)).split("-")[0])
                if (
                    code is not None
                    and (span.of(text_of(doc)) not in INITIALS or modifies(doc, span))
                    and span.of(text_of(doc)) not in first_names
                ):
                    found.append(Demonym(span=span, country=code))
                    i = j - 1
                    break
            i += 1
    return tuple(found)


def modifies(doc: Doc, span: Span) -> bool:
    """Whether the word only describes the noun behind it ("U.S. troops")."""
    token = tokens_of(doc, span)[-1]
    return token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i

"""Tells names of persons from those of the towns that bear the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.place_chunks import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.gazetteer import Gazetteer
    from dateline.spans import Span

# "Ann Keller, 29, of Dayton", "the 30-year-old Ann Keller was": a person, whatever the tagger took the name for.
_AGED = re.compile(
    r"\b([A-Z]\w+ (?:[A-Z]\w*\.? )?[A-Z]\w+)(?: [JS]r\.)?, (?:aged )?\d{1,2}(?:,|;|\)| was\b| has\b| is\b| died\b)"
    r"|\byear[- ]old ((?:[A-Z]\w+ ){1,3}[A-Z]\w+)(?=,? (?:was|were|is|has|had|and|to|of|died|who|with)\b|[.;]|, )"
)


@dataclass(frozen=True, slots=True)
class Persons:
    """Last words of persons' names."""

    tagged: frozenset[str]  # of full names that the tagger takes for persons, and nowhere for places
    aged: frozenset[str]  # of full names that an age stands beside


def find_persons(doc: Doc, gazetteer: Gazetteer) -> Persons:
    """Return the last words of the full names of persons."""
    names = {entity[-1].text for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1}
    places = {token.text for token in doc if token.ent_type_ in ("GPE", "LOC")}
    full = [match[1] or match[2] for match in _AGED.finditer(text_of(doc))]
    return Persons(
        frozenset(names - places),
        frozenset(name.rsplit(" ", 1)[1] for name in full if not gazetteer.knows(" ".join(name.split(" ")[-2:]))),
    )


def opens_persons_name(doc: Doc, span: Span) -> bool:
    """Whether the words are a first name: "Omani Free, 18, was killed"."""
    tokens = tokens_of(doc, span)
    behind = doc[tokens.end] if tokens.end < len(doc) else None
    is_name = behind is not None and behind.ent_type_ == "PERSON" and behind.ent_iob_ == "I"
    return is_name and all(token.ent_type_ == "PERSON" for token in tokens)

"""Tells names of persons from those of the towns that bear the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from dateline.gazetteer import Gazetteer

# "Ann Keller, 29, of Dayton", "the 30-year-old Ann Keller was": a person, whatever the tagger took the name for.
_AGED = re.compile(
    r"\b([A-Z]\w+ (?:[A-Z]\w*\.? )?[A-Z]\w+)(?: [JS]r\.)?, (?:aged )?\d{1,2}(?:,|;|\)| was\b| has\b| is\b| died\b)"
    r"|\b([A-Z]\w+ (?:[A-Z]\w*\.? )?[A-Z]\w+)(?:, an? \d{1,2}[- ]year[- ]old\b| \((?:aged )?\d{2}\))"
    r"|\byear[- ]old ((?:[A-Z]\w+ ){1,3}[A-Z]\w+)(?=,? (?:was|were|is|has|had|and|to|of|died|who|with)\b|[.;]|, )"
)

NAME_AND_SURNAME = 2  # words; in longer names a demonym stands before the name: "Briton Ann Lee Jones, 29"


@dataclass(frozen=True, slots=True)
class Persons:
    """Names of persons."""

    tagged: frozenset[str]  # last words of full names that the tagger takes for persons, and nowhere for places
    aged: frozenset[str]  # last words of full names that an age stands beside, or that are of persons for sure
    full: frozenset[str] = frozenset()  # full names, by the tagger or by an age


_LEAD = re.compile(r"\b(?:in|at|near|from|to|of|outside|around|on|for|through|into|across|between|and)\s+\Z|,\s+\Z")
_OWNER = re.compile(r"['’]s\b")


def find_persons(doc: Doc, gazetteer: Gazetteer, known: Iterable[str] = ()) -> Persons:
    """Return the last words of the full names of persons; `known` are such, whatever the tagger takes them for."""
    names = {entity[-1].text for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1}
    text = text_of(doc)
    places = {token.text for token in doc if token.ent_type_ in ("GPE", "LOC") and _is_led(text, token.idx, len(token))}
    full = [match[1] or match[2] or match[3] for match in _AGED.finditer(text_of(doc))]
    full += [name for name in known if " " in name]
    return Persons(
        frozenset(names - places),
        frozenset(name.rsplit(" ", 1)[1] for name in full if not gazetteer.knows(" ".join(name.split(" ")[-2:]))),
        frozenset((*full, *(entity.text for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1))),
    )


def find_first_names(doc: Doc) -> frozenset[str]:
    """Return the first words of the full names of two words that an age stands beside: "Omani Free, 18, was killed"."""
    full = [(match[1] or match[2] or match[3]).split(" ") for match in _AGED.finditer(text_of(doc))]
    return frozenset(name[0] for name in full if len(name) == NAME_AND_SURNAME)


def _is_led(text: str, start: int, length: int) -> bool:
    """Whether a word that leads to places stands before a name: "in Sterling", not "Sterling's" or "Sterling said"."""
    return _LEAD.search(text, max(0, start - 12), start) is not None and not _OWNER.match(text, start + length)

"""Finds states by their abbreviation where no town stands before it: "in S.C. today", "Texas, Idaho and Calif."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.place_chunks import tokens_of
from dateline.find.place_evidence import find_lead
from dateline.gazetteer import Gazetteer
from dateline.mentions import PlaceMention
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

BARE_STATES = frozenset(("NSW", "QLD", "BC", "DC"))  # abbreviations that mean nothing else
SENTENCE_ENDS = frozenset(("Miss", "Mass", "Me", "Man", "Del"))  # words that may end a sentence or stand before a name


def find_lone_state(doc: Doc, gazetteer: Gazetteer, span: Span, name: str) -> PlaceMention | None:
    """Return a state abbreviation that stands without a town ("in S.C. today"), None for anything else."""
    text = text_of(doc)
    dotted = name if name.endswith(".") else f"{name}."
    stops = name not in SENTENCE_ENDS and (name.endswith(".") or text[span.end : span.end + 1] == ".")
    if not stops and name not in BARE_STATES:
        return None
    label = tokens_of(doc, span)[0].ent_type_
    if name in BARE_STATES and label in ("GPE", "LOC", ""):
        dotted = name
    elif not stops:
        return None
    if gazetteer.abbreviation(dotted) is None or (dotted.count(".") == 1 and label != "GPE"):
        return None
    full = Span(span.start, span.start + len(dotted))
    return PlaceMention(
        span=full, head=tokens_of(doc, span).root.i, rule="place.abbreviation", name=dotted,
        relation=find_lead(text[max(0, span.start - 60) : span.start]), feature="state",
    )  # fmt: skip

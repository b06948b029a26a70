"""Finds the places inside the names of bodies: "Boone County Sheriff", "the University of Leeds", "Leeds Festival"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.recasing import load_words
from dateline.analysis.texts import text_of
from dateline.find.place_chunks import plain_mention, tokens_of
from dateline.find.place_evidence import FAMOUS, SECOND_FAME, Surroundings
from dateline.gazetteer import Toponym
from dateline.gazetteer.place_words import load_place_words
from dateline.mentions import PlaceMention
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

IN_NAME = "place.in_name"  # rule of names inside other names
_HOUSES = frozenset(("college", "university", "hospital", "school", "institute", "museum", "airport", "united"))
_BODY_OF = re.compile(r"\b([A-Z][a-z]+) of (?:the )?$")


def find_inside_name(doc: Doc, span: Span, around: Surroundings) -> PlaceMention | None:
    """Return a place inside the name of a body, None where nothing capitalised goes on behind it.

    Local offices ("Harris County Sheriff's Office") act where they are at home, so their rule is another one.
    """
    if around.behind is None or not around.clear:
        return None
    if span.of(text_of(doc)).casefold() in load_words():
        return None
    small = around.behind.casefold()
    table = load_place_words()
    if small in table.event:
        behind = Span(span.start, span.end + 1 + len(around.behind))
        return PlaceMention(
            span=behind,
            head=tokens_of(doc, behind).root.i,
            rule="place.event",
            name=span.of(text_of(doc)),
            relation=around.lead,
        )
    labels = {token.ent_type_ for token in tokens_of(doc, Span(span.start, span.end + 1 + len(around.behind)))}
    if (
        small not in table.office
        and small not in table.organisation
        and table.kind(small) is None
        and labels not in ({"ORG"}, {"EVENT"})
    ):
        return None
    return plain_mention(doc, span, "place.office" if small in table.office else IN_NAME)


def find_of_body(doc: Doc, span: Span, around: Surroundings, place: Toponym) -> PlaceMention | None:
    """Return a place behind "of" in the name of a body: "the University of Leeds", "Bank of Canada"."""
    if around.clear or around.behind is not None or not (place.is_region or place.fame >= SECOND_FAME):
        return None
    if around.before is not None and around.before.casefold() in _HOUSES and place.fame >= FAMOUS:
        return plain_mention(doc, span, IN_NAME)
    body = _BODY_OF.search(around.left)
    name = span.of(text_of(doc))
    if name == "America" or name.casefold() in load_words():
        return None  # "Bank of America", "Chamber of Commerce"
    if body is None or body[1].casefold() not in load_place_words().organisation:
        return None
    return plain_mention(doc, span, IN_NAME)

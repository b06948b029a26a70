"""Tells the rivers that countries and states are named after: "along the Niger", "the Niger Delta"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.nouns import MODIFIERS
from dateline.find.place_chunks import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.spans import Span

# fmt: off
RIVERS = frozenset((
    "Niger", "Jordan", "Senegal", "Paraguay", "Uruguay", "Ohio", "Missouri", "Mississippi", "Colorado", "Delaware",
    "Connecticut", "Tennessee", "Arkansas", "Illinois", "Wisconsin", "Kansas", "Iowa", "Minnesota", "Alabama",
))
# fmt: on
_PART = re.compile(r"\s(?:Delta|River|Basin|Valley|Bend|delta|river|basin|valley|bend)\b")


def is_river(doc: Doc, span: Span) -> bool:
    """Whether a country's or state's name is that of its river, and not in "the Niger army"."""
    text = text_of(doc)
    if span.of(text) not in RIVERS:
        return False
    if _PART.match(text, span.end) is not None:
        return True
    led = text[max(0, span.start - 4) : span.start].lower() == "the "
    return led and tokens_of(doc, span).root.dep_ not in MODIFIERS

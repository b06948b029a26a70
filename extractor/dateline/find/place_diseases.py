"""Tells illnesses that bear the name of a place: "Ebola", "Marburg virus", "West Nile fever", "Lyme disease"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.spans import Span

# Places that illnesses and their agents are called after, printed without their place as a rule.
NAMES = frozenset(
    (
        "Ebola", "Marburg", "Lassa", "Zika", "Nipah", "Hendra", "Lyme", "Norwalk", "Coxsackie", "Hantaan", "Bundibugyo",
        "Reston", "West Nile", "Rift Valley", "Ross River", "Murray Valley", "Kyasanur Forest", "Crimean", "Minamata",
        "Mayaro", "Machupo", "Junin", "Oropouche", "Usutu", "Pontiac", "Bornholm", "Semliki Forest", "Tahyna",
        "Middle East", "Guinea", "Hong Kong", "Muerto Canyon", "Sin Nombre", "Four Corners", "Rocky Mountain",
    )
)  # fmt: skip
_ILLNESS = (
    r"(?i:virus(?:es)?|ebola ?virus|fever|disease|flu|influenza|encephalitis|h(?:a?)emorrhagic|respiratory syndrome"
    r"|worm|pigs?|spotted fever|outbreak|epidemic|infections?|cases|patients?|vaccines?|h(?:a?)emorrhagic fever)"
)
_BEHIND = re.compile(rf"(?:[-–]Congo)?\s{_ILLNESS}\b")
_TOWN = re.compile(r"\b(?:in|near|at|from|to|around|outside|town of|city of|called|named)\s(?:the\s)?\Z")
REACH = 24  # code points before a name in which such a word may stand
WIDE = frozenset(("Middle East", "Guinea", "Hong Kong", "Four Corners", "Rocky Mountain", "Reston", "Pontiac"))
_OF_WIDE = re.compile(r"\s(?i:respiratory syndrome|flu|worm|pigs?|spotted fever|ebolavirus|fever)\b")


def is_illness(text: str, span: Span) -> bool:
    """Whether the name at `span` is that of an illness; places of the name keep "in" or "the town of" before it."""
    name = span.of(text)
    if name not in NAMES:
        return False
    if name in WIDE:
        return _OF_WIDE.match(text, span.end) is not None
    if _BEHIND.match(text, span.end) is not None:
        return True
    return _TOWN.search(text, max(0, span.start - REACH), span.start) is None and _told(text, name)


def _told(text: str, name: str) -> bool:
    """Whether the text tells of the illness by its full name."""
    return re.search(rf"\b{re.escape(name)}{_BEHIND.pattern}", text) is not None

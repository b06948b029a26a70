"""Tells where somebody goes with wounds: "walked into a hospital", "took himself to hospital"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

CARE = frozenset(("hospital", "hospitals", "clinic", "infirmary", "center", "centre", "room", "department"))
SELVES = frozenset(("himself", "herself", "themselves"))


def is_of_care(noun: Token) -> bool:
    """Whether somebody goes there with wounds: "walked into a hospital", "attended hospital", "took himself to"."""
    return noun.lower_ in CARE or noun.lower_ in SELVES

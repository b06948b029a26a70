"""Tells what is only imagined to have been otherwise: "would have come at once if rebels had done it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import path_up

if TYPE_CHECKING:
    from spacy.tokens import Token

CONDITIONS = frozenset(("if", "unless"))
IMAGINED = frozenset(("would", "could", "might", "should", "'d"))


def is_counterfactual(word: Token) -> bool:
    """Whether the word stands in a condition that was not so, behind "if" or "had", with what would then have been."""
    return any(_is_unmet(above) and _imagines(above.head) for above in path_up(word))


def _is_unmet(verb: Token) -> bool:
    """Whether the clause of the verb is such a condition: "if the front had done it", "had the front done it"."""
    had = next((child for child in verb.lefts if child.dep_ == "aux" and child.lower_ == "had"), None)
    if had is None or verb.dep_ not in ("advcl", "ccomp"):
        return False
    return had.i == verb.left_edge.i or any(kid.dep_ == "mark" and kid.lower_ in CONDITIONS for kid in verb.lefts)


def _imagines(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in IMAGINED for child in verb.children)

"""What many mends ask of tags and arcs, and do to arcs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})  # tags
FINITE = frozenset({"VBD", "VBZ", "VBP"})  # tags
WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
SUBJECTS = frozenset({"nsubj", "nsubjpass"})  # arcs


def take_place(word: Token, of: Token) -> None:
    """Hang a word where another hangs, as the root of the sentence if that is one."""
    word.head, word.dep_ = (word, "ROOT") if of.head == of else (of.head, of.dep_)

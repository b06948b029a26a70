"""Climbs the arcs of a noun: to the head of a compound, to the first of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def head_of_compound(noun: Token) -> Token:
    """Return the last word of a name or compound that a word is part of: "Ali" of "Constable Omar Ali"."""
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    return noun


def first_of_list(noun: Token) -> Token:
    """Return the first of the words that "and" joins: "bombings" of "a wave of bombings and shootings"."""
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    return noun

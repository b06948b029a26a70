"""Finds who acts behind what the parser takes for a subject: a place before it, a disguise, a likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.find.nouns import is_dash

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES = frozenset(("GPE", "LOC", "FAC"))
REGIONS = frozenset(
    ("province", "district", "county", "state", "region", "governorate", "prefecture", "department", "municipality")
) | frozenset(("city", "town", "village", "suburb", "township"))
AT = frozenset(("in", "at", "near", "outside", "around"))
DISGUISED = frozenset(("dressed", "disguised", "posing", "masquerading", "clad"))


def past_disguise(subject: Token) -> Token:
    """Return the gunmen of "gunmen dressed as soldiers shot nine", which the parser reads as the soldiers' deed."""
    first = subject.left_edge.i
    if first < 2 or subject.nbor(first - 1 - subject.i).lower_ != "as":
        return subject
    worn = subject.doc[first - 2]
    if worn.lower_ not in DISGUISED:
        return subject
    if worn.dep_ in ("acl", "relcl") and worn.head.i < worn.i:
        return worn.head
    return next((child for child in worn.lefts if child.dep_ == "nsubj"), subject)


def past_likeness(subject: Token) -> Token:
    """Return the men of "men said to be rebels killed five", which the parser reads as the rebels' deed."""
    first = subject.left_edge.i
    if first < 3 or [word.lower_ for word in subject.doc[first - 2 : first]] != ["to", "be"]:
        return subject
    seeming = subject.doc[first - 3]
    if seeming.tag_ not in ("VBD", "VBN") or seeming.i != subject.head.head.i:
        return subject
    return next((child for child in seeming.lefts if child.dep_ == "nsubj"), subject)


def past_places(noun: Token) -> Token:
    """Return the true head of a phrase that the parser has joined to places before it.

    "In Zabul province, a patrol found ..." and "In Machu, Gansu, a crowd set ..." come with "patrol" and "crowd" in
    apposition to the places.
    """
    for child in noun.rights:
        if child.dep_ == "appos" and noun.left_edge.i == noun.sent.start and is_dash(child.doc, child.left_edge.i - 1):
            return child  # "LIMA (AFP) -- Guerrillas are believed ...": the dateline is taken for the subject
    before = noun.left_edge.i - 1
    fronted = noun.pos_ == "PROPN" and before >= noun.sent.start and noun.doc[before].lower_ in AT
    if noun.ent_type_ not in PLACES and noun.lower_ not in REGIONS and not fronted:
        return noun
    for child in noun.rights:
        late = child.left_edge.i > noun.i and child.left_edge.nbor(-1).text == ","
        if late and child.dep_ in ("appos", "conj") and child.pos_ != "PROPN":
            return child
    return noun

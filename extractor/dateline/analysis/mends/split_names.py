"""Mends persons whose name the tagger parts: those whose surname is a town's too, and those it makes two of.

Of "Judge Pedro Toledo" it takes the first name for a person and the surname for a place, and the "Toledo" who is told
of later for the town. "Senator Federico Estrada Velez" is no Federico Estrada beside a Velez.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACES = frozenset({"GPE", "LOC", "FAC", "ORG"})
# Before a town that is called for a person: "in Benito Juarez".
PLACING = frozenset(("in", "at", "near", "from", "to", "of", "outside", "around", "through", "into", "san", "santa"))
DOING = frozenset({"nsubj", "nsubjpass", "poss"})  # arcs of somebody who is told of again
LONGEST = 2  # words of a surname


def mend_split_names(doc: Doc) -> None:
    """Make one person of a first name and the place that the tagger takes its surname for, and so of the surname."""
    joined = [
        Span(doc, first.start, last.end, label="PERSON")
        for first, last in pairwise(doc.ents)
        if first.label_ == "PERSON" and (_is_one_name(first, last) or _is_one_person(first, last))
    ]
    surnames = {ent[-1].text: ent.end for ent in reversed((*doc.ents, *joined)) if _is_full(ent)}
    if not surnames:
        return
    alone = [ent for ent in doc.ents if len(ent) == 1 and ent.label_ in PLACES and ent.text in surnames]
    towns = {ent.text for ent in alone if ent.start and doc[ent.start - 1].lower_ in PLACING}
    joined += [
        Span(doc, ent.start, ent.end, label="PERSON")
        for ent in alone
        if ent.text not in towns and ent.start >= surnames[ent.text] and ent[0].dep_ in DOING
    ]
    if joined:
        doc.set_ents(joined, default="unmodified")


def _is_full(name: Span) -> bool:
    return name.label_ == "PERSON" and len(name) > 1


def _is_one_name(first: Span, last: Span) -> bool:
    """Whether two names that touch are the parts of one, whatever they are by themselves."""
    if last.label_ not in PLACES or len(first) > 1 or first.end != last.start or len(last) > LONGEST:
        return False
    if first[0].lower_ in PLACING:
        return False
    placed = first.start > 0 and first.doc[first.start - 1].lower_ in PLACING
    head = last[-1]
    return not placed and first[0].dep_ == "compound" and first[0].head == head and head.tag_ in ("NNP", "NNPS")


def _is_one_person(first: Span, last: Span) -> bool:
    """Whether the tagger makes two persons of one who has several surnames, with nothing between them."""
    if last.label_ != "PERSON" or first.end != last.start or not (first[-1].is_title and last[0].is_title):
        return False
    if first.text.endswith("."):  # "Ben Cole Jr."
        return False
    return first[-1].dep_ == "compound" and last.start <= first[-1].head.i < last.end

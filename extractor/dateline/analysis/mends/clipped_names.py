"""Mends what the parser makes of first names that are written short: "Head Constable Md. Sahid Khan was killed".

It takes the short form for no part of the name, and the rank before it for somebody of his own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

from dateline.analysis.climbs import head_of_compound
from dateline.analysis.mends.grammar import take_place
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIPPED = ("md.", "md", "mohd.", "mohd", "mst.", "smt.")

LOOSE = frozenset({"npadvmod", "dep", "appos"})  # how the parser hangs a name that it finds no place for


def _mend(short: Token) -> None:
    """Hang the short name on the full one, and the rank before it as well, which the name then stands for."""
    if short.i + 1 >= len(short.doc) or short.nbor().tag_ != "NNP" or short.is_sent_end:
        return
    name = head_of_compound(short.nbor())
    if short.head != name:
        short.head, short.dep_, short.tag_, short.pos_ = name, "compound", "NNP", "PROPN"
    _name_in_full(short, name)
    rank = short.nbor(-1) if short.i else None
    if rank is None or rank.tag_ != "NNP" or name.is_ancestor(rank) or rank.is_sent_end:
        return
    if rank.head != rank and name.head != name and name.dep_ not in LOOSE:
        return
    take_place(name, rank)  # the name stood alone, and its rank in the sentence
    for child in [child for child in rank.children if child != name]:
        child.head = name
    rank.head, rank.dep_ = name, "compound"


def _name_in_full(short: Token, name: Token) -> None:
    """Make the whole of it the name of a person, where the recognizer stops before the last: "Md Jahirul Islam"."""
    if short.ent_type_ == "PERSON" and not name.ent_type_:
        short.doc.set_ents([Span(short.doc, short.i, name.i + 1, label="PERSON")], default="unmodified")


CLIPPED_NAMES = WordMend(CLIPPED, _mend)

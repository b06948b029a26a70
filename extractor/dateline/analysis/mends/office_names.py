"""Mends what the parser makes of an office and its holder: "Superintendent of Police Omar Ali was shot".

It takes the last word of the office for a part of the name, "Police Omar Ali", of whom somebody is the superintendent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFICES = ("police", "prisons", "customs", "defence", "defense", "interior", "justice", "state", "parliament", "staff")


def _mend(office: Token) -> None:
    """Give the holder what his office was told to do, and hang the office on him."""
    name = office.head
    if office.dep_ != "compound" or name.dep_ != "pobj" or name.ent_type_ != "PERSON" or name.i < office.i:
        return
    of = name.head
    title = of.head
    if of.lower_ != "of" or of.i != office.i - 1 or title.tag_ != "NNP" or title.head == title:
        return
    behind = [child for child in title.rights if child.i > name.i]
    name.head, name.dep_ = title.head, title.dep_
    title.head, title.dep_ = name, "nmod"
    office.head, office.dep_ = of, "pobj"
    for child in behind:
        child.head = name


OFFICE_NAMES = WordMend(OFFICES, _mend)

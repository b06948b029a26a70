"""Mends what the parser makes of a town that opens a clause without a comma: "in the city of Mosul gunmen shot three".

It takes the town for a part of the doers' name, the "Mosul gunmen", and them for where it was; who shot is lost then,
or is told of what an earlier clause tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.day_openers import DOERS
from dateline.analysis.mends.grammar import FINITE, NOUNS, SUBJECTS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

MEN = frozenset(("men", "gunmen", "policemen", "militiamen", "tribesmen", "hitmen", "youngsters"))
PLACING = frozenset(("in", "near", "outside", "at"))
PLACES = frozenset(("GPE", "LOC", "FAC"))
REGIONS = frozenset(("province", "district", "state", "city", "town", "county", "region", "governorate", "department"))
DESCRIBING = frozenset(("acl", "advcl"))  # arcs of "armed with rifles", "riding motorcycles"


def _mend(doers: Token) -> None:
    """Make the town what the preposition sets, and the doers the subject of the verb behind them."""
    place = _find_place(doers)
    if place is None:
        return
    prep = _find_preposition(doers, place)
    top = None if prep is None else _find_top(prep)
    if prep is None or top is None or not _opens_clause(top):
        return
    verb = doers.head if doers.dep_ in SUBJECTS else _find_verb(doers)
    if verb is None or any(word.is_ancestor(verb) for word in (doers, top)):
        return
    for word in (*doers.lefts,):
        if word.i < place.i:
            word.head = place
    place.head, place.dep_ = prep, "pobj"
    for word in [*top.subtree]:
        if word.i > doers.i and word.head.i < doers.i:
            word.head = doers  # "in the town of Jos gunmen on a motorcycle": it was the town's
    doers.head, doers.dep_ = verb, doers.dep_ if doers.dep_ in SUBJECTS else "nsubj"
    _free_verb(doers, top, verb)


def _find_place(doers: Token) -> Token | None:
    """Return the last word of the place that stands in the phrase for the doers, None without one."""
    for word in reversed([*doers.lefts]):
        region = word.lower_ in REGIONS and any(child.ent_type_ in PLACES for child in word.lefts)
        if word.tag_ in NOUNS and (region or word.ent_type_ in PLACES):
            return word
    return None


def _find_preposition(doers: Token, place: Token) -> Token | None:
    """Return the preposition that the phrase hangs on, or that stands idle before it."""
    if doers.dep_ == "pobj":
        return doers.head
    first = min((place, *place.subtree, *(word for word in doers.lefts if word.i < place.i)), key=lambda word: word.i)
    before = first.nbor(-1) if first.i > doers.sent.start else None
    idle = before is not None and before.dep_ == "prep" and not any(before.children)
    return before if idle and doers.dep_ in SUBJECTS else None


def _find_top(prep: Token) -> Token | None:
    """Return the preposition that sets where it was: the "in" of "in the city of"."""
    if prep.lower_ == "of" and prep.head.tag_ in NOUNS and prep.head.dep_ == "pobj":
        prep = prep.head.head
    return prep if prep.lower_ in PLACING and prep.dep_ == "prep" else None


def _opens_clause(prep: Token) -> bool:
    if prep.i == prep.sent.start:
        return True
    before = prep.nbor(-1)
    return before.is_punct or before.is_space or before.tag_ in ("IN", "CC", "RB")


def _find_verb(doers: Token) -> Token | None:
    """Return the verb behind the doers that has no subject, past the words that describe them."""
    for word in doers.doc[doers.i + 1 : doers.sent.end]:
        if word.is_punct:
            return None
        has_object = any(child.dep_ == "dobj" for child in word.rights)
        if word.tag_ in FINITE or (has_object and (word.tag_ == "VBN" or word.lower_ == "shot")):
            subject = any(child.dep_ in SUBJECTS and child.i != doers.i for child in word.lefts)
            return None if subject or word.head is doers else word
    return None


def _free_verb(doers: Token, top: Token, verb: Token) -> None:
    """Hang on the verb what opens the clause, and on the doers the participle that stood for the verb."""
    for word in doers.doc[top.i - 1 if top.i > doers.sent.start else top.i : verb.i]:
        if word.dep_ in DESCRIBING and word.i > doers.i and word.head.i < top.i:
            word.head, word.dep_ = doers, "acl"
        elif word.dep_ == "mark" and word.i < top.i:
            word.head, verb.dep_ = verb, "advcl" if verb.dep_ == "conj" else verb.dep_
    top.head = verb


PLACE_OPENERS = WordMend((*DOERS, *MEN), _mend)

"""Mends what the parser makes of a place between a verb and its object: "rebels kidnapped in Arauca two engineers".

So do wires translated from Spanish write. It takes the object for part of the place: the "two engineers" stand behind
"in" too, or "Medellin Jose Ocampo" is one name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import NOUNS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACED = frozenset({"GPE", "LOC", "FAC"})
COUNTED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"})
# What no verb of harm is done to without a word of where, or of how.
# fmt: off
AREAS = frozenset((
    "region", "area", "district", "province", "city", "town", "village", "department", "state", "valley", "county",
    "neighborhood", "neighbourhood", "municipality", "zone", "sector", "border", "capital", "suburb", "island",
    "mountains", "hills", "camp", "airport", "hotel", "market", "prison", "jail", "street", "road", "highway",
    "clashes", "fighting", "attacks", "attack", "raids", "raid",
))
# Verbs that are nothing without somebody or something that they are done to.
HARMING = (
    "kidnapped", "abducted", "seized", "captured", "arrested", "detained", "killed", "murdered", "assassinated",
    "executed", "wounded", "injured", "ambushed", "freed", "released", "rescued", "destroyed", "dynamited", "burned",
    "defused", "deactivated", "intercepted",
)
# fmt: on
LEADS = frozenset({"in", "near", "at", "outside"})


def _mend(verb: Token) -> None:
    """Part the object from the place before it, where the verb is active and has none."""
    kinds = {child.dep_ for child in verb.children}
    if "nsubj" not in kinds or kinds & {"dobj", "nsubjpass", "auxpass"} or verb.i + 3 >= len(verb.doc):
        return
    lead = verb.nbor()
    if lead.lower_ not in LEADS or lead.head != verb or lead.dep_ != "prep":
        return
    objects = [child for child in lead.rights if child.dep_ == "pobj"]
    place = _last_of_place(lead)
    thing = objects[-1] if objects else None
    if place is None or thing is None or not _is_object(thing, place):
        return
    for child in list(thing.lefts):
        if child.i < place.i:
            child.head, child.dep_ = place, "compound"
    if place != thing:
        place.head, place.dep_ = lead, "pobj"
    thing.head, thing.dep_ = verb, "dobj"


def _last_of_place(lead: Token) -> Token | None:
    """Return the last word of the name right behind "in", None without a name or with no words behind it."""
    doc, last = lead.doc, None
    for word in doc[lead.i + 1 : lead.sent.end]:
        named = word.tag_ in ("NNP", "NNPS") and word.ent_type_ not in COUNTED
        if not named or (last is not None and last.ent_type_ in PLACED and word.ent_type_ not in PLACED):
            break
        last = word
    return last


def _is_object(thing: Token, place: Token) -> bool:
    """Whether the noun behind the place is who or what the verb was done to, and no kind of place."""
    if thing.i <= place.i or thing.tag_ not in NOUNS or thing.lower_ in AREAS:
        return False
    between = thing.doc[place.i + 1 : thing.i]
    return thing.ent_type_ not in COUNTED | PLACED and not any(
        word.is_punct or word.tag_ in ("POS", "IN", "CC") for word in between
    )


OBJECTS_BEHIND = WordMend(HARMING, _mend)

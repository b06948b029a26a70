"""Mends what the parser makes of riders who fire: "Two men in a car fired at a bus".

Behind a vehicle it takes "fired" for what was done to the car. A car is not fired at a bus: it is those in it who fire.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import take_place
from dateline.analysis.mends.shot_verbs import ABOARD, VEHICLES
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRING = ("fired", "shot")
AIMS = frozenset({"at", "into", "on", "onto", "through", "toward", "towards", "upon"})


def _mend(fired: Token) -> None:
    """Make the riders the subject of the verb, which takes the place that the parser gave to them."""
    vehicle = fired.head
    if fired.dep_ != "acl" or fired.tag_ != "VBN" or vehicle.lower_ not in VEHICLES or vehicle.i > fired.i:
        return
    way = vehicle.head
    if vehicle.dep_ != "pobj" or way.lower_ not in ABOARD or way.head.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    if not any(child.lower_ in AIMS and child.i == fired.i + 1 for child in fired.rights):
        return
    riders, above = way.head, way.head.head
    behind = [child for child in riders.rights if child.i > fired.i]
    if riders.dep_ == "ROOT":
        take_place(fired, riders)
    elif riders.dep_ == "nsubj" and above.tag_ == "VBG" and above.i > fired.i:
        take_place(fired, above)
        above.head, above.dep_ = fired, "advcl"  # what came of it: "fired on a bus, killing two"
    elif riders.dep_ == "dobj":
        fired.head, fired.dep_ = above, "ccomp"  # "police said two men in a car fired"
        behind += [child for child in above.rights if child.i > fired.i and child.dep_ == "advcl"]
    else:
        return
    riders.head, riders.dep_ = fired, "nsubj"
    for child in behind:
        child.head = fired


FIRED_VERBS = WordMend(FIRING, _mend)

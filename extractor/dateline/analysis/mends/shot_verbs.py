"""Mends what the parser makes of riders who shoot: "Gunmen on a motorbike shot a teacher".

Behind a vehicle the tagger takes "shot" for a noun, and the parser for what the gunmen are on: a motorbike shot. The
words after it show that it is the verb, for nothing else has the teacher as its object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

SHOT = "shot"
# fmt: off
VEHICLES = frozenset((
    "bicycle", "bike", "boat", "bus", "car", "jeep", "lorry", "minibus", "moped", "motorbike", "motorcycle", "pickup",
    "rickshaw", "scooter", "suv", "taxi", "truck", "van", "vehicle",
))
# fmt: on
ABOARD = frozenset({"aboard", "in", "on"})
# What may follow the verb: whom it hit, how, or what the riders did besides.
OBJECT_TAGS = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$"})
FURTHER = frozenset({"and", "at", "dead", "then"})
LOOSE = frozenset({"appos", "attr", "dep", "npadvmod", "oprd"})
TIMES = frozenset({"DATE", "TIME"})
NAMING = frozenset({"NOUN", "PROPN"})
ARGUMENTS = frozenset({"dobj", "nsubj"})  # arcs that a verb alone has
OBJECT_ARCS = frozenset({"dobj", "pobj"})  # of "said gunmen" where what they did was lost
SHOOTER_ARCS = frozenset({"amod", "compound", "nmod", "nsubj"})  # of "sniper" in "a sniper shot dead a girl"


def _mend(shot: Token) -> None:
    """Make a verb of "shot" where its arcs, or the words around it, say that it is one, with the riders as subject."""
    if shot.tag_ == "NN":
        if {child.dep_ for child in shot.children} >= ARGUMENTS:
            _make_verb(shot)
        elif _is_of_riders(shot):
            _hang_riders(shot)
    _raise_above_dead(shot)
    _hang_dead(shot)


def _raise_above_dead(shot: Token) -> None:
    """Make "shot" the verb where the parser took "dead" for it: "a sniper shot dead a girl of nine".

    So too where a day stands before it: "the same day the army shot dead nine" has no day that the army shot.
    """
    of_day = shot.dep_ == "relcl" and shot.head.dep_ == "npadvmod"
    dead = shot.head.head if of_day else shot.head
    if dead.lower_ != "dead" or dead.i != shot.i + 1 or not (of_day or shot.dep_ in SHOOTER_ARCS):
        return
    shooter = next((child for child in shot.lefts if child.dep_ in SHOOTER_ARCS and child.pos_ in NAMING), None)
    if shooter is None or not any(child.dep_ == "dobj" for child in dead.rights):
        return
    above, arc = (shot, "ROOT") if dead.head == dead else (dead.head, dead.dep_)
    before, behind = [child for child in shot.lefts if child != shooter], [kid for kid in dead.children if kid != shot]
    shot.head, shot.dep_ = above, arc
    _make_verb(shot)
    dead.head, dead.dep_ = shot, "oprd"
    shooter.head, shooter.dep_ = shot, "nsubj"
    for child in before:
        child.head = shooter
    for child in behind:
        child.head = shot


def _hang_dead(shot: Token) -> None:
    """Make those behind "shot dead" its object, where the parser hung them loosely: "shot dead Ana Poe, a clerk"."""
    if shot.pos_ != "VERB" or shot.i + 2 >= shot.sent.end or shot.nbor().lower_ != "dead":
        return
    dead = shot.nbor()
    if dead.dep_ == "amod" and dead.head.head == shot and dead.head.dep_ == "dobj":
        dead.head, dead.dep_ = shot, "oprd"  # "shot dead nine people": no nine dead people were shot
    if any(child.dep_ in ("auxpass", "nsubjpass", "dobj", "agent") for child in shot.children):
        return
    for child in shot.rights:
        if child.dep_ in LOOSE and child.pos_ in ("NOUN", "PROPN", "NUM") and child.ent_type_ not in TIMES:
            child.dep_ = "dobj"
            if dead.head == child:
                dead.head, dead.dep_ = shot, "oprd"
        if child.dep_ not in ("oprd", "prep"):
            return  # "shot dead on Tuesday a man who ran"


def _make_verb(token: Token) -> None:
    token.tag_, token.pos_ = "VBD", "VERB"


def _is_of_riders(shot: Token) -> bool:
    """Whether the noun stands as the last word of a vehicle that someone is on, and what follows is no noun's."""
    if shot.dep_ != "pobj" or shot.head.lower_ not in ABOARD or shot.head.head.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    if shot.i + 1 >= len(shot.doc) or shot.nbor(-1).lower_ not in VEHICLES or shot.nbor(-1).head != shot:
        return False
    after = shot.nbor()
    return after.sent == shot.sent and (after.lower_ in FURTHER or after.tag_ in OBJECT_TAGS)


def _hang_riders(shot: Token) -> None:
    """Make the riders the subject of the verb, which takes the place of what the parser took for what they did."""
    vehicle, way, riders = shot.nbor(-1), shot.head, shot.head.head
    deed = riders.head if riders.dep_ == "nsubj" and riders.head.i > shot.i else None
    top = deed or riders
    behind = [child for child in riders.children if child.i > shot.i]  # "and killed" of "gunmen ... and killed"
    if deed is not None:
        # Of "shot dead" all else is told of the shooting; of "shot one and hurt one" what stands before it.
        dead = deed.lower_ == "dead"
        behind += [child for child in deed.children if child != riders and (dead or child.i < deed.i)]
    place, role = (shot, "ROOT") if top.head == top else (top.head, "ccomp" if top.dep_ in OBJECT_ARCS else top.dep_)
    lefts, rights = [child for child in shot.lefts if child != vehicle], list(shot.rights)
    hit = [child for child in way.rights if child.i > shot.i]  # a second object of "on"

    shot.head, shot.dep_ = place, role
    _make_verb(shot)
    for child in behind:
        child.head = shot
    riders.head, riders.dep_ = shot, "nsubj"
    if deed is not None:
        deed.head, deed.dep_ = shot, "oprd" if deed.lower_ == "dead" else "conj"
    vehicle.head, vehicle.dep_ = way, "pobj"
    for child in lefts:
        child.head = vehicle
    for child in (*rights, *hit):
        child.head = shot
        child.dep_ = "dobj" if child.dep_ in ("appos", "dep", "pobj") else child.dep_


SHOT_VERBS = WordMend((SHOT,), _mend)

"""Mends what the parser makes of an object and its state: "took three officials hostage", "set the building alight".

The parser takes the last word for what was taken or set and the true object for a word before it, like "bus" in "bus
driver". Whoever takes "the teacher hostage" takes the teacher, and nothing is called an alight. Where the object's
place stands between, "set the hall in Lome ablaze", the state is taken for the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

CAPTIVE = ("captive", "hostage", "prisoner")
CAPTIVES = ("captives", "hostages", "prisoners")
ALIGHT = ("ablaze", "afire", "alight")
# fmt: off
TAKING = frozenset((
    "take", "takes", "took", "taken", "taking", "hold", "holds", "held", "holding", "keep", "kept", "keeping",
))
SETTING = frozenset(("set", "sets", "setting"))
# fmt: on
# fmt: off
THINGS = frozenset((  # that may be called hostage: the parse of them is left as it is
    "airliner", "bank", "building", "bus", "church", "city", "country", "economy", "embassy", "hospital", "hotel",
    "jet", "nation", "plane", "process", "restaurant", "school", "ship", "town", "train", "vessel", "village",
))
# fmt: on
BEFORE = frozenset({"compound", "nmod", "amod"})
PLURAL = frozenset({"NNS", "NNPS"})
STATES = frozenset({"NN", "NNS", "JJ", "RB", "NNP"})
NOUNS = PLURAL | {"NN", "NNP"}


def _mend(state: Token) -> None:
    """Make the people or the thing before a state the object of the verb, and the state what it became."""
    if state.dep_ == "pobj" and state.lower_ in ALIGHT:
        _take_from_place(state)
        return
    if not state.i or state.dep_ not in ("dobj", "conj") or state.tag_ not in STATES:
        return
    # "Held ten diplomats hostages": one word for them would do.
    verbs, tags = (SETTING, NOUNS) if state.lower_ in ALIGHT else (TAKING, PLURAL | {"NN"})
    thing = state.nbor(-1)
    if state.dep_ == "conj":
        _hang_last(thing, state)
    elif state.head.lower_ not in verbs or (verbs is TAKING and thing.lower_ in THINGS):
        return
    elif thing.tag_ in tags and thing.head == state and thing.dep_ in BEFORE:
        _hang(thing, state)
    elif thing.dep_ == "dative" and thing.head == state.head and verbs is TAKING:
        thing.dep_, state.dep_ = "dobj", "oprd"  # "took the guests hostage"


def _hang_last(thing: Token, state: Token) -> None:
    """Set right the last of several who are taken: "took the manager and his wife hostage"."""
    first = state.head
    while first.dep_ == "conj":
        first = first.head
    taken = state.lower_ in CAPTIVE and first.dep_ == "dobj" and first.head.lower_ in TAKING
    if not taken or thing.head != state or thing.dep_ not in BEFORE or thing.tag_ not in NOUNS:
        return
    for child in [child for child in state.lefts if child != thing]:
        child.head = thing
    thing.head, thing.dep_ = state.head, "conj"
    state.head, state.dep_ = first.head, "oprd"


def _take_from_place(state: Token) -> None:
    """Give the preposition the name before the state, and the state to the verb that set the object so."""
    preposition, place = state.head, state.nbor(-1)
    verb = preposition.head.head if preposition.head.dep_ == "dobj" else preposition.head
    if place.head != state or place.tag_ not in NOUNS or verb.lower_ not in SETTING:
        return
    before = [child for child in state.lefts if child != place]
    place.head, place.dep_ = preposition, "pobj"
    for child in before:
        child.head = place
    state.head, state.dep_ = verb, "oprd"


def _hang(thing: Token, state: Token) -> None:
    """Make the thing the object, with the words before it, and its state the verb's result."""
    before = [child for child in state.lefts if child != thing]
    thing.head, thing.dep_ = state.head, "dobj"
    for child in before:
        child.head = thing
    state.dep_ = "oprd"


OBJECT_STATES = WordMend((*CAPTIVE, *CAPTIVES, *ALIGHT), _mend)

"""Tells a place that opens a sentence as the act's, though somebody there tells of it: "In Donetsk, the mayor said"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who speaks of what happened where he is; a ministry or a spokesman tells of the whole land, or of lands abroad.
# fmt: off
LOCAL = frozenset((
    "mayor", "governor", "residents", "resident", "villagers", "witness", "witnesses", "doctor", "doctors", "medic",
    "medics", "police", "hospital", "hospitals", "officials", "official", "authorities", "activists", "activist",
    "rescuers", "firefighters", "council", "prosecutors", "television", "tv", "media", "relatives", "paramedics",
    "survivors", "administrator", "commander", "officer", "officers", "sheriff",
))
# fmt: on
MEDIA = frozenset(("media", "television", "tv"))  # "in Damascus, Syrian state media said"
LEADS = frozenset(("in", "near", "outside", "around"))
SCENES = frozenset(("GPE", "LOC", "FAC"))


def opens_for_act(place: Token, saying: Token, acts: Collection[int]) -> bool:
    """Whether the place before a word of saying is where the act was: "In Donetsk, the mayor said a shell killed two".

    Not where what is said names a place of its own, or the speaker comes of a land: "in Washington, US officials said".

    Args:
        place: the head of its name.
        saying: the verb of saying that it hangs on.
        acts: numbers of the words for acts.
    """
    prep = _fronted(place)
    if prep is None or prep.lower_ not in LEADS:
        return False
    speaker = next((child for child in saying.lefts if child.dep_ == "nsubj"), None)
    if speaker is None or speaker.lower_ not in LOCAL:
        return False
    if speaker.lower_ not in MEDIA and any(_is_of_land(child) for child in speaker.lefts):
        return False
    told = next((child for child in saying.rights if child.dep_ == "ccomp"), None)
    if told is None or place.i > speaker.i or _goes_on(told, acts):
        return False
    return not any(word.ent_type_ in SCENES and word.dep_ == "pobj" for word in told.subtree)


def _goes_on(told: Token, acts: Collection[int]) -> bool:
    """Whether an act known by then does it, wherever it was: "officials said the attack had killed two"."""
    doers = (child for child in told.lefts if child.dep_ == "nsubj" and child.i in acts)
    return any(child.lower_ in ("the", "this", "that") for doer in doers for child in doer.lefts)


def _fronted(place: Token) -> Token | None:
    """Return the preposition with which the place opens its sentence, before a comma."""
    below = place
    while below.dep_ in ("pobj", "appos", "compound", "prep", "nmod") and below.head.i != below.i:
        if below.dep_ == "prep" and below.lower_ != "of":
            break
        below = below.head
    if below.dep_ != "prep":
        return None
    before = place.doc[place.sent.start : below.i]
    end = below.right_edge.i + 1
    closed = end < len(place.doc) and place.doc[end].text == ","
    return below if closed and all(word.is_punct or word.is_space for word in before[-1:]) else None


def _is_of_land(word: Token) -> bool:
    return word.ent_type_ in ("NORP", "GPE")

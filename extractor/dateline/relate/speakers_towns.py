"""Tells that people of a town speak of what happened in it: "medics in Taiz said a shell had hit a clinic there"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from dateline.gazetteer.place_words import load_place_words
from dateline.relate.clauses import is_speech
from dateline.relate.fronted_places import SCENES

if TYPE_CHECKING:
    from spacy.tokens import Token

LEADS = frozenset(("in", "of", "from", "at"))
CAPITALS = frozenset(("capital",))  # need not be the town of those who speak
SAID = ("ccomp", "parataxis")


def is_town_of_speakers(place: Token, acts: Collection[int]) -> bool:
    """Whether a place is that of those who speak, and what they tell, an act among it, goes back to it.

    "Medics in Taiz said a shell had hit a clinic there", "the mayor of Derna said gunmen had shot two guards in the
    town". Not where an act known by then did it, which may have been elsewhere: "officials in Aden said the blast had
    killed six in the city"; nor where another place is named.

    Args:
        place: the head of its name.
        acts: numbers of the words for the acts of one telling.
    """
    speakers = _find_speakers(place)
    if speakers is None or speakers.dep_ != "nsubj" or not is_speech(speakers.head):
        return False
    told = next((child for child in speakers.head.children if child.dep_ in SAID), None)
    if told is None:
        return False
    words = list(told.subtree)
    if not any(word.i in acts for word in words) or any(word.ent_type_ in SCENES for word in words if _is_named(word)):
        return False
    if any(child.lower_ in ("the", "this", "that") for word in words if word.i in acts for child in word.lefts):
        return False
    return any(_goes_back(word) for word in words)


def _find_speakers(place: Token) -> Token | None:
    """Return the "medics" of "medics in Taiz" and "medics in the town of Taiz"."""
    below = place
    while below.dep_ == "pobj" and below.head.lower_ in LEADS:
        holder = below.head.head
        if load_place_words().kind(holder.lower_) != "settlement":
            return holder
        below = holder
    return None


def _is_named(word: Token) -> bool:
    """Whether it is the head of a place's name that is where something was: "in Kursk", not "Kursk shelling"."""
    return word.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass") and word.pos_ == "PROPN"


def _goes_back(word: Token) -> bool:
    """Whether it is "there", or "the town" without a name."""
    if word.lower_ == "there":
        return word.dep_ == "advmod"
    if word.dep_ != "pobj" or word.lower_ in CAPITALS or load_place_words().kind(word.lower_) != "settlement":
        return False
    parts = [child.lower_ for child in word.children]
    return parts == ["the"]

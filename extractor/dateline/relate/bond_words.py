"""Names what a place or a time may belong to other than an act, and reads the words that tell it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicon.files import load_file

if TYPE_CHECKING:
    from spacy.tokens import Token


class Bond(StrEnum):
    """What a place or time belongs to other than an act."""

    SAYING = "saying"  # "said on Tuesday", "officials in Washington said"
    HOME = "home"  # "a resident of Leeds", "a Leeds man"
    ORIGIN = "origin"  # as `HOME`, of words that tell it before "from" alone; no mention has it
    OFFICE = "office"  # "the mayor of Lyon"
    CARE = "care"  # where the wounded were taken
    TRIAL = "trial"  # where, or when, somebody is tried or held
    APPEARANCE = "appearance"  # where somebody speaks, meets, lives
    FLIGHT = "flight"  # where somebody fled to
    SUBJECT = "subject"  # "Moscow denied it": the state, not the place
    OWNER = "owner"  # "Baghdad's troops"
    RULING = "ruling"  # "Beijing's decision": the state, not the place
    LIKENESS = "likeness"  # "like the attack in Nice"
    CATCHING = "catching"  # where, or when, somebody was caught
    LETTING_GO = "letting_go"  # where, or when, captives came free
    FINDING = "finding"  # where, or when, somebody or something was found
    DYING = "dying"  # where, or when, somebody died of what was done before: "died in hospital on Friday"
    COUNTING = "counting"  # when a toll rose, or was set right, or people coped with what had happened
    STATE = "state"  # when, or where, somebody was known to be in this or that condition


_BY_WORD = {
    "dweller": Bond.HOME,
    "origin": Bond.ORIGIN,
    "office": Bond.OFFICE,
    "care": Bond.CARE,
    "sickbed": Bond.CARE,
    "trial": Bond.TRIAL,
    "appearance": Bond.APPEARANCE,
    "flight": Bond.FLIGHT,
    "likeness": Bond.LIKENESS,
    "catching": Bond.CATCHING,
    "letting_go": Bond.LETTING_GO,
    "finding": Bond.FINDING,
    "dying": Bond.DYING,
    "wound": Bond.DYING,
    "counting": Bond.COUNTING,
    "aftermath": Bond.COUNTING,
}


@cache
def load_scene_words() -> Mapping[str, Bond]:
    """Return what each word of scene_words.toml says of a place or time beside it."""
    return {phrase.lower(): _BY_WORD[entry.id] for entry in load_file("scene_words") for phrase, _ in entry.phrases()}


def read_scene_word(token: Token) -> Bond | None:
    """Return what a word, or it with the one before it ("nursing home"), says of a place or time beside it."""
    words = load_scene_words()
    pair = words.get(f"{token.nbor(-1).lower_} {token.lower_}") if token.i else None
    return words.get(token.lower_) if pair is None else pair

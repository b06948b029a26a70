"""Tells a word that is of several acts, counted or set apart: "in four separate shootings", "two stabbings"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.climbs import first_of_list
from dateline.relate.clauses import load_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from dateline.frames import Frame

OPENING = 1  # number of the last paragraph, the title's being 0, that may announce several acts
SERIES = frozenset({"wave", "series", "spate", "string", "pair", "trio", "rash", "slew"})
KNOWN = frozenset({"the", "these", "those", "both", "his", "her", "their", "its"})
PARTED = frozenset({"separate", "unrelated", "different", "several", "multiple", "numerous", "other", "various"})
SCATTERED = frozenset({"separate", "unrelated", "different", "various"})  # "in different parts of the city"
LED_BY = frozenset({"in", "from", "by"})  # "were hurt in shootings"
OWN = frozenset({"PROPN"})  # "in the Kalisz shootings": those of one day and one hand bear the town's name


def find_scattered(sentence: Span) -> tuple[int, ...]:
    """Return the words for acts, or places, that are several where they are told apart: "separate attacks".

    To be asked where a story opens with them; behind other acts they may be told nowhere else.
    """
    scattered = (word for word in sentence if word.tag_ == "NNS" and word.lower_ in load_cues("scattered"))
    return tuple(word.i for word in scattered if any(child.lower_ in SCATTERED for child in word.lefts))


def tells_several(head: Token) -> bool:
    """Whether a noun for an act is of several, each at a place and hour of its own.

    Of explosions and raids several may be one act; two shootings are two.
    """
    if head.tag_ not in ("NNS", "NNPS") or head.lower_ not in load_cues("deeds"):
        return False
    before = list(head.lefts)
    first = first_of_list(head)
    if first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lower_ in SERIES:
        return True  # "a wave of bombings and shootings"
    if any(word.lower_ in KNOWN for word in before) or head.head.i == head.sent.start:
        return False  # "in other shootings, one man died in Acton and two in Slough": each is told by itself
    if any(word.dep_ == "nummod" or word.lower_ in PARTED for word in before):
        return True
    bare = not any(word.pos_ in OWN and word.ent_type_ != "DATE" for word in before)
    return bare and head.dep_ == "pobj" and head.head.lower_ in LED_BY


def announce(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return the tellings of a story, marked where its headline or lead is of several acts: "hurt in two shootings"."""
    opens = any(frame.several and 0 <= frame.paragraph <= OPENING for frame in frames)
    return tuple(replace(frame, announced=True) for frame in frames) if opens else tuple(frames)

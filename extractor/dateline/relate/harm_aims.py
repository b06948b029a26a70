"""Tells people aimed at from those hit: "shot at a trader" hurts nobody yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import child_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.relate.harm_people import People
    from dateline.relate.harm_words import Cue

FIRED = frozenset(("shot", "fired", "sniped"))  # of doers, where "at" and people stand behind


def is_aimed(people: People, verb: Token) -> bool:
    """Whether somebody shoots at people or things, of whom no more is said: "shot at a trader", "shot at the dog"."""
    return is_aimed_at_people(people, verb) or (
        child_of(verb, "nsubj") is not None and child_of(verb, "auxpass") is None and _is_at(verb)
    )


def is_aimed_at_people(people: People, verb: Token) -> bool:
    """Whether "at" right behind the verb leads to people: "shot at a trader"."""
    return any(
        prep.lower_ == "at" and prep.i == verb.i + 1 and (obj.i in people.at or obj.tag_ == "PRP")
        for prep in verb.rights
        for obj in prep.rights
    )


def is_missed(people: People, cue: Cue) -> bool:
    """Whether "was shot at" tells that nobody need be hit: nothing that could be a place or time follows."""
    behind = people.doc[cue.last + 1 : cue.last + 3]
    if cue.word.id != "shoot" or not len(behind) or behind[0].lower_ != "at":
        return False
    return len(behind) < 2 or behind[1].pos_ in ("ADP", "PUNCT", "CCONJ", "SCONJ") or behind[1].tag_ == "_SP"


def _is_at(verb: Token) -> bool:
    """Whether "at" or "through" right behind the verb leads to something living or not: no place, no time."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    if len(behind) < 2 or behind[0].lower_ not in ("at", "through"):
        return False
    return behind[1].lower_ in ("a", "an", "the", "his", "her", "their", "him", "them") and verb.tag_ == "VBD"

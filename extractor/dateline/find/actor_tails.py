"""Finds the words behind a noun for unnamed doers that describe them: "men in masks", "gunmen on a motorcycle"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from dateline.find.actor_lexicon import Use
from dateline.find.actor_phrases import words_of
from dateline.lexicon.files import load_file

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Of whom a bare noun says little: they are known by what is told behind it.
DESCRIBED = frozenset((Use.AGENT, Use.WEAK, Use.MEMBER, Use.FORCE))
# Participles that tell how people look: "wearing a cap", "dressed as policemen". Arms stand in the weapons' field.
WEARING = frozenset(("wearing", "dressed", "clad", "disguised", "riding", "posing"))
# Behind whose object "of" tells the crime: "accused two rebels of the murder".
CHARGING = ("accus", "convict", "suspect", "acquit", "clear", "absolv", "exonerat", "guilty")
LONGEST = 9  # tokens
# Of which people are told to be: "soldiers from the Third Brigade".
BODIES = frozenset(
    (
        "army",
        "battalion",
        "brigade",
        "cartel",
        "detachment",
        "division",
        "front",
        "guard",
        "police",
        "regiment",
        "squad",
    )
)
ENDING = frozenset((",", ";", ":", "(", ")", "-", "--", "–", "—", '"', "”", "“", "who", "which", "that"))


@cache
def _load_worn() -> Mapping[str, frozenset[str]]:
    """Return, for each preposition, the last words of what describes people after it."""
    nouns = {entry.id: entry for entry in load_file("agent_nouns")}
    cues = {entry.id: entry for entry in load_file("cues")}
    last = {
        entry.id: frozenset(phrase.casefold().split()[-1] for phrase, _ in entry.phrases())
        for entry in (nouns["clothing"], nouns["force"], cues["vehicles"])
    }
    vehicles = last["vehicles"] | {"motorcycles", "motorbikes", "horseback", "foot", "camels", "horses"}
    return {
        "in": last["clothing"] | vehicles,
        "on": vehicles,
        "with": last["force"] | last["clothing"],
        "aboard": vehicles,
    }


def find_tail(doc: Doc, last: int, head: Token, use: Use) -> str:
    """Return the words that describe the people of a noun phrase which ends at token `last`, "" without any."""
    if use not in DESCRIBED or last != head.i or last + 2 >= len(doc):
        return ""
    first = doc[last + 1]
    if first.head.i != head.i or not _describes(first, use):
        return ""
    end = first.i
    for token in doc[first.i : first.right_edge.i + 1]:
        if token.lower_ in ENDING or token.is_space or (token.is_sent_start and token.i > first.i):
            break
        end = token.i
    if end == first.i or end - last > LONGEST or doc[end].lower_ == "as":
        return ""  # "dressed as", where the parser hangs the soldiers on the deed
    return words_of(doc, first.i, end)


def _describes(first: Token, use: Use) -> bool:
    """Whether the preposition or participle behind a noun tells what the people are like, or whose they are."""
    if first.dep_ == "acl":
        return first.lower_ in WEARING
    if first.dep_ != "prep":
        return False
    objects = [kid for kid in first.rights if kid.dep_ == "pobj"]
    if first.lower_ == "of" and first.head.dep_ in ("dobj", "nsubj") and first.head.head.lower_.startswith(CHARGING):
        return False
    if first.lower_ == "of":
        if use is Use.FORCE:
            return any(kid.pos_ == "PROPN" for kid in objects)  # "soldiers of the SAS", not "forces of evil"
        return any(kid.ent_type_ not in ("DATE", "TIME") for kid in objects)
    if first.lower_ == "from":
        return any(kid.lower_ in BODIES and kid.pos_ == "PROPN" for kid in objects)
    told = _load_worn().get(first.lower_, frozenset())
    return any(part.lower_ in told for kid in objects for part in (kid, *kid.conjuncts))

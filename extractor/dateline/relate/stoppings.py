"""Tells how an act was stopped: a device that did not go off or was made safe, what was shot down on its way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.relate.clauses import auxiliaries, is_negated, load_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

GOING_OFF = frozenset({"explode", "detonate", "go"})
COMPLEMENTS = frozenset({"acomp", "oprd", "advmod", "ccomp", "xcomp", "dobj"})
SHOOTING = frozenset({"shot", "shoot", "shooting", "shoots", "brought"})
SENT = frozenset({"drone", "drones", "missile", "missiles", "rocket", "rockets", "projectile", "projectiles", "uavs"})

STORMING = frozenset({
    "storm", "stormed", "storming", "raided", "assaulted", "attacked", "entered", "moved", "burst", "broke", "launched",
})  # fmt: skip
FREEING = frozenset({
    "free", "freed", "freeing", "rescue", "rescued", "rescuing", "liberate", "liberated", "liberating", "end", "ended",
    "ending", "save", "saved", "saving",
})  # fmt: skip

DUD = re.compile(
    r"\b(?:failed\sto|did\snot|didn['’]t|without)\s?(?:explod(?:e|ing)|detonat(?:e|ing)|go(?:ing)?\soff|ignit(?:e|ing)|burst)\b",
    re.IGNORECASE,
)
WENT_OFF = frozenset({"exploded", "detonated", "blew", "burst", "ignited", "blast", "explosion"})
BEHIND = 40  # tokens within which what was sent is named before


def sends_dud(head: Token) -> bool:
    """Whether all that the sentence tells to be thrown or left failed: "a bomb thrown at the bank did not burst"."""
    sentence = head.sent
    return DUD.search(sentence.text) is not None and all(word.lower_ not in WENT_OFF for word in sentence)


def is_dud(head: Token) -> bool:
    """Whether a device was there and did not go off, which is no denial of the act."""
    return head.lower_ in GOING_OFF and is_negated(head) and not set(auxiliaries(head)) & load_cues("modal")


SAFE = frozenset({"safe", "harmless"})
MAKING = frozenset({"make", "makes", "made", "making", "render", "renders", "rendered", "rendering"})
SETTING_OFF = frozenset({"blown", "blew", "detonated", "destroyed", "exploded"})
DEVICES = frozenset(
    {"bomb", "bombs", "device", "devices", "explosive", "explosives", "grenade", "shell", "package", "mine"}
)
# Who sets a bomb off so that it hurts nobody.
SAPPERS = frozenset({
    "police", "officers", "army", "soldiers", "sappers", "experts", "specialists", "engineers", "squad", "team",
    "disposal", "technicians", "troops", "authorities",
})  # fmt: skip


def is_made_safe(head: Token) -> bool:
    """Whether somebody made it safe: "the device was made safe", "the bomb was blown up by police"."""
    if any(child.lower_ in SAFE and child.dep_ in COMPLEMENTS for child in head.children):
        return True
    if head.lower_ in MAKING and head.i + 1 < len(head.doc) and head.nbor().lower_ in SAFE:
        return True  # "made safe a car bomb"
    if any(child.lower_ == "controlled" for child in head.lefts):
        return True  # "in a controlled explosion"
    if head.lower_ not in SETTING_OFF:
        return False
    things = {child.lower_ for child in head.children if child.dep_ in ("dobj", "nsubjpass")}
    above = head.head if head.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in head.lefts) else head
    doers = {child.lower_ for child in above.children if child.dep_ == "nsubj"}
    doers |= {obj.lower_ for child in head.children if child.dep_ == "agent" for obj in child.children}
    if doers.isdisjoint(SAPPERS):
        return False
    # "Found a car full of explosives and blew it up", "A bomb was found. The army blew it up".
    found = not things.isdisjoint(("it", "them")) and any(
        word.lower_ in load_cues("discover") for word in head.doc[max(head.i - BEHIND, 0) : head.i]
    )
    return found or not things.isdisjoint(DEVICES)


def downs_things(head: Token) -> bool:
    """Whether what a bare number tells to be shot down are not people: "fired six rockets. Four were shot down"."""
    struck = [child for child in head.children if child.dep_ in ("dobj", "nsubjpass")]
    return (
        any(child.lower_ == "down" for child in head.rights)
        and bool(struck)
        and all(child.tag_ == "CD" or child.lower_ in ("all", "most", "some", "several", "others") for child in struck)
        and any(word.lower_ in SENT for word in head.doc[max(head.i - BEHIND, 0) : head.i])
    )


def is_shot_down(head: Token) -> bool:
    """Whether what was sent was brought down on its way: "all the drones were shot down"."""
    if not any(child.lower_ == "down" and child.dep_ in ("prt", "advmod") for child in head.children):
        return False
    struck = {word.lower_ for child in head.children if child.dep_ in ("dobj", "nsubjpass") for word in child.subtree}
    return head.lower_ in SHOOTING and bool(struck & SENT)


def is_rescue(head: Token) -> bool:
    """Whether who storms a place frees those held there: "troops stormed the hotel to free guests"."""
    if head.lower_ not in STORMING:
        return False
    # Of "to free guests" the tagger makes guests who are free.
    if any(child.lower_ == "to" and child.nbor().lower_ in FREEING for child in head.rights):
        return True
    clauses = (child for child in head.rights if child.dep_ in ("advcl", "xcomp", "conj"))
    return any(
        clause.lower_ in FREEING or any(also.lower_ in FREEING for also in clause.conjuncts) for clause in clauses
    )

"""Knows passives that spare their auxiliary: "nine prisoners shot", "Baku says soldier killed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
UNDERGONE = frozenset((
    "killed", "shot", "wounded", "injured", "stabbed", "beheaded", "abducted", "kidnapped", "arrested", "detained",
    "captured",
))
# fmt: on
NAMING = frozenset(("NOUN", "ADJ", "NUM"))  # parts of speech of those whom it befalls


def is_told_passive(verb: Token) -> bool:
    """Whether a verb that must befall somebody has but a subject, in what is said: "Baku says soldier killed"."""
    if verb.dep_ != "ccomp" or verb.lower_ not in UNDERGONE or verb.tag_ not in ("VBD", "VBN"):
        return False
    kids = {kid.dep_ for kid in verb.children}
    subject = next((kid for kid in verb.lefts if kid.dep_ == "nsubj"), None)
    return subject is not None and subject.pos_ in NAMING and not kids & {"aux", "dobj", "conj", "mark"}


def is_gapped(verb: Token) -> bool:
    """Whether the auxiliary of a passive is told once for two: "six guards had been killed and nine prisoners shot"."""
    if verb.dep_ != "conj" or verb.lower_ not in UNDERGONE or not any(kid.dep_ == "auxpass" for kid in verb.head.lefts):
        return False
    kids = {kid.dep_ for kid in verb.children}
    return "nsubj" in kids and not kids & {"aux", "dobj", "dative"}

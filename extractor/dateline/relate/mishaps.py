"""Tells those whom a vehicle or a weapon harmed by mishap: "hit by a van", "accidentally shot himself"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words, text_of
from dateline.relate.clauses import load_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


# fmt: off
RUN_DOWN = frozenset(("hit", "struck", "killed", "injured", "run", "knocked", "crushed", "mown", "mowed", "hurt"))
ARMED_HAND = frozenset(("shot", "shoot", "shoots", "shooting", "wounded", "wounding", "injured", "killed", "stabbed"))
OWN = frozenset(("self", "himself", "herself", "themselves", "itself", "myself", "yourself"))
# Where nobody means to shoot himself, and what one is about then.
UNLIKELY = re.compile(
    r"""\b(?:him|her|them)?sel(?:f|ves)\s+in\s+(?:(?:the|his|her|their|one)\s)?(?:left\s|right\s|upper\s|lower\s)?
    (?:foot|leg|hand|finger|thigh|knee|toe|calf|arm|buttocks?)\b
    |\bwhile\s(?:he\swas\s|she\swas\s)?(?:cleaning|holstering|loading|unloading|handling|playing\swith)\b""",
    re.IGNORECASE | re.VERBOSE,
)
ANSWERED = re.compile(r"\b(?:charged|arraigned|indicted|sentenced|pleaded|accused)\b", re.IGNORECASE)  # by somebody
UNMEANT = frozenset(("accidentally", "inadvertently", "unintentionally", "mistakenly"))
# fmt: on
# Anywhere in the article these say that somebody drove at people, or is to answer for it.
MEANT = re.compile(
    r"""\b(?:deliberate(?:ly)?|intentional(?:ly)?|on\spurpose|ramm(?:ed|ing)|terror\w*|attack(?:s|ed|er|ers)?|hit[-\s]and[-\s]run
    |plou?gh(?:ed|ing)\sinto|dr(?:ove|iven)\s(?:\w+\s){0,4}?(?:into|at)\s|manslaughter|murder|homicide|assault|charged|hijack\w*
    |road\srage|protest\w*|militants?|gunm[ae]n|shot|shoot\w*|stabb\w*|robb\w*|bomb\w*|explo\w+)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def find_mishaps(doc: Doc) -> frozenset[int]:
    """Return the tokens of the verbs that tell of a mishap, not of an act."""
    text = text_of(doc)
    found: set[int] = set()
    if MEANT.search(text) is None:
        vehicles = load_cues("vehicles")
        found.update(verb.i for verb in _find_passives(doc) if _agent_of(verb) in vehicles)
    if not OWN.isdisjoint(lower_words(doc)):
        found.update(_find_own_shots(doc))
    return frozenset(found)


def _find_passives(doc: Doc) -> Iterator[Token]:
    for index, word in enumerate(lower_words(doc)):
        if word in RUN_DOWN and doc[index].tag_ in ("VBN", "VBD") and doc[index].dep_ != "amod":
            yield doc[index]


def _agent_of(verb: Token) -> str:
    """Return what the verb is done by, empty where nothing is named or somebody drives it on purpose."""
    for child in verb.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
            return next((kid.lower_ for kid in child.children if kid.dep_ == "pobj"), "")
    return ""


def _find_own_shots(doc: Doc) -> Iterator[int]:
    """Yield the verbs of those who hurt themselves without meaning to."""
    text = text_of(doc)
    answered = ANSWERED.search(text) is not None
    for index, word in enumerate(lower_words(doc)):
        token = doc[index]
        if word not in ARMED_HAND or token.pos_ != "VERB":
            continue
        if not any(child.dep_ == "dobj" and child.lower_ in OWN for child in token.rights):
            continue
        unlikely = not answered and UNLIKELY.search(text, token.idx, token.sent.end_char) is not None
        if unlikely or any(child.lower_ in UNMEANT for child in token.children):
            yield token.i

"""Tells words that only say more of people told hurt before: how badly they are, or that they went home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.mentions import PeopleMention

GRAVELY = re.compile(
    r"\s+(?:of (?:them|whom|those|these),? )?(?:were |was |are |is )?(?:seriously|critically|gravely|severely|badly|"
    r"slightly|lightly|in (?:a )?(?:critical|serious|grave|stable))\b",
    re.IGNORECASE,
)
OUTRIGHT = re.compile(r" (?:wounded|injured|hurt|burned|burnt)\b", re.IGNORECASE)
HURT = re.compile(r"\b(?:wounded|wounding|wounds?|injured|injuring|hurt|hurting|injuries|casualties)\b", re.IGNORECASE)
HURT_REACH = 120  # code points before "two were seriously wounded" in which the rest are told hurt
SENT_HOME = frozenset(
    ("discharged", "released", "transferred", "shifted", "airlifted", "referred", "recovering", "identified")
)


def tells_more(token: Token, phrase: PeopleMention | None) -> bool:
    """Whether the words only say more of people told before: "one losing a hand", "30 injured have been discharged"."""
    if phrase is None:
        return False
    if token.tag_ == "VBG" and token.dep_ == "advcl" and phrase.rule == "people.number":
        return any(child.dep_ == "nsubj" and child.i == phrase.head for child in token.lefts)
    noun = token.lower_ in ("injured", "wounded") and token.dep_ in ("nsubj", "nsubjpass", "amod", "acl")
    return noun and any(above.lower_ in SENT_HOME for above in (token.head, token.head.head))


def still_is(token: Token) -> bool:
    """Whether "remained hospitalized" tells of people told hurt before."""
    return token.dep_ in ("acomp", "oprd") and token.head.lower_ in ("remained", "remains", "remain", "stayed", "stays")


def is_told_grave(text: str, phrase: PeopleMention) -> bool:
    """Whether "two seriously" only says how badly some are hurt who were told before: not "four seriously wounded"."""
    match = GRAVELY.match(text, phrase.span.end) if phrase.rule == "people.number" else None
    if match is None or OUTRIGHT.match(text, match.end()) is None:
        return match is not None
    return HURT.search(text, max(phrase.span.start - HURT_REACH, 0), phrase.span.start) is not None

"""Finds the fires of an article that tells of arson: "a fire gutted the hostel", where "police suspect arson"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import lower_words, text_of
from dateline.mentions import TriggerMention
from dateline.records import EventType
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

# fmt: off
FIRES = frozenset(("fire", "fires", "blaze", "blazes", "housefire"))
# "Opened fire", "under fire", "mortar fire": of weapons, not of a house.
FIRED = frozenset((
    "open", "opened", "opening", "opens", "under", "return", "returned", "returning", "exchanged", "exchange",
    "exchanges", "burst", "bursts", "hail", "cease",
    "heavy", "friendly", "hostile", "enemy", "mortar", "artillery", "rocket", "small-arms", "arms", "sniper", "gun",
    "rifle", "tank", "machine-gun", "missile", "direct", "indirect", "hold", "held", "line",
))
# "Police fire on crowd": in headlines, where the tagger takes it for the police's fire.
FIRING = frozenset(("on", "at", "upon", "into", "back", "tear", "live", "rubber", "warning", "shots", "rockets"))
FORCES = frozenset(("police", "army", "military", "navy"))
SIDES = FORCES | frozenset(("rebel", "militant", "insurgent", "government", "troop", "militia", "regime", "guerrilla"))
# fmt: on
# Anywhere in the article these say that somebody laid the fire, where nothing says that nobody did.
LAID = re.compile(
    r"""(?<!not\s)(?<!no\s)\barson(?:ists?|\sattacks?|\sfires?)?\b|\baccelerants?\b|\bfire[-\s]?raisers?\b|\bsuspicious\s(?:fire|blaze)
    |\b(?:started|set|lit|laid)\s(?:deliberately|on\spurpose)|\b(?:deliberately|intentionally)\s(?:started|set|lit|laid)
    |\b(?:fire|blaze)\s(?:was|is|as)\s(?:being\s)?(?:treated\sas\s)?(?:suspicious|deliberate)\b""",
    re.IGNORECASE | re.VERBOSE,
)
UNLAID = re.compile(
    r"""\b(?:rule[sd]?|ruling)\s(?:out\s)?arson|\bnot\s(?:\w+\s){0,3}arson|\bno\s(?:\w+\s){1,4}arson|\bif\s(?:\w+\s){0,4}arson
    |\bwhether\s(?:\w+\s){0,4}arson|\b(?:electrical|accidental|short[-\s]circuit|gas\sleak|lightning|faulty|unattended|cigarette)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def find_laid_fires(doc: Doc) -> Iterator[TriggerMention]:
    """Yield each fire as a weak word for arson where the article says that somebody laid it."""
    text = text_of(doc)
    if FIRES.isdisjoint(lower_words(doc)) or LAID.search(text) is None or UNLAID.search(text) is not None:
        return
    for sentence in doc.sents:
        for token in sentence:
            if is_house_fire(token, sentence):
                yield TriggerMention(
                    span=Span(token.idx, token.idx + len(token)),
                    head=token.i,
                    rule="trigger:laid_fire",
                    type=EventType.ARSON,
                    noun=True,
                    specific=True,
                    weak=True,
                )


def is_house_fire(token: Token, sentence: Tokens) -> bool:
    """Whether the word names a fire that burns something, not that of weapons."""
    return token.lower_ in FIRES and token.pos_ in ("NOUN", "PROPN") and not _is_fired(token, sentence)


def _is_side(word: Token) -> bool:
    return word.lower_ in SIDES or (word.ent_type_ == "NORP" and word.tag_ == "JJ")


def _is_fired(fire: Token, sentence: Tokens) -> bool:
    """Whether a fire is that of weapons, or stands in the name of those who put it out ("the Fire Department")."""
    before = fire.nbor(-1) if fire.i > sentence.start else None
    if before is not None:
        people = before.tag_ == "NNS" or before.lower_ in FORCES
        if before.lower_ in FIRED or (people and fire.i + 1 < sentence.end and fire.nbor().lower_ in FIRING):
            return True
    if fire.dep_ == "pobj" and fire.head.lower_ in ("by", "from") and any(map(_is_side, fire.lefts)):
        return True  # "was killed by Israeli fire"
    above = fire.head.head if fire.dep_ == "pobj" and fire.head.lower_ == "of" else fire.head
    return above.lower_ in FIRED or (fire.dep_ == "compound" and fire.head.pos_ == "PROPN")

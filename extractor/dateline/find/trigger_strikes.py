"""Reads strikes: "the strike" as one of labour where such a one was told of, and air strikes that only back an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.climbs import first_of_list
from dateline.mentions import TriggerMention
from dateline.records import FAMILY, EventType, Family

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What strikes, and is told of before "the strike" that it was.
STRIKERS = frozenset((
    "drone", "drones", "missile", "missiles", "warplane", "warplanes", "jet", "jets", "rocket", "rockets", "airstrike",
    "airstrikes", "bombers",
))  # fmt: skip
BACKING = frozenset(("backed", "supported", "aided", "assisted", "helped"))
HIT = "trigger:hit"  # the entry of "strike" as a blow
LABOUR = "trigger:strike_noun"  # that of "strike" as a stoppage


def as_labour_strikes(told: Sequence[TriggerMention]) -> list[TriggerMention]:
    """Return the words for acts, a bare "strike" behind one of labour as the same: "on strike", then "the strike".

    Where bombs or shells are told of too, a strike may be one of these.
    """
    if any(FAMILY[mention.type] is Family.EXPLOSIVE for mention in told):
        return list(told)
    found: list[TriggerMention] = []
    stopped = False
    for mention in told:
        stopped = stopped or mention.type is EventType.STRIKE
        again = stopped and mention.noun and mention.rule == HIT and mention.type is EventType.ATTACK
        found.append(replace(mention, type=EventType.STRIKE, rule=LABOUR) if again else mention)
    return found


def as_blows(told: Sequence[TriggerMention], doc: Doc) -> list[TriggerMention]:
    """Return the words for acts, "the strike" as a blow where jets or missiles were told of before, and no stoppage.

    "A drone killed nine people in a camp, aid workers said", then "the strike in Dedebit, the workers said".
    """
    found: list[TriggerMention] = []
    for mention in told:
        blow = _is_known_blow(mention, found, doc)
        found.append(replace(mention, type=EventType.ATTACK, rule=HIT) if blow else mention)
    return found


def _is_known_blow(mention: TriggerMention, before: Sequence[TriggerMention], doc: Doc) -> bool:
    known = mention.rule == LABOUR and any(child.lower_ == "the" for child in doc[mention.head].lefts)
    if not known or any(one.type is EventType.STRIKE for one in before):
        return False
    struck = any(one.type is EventType.AIRSTRIKE for one in before)
    return struck or not STRIKERS.isdisjoint(word.lower_ for word in doc[: mention.head])


def as_backing(mention: TriggerMention, act: Token) -> TriggerMention:
    """Return what only backs those who fight as a part of the fight: "backed by air strikes, troops fought rebels"."""
    return replace(mention, type=EventType.ARMED_CLASH) if mention.noun and _is_only_backing(act) else mention


def _is_only_backing(act: Token) -> bool:
    first = first_of_list(act)
    by = first.head
    return first.dep_ == "pobj" and by.lower_ == "by" and by.head.lower_ in BACKING and by.head.dep_ in ("acl", "advcl")

"""Reads "the strike" as one of labour where the text has told of such a strike before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.mentions import TriggerMention
from dateline.records import FAMILY, EventType, Family

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

"""Tells the arrest of people from their abduction where the text says of the same people that they were arrested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.mentions import HarmMention
from dateline.records import VictimStatus

DEFINITE = frozenset({"the", "both", "all", "these"})
SEIZING = "harm.seize."


def tell_custody(harms: Sequence[HarmMention], text: str) -> list[HarmMention]:
    """Return the harms, "the men were seized" an arrest where two men were said to be arrested before."""
    held: set[str] = set()
    told: list[HarmMention] = []
    for harm in sorted(harms, key=lambda harm: harm.span):
        words = harm.people.span.of(text).lower().replace(",", " ").split() if harm.people is not None else []
        if harm.status is VictimStatus.ARRESTED and words:
            held.update(words)
        again = harm.status is VictimStatus.KIDNAPPED and harm.rule.startswith(SEIZING)
        meant = again and len(words) > 1 and words[0] in DEFINITE and words[1] in held
        told.append(replace(harm, status=VictimStatus.ARRESTED) if meant else harm)
    return told

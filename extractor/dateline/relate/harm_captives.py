"""Tells captives who were shot as dead: "militants captured 46 men and shot them", "lined up and shot nine villagers".

Of people shot in the street some may live; those whom a gunman holds do not, unless the words say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.records import VictimStatus

if TYPE_CHECKING:
    from dateline.mentions import HarmMention

SHOT = "harm.shoot."  # rules of who was shot, and may live
SEVERAL = 2  # people; one alone may have got away
REACH = 160  # code points between the capture and the shots
# Right before the shots, in the same sentence.
HELD = re.compile(
    r"\b(?:lined (?:up|them)|lin(?:es|ing) up|paraded|rounded up|took off|taken off|(?:made|forced) to kneel"
    r"|dragged (?:out|from|off))\b[^.;]*$",
    re.IGNORECASE,
)
# Behind the words, where they were hit or that they live.
SPARED = re.compile(
    r"[^.;]{0,40}\b(?:legs?|feet|foot|arms?|hands?|knees?|shoulders?|surviv\w+|wound\w+|injur\w+|hurt|hospital)\b",
    re.IGNORECASE,
)


def kill_captives(harms: Sequence[HarmMention], text: str) -> list[HarmMention]:
    """Return the harms, several people shot as killed where those who shot them held them."""
    taken = [harm for harm in harms if harm.status is VictimStatus.KIDNAPPED and harm.people is not None]
    return [
        replace(harm, status=VictimStatus.KILLED) if _is_shot_captive(harm, taken, text) else harm for harm in harms
    ]


def _is_shot_captive(harm: HarmMention, taken: Sequence[HarmMention], text: str) -> bool:
    who = harm.people
    if harm.status is not VictimStatus.INJURED or who is None or not harm.rule.startswith(SHOT):
        return False
    if who.count is None or (who.count.best or 0) < SEVERAL or harm.part:
        return False
    if SPARED.match(text, max(harm.span.end, who.span.end if who.span.start > harm.span.start else 0)):
        return False
    held = any(
        one.people is not None and one.people.span == who.span and 0 < harm.span.start - one.span.start < REACH
        for one in taken
    )
    return held or HELD.search(text, max(0, harm.span.start - REACH), harm.span.start) is not None

"""Drops what is said twice of the same people in one place: "was shot and killed"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.mentions import HarmMention
from dateline.records import VictimStatus
from dateline.spans import Span

BODIES = "harm.fatality."


def without_doubles(harms: Sequence[HarmMention]) -> tuple[HarmMention, ...]:
    """Drop the weaker of two things said of the same people in one place: "was shot and killed"."""
    killed = {h.people.span for h in harms if h.people and h.status is VictimStatus.KILLED}
    spared = {h.people.span for h in harms if h.people and h.status is VictimStatus.UNHARMED}
    # "The hostages were rescued unharmed", but a crew that nobody held is only unharmed.
    held = any(harm.status is VictimStatus.KIDNAPPED for harm in harms)
    freed = {h.people.span for h in harms if h.people and h.status is VictimStatus.RELEASED and held}
    # "The body of a man who was shot on Friday": the deed tells more than the body.
    slain = {h.people.span for h in harms if h.people and h.status is VictimStatus.KILLED and not _is_of_body(h)}
    seen: set[tuple[Span, VictimStatus]] = set()
    kept: list[HarmMention] = []
    for harm in harms:
        if harm.people is not None:
            if harm.people.span in slain and _is_of_body(harm):
                continue
            weak = harm.status is VictimStatus.INJURED and harm.is_weak
            if harm.people.span in killed and (weak or harm.status is VictimStatus.UNHARMED):
                continue
            if harm.status is VictimStatus.ESCAPED and harm.people.span in spared:
                continue
            if harm.status is VictimStatus.UNHARMED and harm.people.span in freed:
                continue
            if harm.status is VictimStatus.RELEASED and harm.people.span in spared and not held:
                continue
            key = (harm.people.span, harm.status)
            if key in seen:
                continue
            seen.add(key)
        kept.append(harm)
    return tuple(sorted(kept, key=_order))


def _is_of_body(harm: HarmMention) -> bool:
    return harm.rule.startswith(BODIES)


def _order(harm: HarmMention) -> tuple[Span, int, Span]:
    """Return what harms are sorted by: of those that one word tells, "two of them fatally" comes behind the whole."""
    return harm.span, harm.head, harm.people.span if harm.people else harm.span

"""Tells which kind of act the words of a sentence tell, and which words for harm tell an act by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.mentions import TriggerMention
from dateline.records import EventType, VictimStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.mentions import HarmMention

# When words of several types tell one act, the more telling type wins (RECORD: the act that did the harm).
STRENGTH = (
    EventType.SUICIDE_BOMBING,
    EventType.CHEMICAL_ATTACK,
    EventType.AIRSTRIKE,
    EventType.SHELLING,
    EventType.VEHICLE_RAMMING,
    EventType.SEXUAL_VIOLENCE,
    EventType.HIJACKING,
    EventType.HOSTAGE_TAKING,
    EventType.KIDNAPPING,
    EventType.EXECUTION,
    EventType.BOMBING,
    EventType.STABBING,
    EventType.ARMED_CLASH,
    EventType.SHOOTING,
    EventType.BEATING,
    EventType.TORTURE,
    EventType.ARSON,
    EventType.ROBBERY,
    EventType.SABOTAGE,
    EventType.RIOT,
    EventType.WEAPONS_SEIZURE,
    EventType.STRIKE,
    EventType.PROTEST,
    EventType.ATTACK,
    EventType.ARREST,
)
WOUNDING = "harm.wound."  # "not injured" tells who is well, "not tortured" leaves much open
# What an act is by the fate of its people, where no other word tells.
HARM_TYPES = {
    "kidnapped": EventType.KIDNAPPING,
    "arrested": EventType.ARREST,
}


def with_harm_triggers(triggers: Sequence[TriggerMention], harms: Sequence[HarmMention]) -> list[TriggerMention]:
    """Return the triggers, and one more for each harm whose cue is no trigger ("claimed 12 lives")."""
    heads = {trigger.head for trigger in triggers}
    spans = [trigger.span for trigger in triggers]
    added = [
        TriggerMention(
            span=harm.span,
            head=harm.head,
            rule=harm.rule,
            type=HARM_TYPES.get(harm.status, EventType.ATTACK),
            noun=False,
            specific=harm.status in HARM_TYPES,
            weak=True,
        )
        for harm in harms
        if harm.head not in heads and not any(span.overlaps(harm.span) for span in spans)
    ]
    unique = {trigger.head: trigger for trigger in added}
    told = {harm.head: HARM_TYPES[harm.status] for harm in harms if harm.status in HARM_TYPES}
    spared = find_spared(harms)
    own = (
        _retype(trigger, told.get(trigger.head)) if trigger.head not in spared else _as_weak(trigger)
        for trigger in triggers
    )
    return sorted((*own, *unique.values()), key=lambda trigger: trigger.span)


def find_spared(harms: Sequence[HarmMention]) -> frozenset[int]:
    """Return the words that tell only who came to no harm: "the girls were not hurt" is told of the act before."""
    spared = {h.head for h in harms if h.status is VictimStatus.UNHARMED and h.rule.startswith(WOUNDING)}
    return frozenset(spared - {harm.head for harm in harms if harm.status is not VictimStatus.UNHARMED})


def _as_weak(trigger: TriggerMention) -> TriggerMention:
    """Return the word as one that tells no act by itself: as weak as "unhurt"."""
    return replace(trigger, type=EventType.ATTACK, specific=False, weak=True)


def _retype(trigger: TriggerMention, told: EventType | None) -> TriggerMention:
    """Let what became of the people name the act that a general word leaves open: "captured" a man, a town."""
    if told is None or trigger.specific or trigger.type is EventType.ATTACK:
        return trigger
    return replace(trigger, type=told, specific=True)


def find_strongest(group: Sequence[TriggerMention]) -> TriggerMention:
    """Return the word that tells best which kind of act the words of a group tell."""
    return min(group, key=lambda trigger: (not trigger.specific, STRENGTH.index(trigger.type)))

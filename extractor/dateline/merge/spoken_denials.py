"""Lets whoever is accused deny by those who speak for it: "the army was accused; the defence minister denied it"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.merge.suspect_traits import BLAME
from dateline.merge.suspects import ARMED, Suspect
from dateline.records import ActorKind, Stance

# fmt: off
# Words of the office of one who speaks for a state, for fighters, for another body.
STATELY = frozenset((
    "minister", "president", "premier", "government", "army", "military", "police", "general", "colonel", "brigadier",
    "major", "captain", "defence", "defense", "ambassador", "commissioner", "presidential", "interior", "foreign",
    "kremlin", "envoy", "chancellor", "admiral", "inspector", "secretary",
))
FIGHTING = frozenset((
    "rebel", "rebels", "militia", "guerrilla", "insurgent", "separatist", "militant", "faction", "gang", "paramilitary",
    "warlord", "militiamen",
))
CORPORATE = frozenset(("party", "union", "association", "company", "church", "opposition", "league", "federation"))
# fmt: on
WORDS = re.compile(r"\w+")


def with_spoken(
    kept: Sequence[tuple[Suspect, float]], speaking: Sequence[Suspect]
) -> tuple[tuple[Suspect, float], ...]:
    """Return the suspects, each accused of whom one of those who only speak denies the act with that denial.

    Args:
        kept: those tied to the act, folded.
        speaking: those of whom nothing is told but that they deny.
    """
    answered = list(kept)
    for speaker in speaking:
        home = _find_accused(speaker, answered)
        if home is not None:
            suspect, chance = answered[home]
            own = suspect.actor
            told = tuple(
                (replace(stance, actor=replace(own, span=stance.actor.span, head=stance.actor.head)), frame)
                for stance, frame in speaker.told
            )
            answered[home] = (replace(suspect, told=(*suspect.told, *told)), chance)
    return tuple(answered)


def _names(by: str, body: str) -> bool:
    """Whether the words for a speaker have the body's name or its initials: "Green Party leader", "GPA secretary"."""
    proper = [word for word in WORDS.findall(body) if word[0].isupper()]
    initials = "".join(word[0] for word in proper)
    short = len(initials) > 1 and initials in WORDS.findall(by)
    return short or (bool(proper) and f" {' '.join(proper)} " in f" {' '.join(WORDS.findall(by))} ")


def only_denies(suspect: Suspect) -> bool:
    """Whether nothing is told of the suspect but that it denies."""
    return all(stance.stance == Stance.DENIED for stance, _ in suspect.told)


def _find_accused(speaker: Suspect, kept: Sequence[tuple[Suspect, float]]) -> int | None:
    """Return which of those accused the speaker speaks for: the one told nearest to the denial."""
    start = speaker.told[0][0].span.start
    accused = [
        (abs(start - stance.span.start), index)
        for index, (suspect, _) in enumerate(kept)
        for stance, _ in suspect.told
        if stance.stance in BLAME and _speaks_for(speaker, suspect)
    ]
    return min(accused)[1] if accused else None


def _speaks_for(speaker: Suspect, accused: Suspect) -> bool:
    """Whether the speaker's office is one of the accused state, group or body."""
    own, other = speaker.actor, accused.actor
    if own.country is not None and other.country is not None and own.country != other.country:
        return False
    if any(stance.stance == Stance.DENIED for stance, _ in accused.told):
        return False
    if own.kind is ActorKind.STATE:
        return other.kind is ActorKind.STATE and own.country is not None and own.country == other.country
    if any(_names(stance.by or "", other.actor) for stance, _ in speaker.told):
        return True
    office = {word.lower() for stance, _ in speaker.told for word in WORDS.findall(stance.by or "")}
    if office & FIGHTING:
        return other.kind in ARMED
    if office & CORPORATE:
        return other.kind is ActorKind.UNKNOWN
    return bool(office & STATELY) and other.kind is ActorKind.STATE

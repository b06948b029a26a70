"""Tells whether "the attackers" are those told to have done it, and who is another."""

from __future__ import annotations

from dateline.articles import BlockKind
from dateline.mentions import StanceMention
from dateline.merge.suspects import ARMED, Suspect
from dateline.records import ActorKind, EventType, Stance
from dateline.relate.agents import AGENT
from dateline.relate.presence import PRESENT

BESIDE = frozenset(("allied", "affiliated", "other", "loyal", "pro-government", "aligned"))
FIGHTERS = ("noun:fighters", "noun:militias")
APPOSED = 3  # code points between a phrase and the name that stands beside it: "militants, members of the front,"
SEVERAL = ("s", "men")  # endings of words for several
DOING = ARMED | {ActorKind.CROWD, ActorKind.INDIVIDUAL}
TOLD = frozenset((PRESENT, AGENT, "stance:seek"))  # rules by which no one is singled out
NOUNS = ("noun:gunmen", "noun:criminals", "noun:miscreants")


def are_its_attackers(home: Suspect, suspect: Suspect) -> bool:
    """Whether words for several attackers mean the people of `home`, told to have done the act.

    "The front's fighters attacked a post; four attackers were killed"; "the army said the front had killed nine; the
    attackers fled before troops came". A group on which others only lay the act need not be those seen.
    """
    several = home.actor.named or _are_several(home)
    if home.actor.kind not in DOING or not several or not _are_several(suspect):
        return False
    did = [stance for stance, _ in home.told if stance.rule == AGENT]
    named = home.actor.named and home.actor.kind in ARMED
    if named and any(stance.stance == Stance.REPORTED for stance in did) and _are_only_present(suspect):
        return True
    return bool(did) and _are_told_bare(home, suspect)


def are_beside(home: Suspect, suspect: Suspect) -> bool:
    """Whether fighters without a name stand beside the named group, or against it, and are not its own.

    "The front and allied rebel groups attacked"; "rebels clashed with the front".
    """
    if not suspect.actor.rule.startswith(FIGHTERS):
        return False
    if not BESIDE.isdisjoint(suspect.actor.actor.lower().split()):
        return True
    pairs = ((one, other, frame) for one, frame in home.told for other, _ in suspect.told if one.head == other.head)
    return any(
        trigger.head == one.head and trigger.type is EventType.ARMED_CLASH and _are_apart(one, other)
        for one, other, frame in pairs
        for trigger in frame.triggers
    )


def _are_apart(one: StanceMention, other: StanceMention) -> bool:
    first, second = sorted((one.actor.span, other.actor.span))
    return second.start - first.end > APPOSED


def _are_several(suspect: Suspect) -> bool:
    return suspect.actor.actor.lower().endswith(SEVERAL)


def _are_only_present(suspect: Suspect) -> bool:
    """Whether they are tied to the act by nothing but their name: "four attackers died"."""
    return all(stance.rule == PRESENT for stance, _ in suspect.told)


def _are_told_bare(home: Suspect, suspect: Suspect) -> bool:
    """Whether they are told by one bare word, in the headline or behind `home`: "the killers tied the men up"."""
    if not suspect.actor.rule.startswith(NOUNS) or " " in suspect.actor.actor:
        return False
    if any(stance.rule not in TOLD for stance, _ in suspect.told):
        return False  # "gunmen took six pupils; the police blamed bandits"
    start = min(stance.actor.span.start for stance, _ in home.told)
    return all(stance.actor.span.start > start or frame.block is BlockKind.TITLE for stance, frame in suspect.told)

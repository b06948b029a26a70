"""Tells where somebody was hurt from what was attacked: a bar where a man was stabbed is no target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import PHYSICAL, EventType, TargetCategory

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Token

    from dateline.frames import TargetLink
    from dateline.mentions import HarmMention

# What one or two people suffer at such a place was meant for them.
PERSONAL = frozenset({EventType.SHOOTING, EventType.STABBING, EventType.BEATING, EventType.SEXUAL_VIOLENCE})
OPEN_TO_ALL = frozenset({
    TargetCategory.BUSINESS, TargetCategory.EDUCATION, TargetCategory.RELIGIOUS, TargetCategory.CULTURAL,
    TargetCategory.FINANCIAL, TargetCategory.PUBLIC_SPACE, TargetCategory.TRANSPORT_FACILITY,
})  # fmt: skip
WITHIN = frozenset({"target:at", "target:in", "target:inside"})
HIT = frozenset({"target:object", "target:passive"})
FEW = 2  # people
LOOSE = 0.6  # highest score of a tie that the verb's own sense does not make
LEAVING = frozenset({
    "left", "leaving", "leave", "leaves", "exited", "exiting", "entered", "entering", "visiting", "visited", "guarding",
})  # fmt: skip
COMING = frozenset({
    "came", "coming", "walked", "walking", "stepped", "stepping", "emerged", "emerging", "returning", "going",
})  # fmt: skip
OUT = frozenset({"of", "from", "into", "out", "to"})
CLAUSES = frozenset({"advcl", "pcomp", "ccomp", "acl"})
STEPS = 3  # arcs from the clause up to the act


def without_mere_sites(
    links: Collection[TargetLink], kind: EventType, harms: Sequence[HarmMention]
) -> tuple[TargetLink, ...]:
    """Return the links without the places where one or two people were shot, stabbed or taken."""
    if kind is EventType.KIDNAPPING:
        return tuple(link for link in links if not _is_loose(link))
    if kind is EventType.ROBBERY and any(link.rule in HIT for link in links):
        return tuple(link for link in links if not (_is_loose(link) and link.mention.category in OPEN_TO_ALL))
    hurt = [harm for harm in harms if harm.status in PHYSICAL]
    few = hurt and sum(harm.count.best or 1 if harm.count is not None else FEW + 1 for harm in hurt) <= FEW
    if kind not in PERSONAL or not few:
        return tuple(links)
    return tuple(link for link in links if not (_is_loose(link) and link.mention.category in OPEN_TO_ALL))


def _is_loose(link: TargetLink) -> bool:
    return link.rule in WITHIN and link.effect is None and link.score <= LOOSE


def is_left(thing: Token, act: Token) -> bool:
    """Whether somebody came out of it, or went in, as it happened to him: "was shot as he left a mosque"."""
    verb = thing.head
    if thing.dep_ == "pobj" and verb.lower_ in OUT:
        verb = verb.head.head if verb.head.lower_ in OUT else verb.head
        if verb.lower_ not in COMING:
            return False
    elif thing.dep_ != "dobj" or verb.lower_ not in LEAVING:
        return False
    if verb.dep_ not in CLAUSES:
        return False
    above = verb.head
    for _ in range(STEPS):
        if above.i == act.i:
            return True
        above = above.head
    return False

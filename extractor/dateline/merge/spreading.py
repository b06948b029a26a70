"""Spreads what is said of several acts at once over each of them: "bombs shook three towns, blamed on rebels"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.articles import BlockKind
from dateline.frames import Frame, Reality
from dateline.mentions import StanceMention
from dateline.merge.adoption import LOOKING_BACK, OTHERWISE, TOLD_BY_ACT
from dateline.merge.clues import Clue
from dateline.records import ActorKind, Stance

MANY = re.compile(
    r"\b(?:attacks|strikes|airstrikes|raids|bombings|bombs|blasts|explosions|shootings|killings|assaults|ambushes|"
    r"kidnappings|abductions|incidents|towns|cities|villages|districts|provinces|locations|places|settlements|regions|"
    r"communities|robberies|hold-?ups|murders|burglaries|fires|arsons|stabbings|beatings|shellings|barrages)\b",
    re.IGNORECASE,
)
DOERS = frozenset((ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.CRIMINAL))
OWN_WORDS = frozenset((Stance.CLAIMED, Stance.DENIED))  # said of what was told, not of what is still to come
EARLY = 2  # sentences of the body that may sum up what follows


def spread_statements(
    incidents: Sequence[Sequence[Clue]], dropped: Sequence[Sequence[Clue]], text: str
) -> tuple[tuple[StanceMention, ...], ...]:
    """Return, for each incident told without anyone responsible, the statements about many acts that hold for it too.

    A summary at the head of the article holds for what is told after it, a claim or an accusation of "the attacks"
    for what is told before.

    Args:
        incidents: the tellings of each.
        dropped: the tellings of what made no incident; a summary is often too thin for one.
        text: of the article.
    """
    sentences = sorted(
        {
            clue.frame.sentence
            for clues in (*incidents, *dropped)
            for clue in clues
            if clue.frame.block is not BlockKind.TITLE
        }
    )
    lead = frozenset(sentences[:EARLY])
    summaries = [
        (number, clue.frame, stance)
        for number, clues in (*enumerate(incidents), *((-1, clues) for clues in dropped))
        for clue in clues
        if clue.frame.reality not in OTHERWISE
        for stance in clue.frame.stances
        if stance.actor.kind in DOERS and (MANY.search(clue.frame.span.of(text)) or _is_blanket(clue.frame, stance))
    ]
    return tuple(
        ()
        if any(clue.frame.stances for clue in clues)
        else tuple(
            stance
            for home, frame, stance in summaries
            if home != number
            and _holds(
                frame, stance, clues, opening=_is_opening(frame, lead) and bool(MANY.search(frame.span.of(text)))
            )
        )
        for number, clues in enumerate(incidents)
    )


def _is_blanket(frame: Frame, stance: StanceMention) -> bool:
    """Whether the statement stands in a sentence that tells no act, and may be about all told before it."""
    return stance.event is None and not frame.span.contains(stance.span) and stance.rule in LOOKING_BACK


def _is_opening(frame: Frame, lead: frozenset[int]) -> bool:
    return frame.block is BlockKind.TITLE or frame.sentence in lead


def _holds(frame: Frame, stance: StanceMention, clues: Sequence[Clue], *, opening: bool) -> bool:
    """Whether the statement, made of many acts, is about the incident that `clues` tell."""
    # A headline names much that is told only further down.
    body = [clue.frame for clue in clues if clue.frame.block is not BlockKind.TITLE]
    first = min(body or [clue.frame for clue in clues], key=lambda other: other.span)
    if first.other or first.recalls or first.past_perfect or first.earlier_matter or first.reality is not Reality.TOLD:
        return False
    before = frame.span < first.span
    if stance.rule == TOLD_BY_ACT:
        return opening and before
    if opening and before:
        return stance.rule in LOOKING_BACK and stance.stance not in OWN_WORDS
    return stance.rule in LOOKING_BACK and not before

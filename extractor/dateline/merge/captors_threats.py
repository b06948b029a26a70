"""Folds what captors threaten to do to their captives into the taking of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.frames import Reality
from dateline.merge.clustering import Happening, join_tellings
from dateline.records import Stage
from dateline.relate.captors import SEIZURES

OF_CAPTIVES = re.compile(
    r"\b(?:hostages?|captives?|captors?|kidnap\w*|abduct\w*|hijack\w*|ransom|holding|held|pirates)\b", re.IGNORECASE
)


def fold_threats(happenings: Sequence[Happening], text: str) -> tuple[Happening, ...]:
    """Return the happenings, a threat to those held joined to their taking, wherever that is told.

    "The kidnappers threatened to kill her unless a ransom is paid": its day and place tell nothing of the taking.
    """
    taking = next((one for one in happenings if _is_taking(one)), None)
    if taking is None:
        return tuple(happenings)
    threats = [one for one in happenings if one is not taking and _threatens_captives(one, text)]
    if not threats:
        return tuple(happenings)
    bare = [Happening(tuple(clue.unset for clue in one.clues)) for one in threats]
    whole = join_tellings([taking, *bare])
    gone = {id(one) for one in threats}
    return tuple(whole if one is taking else one for one in happenings if id(one) not in gone)


def _is_taking(happening: Happening) -> bool:
    return any(
        clue.frame.type in SEIZURES and clue.frame.reality is Reality.TOLD and clue.frame.stage is Stage.ACCOMPLISHED
        for clue in happening.clues
    )


def _threatens_captives(happening: Happening, text: str) -> bool:
    """Whether nothing but threats is told, in words for captives or those who hold them."""
    frames = [clue.frame for clue in happening.clues]
    return all(frame.stage is Stage.THREATENED and not frame.harms for frame in frames) and any(
        OF_CAPTIVES.search(frame.span.of(text)) for frame in frames
    )

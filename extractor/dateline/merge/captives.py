"""Tells suspects who are rather victims: whom somebody seized or made disappear is no doer of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.merge.same_people import is_same_name
from dateline.merge.suspect_traits import did
from dateline.records import VictimStatus

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.merge.suspects import Suspect

TAKEN = frozenset((VictimStatus.KIDNAPPED, VictimStatus.MISSING))


def is_captive(suspect: Suspect, frames: Sequence[Frame]) -> bool:
    """Whether a person by name, of whom nothing is told that he did, was taken in the act or is missing after it.

    "The mayor was kidnapped by rebels, faced a trial and was found guilty"; "Ruiz vanished after police arrested him".
    """
    if suspect.actor.rule != "person" or did(suspect):
        return False
    return any(
        harm.status in TAKEN
        and harm.people is not None
        and harm.people.name is not None
        and is_same_name(harm.people.name, suspect.actor.actor)
        for frame in frames
        for harm in frame.harms
    )

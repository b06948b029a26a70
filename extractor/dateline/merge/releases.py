"""Folds the release of captives into the taking of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.merge.clustering import Happening
from dateline.records import EventType, VictimStatus
from dateline.relate.captors import SEIZURES

_NEW = re.compile(
    r"(?:at least |some |about |another )?(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d+|dozens of) ",
    re.IGNORECASE,
)
COMING_FREE = frozenset({VictimStatus.RELEASED, VictimStatus.ESCAPED})
# Kinds that "let go" and "freed" leave open.
OPEN_KINDS = frozenset({EventType.ATTACK, EventType.KIDNAPPING})


def fold_releases(happenings: Sequence[Happening], text: str) -> tuple[Happening, ...]:
    """Return the happenings, those that tell only how captives came free joined to the taking told last before them.

    The release tells neither when nor where they were taken, so its own day and place are left out.
    """
    kept: list[Happening] = []
    for happening in happenings:
        taking = next((index for index in reversed(range(len(kept))) if _is_taking(kept[index])), None)
        if taking is None or not _is_release(happening, text) or not _is_one_country(kept[taking], happening):
            kept.append(happening)
            continue
        freed = (clue.unset for clue in happening.clues)
        kept[taking] = Happening((*kept[taking].clues, *freed))
    return tuple(kept)


def _is_taking(happening: Happening) -> bool:
    """Whether the happening tells, as fact, that people were taken."""
    return any(
        clue.frame.reality is Reality.TOLD
        and clue.frame.type in SEIZURES
        and any(harm.status is VictimStatus.KIDNAPPED for harm in clue.frame.harms)
        for clue in happening.clues
    )


def _is_release(happening: Happening, text: str) -> bool:
    """Whether nothing but that people came free is told, behind the headline, with no word that sets it apart."""
    harms = [harm for clue in happening.clues for harm in clue.frame.harms]
    harms = [harm for harm in harms if harm.count is None or harm.count.best != 0]
    if not any(harm.status in COMING_FREE for harm in harms) or any(
        harm.status not in COMING_FREE | {VictimStatus.UNHARMED} for harm in harms
    ):
        return False
    if any(harm.people is not None and _NEW.match(harm.people.span.of(text)) for harm in harms):
        return False  # "ten sailors seized in August were freed": captives not told of before
    frames = [clue.frame for clue in happening.clues]
    if any(frame.type not in OPEN_KINDS or frame.block is BlockKind.TITLE for frame in frames):
        return False
    return not any(frame.other or frame.turns or frame.recalls or frame.fronted for frame in frames)


def _is_one_country(taking: Happening, release: Happening) -> bool:
    here = {clue.place.place.country for clue in taking.clues if clue.place}
    there = {clue.place.place.country for clue in release.clues if clue.place}
    return not here or not there or bool(here & there)

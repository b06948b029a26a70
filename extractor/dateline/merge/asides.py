"""Tells what a sentence tells beside its own act, "marched over the raid of Monday", and what goes back to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.merge.other_times import is_counted_anew
from dateline.records import FAMILY, EventType, Family

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.merge.clues import Clue

NEXT = 2  # sentences behind an aside in which the text may go on with it
# What "the attack" may be the name of, and what it is hardly ever.
ATTACKS = frozenset((Family.EXPLOSIVE, Family.ARMED, Family.SEIZURE))
NO_ATTACKS = frozenset((Family.UNREST, Family.PROPERTY, Family.SECURITY))
# Right before the word for an act that a relative clause tells: "his cousin, who was", "whose father had been".
RELATIVE = re.compile(r"\b(?:who|whom|which|whose|that)\b(?:\s+[\w’'-]+){0,5}\s+$")


def is_beside(group: Sequence[Clue], clue: Clue, text: str = "") -> bool:
    """Whether what is told last of the happening tells the act beside it, as an aside or to say when it was.

    So does a clause of the article's `text` that tells what befell somebody long before.
    """
    if not any(map(_is_long_past, group)) and _is_recalled_of_somebody(clue, text):
        return True
    last = group[-1].frame
    earlier = clue.frame.counted_from or (clue.frame.earlier_matter and not last.earlier_matter)
    return (earlier and last.sentence == clue.frame.sentence) or any(is_aside(member, clue) for member in group)


def is_aside(member: Clue, clue: Clue) -> bool:
    """Whether the sentence tells an earlier act beside its own: "as he mourned a man who had been shot earlier"."""
    if member.frame.sentence != clue.frame.sentence or member.frame.past_perfect:
        return False
    earlier = clue.frame.other and clue.frame.past_perfect
    return earlier and any(is_counted_anew(harm) for harm in clue.frame.harms)


def _is_recalled_of_somebody(clue: Clue, text: str) -> bool:
    """Whether a relative clause tells an act of years ago: "at the trial of a man who was shot dead in 2019"."""
    frame = clue.frame
    if not _is_long_past(clue) or not frame.harms:
        return False
    return any(RELATIVE.search(text, frame.span.start, trigger.span.start) for trigger in frame.triggers)


def _is_long_past(clue: Clue) -> bool:
    return clue.time is not None and clue.time.is_history


def goes_back(group: Sequence[Clue], aside: Clue, clue: Clue) -> bool:
    """Whether the next words go on with the act told beside that of the `group`, by its people or by its name.

    "Judges are on strike over the kidnapping of Ana Ruiz. Four men kidnapped Ruiz from her home"; "burned a bus over
    the attack on a bank. The attack killed two".
    """
    if not 0 < clue.frame.sentence - aside.frame.sentence <= NEXT:
        return False
    beside = [member.frame for member in group if member.frame.sentence == aside.frame.sentence]
    if _kinds(clue.frame) & {rule for frame in beside for rule in _kinds(frame)}:
        return False
    harmed = _names(clue.frame) & _names(aside.frame)
    if harmed and not harmed & {name for member in group for name in _names(member.frame)}:
        return True
    if not beside and _is_long_past(aside):
        return False
    if not clue.frame.definite or not {FAMILY[frame.type] for frame in beside} <= NO_ATTACKS:
        return False
    called = clue.frame.type is EventType.ATTACK and FAMILY[aside.frame.type] in ATTACKS
    return called or bool(_kinds(clue.frame) & _kinds(aside.frame))


def _kinds(frame: Frame) -> set[str]:
    """Return the rules of the nouns that name the act."""
    return {trigger.rule for trigger in frame.triggers if trigger.noun and not trigger.weak}


def _names(frame: Frame) -> set[str]:
    """Return the last words of the names of those whom the act befell."""
    named = (harm.people.name for harm in frame.harms if harm.people is not None and harm.people.name)
    return {name.casefold().split()[-1] for name in named if name.split()}

"""Tells what a sentence tells beside its own act, "marched over the raid of Monday", and what goes back to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.merge.clues import own_day
from dateline.merge.likeness import ALIKE, SURE, relate_types
from dateline.merge.other_times import is_counted_anew
from dateline.merge.taking_up import read_known
from dateline.records import FAMILY, EventType, Family, days_between

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.merge.clues import Clue

STEM = 4  # letters that a noun for an act and its verb have in common: "raid", "raided"; "kidnapping", "kidnapped"
# Of "the attack", "the killing", "the murder", "the death", which may be any, above all what the sentence is about.
ANY_ACT = frozenset(("atta", "kill", "murd", "deat"))
NEXT = 2  # sentences behind an aside in which the text may go on with it
# What "the attack" may be the name of, and what it is hardly ever.
ATTACKS = frozenset((Family.EXPLOSIVE, Family.ARMED, Family.SEIZURE))
NO_ATTACKS = frozenset((Family.UNREST, Family.PROPERTY, Family.SECURITY))
# Right before the word for an act that a relative clause tells: "his cousin, who was", "whose father had been".
RELATIVE = re.compile(r"\b(?:who|whom|which|whose|that)\b(?:\s+[\w’'-]+){0,5}\s+$")


def is_beside(group: Sequence[Clue], clue: Clue, text: str) -> bool:
    """Whether what is told last of the happening tells the act beside it, as an aside or to say when it was.

    So does a clause of the article's `text` that tells what befell somebody long before.
    """
    if not any(member.is_history for member in group) and _is_recalled_of_somebody(clue, text):
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
    if not clue.is_history or not frame.harms:
        return False
    return any(RELATIVE.search(text, frame.span.start, trigger.span.start) for trigger in frame.triggers)


def goes_back(group: Sequence[Clue], aside: Clue, clue: Clue, text: str) -> bool:
    """Whether the next words go on with the act told beside that of the `group`, by its people, name, day or bomb.

    "Judges are on strike over the kidnapping of Ana Ruiz. Four men kidnapped Ruiz from her home"; "burned a bus over
    the attack on a bank. The attack killed two".
    """
    if not 0 < clue.frame.sentence - aside.frame.sentence <= NEXT:
        return False
    if _is_on_its_day(group, aside, clue) or _is_of_its_bomb(group, aside, clue, text):
        return True
    beside = [member.frame for member in group if member.frame.sentence == aside.frame.sentence]
    if _kinds(clue.frame) & {rule for frame in beside for rule in _kinds(frame)}:
        return False
    harmed = _names(clue.frame) & _names(aside.frame)
    if harmed and not harmed & {name for member in group for name in _names(member.frame)}:
        return True
    if clue.frame.definite and not clue.frame.stands_apart and _takes_up_verb(aside.frame, beside, clue.frame, text):
        return True
    if not beside and aside.is_history:
        return False
    if not clue.frame.definite or not {FAMILY[frame.type] for frame in beside} <= NO_ATTACKS:
        return False
    called = clue.frame.type is EventType.ATTACK and FAMILY[aside.frame.type] in ATTACKS
    return called or bool(_kinds(clue.frame) & _kinds(aside.frame))


def _is_on_its_day(group: Sequence[Clue], aside: Clue, clue: Clue) -> bool:
    """Whether the words are of the aside's day alone: "shot on Tuesday, a day after a bomb in Jinja. On Monday ..."."""
    day, told = own_day(clue), own_day(aside)
    days = [other for other in map(own_day, group) if other is not None]
    if day is None or told is None or not days or clue.frame.stands_apart or clue.frame.plural:
        return False
    if days_between(day, told) > 0 or any(days_between(day, other) < 1 for other in days):
        return False
    placed = any(score >= SURE and place.place.locality for place, score in clue.places)
    return not placed and relate_types(aside.frame.type, clue.frame.type) in ALIKE


def _is_of_its_bomb(group: Sequence[Clue], aside: Clue, clue: Clue, text: str) -> bool:
    """Whether the words open with the bomb of the aside alone: "shot after a bomb hit a post in Lahij. The bomb"."""
    frame = clue.frame
    if frame.type is not aside.frame.type or FAMILY[frame.type] is not Family.EXPLOSIVE or frame.stands_apart:
        return False
    meant = {
        head
        for weapon in frame.weapons
        if weapon.span.start <= frame.span.start + len("The ")
        for head in read_known(weapon.span.of(text))
    }
    told = {weapon.span.of(text).lower().split()[-1] for member in group for weapon in member.frame.weapons}
    return bool(meant - told) and all(FAMILY[member.frame.type] is not Family.EXPLOSIVE for member in group)


def _takes_up_verb(aside: Frame, beside: Sequence[Frame], frame: Frame, text: str) -> bool:
    """Whether a noun names the act by the verb that the aside told it with: "ambushed a convoy. The ambush ..."."""

    def stems(told: Frame, *, nouns: bool) -> set[str]:
        words = (t.span.of(text).lower() for t in told.triggers if t.noun is nouns)
        return {word[:STEM] for word in words if len(word) >= STEM} - ANY_ACT

    meant = stems(frame, nouns=True) & stems(aside, nouns=False)
    return bool(meant) and not any(meant & (stems(told, nouns=True) | stems(told, nouns=False)) for told in beside)


def _kinds(frame: Frame) -> set[str]:
    """Return the rules of the nouns that name the act."""
    return {trigger.rule for trigger in frame.triggers if trigger.noun and not trigger.weak}


def _names(frame: Frame) -> set[str]:
    """Return the last words of the names of those whom the act befell."""
    named = (harm.people.name for harm in frame.harms if harm.people is not None and harm.people.name)
    return {name.casefold().split()[-1] for name in named if name.split()}

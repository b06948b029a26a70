"""Tells the people whom a figure opens a list of: "four were shot", then each of the four in a sentence alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.merge.likeness import SURE
from dateline.records import PHYSICAL, VictimStatus

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.mentions import HarmMention
    from dateline.merge.clues import Clue

FEWEST, MOST = 2, 12  # people counted, each of whom a story may tell of
REACH = 24  # tellings behind a figure in which its people are told of
NEXT = 1  # paragraphs behind the last of the list in which it goes on
DYING = ("harm.die.", "harm.dead.", "harm.death.")  # of those hurt elsewhere: where they died is not the scene


def lists_victims(group: Sequence[Clue], clue: Clue) -> bool:
    """Whether the words tell of one or more of those whom the happening counts, and of no scene of their own.

    So many may be told of as were counted: a fifth is none of four.
    """
    frame = clue.frame
    if frame.block is not BlockKind.BODY or frame.several or frame.recalls or frame.earlier_matter or frame.plural:
        return False
    if not 0 <= frame.paragraph - group[-1].frame.paragraph <= NEXT or not _tells_people_alone(clue):
        return False
    body = [member for member in group[-REACH:] if member.frame.block is BlockKind.BODY]
    number, whole = max(((i, _count(m.frame)) for i, m in enumerate(body)), key=lambda pair: pair[1], default=(0, 0))
    if not FEWEST <= whole <= MOST or not _is_alike(body[number].frame, frame):
        return False
    behind = body[number + 1 :]
    if any(_has_scene(m) and m.frame.paragraph != body[number].frame.paragraph for m in behind):
        return False
    told = set(_people(harm for member in behind if _singles(member.frame) for harm in member.frame.harms))
    return len(told | set(_people(frame.harms))) <= whole


def _is_alike(head: Frame, frame: Frame) -> bool:
    """Whether the words name one kind of act: "were shot", "was shot"."""
    return head.specific and frame.specific and head.type is frame.type


def _tells_people_alone(clue: Clue) -> bool:
    """Whether each harm is of one person, and no day or place is the act's own."""
    return _singles(clue.frame) and not _has_scene(clue)


def _has_scene(clue: Clue) -> bool:
    """Whether a day or place is surely the act's own, not that of a named person's death."""
    harms = clue.frame.harms
    died = any(harm.rule.startswith(DYING) for harm in harms) and all(map(_is_named, harms))
    return not died and any(score >= SURE for _, score in (*clue.times, *clue.places))


def _singles(frame: Frame) -> bool:
    hurt = [harm for harm in frame.harms if harm.status in PHYSICAL]
    return bool(hurt) and len(hurt) == len(frame.harms) and all(_is_one(harm) for harm in hurt)


def _is_one(harm: HarmMention) -> bool:
    return harm.people is not None and not harm.total and harm.count is not None and harm.count.best == 1


def _is_named(harm: HarmMention) -> bool:
    return harm.people is not None and harm.people.name is not None


def _people(harms: Iterable[HarmMention]) -> list[str]:
    """Return for each person the last word of the name, or where the words for them stand."""
    people = [harm.people for harm in harms if harm.people is not None]
    return [one.name.split()[-1].lower() if one.name else str(one.span.start) for one in people]


def _count(frame: Frame) -> int:
    """Return how many people a telling counts: those shot, or the dead and the wounded together."""
    figures = dict.fromkeys(PHYSICAL, 0)
    for harm in frame.harms:
        if harm.status in PHYSICAL and not (harm.part or harm.total) and harm.count and not harm.count.approximate:
            figures[harm.status] += harm.count.best or 0
    shot = any(harm.status is VictimStatus.INJURED and harm.rule.startswith("harm.shoot.") for harm in frame.harms)
    return max(figures.values()) if shot else sum(figures.values())

"""Tells the drafts of one town's unrest: what a crowd does, what the police do to it, and who is hurt and held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.frames import Reality
from dateline.gazetteer.names import name_key
from dateline.merge.clues import own_day
from dateline.merge.likeness import SURE, opens_elsewhere
from dateline.merge.taking_up import is_in_scene
from dateline.records import FAMILY, ActorKind, EventType, Family, VictimStatus

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.merge.clues import Clue
    from dateline.merge.incidents import Incident

    Told = tuple[Incident, tuple[Clue, ...]]

OPENING = 1  # number of the last paragraph, the title's being 0, that tells what an article is about
# What a crowd and the police who face it do.
IN_UNREST = frozenset(
    {
        EventType.RIOT, EventType.PROTEST, EventType.ARSON, EventType.ROBBERY, EventType.SABOTAGE, EventType.BEATING,
        EventType.ATTACK, EventType.ARREST, EventType.ARMED_CLASH,
    }
)  # fmt: skip
HELD = frozenset({VictimStatus.ARRESTED, VictimStatus.RELEASED})
IN_MIDST = frozenset({EventType.SHOOTING, EventType.BEATING, EventType.STABBING, EventType.ATTACK})


def is_of_one_crowd(earlier: Told, later: Told, told: Sequence[Told]) -> bool:
    """Whether the later draft tells more of the riot or march that headline and lead tell of.

    So it is in a story of one town, unless a day, a place in front, more dead or a word sets the draft apart: who was
    hurt and held is told late.
    """
    if _tells_answer(earlier, later, told):
        return True
    (first, mine), (second, theirs) = earlier, later
    frames = [clue.frame for clue in theirs]
    opening = [clue.frame for clue in mine if 0 <= clue.frame.paragraph <= OPENING]
    if not _is_of_unrest(first, opening) or not opening or any(frame.other for frame in opening):
        return False
    if not (second.type.value in IN_UNREST or _is_police_fire(second, frames)) or len(_list_towns(told)) > 1:
        return False
    if any(frame.stands_apart for frame in frames):
        return False
    if any(opens_elsewhere([clue.frame for clue in mine], frame) for frame in frames):
        return False
    before, after = first.toll.casualties.killed, second.toll.casualties.killed
    more = after is not None and bool(after.best) and (before is None or (before.best or 0) < (after.best or 0))
    return not more and is_in_scene(first, theirs)


def _tells_answer(earlier: Told, later: Told, told: Sequence[Told]) -> bool:
    """Whether the later draft tells only what police did, nowhere and on no day of its own, behind the unrest.

    "Farmers scuffled with police at the gate. Thirty-five were detained", in a story of several towns; "their leader
    said that police had charged them".
    """
    (first, mine), (_, theirs) = earlier, later
    if FAMILY[first.type.value] is not Family.UNREST or any(clue.frame.stands_apart for clue in theirs):
        return False
    if not _is_answer(theirs):
        return False
    opened = min(clue.frame.sentence for clue in theirs)
    before = [one for one in told if one[1][0].frame.sentence < opened and not _is_answer(one[1])]
    return bool(before) and max(before, key=lambda one: _last_before(one, opened))[1] is mine


def _is_answer(clues: Sequence[Clue]) -> bool:
    """Whether all tellings are such, without a place or a day, and one tells who was held."""
    held = any(harm.status in HELD for clue in clues for harm in clue.frame.harms)
    bare = not any(clue.place or own_day(clue) for clue in clues)
    return held and bare and all(map(_tells_no_more, clues))


def _tells_no_more(clue: Clue) -> bool:
    """Whether it tells who was held, or with what police answered: nobody hurt, and nothing hit."""
    frame = clue.frame
    plain = FAMILY[frame.type] in (Family.UNREST, Family.SECURITY) and not frame.plural and not frame.targets
    by_crowd = any(stance.actor.kind is ActorKind.CROWD for stance in frame.stances)
    return plain and not by_crowd and all(harm.status in HELD for harm in frame.harms)


def _last_before(told: Told, sentence: int) -> int:
    """Return the number of the last sentence before another that tells of a draft."""
    return max((clue.frame.sentence for clue in told[1] if clue.frame.sentence < sentence), default=-1)


def _is_police_fire(incident: Incident, frames: Sequence[Frame]) -> bool:
    """Whether forces, and nobody else, are told to have fired: "police fired 12 rounds in the air"."""
    doers = {stance.actor.kind for frame in frames for stance in frame.stances}
    return incident.type.value is EventType.SHOOTING and doers == {ActorKind.STATE}


def _is_of_unrest(incident: Incident, opening: Sequence[Frame]) -> bool:
    """Whether it is unrest, or what befell somebody in the midst of it: "was shot dead during a protest"."""
    if FAMILY[incident.type.value] is Family.UNREST:
        return True
    if incident.type.value not in IN_MIDST:
        return False
    return any(FAMILY[frame.type] is Family.UNREST and frame.reality is Reality.TOLD for frame in opening)


def _list_towns(told: Sequence[Told]) -> set[str]:
    """Return the towns that the words of all drafts set acts in, and those that the drafts were given."""
    named = {
        name_key(place.place.locality)
        for _, clues in told
        for clue in clues
        for place, score in clue.places
        if score >= SURE and place.place.locality
    }
    given = {name_key(place.value.locality) for one, _ in told if (place := one.place) and place.value.locality}
    return named | given

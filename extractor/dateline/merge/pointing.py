"""Sends a telling that only names an act told before to that act: "denied the Quetta bombing", "Tuesday's raid".

What is said of responsibility comes late, when other acts have been told. Its own words say which one it means: by
the noun's kind, by a town or by a day.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from dateline.articles import BlockKind
from dateline.frames import Reality
from dateline.merge.clues import Clue
from dateline.merge.clustering import Happening, regroup
from dateline.merge.likeness import OTHER_DAYS, OTHER_PLACES, relate_types
from dateline.merge.sameness import DayRelation, PlaceRelation, relate_days, relate_places
from dateline.records import SECURITY, EventType, PlacePrecision, VictimStatus
from dateline.relate.identities import SENT_BY

# What speaks of the act told before, even where its own sentence makes an act of it: "the attack was claimed by X".
# fmt: off
LOOKING_BACK = frozenset((
    "stance:claim", "stance:take_credit", "stance:claim_noun", "stance:admit", "stance:acknowledge", "stance:deny",
    "stance:clear", "stance:blame", "stance:attribute", "stance:work_of", "stance:responsible", "stance:suspect",
    "stance:think", "stance:allege", "stance:warn", "stance:sign", "stance:prime_suspect", "stance:point",
    "stance:profess", "stance:belong", "stance:avow", "stance:brand", SENT_BY,
))
# fmt: on
NAMED, HINTED, OTHER = 2, 1, -2  # what a kind, a place or a day says for and against an act's being the one meant
NEAR_PLACES = frozenset({PlaceRelation.HELD, PlaceRelation.NEAR})
# Types of words that may be said of any act of violence: "the raid", "the attack".
OPEN_TYPES = SECURITY | {EventType.ATTACK}


def send_back(happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Return the happenings, each statement that names another of them by its kind, town or day moved to that one.

    One that tells nothing else is left without a telling.
    """
    homes: list[list[Clue]] = [[] for _ in happenings]
    found = [_find_homes(index, happenings) for index in range(len(happenings))]
    # "Three men were held in connection with the Nairobi attack": they go where its name sends it, or has sent it.
    named = {
        clue.frame.sentence: home
        for pairs in found
        for clue, home in pairs
        if is_pointer(clue) and not _tells_arrest(clue) and (weigh_reference(clue, happenings[home]) or 0) >= NAMED
    }
    for index, pairs in enumerate(found):
        sent = {clue.frame.sentence: home for clue, home in pairs if home != index}
        kept = {clue.frame.sentence: index for clue, home in pairs if home == index and not _tells_arrest(clue)}
        for clue, home in pairs:
            arrested = named | kept | sent if _tells_arrest(clue) else {}
            homes[arrested.get(clue.frame.sentence, home)].append(clue)
    return regroup(happenings, homes)


def _find_homes(index: int, happenings: Sequence[Happening]) -> list[tuple[Clue, int]]:
    """Return each telling of a happening with the number of the one that it is of."""
    clues = happenings[index].clues
    arrests = {clue.frame.sentence for clue in clues if _tells_arrest(clue)}
    return [(clue, _find_home(clue, index, happenings, arrests=arrests)) for clue in clues]


def _tells_arrest(clue: Clue) -> bool:
    """Whether the words tell only who is held."""
    harms = clue.frame.harms
    return clue.frame.type is EventType.ARREST and all(harm.status is VictimStatus.ARRESTED for harm in harms)


def _find_home(clue: Clue, home: int, happenings: Sequence[Happening], *, arrests: Set[int]) -> int:
    """Return the number of the happening that the telling is of; `home`, where it is, unless it names another.

    `arrests` are the sentences of that one that tell of an arrest.
    """
    if not is_pointer(clue):
        return home
    # Without a word of who did it, "the Boni bombing" is sent on only from where nothing else is told.
    answers = any(stance.rule in LOOKING_BACK for stance in clue.frame.stances) or clue.frame.sentence in arrests
    if not answers and not all(map(is_pointer, happenings[home].clues)):
        return home
    here = weigh_reference(clue, happenings[home])
    if here is not None and here >= 0:
        return home
    fits = [(weigh_reference(clue, happening) or 0, number) for number, happening in enumerate(happenings)]
    best = max(score for score, _ in fits)
    chosen = [number for score, number in fits if score == best]
    return chosen[0] if best >= NAMED and len(chosen) == 1 else home


def is_pointer(clue: Clue) -> bool:
    """Whether a telling only names an act that is known, and tells nothing of whom it befell."""
    frame = clue.frame
    if frame.block is BlockKind.TITLE or frame.other or frame.recalls or frame.plural or frame.earlier_matter:
        return False
    if not frame.definite or frame.reality in (Reality.GENERAL, Reality.FIGURATIVE):
        return False
    return all(trigger.noun for trigger in frame.triggers) and not any(
        harm.count is not None and harm.count.best for harm in frame.harms
    )


def weigh_reference(clue: Clue, happening: Happening) -> int | None:
    """Return how far the words of a pointing telling name the act of the happening; None where it tells no act.

    Below 0 they name another: by a kind of act, a town or a day that the happening has not.
    """
    told = [member for member in happening.clues if not is_pointer(member) and member is not clue]
    told = [member for member in told if member.frame.triggers[0].span < clue.frame.triggers[0].span]
    if not told:
        return None
    scores = (_weigh_kind(clue, told), _weigh_place(clue, told), _weigh_day(clue, told))
    return min(scores) if min(scores) < 0 else sum(scores)


def _weigh_kind(clue: Clue, told: Sequence[Clue]) -> int:
    if clue.frame.type in OPEN_TYPES or not clue.frame.specific:
        return 0
    relations = {
        relate_types(member.frame.type if member.frame.specific else EventType.ATTACK, clue.frame.type)
        for member in told
    }
    if "same" in relations:
        return NAMED
    if relations & {"family", "attack"}:
        return 0
    return OTHER


def _weigh_place(clue: Clue, told: Sequence[Clue]) -> int:
    if clue.place is None or clue.place.place.precision is PlacePrecision.COUNTRY:
        return 0
    relations = {relate_places(member, clue) for member in told} - {PlaceRelation.UNKNOWN}
    if PlaceRelation.SAME in relations:
        return NAMED
    if relations & NEAR_PLACES:
        return HINTED
    return OTHER if relations and relations <= OTHER_PLACES else 0


def _weigh_day(clue: Clue, told: Sequence[Clue]) -> int:
    if clue.time is None:
        return 0
    relations = {relate_days(member, clue) for member in told} - {DayRelation.UNKNOWN}
    if DayRelation.SAME in relations:
        return NAMED
    if DayRelation.TOUCHING in relations:
        return HINTED
    return OTHER if relations and relations <= OTHER_DAYS else 0

"""Takes away figures that only sum up what is told of several towns or acts: "44 died", "37 in A and seven in B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.gazetteer.names import name_key
from dateline.records import PHYSICAL, Count, PlacePrecision, VictimStatus

if TYPE_CHECKING:
    from dateline.merge.clues import Clue

SUMMED = (VictimStatus.KILLED, VictimStatus.INJURED)
REGIONS = frozenset({PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})
LEAST_SUM = 3  # people; smaller figures agree by chance
OPENING = 1  # number of the last paragraph, the title's being 0, that sums up what follows
LEAD = 3  # sentences from the first, headline and date among them, that sum up what follows
SURE = 0.5  # score of a place from which the words tie it to the act
ALL_OVER = frozenset(("across", "throughout"))  # words that lead to a place in all parts of which it happened
ROUGHLY = 1.15  # times "more than 60" that the parts may come to


@dataclass(frozen=True, slots=True)
class Part:
    """What one telling gives for one status, and the town that it is of."""

    figure: int
    town: str


def without_sums(clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """Return the clues, those of the opening without a figure that those of different towns behind it come to.

    Nor have those a figure that tell of several acts at once, where the acts are told each by itself.
    """
    found: list[Clue] = []
    acts = [clue.frame.paragraph for clue in clues if _tells_one_act(clue)]
    lead = _find_lead(clues)
    for number, clue in enumerate(clues):
        opens = _opens(clue, lead)
        if clue.frame.several and clue.frame.harms and _are_told_apart(clue, acts, opens=opens):
            found.append(_sum(clue))
            continue
        summed = opens and any(_is_sum(clue, clues[number + 1 :], status) for status in SUMMED)
        found.append(_sum(clue) if summed or (found and _shares_out(clue, found[-1])) else clue)
    return tuple(found)


def _find_lead(clues: Sequence[Clue]) -> int:
    """Return the number of the sentence that tells of an act first, where it is of the first paragraph."""
    first = next((clue.frame for clue in clues if clue.frame.block is BlockKind.BODY), None)
    return first.sentence if first is not None and first.paragraph <= OPENING else -1


def _tells_one_act(clue: Clue) -> bool:
    """Whether a sentence of the story tells one act, and whom it befell."""
    frame = clue.frame
    told = not frame.several and frame.block is BlockKind.BODY
    return told and any(harm.status in SUMMED for harm in frame.harms)


def _are_told_apart(clue: Clue, acts: Sequence[int], *, opens: bool) -> bool:
    """Whether other paragraphs tell the acts that a sentence is of; of those outside a story's opening, one is enough.

    Args:
        clue: the telling of several acts.
        acts: the paragraphs of the tellings of one act.
        opens: whether it stands in the story's opening.
    """
    others = set(acts) - {clue.frame.paragraph}
    return len(others) > 1 if opens else bool(others)


def _sum(clue: Clue) -> Clue:
    """Return the telling without its figures, and, where it is of acts of several kinds, without their means and doers.

    "33 dead in rebel mortar fire and government air strikes": of which act the mortars are the story tells.
    """
    frame = clue.frame
    harms = tuple(harm for harm in frame.harms if harm.status not in PHYSICAL)
    if len({trigger.type for trigger in frame.triggers if trigger.specific}) > 1:
        frame = replace(frame, weapons=(), stances=(), targets=())
    towns = [place.mention for place, _ in clue.places if place.place.precision not in REGIONS]
    if len(towns) > 1:  # "attacks in the towns of Kati, Sikasso and Mopti": each is told of below
        frame = replace(frame, places=tuple(link for link in frame.places if link.mention not in towns))
        clue = replace(clue, places=tuple(found for found in clue.places if found[0].mention not in towns))
    return replace(clue, frame=replace(frame, harms=harms), sums=True)


def _shares_out(clue: Clue, before: Clue) -> bool:
    """Whether the words share out a sum told before by places: "22 of the dead were in Homs, 17 in Idlib"."""
    told = [harm for harm in clue.frame.harms if harm.status in SUMMED]
    return before.sums and len(clue.places) > 1 and bool(told) and all(harm.part for harm in told)


def _opens(clue: Clue, lead: int) -> bool:
    frame = clue.frame
    early = frame.block is BlockKind.TITLE or frame.paragraph < OPENING or frame.sentence in (*range(LEAD + 1), lead)
    return clue.town == 0 and early


def _is_sum(clue: Clue, later: Sequence[Clue], status: VictimStatus) -> bool:
    harms = [harm for harm in clue.frame.harms if harm.status is status and not harm.part and harm.count is not None]
    counts = {harm.count for harm in harms if harm.count is not None and (harm.count.best or 0) >= LEAST_SUM}
    return any(
        not _is_of_one_town(count, later, status)
        and _comes_to(count, list(_list_parts(later, status, count.best or 0)), clue)
        for count in counts
    )


def _is_of_one_town(whole: Count, later: Sequence[Clue], status: VictimStatus) -> bool:
    """Whether the figure comes again for one town alone."""
    return any(clue.tolls.get(status) == whole.best and len(_own_towns(clue)) == 1 for clue in later)


def _comes_to(whole: Count, parts: Sequence[Part], clue: Clue) -> bool:
    """Whether some of the parts, one behind the other and each of another town, come to the figure."""
    least = whole.best or 0
    own = _own_towns(clue) if clue.frame.block is not BlockKind.TITLE else {}
    if len(own) == 1 and own.keys().isdisjoint(part.town for part in parts):
        return False
    most = int(least * ROUGHLY) if whole.max is None else least
    if is_all_over(clue) and len({part.town for part in parts}) > 1:
        return True
    for start in range(len(parts)):
        total, towns = 0, set[str]()
        for part in parts[start:]:
            if part.town in towns or total >= most:
                break
            total += part.figure
            towns.add(part.town)
            if least <= total <= most and len(towns) > 1:
                return True
    return False


def _list_parts(clues: Sequence[Clue], status: VictimStatus, whole: int) -> Iterator[Part]:
    """Yield the smaller figures, each with its town: the one that its words name, else the one told last."""
    town, paragraph = "", -1
    for clue in clues:
        if clue.frame.block is BlockKind.TITLE:
            continue
        named = _find_town(clue)
        if named:
            town, paragraph = named, clue.frame.paragraph
        elif clue.frame.paragraph != paragraph:
            town = ""
        figure = _own_figure(clue, status, placed=bool(named))
        if town and figure and figure < whole:
            yield Part(figure, town)


def _own_figure(clue: Clue, status: VictimStatus, *, placed: bool) -> int:
    """Return the people of the clue, or of a placed one the first part: "ten of them died in Mayadin"."""
    told = [harm for harm in clue.frame.harms if harm.status is status and harm.count is not None and harm.count.best]
    whole = [harm for harm in told if not harm.part]
    return sum(harm.count.best or 0 for harm in whole or (told[:1] if placed else ()) if harm.count is not None)


def _find_town(clue: Clue) -> str:
    return next(iter(_own_towns(clue)), "")


def _own_towns(clue: Clue) -> dict[str, None]:
    """Return the towns that the words surely set the telling in, the likeliest first."""
    return {
        name_key(place.place.locality or place.mention.name): None
        for place, score in clue.places
        if score >= SURE and place.place.precision not in (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1)
    }


def is_all_over(clue: Clue) -> bool:
    """Whether the words tell what happened in all parts of a place: "61 people were killed across Syria"."""
    return any(place.mention.relation in ALL_OVER for place, _ in clue.places)

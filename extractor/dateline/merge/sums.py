"""Takes away figures that only sum up what is told of several towns or acts: "44 died", "37 in A and seven in B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.gazetteer.names import name_key
from dateline.merge.figures import OWN_HAND, is_vague
from dateline.records import PHYSICAL, Count, PlacePrecision, Stance, VictimCategory, VictimStatus

if TYPE_CHECKING:
    from dateline.mentions import HarmMention
    from dateline.merge.clues import Clue
    from dateline.resolve.place_making import ResolvedPlace

SUMMED = (VictimStatus.KILLED, VictimStatus.INJURED)
FORCES = frozenset((VictimCategory.POLICE, VictimCategory.MILITARY))
REGIONS = frozenset({PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})
PAIR = 2  # people, the fewest that a sum may be of, one in each of two towns
LEAST_SUM = 3  # people; smaller figures agree by chance unless the words set the second act apart
OPENING = 1  # number of the last paragraph, the title's being 0, that sums up what follows
LEAD_ACT = "¶"  # stands for the town of an act that the lead tells without one
LEAD = 3  # sentences from the first, headline and date among them, that sum up what follows
SURE = 0.5  # score of a place from which the words tie it to the act
ALL_OVER = frozenset(("across", "throughout"))  # words that lead to a place in all parts of which it happened
INSIDE = "in"  # word that leads to the place in which all of it happened
ROUGHLY = 1.15  # times "more than 60" that the parts may come to
NEARLY = 0.9  # of "nearly 150" and "about 150", what parts come to at the least


@dataclass(frozen=True, slots=True)
class Part:
    """What one telling gives for one status, and the town that it is of."""

    figures: tuple[int, ...]  # of all its people, and of those of the kind that the sum is of
    town: str
    number: int  # of the telling


def without_sums(clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """Return the clues, those of the opening without a figure that those of different towns behind it come to.

    Nor have those a figure that tell of several acts at once, where the acts are told each by itself.
    """
    found: list[Clue] = []
    shares: dict[int, int] = {}  # by the number of a telling of one of the towns that a sum is of: the town's number
    whole: Clue | None = None  # the telling of that sum
    towns: set[str] = set()  # of that sum
    acts = [clue.frame.paragraph for clue in clues if _tells_one_act(clue)]
    lead = _find_lead(clues)
    for number, clue in enumerate(clues):
        opens = _opens(clue, lead)
        several = clue.frame.several or (opens and _tells_headline_sum(clue, clues))
        summed = [_find_summed(clue, clues[number + 1 :], status) for status in SUMMED] if opens else []
        parts = next((part for part in summed if part is not None), None)
        if not parts and several and clue.frame.harms and _are_told_apart(clue, acts, opens=opens):
            found.append(take_figures(clue))
            continue
        if parts:
            shares, whole, towns = _number_towns(parts, behind=number), clue, {part.town for part in parts}
        found.append(take_figures(clue) if parts is not None or (found and _shares_out(clue, found[-1])) else clue)
    # "Nearly 150 were killed and 200 hurt in Jableh and Tartus": who was hurt is of both too.
    found = [
        take_figures(clue)
        if number not in shares and len(find_own_towns(clue)) > 1 and find_own_towns(clue).keys() <= towns
        else clue
        for number, clue in enumerate(found)
    ]
    for number, share in shares.items():
        found[number] = replace(with_kind(found[number], whole), share=share)
    return tuple(found)


def _number_towns(parts: Sequence[Part], *, behind: int) -> dict[int, int]:
    """Return for the tellings that come behind a sum which of its towns, from 1, each is of."""
    towns = list(dict.fromkeys(part.town for part in parts))
    return {behind + 1 + part.number: towns.index(part.town) + 1 for part in parts}


def with_kind(clue: Clue, whole: Clue | None) -> Clue:
    """Return the telling of a share with what the sum says of all, where it tells none of its own.

    That is the kind of act, who did it and of which kind the people were: "Two suicide bombings killed 14", and then
    "Five people died in Kolofata"; "gunmen killed five nurses", and then "two were shot in Jos".
    """
    if whole is None:
        return clue
    frame = clue.frame
    kinds = tuple(trigger for trigger in whole.frame.triggers if trigger.specific)
    if not frame.specific and len({trigger.type for trigger in kinds}) == 1:
        frame = replace(frame, triggers=(*frame.triggers, *kinds), type=kinds[0].type, specific=True)
    if not frame.stances and len({trigger.type for trigger in kinds}) < 2:
        frame = replace(frame, stances=tuple(told for told in whole.frame.stances if told.stance is Stance.REPORTED))
    return replace(clue, frame=replace(frame, harms=tuple(_of_kind(harm, whole) for harm in frame.harms)))


def _of_kind(harm: HarmMention, whole: Clue) -> HarmMention:
    """Return the harm of a bare number with the kind of the people whom the sum counts, where they are of one."""
    people = [other.people for other in whole.frame.harms if other.status is harm.status and not other.part]
    known = people[0] if len(people) == 1 else None
    if harm.people is None or not harm.people.is_bare or known is None:
        return harm
    kind = replace(harm.people, category=known.category, nationality=known.nationality)
    return replace(harm, people=kind)


def _tells_headline_sum(clue: Clue, clues: Sequence[Clue]) -> bool:
    """Whether the lead gives the very figures that a headline gives for several acts: "Two dead in city shootings"."""
    heads = (other for other in clues if other.frame.block is BlockKind.TITLE and other.frame.several)
    return bool(clue.tolls) and any(clue.tolls == head.tolls for head in heads)


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


def take_figures(clue: Clue) -> Clue:
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


def _find_summed(clue: Clue, later: Sequence[Clue], status: VictimStatus) -> tuple[Part, ...] | None:
    """Return the towns' figures that a figure of the telling is the sum of, empty for those of a whole land."""
    harms = [harm for harm in clue.frame.harms if harm.status is status and not harm.part and harm.count is not None]
    sums = {harm.count: harm for harm in harms if harm.count is not None and (harm.count.best or 0) >= PAIR}
    if sum(not is_vague(count) for count in sums) > 1:
        return None  # "four peacekeepers were killed, and about 20 attackers": whom one act befell on either side
    for count, harm in sums.items():
        if _is_of_one_town(count, later, status):
            continue
        parts = _find_parts(count, list(_list_parts(later, harm, headline=clue.frame.block is BlockKind.TITLE)), clue)
        told = [later[p.number] for p in parts or ()]
        if parts is None or ((count.best or 0) < LEAST_SUM and not _are_set_apart(told)):
            continue
        towns = {part.town for part in parts}
        # "Nearly 150 were killed and 200 hurt in Jableh and Tartus": it names the very towns.
        named = len(towns) > 1 and towns <= find_own_towns(clue).keys()
        if told and not named and _tells_others(clue, told, status):
            continue
        return parts
    return None


def _are_set_apart(parts: Sequence[Clue]) -> bool:
    """Whether the words set each act behind the first apart: "and another was shot in B", "In a separate attack, "."""
    return bool(parts) and all(part.frame.stands_apart or part.frame.adding for part in parts[1:])


def _tells_others(clue: Clue, parts: Sequence[Clue], status: VictimStatus) -> bool:
    """Whether the words count people of the other fate, killed or hurt, of whom the parts have none.

    "Killing 12 and injuring 11", where two acts told below killed seven and five and hurt nobody: that is chance.
    """
    other = next(fate for fate in SUMMED if fate is not status)
    counted = clue.tolls.get(other) or 0
    return counted >= LEAST_SUM and not any(part.tolls.get(other) for part in parts)


def _is_of_one_town(whole: Count, later: Sequence[Clue], status: VictimStatus) -> bool:
    """Whether the figure comes again for one town alone."""
    return any(clue.tolls.get(status) == whole.best and len(find_own_towns(clue)) == 1 for clue in later)


def _find_parts(whole: Count, parts: Sequence[Part], clue: Clue) -> tuple[Part, ...] | None:
    """Return those of the parts, one behind the other and each of another town, that come to the figure."""
    least = whole.best or 0
    # Villages of a district share out what is told of the district.
    finer = replace(clue, places=tuple(pair for pair in clue.places if not _is_region(pair[0])))
    own = find_own_towns(finer) if clue.frame.block is not BlockKind.TITLE else {}
    if len(own) == 1 and own.keys().isdisjoint(part.town for part in parts):
        return None
    whole_town = len(own) == 1 and any(place.mention.relation == INSIDE for place, _ in finer.places)
    most = int(least * ROUGHLY) if whole.max is None else least
    if whole.min is None:
        least = int(least * NEARLY)
    if is_all_over(clue) and len({part.town for part in parts}) > 1:
        return ()
    for start in range(len(parts)):
        if start and parts[start].town == parts[start - 1].town:
            continue
        totals, towns, last = {0}, set[str](), ""
        for end, part in enumerate(parts[start:], start + 1):
            if (part.town in towns and part.town != last) or min(totals) >= most:
                break
            more = {total + figure for total in totals for figure in part.figures}
            # "Five soldiers were killed in Huancayo", and then "three rebels also died": told on top, or once more.
            totals = totals | more if part.town == last else more
            towns.add(part.town)
            last = part.town
            if whole_town and not towns <= own.keys():
                break  # "two blasts in Damascus killed 31": all of them there, wherever a quarter's name is found
            if len(towns) > 1 and any(least <= total <= most for total in totals):
                return tuple(parts[start:end])
    return None


def _is_region(place: ResolvedPlace) -> bool:
    """Whether it is a region, and not a town that is only known as one: "in Taji", the seat of its district."""
    called = place.mention.feature is not None or place.place.precision is not PlacePrecision.ADMIN2
    return called and place.place.precision in REGIONS


def _list_parts(clues: Sequence[Clue], whole: HarmMention, *, headline: bool) -> Iterator[Part]:
    """Yield the smaller figures, each with its town: the one that its words name, else the one told last.

    Behind a headline the lead's act, of no town, is one of those summed up too.
    """
    town, paragraph = "", -1
    most = (whole.count.best or 0) if whole.count is not None else 0
    for number, clue in enumerate(clues):
        if clue.frame.block is BlockKind.TITLE:
            continue
        named = _find_town(clue)
        if named:
            town, paragraph = named, clue.frame.paragraph
        elif clue.frame.paragraph != paragraph:
            town = ""
        figures = tuple(figure for figure in _own_figures(clue, whole, placed=bool(named)) if figure < most)
        where = town or (LEAD_ACT if headline and clue.frame.paragraph <= OPENING else "")
        if where and figures:
            yield Part(figures, where, number)


def _own_figures(clue: Clue, whole: HarmMention, *, placed: bool) -> tuple[int, ...]:
    """Return the people of the clue, or of a placed one the first part: "ten of them died in Mayadin".

    Behind them stand those of the kind that the sum is of, where there are others: "seven officers were killed", and
    here "two officers and a boy"; and those beside a bomber who died by his own hand.
    """
    told = [harm for harm in clue.frame.harms if harm.status is whole.status and harm.count is not None]
    told = [harm for harm in told if harm.count is not None and harm.count.best]
    counted = [harm for harm in told if not harm.part] or (told[:1] if placed else [])
    alike = [harm for harm in counted if _kind_of(harm) in FORCES and _kind_of(harm) is _kind_of(whole)]
    slain = [harm for harm in counted if not harm.rule.startswith(OWN_HAND)]
    sums = (sum(harm.count.best or 0 for harm in group if harm.count) for group in (counted, alike, slain))
    return tuple(dict.fromkeys(figure for figure in sums if figure))


def _kind_of(harm: HarmMention) -> VictimCategory | None:
    return harm.people.category if harm.people is not None else None


def _find_town(clue: Clue) -> str:
    """Return the town that the telling is set in, or where it names none the region: "in Hakkari province"."""
    regions = (place for place, score in clue.places if score >= SURE and place.place.precision in REGIONS)
    region = next((place for place in regions if place.place.precision is not PlacePrecision.COUNTRY), None)
    return next(iter(find_own_towns(clue)), name_key(region.mention.name) if region is not None else "")


def find_own_towns(clue: Clue) -> dict[str, None]:
    """Return the towns that the words surely set the telling in, the likeliest first."""
    return {
        name_key(place.place.locality or place.mention.name): None
        for place, score in clue.places
        if score >= SURE and place.place.precision not in (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1)
    }


def is_all_over(clue: Clue) -> bool:
    """Whether the words tell what happened in all parts of a place: "61 people were killed across Syria"."""
    return any(place.mention.relation in ALL_OVER for place, _ in clue.places)

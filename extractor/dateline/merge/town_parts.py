"""Parts a telling of several towns into one for each: "raids on A, B and C", "37 died in A and seven in B"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.mentions import HarmMention
from dateline.merge.sums import REGIONS, with_kind
from dateline.records import FAMILY, DatePrecision, EventType, Family, PlacePrecision, VictimStatus
from dateline.relate.harm_gapped import GAPPED

if TYPE_CHECKING:
    from dateline.frames import Frame
    from dateline.merge.clues import Clue
    from dateline.resolve.place_making import ResolvedPlace

    Towns = tuple[tuple[ResolvedPlace, float], ...]  # with the scores of their links, in order of text

LEAST_TOWNS = 3  # that make a list: of two, the second is mostly the region or the other party
PAIR = re.compile(r" and (?:in |at )?")  # between two towns that had one of several acts each
SPAN_OF_TWO = re.compile(r"\b(?:between|from|linking)\s+(?:the\s+)?\Z", re.IGNORECASE)  # before two that bound a way
AND_LENGTH = 5  # code points of " and ", the last link of a list
TOWNS = frozenset(("town", "village", "city", "municipality"))  # not of quarters: in one city it may be one attack
IN_LENGTH = 8  # code points between people and the town they were harmed in: " in the "
LINK_LENGTH = 6  # code points between two names of a list: ", and "
WHERE = re.compile(r"(?: on [A-Z][a-z]+day(?: [a-z]+)?)?,? where\b")  # leads to what happened in the place before it
MANY_SCENES = 2
OWN_PLACE = 0.6  # least score of a place told with a figure of its own


def part_towns(clue: Clue, before: Sequence[Clue] = (), text: str = "") -> tuple[Clue, ...]:
    """Return the clue once for each town of a list, or as it is where there is no list or one toll for all.

    Args:
        clue: one telling.
        before: the tellings of the sentences before.
        text: the article's.
    """
    if clue.frame.harms:
        parts = _part_scenes(clue, text) or _part_figures(clue, before)
        return parts if len(parts) == 1 else tuple(with_kind(part, _find_whole(clue, before)) for part in parts)
    if clue.frame.type is EventType.STRIKE and not clue.frame.plural:
        return (clue,)  # "the strike was total in Arden, Belmar and Coral": one, wherever it is kept
    towns = _listed_towns(clue)
    if len(towns) < LEAST_TOWNS and not _is_pair(clue, towns, text):
        towns = _listed_alike(clue)
    if not towns:
        return (clue,)
    rest = tuple(pair for pair in clue.places if pair not in towns and pair[0].place.precision in REGIONS)
    return tuple(
        replace(clue, frame=_leave_towns(clue.frame, towns, town), places=((town, score), *rest), town=number)
        for number, (town, score) in enumerate(towns, 1)
    )


def _find_whole(clue: Clue, before: Sequence[Clue]) -> Clue | None:
    """Return what tells right before of all that a sentence parts: "Bombers hit two mosques", then "39 died in A"."""
    last = before[-1] if before else None
    follows = last is not None and clue.frame.sentence - last.frame.sentence == 1
    return last if last is not None and follows and last.frame.paragraph == clue.frame.paragraph else None


def _is_pair(clue: Clue, towns: Towns, text: str) -> bool:
    """Whether marches or strikes are told of two towns that no road joins: "the marches in Arden and in Belmar"."""
    if not clue.frame.plural or len(towns) != 2 or FAMILY[clue.frame.type] is not Family.UNREST:
        return False
    first, second = (town for town, _ in towns)
    spans = first.mention.span, second.mention.span
    apart = first.place.locality != second.place.locality and None not in (first.place.locality, second.place.locality)
    joined = PAIR.fullmatch(text, spans[0].end, spans[1].start) is not None
    return apart and joined and SPAN_OF_TWO.search(text[: spans[0].start][-IN_LENGTH * 2 :]) is None


def _leave_towns(frame: Frame, towns: Towns, own: ResolvedPlace) -> Frame:
    """Return the frame tied to one town of a list as closely as to the first, and to none of the others."""
    others = {town.mention for town, _ in towns} - {own.mention}
    best = max(score for _, score in towns)
    places = tuple(
        replace(link, score=best) if link.mention == own.mention else link
        for link in frame.places
        if link.mention not in others
    )
    return replace(frame, places=places)


def _part_figures(clue: Clue, before: Sequence[Clue]) -> tuple[Clue, ...]:
    """Return the clue once for each figure that the sentence gives for a place of its own."""
    frame = clue.frame
    gapped = [harm for harm in frame.harms if _is_gapped(harm)]
    starts = [_starts_at(harm) for harm in gapped]
    if not gapped:
        return _part_tolls(clue)
    edges = [frame.span.start, *sorted(set(starts)), frame.span.end]
    dated = _part_days(clue, edges)
    parts: list[Clue] = []
    for number, (start, end) in enumerate(pairwise(edges), 1):
        first = number == 1

        def here(offset: int, start: int = start, end: int = end) -> bool:
            return start <= offset < end

        parts.append(
            replace(
                dated[number - 1],
                frame=replace(
                    dated[number - 1].frame,
                    harms=tuple(harm for harm in frame.harms if here(_starts_at(harm))),
                    targets=tuple(link for link in frame.targets if here(link.mention.span.start)),
                    weapons=frame.weapons if first else tuple(w for w in frame.weapons if here(w.span.start)),
                    places=tuple(
                        replace(link, score=max(link.score, OWN_PLACE))
                        for link in frame.places
                        if here(link.mention.span.start)
                    ),
                    fronted=frame.fronted if first else (),
                ),
                places=tuple(
                    (place, max(score, OWN_PLACE)) for place, score in clue.places if here(place.mention.span.start)
                ),
                town=number,
            )
        )
    parts = [part for part in parts if part.frame.harms]
    if _divide_one_town(parts, gapped[0].status, before):
        harms = tuple(replace(harm, part=True) if harm in gapped else harm for harm in frame.harms)
        return (replace(clue, frame=replace(frame, harms=harms)),)
    return tuple(parts)


def _part_tolls(clue: Clue) -> tuple[Clue, ...]:
    """Return the clue once for each town that has a toll of its own: "killed three in Kano and another four in Jos"."""
    pairs: list[tuple[HarmMention, tuple[ResolvedPlace, float]]] = []
    counted = [harm for harm in clue.frame.harms if harm.people is not None and harm.count is not None]
    ordered = sorted((pair for pair in clue.places if _is_town(pair[0])), key=lambda pair: pair[0].mention.span)
    for pair in ordered:
        start = pair[0].mention.span.start
        own = [h for h in counted if h.people is not None and 0 < start - h.people.span.end <= IN_LENGTH]
        own = own or _find_in_clause(counted, tuple(ordered), start)
        if len(own) == 1 and all(harm is not own[0] for harm, _ in pairs):
            pairs.append((own[0], pair))
    keys = {(pair[0].place.locality, pair[0].mention.name) for _, pair in pairs}
    if len(pairs) < 2 or len(keys) < len(pairs) or len(pairs) < len(counted) or len(counted) < len(clue.frame.harms):
        return (clue,)
    others = {pair[0].mention for _, pair in pairs}
    ends = [pair[0].mention.span.end for _, pair in pairs]
    edges = [clue.frame.span.start, *ends[:-1], clue.frame.span.end]
    dated = _part_days(clue, [edges[0], *(_starts_at(harm) for harm, _ in pairs[1:]), edges[-1]])
    parts = []
    for number, (harm, pair) in enumerate(pairs, 1):
        left = others - {pair[0].mention}
        links = tuple(link for link in clue.frame.places if link.mention not in left)
        places = tuple(found for found in clue.places if found[0].mention not in left)
        frame = _with_own_act(dated[number - 1].frame, edges[number - 1], edges[number])
        parts.append(
            replace(dated[number - 1], frame=replace(frame, harms=(harm,), places=links), places=places, town=number)
        )
    return tuple(parts)


def _part_days(clue: Clue, edges: Sequence[int]) -> list[Clue]:
    """Return the clue for each part between two edges, with its own days where more parts than one have theirs.

    "Four were killed in Arden on Saturday and two in Belmar on Sunday."
    """
    days = [time for time, score in clue.times if time.when.precision is DatePrecision.DAY and score >= OWN_PLACE]
    dated = {bisect_right(edges, time.mention.span.start) for time in days}
    parts = [clue] * (len(edges) - 1)
    for number in dated if len(dated) > 1 else ():
        if not 0 < number < len(edges):
            continue
        start, end = edges[number - 1 : number + 1]
        links = tuple(link for link in clue.frame.times if start <= link.mention.span.start < end)
        times = tuple(pair for pair in clue.times if start <= pair[0].mention.span.start < end)
        parts[number - 1] = replace(clue, frame=replace(clue.frame, times=links), times=times)
    return parts


def _find_in_clause(counted: Sequence[HarmMention], towns: Towns, start: int) -> list[HarmMention]:
    """Return the only people told, with what befell them, between the town before and the one that begins at `start`.

    "Six were killed at Arden on Monday, while three others died at Belmar."
    """
    before = max((town.mention.span.end for town, _ in towns if town.mention.span.end < start), default=0)
    own = [harm for harm in counted if before <= _starts_at(harm) < start and before <= harm.span.start < start]
    return own if len(own) == 1 and own[0].span.start > _starts_at(own[0]) else []


def _with_own_act(frame: Frame, start: int, end: int) -> Frame:
    """Return the frame with the act told between two towns alone: "shelling killed two in A, a drone hurt three in B".

    Where none but a general one stands there, the act is that of the whole sentence: "and wounded nine in C".
    """
    own = tuple(trigger for trigger in frame.triggers if start <= trigger.span.start < end)
    telling = next((trigger for trigger in own if trigger.specific), None)
    if telling is None or len(own) == len(frame.triggers):
        return frame
    weapons = tuple(weapon for weapon in frame.weapons if start <= weapon.span.start < end)
    return replace(frame, triggers=own, type=telling.type, weapons=weapons)


def _part_scenes(clue: Clue, text: str) -> tuple[Clue, ...]:
    """Return the clue once for each town of which a clause of its own tells; empty where there are not two.

    "They entered Arden, where they killed 11, before moving to Belmar, where six others were shot dead."
    """
    ordered = sorted((pair for pair in clue.places if _is_town(pair[0])), key=lambda pair: pair[0].mention.span)
    scenes = [pair for pair in ordered if WHERE.match(text, pair[0].mention.span.end)]
    edges = [*(pair[0].mention.span.end for pair in scenes), clue.frame.span.end]
    told = [
        tuple(harm for harm in clue.frame.harms if start <= _starts_at(harm) < end) for start, end in pairwise(edges)
    ]
    if len({pair[0].mention.name for pair in scenes}) < len(scenes) or len(scenes) < MANY_SCENES or not all(told):
        return ()
    if sum(map(len, told)) < len(clue.frame.harms):
        return ()
    others = {pair[0].mention for pair in ordered}
    parts = []
    for number, (pair, harms) in enumerate(zip(scenes, told, strict=True), 1):
        frame = _with_own_act(clue.frame, edges[number - 1], edges[number])
        left = others - {pair[0].mention}
        links = tuple(
            replace(link, score=max(link.score, OWN_PLACE)) for link in frame.places if link.mention not in left
        )
        places = (
            (pair[0], max(pair[1], OWN_PLACE)),
            *(found for found in clue.places if found[0].mention not in others),
        )
        parts.append(replace(clue, frame=replace(frame, harms=harms, places=links), places=places, town=number))
    return tuple(parts)


def _is_gapped(harm: HarmMention) -> bool:
    return harm.rule.endswith(f".{GAPPED}")


def _divide_one_town(parts: Sequence[Clue], status: VictimStatus, before: Sequence[Clue]) -> bool:
    """Whether the figures divide the dead of one town by its quarters: "seven of them in Shaar and four in Ansari"."""
    told = [harm for part in parts for harm in part.frame.harms[:1] if harm.status is status]
    whole = next((clue for clue in reversed(before) if status in clue.tolls), None)
    if whole is None or not told or not told[0].part:
        return False
    total = sum(harm.count.best or 0 for harm in told if harm.count is not None)
    return total == whole.tolls[status] and bool(_list_towns(parts[0]) & _list_towns(whole))


def _list_towns(clue: Clue) -> set[str]:
    fine = (place.place for place, _ in clue.places if place.place.precision not in REGIONS)
    return {place.locality for place in fine if place.locality}


def _starts_at(harm: HarmMention) -> int:
    return harm.span.start if harm.people is None else harm.people.span.start


def _listed_towns(clue: Clue) -> Towns:
    """Return the longest list of towns in the sentence, in order of text: names with but a comma or "and" between."""
    ordered = sorted(clue.places, key=lambda pair: pair[0].mention.span)
    best: list[tuple[ResolvedPlace, float]] = []
    current: list[tuple[ResolvedPlace, float]] = []
    for pair in ordered:
        if not _is_town(pair[0]):
            current = []
            continue
        near = current and pair[0].mention.span.start - current[-1][0].mention.span.end <= LINK_LENGTH
        current = [*current, pair] if near and pair[0].mention.name != current[-1][0].mention.name else [pair]
        best = max(best, current, key=len)
    return tuple(best)


def _listed_alike(clue: Clue) -> Towns:
    """Return the places that an act was "in" by one word for all, in order of text; empty without two.

    "In Usulutan and Morazan departments", "in the towns of Apopa and Nejapa".
    """
    ordered = sorted(clue.places, key=lambda pair: pair[0].mention.span)
    for number, first in enumerate(ordered):
        if first[0].mention.relation != "in" or not _is_called(first[0]):
            continue
        listed, link = [first], 0
        for pair in ordered[number + 1 :]:
            gap = pair[0].mention.span.start - listed[-1][0].mention.span.end
            if gap > LINK_LENGTH or not _is_alike(first[0], pair[0]):
                break
            listed.append(pair)
            link = gap
        if link >= AND_LENGTH and len({pair[0].mention.name for pair in listed}) == len(listed):
            return tuple(listed)
    return ()


def _is_called(place: ResolvedPlace) -> bool:
    """Whether a word says what a place is, and it is a region or town rather than a quarter."""
    feature = place.mention.feature
    region = place.place.precision in REGIONS
    return feature is not None and not place.mention.site and (region or (_is_town(place) and feature in TOWNS))


def _is_alike(first: ResolvedPlace, other: ResolvedPlace) -> bool:
    """Whether another place of a list may be of the kind that the first is called."""
    same = other.mention.feature in (None, first.mention.feature)
    return same and not other.mention.site and other.place.precision is first.place.precision


def _is_town(place: ResolvedPlace) -> bool:
    return not place.mention.site and place.place.precision in (PlacePrecision.LOCALITY, None)

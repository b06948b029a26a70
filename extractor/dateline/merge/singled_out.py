"""Sends who some of the dead, hurt or seized were to the act that tells of such people.

"Air strikes killed nine, among them a woman. Rockets hurt a couple in Ashkelon. The woman was named as Amal Omar": the
sentence follows another act, of which nobody died. "Raiders shot three teachers. A blast killed two soldiers. The
teachers were Ana Ruiz, Ben Cole and Eva Lund": it calls them what the first act's dead were called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.articles import BlockKind
from dateline.merge.clustering import Happening, regroup
from dateline.merge.likeness import SURE
from dateline.merge.taking_up import ANYONE, read_known, read_new
from dateline.records import PHYSICAL, VictimStatus

if TYPE_CHECKING:
    from dateline.mentions import HarmMention
    from dateline.merge.clues import Clue

# Entries of harms.toml whose words only say who people told before are.
TELLING_WHO = ("harm.identified.", "harm.among_")
WHOLE = PHYSICAL | {VictimStatus.KIDNAPPED}
# The people that names are given to: "the slain teachers", "one of the two guards", "both soldiers".
_KNOWN = re.compile(r"\b(?:the|these|those|both)(?P<words>(?:\s[\w-]+){1,4})", re.IGNORECASE)
_ONE_OF = re.compile(r"\A(?:one|some|two|three|four|most|all) of ", re.IGNORECASE)
_FOLDED = {"men": "man", "women": "woman", "children": "child"}


def send_singled_out(happenings: Sequence[Happening], text: str) -> tuple[Happening, ...]:
    """Return the happenings, what only tells who some were moved to the nearest before that tells of such people."""
    homes: list[list[Clue]] = [[] for _ in happenings]
    harmed = [tuple(_name_harmed(happening, text)) for happening in happenings]
    for index, happening in enumerate(happenings):
        for clue in happening.clues:
            shares = _share_out(clue, harmed, text)
            for number, share in shares.items():
                homes[number].append(clue if [*shares] == [index] else share)
            if not shares:
                homes[_find_home(clue, index, happenings)].append(clue)
    return regroup(happenings, homes)


def _share_out(clue: Clue, harmed: Sequence[Sequence[tuple[int, str]]], text: str) -> dict[int, Clue]:
    """Return by a happening's number what a telling says of its people, known by their noun; empty if it may be others.

    "Police named the farmer as Ana Ruiz and the guard as Ben Cole" tells of two acts.

    Args:
        clue: the telling.
        harmed: the nouns for those whom each happening harmed, behind the offset of the telling that has them.
        text: the article's text.
    """
    frame = clue.frame
    if not frame.harms or frame.block is not BlockKind.BODY or frame.stands_apart or frame.plural or _is_placed(clue):
        return {}
    before = [frozenset(noun for start, noun in nouns if start < frame.span.start) for nouns in harmed]
    shares: dict[int, list[HarmMention]] = {}
    for harm in frame.harms:
        nouns = next((n for n in _read_meant(clue, harm, text) if any(map(n.intersection, before))), frozenset())
        found = [number for number, known in enumerate(before) if nouns & known]
        if harm.status not in WHOLE or len(found) != 1:
            return {}
        shares.setdefault(found[0], []).append(harm)
    return {number: _without_scene(clue, harms) for number, harms in shares.items()}


def _read_meant(clue: Clue, harm: HarmMention, text: str) -> Iterator[frozenset[str]]:
    """Yield the words of each phrase for those of whom the telling speaks as known, nearest first.

    Where a phrase ends is not known here: any of its words may be the noun.
    """
    if harm.people is None:
        return
    yield frozenset(map(_fold, read_known(_ONE_OF.sub("", harm.people.span.of(text)))))
    if harm.people.name is not None and harm.rule.startswith(TELLING_WHO):
        before = text[clue.frame.span.start : harm.people.span.end]
        for match in reversed([*_KNOWN.finditer(before)]):
            yield frozenset(map(_fold, match["words"].lower().split()))


def _name_harmed(happening: Happening, text: str) -> Iterator[tuple[int, str]]:
    """Yield the nouns, of one, for those whom the act harmed, each behind the offset of the telling that has it."""
    for clue in happening.clues:
        for harm in clue.frame.harms:
            if harm.people is None or harm.status not in WHOLE:
                continue
            words = harm.people.span.of(text)
            nouns = (word for word in (*read_new(words), *read_known(words)) if word not in ANYONE)
            yield from ((clue.frame.span.start, _fold(noun)) for noun in nouns)


def _fold(word: str) -> str:
    """Return a noun as it is of one: "teachers" to "teacher"."""
    return _FOLDED.get(word) or (f"{word[:-3]}man" if word.endswith("men") else word.removesuffix("s"))


def _without_scene(clue: Clue, harms: Sequence[HarmMention]) -> Clue:
    """Return the telling with those harms alone, and without the days and places that its own words do not name."""
    own = clue.frame.span
    frame = replace(
        clue.frame,
        harms=tuple(harms),
        times=tuple(link for link in clue.frame.times if own.contains(link.mention.span)),
        places=tuple(link for link in clue.frame.places if own.contains(link.mention.span)),
    )
    return replace(
        clue,
        frame=frame,
        times=tuple(pair for pair in clue.times if own.contains(pair[0].mention.span)),
        places=tuple(pair for pair in clue.places if own.contains(pair[0].mention.span)),
    )


def _find_home(clue: Clue, home: int, happenings: Sequence[Happening]) -> int:
    """Return the number of the happening whose people the telling singles out; `home` where it may be its own."""
    if not _only_singles_out(clue):
        return home
    harms = [harm for harm in clue.frame.harms if harm.status in WHOLE]
    here = [member for member in happenings[home].clues if member is not clue]
    if not here or any(_tells_of_such(member, harm) for member in here for harm in harms):
        return home
    start = clue.frame.span.start
    fitting = [
        (max(member.frame.span.start for member in told), number)
        for number, happening in enumerate(happenings)
        if number != home and (told := _telling_before(happening, harms, start))
    ]
    return max(fitting)[1] if fitting else home


def _only_singles_out(clue: Clue) -> bool:
    """Whether a sentence tells who some were, and no day, place or act of its own."""
    frame = clue.frame
    if frame.block is not BlockKind.BODY or frame.other or frame.recalls or frame.specific:
        return False
    told = [harm for harm in frame.harms if harm.status in WHOLE]
    singled = all(harm.part and harm.rule.startswith(TELLING_WHO) for harm in told)
    return bool(told) and singled and not _is_placed(clue)


def _is_placed(clue: Clue) -> bool:
    """Whether a telling's own words, and not the scene that a sentence before opened, name its day or place."""
    frame = clue.frame
    placed = any(link.score >= SURE and frame.span.contains(link.mention.span) for link in frame.places)
    return placed or any(link.score >= SURE and frame.span.contains(link.mention.span) for link in frame.times)


def _telling_before(happening: Happening, harms: Sequence[HarmMention], start: int) -> list[Clue]:
    """Return the tellings of the happening before offset `start` that tell of people for each of the harms."""
    before = [clue for clue in happening.clues if clue.frame.span.start < start]
    told = all(any(_tells_of_such(clue, harm) for clue in before) for harm in harms)
    return [clue for clue in before if any(_tells_of_such(clue, harm) for harm in harms)] if told else []


def _tells_of_such(clue: Clue, harm: HarmMention) -> bool:
    """Whether the clue tells of at least so many people of the same fate, and more than who they are."""
    size = (harm.count.best or 1) if harm.count is not None else 1
    return any(
        other.status is harm.status
        and other.people is not None
        and not other.rule.startswith(TELLING_WHO)
        and (other.count is None or (other.count.best or 0) >= size)
        for other in clue.frame.harms
    )

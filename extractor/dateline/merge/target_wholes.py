"""Things that are parts of others told before, or the same by another word: trucks of a convoy, "the ship"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.frames import TargetLink
from dateline.records import Effect, TargetCategory
from dateline.relate.target_effects import PART

_CONVOY = re.compile(r"\b(?:convoys?|motorcades?|patrols?|columns?)$", re.IGNORECASE)
# What is told of a convoy's own vehicles: "one vehicle", "two of the trucks"; a "passing bus" is none of them.
_OF_CONVOY = re.compile(
    r"(?:its|their|(?:at least )?(?:an?|one|two|three|four|five|six|several|some|\d+)(?: of (?:the|its|their))?)"
    r"(?: other)?"
    r"(?: (?:escort|armou?red|patrol))? "
    r"(?:vehicles?|trucks?|jeeps?|humvees?|pick-?ups?|tankers?|lorry|lorries|cars?)",
    re.IGNORECASE,
)
# What stands in a building and is broken in it.
CONTENTS = frozenset({"equipment", "furniture", "computers", "documents", "records", "files", "cameras", "windows"})
MOVING = frozenset({TargetCategory.TRANSPORT_VEHICLE, TargetCategory.TRANSPORT_ROUTE, TargetCategory.PUBLIC_SPACE})
# What "the vehicle", "the ship" and "the plane" may be, whosever they are and of whichever kind that makes them.
_RIDDEN = re.compile(
    r"\b(?:car|vehicle|truck|van|lorry|pickup|minivan|minibus|motorcycle|motorbike|SUV|tanker|taxi|jeep|bus|coach|"
    r"ambulance|convoy|humvee)$",
    re.IGNORECASE,
)
_SAILED = re.compile(
    r"(?:ship|vessel|boat|tanker|carrier|frigate|destroyer|corvette|freighter|trawler|ferry|tug|yacht|barge|dhow|"
    r"submarine|minesweeper|craft)$",
    re.IGNORECASE,
)
_FLOWN = re.compile(r"(?:plane|jet|aircraft|airliner|helicopter|gunship|fighter|bomber)$", re.IGNORECASE)
_CRAFT = {
    "vehicle": _RIDDEN,
    "ship": _SAILED,
    "vessel": _SAILED,
    "boat": _SAILED,
    "craft": _SAILED,
    "aircraft": _FLOWN,
    "plane": _FLOWN,
    "jet": _FLOWN,
}
SHORTEST_LETTERS = 2
_OF_SEVERAL = re.compile(r"one ", re.IGNORECASE)


def find_whole(groups: Sequence[list[TargetLink]], link: TargetLink, text: str) -> list[TargetLink] | None:
    """Return the thing told before that this is of: "one vehicle" of a convoy, "equipment" of the offices stormed."""
    words = link.mention.span.of(text).lower()
    if link.effect is Effect.TAKEN:
        return None
    near = [group for group in groups if group[0].mention.category not in MOVING]
    if link.rule == PART and link.mention.owner is None and near:
        same = (group for group in near if group[0].mention.category is link.mention.category)
        return next(same, near[-1])  # "gutting the guardhouse" of the embassy
    if _OF_CONVOY.fullmatch(words):
        return next((group for group in reversed(groups) if any(_is_convoy(known, text) for known in group)), None)
    if link.effect is not None and _OF_SEVERAL.match(words) and not words.endswith("s"):
        noun = words.split()[-1]
        several = (group for group in reversed(groups) if group[0].mention.span.of(text).lower().endswith(f" {noun}s"))
        return next(several, None)  # "one cruiser was written off", of three that were rammed
    if words.split()[-1] in CONTENTS and link.effect is not None:
        return near[-1] if near else None
    return None


def find_lettered(groups: Sequence[list[TargetLink]], link: TargetLink, text: str) -> list[TargetLink] | None:
    """Return what is told again by the letters of its owner: "offices of the Bakers Union (BU)", "the BU offices"."""
    *owner, noun = link.mention.whole.of(text).split()
    for letters in owner:
        if len(letters) < SHORTEST_LETTERS or not letters.isupper():
            continue
        for group in groups:
            if any(_is_of_letters(known, letters, noun, text) for known in group):
                return group
    return None


def _is_of_letters(link: TargetLink, letters: str, noun: str, text: str) -> bool:
    """Whether the letters stand in brackets behind the thing, which is called by the same noun."""
    whole = link.mention.whole
    behind = text[whole.end : whole.end + len(letters) + 3].lstrip()[: len(letters) + 2]
    return behind[1:-1] == letters and behind[0] in "([" and noun.lower() in whole.of(text).lower().split()


def _is_convoy(link: TargetLink, text: str) -> bool:
    return _CONVOY.search(link.mention.span.of(text)) is not None


def find_craft(groups: Sequence[list[TargetLink]], noun: str, text: str) -> list[TargetLink] | None:
    """Return the last thing that "the vehicle" or "the ship" may be: "a police van", "a warship"."""
    kind = _CRAFT.get(noun)
    if kind is None:
        return None
    return next((group for group in reversed(groups) if kind.search(group[0].mention.span.of(text))), None)

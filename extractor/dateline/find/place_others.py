"""Tells names of places from those of persons, bodies, schools and streets, by what else the text says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from dateline.find.place_evidence import Surroundings
from dateline.gazetteer import PlaceKind, Toponym
from dateline.gazetteer.place_words import load_place_words
from dateline.spans import Span

# Bodies that bear a name right before their kind, which is that of a person or firm: "the Ruiz group" ...
_OWN = re.compile(
    r"\s(?:group|corporation|compan(?:y|ies)|faction|gang|cartel|clan|famil(?:y|ies)|brothers|chain|foundation)\b"
)
# ... or may be a town's: "the Avila battalion".
_BODY = re.compile(
    r"\s(?:battalion|brigade|federation|union|association|airlines?|bank|newspaper|agency|headquarters)\b"
)
# "The Ruiz assassination", "Ruiz's killers".
_DONE_TO = re.compile(
    r"['’]s?\s(?:assassination|murder|death|killing|killers?|kidnapping|abduction|arrest|capture|widow|wife|body|funeral"
    r"|relatives|bodyguards?|escort)\b"
)

# What parts the town that heads a paragraph from what is told of it, and what may stand before the town.
_HEAD_ENDS = (": ", " - ", " – ", " — ", " -- ")
_BULLETS = "*•-– "


def is_of_body(text: str, span: Span) -> bool:
    """Whether an unlisted name is that of a body, or its short form that stands in brackets elsewhere."""
    name = span.of(text)
    is_short = " " not in name and re.search(rf"[a-zA-Z]\s[(\[]{re.escape(name)}[)\]]", text) is not None
    return is_short or _BODY.match(text, span.end) is not None or _OWN.match(text, span.end) is not None


def is_owner(text: str, span: Span) -> bool:
    """Whether words follow by which the name is that of somebody: "Ruiz's assassination", "the Ruiz group"."""
    return _DONE_TO.match(text, span.end) is not None or _OWN.match(text, span.end) is not None


def has_title(text: str, span: Span) -> bool:
    """Whether the name is somewhere that of somebody with a title: "Colonel Ana Ruiz"."""
    return span.of(text) in _find_titled(text)


@lru_cache(maxsize=8)
def _find_titled(text: str) -> frozenset[str]:
    """Return the names that stand behind titles, and their parts; kept, for each name of a text is asked for."""
    found: set[str] = set()
    for match in _titles().finditer(text):
        words = match["name"].split()
        found.update(" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    return frozenset(found)


@cache
def _titles() -> re.Pattern[str]:
    """Return the pattern of a title and the name behind it."""
    words = "|".join(sorted(map(re.escape, load_place_words().title), key=len, reverse=True))
    name = r"[A-Z](?:[\w-]|['’](?!s\b))*"
    return re.compile(rf"\b(?i:{words})\.?\s(?P<name>{name}(?:\s{name}){{0,4}})")


def opens_brief(text: str, span: Span) -> bool:
    """Whether a name heads a paragraph, before a colon or dash: "DHAKA: Garment workers", "* MOSUL - A bomb"."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return text.startswith(_HEAD_ENDS, span.end) and line.strip(_BULLETS) == ""


def is_way(text: str, name: str) -> bool:
    """Whether the article prints a name as that of a street."""
    return (
        re.search(rf"\b{re.escape(name)} (?:Ave|St|Rd|Dr|Blvd|Street|Avenue|Road|Drive|Boulevard|Lane)\b", text)
        is not None
    )


def is_university(around: Surroundings, places: Sequence[Toponym], behind: str) -> bool:
    """Whether "State" makes a town or US state a university ("Ohio State"), and no region of the name is meant.

    "Washington State" and "New York State" are told from the towns so, and abroad "Borno State" is the region.
    """
    if behind != " State" or around.feature != "state":
        return False
    regions = [place for place in places if place.kind is PlaceKind.ADMIN1]
    return not any(place.country != "US" or places[0].kind is PlaceKind.LOCALITY for place in regions)

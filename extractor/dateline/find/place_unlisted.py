"""Tells names that no gazetteer lists for towns by what stands around towns alone: "residents of", ", 12 km away"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.spans import Span

OF_DISTANCE = 5.5  # "45 km south-east of": to nothing but a place, whatever the tagger takes it for
OF_CALLING = 4.0  # evidence of words that call it a town, or tell who lives in it
OF_RAIDERS = 3.5  # evidence of what is done to towns, for a name that the tagger does not know
# "Mayna, a farming village in the Odemira district".
TOLD_AS_TOWN = re.compile(
    r",\s+an?\s+(?:[a-z][\w-]*,?\s+){0,4}?"
    r"(?P<kind>town|village|hamlet|settlement|suburb|township|city|port|commune|municipality|district|area|region)\s+"
    r"(?:in|of|within|inside|on the (?:edge|outskirts) of)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}?"
    r"(?:[A-Z][\w-]+['’]s\s+)?"
)
# "Avdiivka, a town near Donetsk", "Merefa, a town 30 km south of Kharkiv", "Mweso, a village held by the rebels".
CALLED_TOWN = re.compile(
    r",\s+an?\s+(?:[a-z][\w-]*,?\s+){0,4}?(?P<kind>town|village|hamlet|settlement|suburb|township|city)\s+"
    r"(?:near|outside|close\sto|just|some|about|around|north|south|east|west|held|controlled|under|that|which|where|\d"
    r"|on|along|by|bordering|across|at)"
)
HEADED = re.compile(
    r"\b(?:mayor|prefect|sheriff|alderman|burgomaster|police chief|residents|villagers|inhabitants)\s+of\s+$",
    re.IGNORECASE,
)
# ", 12 km away", ", about 20 miles north of": behind nothing but a place.
_AWAY = re.compile(
    r",?\s\(?(?:(?:about|some|around|roughly|just|nearly|almost|only|less than|more than)\s){0,2}\d[\d.,]*\s?"
    r"(?:km|kilomet(?:er|re)s?|miles?|mi)\s(?:away|from|off|inland|outside|(?:to\s)?(?:the\s)?(?:north|south|east|west))"
)
# What troops and raiders do to towns, and hardly to persons.
_OVERRUN = re.compile(
    r"\b(?:raid(?:ed|ing)|overr[au]n(?:ning)?|besieg(?:ed|ing)|shell(?:ed|ing)|bombard(?:ed|ing)|pound(?:ed|ing)"
    r"|recaptur(?:ed|ing)|retook|retaken|raz(?:ed|ing)|(?:storm|march|mov|advanc|push|pour|sw[ea]pt?|burst|rode|drove|ride"
    r"|driv|cross|thrust)(?:ed|ing|e)?\sinto)\s+$"
)


def weigh_unlisted(text: str, span: Span, left: str, *, alone: bool, label: str) -> float:
    """Return the evidence that a name which no gazetteer lists is a town's, 0 without any.

    Args:
        text: the article's text.
        span: the name.
        left: the sentence up to the name.
        alone: whether no capitalised word stands right before or behind it.
        label: what the tagger takes it for, "" for nothing.
    """
    if is_told_as_town(text, span.end):
        return OF_CALLING
    if _AWAY.match(text, span.end) is not None:
        return OF_DISTANCE
    if not alone:
        return 0.0
    if HEADED.search(left) is not None:
        return OF_CALLING
    return OF_RAIDERS if not label and _OVERRUN.search(left) is not None else 0.0


def is_told_as_town(text: str, end: int) -> bool:
    """Whether the words behind a name call it a town: ", a village in the Odemira area", ", a town near Donetsk"."""
    return TOLD_AS_TOWN.match(text, end) is not None or CALLED_TOWN.match(text, end) is not None

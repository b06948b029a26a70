"""Finds street addresses and numbered roads: sites without a name of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of
from dateline.find.place_chunks import tokens_of
from dateline.find.place_evidence import find_lead
from dateline.mentions import PlaceMention
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

CORNER = "place.corner"  # rule of two streets that meet
WAY = "place.way"  # rule of a street without a number
_WAY = (
    r"(?:(?:Street|Avenue|Road|Drive|Lane|Boulevard|Court|Place|Way|Circle|Terrace|Parkway|Highway|Trail|Pike|Square|Row|"
    r"Freeway|Expressway|Turnpike|Loop|Alley|Crescent)\b|(?:St|Ave|Rd|Dr|Ln|Blvd|Ct|Pl|Cir|Pkwy|Hwy)\b\.?)"
)
_KIND = r"(?:Street|Avenue|Road|Drive|Lane|Boulevard|Court|Parkway|Highway|Terrace)\b"
_WAYS = (
    r"(?:(?:[Ss]treets|[Aa]venues|[Rr]oads|[Dd]rives|[Ll]anes|[Bb]oulevards|[Ww]ays|[Cc]ourts)\b|(?:Sts|Aves|Rds)\b\.?)"
)
_HAS_WAY = re.compile(r"\b(?:St|Ave|Rd|Dr|Ln|Blvd|Ct|Pl|Cir|Pkwy|Hwy|[Cc]orner|[Ii]ntersection)\b|" + _WAYS)
_WORD = r"(?:[A-Z][\w’'-]*(?:(?<![a-z]{3})\.)?|\d{1,3}(?:st|nd|rd|th))"
_NTH = r"(?:\d{1,3}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)"
_SIDE = r"(?:\s(?:North|South|East|West)(?:east|west)?)"
_POINT = r"(?:[NSEW]\.?|(?:North|South|East|West)(?:east|west)?)"
_SAINTED = r"(?:Fort|Port|Lake|Mount|Bay|Point|Pointe|Cape|Sault|Isle)"  # "at Fort St. John"
_CORNER = rf"{_WORD}(?:\s{_WORD})?(?:\s{_WAY})?"
_NUMBERED = (
    r"(?:(?:State |County |National |U\.S\. |US )?(?:Highway|Route|Road|Hwy)|Interstate|Autopista|Motorway|Farm Road)"
)
_ROAD = rf"{_NUMBERED} \d{{1,4}}\b"
_BLOCK = (
    rf"(?:\b\d[\d-]*\s+)?\bblock (?:of )?(?:(?:{_POINT}\s)?{_ROAD}|(?:{_POINT}\s)?(?:{_WORD}\s){{1,4}}?{_WAY}{_SIDE}?)"
    rf"|(?:\b\d[\d-]*\s+)?\bblock of (?:{_POINT}\s(?=[A-Z\d]))?{_WORD}{_SIDE}?"
)
_PART = rf"(?:{_POINT}\s)?{_WORD}(?:\s{_WORD})?"
# "At Fifth and Main": streets where the article names others with their kind.
_CROSSING = re.compile(
    rf"(?<=\b(?:at|of) ){_PART} (?:and|&) {_PART}(?!\s[A-Z])|(?<=\bnear ){_PART} (?:and|&) {_PART}(?!\s[A-Z])"
)
# "On East Sprague Avenue": without its side the street would be another.
_SIDED = re.compile(rf"(?<=\b(?:on|at|in|of) ){_POINT} (?:{_WORD} ){{1,2}}{_KIND}(?!\s[A-Z])")
_POST = r" [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
# Rule, feature, what stands in every match, pattern.
_PATTERNS = (
    ("place.block", "block", "block ", _BLOCK),
    ("place.address", "street", "", rf"\b\d{{1,5}}(?:-\d+)? (?:{_WORD} ){{1,3}}{_WAY}"),
    ("place.street", "street", "", rf"\b{_NTH} {_WAY}"),
    (CORNER, "corner", " of ", rf"\b(?:[Cc]orner|[Ii]ntersection) of {_CORNER} and {_CORNER}(?:\s{_WAYS})?"),
    (CORNER, "corner", "", rf"\b{_PART} (?:and|&) {_PART} {_WAYS}"),
    (WAY, "street", "", rf"\b{_PART} (?:Ave|Blvd|Rd|Ln|Pkwy|Hwy|Cir)\b\.?"),
    (WAY, "street", "", rf"(?<=\b(?:on|at|in|of) )(?!{_SAINTED} St\b){_PART} (?:St|Dr|Ct|Pl)\b\.?(?!\s[A-Z])"),
    ("place.base", "base", " Base ", rf"\b(?:Forward Operating|Combat Operating|Fire Support|Fire|Patrol) Base{_POST}"),
    ("place.base", "outpost", "Outpost ", rf"\b(?:Combat|Observation|Police|Border) Outpost{_POST}"),
    (
        "place.numbered",
        "district",
        "",
        r"\b(?:[A-Z]{1,3}-?\d{1,3}|Kilo \d{1,3}) (?:neighbou?rhood|district|quarter|suburb)\b",
    ),
    (
        "place.numbered",
        "junction",
        "",
        r"\b[A-Z]{1,3}-?\d{1,3} (?:junction|checkpoint|roundabout|crossroads|intersection)\b",
    ),
    (
        "place.road",
        "highway",
        "",
        rf"\b{_ROAD}|\b(?:I|US|SR)-\d{{1,4}}\b|\bU\.S\. (?:Highway |Route )?\d{{1,3}}\b",
    ),
)
HOME = "place.home"  # rule of the address of somebody named, which tells where he lives
_OF_PERSON = re.compile(
    r"(?:[A-Z][\w.]+,\s(?:aged\s)?\d{1,2},?|[A-Z][\w.’'-]+ [A-Z][\w.’'-]+,)"
    r"\s(?:(?:both\s|all\s)?of|from|who\s(?:lives?|lived|resides?|resided)\s(?:at|in|on))\s(?:the\s)?(?:\d+\s)?$"
    r"|\b(?:home\saddress|whose\saddress|listed\saddress|last\sknown\saddress)\s(?:is|was|of|as|at)?\s?(?:the\s)?$"
)
_TOWN_BEHIND = re.compile(r",?\s(?:in\s|of\s)?")
CAPITAL = "place.capital"  # rule of "the capital", printed without its name
UNLISTED = "place.pattern"  # rule of a place that no gazetteer lists
WIDE = "place.wide"  # rule of a part of the world: "West Africa"
HERE = "place.here"  # rule of "this city", "here today": the town of the dateline
_LED = (
    r"(?P<lead>\b[Ii]n|\b[Nn]ear|\b[Oo]utside|\b[Aa]round|\b[Aa]cross"
    r"|(?:streets|cent(?:er|re)|outskirts|suburbs?|neighbou?rhoods?|parts?|sections?"
    r"|(?:north|south|east|west)\w*) of)\s+"
)
_CAPITAL = re.compile(
    rf"{_LED}(?P<name>the\s+(?:nation[’']s\s+|country[’']s\s+|[A-Z][a-z]+\s+)?capital(?:\s+city\b)?)"
    r"(?!\s+(?:city\s+)?(?:of|[A-Z]|murder|punishment|crime|gains|letters|region|cit))"
    r"(?!,\s+[A-Z][\w-]+(?:[ ,.]|\s[A-Z]\w+,))"  # its name follows
)
_HERE = re.compile(
    rf"{_LED}(?P<name>this\s+(?:[a-z]+\s+){{0,2}}(?:[A-Z][a-z]+\s+){{0,2}}"
    r"(?:capital|city|town|village|municipality|port|suburb|township)(?:\s+city)?)\b"
    r"|(?<!\bcourt\s)(?<!\bjudge\s)(?<!\bpolice\s)(?<!\bofficials\s)(?<!\breporters\s)\b(?P<here>here)"
    r"(?=\s+(?:(?:early|late)\s+)?(?:today|yesterday|tonight|this\s+(?:morning|afternoon|evening)"
    r"|last\s+night|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_COMPILED = tuple((rule, feature, sign, re.compile(pattern)) for rule, feature, sign, pattern in _PATTERNS)


def find_addresses(doc: Doc) -> Iterator[PlaceMention]:
    """Yield street addresses, blocks, corners and numbered roads; none overlaps another."""
    text = text_of(doc)
    taken: list[Span] = []
    has_way = _HAS_WAY.search(text) is not None
    for rule, feature, sign, pattern in (*_COMPILED, (WAY, "street", "", _SIDED), (CORNER, "corner", "", _CROSSING)):
        if pattern is _CROSSING and not taken:
            return
        if rule in (CORNER, WAY) and pattern not in (_SIDED, _CROSSING) and not has_way:
            continue  # the patterns that begin with any capital are slow
        for match in pattern.finditer(text) if sign in text else ():
            span = Span(match.start(), match.end())
            tokens = tokens_of(doc, span)
            if any(span.overlaps(other) for other in taken) or not tokens or tokens[0].sent.end_char < span.end:
                continue
            if pattern is _CROSSING and tokens[0].ent_type_ == tokens[-1].ent_type_ == "GPE":
                continue  # "near Homs and Hama"
            taken.append(span)
            sentence = tokens[0].sent.start_char
            yield PlaceMention(
                span=span,
                head=tokens.root.i,
                rule=HOME if _OF_PERSON.search(text, sentence, span.start) else rule,
                name=span.of(text),
                relation=find_lead(text[sentence : span.start]),
                feature=feature,
                site=True,
            )


def find_home_towns(mentions: Sequence[PlaceMention], text: str) -> frozenset[Span]:
    """Return the towns printed behind the address where somebody lives: "of the 300 block of Elm Street in Dover"."""
    homes = {mention.span.end for mention in mentions if mention.rule == HOME}
    return frozenset(
        mention.span
        for mention in mentions
        if any(_TOWN_BEHIND.fullmatch(text, end, mention.span.start) for end in homes if end < mention.span.start)
    )


def find_capitals(doc: Doc) -> Iterator[PlaceMention]:
    """Yield "the capital" where the text tells what happened there and prints no name."""
    text = text_of(doc)
    if "capital" not in text:
        return  # as in most; the pattern is slow where it does not match
    for match in _CAPITAL.finditer(text):
        yield from _read_unnamed(doc, Span(*match.span("name")), CAPITAL, match["lead"])


def find_here(doc: Doc) -> Iterator[PlaceMention]:
    """Yield the words by which a report with a dateline tells that something happened in the dateline's town."""
    for match in _HERE.finditer(text_of(doc)):
        name = "name" if match["here"] is None else "here"
        yield from _read_unnamed(doc, Span(*match.span(name)), HERE, match["lead"] or "in")


def _read_unnamed(doc: Doc, span: Span, rule: str, lead: str) -> Iterator[PlaceMention]:
    """Yield the words as a place, if they stand in one sentence, with the last word that leads to them."""
    tokens = tokens_of(doc, span)
    if tokens and tokens[0].sent.end_char >= span.end:
        yield PlaceMention(
            span=span,
            head=tokens.root.i,
            rule=rule,
            name=span.of(text_of(doc)),
            relation=lead.lower().split(" ")[-1],
        )

"""Reads idioms that say outright that nobody came to harm: "without injuring anyone", "no lives were lost"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.analysis.texts import offsets_of
from dateline.mentions import HarmMention
from dateline.records import VictimStatus, exactly
from dateline.relate.harm_context import find_source, is_unreal
from dateline.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.relate.harm_people import People

_ANYONE = r"(?:any(?:one|body)|any (?:people|persons?|civilians?))\b"
_HARMING = r"kill(?:ed|ing)?|hurt(?:ing)?|harm(?:ed|ing)?|injur(?:e|ed|ing)|wound(?:ed|ing)?"
_LOSSES = r"casualties|victims|deaths|fatalities|injuries"
# Each names what did not come about as "harm", and what came with it as "more".
IDIOMS = (
    re.compile(
        rf"\b(?:not|n['’]t|without) (?:\w+ly )?(?P<harm>{_HARMING})(?: (?:or|and|nor) (?P<more>{_HARMING}))? {_ANYONE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:not|n['’]t) (?:cause|result in|lead to|produce|leave) any (?P<harm>{_LOSSES})"
        rf"(?: (?:or|and) (?P<more>{_LOSSES}))?\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bno-one (?:was|were|is|has been|had been) (?:\w+ )??(?P<harm>killed|hurt|harmed|injured|wounded)"
        r"(?: (?:or|and|nor) (?P<more>killed|hurt|harmed|injured|wounded))?\b(?! (?:in|when|before))",
        re.IGNORECASE,
    ),
    re.compile(r"\bno (?P<harm>lives) (?:were|have been|had been) lost\b", re.IGNORECASE),
    re.compile(r"\bno (?P<harm>loss of (?:human )?lives|loss of (?:human )?life)\b", re.IGNORECASE),
)
SOMEBODY = frozenset(("he", "she", "i", "we"))
DEADLY = ("kill", "death", "fatal", "lives", "life")
GENERAL = ("hurt", "harm", "casualt", "victim")  # killing falls under these too


def find_none_hurt(people: People) -> Iterator[HarmMention]:
    """Yield the harms, each counting nobody, that the idioms deny."""
    offsets = offsets_of(people.doc)
    for idiom in IDIOMS:
        for match in idiom.finditer(people.text):
            index = bisect_left(offsets, match.start("harm"))
            if index == len(offsets):
                continue
            token = people.doc[index]
            if is_unreal(token) or _is_plea(token):
                continue
            for status in _fates(match):
                yield HarmMention(
                    span=Span(match.start(), match.end()),
                    head=token.i,
                    rule="harm.none.idiom",
                    people=None,
                    status=status,
                    count=exactly(0),
                    by=find_source(token, ()),
                )


def _is_plea(verb: Token) -> bool:
    """Whether somebody says what he did not do: "he said he did not kill anyone"."""
    return any(child.dep_ == "nsubj" and child.lower_ in SOMEBODY for child in verb.lefts)


def _fates(match: re.Match[str]) -> list[VictimStatus]:
    """Return what befell nobody: both fates for a word that takes in both."""
    words = " ".join(word.lower() for word in match.groupdict().values() if word)
    dead = any(stem in words for stem in (*DEADLY, *GENERAL))
    hurt = any(stem in words for stem in ("injur", "wound", *GENERAL))
    told = {VictimStatus.KILLED: dead, VictimStatus.INJURED: hurt}
    return [status for status, here in told.items() if here]

"""Tells teams and goods that bear the name of a place: "Real Madrid", "Brazil beat England", "Bordeaux wine"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer
    from dateline.spans import Span

# First words of clubs, before their town: no other body is called so.
_CLUB = re.compile(
    r"\b(?:Real|Atl[eé]tico|Inter|AC|AS|FC|AFC|SC|FK|Bayern|Borussia|Dynamo|Dinamo|Spartak|Lokomotiv|CSKA|Zenit|Torpedo"
    r"|Shakhtar|Metalist|Legia|Lech|Wis[lł]a|Sparta|Slavia|Partizan|Red Star|Crvena Zvezda|Steaua|Levski|Hapoel|Maccabi"
    r"|Beitar|Bnei|Rapid|Sporting|Olympique|Deportivo|Fortuna|Hertha|Eintracht|Werder|Bayer|RB|Racing|Stade|Panathinaikos"
    r"|Besiktas|Al-Ahly|Al Ahly|Persija|Kaizer)\s\Z"
)
_WON = (
    r"(?:beats?|beating|defeat(?:s|ed)|thrash(?:es|ed)|edged|trounced|hammered|stunned|outplayed|face[ds]?|hosted"
    r"|drew with|dr[ae]w against|lost to|loses? to|won against|play(?:s|ed) (?:against )?)"
)
_SIDE = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
_WINS = re.compile(rf"\s{_WON}\s(?:the\s)?(?P<other>{_SIDE})")
_LOSES = re.compile(rf"(?:\b(?P<the>[Tt]he)\s)?\b(?P<other>{_SIDE})\s{_WON}\s\Z")
_SCORE = re.compile(r"\s(?:by\s)?\d{1,3}[-–]\d{1,3}\b")
# "The match against Poland", "a 2-1 victory over Boston", "Lincoln City fans", "supporters of Derby County".
_PLAYED = re.compile(
    r"\b(?:match|game|fixture|friendly|derby|qualifier|semi-?final|quarter-?final|cup tie"
    r"|\d[-–]\d (?:win|draw|defeat|victory|loss)) (?:against|with|over|versus|vs?\.?|to) \Z"
    r"|\b(?:supporters|fans|followers|players|captain"
    r"|goalkeeper|striker|midfielder) of \Z"
)
_FANS = re.compile(
    r"\s(?:fans?|supporters?|ultras|striker|goalkeeper|midfielder|defender|winger|forward|scout|coach|jersey|shirt)\b"
    r"(?!\s(?:bus|of the police))"
)
# What is sold under the name of the place that it was first made in.
_GOODS = re.compile(
    r"\s(?:wines?|boots?|cheese|ham|hats?|whisky|whiskey|beer|ale|rum|gin|tea|coffee|lace|rugs?|sausages?|pudding|sauce"
    r"|mustard|marmalade|porcelain|tweed|terriers?|chocolates?|vodka|brandy|sherry|steak|pasties|pasty)\b(?!\s(?:market"
    r"|shop|factory|plant|plantation|farm|estate|warehouse (?:in|near)))"
)
_THERE = re.compile(r"\b(?:in|near|at|outside|around)\s(?:the\s)?\Z")
REACH = 60  # code points before a name that are looked at


def is_team_or_goods(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether the name at `span` is that of a side that plays, or the first part of the name of goods."""
    left = text[max(0, span.start - REACH) : span.start]
    if _CLUB.search(left) or _PLAYED.search(left):
        return True
    if not _THERE.search(left) and (_GOODS.match(text, span.end) or _FANS.match(text, span.end)):
        return True
    wins, loses = _WINS.match(text, span.end), _LOSES.search(left)
    if wins is not None:
        return _is_side(wins["other"], gazetteer)
    if loses is None:
        return False
    plural = loses["the"] is not None and loses["other"].endswith("s")
    return plural or _is_side(loses["other"], gazetteer) or _SCORE.match(text, span.end) is not None


def _is_side(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name, or what its first word leaves, is that of a place: police beat persons, sides beat sides."""
    return gazetteer.knows(name) or gazetteer.knows(name.split(" ", maxsplit=1)[0])

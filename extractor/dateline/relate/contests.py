"""Tells the victories of sport, prizes and elections, which borrow the words of violence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

BEATING = frozenset({"beat", "beats", "beating", "beaten"})
# fmt: off
PRIZES = frozenset((
    "prize", "prizes", "award", "awards", "title", "titles", "trophy", "championship", "championships", "medal",
    "oscar", "oscars", "grammy", "grammys", "nomination", "semi-final", "semi-finals", "semifinal", "semifinals",
    "quarter-final", "quarter-finals", "quarterfinal", "quarterfinals", "playoff", "playoffs",
))
GAMES = frozenset((
    "match", "game", "final", "set", "sets", "round", "heat", "tie", "derby", "tournament", "race", "rally", "frame",
    "tiebreak", "tie-break", "shoot-out", "shootout", "overtime",
))
# Other verbs for victory; only a score beside them tells one.
WINNING = frozenset((
    "shot", "shoot", "shooting", "sank", "sink", "sinking", "sunk", "crushed", "crushing", "hammered", "hammering",
    "thrashed", "thrashing", "ambushed", "ambushing", "stunned", "stunning", "destroyed", "destroying", "demolished",
    "demolishing", "bombed", "attacked", "routed", "smashed", "smashing", "killed", "blitzed", "hit", "struck",
))
# fmt: on
POINTS = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")  # "6-2", "84-79"
# Arcs from a score to the verb that it is the score of: "beat her 6-2 6-4".
SCORING = frozenset(
    {"npadvmod", "nummod", "dobj", "appos", "compound", "nmod", "advmod", "amod", "oprd", "dep", "prep"}
)


def is_contest(head: Token) -> bool:
    """Whether somebody wins over others: "beat the favourites to the prize", "beat her 6-2", "beat Spain in a game"."""
    if head.lower_ in BEATING:
        if any(token.lower_ in PRIZES for token in head.sent) or _is_in_game(head):
            return True
        return _has_score(head)
    return head.lower_ in WINNING and head.pos_ == "VERB" and _has_score(head)


def _is_in_game(verb: Token) -> bool:
    """Whether somebody is beaten in a game and by those who play it: "beat Slovakia's champion in a long match"."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return False
    return any(
        kid.lower_ in GAMES for child in verb.children if child.lower_ == "in" for kid in child.children
    ) and any(child.dep_ == "dobj" for child in verb.children)


def _has_score(verb: Token) -> bool:
    """Whether a score hangs on the verb; the number of a noun ("killed 10-15 people") is none."""
    start = verb.sent.start_char
    for found in POINTS.finditer(text_of(verb.doc)[start : verb.sent.end_char]):
        points = verb.doc.char_span(start + found.start(), start + found.end(), alignment_mode="expand")
        if points is not None and _hangs_on(points[0], verb):
            return True
    return False


def _hangs_on(points: Token, verb: Token) -> bool:
    if (
        points.dep_ in ("nummod", "compound", "amod")
        and points.head.i > points.i
        and points.head.pos_ in ("NOUN", "PROPN")
    ):
        return False
    for _ in range(4):
        if points.head.i == verb.i:
            return True
        if points.dep_ not in SCORING or (points.dep_ == "prep" and not points.like_num):
            return False
        points = points.head
    return False

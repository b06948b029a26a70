"""Mends what the parser makes of a day that opens a clause without a comma: "the next day robbers shot a guard".

It takes the day for a part of the doer's name, the "next day robbers", as of "Friday prayers".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import SUBJECTS, WEEKDAYS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTS = frozenset(("day", "night", "morning", "evening", "afternoon", "week", "weekend", "month", "year"))
BARE = frozenset((*WEEKDAYS, "yesterday", "today", "tonight", "overnight"))
ORDERED = frozenset(("next", "following", "same", "previous", "first", "second", "third", "that", "this", "last"))
NEAR = frozenset(("early", "late", "earlier", "later"))
# What is held, printed or done on a day bears its name: "Friday prayers", "Monday clashes"; who acts on it does not.
DOERS = frozenset((
    "rebels", "militants", "insurgents", "fighters", "troops", "soldiers", "police", "protesters", "raiders", "robbers",
    "bandits", "attackers", "assailants", "extremists", "separatists", "guerrillas", "guerillas", "terrorists",
    "villagers", "residents", "demonstrators", "kidnappers", "pirates", "thieves", "thugs", "youths", "students",
    "settlers", "forces", "militias", "militiamen", "commandos", "paramilitaries", "jihadists", "islamists", "mobs",
    "officers", "officials", "authorities", "prosecutors", "workers", "farmers", "herders", "relatives", "witnesses",
    "jets", "warplanes", "planes", "aircraft", "drones", "helicopters", "tanks", "rockets", "missiles", "shells",
))  # fmt: skip


def _mend(day: Token) -> None:
    """Hang the day, and what tells which, on the verb of the noun that it was taken for a part of."""
    noun = day.head
    if day.dep_ not in ("compound", "amod", "nmod") or noun.i <= day.i or noun.dep_ not in SUBJECTS:
        return
    if not (noun.tag_ == "NNS" or noun.lower_ in DOERS):
        return
    ordered = [child for child in noun.lefts if child.i < day.i]  # "the", that the parser gives to the noun
    near = any(child.lower_ in NEAR for child in (*day.lefts, *ordered))
    if day.lower_ in PARTS:
        which = {child.lower_ for child in (*day.lefts, *ordered)}
        if not (which & ORDERED or any(child.lower_ in BARE for child in day.lefts)):
            return
    elif ordered and not all(child.lower_ in NEAR for child in ordered):
        return  # "the Sunday markets"
    elif not near and not (noun.left_edge.i == _first(day) and _acts(noun)):
        return  # "Friday prayers"
    for child in ordered:
        child.head = day
    day.head, day.dep_ = noun.head, "npadvmod"


def _acts(noun: Token) -> bool:
    return noun.lower_ in DOERS or noun.lower_.endswith("men")


def _first(day: Token) -> int:
    """Return the number of the word that opens the sentence, past a dateline and a quotation mark."""
    start: int = day.sent.start
    for token in reversed([*day.doc[start : day.i]]):
        if token.is_punct or token.is_space:
            start = token.i + 1
            break
    return start


DAY_OPENERS = WordMend((*PARTS, *BARE), _mend)

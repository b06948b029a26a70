"""Tells a strike or a march that came to nothing from one that was ended: "averted", "called off after ten days"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.relate.clauses import auxiliaries, load_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
# What is done with a strike or a march that is still to come, and with one that goes on only where it is told so.
SHELVING = frozenset((
    "averted", "avert", "averting", "shelved", "shelve", "shelving", "cancelled", "canceled", "cancel",
    "cancelling", "canceling", "scrapped", "scrap", "spared", "avoided", "avoid", "avoiding", "postponed",
    "postpone", "deferred", "defer", "dropped", "withdrawn", "withdrew", "withdraw",
))
# fmt: on
FAILING = frozenset({"failed", "fails"})
# fmt: off
HAPPENING = frozenset((
    "go", "went", "take", "took", "happen", "happened", "materialise", "materialised", "materialize", "materialized",
))
# fmt: on
PARTS = {"go": "ahead", "went": "ahead", "take": "place", "took": "place"}  # without which the verb tells nothing of it
CALLED = frozenset({"call", "calls", "called", "calling"})
BEGINNING = frozenset(("start", "begin", "commence", "started", "began", "begun", "commenced", "starting", "beginning"))
BEGUN = frozenset(("began", "begun", "started", "launched", "embarked", "entered", "walked", "went", "gone", "staged"))
UNDERGONE = frozenset({"dobj", "nsubjpass", "dative", "oprd"})
UNITS = frozenset(
    f"{unit}{plural}" for unit in ("hour", "day", "night", "week", "month", "year") for plural in ("", "s")
)
# One of a few hours or days may be one that was to come: "a two-day strike was called off".
LASTING = re.compile(
    r"^(?!one-|two-|three-|[123]-|\d+-hour)[\w-]+-(?:day|night|week|month|year)(?:-(?:old|long))?$|^(?:week|month|year)s?-?long$"
    r"|-(?:week|month|year)(?:-(?:old|long))?$"
)


def is_shelved(act: Token) -> bool | None:
    """Whether the strike or march at `act` came to nothing; None where no word says what became of it.

    "The strike was averted" did; "the ten-day strike was called off" and "they called off their sit-in after a week"
    ended what there was.
    """
    if any(child.dep_ == "relcl" and _would_have(child) for child in act.children):
        return True
    if act.dep_ == "nsubj" and _came_to_nothing(act.head):
        return True
    verb = act.head
    off = verb.lower_ in CALLED and any(child.lower_ == "off" for child in verb.children)
    if act.dep_ in UNDERGONE and any(map(_is_before_start, verb.subtree)):
        return True
    if act.dep_ not in UNDERGONE or not (off or verb.lower_ in SHELVING):
        return None
    if any(map(_tells_start, (*verb.children, *act.subtree))):
        return False
    return not (_has_lasted(act) or any(_is_after_while(child) for child in (*verb.children, *act.children)))


def _is_before_start(word: Token) -> bool:
    """Whether it opens what says that it had not begun: "suspended the strike hours before it was to start"."""
    if word.lower_ != "before":
        return False
    clause = word.head if word.dep_ == "mark" else word
    return any(token.lower_ in BEGINNING for token in clause.subtree)


def _tells_start(clause: Token) -> bool:
    """Whether a clause says when it began: "the strike they had launched on Monday", "a day after it began"."""
    if clause.dep_ == "npadvmod":  # "a day (after it began)"
        return any(_tells_start(child) for child in clause.children)
    if clause.dep_ not in ("relcl", "advcl", "acl") or clause.lower_ not in BEGUN:
        return False
    marks = {child.lower_ for child in clause.lefts if child.dep_ == "mark"}
    return clause.dep_ != "advcl" or "after" in marks or "since" in marks


def _came_to_nothing(verb: Token) -> bool:
    """Whether the verb tells of a plan that came to nothing: "did not go ahead", "failed to materialise"."""
    words = {child.lower_ for child in verb.children}
    if verb.lower_ == "fell":
        return "through" in words
    if verb.lower_ in FAILING:
        return any(child.dep_ == "xcomp" and child.lower_ in HAPPENING for child in verb.children)
    going = verb.lower_ not in PARTS or PARTS[verb.lower_] in words
    return verb.lower_ in HAPPENING and going and any(child.dep_ == "neg" for child in verb.children)


def _would_have(clause: Token) -> bool:
    """Whether the clause tells what did not come: "that would have halted trains"."""
    return "have" in auxiliaries(clause) and bool(set(auxiliaries(clause)) & load_cues("modal"))


def _has_lasted(act: Token) -> bool:
    """Whether the words say how long it went on: "nine-day", "week-long"."""
    words = [word for child in act.lefts if child.dep_ in ("amod", "compound", "nummod") for word in child.subtree]
    text = "".join(word.text_with_ws for word in words).strip().lower()
    return any(LASTING.search(part) for part in text.split()) and not any(
        child.lower_ in load_cues("pending") for child in act.lefts
    )


def _is_after_while(prep: Token) -> bool:
    """Whether it opens how long it went on: "after ten days"."""
    if prep.lower_ not in ("after", "following") or prep.dep_ != "prep":
        return False
    return any(kid.lower_ in UNITS for kid in prep.children)

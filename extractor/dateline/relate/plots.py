"""Tells acts that were stopped before they came about: plots that were foiled, bombers caught on their way."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.relate.clauses import auxiliaries, is_negated, load_cues, path_up
from dateline.relate.threats import aims_at_one

if TYPE_CHECKING:
    from spacy.tokens import Token

# Over an act, these say that it was still to come.
PLANNING = frozenset({
    "planning", "planned", "plan", "plans", "plotting", "plotted", "plot", "plots", "preparing", "prepared",
    "conspiracy", "conspired",
    "conspiring", "intending", "intended", "way", "about", "wanted", "hoped", "scheming", "scheme",
    "poised",
    "ready", "trying", "preparations",
})  # fmt: skip
# Around a plan, these say that whoever made it was kept from it.
CAUGHT = re.compile(
    r"""\b(?:arrest(?:ed|s|ing)?|detain(?:ed|s|ing)|held|jailed|convicted|sentenced|charged|caught|captured|stopped|foil(?:ed|s|ing)
    |thwart(?:ed|s|ing)|prevent(?:ed|s|ing)|disrupt(?:ed|s|ing)|broken?\sup|breaking\sup|dismantl(?:ed|es|ing)|bust(?:ed|s)
    |uncover(?:ed|s|ing)|smashed|overpowered|intercept(?:ed|s|ing)|guilty|indicted|remanded|custody|nabbed|neutrali[sz]ed)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# What somebody did not come to do: "was shot dead before he could enter the church".
BEFORE = re.compile(
    r"""\bbefore\s(?:(?:he|she|they|it|the\s\w+|any\sof\sthem|anyone)\s(?:could|was\sable|were\sable|managed|had\sa\schance|reached|hit)
    |(?:reaching|hitting|entering|detonating|exploding)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
# "Blew himself up at a checkpoint before he could reach the market" was done all the same.
WENT_OFF = re.compile(r"\b(?:blew|exploded|detonated|went\soff|ignited|opened\sfire|burst\sinto)\b", re.IGNORECASE)
PAST = frozenset({"VBD", "VBN"})
ARTICLES = frozenset({"a", "an", "the", "another"})
STEPS = 4  # governors looked at above an act


def is_stopped_plot(act: Token) -> bool:
    """Whether the act was planned at somebody or something told apart, and the planners were caught.

    "Arrested two men who were planning to bomb a hotel", "had prevented an attack on the barracks".
    """
    if act.pos_ == "NOUN" and _is_prevented(act):
        return True
    if act.tag_ in ("NNS", "NNPS"):
        return False  # "charged with planning attacks on offices": a trade
    planned = any(token.lower_ in PLANNING for token in _above(act))
    return planned and aims_at_one(act) and CAUGHT.search(act.sent.text) is not None


def is_cut_short(act: Token) -> bool:
    """Whether its sentence says what those who would do it were stopped before they did."""
    return _tells_cutting_short(act.sent.text)


@lru_cache(maxsize=256)
def _tells_cutting_short(sentence: str) -> bool:
    return BEFORE.search(sentence) is not None and WENT_OFF.search(sentence) is None


def _above(act: Token) -> list[Token]:
    """Return the nearest governors of an act, none of them a word of saying."""
    above: list[Token] = []
    for token in path_up(act):
        if token.i == act.i:
            continue
        if len(above) == STEPS or token.lower_ in load_cues("speech"):
            break
        above.append(token)
        # "Was on his way to carry out": the way hangs beside the act.
        if token.pos_ == "AUX":
            above += [kid for child in token.children if child.lower_ == "on" for kid in child.children]
    return above


def _is_prevented(act: Token) -> bool:
    """Whether forces are told to have stopped one act, not acts of a kind: "prevented an attack on a depot"."""
    if act.tag_ != "NN" or not any(child.dep_ == "det" and child.lower_ in ARTICLES for child in act.lefts):
        return False
    verb = act.head
    if act.dep_ not in ("dobj", "nsubjpass") or verb.lower_ not in load_cues("foil") or is_negated(verb):
        return False
    return verb.tag_ in PAST and not set(auxiliaries(verb)) & load_cues("modal")

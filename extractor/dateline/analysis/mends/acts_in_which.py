"""Mends what the parser makes of "in which" behind an act: "a raid on a post in Hakkari on Monday in which two died".

It hangs the clause on the day, the town or the thing hit, whichever stands right before it. So it does with what an
act did: "an attack on a school in Kabul that killed 20".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
ACTS = frozenset((
    "attack", "attacks", "raid", "raids", "bombing", "bombings", "blast", "blasts", "explosion", "explosions",
    "shooting", "shootings", "strike", "strikes", "airstrike", "airstrikes", "clash", "clashes", "ambush", "incident",
    "incidents", "assault", "shelling", "riot", "riots", "protest", "protests", "massacre", "operation", "battle",
    "gunfight", "shootout", "stabbing", "robbery", "violence", "crash", "accident", "fire", "stampede", "siege",
))
# fmt: on
SETTINGS = frozenset(("GPE", "LOC", "FAC", "DATE", "TIME", "NORP", "ORG"))
DEADLY = frozenset(("killed", "injured", "wounded", "left", "claimed"))
# Before what an act hit, or who did it, or where it was.
BESIDE = frozenset(("on", "in", "at", "near", "off", "against", "by", "outside", "inside"))
REACH = 14  # words between the act and the clause


def _mend(which: Token) -> None:
    """Hang the clause on the nearest act before it, where it hangs on a name of a place or a time."""
    if which.dep_ == "nsubj":
        _mend_deadly(which)
        return
    prep = which.head
    if which.dep_ != "pobj" or prep.lower_ not in ("in", "during") or prep.i != which.i - 1:
        return
    verb = prep.head
    noun = verb.head
    if verb.dep_ != "relcl" or noun.i >= prep.i or noun.lower_ in ACTS or not _is_setting(noun):
        return
    act = _act_before(noun)
    if act is not None:
        verb.head = act


def _mend_deadly(which: Token) -> None:
    """Hang "that killed 20" on the nearest act before it, where it hangs on what was hit, or on a name."""
    verb = which.head
    noun = verb.head
    if verb.dep_ != "relcl" or verb.lower_ not in DEADLY or noun.i >= which.i or noun.lower_ in ACTS:
        return
    if noun.ent_type_ in SETTINGS or (noun.dep_ == "pobj" and noun.head.lower_ in BESIDE):
        act = _act_before(which)
        if act is not None:
            verb.head = act


def _act_before(end: Token) -> Token | None:
    """Return the nearest word for an act before `end`, with no verb between them."""
    for index in range(end.i - 1, max(end.sent.start - 1, end.i - REACH), -1):
        word = end.doc[index]
        if word.pos_ in ("VERB", "AUX") and word.dep_ != "amod":
            return None
        if word.text in (";", ":"):
            return None
        if word.lower_ in ACTS and word.pos_ == "NOUN" and word.dep_ != "compound":
            return word
    return None


def _is_setting(noun: Token) -> bool:
    """Whether the noun is a place, a time, or a thing before such: "on a post in Hakkari"."""
    return noun.ent_type_ in SETTINGS or noun.dep_ in ("pobj", "npadvmod")


ACTS_IN_WHICH = WordMend(("which", "that"), _mend)

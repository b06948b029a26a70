"""Mends what the parser makes of "in which" behind an act: "a raid on a post in Hakkari on Monday in which two died".

It hangs the clause on the day, the town or the thing hit, whichever stands right before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTS_IN_WHICH = "dateline_acts_in_which"
# fmt: off
ACTS = frozenset((
    "attack", "attacks", "raid", "raids", "bombing", "bombings", "blast", "blasts", "explosion", "explosions",
    "shooting", "shootings", "strike", "strikes", "airstrike", "airstrikes", "clash", "clashes", "ambush", "incident",
    "incidents", "assault", "shelling", "riot", "riots", "protest", "protests", "massacre", "operation", "battle",
    "gunfight", "shootout", "stabbing", "robbery", "violence", "crash", "accident", "fire", "stampede", "siege",
))
# fmt: on
SETTINGS = frozenset(("GPE", "LOC", "FAC", "DATE", "TIME", "NORP", "ORG"))
REACH = 14  # words between the act and the clause


def _mend(which: Token) -> None:
    """Hang the clause on the nearest act before it, where it hangs on a name of a place or a time."""
    prep = which.head
    if which.dep_ != "pobj" or prep.lower_ not in ("in", "during") or prep.i != which.i - 1:
        return
    verb = prep.head
    noun = verb.head
    if verb.dep_ != "relcl" or noun.i >= prep.i or noun.lower_ in ACTS or not _is_setting(noun):
        return
    for index in range(noun.i - 1, max(noun.sent.start - 1, noun.i - REACH), -1):
        word = which.doc[index]
        if word.pos_ in ("VERB", "AUX") or word.text in (";", ":"):
            return
        if word.lower_ in ACTS and word.pos_ == "NOUN" and word.dep_ != "compound":
            verb.head = word
            return


def _is_setting(noun: Token) -> bool:
    """Whether the noun is a place, a time, or a thing before such: "on a post in Hakkari"."""
    return noun.ent_type_ in SETTINGS or noun.dep_ in ("pobj", "npadvmod")


@Language.factory(ACTS_IN_WHICH)
def make_acts_in_which(nlp: Language, name: str) -> WordMend:
    """Make the component; it wants tags and arcs."""
    return WordMend(nlp.vocab.strings, ("which",), _mend)

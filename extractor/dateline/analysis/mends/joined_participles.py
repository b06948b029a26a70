"""Mends what the parser makes of a participle behind another verb: "killing two and wounding customers Ana and Ben".

It takes "wounding" for a word that describes the customers, whom the first verb then befell; so too in "damaged a
bridge on Sunday, halting trains".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.climbs import head_of_compound
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
PARTICIPLES = (
    "killing", "wounding", "injuring", "hurting", "maiming", "abducting", "kidnapping", "seizing", "destroying",
    "damaging", "burning", "torching", "wrecking", "looting", "shattering", "capturing", "arresting", "beating",
    "halting", "stopping", "blocking", "disrupting", "closing", "forcing", "leaving", "sparking", "causing", "trapping",
    "triggering", "prompting", "blowing", "breaking", "smashing", "gutting", "derailing", "sinking",
)
# fmt: on
HANGING = frozenset(("conj", "dobj", "appos", "npadvmod", "dep"))  # how the noun hangs on what stands before
LONGEST_LIST = 6  # people or things listed before the participle


def _mend(participle: Token) -> None:
    """Make the participle a verb beside the one before it, and what it describes its object."""
    if participle.dep_ != "amod" or participle.tag_ != "VBG" or not participle.i:
        return
    joint = participle.nbor(-1).lower_
    noun = head_of_compound(participle.head)
    if joint not in ("and", ",") or noun.dep_ not in HANGING or noun.i < participle.i or _is_determined(noun):
        return
    verb = noun.head
    for _ in range(LONGEST_LIST):
        if verb.dep_ not in HANGING or verb.tag_.startswith("V"):
            break
        verb = verb.head
    # "Killing two and wounding": beside a participle; "damaged a bridge, halting trains": behind any verb.
    if verb.i > participle.i or not (verb.tag_ == "VBG" if joint == "and" else verb.tag_.startswith("V")):
        return
    words = [child for child in noun.lefts if child.i < participle.i]
    for word in words:
        word.head = verb
    participle.head, participle.dep_ = verb, "conj" if joint == "and" else "advcl"
    noun.head, noun.dep_ = participle, "dobj"


def _is_determined(noun: Token) -> bool:
    """Whether the noun has words of its own before the participle: "the burning house"."""
    return any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts)


JOINED_PARTICIPLES = WordMend(PARTICIPLES, _mend)

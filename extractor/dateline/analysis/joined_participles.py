"""Mends what the parser makes of a second participle: "killing the owner and wounding customers Ana Ruiz and Ben Cole".

It takes "wounding" for a word that describes the customers, whom the first participle then befell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.analysis.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

JOINED_PARTICIPLES = "dateline_joined_participles"
# fmt: off
PARTICIPLES = (
    "killing", "wounding", "injuring", "hurting", "maiming", "abducting", "kidnapping", "seizing", "destroying",
    "damaging", "burning", "torching", "wrecking", "looting", "shattering", "capturing", "arresting", "beating",
)
# fmt: on
LONGEST_LIST = 6  # people or things listed before the participle


def _mend(participle: Token) -> None:
    """Make the participle one of the verbs, and what it describes its object."""
    if participle.dep_ != "amod" or participle.tag_ != "VBG" or not participle.i or participle.nbor(-1).lower_ != "and":
        return
    noun = participle.head
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    if noun.dep_ != "conj" or noun.left_edge != participle.left_edge:
        return
    verb = noun.head
    for _ in range(LONGEST_LIST):
        if verb.dep_ != "conj" or verb.tag_.startswith("V"):
            break
        verb = verb.head
    verb = verb.head if verb.dep_ == "dobj" else verb
    if verb.tag_ != "VBG" or verb.i > participle.i:
        return
    participle.head, participle.dep_ = verb, "conj"
    noun.head, noun.dep_ = participle, "dobj"


@Language.factory(JOINED_PARTICIPLES)
def make_joined_participles(nlp: Language, name: str) -> WordMend:
    """Make the component; it wants tags and arcs."""
    return WordMend(nlp.vocab.strings, PARTICIPLES, _mend)

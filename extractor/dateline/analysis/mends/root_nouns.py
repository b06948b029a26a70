"""Mends what the parser makes of an act that harmed people: "Two suicide bombings killed at least 22 people in Homs".

It takes the verb for a participle that describes the bombings, and the bombings for all that the sentence says. Who
was killed has killed nobody: with people or things as its object the word is the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import NOUNS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
HARMING = (
    "killed", "wounded", "injured", "hurt", "maimed", "hit", "struck", "destroyed", "damaged", "attacked", "ambushed",
    "stormed", "bombed", "shelled", "torched", "seized", "kidnapped", "abducted",
)
# fmt: on
MEASURES = frozenset({"DATE", "TIME"})


def _mend(verb: Token) -> None:
    """Make the verb the main one, and the noun its subject."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or noun.tag_ not in NOUNS or noun.i > verb.i:
        return
    said = _saying(noun, verb)
    if noun.dep_ != "ROOT" and said is None:
        return
    if any(child.dep_ in ("aux", "auxpass", "agent", "nsubj", "nsubjpass") for child in verb.children):
        return
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    if not objects or objects[0].ent_type_ in MEASURES or any(child.lower_ == "by" for child in verb.rights):
        return
    verb.head, verb.dep_ = (verb, "ROOT") if said is None else (said, "ccomp")
    verb.tag_, verb.pos_ = "VBD", "VERB"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in [child for child in noun.rights if child.i > verb.i]:
        child.head = verb


def _saying(noun: Token, verb: Token) -> Token | None:
    """Return "said" of "Two bombings killed nine, the radio said", where the parser makes both subjects of it."""
    said = noun.head
    if noun.dep_ != "nsubj" or said.i < verb.i:
        return None
    others = (child for child in said.children if child.dep_ == "nsubj" and child.i != noun.i)
    return said if any(child.i > verb.i for child in others) else None


ROOT_NOUNS = WordMend(HARMING, _mend)

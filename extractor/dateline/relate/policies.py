"""Tells what somebody says he does as a rule from what he says he did: "says it strikes only military targets"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import auxiliaries, is_headline, is_speech

if TYPE_CHECKING:
    from spacy.tokens import Token

PRESENT = frozenset(("VBZ", "VBP", "VB"))  # the tagger may take "their men target" for the bare form
ONESELF = frozenset(("it", "they", "we", "he", "she"))
OWN = frozenset(("its", "their", "our", "his", "her"))
ALIKE = frozenset(("hit", "set", "cut", "beat", "burst", "shut", "put"))  # past and present


def is_policy(verb: Token) -> bool:
    """Whether the simple present below a word of saying tells what the speaker, or his own people, do as a rule.

    "The army says it hits only rebel positions", "say their men attack soldiers, not civilians": no deed. A headline's
    present tells what happened.
    """
    top = verb.head if verb.dep_ == "conj" else verb
    if verb.tag_ not in PRESENT or verb.lower_ in ALIKE or top.dep_ != "ccomp" or not is_speech(top.head):
        return False
    subjects = [child for child in top.lefts if child.dep_ == "nsubj"]
    own = any(s.lower_ in ONESELF or any(kid.lower_ in OWN for kid in s.lefts) for s in subjects)
    return own and not auxiliaries(verb) and not is_headline(verb)

"""Tells what somebody says he does as a rule from what he says he did: "says it strikes only military targets"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import PERFECT, auxiliaries, is_headline, is_speech
from dateline.relate.sayers import SELF, THEIRS

if TYPE_CHECKING:
    from spacy.tokens import Token

PRESENT = frozenset(("VBZ", "VBP", "VB"))  # the tagger may take "their men target" for the bare form
ONESELF = SELF | {"he", "she"}
MANY = frozenset(("several", "many", "numerous", "repeated", "frequent", "countless", "similar"))
PLACED = frozenset(("DATE", "TIME", "GPE", "LOC", "FAC"))  # labels of where and when
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
    own = any(s.lower_ in ONESELF or any(kid.lower_ in THEIRS for kid in s.lefts) for s in subjects)
    return own and not auxiliaries(verb) and not is_headline(verb)


def is_record(acts: Token) -> bool:
    """Whether the word is for what somebody has done over time: "the army, which has carried out strikes on the group".

    Not "has carried out strikes near Yola, killing nine".
    """
    verb = acts.head
    if acts.tag_ != "NNS" or acts.dep_ != "dobj" or not PERFECT & set(auxiliaries(verb)):
        return False
    if any(child.dep_ == "nummod" or child.lower_ in ("the", "these", "both") for child in acts.lefts):
        return False
    if any(child.lower_ in MANY for child in acts.lefts):
        return not any(child.dep_ == "advcl" for child in verb.rights)
    behind = [part for child in (acts, *verb.rights) for part in child.subtree if part.i > acts.i]
    placed = any(part.ent_type_ in PLACED for part in behind) and verb.dep_ != "relcl"
    return not placed and not any(child.dep_ == "advcl" for child in verb.rights)

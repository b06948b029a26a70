"""Mends what the parser makes of a verb with the means before its hyphen: "two shops were petrol-bombed".

It takes the participle for what the shops were, as in "were fire-proof".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import NOUNS, SUBJECTS, take_place
from dateline.analysis.mends.passives import BE, make_passive
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

MADE_OF = ("compound", "nmod")
DONE = ("bombed", "gunned", "knifed", "attacked", "raided", "rammed", "hijacked", "jacked", "whipped")


def _mend(verb: Token) -> None:
    """Make a passive of the participle behind a hyphen."""
    hyphened = verb.i > 1 and verb.nbor(-1).text == "-"
    if hyphened and verb.dep_ == "amod":
        _mend_active(verb)
    elif hyphened and verb.tag_ == "VBN" and verb.dep_ == "acomp" and verb.head.lower_ in BE:
        make_passive(verb)


def _mend_active(verb: Token) -> None:
    """Make a verb of one that the parser takes for a quality of its object: "a robber pistol-whipped two clerks"."""
    whom, means = verb.head, verb.nbor(-2)
    doer = next((child for child in whom.lefts if child.dep_ in MADE_OF and child.i == means.i - 1), None)
    if doer is None or doer.tag_ not in NOUNS or whom.tag_ not in NOUNS or whom.i < verb.i:
        return
    # "A pistol-whipped clerk": of who acts, and of whom, each has a word before it, or both are many.
    if not any(child.i > verb.i for child in whom.lefts) and whom.tag_ == "NN":
        return
    if any(child.dep_ in SUBJECTS for child in whom.children) or whom.dep_ not in ("ROOT", "nsubj", "ccomp"):
        return
    take_place(verb, whom)
    verb.tag_ = "VBD"
    for child in [child for child in whom.lefts if child.i < doer.i]:
        child.head = doer
    for child in [child for child in whom.rights if child.dep_ in ("prep", "punct", "cc", "conj", "npadvmod")]:
        child.head = verb
    doer.head, doer.dep_ = verb, "nsubj"
    whom.head, whom.dep_ = verb, "dobj"


HYPHENED_VERBS = WordMend(DONE, _mend)

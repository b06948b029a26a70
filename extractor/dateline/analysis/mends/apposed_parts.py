"""Mends what the parser makes of parts told between commas: "in which 22 people, most of them foreigners, were killed".

It takes the part for the subject; that is the whole before the comma, which the part only tells more of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

APPOSED_PARTS = "dateline_apposed_parts"
PARTS = frozenset(
    ("most", "many", "some", "all", "both", "several", "half", "few", "two", "three", "four", "five", "one")
)
SUBJECTS = ("nsubj", "nsubjpass")
LOOSE = ("appos", "pobj", "dep", "npadvmod", "nmod")  # how the whole then hangs on what stands before


def _mend(them: Token) -> None:
    """Make the whole the subject, and the part its apposition."""
    share = them.head.head
    if them.dep_ != "pobj" or them.head.lower_ != "of" or share.lower_ not in PARTS or share.i < them.sent.start + 2:
        return
    part, whole = share.head, share.nbor(-2)
    if share.nbor(-1).text != "," or part.dep_ not in SUBJECTS or whole.dep_ not in LOOSE or part.i < them.i:
        return
    if whole.tag_ not in ("NNS", "NNPS") or not any(child.dep_ == "nummod" for child in whole.lefts):
        return
    verb, above = part.head, whole.head
    for word in list(whole.lefts):
        if word.dep_ == "prep":  # "in which 22 people"
            word.head = verb
            if whole.dep_ == "appos" and verb.dep_ == "advcl":
                verb.head, verb.dep_ = above, "relcl"
        elif word.pos_ in ("NOUN", "PROPN") and whole.dep_ == "pobj" and any(kid.dep_ == "det" for kid in word.lefts):
            word.head, word.dep_ = above, "pobj"  # "in the raid 22 people"
    whole.head, whole.dep_ = verb, part.dep_
    part.head, part.dep_ = whole, "appos"


@Language.factory(APPOSED_PARTS)
def make_apposed_parts(nlp: Language, name: str) -> WordMend:
    """Make the component; it wants tags and arcs."""
    return WordMend(nlp.vocab.strings, ("them", "whom"), _mend)

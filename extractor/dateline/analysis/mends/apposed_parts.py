"""Mends what the parser makes of parts told between commas: "in which 22 people, most of them foreigners, were killed".

It takes the part for the subject; that is the whole before the comma, which the part only tells more of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import SUBJECTS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTS = frozenset(
    ("most", "many", "some", "all", "both", "several", "half", "few", "two", "three", "four", "five", "one")
)
LOOSE = ("appos", "pobj", "dep", "npadvmod", "nmod")  # how the whole then hangs on what stands before


def _mend(them: Token) -> None:
    """Make the whole the subject, and the part its apposition."""
    share = them.head.head
    if them.dep_ != "pobj" or them.head.lower_ != "of" or share.lower_ not in PARTS or share.i < them.sent.start + 2:
        return
    part, whole = share.head, share.nbor(-2)
    if share.nbor(-1).text != "," or part.i < them.i:
        return
    if whole.tag_ not in ("NNS", "NNPS") or not any(child.dep_ == "nummod" for child in whole.lefts):
        return
    if whole.dep_ == "relcl":
        _mend_clause(whole, part)
    elif part.dep_ in SUBJECTS and whole.dep_ in LOOSE:
        _mend_subject(whole, part)


def _mend_subject(whole: Token, part: Token) -> None:
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


def _mend_clause(whole: Token, part: Token) -> None:
    """Make the verb behind the second comma that of the clause, where the parser has made the whole its verb."""
    verb = _find_verb(part)
    leads = [word for word in whole.lefts if word.dep_ == "prep" and any(kid.lower_ == "which" for kid in word.rights)]
    if verb is None or not leads:
        return
    noun = whole.head
    if verb.dep_ == "ROOT":
        # "There was a blast in which nine people, two of them boys, died": the parser takes the last verb for the main.
        top = next((word for word in (noun, *noun.ancestors) if word.head.i == verb.i), None)
        if top is None:
            return
        top.head, top.dep_ = top, "ROOT"
    verb.head, verb.dep_ = noun, "relcl"
    for lead in leads:
        lead.head = verb
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    whole.head, whole.dep_ = verb, "nsubjpass" if passive else "nsubj"
    part.head, part.dep_ = whole, "appos"


def _find_verb(part: Token) -> Token | None:
    """Return the verb right behind the comma that closes the part, or None where there is none without a subject."""
    behind = part.right_edge.i + 1 if part.right_edge.text != "," else part.right_edge.i
    words = part.doc[behind : min(behind + 4, part.sent.end)]
    if len(words) < 2 or words[0].text != ",":
        return None
    verb = next((word for word in words if word.pos_ == "VERB"), None)
    if verb is None:
        return None
    subjects = [child.i for child in verb.lefts if child.dep_ in SUBJECTS]
    return verb if subjects in ([], [part.i]) else None


APPOSED_PARTS = WordMend(("them", "whom"), _mend)

"""Mends what the parser makes of two subjects of one verb, the first of them described.

In "in Jos, a commander, Omar Ali, and two of his men were killed" it hangs both on the verb, each as its subject, and
the later stages know one subject to a verb: the second is joined to the first here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import SUBJECTS, take_place
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

AND = "and"
NAMED = 5  # tokens of "a judge, Omar," before "and", at the least
STRAY = ("appos", "npadvmod", "nmod")
PLACED = ("GPE", "LOC", "FAC", "DATE", "TIME")
FRONTED = ("prep", "punct", "advmod", "npadvmod", "advcl")  # arcs of what stands before the subject: "in Jos,"


def _mend(joint: Token) -> None:
    """Join the subject behind "and" to the one in front of it."""
    first = joint.head
    if joint.dep_ != "cc" or _take_from_place(joint):
        return
    if first.dep_ in SUBJECTS and first.head.i > joint.i:
        second = _subject_behind(joint, first.head)
        if second is not None and second.dep_ == first.dep_ and not any(c.dep_ == "conj" for c in first.rights):
            second.head, second.dep_ = first, "conj"
        return
    described = first.pos_ in ("NOUN", "PROPN") and any(child.dep_ == "appos" for child in first.rights)
    verb = next((child for child in first.rights if child.dep_ == "conj"), None)
    second = _subject_behind(joint, verb) if described and verb is not None else None
    if verb is not None and second is not None:
        _put_under(verb, first, second)


def _take_from_place(joint: Token) -> bool:
    """Join the two where the parser has the first describe a place or a day: "in Jos, a commander, Omar Ali, and"."""
    if joint.i < NAMED or joint.nbor(-1).text != "," or joint.nbor(-2).dep_ != "appos":
        return False
    first, verb = joint.nbor(-2).head, None
    if _is_stray(first):
        verb = next((above for above in first.ancestors if above.i > joint.i), None)
    second = _subject_behind(joint, verb) if verb is not None else None
    if verb is None or second is None:
        return False
    joint.head = first
    first.head, first.dep_ = verb, second.dep_
    second.head, second.dep_ = first, "conj"
    return True


def _is_stray(noun: Token) -> bool:
    """Whether the noun hangs on a place or a day, or with it on one preposition: "in Jos", "on Monday"."""
    beside = noun.head.rights if noun.dep_ == "pobj" else ()
    described = noun.dep_ in STRAY and noun.head.ent_type_ in PLACED
    return described or any(one.i < noun.i and one.dep_ == "pobj" and one.ent_type_ in PLACED for one in beside)


def _subject_behind(joint: Token, verb: Token) -> Token | None:
    """Return the subject of the verb that begins right behind the "and"."""
    return next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.left_edge.i == joint.i + 1), None)


def _put_under(verb: Token, first: Token, second: Token) -> None:
    """Let the verb, which the parser hangs on its first subject as another sentence, take that subject's place."""
    fronted = [child for child in first.lefts if child.dep_ in FRONTED]
    take_place(verb, first)
    first.head, first.dep_ = verb, second.dep_
    second.head, second.dep_ = first, "conj"
    for child in fronted:
        child.head = verb


JOINED_SUBJECTS = WordMend((AND,), _mend)

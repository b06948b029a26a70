"""Tells whether the words set an act apart from the one told before: "a separate attack", "elsewhere"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import load_cues
from dateline.relate.harm_figures import FIGURES
from dateline.relate.harm_words import HURT

if TYPE_CHECKING:
    from spacy.tokens import Token

THEY = frozenset({"they", "he", "she"})
FELLED = HURT | {"killed"}
PLACED = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


def is_set_apart(head: Token) -> bool:
    """Whether the words say that this act is not the one told before ("a separate attack").

    What "the attackers also" did, or "they", or "the blast", is told on top of it, as one act; and so is who "also"
    died with others, at no place that is told of him.
    """
    if head.lower_ in FIGURES:
        return False  # "raising an earlier toll of 30" is of the same dead
    verb = head if head.pos_ == "VERB" else head.head
    on_top = _is_by_those_told(verb) or _is_who_else_fell(verb)
    apart = load_cues("apart") - {"also"} if on_top else load_cues("apart")
    return any(
        child.lower_ in apart and (child.dep_ in ("amod", "det", "advmod", "prep") or child.lower_ == "separate")
        for token in {head, verb}
        for child in token.children
    )


def _is_by_those_told(verb: Token) -> bool:
    """Whether the doers are only pointed at, by a pronoun or as those who did what was told: "the attackers".

    Or the act itself is, by its noun and at most its day: "the blast on Monday also wounded nine".
    """
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None:
        return False
    known = any(child.lower_ == "the" for child in subject.lefts)
    named = any(child.dep_ not in ("det", "punct") for child in subject.children)
    act = subject.tag_ == "NN" and subject.lower_ in load_cues("told_act")
    told_more = any(child.dep_ not in ("det", "punct", "prep", "compound") for child in subject.children)
    return (
        subject.lower_ in THEY
        or (known and not named and subject.lower_ in load_cues("act_doers"))
        or (known and act and not told_more)
    )


def _is_who_else_fell(verb: Token) -> bool:
    """Whether a clause only tells who else was killed or hurt: "three soldiers also died", "two were also wounded"."""
    fell = verb.lower_ == "died" or (verb.lower_ in FELLED and any(c.dep_ == "auxpass" for c in verb.lefts))
    return fell and not any(word.ent_type_ in PLACED for word in verb.subtree)

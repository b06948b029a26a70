"""Tells who or what does an act, as its own clause says it, and of what kind: "raided by bandits", "a police raid"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.lexicon.entries import index_entries
from dateline.lexicon.files import load_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from dateline.lexicon.phrases import PhraseIndex

VERBAL = frozenset({"VERB", "AUX"})
DOERS = (
    "aircraft",
    "air_power",
    "gun",
    "missile",
    "bomb",
    "bullet",
    "armed",
    "police",
)  # doers.toml; the first that stands there decides
COMING = frozenset({"come", "comes", "came", "coming"})
CIRCUMSTANCE = frozenset({"in", "during"})
OUTCOMES = frozenset({"died", "die", "dies", "fell", "perished", "suffered"})  # their subject does nothing


def kinds_of(doers: Iterable[Token]) -> frozenset[str]:
    """Return the kinds that the phrases of doers name, by the names of doers.toml."""
    return frozenset(match.key for doer in doers for match in load_doers().find(phrase_of(doer)))


@cache
def load_doers() -> PhraseIndex:
    """Return the index of doers.toml, by kind of doer or means."""
    return index_entries(load_file("doers"))


def phrase_of(doer: Token) -> str:
    """Return the words of a doer and of its dress or arms ("men in uniform"), without the clauses that hang on it."""
    below = list(doer.subtree)
    words = [t.text for t in below if t.i <= doer.i and t.dep_ not in ("relcl", "acl")]
    words += [t.text for child in doer.rights if child.lower_ in ("in", "with") for t in child.subtree]
    # Letters in brackets tell a name: "the Army of National Liberation (ELN)".
    words += [t.text for t in below if t.i > doer.i and t.text.isupper() and t.nbor(-1).text in ("(", "[")]
    return " ".join(words)


def doers_of(act: Token) -> Iterator[Token]:
    """Yield the heads of who or what does the act, as its own clause says it."""
    if is_undergone(act):
        yield from (kid for word in act.subtree if word.lower_ == "from" for kid in word.children if kid.dep_ == "pobj")
        return
    yield from (kid for child in act.children if child.lower_ == "by" for kid in child.children if kid.dep_ == "pobj")
    if act.pos_ in VERBAL:
        own = [child for child in act.children if child.dep_ == "nsubj"]
        if act.dep_ == "relcl":
            own = [act.head if child.tag_ in ("WDT", "WP") else child for child in own]  # "a bomb that killed nine"
        if not own and act.dep_ in ("conj", "xcomp", "advcl") and act.head.pos_ in VERBAL:
            own = [child for child in act.head.children if child.dep_ == "nsubj"]
        if not own and act.dep_ == "acl":
            own = [act.head] if act.tag_ == "VBG" else []
        yield from (doer for subject in own for doer in (subject, *subject.conjuncts))
    else:
        yield from (child for child in act.children if child.dep_ in ("poss", "compound", "amod", "nmod"))
        # "The raids, carried out by Russian jets".
        done = (child for child in act.rights if child.dep_ == "acl" and child.tag_ == "VBN")
        yield from (kid for verb in done for by in verb.rights if by.lower_ == "by" for kid in by.rights)
        yield from _doers_of_clause(act)


def is_undergone(act: Token) -> bool:
    """Whether the subject is who it is done to: "the convoy came under fire from rebels"."""
    return act.lower_ in COMING and any(child.lower_ == "under" for child in act.rights)


def _doers_of_clause(act: Token) -> Iterator[Token]:
    """Yield who does what a noun for an act stands beside: "bandits killed nine in a raid", "staged a raid"."""
    verb = act.head
    if act.dep_ == "pobj" and verb.lower_ in CIRCUMSTANCE:
        verb = verb.head
    elif act.dep_ != "dobj":
        return
    if verb.pos_ in VERBAL and verb.lower_ not in OUTCOMES:
        yield from (child for child in verb.children if child.dep_ == "nsubj")
        yield from (kid for child in verb.children if child.lower_ == "by" for kid in child.children)

"""Tells acts of words alone: "the president attacked the Supreme Court", "the city was held hostage by rents"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.find.trigger_doers import doers_of, load_doers
from dateline.relate.clauses import load_cues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

ATTACKING = frozenset({"attack", "attacks", "attacked", "attacking", "assailed", "assails", "assailing"})
NAMING = frozenset({"compound", "appos", "amod", "nmod"})
CALLED = frozenset({"nsubjpass", "dobj"})
HOSTAGES = frozenset({"hostage", "hostages", "ransom"})


def is_attack_in_words(head: Token) -> bool:
    """Whether one who holds an office attacks a body, a rival or a plan: "the governor attacked the judiciary"."""
    if head.lower_ not in ATTACKING or head.pos_ != "VERB":
        return False
    hit = [child for child in head.children if child.dep_ in CALLED]
    if not any(child.lower_ in load_cues("scolded") for child in hit):
        return False
    called = [word.lower_ for doer in doers_of(head) for word in _called(doer)]
    return not load_cues("offices").isdisjoint(called) and not _are_armed(called)


def _called(doer: Token) -> Iterator[Token]:
    """Yield the words that say who somebody is: "Senator Ana Cruz", "Ana Cruz, the senator"."""
    yield doer
    for child in doer.children:
        if child.dep_ in NAMING:
            yield from _called(child)


def is_held_by_words(head: Token) -> bool:
    """Whether a body politic is "held hostage" by what bears no arms: "the city was held hostage by its suppliers"."""
    words = (head, *head.children, *(kid for child in head.children if child.lower_ == "as" for kid in child.children))
    if not any(word.lower_ in HOSTAGES for word in words):
        return False
    held = (child for child in head.children if child.dep_ in ("dobj", "nsubjpass", "nsubj"))
    if not any(child.lower_ in load_cues("bodies_politic") for child in held):
        return False
    return not _are_armed(word.text for doer in doers_of(head) for word in doer.subtree)


def _are_armed(words: Iterable[str]) -> bool:
    return any(match.key == "armed" for match in load_doers().find_all(" ".join(words)))

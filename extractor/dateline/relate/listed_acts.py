"""Tells acts of one list, each of somebody or something of its own: "the murder of A and the attack on B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.climbs import first_of_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import TriggerMention

UPON = frozenset({"of", "on", "against", "at"})  # between an act and whom or what it befell
# Acts that befall persons. One that befalls a place holds those: "the attack on X and the killing of Y".
OF_PERSONS = frozenset({"trigger:murder", "trigger:killing", "trigger:kidnapping"})


def number_listed_acts(doc: Doc, triggers: Sequence[TriggerMention]) -> dict[int, int]:
    """Return the heads of nouns for acts that one list sets side by side, numbered from 1; empty without such a list.

    The first is of a person by name, the next of another or of something with a name: "condemned the murder of lawyer
    Ana Ruiz and the bombing of the Plaza Hotel". What is of the same persons is the same act: "the kidnapping of Ana
    Ruiz and the killing of her driver", "the killing of Ana Ruiz and the wounding of Judge Toro".
    """
    nouns = {trigger.head: trigger for trigger in triggers if trigger.noun and doc[trigger.head].pos_ == "NOUN"}
    items: list[tuple[int, int, Token]] = []  # start of the list, head, whom it befell
    for head in sorted(nouns):
        befell = _find_befallen(doc[head])
        if befell is not None and _is_named(befell):
            items.append((_find_start(doc[head], nouns).i, head, befell))
    if len(items) < 2 or len({start for start, _, _ in items}) > 1 or nouns[items[0][1]].rule not in OF_PERSONS:
        return {}
    names = [_names(befell) for _, _, befell in items]
    apart = all(not mine & theirs for number, mine in enumerate(names) for theirs in names[:number])
    return {head: number for number, (_, head, _) in enumerate(items, 1)} if apart else {}


def _find_start(noun: Token, nouns: dict[int, TriggerMention]) -> Token:
    """Return the word that the list starts with, though an act is joined to a name: "of Ruiz and the raid"."""
    start = noun
    while True:
        above = first_of_list(start)
        prep = above.head
        if above.dep_ == "pobj" and prep.dep_ == "conj":
            above = first_of_list(prep)  # "for the murder of Ruiz and for the bombing"
        elif above.dep_ == "pobj" and prep.lower_ in UPON and prep.head.i in nouns and above.i != noun.i:
            above = prep.head
        elif above.dep_ == "pobj" and above.i in nouns:
            above = prep
        if above.i == start.i:
            return start
        start = above


def _find_befallen(noun: Token) -> Token | None:
    """Return the noun for whom or what an act befell, None without one."""
    for prep in noun.rights:
        if prep.dep_ == "prep" and prep.lower_ in UPON:
            return next((child for child in prep.children if child.dep_ == "pobj"), None)
    return None


def _phrase(noun: Token) -> list[Token]:
    """Return the words of a phrase up to what is joined to it."""
    joined = [child.i for child in noun.rights if child.dep_ in ("cc", "conj", "punct", "relcl")]
    return [word for word in noun.subtree if not joined or word.i < joined[0]]


def _is_named(noun: Token) -> bool:
    words = _phrase(noun)
    return any(word.pos_ == "PROPN" for word in words) and not any(word.tag_ == "PRP$" for word in words)


def _names(noun: Token) -> frozenset[str]:
    return frozenset(word.lower_ for word in _phrase(noun) if word.pos_ == "PROPN")

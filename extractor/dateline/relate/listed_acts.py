"""Tells acts of one list, each of somebody or something of its own: "the murder of A and the attack on B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.climbs import first_of_list
from dateline.records import FAMILY, EventType, Family

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import TriggerMention

UPON = frozenset({"of", "on", "against", "at"})  # between an act and whom or what it befell
# Acts that befall persons. One that befalls a place holds those: "the attack on X and the killing of Y".
OF_PERSONS = frozenset({"trigger:murder", "trigger:killing", "trigger:kidnapping"})
SEIZURE, BLAST, FIRE, BY_HAND, KILLING, AMBUSH = "seizure", "blast", "fire", "by hand", "killing", "ambush"
HAND_MADE = frozenset({EventType.STABBING, EventType.EXECUTION, EventType.SHOOTING, EventType.BEATING})
# Of which one is not done by way of the other.
UNLIKE = frozenset(
    map(
        frozenset,
        (
            *((SEIZURE, BLAST), (SEIZURE, FIRE), (SEIZURE, BY_HAND), (SEIZURE, KILLING), (SEIZURE, AMBUSH)),
            *((BLAST, BY_HAND), (BLAST, AMBUSH), (BY_HAND, AMBUSH)),
        ),
    )
)
# Who is with those who are seized or killed.
WITH_THEM = frozenset({"guard", "bodyguard", "driver", "escort", "companion", "chauffeur", "aide", "bystander"})


def number_listed_acts(doc: Doc, triggers: Sequence[TriggerMention]) -> dict[int, int]:
    """Return the heads of nouns for acts that one list sets side by side, numbered from 1; empty without such a list.

    The first is of a person by name, the next of another or of something with a name: "condemned the murder of lawyer
    Ana Ruiz and the bombing of the Plaza Hotel". Or the two are of unlike kinds: "the kidnapping of five students and
    the murder of a banker". What is of the same persons is the same act: "the kidnapping of Ana Ruiz and the killing of
    her driver", "the killing of Ana Ruiz and the wounding of Judge Toro".
    """
    nouns = {trigger.head: trigger for trigger in triggers if trigger.noun and doc[trigger.head].pos_ == "NOUN"}
    items: list[tuple[int, Token]] = []  # head, whom it befell
    starts: set[int] = set()
    for head in sorted(nouns):
        befell = find_befallen(doc[head])
        if befell is not None:
            starts.add(_find_start(doc[head], nouns).i)
            items.append((head, befell))
    if len(items) < 2 or len(starts) > 1:
        return {}
    if are_unlike([(nouns[head], befell) for head, befell in items]):
        return {head: number for number, (head, _) in enumerate(items, 1)}
    items = [(head, befell) for head, befell in items if _is_named(befell)]
    if len(items) < 2 or nouns[items[0][0]].rule not in OF_PERSONS:
        return {}
    names = [_names(befell) for _, befell in items]
    apart = all(not mine & theirs for number, mine in enumerate(names) for theirs in names[:number])
    return {head: number for number, (head, _) in enumerate(items, 1)} if apart else {}


def are_unlike(items: Sequence[tuple[TriggerMention, Token]]) -> bool:
    """Whether no two acts are of kinds that one act may be, and those behind the first are of people not told by it.

    Each of `items` is an act and the noun for whom or what it befell.
    """
    kinds = [_kind_of(act) for act, _ in items]
    unlike = all(frozenset((kind, other)) in UNLIKE for n, kind in enumerate(kinds) for other in kinds[:n])
    return unlike and not any(_is_with_them(befell) for _, befell in items[1:])


def _kind_of(act: TriggerMention) -> str:
    if FAMILY[act.type] is Family.SEIZURE:
        return SEIZURE
    if FAMILY[act.type] is Family.EXPLOSIVE:
        return BLAST
    if act.type is EventType.ARSON:
        return FIRE
    if act.type in HAND_MADE or act.rule == "trigger:murder":
        return BY_HAND
    if act.type is EventType.ARMED_CLASH:
        return AMBUSH  # "on" or "against" somebody it is no battle
    return KILLING if act.rule in ("trigger:killing", "trigger:death") else ""


def _is_with_them(befell: Token) -> bool:
    """Whether whom an act befell is told by the people told before, or was with them: "her son", "two guards"."""
    words = _phrase(befell)
    pointed = len(words) == 2 and words[0].lower_ in ("the", "both")
    return pointed or befell.lower_.removesuffix("s") in WITH_THEM or any(word.tag_ == "PRP$" for word in words)


def _find_start(noun: Token, nouns: dict[int, TriggerMention]) -> Token:
    """Return the word that the list starts with, though an act is joined to a name: "of Ruiz and the raid"."""
    start = noun
    while True:
        above = first_of_list(start)
        prep = above.head
        if above.dep_ == "pobj" and prep.dep_ == "conj":
            above = _find_twin(prep, nouns) or first_of_list(prep)  # "for the murder of Ruiz and for the bombing"
        elif above.dep_ == "pobj" and prep.lower_ in UPON and prep.head.i in nouns and above.i != noun.i:
            above = prep.head
        elif above.dep_ == "pobj" and above.i in nouns:
            above = prep
        if above.i == start.i:
            return start
        start = above


def _find_twin(prep: Token, nouns: dict[int, TriggerMention]) -> Token | None:
    """Return the same word before an act told before, to whose object the parser may join the next."""
    before = prep.doc[prep.sent.start : prep.i]
    twins = (word for word in before if word.lower_ == prep.lower_ and any(kid.i in nouns for kid in word.children))
    return next(twins, None)


def find_befallen(noun: Token) -> Token | None:
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

"""Tells an act from another that it follows, or that follows it: "the raid follows Sunday's killing of five monks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import path_up
from dateline.relate.listed_acts import are_unlike, find_befallen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import PlaceMention, TimeMention, TriggerMention

FOLLOWS = frozenset({"follow", "follows", "followed", "precede", "precedes", "preceded"})
BEHIND = frozenset({"following", "after"})  # behind what was, or came: "it was the second attack, following a raid"
CAME = frozenset({"was", "is", "came", "comes", "happened", "occurred"})
THERE = frozenset({"prep", "dobj", "agent", "pobj", "conj"})  # arcs on the way from the verb to the act told second


def number_followed(
    doc: Doc, triggers: Sequence[TriggerMention], places: Sequence[PlaceMention], times: Sequence[TimeMention]
) -> dict[int, int]:
    """Return the heads of acts, 1, and of those that they follow, or that follow them, 2; empty where none does.

    What follows befell others, in a town or at a time of its own or in another way: "the blast was followed by a gun
    battle" is one act.
    """
    heads = {act.head for act in triggers}
    for act in triggers:
        noun = doc[act.head]
        verb = _find_verb(noun)
        if verb is None or find_befallen(noun) is None or not heads & set(_find_told(verb)):
            continue
        under = {word.i for word in noun.subtree}
        others = [other for other in triggers if other.head not in under]
        own = any(mention.head in under for mention in (*places, *times))
        if others and (own or all(are_unlike(((other, verb), (act, noun))) for other in others)):
            return {other.head: 2 if other.head in under else 1 for other in triggers}
    return {}


def _find_verb(noun: Token) -> Token | None:
    """Return the "follows" or "was preceded by" whose object an act is, or the "came" of "came following it"."""
    for above in path_up(noun):
        if above.lower_ in FOLLOWS and above.pos_ == "VERB":
            return above
        if above.lower_ in BEHIND and above.head.lower_ in CAME:
            return above.head
        if above.dep_ not in THERE:
            return None
    return None


def _find_told(verb: Token) -> Iterator[int]:
    """Yield the words of which the verb tells: its subject, and what a relative clause or participle belongs to."""
    yield from (child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "attr"))
    if verb.dep_ in ("relcl", "acl"):
        yield verb.head.i

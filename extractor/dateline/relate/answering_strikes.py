"""Tells an act from the strike that answers it in one breath: "rockets hit Sderot, and jets hit back with strikes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import EventType
from dateline.relate.clauses import path_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import TriggerMention

ANSWERING = frozenset({"retaliated", "responded", "replied", "answered"})
STRIKING = frozenset({"hit", "struck"})  # with "back" behind it


def number_answers(doc: Doc, triggers: Sequence[TriggerMention]) -> dict[int, int]:
    """Return the heads of acts, 1, and of the air strikes that answer them, 2; empty where none answers another.

    Who fires back on the spot fights one battle, and so do two sides that shell each other.
    """
    for trigger in triggers:
        verb = next((above for above in path_up(doc[trigger.head]) if _is_answer(above)), None)
        if trigger.type is not EventType.AIRSTRIKE or verb is None:
            continue
        answers = [t for t in triggers if any(above.i == verb.i for above in path_up(doc[t.head]))]
        others = [t for t in triggers if t not in answers]
        if others and not any(t.type is EventType.AIRSTRIKE for t in others):
            return {t.head: 2 if t in answers else 1 for t in triggers}
    return {}


def _is_answer(verb: Token) -> bool:
    """Whether a verb beside another tells with a doer of its own what came in return: "and Israeli jets hit back"."""
    if verb.dep_ != "conj" or not any(child.dep_ == "nsubj" for child in verb.lefts):
        return False
    back = any(child.lower_ == "back" and child.i == verb.i + 1 for child in verb.rights)
    return verb.lower_ in ANSWERING or (back and verb.lower_ in STRIKING)

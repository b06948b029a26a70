"""Says which act of a sentence a clause about its doer speaks of: "killed by the Front, which claimed the crime"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.relate.clauses import path_up

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Token

    from dateline.mentions import TriggerMention

CLAIMING = frozenset({
    "claimed", "claims", "claim", "admitted", "admits", "took", "takes", "acknowledged", "assumed", "accepted",
    "avowed", "denied", "denies",
})  # fmt: skip
STEPS = frozenset({"dobj", "pobj", "prep"})  # arcs from the word for the act up to "claimed"


def find_claimed(doc: Doc, triggers: Sequence[TriggerMention]) -> Mapping[int, int]:
    """Return for each word that a doer's own clause names an act by the head of the trigger that tells this act.

    "The attack comes two months after a general was murdered by the Cinchoneros, who claimed the crime": not the
    attack.
    """
    heads = {trigger.head for trigger in triggers}
    found: dict[int, int] = {}
    for trigger in triggers:
        claim = _find_claim(doc[trigger.head]) if trigger.noun else None
        if claim is None:
            continue
        act = next((word.i for word in path_up(claim.head) if word.i in heads and word.pos_ == "VERB"), None)
        if act is not None:
            found[trigger.head] = act
    return found


def _find_claim(noun: Token) -> Token | None:
    """Return the verb of a clause about somebody that claims the act, None where the noun stands in no such clause."""
    below = noun
    while below.dep_ in STEPS:
        below = below.head
    return below if below.lower_ in CLAIMING and below.dep_ == "relcl" else None

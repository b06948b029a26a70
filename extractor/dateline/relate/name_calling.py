"""Tells words that only give a name to what was told: "the ministry called it a terrorist attack"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.climbs import first_of_list

if TYPE_CHECKING:
    from spacy.tokens import Token

CALLING = frozenset(
    {
        "called",
        "calling",
        "described",
        "describing",
        "branded",
        "denounced",
        "denouncing",
        "condemned",
        "labelled",
        "labeled",
    }
)
# fmt: off
POLICY = frozenset((
    "vote", "budget", "bill", "law", "ruling", "decision", "deal", "tax", "taxes", "plan", "plans", "cuts", "move",
    "policy", "remarks", "film", "report", "sale", "reform", "reforms", "proposal", "measure", "measures", "closure",
    "verdict", "article", "hike", "tariff", "tariffs", "merger", "speech", "comments", "order", "decree", "price",
))
# fmt: on


def names_calling(head: Token) -> Token | None:
    """Return the verb by which somebody gives a name to what was told: "called it a terrorist attack"."""
    first = first_of_list(head)
    as_such = first.dep_ == "pobj" and first.head.lower_ == "as"
    verb = first.head.head if as_such else first.head
    if not as_such and first.dep_ not in ("oprd", "attr"):
        return None
    named = any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)
    return verb if verb.lower_ in CALLING and named else None


def is_word_for_policy(head: Token) -> bool:
    """Whether what is called so is no act: "called the vote an ambush", "branded the budget an assault on the poor"."""
    verb = names_calling(head)
    things = (child.lower_ for child in verb.children if child.dep_ in ("dobj", "nsubjpass")) if verb else ()
    return not POLICY.isdisjoint(things)

"""Reads what befell people from the word beside the noun for them: "the slain officers", "the nurse who was killed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import VictimStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

FATES = {
    **dict.fromkeys(
        ("killed", "slain", "murdered", "assassinated", "executed", "dead", "martyred", "deceased", "fallen"),
        VictimStatus.KILLED,
    ),
    **dict.fromkeys(("wounded", "injured", "hurt"), VictimStatus.INJURED),
    **dict.fromkeys(("kidnapped", "abducted", "seized"), VictimStatus.KIDNAPPED),
    "missing": VictimStatus.MISSING,
}
TELLING = frozenset(("amod", "compound", "acl", "relcl"))  # "slain officers" is read as two nouns
DYING = frozenset(("died", "perished"))
PARTS = frozenset(
    ("name", "names", "one", "two", "three", "four", "another", "some", "those", "ones", "both", "first", "second")
)


def fate_of(noun: Token) -> VictimStatus | None:
    """Return what the words beside a noun tell of whom it means, or of those of whom he is one."""
    for child in noun.children:
        if child.dep_ == "relcl" and child.lower_ in DYING:
            return VictimStatus.KILLED
        passive = child.dep_ != "relcl" or any(kid.dep_ == "auxpass" for kid in child.children)
        if child.dep_ in TELLING and child.lower_ in FATES and passive:
            return FATES[child.lower_]
        if child.lower_ == "of" and noun.lower_ in PARTS:
            return next((fate for obj in child.rights if (fate := fate_of(obj)) is not None), None)
    return None

"""Mends the tag of "hurt" in "five were killed and two hurt when a drone hit a car": no verb of the present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

HURT_VERBS = "dateline_hurt_verbs"


def _mend(hurt: Token) -> None:
    """Make a participle of it where it is joined to one, or to a past tense."""
    present = hurt.tag_ in ("VB", "VBP") and hurt.dep_ == "conj"
    if (
        present
        and hurt.head.tag_ in ("VBN", "VBD")
        and not any(child.dep_ in ("aux", "dobj") for child in hurt.children)
    ):
        hurt.tag_ = "VBN"


@Language.factory(HURT_VERBS)
def make_hurt_verbs(nlp: Language, name: str) -> WordMend:
    """Make the component; it wants tags and arcs."""
    return WordMend(nlp.vocab.strings, ("hurt",), _mend)

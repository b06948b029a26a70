"""Mends what the parser makes of a fate told behind a name: "asked for the release of Ana Ruiz, kidnapped on Monday".

It hangs the participle on the release, as if that had been kidnapped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.grammar import NOUNS
from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

FATES = ("kidnapped", "abducted", "seized", "captured", "murdered", "assassinated", "killed", "wounded", "arrested")


def _mend(fate: Token) -> None:
    """Hang the participle on whom "of" names right before its comma."""
    noun, comma = fate.head, fate.i - 1
    if fate.dep_ != "acl" or noun.tag_ not in NOUNS or noun.i >= comma or fate.doc[comma].text != ",":
        return
    of = next((child for child in noun.rights if child.lower_ == "of" and child.i == noun.i + 1), None)
    whom = next((child for child in of.rights if child.dep_ == "pobj"), None) if of is not None else None
    if whom is not None and whom.right_edge.i in (comma - 1, comma) and whom.tag_ in ("NNP", "NNPS"):
        fate.head, fate.tag_, fate.pos_ = whom, "VBN", "VERB"


FATES_BEHIND = WordMend(FATES, _mend)

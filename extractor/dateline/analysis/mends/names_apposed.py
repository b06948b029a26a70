"""Mends what the parser makes of names behind a word for them: "the accused, John Poe and Jim Roe, had fired".

It joins the names to the word, as if others than the accused were meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

# fmt: off
WORDS = (
    "accused", "suspects", "suspect", "defendants", "defendant", "victims", "victim", "duo", "pair", "trio", "couple",
    "brothers", "sisters", "gunmen", "attackers", "killers", "dead", "deceased", "arrested", "hostages",
)
# fmt: on
NAME = "PROPN"


def _mend(noun: Token) -> None:
    """Let the names between commas behind the word say who it means."""
    doc = noun.doc
    if noun.i + 2 >= len(doc) or doc[noun.i + 1].text != "," or not any(kid.lower_ == "the" for kid in noun.lefts):
        return
    for kid in noun.rights:
        if kid.dep_ == "conj" and kid.pos_ == NAME and kid.left_edge.i == noun.i + 2 and _is_closed(kid):
            kid.dep_ = "appos"
            return


def _is_closed(name: Token) -> bool:
    """Whether a comma follows the names: not "the victim, John Poe and a friend were held"."""
    last = max(one.i for one in (name, *name.conjuncts))
    return last + 1 < len(name.doc) and name.doc[last + 1].text in (",", "(")


NAMES_APPOSED = WordMend(WORDS, _mend)

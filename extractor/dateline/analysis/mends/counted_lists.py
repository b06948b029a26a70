"""Mends a list of people that the parser takes for one of them told twice: "three guards, a clerk and two nurses".

In "accused three guards, a clerk and two nurses of the theft" it lets the clerk and the nurses say who the guards are.
They do where the numbers agree, as in "three people, a clerk and two nurses"; where they do not, all are one list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.mends.word_mends import WordMend

if TYPE_CHECKING:
    from spacy.tokens import Token

AND = "and"
COMMON = frozenset(("NN", "NNS"))  # tags
ONE = frozenset(("a", "an", "another"))
NUMERALS = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905


def _mend(joint: Token) -> None:
    """Join what "and" ends to the counted people before its comma."""
    second = joint.head
    while second.dep_ == "conj" and second.head.i < second.i:
        second = second.head
    first = second.head
    before = second.left_edge.i - 1
    if joint.dep_ != "cc" or second.dep_ != "appos" or before <= first.i or second.doc[before].text != ",":
        return
    rest = [second, *second.conjuncts]
    whole, parts = _number_of(first), [_number_of(one) for one in rest]
    if whole is None or second.tag_ not in COMMON or len(parts) < 2 or _is_closed(rest[-1]):
        return
    numbers = [number for number in parts if number is not None]
    # "John Poe, a clerk and a driver" is one man.
    alone = first.tag_ not in COMMON and max(numbers, default=1) == 1
    if len(numbers) == len(parts) and sum(numbers) != whole and not alone:
        second.dep_ = "conj"


def _number_of(noun: Token) -> int | None:
    """Return how many people the words count; None where they count none."""
    if noun.ent_type_ == "PERSON" and noun.tag_ == "NNP":
        return 1
    if noun.tag_ not in COMMON:
        return None
    for word in noun.lefts:
        if word.dep_ == "nummod" and word.i >= noun.left_edge.i:
            if word.lower_ in NUMERALS:
                return NUMERALS.index(word.lower_) + 1
            return int(word.text) if word.text.isdecimal() else None
    return 1 if noun.tag_ == "NN" and any(word.lower_ in ONE for word in noun.lefts) else None


def _is_closed(last: Token) -> bool:
    """Whether a comma follows the last of them, as one does that closes an apposition."""
    behind = last.right_edge.i + 1
    return last.right_edge.text == "," or (behind < len(last.doc) and last.doc[behind].text == ",")


COUNTED_LISTS = WordMend((AND,), _mend)

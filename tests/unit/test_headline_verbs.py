"""The second verb of a headline, which looks like a noun: "kills 12, wounds 30"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("headline", "hit"),
    [
        ("Suicide bomber kills 12, wounds 30 in Kandahar", "30"),
        ("Blast kills seven and wounds 20 at Quetta market", "20"),
        ("Farmer kills brother, wounds nephew", "nephew"),
        ("Gunman kills two people, wounds five at Ohio bar", "five"),
    ],
)
def test_whom_a_headline_wounds_is_its_object(headline: str, hit: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(headline)

    wounds = next(token for token in doc if token.text == "wounds")

    assert (wounds.tag_, wounds.pos_, wounds.head.text) == ("VBZ", "VERB", "kills")
    assert [child.text for child in wounds.children if child.dep_ == "dobj"] == [hit]


@pytest.mark.parametrize(
    "sentence",
    [
        "He died of his wounds, doctors said.",
        "She has burns, wounds and bruises.",
        "The doctor treats burns, wounds and broken bones.",
    ],
)
def test_the_noun_stays_a_noun(sentence: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(sentence)

    assert next(token for token in doc if token.text == "wounds").tag_ == "NNS"

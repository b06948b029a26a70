"""Persons whose name the tagger parts: for a town, or for two."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.tokens import Doc

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Two men killed Judge Pedro Toledo yesterday. Toledo was hit by six bullets.", ["Pedro Toledo", "Toledo"]),
        ("Two men killed Judge Pedro Toledo yesterday. A day later they fled to Toledo.", ["Pedro Toledo"]),
        ("Rebels are holding Senator Ernesto Estrada Velez in Cali.", ["Ernesto Estrada Velez"]),
        ("The rebels seized Pedro Lopez, Ana Ruiz and a guard.", ["Pedro Lopez", "Ana Ruiz"]),
        ("The boy was Lavon White Jr. Sheneka Hill, his mother, wept.", ["Lavon White Jr.", "Sheneka Hill"]),
    ],
    ids=["told of again", "and the town", "two surnames", "two persons", "behind a junior"],
)
def test_a_person_has_all_of_his_name(text: str, persons: list[str], parse: Callable[[str], Doc]) -> None:
    doc = parse(text)

    assert [ent.text for ent in doc.ents if ent.label_ == "PERSON"] == persons

"""Persons whose surname is a town's too, however the tagger parts their name."""

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
    ],
    ids=["told of again", "and the town"],
)
def test_a_surname_that_is_a_towns_is_the_persons(text: str, persons: list[str], parse: Callable[[str], Doc]) -> None:
    doc = parse(text)

    assert [ent.text for ent in doc.ents if ent.label_ == "PERSON"] == persons

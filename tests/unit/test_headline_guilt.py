"""Who did it, where a headline tells it as a fact without a name and somebody is quoted who names them."""

from __future__ import annotations

import pytest

import dateline
from support.stories import extract, list_stances

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("title", "text", "stances"),
    [
        (
            "Jihadists kill nine in village raid",
            "SEGOU, Mali — Nine people were killed in a raid on a village near Segou on Monday.\n\n"
            '"The Macina Liberation Front attacked our village," the mayor, Amadou Diallo, told reporters.',
            {("Macina Liberation Front", "accused")},
        ),
        (
            "Rebels attack army post, kill four",
            "GOMA, Congo — Four soldiers were killed on Monday when an army post was attacked near Goma.\n\n"
            '"M23 attacked our post," army spokesman Guy Ilunga said.',
            {("M23", "accused")},
        ),
    ],
    ids=["a mayor", "an army"],
)
def test_whom_a_quotation_names_stands_for_whom_the_headline_does_not(
    extractor: dateline.Extractor, title: str, text: str, stances: set[tuple[str, str]]
) -> None:
    (record,) = extract(extractor, text, title=title)

    assert list_stances(record) == stances

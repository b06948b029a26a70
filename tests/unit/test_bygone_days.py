"""Days of older acts that an article tells in passing: the acts told behind them are as fresh as its news."""

from __future__ import annotations

import pytest

import dateline


def read(extractor: dateline.Extractor, text: str) -> list[tuple[str, str]]:
    """Return the town and day of each record, in order of text."""
    records = extractor.extract(dateline.parse_article(f"LIMA, May 11, 1988 - {text}", source="-"))
    return [
        (record.place.locality or "", record.date.start.isoformat())
        for record in records
        if record.place is not None and record.date is not None
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A bomb damaged a bank in Lima last night. The same bank was attacked on 12 March by the Shining Path.\n\n"
            "In Ayacucho, rebels killed three peasants.",
            [("Lima", "1988-05-10"), ("Lima", "1988-03-12"), ("Ayacucho", "1988-05-10")],
        ),
        (
            "Two men were sentenced on Tuesday for a bombing in Tacna on 12 March.\n\nThe bomb killed four people in "
            "the market of Tacna.",
            [("Tacna", "1988-03-12")],
        ),
    ],
    ids=["in another town", "its own details"],
)
def test_an_old_day_told_in_passing_is_of_its_act_alone(
    extractor: dateline.Extractor, text: str, days: list[tuple[str, str]]
) -> None:
    assert read(extractor, text) == days

"""Acts by which somebody is only counted among others: those say nothing of the day of his."""

from __future__ import annotations

import pytest

import dateline


@pytest.mark.slow
def test_this_year_in_which_others_died_too_dates_nobodys_death(extractor: dateline.Extractor) -> None:
    story = (
        "LIMA, May 4, 1990 - Gunmen burst into a radio studio and shot its news director dead in the street, "
        "colleagues said Friday.\n\nLuis Lozano, 38, a father of three, was the fourth journalist killed this year in "
        "Peru."
    )

    (record,) = extractor.extract(dateline.parse_article(story, source="-"))

    assert record.date is not None
    assert (record.role.value, record.date.precision.value) == ("main", "day")

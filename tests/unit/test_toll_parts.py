"""Of people told of by number, and then one by one: nobody is counted twice."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from support.stories import extract, read_toll

pytestmark = pytest.mark.slow
DAY = date(2020, 12, 29)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        pytest.param(
            "One man died and three people were injured in a shooting in Dayton on Monday. The victims were identified "
            "as John Smith, 24, Mike Jones, 30, Ana Lopez, 31, and Bob Ray, 29.",
            (1, 3),
            id="the victims by name are the dead and the hurt",
        ),
        pytest.param("A man killed his wife and then himself in Dayton on Monday.", (2, None), id="and then himself"),
        pytest.param(
            "A gunman fatally shot his wife, their son and himself in Dayton on Monday.", (3, None), id="and himself"
        ),
        pytest.param(
            "Three teens were shot outside a gym in Dayton on Monday. A 16-year-old boy and two 17-year-olds, one of "
            "them a girl, were taken to hospital.",
            (None, 3),
            id="a part of a part",
        ),
        pytest.param(
            "Four people were hurt in a shooting in Dayton on Monday. A 30-year-old woman was shot in the leg. Two men "
            "were shot in the back. A teenager was grazed.",
            (None, 4),
            id="one by one",
        ),
        pytest.param(
            "Five people were shot, two of them fatally, at a party in Dayton on Monday. A 19-year-old man and a "
            "20-year-old woman died. A third victim, 25, is in critical condition.",
            (2, 3),
            id="two of them, then a man and a woman",
        ),
    ],
)
def test_nobody_is_counted_twice(extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert read_toll(record) == toll

from __future__ import annotations

import pytest

from dateline.resolve.place_locators import is_in_a_part, is_locator
from dateline.spans import Span


def _between(text: str, inner: str, outer: str) -> bool:
    start, end = text.index(inner), text.rindex(outer)
    return is_locator(text, Span(start, start + len(inner)), Span(end, end + len(outer)))


@pytest.mark.parametrize(
    "text",
    [
        "in Tarbuk, 25 miles south of Kandahar",
        "in Tarbuk, about 12 km (8 miles) south-west of Kandahar",
        "in Tarbuk, a small town near Kandahar",
        "Tarbuk is a village on the outskirts of Kandahar",
        "in Tarbuk 225 northwest of Kandahar",
        "IN Tarbuk, 25 KM SOUTH OF Kandahar",
        "in Tarbuk, just outside the southern city of Kandahar",
        "stormed the village of Tarbuk near Kandahar",
        "stormed the villages of Shorab and Tarbuk near Kandahar",
    ],
)
def test_a_town_told_by_its_distance_is_located(text: str) -> None:
    assert _between(text, "Tarbuk", "Kandahar")


@pytest.mark.parametrize(
    "text",
    [
        "in Tarbuk and Kandahar",
        "in Tarbuk near Kandahar",
        "in Tarbuk, and later south of Kandahar",
        "drove from Tarbuk from Kandahar",
        "moved to Tarbuk from the university of Kandahar",
        "in Tarbuk, said police in Kandahar",
    ],
)
def test_two_towns_in_a_row_are_not(text: str) -> None:
    assert not _between(text, "Tarbuk", "Kandahar")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("in Tarbuk in southern Kandahar", True),
        ("in Tarbuk, in the far northeastern Kandahar", True),
        ("in Tarbuk in central Kandahar", True),
        ("in Tarbuk in Kandahar", False),
        ("in Tarbuk and in southern Kandahar", False),
    ],
)
def test_a_town_may_lie_in_one_part_of_a_land(text: str, told: bool) -> None:
    start, end = text.index("Tarbuk"), text.rindex("Kandahar")

    assert is_in_a_part(text, Span(start, start + 6), Span(end, end + 8)) is told

"""What is told under a scene that a sentence opens, by a place or a day, is of that scene."""

from __future__ import annotations

from datetime import date

import pytest

import dateline

pytestmark = pytest.mark.slow

TUESDAY = "Police fired tear gas at marchers in Turin on Tuesday, and 11 demonstrators were injured.\n\n"


def read(extractor: dateline.Extractor, text: str) -> list[tuple[str | None, str | None]]:
    """Return town and day of each record."""
    article = dateline.parse_article(text, source="test", published=date(2021, 5, 6))
    return [
        (
            record.place.locality if record.place else None,
            record.date.start.isoformat() if record.date and record.date.start else None,
        )
        for record in extractor.extract(article)
    ]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("In Bologna, where shops had closed early, the day began quietly. Fourteen people were detained.", "Bologna"),
        ("In the port city of Genoa, meanwhile, the crowd was smaller.\n\nTwo students were beaten.", "Genoa"),
        ("Down the coast in Naples, residents spoke of a quiet morning. Three officers were hurt.", "Naples"),
    ],
    ids=["same paragraph", "next paragraph", "dwellers speak"],
)
def test_people_under_a_place_in_front_are_of_that_place(extractor: dateline.Extractor, text: str, other: str) -> None:
    assert read(extractor, TUESDAY + text) == [("Turin", "2021-05-04"), (other, "2021-05-04")]


@pytest.mark.parametrize(
    "text",
    [
        "NAPLES: Lawyers boycotted the courts and staged a sit-in outside the tribunal.",
        "NAPLES: Offices were shut.\n\nTraders staged a sit-in and shouted slogans against a levy.",
    ],
    ids=["same paragraph", "next paragraph"],
)
def test_what_a_dateline_inside_a_story_heads_is_of_its_town(extractor: dateline.Extractor, text: str) -> None:
    towns = [town for town, _ in read(extractor, f"Marchers and lawyers\n\n{TUESDAY}{text}")]

    assert towns == ["Turin", "Naples"]


def test_nights_of_unrest_are_told_night_by_night(extractor: dateline.Extractor) -> None:
    text = (
        "Riots began in Derby on Saturday night when a crowd threw bricks at officers. Nine officers were injured.\n\n"
        "Sunday night was worse. Petrol bombs were thrown at police cars and a shop was burned to the ground.\n\n"
        "On Monday night, the city was calmer. Eight people were arrested."
    )

    assert [day for _, day in read(extractor, text)] == ["2021-05-01", "2021-05-02", "2021-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "In Rome, the minister said that the march had been banned. Two officers were hurt as well.",
        'In nearby Rivoli, where he works, a baker shook his head. "The injuries came from the tear gas," he said.',
        "The morning had been calm. Two officers were hurt as well.",
    ],
    ids=["somebody speaks there", "points back", "no place"],
)
def test_other_openings_open_no_scene(extractor: dateline.Extractor, text: str) -> None:
    assert read(extractor, TUESDAY + text) == [("Turin", "2021-05-04")]


def test_a_road_in_front_is_another_scene(extractor: dateline.Extractor) -> None:
    text = (
        "LIMA, May 5, 2021 - Rebels ambushed a truck near Tocache on Tuesday, killing four soldiers. On the highway to "
        "Tarapoto, about 40 men halted traffic and shot dead an off-duty policeman."
    )

    assert [town for town, _ in read(extractor, text)] == ["Tocache", "Tarapoto"]


def test_whom_a_pronoun_means_is_of_the_scene_told_before(extractor: dateline.Extractor) -> None:
    text = (
        "Daniel Okafor, 34, was shot dead outside a gym in Leicester on Tuesday.\n\nIn nearby Braunstone, neighbours "
        'laid flowers. "He was shot for nothing," said one.'
    )

    assert read(extractor, text) == [("Leicester", "2021-05-04")]


@pytest.mark.parametrize(
    ("text", "kind", "town"),
    [
        (
            "A van drove through a group of protesters in Genoa on Tuesday, injuring two women.",
            "vehicle_ramming",
            "Genoa",
        ),
        ("Thousands rallied in Tahrir Square in Baghdad on Tuesday.", "protest", "Baghdad"),
        ("Farmers blocked the Delhi-Hisar highway near Rohtak on Tuesday.", "protest", "Rohtak"),
    ],
    ids=["a vehicle driven at a crowd", "a square of another city's name", "a road named after two towns"],
)
def test_where_a_crowd_is_and_what_is_done_to_it(
    extractor: dateline.Extractor, text: str, kind: str, town: str
) -> None:
    article = dateline.parse_article(f"News of the day\n\n{text}", source="test", published=date(2021, 5, 6))
    [record] = extractor.extract(article)

    assert record.type == kind
    assert record.place is not None
    assert record.place.locality == town

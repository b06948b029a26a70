"""City stories of several acts, and of one that is told piece by piece: how many records, and the toll of each."""

from __future__ import annotations

from functools import partial

import pytest

import dateline
from support import stories

pytestmark = pytest.mark.slow

extract = partial(stories.extract, published=stories.TUESDAY)
Toll = tuple[int | None, int | None]

# Name, title, text, and the toll of each record (killed, injured).
STORIES: tuple[tuple[str, str, str, list[Toll]], ...] = (
    (
        "a figure of several acts is none's",
        "3 killed, 4 hurt in weekend shootings",
        "Three people were killed and four wounded in shootings across Spokane over the weekend, police said.\n\nA "
        "man was shot dead and two women were wounded on Saturday in the 400 block of Sprague "
        "Avenue.\n\nOn Sunday two "
        "brothers were killed when a driver fired at them in the 2100 block of Nevada Avenue.",
        [(1, 2), (2, None)],
    ),
    (
        "nor is one told at the end",
        "Woman, 40, shot at a bus stop in Spokane",
        "A woman, 40, was shot and wounded at a bus stop on Nevada Avenue in Spokane on "
        "Sunday.\n\nShe was waiting for a "
        "bus to Cheney. The driver called for help.\n\nA boy of nine and his uncle had died by "
        "then, and six people were "
        "hurt, in three other shootings over the weekend.",
        [(None, 1)],
    ),
    (
        "a sentence that tells the acts one by one keeps its figures",
        "Eleven shot at a picnic in Spokane",
        "Eleven people were shot at a picnic in Spokane on Sunday night, police said.\n\nIn other "
        "shootings on Sunday "
        "night, a man, 37, was shot dead in the 1100 block of Sprague Avenue.",
        [(None, 11), (1, None)],
    ),
    (
        "a figure opens a list",
        "Four shot at a car wash in Spokane",
        "Four people were shot on Sunday at a car wash in the 300 block of Sprague Avenue in "
        "Spokane, police said.\n\nAda "
        "Cole, a cashier, was shot in the neck and died at the scene.\n\nBen Ruiz, who washed "
        "cars, also was shot and died "
        "at Deaconess Hospital on Monday.\n\nAnother washer, Kofi Owusu, was shot in the arm, and "
        "a customer was shot in the "
        "foot.",
        [(2, 2)],
    ),
    (
        "a person at another address is of another act",
        "Student shot in Spokane",
        "A student was shot on Monday in the 900 block of Sprague Avenue in Spokane.\n\nShe is "
        "expected to live.\n\nIt was "
        "a busy day for the police.\n\nA baker, 51, was wounded when a man shot at him at 27 "
        "Nevada Avenue, they said.",
        [(None, 1), (None, 1)],
    ),
    (
        "briefs under headlines are as many matters",
        "Regional briefs",
        "Spokane police are investigating a shooting in which three men were wounded on Monday in "
        "the 400 block of Sprague "
        "Avenue.\n\nLake level rises again in May\n\nThe level of the lake rose by a foot in "
        "April, the state said.\n\n"
        "Woman found slain in Cheney\n\nCheney police found a woman of 61 stabbed to death in her house on "
        "Sunday.\n\nPool opens early for summer\n\nThe pool at Veterans Park opens on Friday.",
        [(None, 3), (1, None)],
    ),
)


@pytest.mark.parametrize(("name", "title", "text", "tolls"), STORIES, ids=[row[0] for row in STORIES])
def test_each_act_has_its_toll(
    extractor: dateline.Extractor, name: str, title: str, text: str, tolls: list[Toll]
) -> None:
    records = extract(extractor, text, title=title)

    assert [stories.read_toll(record) for record in records] == tolls


@pytest.mark.parametrize(
    ("title", "text", "count"),
    [
        (
            "Woman and boy killed, man hurt in Oak Lawn shooting",
            "A woman and a boy of six were killed and a man was wounded on Monday in a shooting in Chicago.",
            1,
        ),
        (
            "Five teens hurt in Spokane shooting",
            "Police made another arrest in the shooting of five teenagers in Spokane on "
            "Monday.\n\nNeighbours heard the "
            "shots.\n\nFive teenagers were shot as they left a dance.",
            1,
        ),
    ],
    ids=["headline and lead", "the same toll"],
)
def test_one_act_told_again_is_one_record(extractor: dateline.Extractor, title: str, text: str, count: int) -> None:
    assert len(extract(extractor, text, title=title)) == count

"""Records of several articles told to be of one happening, or of several."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.linking import link_records
from dateline.linking.candidates import find_pairs
from dateline.linking.comparison import describe_pair
from dateline.linking.profiles import profile_record
from dateline.records import (
    ActorKind,
    ArticleInfo,
    Attribution,
    Casualties,
    DateBasis,
    DatePrecision,
    EventType,
    Place,
    PlacePrecision,
    Record,
    Role,
    Stage,
    Stance,
    Victim,
    VictimCategory,
    VictimStatus,
    When,
    exactly,
)

FRIDAY = date(2024, 3, 1)
HAMILTON = (39.4, -84.56)
DAYTON = (39.76, -84.19)


def make_day(day: date) -> When:
    return When(start=day, end=day, precision=DatePrecision.DAY, basis=DateBasis.RELATIVE, text=None)


def make_place(town: str, point: tuple[float, float], *, country: str = "US") -> Place:
    return Place(
        text=town,
        site=None,
        locality=town,
        admin1="Ohio",
        country=country,
        latitude=point[0],
        longitude=point[1],
        geonames_id=None,
        precision=PlacePrecision.LOCALITY,
    )


def make_record(
    name: str,
    *,
    article: str | None = None,
    day: date | None = FRIDAY,
    place: Place | None = None,
    killed: int | None = 1,
    type: EventType = EventType.SHOOTING,  # noqa: A002
    published: date = FRIDAY,
) -> Record:
    return Record(
        id=name,
        article=ArticleInfo(
            id=article or f"article of {name}",
            source=name,
            title=None,
            authors=(),
            publisher=None,
            published=published,
            published_basis=None,
            language="en",
        ),
        role=Role.MAIN,
        type=type,
        stage=Stage.ACCOMPLISHED,
        date=None if day is None else make_day(day),
        place=place or make_place("Hamilton", HAMILTON),
        casualties=Casualties(killed=None if killed is None else exactly(killed)),
    )


def make_victim(name: str) -> Victim:
    return Victim(
        text=name,
        name=name,
        category=VictimCategory.CIVILIAN,
        nationality=None,
        status=VictimStatus.KILLED,
        count=exactly(1),
    )


def make_suspect(name: str) -> Attribution:
    return Attribution(actor=name, kind=ActorKind.INDIVIDUAL, country=None, stance=Stance.ACCUSED, by=None, text=name)


def test_two_tellings_of_a_day_and_town_are_one_happening_named_after_the_earlier() -> None:
    later = make_record("later", published=FRIDAY + timedelta(days=2))
    earlier = make_record("earlier")

    assert link_records([later, earlier]) == ("earlier", "earlier")


@pytest.mark.parametrize(
    "other",
    [
        make_record("other", day=FRIDAY + timedelta(days=20)),
        make_record("other", place=make_place("Dayton", DAYTON), killed=4),
        make_record("other", type=EventType.STRIKE, killed=None),
        make_record("other", place=make_place("Hamilton", HAMILTON, country="CA")),
    ],
    ids=["another day", "another town", "unrest", "another country"],
)
def test_what_differs_is_another_happening(other: Record) -> None:
    assert link_records([make_record("first"), other]) == ("first", "other")


def test_what_one_article_tells_apart_stays_apart() -> None:
    records = [make_record("a", article="same"), make_record("b", article="same"), make_record("c")]

    clusters = link_records(records)

    assert clusters[0] != clusters[1]
    assert clusters[2] in clusters[:2]


def test_names_shared_outweigh_a_day_that_was_misread() -> None:
    first = replace(
        make_record("first"), victims=(make_victim("Ann Ocampo"),), attributions=(make_suspect("Lee Varga"),)
    )
    trial = replace(
        make_record("trial", day=FRIDAY + timedelta(days=90), published=FRIDAY + timedelta(days=90)),
        victims=(make_victim("Ocampo"),),
        attributions=(make_suspect("Lee Varga"),),
    )

    assert link_records([first, trial]) == ("first", "first")


def test_a_record_without_a_day_goes_by_the_day_of_publication() -> None:
    assert link_records([make_record("first"), make_record("dayless", day=None)]) == ("first", "first")


def test_the_order_of_the_records_does_not_matter() -> None:
    days = [FRIDAY + timedelta(days=step) for step in (0, 0, 1, 5, 5, 9)]
    records = [make_record(f"r{number}", day=day, published=day) for number, day in enumerate(days)]
    expected = dict(zip((record.id for record in records), link_records(records), strict=True))

    random.Random(5).shuffle(records)

    assert dict(zip((record.id for record in records), link_records(records), strict=True)) == expected


def test_no_records_make_no_happenings() -> None:
    assert link_records([]) == ()


@given(st.floats(-89, 89), st.floats(-179, 179), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2))
def test_towns_near_each_other_are_always_compared(north: float, east: float, up: float, right: float) -> None:
    records = [
        make_record("a", place=replace(make_place("A", (north, east)), admin1="One")),
        make_record("b", place=replace(make_place("B", (north + up, east + right)), admin1="Two")),
    ]

    assert list(find_pairs([profile_record(record) for record in records])) == [(0, 1)]


def test_features_say_what_was_compared() -> None:
    assert describe_pair(profile_record(make_record("a")), profile_record(make_record("b"))) == {
        "days apart 0": 1.0,
        "same town": 1.0,
        "same type": 1.0,
        "killed equal": 1.0,
        "both main": 1.0,
    }


def test_a_record_given_twice_counts_once() -> None:
    first, later = make_record("first"), make_record("later", published=FRIDAY + timedelta(days=1))

    assert link_records([first, later, later]) == ("first", "first", "first")


@pytest.mark.parametrize(
    ("name", "other", "shared"),
    [("Carl T. Dean Jr.", "Dean", 1.0), ("Carl Dean", "Carl T. Dean", 1.0), ("Carl Dean", "Rosa Dean", None)],
)
def test_a_surname_is_shared_unless_first_names_differ(name: str, other: str, shared: float | None) -> None:
    one = replace(make_record("a"), victims=(make_victim(name),))
    two = replace(make_record("b"), victims=(make_victim(other),))

    assert describe_pair(profile_record(one), profile_record(two)).get("people shared") == shared


def test_another_kind_of_act_in_the_same_town_is_another_happening() -> None:
    blast = make_record("blast", type=EventType.BOMBING, killed=9)
    killing = make_record("killing", killed=2)

    assert link_records([blast, killing]) == ("blast", "killing")


def test_two_named_dead_of_one_day_and_town_are_two_happenings() -> None:
    one = replace(make_record("a"), victims=(make_victim("Ana Ruiz"),))
    other = replace(make_record("b"), victims=(make_victim("Luis Vega"),))

    assert link_records([one, other]) == ("a", "b")

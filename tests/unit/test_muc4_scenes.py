"""When and where of a record as MUC-4 templates write it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.articles import PublishedBasis
from dateline.records import (
    ArticleInfo,
    Casualties,
    DateBasis,
    DatePrecision,
    EventType,
    Place,
    PlacePrecision,
    Record,
    Role,
    Stage,
    When,
    exactly,
)
from dateline.wire.muc4_scenes import read_date, read_location
from dateline.wire.muc4_tables import load_crosswalk

PUBLISHED = date(1989, 5, 3)
KINDS = {"PERU: RIMAC": "CANTON/NEIGHBORHOOD", "PERU: TARMA": "CITY/TOWN"}
TARMA = Place(
    text="Tarma", site=None, locality="Tarma", admin1="Junín", country="PE",
    latitude=None, longitude=None, geonames_id=None, precision=PlacePrecision.LOCALITY,
)  # fmt: skip


def record(when: When | None = None, at: Place = TARMA, **evidence: tuple[tuple[int, int], ...]) -> Record:
    article = ArticleInfo(
        id="a", source="x", title=None, authors=(), publisher=None, published=PUBLISHED,
        published_basis=PublishedBasis.DATELINE, language="en",
    )  # fmt: skip
    return Record(
        id="i", article=article, role=Role.MAIN, type=EventType.BOMBING, stage=Stage.ACCOMPLISHED,
        date=when, place=at, evidence=evidence,
    )  # fmt: skip


def when(text: str, *days: int, precision: DatePrecision = DatePrecision.DAY, basis: str = "relative") -> When:
    start, end = date(1989, 5, days[0]), date(1989, 5, days[-1])
    return When(start=start, end=end, precision=precision, basis=DateBasis(basis), text=text)


@pytest.mark.parametrize(
    ("told", "written"),
    [
        (when("YESTERDAY", 2), "02 MAY 89"),
        (when("ON MONDAY", 1), "- 03 MAY 89"),
        (when("ON MONDAY", 1, basis="explicit"), "01 MAY 89"),
        (when("THE PAST 24 HOURS", 2, 3, precision=DatePrecision.RANGE), "02 MAY 89 - 03 MAY 89"),
        (when("THE PAST FEW HOURS", 2, 3, precision=DatePrecision.RANGE), "03 MAY 89"),
        (when("THE PAST FEW DAYS", 1, 3, precision=DatePrecision.RANGE), "- 03 MAY 89"),
        (when("1-3 MAY", 1, 3, precision=DatePrecision.RANGE, basis="explicit"), "01 MAY 89 - 03 MAY 89"),
        (None, "- 03 MAY 89"),
    ],
)
def test_days_that_are_not_easily_counted_are_open(told: When | None, written: str) -> None:
    assert read_date(record(told), "", load_crosswalk()) == written


def test_the_day_of_a_report_is_open() -> None:
    text = "THE MINISTER SAID TODAY THAT REBELS HAD KILLED HIM."
    told = record(when("TODAY", 3), date=((18, 23),))

    assert read_date(told, text, load_crosswalk()) == "- 03 MAY 89"
    assert read_date(told, text.replace("SAID", "DIED"), load_crosswalk()) == "03 MAY 89"


def test_an_act_that_was_told_of_yesterday_is_open_to_the_article() -> None:
    text = "THE MINISTER SAID YESTERDAY THAT REBELS HAD KILLED HIM."
    told = record(when("YESTERDAY", 2), date=((18, 27),))

    assert read_date(told, text, load_crosswalk()) == "- 03 MAY 89"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("THEIR BODIES WERE FOUND TODAY NEAR THE LAKE.", "- 03 MAY 89"),
        ("HE WAS FOUND SHOT TO DEATH TODAY NEAR THE LAKE.", "- 03 MAY 89"),
        ("THE BODY WAS FOUND. HIS WIFE DIED TODAY.", "03 MAY 89"),
    ],
)
def test_the_dead_died_by_the_day_on_which_they_were_found(text: str, written: str) -> None:
    start = text.index("TODAY")
    told = record(when("TODAY", 3), date=((start, start + 5),))

    killed = replace(told, casualties=Casualties(killed=exactly(2)))
    assert read_date(killed, text, load_crosswalk()) == written


@pytest.mark.parametrize(
    ("text", "place", "written"),
    [
        ("A BOMB IN TARMA.", TARMA, "PERU: TARMA (CITY)"),
        ("A BOMB IN TARMA, JUNIN DEPARTMENT.", TARMA, "PERU: JUNIN (DEPARTMENT): TARMA (CITY)"),
        ("JUNIN DEPARTMENT IS CALM. A BOMB IN TARMA.", TARMA, "PERU: TARMA (CITY)"),
        ("A BOMB IN TARMA. JUNIN DEPARTMENT IS CALM.", TARMA, "PERU: TARMA (CITY)"),
        ("A BOMB IN TARMA, JUNIN, YESTERDAY.", TARMA, "PERU: JUNIN (DEPARTMENT): TARMA (CITY)"),
        ("A BOMB IN THE TOWN OF TARMA.", TARMA, "PERU: TARMA (TOWN)"),
        ("A BOMB IN TARMA, A TOWN IN ACOS PROVINCE.", TARMA, "PERU: ACOS (PROVINCE): TARMA (CITY)"),
        ("A BOMB IN TARMA, IN THE JUNGLE PROVINCE OF LA MAR.", TARMA, "PERU: LA MAR (PROVINCE): TARMA (CITY)"),
        ("A BOMB IN LIMA.", replace(TARMA, locality="Lima", admin1="Lima", text="Lima"), "PERU: LIMA (CITY)"),
        (
            "A BOMB IN RIMAC.",
            replace(TARMA, locality="Lima", text="Lima", site="Rimac"),
            "PERU: LIMA (CITY): RIMAC (NEIGHBORHOOD)",
        ),
        (
            "A BOMB IN SANTA CRUZ.",
            replace(TARMA, locality="Santa Cruz de la Sierra", country="BO", text="SANTA CRUZ"),
            "BOLIVIA: SANTA CRUZ (CITY)",
        ),
    ],
)
def test_a_region_is_given_where_it_stands_behind_its_town(text: str, place: Place, written: str) -> None:
    assert read_location(record(at=place), text, load_crosswalk(), KINDS) == written


def test_a_town_that_only_the_dateline_names_is_left_out() -> None:
    text = "TARMA, 3 MAY 89 (EFE) -- [TEXT] A BOMB WENT OFF. TARMA IS CALM."

    assert read_location(record(place=((0, 5),)), text, load_crosswalk(), KINDS) == "PERU"
    assert read_location(record(place=((49, 54),)), text, load_crosswalk(), KINDS) == "PERU: TARMA (CITY)"

    text = text.replace("TARMA IS CALM", "PERU IS CALM")
    assert read_location(record(place=((0, 5), (49, 53))), text, load_crosswalk(), KINDS) == "PERU"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("MADRID, 3 MAY 89 (EFE) -- [TEXT] SALVADORAN TROOPS BURNED A BUS. EL SALVADOR IS AT WAR.", "EL SALVADOR"),
        ("MADRID, 3 MAY 89 (EFE) -- [TEXT] A BUS OF THE SALVADORAN EMBASSY BURNED IN MADRID.", "SPAIN: MADRID (CITY)"),
    ],
)
def test_a_place_abroad_yields_to_the_country_that_the_article_tells_of(text: str, written: str) -> None:
    madrid = replace(TARMA, text="MADRID", locality="Madrid", admin1=None, country="ES")

    assert read_location(record(at=madrid), text, load_crosswalk(), KINDS) == written

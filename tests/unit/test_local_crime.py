"""Crimes as local papers and stations tell them: who is held, who was hurt, who did it, where and when it was."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.records import VictimCategory, VictimStatus
from support.stories import extract, read_toll

pytestmark = pytest.mark.slow
DAY = date(2021, 8, 30)  # a Monday
KILLED, INJURED, HELD = VictimStatus.KILLED, VictimStatus.INJURED, VictimStatus.ARRESTED
CIVILIAN, DOER = VictimCategory.CIVILIAN, VictimCategory.PERPETRATOR


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "A man was charged in a shooting that left two dead in Dayton on Saturday.",
            {(HELD, DOER), (KILLED, CIVILIAN)},
            id="two who died in what a man is charged with",
        ),
        pytest.param(
            "Police in Dayton arrested two gunmen and killed one on Saturday.",
            {(HELD, DOER), (KILLED, DOER)},
            id="one of the gunmen",
        ),
    ],
)
def test_of_what_kind_they_are(
    text: str, told: set[tuple[VictimStatus, VictimCategory]], extractor: dateline.Extractor
) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert {(victim.status, victim.category) for victim in record.victims} == told


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param(
            "Jim Poe, 58, fired at deputies from a house in Dayton on Saturday. They later found Poe and his wife, "
            "Ann Poe, 55, shot dead in a bedroom.",
            {("Jim Poe", KILLED, DOER), ("Ann Poe", KILLED, CIVILIAN)},
            id="a surname that two have is whose it was before",
        ),
    ],
)
def test_who_is_named(
    text: str, named: set[tuple[str, VictimStatus, VictimCategory]], extractor: dateline.Extractor
) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert {(victim.name, victim.status, victim.category) for victim in record.victims if victim.name} == named


@pytest.mark.parametrize(
    ("text", "town"),
    [
        pytest.param(
            "OCALA, Fla. - Two men were shot dead outside a bar on Saturday. Jim Poe, 27, was taken into custody at a "
            "relative's apartment in Valdosta, Ga., police said.\n\nOfficers were called to the 3200 block of North "
            "Main Street at about 1:40 a.m. Saturday and found the victims in the parking lot.",
            "Ocala",
            id="a street is not of the town of the arrest",
        ),
        pytest.param(
            "OCALA, Fla. - Two men were shot dead outside a bar on Saturday. Jim Poe, 27, was arrested in Valdosta, "
            "Ga., on Sunday.",
            "Ocala",
            id="nor is the act",
        ),
    ],
)
def test_where_it_was(text: str, town: str, extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert record.place is not None
    assert record.place.locality == town


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        pytest.param("One of four people shot in a bar in Dayton on Saturday has died.", (1, 3), id="one of four"),
        pytest.param(
            "One of two officers shot in Dayton on Saturday has died, the chief said.", (1, 1), id="one of two officers"
        ),
        pytest.param(
            "Two of the five men who were stabbed in Dayton on Saturday died on Sunday.", (2, 3), id="two of the five"
        ),
        pytest.param("One of two men who shot a clerk in Dayton on Saturday has died.", (1, 1), id="one of the doers"),
    ],
)
def test_of_those_hurt_who_died(text: str, toll: tuple[int | None, int | None], extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert read_toll(record) == toll


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "Jim Poe was given a life term on Monday for the murder of Ann Roe, who was stabbed in Leeds in June.",
            "2021-06-01",
            id="not that of a term",
        ),
        pytest.param(
            "A court on Monday sentenced two men to death for the murder of a lecturer, Ann Roe, in Leeds in 2018.",
            "2018-01-01",
            id="not that of a court that hangs no closer",
        ),
        pytest.param(
            "Jim Poe was acquitted on Monday of murdering Ann Roe, who was found strangled in Leeds in March 2019.",
            "2019-03-01",
            id="not that of an acquittal",
        ),
    ],
)
def test_when_it_was(text: str, day: str, extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert record.date is not None
    assert record.date.start.isoformat() == day

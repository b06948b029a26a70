"""Local stories of a shooting, its trial and its dead: names, days and towns told sentences apart."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.records import VictimStatus
from support.stories import extract, read_toll

pytestmark = pytest.mark.slow
DAY = date(2016, 5, 10)  # a Tuesday
KILLED, HELD = VictimStatus.KILLED, VictimStatus.ARRESTED


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param(
            "Two men were killed and a woman was hurt in Dayton on Sunday. Officers were called to Oak Street and "
            "found Ben Cole, 24, and Omar Hall, 31, shot in a parking lot. Both were pronounced dead at a hospital.",
            {("Ben Cole", KILLED), ("Omar Hall", KILLED)},
            id="those found shot who both died",
        ),
        pytest.param(
            "A police officer and two civilians were killed in Dayton on Sunday. Ed Fox, 57, was arrested. The "
            "officer was identified as Ben Cole, 44.",
            {("Ben Cole", KILLED), ("Ed Fox", HELD)},
            id="one called by his calling",
        ),
        pytest.param(
            "A woman shot and killed her husband in Dayton on Sunday. The woman was identified as Ann Cole, 40.",
            set(),
            id="who harmed another is no victim",
        ),
        pytest.param(
            "A Dayton man was arraigned on Monday in the shooting death of his girlfriend.\n\nTom Reed is accused "
            "of shooting Ann Cole, 35, at their flat on May 3.",
            {("Ann Cole", KILLED), ("Tom Reed", HELD)},
            id="one held by the name of the accused",
        ),
        pytest.param(
            "A gunman opened fire in a bank in Dayton on Sunday, killing two clerks before killing himself.\n\nThe "
            "gunman was Tom Reed, 53.",
            {("Tom Reed", KILLED)},
            id="the attacker's own name",
        ),
        pytest.param(
            "Ann Cole, 26, who was shot in a bank in Dayton on Friday, was taken off life support on Sunday.",
            {("Ann Cole", KILLED)},
            id="off life support",
        ),
    ],
)
def test_who_is_named(text: str, named: set[tuple[str, VictimStatus]], extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert {(victim.name, victim.status) for victim in record.victims if victim.name} == named


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("A man shot and killed his wife, then himself, at their home in Dayton on Sunday.", (2, None)),
        ("Police say a Dayton man fatally shot his wife on Sunday. He then fatally shot himself.", (2, None)),
        (
            "A 14-year-old boy shot in Dayton on Sunday while taking out the trash died of his wounds, police said.",
            (1, None),
        ),
    ],
)
def test_who_died(text: str, toll: tuple[int | None, int | None], extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert read_toll(record) == toll


def test_one_of_nine_killed_in_a_city_is_one(extractor: dateline.Extractor) -> None:
    text = (
        "Ann Cole, 32, was shot dead in Dayton on Friday as she pushed a stroller. She was one of nine people "
        "killed in shootings in the city over the weekend."
    )

    found = extract(extractor, text, published=DAY)

    assert [read_toll(record) for record in found] == [(1, None)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "A Dayton man was arraigned on Monday. Tom Reed is accused of shooting Ann Cole, 35, at a flat on East "
            "21st Street on May 3.",
            date(2016, 5, 3),
        ),
        (
            "Tom Reed was sentenced on Friday for the 2014 murder of Ann Cole in Dayton.\n\nA jury in December "
            "convicted Reed, 26, of second-degree murder and use of a handgun.\n\nCole, 30, was shot on July 22, "
            "2014.",
            date(2014, 7, 22),
        ),
    ],
)
def test_a_court_has_days_of_its_own(text: str, day: date, extractor: dateline.Extractor) -> None:
    found = extract(extractor, text, published=DAY)

    assert [record.date.start for record in found if record.date] == [day]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "WESLEY CHAPEL, Fla. — A retired clerk shot and killed a man at a movie theater on Monday, Pasco County "
            "deputies said.",
            "Wesley Chapel",
        ),
        (
            "STOCKTON, Calif. — A girl who was shot in the head on Friday died on Sunday at San Joaquin General "
            "Hospital, the medical examiner's office said.",
            "Stockton",
        ),
        ("SPARKS, Nev. — A student shot a teacher dead at a school outside Reno on Monday, police said.", "Sparks"),
        ("BAGHDAD — A bomb killed two soldiers near Tarmiyah on Monday, police said.", "At Tarmiyah"),
        (
            "A Hartford man has been charged with a fatal shooting, police said.\n\nTom Reed, 28, was arrested at a "
            "house on Park Street. He is accused of killing Ann Cole, who was found shot on Wethersfield Avenue on "
            "May 3.",
            "Hartford",
        ),
        (
            "LAS CRUCES, N.M. — Two men were shot outside a bar on Sunday and flown to El Paso.\n\nThe bar is on "
            "Lohman Avenue. The men were shot on Lohman Avenue by a driver, police said.",
            "Las Cruces",
        ),
    ],
)
def test_the_town_is_the_acts(text: str, town: str, extractor: dateline.Extractor) -> None:
    record = extract(extractor, text, published=DAY)[0]

    assert record.place is not None
    assert record.place.locality == town


def test_a_rampage_that_kills_is_no_riot(extractor: dateline.Extractor) -> None:
    text = "A man killed eight people in a rampage in Dayton on Sunday. Ben Cole, 36, was shot at his door."

    (record,) = extract(extractor, text, published=DAY)

    assert record.type.value == "shooting"

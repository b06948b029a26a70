"""Crimes as local papers and stations tell them: who is held, who was hurt, who did it, where and when it was."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.records import EventType, VictimCategory, VictimStatus
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
    [],
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
        pytest.param(
            "A car plowed through a crowd in Dayton on Sunday, killing two. The driver was identified as Jim Poe.",
            (2, None),
            id="the driver is none of those hit",
        ),
        pytest.param(
            "A motorist deliberately mounted the pavement and struck three students in Dayton on Sunday.",
            (None, 3),
            id="struck by a motorist",
        ),
        pytest.param(
            "A stab wound proved fatal for Jim Poe, who was attacked in Dayton on Sunday.", (1, None), id="fatal for"
        ),
        pytest.param("A driver had acid thrown in his face in Dayton on Sunday.", (None, 1), id="acid in his face"),
        pytest.param("Two men threw bleach at a courier in Dayton on Sunday.", (None, 1), id="bleach at a courier"),
        pytest.param(
            "A blast at a scrap yard in Dayton cost a boy his hand on Sunday.", (None, 1), id="cost him a hand"
        ),
        pytest.param(
            "A man is in critical condition and two women have minor injuries after a drive-by in Dayton on Sunday.",
            (None, 3),
            id="one gravely hurt beside others",
        ),
        pytest.param(
            "Six people were shot in Dayton on Sunday. A man is in critical condition and two women were released.",
            (None, 6),
            id="one gravely hurt of those told before",
        ),
        pytest.param(
            "The family of a black teenager shot by police in Dayton on Saturday sued the city on Sunday.",
            (None, 1),
            id="not his family",
        ),
        pytest.param(
            "The family of a farmer was shot dead by gunmen in Dayton on Saturday.", (None, None), id="a family"
        ),
        pytest.param(
            "A guard was shot dead in a Dayton store on Saturday. A man held over it is also wanted in connection with "
            "two murders.",
            (1, None),
            id="murders for which somebody is also wanted",
        ),
        pytest.param("One of two men who shot a clerk in Dayton on Saturday has died.", (1, 1), id="one of the doers"),
    ],
)
def test_who_died_and_who_was_hurt(
    text: str, toll: tuple[int | None, int | None], extractor: dateline.Extractor
) -> None:
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


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        pytest.param(
            "Three men burst into a jeweller's home in Dayton on Saturday, tied up his wife and made off with watches.",
            "Three men",
            id="three verbs of one subject",
        ),
        pytest.param(
            "A gang forced its way into a house in Dayton on Saturday, threatened the owner and ransacked the rooms.",
            "gang",
            id="the first verb hung on the second",
        ),
        pytest.param(
            "A robber pistol-whipped a clerk at a Dayton gas station on Sunday and emptied the till.",
            "robber",
            id="a verb with its means",
        ),
    ],
)
def test_who_did_it(text: str, doer: str, extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert [one.actor for one in record.attributions] == [doer]


def test_charges_that_police_lay_blow_nothing_up(extractor: dateline.Extractor) -> None:
    text = "Police have laid charges against a man after his parents were found dead in Dayton on Saturday."

    (record,) = extract(extractor, text, published=DAY)

    assert record.type is EventType.ATTACK
    assert record.weapons == ()
    assert record.attributions == ()

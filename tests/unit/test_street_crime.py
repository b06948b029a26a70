"""Stories of guns and streets: who is accused, what was found, which of several shootings is whose, and where."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from support.stories import extract, read_toll

pytestmark = pytest.mark.slow

THURSDAY = date(2021, 5, 6)
Toll = tuple[int | None, int | None]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        pytest.param(
            "Shootings keep officers busy\n\nPolice responded to several shootings in Peoria over the weekend.\n\nA "
            "19-year-old man was killed at about 11:20 p.m. Friday on West Millman Street.\n\nAt 2:05 a.m. Saturday, a "
            "34-year-old woman walked into a hospital with a gunshot wound to the shoulder.\n\nAnd at 12:40 a.m. "
            "Sunday, two brothers, ages 16 and 18, were shot outside a house party on East Arcadia Avenue.",
            [(1, None), (None, 1), (None, 2)],
            id="each opens with its own time",
        ),
        pytest.param(
            "Three hurt in two shootings in Flint\n\nPolice are looking into a pair of shootings that left three "
            "people "
            "injured on Saturday night.\n\nThe first took place at Dupont Street and Pasadena Avenue. A "
            "23-year-old man "
            "was shot in the back.\n\nAt 10:35 p.m., officers were sent to the 600 block of East Hamilton "
            "Avenue, where "
            "a 17-year-old girl and a 19-year-old man had been shot.",
            [(None, 1), (None, 2)],
            id="each on its own street",
        ),
        pytest.param(
            "Police blotter: Rockford\n\nShooting: A 22-year-old man was shot in the thigh at about 1 a.m. Saturday in "
            "Rockford. He was treated and released.\n\nArmed robbery: Two masked men with handguns robbed a market at "
            "9:15 p.m. Friday. A clerk was struck in the face.\n\nShots fired: Officers found nine casings after "
            "callers "
            "reported gunfire early Sunday. There were no injuries.",
            [(None, 1), (None, 1), (None, 0)],
            id="entries of a blotter",
        ),
        pytest.param(
            "Shootings in Baton Rouge\n\nOn Saturday afternoon, a 15-year-old boy was shot in the foot in Baton Rouge."
            "\n\nThen on Sunday, officers found the bodies of Ray Cole, 45, and Carla Simms, 39, in a front yard.",
            [(None, 1), (2, None)],
            id="bodies by other names on another day",
        ),
        pytest.param(
            "Officer shot in Spokane\n\nA man and an officer were shot and wounded in Spokane on Wednesday. The man "
            "faces charges of attempted murder.\n\nWednesday's shooting was the second this year. In February, a woman "
            "was shot and killed by an officer in Hillyard.",
            [(None, 2), (1, None)],
            id="a month before, though charges are told",
        ),
        pytest.param(
            "Ben Lee, 25, had been on life support since a shooting at a house in Fresno on April 20. He died on "
            "Friday.",
            [(1, None)],
            id="he died later",
        ),
        pytest.param(
            "Two hurt in two Gary shootings\n\nA man was shot in the 100 block of Elm Street in Gary on Monday.\n\n"
            "Ben Cole, 17, was shot in the 600 block of Oak Street.",
            [(None, 1), (None, 1)],
            id="another by name on another street",
        ),
    ],
)
def test_each_shooting_is_one_record(extractor: dateline.Extractor, text: str, tolls: list[Toll]) -> None:
    assert [read_toll(record) for record in extract(extractor, text, published=THURSDAY)] == tolls


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        pytest.param(
            "A 19-year-old man was killed in Peoria on Friday. County Coroner Jamie Cole identified him as Devon "
            "Sykes. "
            "He died of gunshot wounds.",
            (1, None),
            id="the coroner lives",
        ),
        pytest.param(
            "Ana Ruiz, 26, who was pregnant, was shot on Thursday in Gary. Doctors delivered the baby, but neither "
            "mother nor child survived.",
            (2, None),
            id="neither survived",
        ),
        pytest.param(
            "A 58-year-old man fatally shot his wife before turning the gun on himself in Lakeland on Tuesday. "
            "Deputies "
            "found the bodies of Gerald Hutto and Patricia Hutto, 55.",
            (2, None),
            id="killer and wife by name",
        ),
        pytest.param(
            "A man accused of killing three people in Yakima turned himself in on Sunday. Luis Cole, 28, is suspected "
            "of shooting his ex-girlfriend, Ana Pena, 25; her mother, Rosa Pena, 50; and a neighbor, Ernest Hill, 67.",
            (3, None),
            id="three dead by name",
        ),
        pytest.param(
            "Ana Ruiz and Ben Hill were killed in Akron on Saturday. Hill and two other men had been shot inside a "
            "garage. A 24-year-old man was shot in the leg and a 29-year-old man suffered a graze wound to the arm.",
            (2, 2),
            id="two other men, one by one",
        ),
        pytest.param(
            "A man was shot dead in Croydon on Saturday. A woman showed up at a hospital with a graze wound to "
            "her arm.",
            (1, 1),
            id="came to a hospital",
        ),
        pytest.param(
            "Deshaun Poe, 16, entered a store in Toledo on Monday. Police say Poe ordered Khalil Haddad, 59, to empty "
            "the register. When he refused, Poe pulled a gun and shot him in the neck. Haddad died at the scene.",
            (1, None),
            id="when he refused, Poe shot him",
        ),
        pytest.param("Jamal Reed, 17, was found shot in an alley in Gary on Monday.", (None, 1), id="found shot"),
        pytest.param(
            "Two policemen were hurt by gunmen in Gary on Monday. The pair were shot at a hotel.",
            (None, 2),
            id="the pair",
        ),
    ],
)
def test_who_was_shot_is_counted_once(extractor: dateline.Extractor, text: str, toll: Toll) -> None:
    assert read_toll(extract(extractor, text, published=THURSDAY)[0]) == toll


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Deandre Mays, 35, gave himself up to deputies on Sunday.", id="gave himself up"),
        pytest.param("Deandre Mays, 35, went to his truck. Mays drew a gun and fired twice, they said.", id="surname"),
        pytest.param(
            "A jury found a Macon man guilty of the murders. Deandre Mays, 35, sat still. He was sentenced to life.",
            id="sentenced",
        ),
    ],
)
def test_who_is_named_for_a_killing_is_held_responsible(extractor: dateline.Extractor, text: str) -> None:
    story = f"A man and his son were shot to death Saturday in Macon, deputies said. {text}"

    record = extract(extractor, story, published=THURSDAY)[0]

    assert "Deandre Mays" in [attribution.actor for attribution in record.attributions]


def test_who_is_released_without_charge_is_not_held_responsible(extractor: dateline.Extractor) -> None:
    text = "Two men were shot dead in Leeds on Monday. Ben Cole, 35, was arrested in Hull but released without charge."

    (record,) = extract(extractor, text, published=THURSDAY)

    assert record.attributions == ()


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        pytest.param(
            "A woman was shot dead in Tucson on Sunday. A handgun was found near her body.", "handgun", id="one"
        ),
        pytest.param(
            "Police shot a man dead in Tucson on Sunday. A handgun was found near his body.", "firearm", id="not theirs"
        ),
        pytest.param(
            "A woman was shot dead in Tucson on Sunday. A handgun and a rifle were found near her body.",
            "firearm",
            id="either",
        ),
    ],
)
def test_a_gun_left_behind_is_the_weapon(extractor: dateline.Extractor, text: str, weapon: str) -> None:
    record = extract(extractor, text, published=THURSDAY)[0]

    assert [found.category.value for found in record.weapons] == [weapon]


def test_who_is_tried_for_an_act_is_of_its_record(extractor: dateline.Extractor) -> None:
    text = (
        "Man jailed for Kenosha killing\n\nA Kenosha man was sentenced Thursday to 45 years in prison for fatally "
        "shooting a clerk during a robbery two years ago.\n\nMarquis Poe walked into a store in Kenosha on the "
        "night of "
        "April 3, 2019. Poe shot Harjit Gill, 52, once in the chest."
    )

    (record,) = extract(extractor, text, published=THURSDAY)

    assert record.date is not None
    assert record.date.start == date(2019, 4, 3)
    assert record.casualties.arrested is not None


@pytest.mark.parametrize(
    "where",
    [
        pytest.param("in the Walnut Park neighborhood", id="a quarter"),
        pytest.param("on South Broadway", id="a street without its kind"),
    ],
)
def test_a_part_of_the_city_is_no_far_town_of_its_name(extractor: dateline.Extractor, where: str) -> None:
    text = f"Man killed in St. Louis\n\nST. LOUIS - A man was shot and killed on Friday {where}, police said."

    record = extract(extractor, text, published=THURSDAY)[0]

    assert record.place is not None
    assert (record.place.locality, record.place.admin1) == ("St. Louis", "Missouri")


def test_a_day_until_which_somebody_is_held_is_no_day_of_the_act(extractor: dateline.Extractor) -> None:
    text = "A man who shot his housemate in Mount Isa has been refused bail. He was remanded in custody until July 3."

    record = extract(extractor, text, published=THURSDAY)[0]

    assert record.date is None or record.date.start.month != 7

"""Crowds as local papers tell of them: what they besiege, wreck and tip out, when work stops, who is held."""

from __future__ import annotations

import pytest

import dateline
from dateline.records import exactly

pytestmark = pytest.mark.slow


def _read(extractor: dateline.Extractor, text: str) -> tuple[dateline.Record, ...]:
    return extractor.extract(dateline.parse_article(text, source="-"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("HEFEI - Dozens of parents besieged a school bureau in Hefei on 3 May 2019.", "protest"),
        ("SIDON - A crowd of depositors laid siege to a branch of the bank in Sidon on 3 May 2019.", "protest"),
        ("HOMS - Rebels besieged an army base near Homs on 3 May 2019, killing four soldiers.", "attack"),
        ("NAIROBI - Looters stripped two supermarkets in Kisumu on 3 May 2019.", "riot"),
        ("KANO - Villagers destroyed six trucks of a quarry company near Kano on 3 May 2019.", "riot"),
        ("LYON - Protesters overturned bins and parked cars in Lyon on 3 May 2019.", "riot"),
        ("BAYONNE - Winemakers emptied two tankers of wine onto a road near Bayonne on 3 May 2019.", "protest"),
        ("ACCRA - Irate youths padlocked the district office at Tamale on 3 May 2019.", "protest"),
        ("TRIESTE - Dockers in Trieste laid down their tools on 3 May 2019.", "strike"),
        ("CHENNAI - Weavers in Madurai struck work on 3 May 2019 over the price of yarn.", "strike"),
        ("TABRIZ - Merchants kept their stalls closed in Tabriz on 3 May 2019 in protest over a tax.", "strike"),
        ("RICHMOND - Protesters pulled down the statue of a general in Richmond on 3 May 2019.", "protest"),
    ],
)
def test_what_a_crowd_does_has_its_kind(extractor: dateline.Extractor, text: str, kind: str) -> None:
    assert [record.type for record in _read(extractor, text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "LONDON - Activists overturned a ruling on the mine in a London court on 3 May 2019.",
        "NASHIK - Farmers destroyed their tomato crop near Nashik on 3 May 2019 because of a virus.",
        "LECCE - Residents of Lecce sang as their team overturned a two-goal deficit on 3 May 2019.",
    ],
)
def test_what_is_overturned_in_court_or_ploughed_in_is_no_act(extractor: dateline.Extractor, text: str) -> None:
    assert _read(extractor, text) == ()


def test_people_who_storm_an_office_are_no_weather_and_a_crowd_that_beats_riots(extractor: dateline.Extractor) -> None:
    text = (
        "Villagers storm county hall in southern China\n\n"
        "BEIJING, Sept 21, 2011 - Several hundred villagers besieged a county hall and overturned police cars near the "
        "city of Maoming on Monday, residents said.\n\n"
        "The villagers broke windows and beat up two officials, the local government said in a statement. Nine police "
        "were injured."
    )

    (record,) = _read(extractor, text)

    assert record.type == "riot"


@pytest.mark.parametrize(
    "text",
    [
        "HARARE, May 3, 2019 - Porters in Mutare have served notice of a strike from Monday.",
        "NAIROBI, May 3, 2019 - Lecturers issued a ten-day strike notice in Nakuru on Thursday.",
        "MANILA, May 3, 2019 - Truckers are set to stage a transport strike in Davao on Monday.",
        "DHAKA, May 3, 2019 - Owners declared an indefinite strike from Sunday in Khulna unless fares rise.",
        "SEOUL, May 3, 2019 - Police are bracing for rallies in Daegu on Saturday.",
        "ABUJA, May 3, 2019 - Nurses in Jos suspended a strike on Thursday, hours before it was due to begin.",
    ],
)
def test_a_stoppage_that_is_to_come_is_none(extractor: dateline.Extractor, text: str) -> None:
    assert _read(extractor, text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ABUJA, May 3, 2019 - Nurses in Jos resumed work on Thursday, ending a week-long strike.", None),
        ("COLOMBO, May 3, 2019 - Crews in Galle called off the strike they had launched on Tuesday.", "2019-04-30"),
        (
            "GWERU, May 3, 2019 - Bus drivers in Gweru went back to work on Thursday after a two-day strike.\n\n"
            "The drivers had downed tools on Tuesday. Police arrested five of them on Wednesday.",
            "2019-04-30",
        ),
    ],
)
def test_a_strike_that_ended_was_one_and_has_its_own_day(
    extractor: dateline.Extractor, text: str, day: str | None
) -> None:
    (record,) = _read(extractor, text)

    assert record.type == "strike"
    assert day is None or (record.date is not None and str(record.date.start) == day)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "DHAKA - Ten people were hurt as activists of the Awami League and the Workers Party clashed in Khulna on "
            "3 May 2019.",
            {"Awami League", "Workers Party"},
        ),
        (
            "NAKURU - Supporters of the Lion Party and the Orange Union fought with clubs at Molo on 3 May 2019. One "
            "man died.",
            {"Lion Party", "Orange Union"},
        ),
        ("DURBAN - Workers of the Port Trust and the Dock Board went on strike in Durban on 3 May 2019.", None),
    ],
)
def test_followers_of_two_parties_are_two_sides(
    extractor: dateline.Extractor, text: str, actors: set[str] | None
) -> None:
    (record,) = _read(extractor, text)

    if actors is None:
        assert len(record.attributions) == 1
    else:
        assert {entry.actor for entry in record.attributions} == actors


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A fire at a prison in Puno killed 27 men in 2012.", 1),
        ("In 2012 a textile mill in Puno collapsed, killing 27 women.", 1),
        ("In 2012 a chapel in Puno collapsed when a bomb went off, killing 27 people.", 2),
    ],
)
def test_a_fire_or_collapse_of_another_year_is_recalled_as_a_mishap(
    extractor: dateline.Extractor, text: str, count: int
) -> None:
    story = (
        "LIMA, May 3, 2019 - Five inmates died in a riot at the jail in Tacna on Thursday, police said. It began when "
        f"guards searched cells for phones. {text}"
    )

    assert len(_read(extractor, story)) == count


def test_police_who_fire_in_the_air_at_a_riot_are_of_it(extractor: dateline.Extractor) -> None:
    text = (
        "GAYA, May 3, 2019 - Two persons were killed when a mob clashed with police and torched an outpost at Tekari "
        "on Thursday, officials said.\n\nThe crowd pelted stones when a team reached the spot.\n\nPolice resorted to a "
        'baton charge and fired ten rounds in the air, an officer said. "We are looking into how the two persons '
        'received bullet injuries," he said.\n\nForces were sent to the area. Thirty-two people were arrested.'
    )

    (record,) = _read(extractor, text)

    assert (record.type, record.casualties.killed, record.casualties.arrested) == ("riot", exactly(2), exactly(32))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "March over dam leaves two dead\n\nLIMA, May 3, 2019 - Police opened fire on farmers near Puno on "
            "Thursday, killing two.\n\nThe protesters had blocked a road. The protest was the third this year.",
            "shooting",
        ),
        (
            "Raiders kill nine, steal hundreds of goats\n\nLODWAR, May 3, 2019 - Nine people were killed after "
            "raiders struck Kapua on Thursday, police said. They made away with 300 goats.",
            "attack",
        ),
    ],
)
def test_the_act_that_took_lives_names_the_kind(extractor: dateline.Extractor, text: str, kind: str) -> None:
    assert [record.type for record in _read(extractor, text)] == [kind]


def test_who_lies_in_a_nursing_home_was_hurt_elsewhere(extractor: dateline.Extractor) -> None:
    text = (
        "MALDA, May 3, 2019 - A councillor was shot at and nine others were injured when workers of two parties "
        "clashed at Kaliachak on Thursday. The injured man, Ajay Barman, 35, was admitted to a nursing home in "
        "Siliguri with a bullet in his thigh."
    )

    (record,) = _read(extractor, text)

    assert record.place is not None
    assert record.place.locality != "Siliguri"


def test_that_day_in_the_next_paragraph_is_the_day_of_the_case(extractor: dateline.Extractor) -> None:
    text = (
        "CHENNAI, March 3, 2020 - A court on Tuesday acquitted nine men accused of killing a constable during unrest "
        "at Thoothukudi on May 22, 2018.\n\nThirteen people died that day when police fired on residents protesting "
        "against a smelter."
    )

    records = _read(extractor, text)

    assert {str(record.date.start) for record in records if record.date} == {"2018-05-22"}
    assert "protest" not in {record.type for record in records}


def test_who_is_held_is_of_the_unrest_told_last(extractor: dateline.Extractor) -> None:
    text = (
        "AMBALA, May 4, 2019 - Hundreds of farmers squatted on a highway near Ambala on Friday.\n\nAnother group of "
        "farmers sat on the railway tracks at Lalru.\n\nPolice used water cannons to stop a convoy at the Shambhu "
        "barrier. Nine farmers were injured in the scuffle.\n\nTheir leader alleged that the police had lathi-charged "
        "unarmed men. Thirty-five protesters were detained."
    )

    records = _read(extractor, text)

    assert [record.casualties.arrested for record in records if record.casualties.injured] == [exactly(35)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("GOMA, May 3, 2019 - Four people were killed in protests over a tax in Goma on Thursday.", ["protest"]),
        ("OTTAWA, May 3, 2019 - Two ministers quit in protest over the budget in Ottawa on Thursday.", []),
        (
            "GADCHIROLI, May 3, 2019 - Rebels torched 12 vehicles at Dadapur on Wednesday, hours before an ambush in "
            "which 15 commandos were killed.",
            ["arson", "armed_clash"],
        ),
        (
            "DURBAN, May 3, 2019 - Looters ransacked 20 shops in Inanda on Wednesday night.\n\nThe violence broke out "
            "after a boy was shot dead, allegedly by a shop owner. Police arrested 41 people.",
            ["riot", "shooting"],
        ),
    ],
)
def test_what_unrest_came_of_and_what_came_with_it_are_told_apart(
    extractor: dateline.Extractor, text: str, types: list[str]
) -> None:
    assert [record.type for record in _read(extractor, text)] == types


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("PUNE, March 4, 2020 - Members raised slogans and rushed to the well of the House in Pune on Tuesday.", 0),
        ("ACCRA, March 4, 2020 - The sitting was adjourned after members in Accra protested over fuel prices.", 0),
        ("ACCRA, March 4, 2020 - Three members stormed out of the chamber in Accra on Tuesday in protest.", 0),
        ("ACCRA, March 4, 2020 - Hundreds protested outside the assembly in Accra as it was adjourned on Tuesday.", 1),
    ],
)
def test_the_noise_of_members_in_their_house_is_part_of_its_sitting(
    extractor: dateline.Extractor, text: str, count: int
) -> None:
    assert len(_read(extractor, text)) == count


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("MEERUT, June 5, 2021 - A panchayat office was set on fire at Shamli on Friday by a mob.", "Shamli"),
        ("NAIROBI, June 5, 2021 - Villagers at Lodwar burned tyres on the main road on Friday.", "Lodwar"),
        ("NAIROBI, June 5, 2021 - Workers protested at Safaricom on Friday over layoffs.", "Nairobi"),
    ],
)
def test_what_people_did_at_a_name_of_the_datelines_country_was_in_a_village(
    extractor: dateline.Extractor, text: str, town: str
) -> None:
    (record,) = _read(extractor, text)

    assert record.place is not None
    assert record.place.locality == town


def test_what_is_burned_down_is_hit(extractor: dateline.Extractor) -> None:
    text = (
        "BLOEMFONTEIN, June 12, 2018 - Protesters demanding jobs and tarred roads burned down the house of a ward "
        "councillor and a library in Botshabelo, east of Bloemfontein, on Tuesday morning, Free State police said."
    )

    (record,) = _read(extractor, text)

    assert any(target.text.startswith("the house") for target in record.targets)


def test_who_is_held_for_a_lynching_or_led_to_the_cells_is_under_arrest(extractor: dateline.Extractor) -> None:
    text = (
        "GUWAHATI, May 1, 2017 - A mob beat two men to death in Nagaon on Sunday, police said. Three people have been "
        "held for the lynching and nine were taken to police cells."
    )

    (record,) = _read(extractor, text)

    assert record.casualties.arrested is not None
    assert record.casualties.arrested.best is not None


def test_a_party_that_was_stabbed_in_the_back_was_betrayed(extractor: dateline.Extractor) -> None:
    text = (
        "KOLKATA, May 2, 2018 - Several leaders in Malda quit the party on Wednesday. "
        '"They have stabbed us in the back," said one.'
    )

    assert _read(extractor, text) == ()

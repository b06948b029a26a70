"""What wires of wars tell beside the act: the war's own toll, fronted towns and days, whose jets they were."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.records import Record
from support.stories import extract

pytestmark = pytest.mark.slow
DAY = date(2021, 5, 6)  # a Thursday


def _killed(record: Record) -> int | None:
    return record.casualties.killed.best if record.casualties.killed else None


@pytest.mark.parametrize(
    "total",
    [
        "Fighting for the capital has killed nearly 700 people, according to the United Nations.",
        "The battle for the city has left more than 1,000 people dead.",
        "The offensive has killed 1,240 civilians and wounded 3,000, the monitor said.",
        "Violence in the region has claimed at least 2,000 lives.",
        "Three months of fighting have left at least 900 people dead.",
        "Nearly 1,900 people have been killed in Sudan in a year of fighting.",
    ],
)
def test_the_dead_of_a_war_are_not_those_of_an_act(total: str, extractor: dateline.Extractor) -> None:
    found = extract(extractor, f"A strike wounded two soldiers in Khartoum on Tuesday. {total}", published=DAY)

    assert [(_killed(record), record.casualties.injured.best) for record in found if record.casualties.injured] == [
        (None, 2)
    ]
    assert len(found) == 1


def test_a_lead_may_tell_the_dead_of_one_bout_of_fighting(extractor: dateline.Extractor) -> None:
    text = "Fighting between the army and rebels has killed 120 people in the town of Djugu, officials said on Tuesday."

    assert [_killed(record) for record in extract(extractor, text, published=DAY)] == [120]


@pytest.mark.parametrize(
    ("text", "scenes"),
    [
        pytest.param(
            "On Sunday, a blast near a mosque in Kabul killed five civilians, and on Tuesday a gunman killed a fighter "
            "and a passer-by in Jalalabad.",
            [("Kabul", date(2021, 5, 2)), ("Jalalabad", date(2021, 5, 4))],
            id="each clause its day and town",
        ),
        pytest.param(
            "In Baalbek, a strike levelled a house in the village of Nabi Sheet on Tuesday, killing nine people.",
            [("Nabi Sheet", date(2021, 5, 4))],
            id="a village of the town in front",
        ),
        pytest.param(
            "Nine people were killed on Tuesday when rebels in Ghouta fired rockets at a market in the Damascus "
            "district of Kashkoul.",
            [("Damascus", date(2021, 5, 4))],
            id="from where they fired",
        ),
        pytest.param(
            "Avdiivka, a town near Donetsk, came under fire on Tuesday. Two people were killed.",
            [("Avdiyivka", date(2021, 5, 4))],
            id="called a town near another",
        ),
    ],
)
def test_where_and_when_each_act_was(text: str, scenes: list[tuple[str, date]], extractor: dateline.Extractor) -> None:
    found = [
        (record.place.locality, record.date.start)
        for record in extract(extractor, text, published=DAY)
        if record.place and record.date
    ]

    assert found == scenes


def test_the_region_in_front_tells_which_town_of_a_name(extractor: dateline.Extractor) -> None:
    text = "In the Kharkiv region, three people were killed on Tuesday when a missile hit a farm at Borova."

    (record,) = extract(extractor, text, published=DAY)

    assert record.place is not None
    assert (record.place.locality, record.place.admin1) == ("Borova", "Kharkiv")


def test_a_quarter_may_be_called_by_a_number(extractor: dateline.Extractor) -> None:
    text = "Three people were killed on Tuesday when a bomb went off in the PK5 district of Bangui."

    (record,) = extract(extractor, text, published=DAY)

    assert record.place is not None
    assert (record.place.site, record.place.locality) == ("PK5 district", "Bangui")


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        (
            "Warplanes of the Assad regime bombed a camp in Sarmada on Tuesday, killing three people.",
            "Assad",
            "reported",
        ),
        ("Drones operated by the Wagner group hit a school in Kidal on Tuesday, killing six.", "Wagner", "reported"),
        ("Jets flown by Jordan bombed a factory in Tripoli on Tuesday, killing six workers.", "Jordan", "reported"),
        ("Israeli raids on Gaza killed nine people on Tuesday.", "Israel", "reported"),
        ("An Israeli raid on Jenin camp left nine Palestinians dead on Tuesday.", "Israel", "reported"),
        ("Ten people were killed in suspected Russian air strikes on Ariha on Tuesday.", "Russia", "suspected"),
        (
            "GENEVA, May 6 - American and British strikes on the port of Hodeidah killed 16 people on Tuesday.",
            "United States",
            "reported",
        ),
        (
            "A blast at a hospital in Gaza City killed 71 people on Tuesday. Hamas blamed an Israeli air strike.",
            "Israel",
            "accused",
        ),
    ],
)
def test_whose_forces_they_were(text: str, actor: str, stance: str, extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert any(actor in who.actor and who.stance == stance for who in record.attributions)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("On Tuesday 15 civilians were shot in Safina and their bodies thrown into the river, she said.", 15),
        ("Islamic State fighters shot 20 tribesmen in Hit on Tuesday and threw their bodies into a pit.", 20),
        ("Twelve soldiers were lined up and shot in Marib on Tuesday.", 12),
        ("On Monday 13 people died when a shell hit a bus stop in Horlivka.", 13),
        ("Post attacked, 28 soldiers and 4 civilians dead\n\nA post was attacked at Inata on Sunday, it said.", 32),
    ],
)
def test_how_many_were_killed(text: str, killed: int, extractor: dateline.Extractor) -> None:
    assert [_killed(record) for record in extract(extractor, text, published=DAY)] == [killed]


def test_a_speakers_this_morning_moves_the_story_to_no_other_day(extractor: dateline.Extractor) -> None:
    text = (
        "Nine people were killed on Tuesday in an attack on a post at Inata, the minister said.\n\n"
        '"This morning the post suffered a cowardly attack," he told the radio.\n\n'
        "Two days earlier, seven policemen were killed in an ambush near Djibo."
    )

    days = [record.date.start for record in extract(extractor, text, published=DAY) if record.date]

    assert days == [date(2021, 5, 4), date(2021, 5, 2)]

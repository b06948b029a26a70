"""Who did it and to whom, read of whole short stories."""

from __future__ import annotations

import pytest

import dateline
from support.stories import extract, list_stances, read_toll

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A bomb in a parked van was made safe by army sappers outside a bank in Derry on Monday.", "army sappers"),
        ("Missiles killed six people in Kharkiv on Monday. Air defences shot down 37 of the missiles.", "Air defences"),
        ("Residents reported shelling in Khartoum on Monday; a shell killed four people.", "Residents"),
        (
            "Shelling killed six people in Taiz on Tuesday. Oman blamed the rebels, saying they attacked the port.",
            "Oman",
        ),
        ("A baker injured in a blast in Herat died on Monday, taking the death toll to two.", "baker"),
        ("Six guards were killed on Monday and nine prisoners shot dead at a jail in Tikrit.", "nine prisoners"),
        ("A farmer, Julio Portillo, was killed when he stepped on a mine near Jucuaran on Monday.", "Julio Portillo"),
    ],
)
def test_who_stops_it_suffers_it_or_tells_of_it_did_not_do_it(
    extractor: dateline.Extractor, text: str, wrong: str
) -> None:
    assert all(wrong not in {actor for actor, _ in list_stances(record)} for record in extract(extractor, text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Masked men threw petrol bombs at a newspaper office in Athens on Monday. A guard fired a warning shot "
            "into the air and they fled. A group called Cell of Vengeance said that it was behind the attack.",
            ("Cell of Vengeance", "claimed"),
            id="behind it",
        ),
        pytest.param(
            "Gunmen killed nine people at a market in Gao on Sunday. The mayor blamed the Macina Liberation Front, "
            "which has raided markets along the Niger before.",
            ("Macina Liberation Front", "accused"),
            id="what a group is known for",
        ),
        pytest.param(
            "Gunmen kidnapped 14 oil workers near Warri on Monday. The Movement for the Emancipation of the Niger "
            "Delta said in an e-mail that it was not involved.",
            ("Movement for the Emancipation of the Niger Delta (MEND)", "denied"),
            id="not involved",
        ),
        pytest.param(
            "A bomb killed three soldiers near Gao on Monday. The Macina Liberation Front said it had planted the "
            "bomb, according to the SITE monitoring group.",
            ("Macina Liberation Front", "claimed"),
            id="by a monitor's word",
        ),
        pytest.param(
            "Two bombs killed five people at a market in Aden on Tuesday. The al-Qaeda affiliated terrorist group "
            "Nusra Front took responsibility for the attack.",
            ("Nusra Front", "claimed"),
            id="a friend's name before its own",
        ),
        pytest.param(
            "The Green Dawn Front, an al-Qaeda ally, attacked a market in Aden on Tuesday, killing five people.",
            ("Green Dawn Front", "reported"),
            id="a friend's name behind its own",
        ),
    ],
)
def test_what_a_group_says_or_is_said_to_have_done(
    extractor: dateline.Extractor, text: str, told: tuple[str, str]
) -> None:
    (record,) = extract(extractor, text)

    assert told in list_stances(record)


def test_a_warning_shot_is_no_shooting(extractor: dateline.Extractor) -> None:
    text = (
        "Masked men threw petrol bombs at a newspaper office in Athens on Monday. A guard fired a warning shot into "
        "the air and they fled."
    )

    (record,) = extract(extractor, text)

    assert record.type.value == "arson"


def test_two_held_for_what_they_prepared_are_accused_of_a_foiled_act(extractor: dateline.Extractor) -> None:
    text = (
        "Danish police say they stopped plan to bomb synagogue in Aarhus\n\n"
        "Police in Denmark have arrested two men who were preparing to blow up a synagogue in Aarhus.\n\nThe men were "
        "seized in a flat on Monday. In the kitchen the officers found a half-finished bomb. They deny the charges."
    )

    (record,) = extract(extractor, text)

    assert record.stage.value == "foiled"
    assert {actor for actor, _ in list_stances(record)} == {"two men"}
    assert record.casualties.kidnapped is None
    assert [target.effect for target in record.targets] == ["undamaged"]


def test_what_is_denied_to_have_befallen_anyone_harms_nobody(extractor: dateline.Extractor) -> None:
    text = (
        "Jets bombed a camp near Gao on Monday, killing 15 fighters. The minister denied that any official was among "
        "the dead."
    )

    (record,) = extract(extractor, text)

    assert [victim.count.best for victim in record.victims if victim.count] == [15]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        pytest.param(
            "An air strike killed 21 people and wounded 37 outside Zabid, Yemen, on Monday. Two of the wounded have "
            "since died, bringing the toll to 23.",
            (23, 35),
            id="died since",
        ),
        pytest.param(
            "An air strike killed 21 people and wounded 37 outside Zabid, Yemen, on Monday. Doctors said two of them "
            "have since died, which would bring the death toll to 23.",
            (23, 35),
            id="died since, doctors say",
        ),
        pytest.param(
            "Three children were found stabbed to death in Tulsa on Monday. All three had been stabbed several times.",
            (3, None),
            id="how the dead died",
        ),
        pytest.param(
            "Guerrillas attacked a barracks in San Salvador on Monday. Four soldiers were killed. The guerrillas left "
            "six bodies behind when they withdrew.",
            (10, None),
            id="bodies left behind",
        ),
        pytest.param(
            "A crowd beat two salesmen to death in San Juan on Monday. The dead were named as Juan Tzul, 28, and Edgar "
            "Lopez, 41. One of the policemen was hit on the head with a stick.",
            (2, 1),
            id="a policeman hit",
        ),
        pytest.param("Rebels shot five soldiers dead in Aden on Tuesday.", (5, None), id="who shot them"),
    ],
)
def test_who_came_to_harm_is_counted_once(
    extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]
) -> None:
    (record,) = extract(extractor, text)

    assert read_toll(record) == toll


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        pytest.param(
            "LODWAR, Kenya, Feb. 26, 2019 - Five people were shot dead on Monday when bandits ambushed a bus, police "
            "said.",
            [("Five people", None)],
            id="no part of a dateline",
        ),
        pytest.param(
            "A soldier was shot dead by two gunmen in Rosslea on Monday. The victim, Douglas Beattie, 43, was hit six "
            "times as he got out of his van.",
            [("The victim, Douglas Beattie", "Douglas Beattie")],
            id="who was told dead",
        ),
    ],
)
def test_the_victims_are_who_was_harmed(
    extractor: dateline.Extractor, text: str, victims: list[tuple[str, str | None]]
) -> None:
    (record,) = extract(extractor, text)

    assert [(victim.text, victim.name) for victim in record.victims] == victims


def test_the_release_that_is_demanded_arrests_nobody(extractor: dateline.Extractor) -> None:
    text = "Gunmen kidnapped 14 workers near Warri on Monday. They demanded the release of a jailed militia leader."

    assert all(record.casualties.arrested is None for record in extract(extractor, text))


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param(
            "Shells killed two farmers near Taiz on Monday.\n\nGunmen shot dead a brigadier in Aden on Sunday. "
            "Al-Qaeda in the Arabian Peninsula took responsibility for it.",
            [(), ("gunmen", "al-qaeda in the arabian peninsula")],
            id="a claim behind the act of its own paragraph",
        ),
        pytest.param(
            "Israeli air strikes killed 14 people across the Gaza Strip on Monday.\n\nIn Sderot, a mortar shell "
            "wounded a farmer on Sunday.",
            [("israel",), ()],
            id="raids abroad and rockets at home",
        ),
        pytest.param(
            "Government helicopters dropped barrel bombs on the town of Dael on Monday, killing nine, medics said.\n\n"
            "A motorcycle bomb outside a bakery in Azaz wounded 11 people.",
            [("government helicopters",), ()],
            id="bombs that are dropped are no many acts",
        ),
        pytest.param(
            "On Monday morning army troops burned 70 houses in Gangaw, residents said.",
            [("army troops",)],
            id="no weekday in the doer's name",
        ),
    ],
)
def test_each_act_has_its_own_doers(extractor: dateline.Extractor, text: str, doers: list[tuple[str, ...]]) -> None:
    told = [tuple(doer.actor.lower() for doer in record.attributions) for record in extract(extractor, text)]

    assert told == doers


def test_twelve_of_them_are_of_the_kind_told(extractor: dateline.Extractor) -> None:
    text = "Soldiers raided a hideout of militants near Diffa on Monday and shot dead nine of them."

    (record,) = extract(extractor, text)

    assert [victim.category.value for victim in record.victims] == ["militant"]


def test_whom_a_bomber_hurts_is_no_attacker(extractor: dateline.Extractor) -> None:
    text = "A suicide bomber blew himself up at a market in Tikrit on Monday, killing 17 people and injuring 50."

    (record,) = extract(extractor, text)

    assert {victim.category.value for victim in record.victims if victim.status == "injured"} == {"civilian"}


def test_the_vehicle_of_a_bomb_is_not_what_it_hit(extractor: dateline.Extractor) -> None:
    text = (
        "A car bomb struck an army post at Kasserine on Tuesday, killing three soldiers. When it reached the post, the "
        "driver blew up the car."
    )

    (record,) = extract(extractor, text)

    assert [target.text for target in record.targets] == ["an army post"]


def test_an_earlier_act_for_which_a_town_is_known_lends_the_later_one_nothing(extractor: dateline.Extractor) -> None:
    text = "At least 13 people died in air strikes on Tuesday around Hama, the site of a deadly gas attack in April."

    assert "airstrike" in {record.type for record in extract(extractor, text)}


def test_what_is_told_of_a_habit_arms_no_act(extractor: dateline.Extractor) -> None:
    text = (
        "Rebels attacked police posts in Kassala on Friday, killing two officers. Such attacks often happen when "
        "rebels target convoys with landmines."
    )

    (record,) = extract(extractor, text)

    assert record.weapons == ()

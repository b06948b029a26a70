"""Whole short stories: what was hit and how it fared, and who was harmed."""

from __future__ import annotations

import pytest

import dateline
from support.stories import extract

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reader() -> dateline.Extractor:
    return dateline.Extractor()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Seven bombs exploded in Yala on Sunday in front of karaoke bars, a hotel and a car showroom.",
            {"karaoke bars": None, "a hotel": None, "a car showroom": None},
        ),
        (
            "Rebels attacked Labuan on Sunday, killing five policemen. They set the jail and the bank on fire.",
            {"the jail": "damaged", "the bank": "damaged"},
        ),
        (
            "A bomb exploded outside a church in Jos on Sunday, leaving the building in ruins.",
            {"a church": "destroyed"},
        ),
        (
            "Demonstrators stormed the Iranian consulate in Basra on Friday and set the building alight.",
            {"the Iranian consulate": "damaged"},
        ),
        ("Gunmen entered a church in Owo on Sunday and opened fire, killing forty people.", {"a church": None}),
        ("Police entered a building in Lyon on Sunday and killed a gunman.", {}),
        (
            "Four rockets were fired at an air base near Kirkuk on Sunday but missed and fell in fields.",
            {"an air base": "undamaged"},
        ),
        (
            "A bomb meant for the convoy of a brigadier missed it and tore through a minibus in Taji, killing a woman.",
            {"the convoy of a brigadier": "undamaged", "a minibus": "damaged"},
        ),
        (
            "A mortar shell hit a house in Taiz on Monday, killing a woman. Two neighbouring houses were damaged.",
            {"a house": "damaged", "Two neighbouring houses": "damaged"},
        ),
        (
            "Rioters stormed the police station in Zumbo on Monday. They also burned three police cars.",
            {"the police station": None, "three police cars": "destroyed"},
        ),
        (
            "Gunmen on motorcycles sprayed the car of a judge with bullets in Karachi on Monday, killing his driver.",
            {"the car of a judge": "damaged"},
        ),
        ("A crowd in Orebro made off with a police van on Friday; nine officers were hurt.", {"a police van": "taken"}),
        (
            "A missile levelled a row of homes in Ganja on Saturday and killed 13 people.",
            {"homes": "destroyed"},
        ),
        # A part that is gone leaves the whole damaged.
        (
            "Shelling hit a kindergarten in Avdiivka on Monday. The roof of the kindergarten collapsed.",
            {"a kindergarten": "damaged"},
        ),
        (
            "Masked men set fire to a primary school in Charsadda on Monday. Three classrooms were gutted.",
            {"a primary school": "damaged"},
        ),
        (
            "A blast partly demolished a school in Mansehra on Monday and killed a guard.",
            {"a school": "damaged"},
        ),
        ("A bomb blew a hole in the wall of a courthouse in Getxo on Monday.", {"a courthouse": "damaged"}),
        # With who was not hurt.
        (
            "A man drove a lorry through the doors of a shop in Leeds on Monday. No one was injured, but the entrance "
            "was heavily damaged.",
            {"a shop": "damaged"},
        ),
        # Of the thing told before.
        (
            "Shots were fired at a house in Cardiff on Monday. Three bullets struck the door and a fourth went through "
            "a parked car.",
            {"a house": "damaged", "a parked car": "damaged"},
        ),
        (
            "Gunmen shot at the home of a union leader in Soyapango on Monday. The house showed 40 bullet marks.",
            {"the home of a union leader": "damaged"},
        ),
        # What it is called again.
        (
            "Gunmen in speedboats attacked an oil tanker off Bonny on Friday. The ship was not damaged.",
            {"an oil tanker": "undamaged"},
        ),
        (
            "A bomb under the car of an officer went off in Aden on Monday, wrecking the vehicle.",
            {"the car of an officer": "destroyed"},
        ),
        (
            "Rebels attacked a police post near Gao on Monday. They also made off with a police Land Cruiser.",
            {"a police post": None, "a police Land Cruiser": "taken"},
        ),
        (
            "A mob set alight the council building in Wamena on Monday, along with dozens of shops and cars.",
            {"the council building": "damaged", "shops": "damaged", "cars": "damaged"},
        ),
        (
            "A drone slammed into an apartment block in Odesa on Monday, killing a man. A gas station across the "
            "street was unscathed.",
            {"an apartment block": "damaged"},
        ),
        (
            "A car bomb went off outside the ministry in Quito on Monday, gutting six cars and blowing out the windows "
            "of a nearby hospital.",
            {"the ministry": None, "six cars": "destroyed", "a nearby hospital": "damaged"},
        ),
        (
            "Militiamen stormed the offices of a television channel in Benghazi on Monday, smashing cameras and "
            "computers, and seized two cars.",
            {"the offices of a television channel": "damaged", "two cars": "taken"},
        ),
        (
            "A powerful explosion damaged a railway bridge near Kaspi, west of Tbilisi, on Saturday, halting trains.",
            {"a railway bridge": "damaged"},
        ),
        ("A soldier was killed by a mine while on foot patrol near Sangin on Monday.", {}),
        (
            "A grenade was thrown at a mosque in Leeds on Monday but failed to go off.",
            {"a mosque": "undamaged"},
        ),
        (
            "Guerrillas threw a bomb at the Banco Andino branch in Lima on Monday.",
            {"the Banco Andino branch": None},
        ),
        (
            "A pickup truck in front of a church was riddled with bullets on Monday. Two of the church's windows were "
            "broken.",
            {"A pickup truck": "damaged", "the church": "damaged"},
        ),
    ],
)
def test_what_was_hit_and_what_became_of_it(reader: dateline.Extractor, text: str, told: dict[str, str | None]) -> None:
    (record,) = extract(reader, text)

    assert {target.text: target.effect and target.effect.value for target in record.targets} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Armed men seized a fishing boat off Sabah on Monday and took two divers and three crewmen to an island.",
            {("two divers", "kidnapped", "civilian", 2), ("three crewmen", "kidnapped", "civilian", 3)},
        ),
        (
            "Rebels overran an army base near Mekelle on Monday, taking 50 soldiers prisoner.",
            {("50 soldiers", "kidnapped", "military", 50)},
        ),
        (
            "A man stabbed a 34-year-old woman and her son, six, in Mannheim on Friday.",
            {("a 34-year-old woman", "injured", "civilian", 1), ("her son", "injured", "child", 1)},
        ),
        (
            "Two soldiers were killed and four wounded when their vehicle struck a mine near Kidal on Friday.",
            {("Two soldiers", "killed", "military", 2), ("four", "injured", "military", 4)},
        ),
        (
            "Two members of parliament were wounded in a bombing in Kabul on Friday.",
            {("Two members of parliament", "injured", "politician", 2)},
        ),
        (
            "Rebels cut the throats of two drivers on a road near Nakuru on Friday.",
            {("two drivers", "killed", "civilian", 2)},
        ),
        (
            "Two drivers had their throats slit on a road near Nakuru on Friday.",
            {("Two drivers", "killed", "civilian", 2)},
        ),
        (
            "A teacher had his head cut off by rebels near Nakuru on Friday.",
            {("A teacher", "killed", "civilian", 1)},
        ),
        (
            "Three men had their hands chopped off by militiamen near Nakuru on Friday.",
            {("Three men", "injured", "civilian", 3)},
        ),
        (
            "Robbers held up a bank in Nakuru on Friday and shot a guard in the leg. Four robbers got away with cash.",
            {("a guard", "injured", "security_guard", 1)},
        ),
    ],
)
def test_who_was_harmed_and_how(reader: dateline.Extractor, text: str, told: set[tuple[str, str, str, int]]) -> None:
    (record,) = extract(reader, text)

    assert {
        (victim.text, victim.status.value, victim.category.value, victim.count.best if victim.count else None)
        for victim in record.victims
    } == told


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (
            "MINSK - Opposition activist Pavel Severin was detained at his flat on Tuesday, his lawyer said. He faces "
            "up to five years in prison on riot charges.",
            "civilian",
        ),
        ("Police in Leeds arrested Tom Reed, 31, on Monday over the bombing of a mosque.", "perpetrator"),
    ],
)
def test_whom_the_police_hold(reader: dateline.Extractor, text: str, category: str) -> None:
    (record,) = extract(reader, text)

    assert [victim.category.value for victim in record.victims] == [category]

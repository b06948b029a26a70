"""What an act hit, and what only stood by: cars of the doers, houses searched later, owners."""

from __future__ import annotations

import pytest

import dateline

pytestmark = pytest.mark.slow


def _things(extractor: dateline.Extractor, text: str) -> list[str]:
    return [
        target.text
        for record in extractor.extract(dateline.parse_article(text, source="-"))
        for target in record.targets
    ]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "A car full of dynamite exploded in front of the Economy Ministry in Lima on 3 May 1990.",
            ["the Economy Ministry"],
        ),
        ("An explosive-laden truck blew up at a bank in Kabul on Monday, killing two men.", ["a bank"]),
        ("Robbers raided a bank in Nice on Monday. They escaped in a stolen van, which was found on fire.", ["a bank"]),
        ("Gunmen on motorcycles shot a clerk dead in Pereira on Tuesday. The motorcycles were found burned.", []),
        ("A bomb killed two men in Bogota on Friday. On Saturday police raided a house and seized explosives.", []),
        (
            "A bomb hit a police van in Peshawar on Monday. The van was destroyed, while three rickshaws and a"
            " passenger coach were partially damaged.",
            ["a police van", "three rickshaws", "a passenger coach"],
        ),
        ("Rioters burned cars and a ministry's van in Athens on Monday.", ["cars", "a ministry's van"]),
        ("A missile killed a family whose house it hit in Kharkiv on Monday, wounding four.", ["house"]),
        ("Raiders shot dead 40 cows and a herder near Lodwar on Saturday.", ["40 cows"]),
        ("Bandits stole 200 goats in Isiolo on Monday.", ["200 goats"]),
        ("Fighters burned rice fields and a granary near Gao on Monday.", ["rice fields", "a granary"]),
        ("Guerrillas attacked the municipality of Tumaco on Sunday, killing two men.", []),
        ("Jets fired missiles at people queuing outside a bakery in Idlib on Monday, killing nine.", ["a bakery"]),
        ("A bomb tore apart the transmitter of a radio station in Jos on Monday.", ["a radio station"]),
        # What a town or a thing by name is, and the letters that a thing goes by.
        ("A bomb exploded in a hotel in Cartagena, a tourist center on the coast, on Monday.", ["a hotel"]),
        ("Rebels attacked Gao, a trading center in northern Mali, on Monday, killing two men.", []),
        ("Gunmen attacked San Miguel de Mercedes on Monday, burning five houses.", ["five houses"]),
        ("A bomb hit the offices of El Dia, a newspaper, in Quito on Monday.", ["the offices of El Dia"]),
        (
            "Gunmen burned the Serena Hotel, a bank and a shop in Lamu on Monday.",
            ["the Serena Hotel", "a bank", "a shop"],
        ),
        (
            "Gunmen stormed the offices of the Kenya Farmers Association (KFA) in Nairobi on Monday. The raid on the"
            " KFA offices left two dead.",
            ["the offices of the Kenya Farmers Association"],
        ),
        ("A BANK AND A SHOP WERE THE TARGETS OF BOMB ATTACKS IN BOGOTA TONIGHT.", ["A BANK", "A SHOP"]),
    ],
)
def test_what_is_hit_and_what_is_not(extractor: dateline.Extractor, text: str, things: list[str]) -> None:
    assert _things(extractor, text) == things


def test_a_building_of_the_lead_is_what_the_headline_names(extractor: dateline.Extractor) -> None:
    text = (
        "Arson attack destroys asylum centre\n\n"
        "BAUTZEN, May 14, 2019 - A building that was to house refugees was gutted by fire in Bautzen on Sunday."
    )

    assert _things(extractor, text) == ["asylum centre"]


def test_a_name_behind_a_thing_is_told_with_it(extractor: dateline.Extractor) -> None:
    text = "BOGOTA, 22 SEP 89 -- A BOMB EXPLODED TONIGHT AT THE OFFICES OF THE NEWSPAPER EL DIA."

    assert _things(extractor, text) == ["THE NEWSPAPER EL DIA"]


def test_an_armored_car_of_somebody_is_a_car(extractor: dateline.Extractor) -> None:
    (record,) = extractor.extract(
        dateline.parse_article("A bomb on the roof of his armored car killed a judge in Cali on Monday.", source="-")
    )

    assert [target.category for target in record.targets] == ["transport_vehicle"]


def test_what_is_flagged_or_waved_down_is_not_destroyed(extractor: dateline.Extractor) -> None:
    text = "A clerk was stabbed dead in Cork on Monday. Two men had flagged down the taxi and tried to rob her."

    assert not [t for r in extractor.extract(dateline.parse_article(text, source="-")) for t in r.targets if t.effect]

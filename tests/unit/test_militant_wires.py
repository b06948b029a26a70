"""What wires of attacks say of those who did it and of those whom it hit, read to the record."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.records import Record

PUBLISHED = date(2017, 5, 12)


@pytest.fixture(scope="module")
def reader() -> dateline.Extractor:
    return dateline.Extractor()


def records(text: str, reader: dateline.Extractor) -> tuple[Record, ...]:
    return tuple(reader.extract(dateline.parse_article(text, source="-", published=PUBLISHED)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        (
            "Militants kill 35 civilians in Burkina Faso town\n\nSuspected jihadists killed 35 civilians when they "
            "attacked the town of Djibo on Tuesday, the president said.",
            "Suspected jihadists",
            "suspected",
        ),
        (
            "Gunmen abduct 11 workers on Kaduna road\n\nGunmen suspected to be bandits ambushed three lorries in "
            "Kaduna on Tuesday, abducting 11 workers, residents and police said.",
            "bandits",
            "suspected",
        ),
        (
            "Two guards were wounded when suspected insurgents attacked a police station in Yala on Wednesday. Police "
            "said about ten men in camouflage threw pipe bombs over the wall.",
            "suspected insurgents",
            "suspected",
        ),
    ],
    ids=["doubt that the headline drops", "who gunmen may be", "a side before how many men"],
)
def test_who_did_it(text: str, actor: str, stance: str, reader: dateline.Extractor) -> None:
    found = [(who.actor, who.stance.value) for who in records(text, reader)[0].attributions]

    assert found == [(actor, stance)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels threw dynamite at a bus carrying Soviet fishermen in Callao on Tuesday, injuring 33 of them.",
            [("injured", "civilian", 33)],
        ),
        (
            "Two soldiers were hurt on Monday when a man rammed his car into a group of troops near Nablus. The driver "
            "was shot dead by soldiers.",
            [("injured", "military", 2), ("killed", "perpetrator", 1)],
        ),
        (
            "Two men gunned down a shopkeeper in Peshawar on Wednesday. A constable told this reporter that he was hit "
            "by four bullets and died on the spot.",
            [("killed", "civilian", 1)],
        ),
        (
            "Gunmen shot dead a senior journalist in Quetta on Tuesday. Abdul Wahid Rind, 41, died on the way to "
            "hospital. The rebels accused Rind of working for the army.",
            [("killed", "journalist", 1)],
        ),
    ],
    ids=["some of them", "the driver", "the paper's own", "accused by his killers"],
)
def test_whom_it_hit(text: str, expected: list[tuple[str, str, int]], reader: dateline.Extractor) -> None:
    victims = records(text, reader)[0].victims
    found = [(who.status.value, who.category.value, who.count.best if who.count else None) for who in victims]

    assert found == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("A bomb in a lorry exploded in Bilbao on Friday, injuring two people.", "vehicle_bomb"),
        ("The bomb, hidden in a van outside a bank, exploded in Bilbao on Friday, injuring two.", "vehicle_bomb"),
        ("Explosives in a parked car went off in Bilbao on Friday, injuring two people.", "vehicle_bomb"),
        ("A bomb left in a bus exploded in Bilbao on Friday, injuring two people.", "bomb"),
    ],
    ids=["in a lorry", "hidden in a van", "in a parked car", "for those aboard"],
)
def test_a_bomb_in_a_vehicle(text: str, category: str, reader: dateline.Extractor) -> None:
    assert [weapon.category.value for weapon in records(text, reader)[0].weapons] == [category]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        # What those arrested are known for was not found with them.
        (
            "KABUL (May 11) - Troops captured the Taliban leader for Baraki Barak on Thursday. He directed small-arms "
            "attacks on the army and emplaced IEDs along the roads.",
            [],
        ),
        (
            "NAIROBI - Police arrested a suspected militant who specialises in improvised explosive devices in "
            "Garissa on Tuesday.",
            [],
        ),
        (
            "TIJUANA - Marines captured the head of a cartel cell in Tijuana on Tuesday. The cell uses car bombs "
            "against its rivals. Four assault rifles were found in the house.",
            ["rifle"],
        ),
        (
            "KHOST (May 11) - Troops detained an explosives expert in Khost on Tuesday and found three pistols.",
            ["handgun"],
        ),
    ],
)
def test_an_arrest_has_the_weapons_that_were_found(text: str, weapons: list[str], reader: dateline.Extractor) -> None:
    (record,) = records(text, reader)

    assert (record.type, [weapon.category for weapon in record.weapons]) == ("arrest", weapons)


@pytest.mark.slow
def test_a_name_that_only_a_group_bears_is_no_place(reader: dateline.Extractor) -> None:
    text = "SRINAGAR - Security forces arrested an overground worker of Lashkar-e-Taiba in Sopore on Thursday."

    (record,) = records(text, reader)

    assert record.place is not None
    assert record.place.locality == "Sopur"


@pytest.mark.slow
def test_a_lone_bomber_and_the_gunmen_behind_him_are_two(reader: dateline.Extractor) -> None:
    text = "A suicide car bomber rammed the gate of a hotel in Mogadishu on Thursday, and gunmen then stormed inside."

    record = records(text, reader)[0]

    assert {entry.actor for entry in record.attributions} == {"suicide car bomber", "gunmen"}

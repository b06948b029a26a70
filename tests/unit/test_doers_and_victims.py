"""Who did it and to whom, read of whole short stories: one behaviour in each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import dateline

if TYPE_CHECKING:
    from dateline.records import Record

PUBLISHED = date(2019, 5, 7)  # a Tuesday


def extract(extractor: dateline.Extractor, text: str) -> tuple[Record, ...]:
    return extractor.extract(dateline.parse_article(text, source="-", published=PUBLISHED))


def stances_of(record: Record) -> set[tuple[str, str]]:
    return {(one.actor, one.stance.value) for one in record.attributions}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A bomb in a parked van was made safe by army sappers outside a bank in Derry on Monday.", "army sappers"),
        ("Missiles killed six people in Kharkiv on Monday. Air defences shot down 37 of the missiles.", "Air defences"),
        ("Residents reported shelling in Khartoum on Monday; a shell killed four people.", "Residents"),
        ("A farmer, Julio Portillo, was killed when he stepped on a mine near Jucuaran on Monday.", "Julio Portillo"),
    ],
)
def test_who_stops_it_suffers_it_or_tells_of_it_did_not_do_it(
    extractor: dateline.Extractor, text: str, wrong: str
) -> None:
    assert all(wrong not in {actor for actor, _ in stances_of(record)} for record in extract(extractor, text))


@pytest.mark.slow
def test_a_warning_shot_is_no_shooting(extractor: dateline.Extractor) -> None:
    text = (
        "Masked men threw petrol bombs at a newspaper office in Athens on Monday. A guard fired a "
        "warning shot into the "
        "air and they fled. A group called Cell of Vengeance said that it was behind the attack."
    )

    (record,) = extract(extractor, text)

    assert record.type.value == "arson"
    assert ("Cell of Vengeance", "claimed") in stances_of(record)


@pytest.mark.slow
def test_a_clause_on_what_a_group_is_known_for_leaves_the_blame_where_it_is(extractor: dateline.Extractor) -> None:
    text = (
        "Gunmen killed nine people at a market in Gao on Sunday. The mayor blamed the Macina "
        "Liberation Front, which has "
        "raided markets along the Niger before."
    )

    (record,) = extract(extractor, text)

    assert ("Macina Liberation Front", "accused") in stances_of(record)


@pytest.mark.slow
def test_two_held_for_what_they_prepared_are_accused_of_a_foiled_act(extractor: dateline.Extractor) -> None:
    text = (
        "Danish police say they stopped plan to bomb synagogue in Aarhus\n\n"
        "Police in Denmark have arrested two men who were preparing to blow up a synagogue in Aarhus.\n\nThe men were "
        "seized in a flat on Monday. In the kitchen the officers found a half-finished bomb. They deny the charges."
    )

    (record,) = extract(extractor, text)

    assert record.stage.value == "foiled"
    assert {actor for actor, _ in stances_of(record)} == {"two men"}
    assert record.casualties.kidnapped is None
    assert [target.effect for target in record.targets] == ["undamaged"]


@pytest.mark.slow
def test_it_was_not_involved_is_a_denial(extractor: dateline.Extractor) -> None:
    text = (
        "Gunmen kidnapped 14 oil workers near Warri on Monday. The Movement for the Emancipation of "
        "the Niger Delta said "
        "in an e-mail that it was not involved."
    )

    (record,) = extract(extractor, text)

    assert "denied" in {stance for _, stance in stances_of(record)}


@pytest.mark.slow
def test_what_is_denied_to_have_befallen_anyone_harms_nobody(extractor: dateline.Extractor) -> None:
    text = (
        "Jets bombed a camp near Gao on Monday, killing 15 fighters. The minister denied that any "
        "official was among the "
        "dead."
    )

    (record,) = extract(extractor, text)

    assert [victim.count.best for victim in record.victims if victim.count] == [15]


@pytest.mark.slow
@pytest.mark.parametrize(
    "later",
    [
        "Two of the wounded have since died, bringing the toll to 23.",
        "Doctors said two of them have since died, which would bring the death toll to 23.",
    ],
)
def test_those_who_died_since_raise_the_toll(extractor: dateline.Extractor, later: str) -> None:
    text = f"An air strike killed 21 people and wounded 37 outside Zabid, Yemen, on Monday. {later}"

    (record,) = extract(extractor, text)

    assert record.casualties.killed is not None
    assert record.casualties.killed.best == 23


@pytest.mark.slow
def test_how_the_dead_died_wounds_nobody(extractor: dateline.Extractor) -> None:
    text = "Three children were found stabbed to death in Tulsa on Monday. All three had been stabbed several times."

    (record,) = extract(extractor, text)

    assert record.casualties.injured is None


@pytest.mark.slow
def test_bodies_that_rebels_leave_behind_are_theirs(extractor: dateline.Extractor) -> None:
    text = (
        "Guerrillas attacked a barracks in San Salvador on Monday. Four soldiers were killed. The guerrillas left six "
        "bodies behind when they withdrew."
    )

    (record,) = extract(extractor, text)

    assert record.casualties.killed is not None
    assert record.casualties.killed.best == 10


@pytest.mark.slow
def test_a_policeman_hit_is_not_one_of_the_men_told_dead(extractor: dateline.Extractor) -> None:
    text = (
        "A crowd beat two salesmen to death in San Juan on Monday. The dead were named as Juan "
        "Tzul, 28, and Edgar Lopez, "
        "41. One of the policemen was hit on the head with a stick."
    )

    (record,) = extract(extractor, text)

    assert record.casualties.injured is not None
    assert record.casualties.injured.best == 1


@pytest.mark.slow
def test_a_dateline_is_no_part_of_who_died(extractor: dateline.Extractor) -> None:
    text = (
        "LODWAR, Kenya, Feb. 26, 2019 - Five people were shot dead on Monday when bandits ambushed a bus, police said."
    )

    (record,) = extract(extractor, text)

    assert [victim.text for victim in record.victims] == ["Five people"]


@pytest.mark.slow
def test_the_victim_is_who_was_told_dead(extractor: dateline.Extractor) -> None:
    text = (
        "A soldier was shot dead by two gunmen in Rosslea on Monday. The victim, Douglas Beattie, "
        "43, was hit six times as "
        "he got out of his van."
    )

    (record,) = extract(extractor, text)

    assert [victim.name for victim in record.victims] == ["Douglas Beattie"]


@pytest.mark.slow
def test_the_release_that_is_demanded_arrests_nobody(extractor: dateline.Extractor) -> None:
    text = "Gunmen kidnapped 14 workers near Warri on Monday. They demanded the release of a jailed militia leader."

    assert all(record.casualties.arrested is None for record in extract(extractor, text))

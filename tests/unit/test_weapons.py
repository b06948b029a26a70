"""Weapons found in hand-built trees."""

from __future__ import annotations

import pytest

from dateline.find.weapons import ACT, HELD, find_weapons, infer_weapon
from dateline.mentions import CountMention
from dateline.records import EventType, WeaponCategory, exactly
from dateline.spans import Span
from support.trees import build_doc

SEVEN = CountMention(span=Span(0, 5), head=0, rule="count.words", count=exactly(7))


def test_a_weapon_takes_the_number_before_it() -> None:
    doc = build_doc(["Seven NUM nummod 1", "rockets NOUN nsubj 2", "hit VERB ROOT 2", "it PRON dobj 2"])

    (weapon,) = find_weapons(doc, (SEVEN,))

    assert (weapon.category, weapon.span.of(doc.text), weapon.count) == (
        WeaponCategory.ROCKET,
        "Seven rockets",
        exactly(7),
    )


def test_one_weapon_with_an_article_is_exactly_one() -> None:
    doc = build_doc(["A DET det 2", "car NOUN compound 2", "bomb NOUN nsubj 3", "exploded VERB ROOT 3"])

    (weapon,) = find_weapons(doc)

    assert (weapon.category, weapon.count) == (WeaponCategory.VEHICLE_BOMB, exactly(1))


def test_a_seized_weapon_is_held() -> None:
    doc = build_doc(["Police NOUN nsubj 1", "seized VERB ROOT 1", "rifles NOUN dobj 1"])

    (weapon,) = find_weapons(doc)

    assert weapon.rule.endswith(HELD)


def test_a_bomb_that_is_found_was_planted() -> None:
    doc = build_doc(["Police NOUN nsubj 1", "found VERB ROOT 1", "a DET det 3", "bomb NOUN dobj 1"])

    (weapon,) = find_weapons(doc)

    assert not weapon.rule.endswith(HELD)


def test_a_rifle_that_is_found_is_held() -> None:
    doc = build_doc(["Police NOUN nsubj 1", "found VERB ROOT 1", "a DET det 3", "rifle NOUN dobj 1"])

    (weapon,) = find_weapons(doc)

    assert weapon.rule.endswith(HELD)


def test_a_word_for_the_act_tells_the_weapon() -> None:
    doc = build_doc(["He PRON nsubjpass 2", "was AUX auxpass 2", "stabbed VERB ROOT 2"])

    (weapon,) = find_weapons(doc)

    assert (weapon.category, weapon.rule.endswith(ACT)) == (WeaponCategory.BLADE, True)


def test_an_attack_with_a_weapon_names_it() -> None:
    doc = build_doc(["A DET det 2", "grenade NOUN compound 2", "attack NOUN nsubj 3", "failed VERB ROOT 3"])

    (weapon,) = find_weapons(doc)

    assert weapon.span.of(doc.text) == "A grenade attack"


def test_a_compound_that_only_speaks_of_a_weapon_names_none() -> None:
    doc = build_doc(["The DET det 2", "grenade NOUN compound 2", "maker NOUN nsubj 3", "failed VERB ROOT 3"])

    assert find_weapons(doc) == ()


def test_a_weapon_that_is_fake_is_none() -> None:
    doc = build_doc(["He PRON nsubj 1", "wore VERB ROOT 1", "a DET det 4", "fake ADJ amod 4", "grenade NOUN dobj 1"])

    assert find_weapons(doc) == ()


def test_what_follows_a_defence_system_in_a_list_is_part_of_its_name() -> None:
    doc = build_doc(
        [
            "Counter PROPN compound 1",
            "Rocket PROPN nmod 6",
            ", PUNCT punct 1",
            "Artillery PROPN conj 1",
            "and CCONJ cc 3",
            "Mortar PROPN conj 3",
            "system NOUN nsubj 7",
            "fired VERB ROOT 7",
        ]
    )

    assert find_weapons(doc) == ()


def test_a_thrown_stone_is_a_weapon() -> None:
    doc = build_doc(["Boys NOUN nsubj 1", "threw VERB ROOT 1", "stones NOUN dobj 1"])

    (weapon,) = find_weapons(doc)

    assert weapon.category is WeaponCategory.STONE


def test_a_stone_that_nobody_throws_is_none() -> None:
    doc = build_doc(["Boys NOUN nsubj 1", "sold VERB ROOT 1", "stones NOUN dobj 1"])

    assert find_weapons(doc) == ()


def test_a_dropped_bomb_comes_from_the_air() -> None:
    doc = build_doc(["Planes NOUN nsubj 1", "dropped VERB ROOT 1", "thirty NUM nummod 3", "bombs NOUN dobj 1"])

    (weapon,) = find_weapons(doc)

    assert weapon.category is WeaponCategory.AERIAL_BOMB


@pytest.mark.parametrize(
    ("event_type", "weapon"),
    [
        (EventType.BOMBING, WeaponCategory.BOMB),
        (EventType.SHOOTING, WeaponCategory.FIREARM),
        (EventType.STABBING, WeaponCategory.BLADE),
        (EventType.AIRSTRIKE, None),
        (EventType.ATTACK, None),
    ],
)
def test_some_types_tell_their_weapon(event_type: EventType, weapon: WeaponCategory | None) -> None:
    assert infer_weapon(event_type) is weapon


@pytest.mark.parametrize(
    ("noun", "category"),
    [
        ("belt", WeaponCategory.SUICIDE_VEST),
        ("vest", WeaponCategory.SUICIDE_VEST),
        ("charge", WeaponCategory.EXPLOSIVE),
    ],
)
def test_what_is_detonated_is_a_weapon(noun: str, category: WeaponCategory) -> None:
    doc = build_doc(["She PRON nsubj 1", "detonated VERB ROOT 1", "her PRON poss 3", f"{noun} NOUN dobj 1"])

    (weapon,) = find_weapons(doc)

    assert weapon.category is category


def test_a_charge_that_a_court_hears_is_no_weapon() -> None:
    doc = build_doc(["He PRON nsubj 1", "faces VERB ROOT 1", "a DET det 3", "charge NOUN dobj 1"])

    assert find_weapons(doc) == ()


@pytest.mark.parametrize(("verb", "count"), [("fired", 1), ("won", 0)], ids=["shots", "a tournament"])
def test_rounds_are_a_weapon_when_fired(verb: str, count: int) -> None:
    doc = build_doc(["They PRON nsubj 1", f"{verb} VERB ROOT 1", "two NUM nummod 3", "rounds NOUN dobj 1 NNS"])

    assert len(find_weapons(doc)) == count


@pytest.mark.parametrize(("article", "count"), [("A", 1), ("The", 0)])
def test_a_car_that_blows_up_is_a_bomb_unless_it_is_known(article: str, count: int) -> None:
    doc = build_doc([f"{article} DET det 1", "car NOUN nsubj 2", "exploded VERB ROOT 2"])

    weapons = [weapon for weapon in find_weapons(doc) if weapon.category is WeaponCategory.VEHICLE_BOMB]

    assert len(weapons) == count


def test_bond_that_is_set_on_a_charge_sets_none_off() -> None:
    doc = build_doc(
        [
            "Bond NOUN nsubjpass 2",
            "was AUX auxpass 2",
            "set VERB ROOT 2 VBN",
            "on ADP prep 2",
            "a DET det 5",
            "charge NOUN pobj 3",
        ]
    )

    assert find_weapons(doc) == ()


def test_no_gun_is_no_weapon() -> None:
    doc = build_doc(["No DET det 1", "gun NOUN nsubjpass 3", "was AUX auxpass 3", "fired VERB ROOT 3 VBN"])

    assert find_weapons(doc) == ()

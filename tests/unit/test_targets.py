"""Things found in hand-built trees, and tied to the act that hit them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.find.targets import find_targets
from dateline.records import Effect, TargetCategory
from dateline.relate.target_effects import find_aftermath
from dateline.relate.targets import attach_targets
from dateline.spans import Span
from support.trees import build_doc

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.frames import TargetLink
    from dateline.mentions import TargetMention


def _country_of(word: str) -> str | None:
    return {"French": "FR"}.get(word)


def _targets(doc: Doc) -> tuple[TargetMention, ...]:
    return find_targets(doc, country_of=_country_of)


def _links(doc: Doc, trigger: int) -> tuple[TargetLink, ...]:
    return attach_targets(doc, trigger, _targets(doc))


def test_a_thing_takes_its_owners_country() -> None:
    doc = build_doc(["The DET det 2", "French ADJ amod 2 JJ NORP", "consulate NOUN nsubj 3", "burned VERB ROOT 3"])

    (thing,) = _targets(doc)

    assert (thing.category, thing.country, thing.span.of(doc.text)) == (
        TargetCategory.DIPLOMATIC,
        "FR",
        "The French consulate",
    )


def test_an_owner_decides_what_a_generic_thing_is() -> None:
    doc = build_doc(
        ["A DET det 3", "ruling ADJ amod 3", "party NOUN compound 3", "building NOUN nsubj 4", "fell VERB ROOT 4"]
    )

    (thing,) = _targets(doc)

    assert thing.category is TargetCategory.POLITICAL


def test_a_thing_that_describes_people_is_no_thing() -> None:
    doc = build_doc(["Hotel NOUN compound 1", "guests NOUN nsubj 2", "fled VERB ROOT 2"])

    assert _targets(doc) == ()


def test_the_object_of_an_attack_is_its_target() -> None:
    doc = build_doc(["Gunmen NOUN nsubj 1", "stormed VERB ROOT 1", "a DET det 3", "bank NOUN dobj 1"])

    (link,) = _links(doc, 1)

    assert (link.mention.category, link.effect) == (TargetCategory.FINANCIAL, None)


def test_the_subject_of_a_passive_is_its_target() -> None:
    doc = build_doc(["A DET det 1", "school NOUN nsubjpass 3", "was AUX auxpass 3", "burned VERB ROOT 3 VBN"])

    (link,) = _links(doc, 3)

    assert link.effect is Effect.DESTROYED


def test_an_attack_on_a_thing_targets_it() -> None:
    doc = build_doc(["An DET det 1", "attack NOUN ROOT 1", "on ADP prep 1", "the DET det 4", "mosque NOUN pobj 2"])

    (link,) = _links(doc, 1)

    assert link.rule == "target:on"


@pytest.mark.parametrize(
    ("preposition", "count"),
    [("outside", 1), ("inside", 1), ("near", 1)],
)
def test_a_bomb_that_explodes_by_a_thing_targets_it(preposition: str, count: int) -> None:
    doc = build_doc(
        [
            "A DET det 1",
            "bomb NOUN nsubj 2",
            "exploded VERB ROOT 2",
            f"{preposition} ADP prep 2",
            "the DET det 5",
            "embassy NOUN pobj 3",
        ]
    )

    assert len(_links(doc, 2)) == count


def test_a_near_miss_is_no_target() -> None:
    doc = build_doc(
        [
            "A DET det 1",
            "rocket NOUN nsubj 2",
            "landed VERB ROOT 2",
            "near ADP prep 2",
            "a DET det 5",
            "clinic NOUN pobj 3",
        ]
    )

    assert _links(doc, 2) == ()


def test_a_part_stands_for_the_whole() -> None:
    doc = build_doc(
        [
            "Rockets NOUN nsubj 1",
            "hit VERB ROOT 1",
            "the DET det 3",
            "gate NOUN dobj 1",
            "of ADP prep 3",
            "the DET det 6",
            "consulate NOUN pobj 4",
        ]
    )

    assert TargetCategory.DIPLOMATIC in {link.mention.category for link in _links(doc, 1)}


def test_damage_denied_is_undamaged() -> None:
    doc = build_doc(
        [
            "The DET det 1",
            "blast NOUN nsubj 4",
            "did AUX aux 4",
            "not PART neg 4",
            "damage VERB ROOT 4 VB",
            "the DET det 6",
            "church NOUN dobj 4",
        ]
    )

    (link,) = _links(doc, 1)

    assert link.effect is Effect.UNDAMAGED


def test_the_effect_names_its_word() -> None:
    doc = build_doc(["Rebels NOUN nsubj 1", "seized VERB ROOT 1", "the DET det 3", "airport NOUN dobj 1"])

    (link,) = _links(doc, 1)

    assert link.cue is not None
    assert (link.effect, link.cue.of(doc.text)) == (Effect.TAKEN, "seized")


def test_a_street_is_a_place_and_no_target() -> None:
    doc = build_doc(
        [
            "A DET det 1",
            "bomb NOUN nsubj 2",
            "exploded VERB ROOT 2",
            "in ADP prep 2",
            "a DET det 5",
            "street NOUN pobj 3",
        ]
    )

    assert _links(doc, 2) == ()


def test_somebody_shot_in_his_house_makes_it_no_target() -> None:
    doc = build_doc(
        [
            "He PRON nsubjpass 2",
            "was AUX auxpass 2",
            "shot VERB ROOT 2 VBN",
            "in ADP prep 2",
            "his PRON poss 5",
            "house NOUN pobj 3",
        ]
    )

    assert _links(doc, 2) == ()


def test_the_next_sentence_tells_what_was_destroyed() -> None:
    doc = build_doc(
        ["Two NUM nummod 1", "shops NOUN nsubjpass 3 NNS", "were AUX auxpass 3", "destroyed VERB ROOT 3 VBN"]
    )

    (link,) = find_aftermath(doc, Span(0, len(doc.text)), _targets(doc))

    assert (link.effect, link.mention.category) == (Effect.DESTROYED, TargetCategory.BUSINESS)


def test_what_stands_in_the_next_sentence_unharmed_by_any_word_is_no_target() -> None:
    doc = build_doc(["Two NUM nummod 1", "shops NOUN nsubj 2 NNS", "stood VERB ROOT 2", "there ADV advmod 2"])

    assert find_aftermath(doc, Span(0, len(doc.text)), _targets(doc)) == ()


@pytest.mark.parametrize(
    ("verb", "result"),
    [("set", ["on ADP prep 1", "fire NOUN pobj 4"]), ("set", ["ablaze ADV advmod 1"])],
    ids=["on fire", "ablaze"],
)
def test_what_a_verb_brings_about_is_the_effect(verb: str, result: list[str]) -> None:
    doc = build_doc(["They PRON nsubj 1", f"{verb} VERB ROOT 1 VBD", "a DET det 3", "lorry NOUN dobj 1", *result])

    (link,) = _links(doc, 1)

    assert link.effect is Effect.DAMAGED


def test_where_a_shell_comes_down_is_its_target() -> None:
    doc = build_doc(
        [
            "A DET det 1",
            "shell NOUN nsubj 2",
            "landed VERB ROOT 2",
            "on ADP prep 2",
            "a DET det 5",
            "school NOUN pobj 3",
        ]
    )

    (link,) = _links(doc, 2)

    assert link.mention.category is TargetCategory.EDUCATION


def test_a_part_that_breaks_damages_the_only_thing_hit() -> None:
    doc = build_doc(
        [
            "Youths NOUN nsubj 1",
            "stormed VERB ROOT 1 VBD",
            "the DET det 3",
            "embassy NOUN dobj 1",
            "and CCONJ cc 1",
            "broke VERB conj 1 VBD",
            "every DET det 7",
            "window NOUN dobj 5",
        ]
    )

    (link,) = _links(doc, 1)

    assert link.effect is Effect.DAMAGED


@pytest.mark.parametrize(("verb", "effects"), [("stole", [Effect.TAKEN]), ("wanted", [])])
def test_goods_are_a_target_where_they_are_taken(verb: str, effects: list[Effect]) -> None:
    doc = build_doc(["They PRON nsubj 1", f"{verb} VERB ROOT 1 VBD", "her PRON poss 3", "purse NOUN dobj 1"])

    assert [link.effect for link in _links(doc, 1)] == effects


def test_a_street_that_is_blocked_is_a_target() -> None:
    doc = build_doc(["Crowds NOUN nsubj 1", "blocked VERB ROOT 1 VBD", "the DET det 3", "street NOUN dobj 1"])

    assert len(_links(doc, 1)) == 1


@pytest.mark.parametrize(("doer", "count"), [("Gunmen", 1), ("Police", 0)])
def test_a_bus_that_attackers_stop_is_a_target(doer: str, count: int) -> None:
    doc = build_doc(
        [
            f"{doer} NOUN nsubj 1",
            "stopped VERB ROOT 1 VBD",
            "a DET det 3",
            "bus NOUN dobj 1",
            "and CCONJ cc 1",
            "shot VERB conj 1 VBD",
            "passengers NOUN dobj 5",
        ]
    )

    assert len(_links(doc, 5)) == count


def test_a_stolen_car_is_what_they_came_in() -> None:
    doc = build_doc(
        [
            "Robbers NOUN nsubj 1",
            "attacked VERB ROOT 1 VBD",
            "guards NOUN dobj 1",
            "from ADP prep 1",
            "a DET det 6",
            "stolen VERB amod 6 VBN",
            "car NOUN pobj 3",
        ]
    )

    assert _links(doc, 1) == ()


def test_a_surname_with_an_age_is_no_thing() -> None:
    doc = build_doc(
        [
            "Ann PROPN compound 1",
            "Hall PROPN nsubj 5",
            ", PUNCT punct 1",
            "19 NUM appos 1",
            ", PUNCT punct 1",
            "fled VERB ROOT 5",
        ]
    )

    assert _targets(doc) == ()


def test_the_jail_that_holds_a_prisoner_is_no_target() -> None:
    doc = build_doc(
        [
            "Suspects NOUN nsubjpass 2",
            "are AUX auxpass 2",
            "held VERB ROOT 2 VBN",
            "at ADP prep 2",
            "the DET det 6",
            "county NOUN compound 6",
            "jail NOUN pobj 3",
        ]
    )

    assert _links(doc, 2) == ()


@pytest.mark.parametrize(("verb", "things"), [("arrested", 0), ("ambushed", 1)])
def test_where_somebody_is_arrested_is_no_target(verb: str, things: int) -> None:
    doc = build_doc(
        [
            "Men NOUN nsubjpass 2",
            "were AUX auxpass 2",
            f"{verb} VERB ROOT 2 VBN",
            "at ADP prep 2",
            "a DET det 5",
            "checkpoint NOUN pobj 3",
        ]
    )

    assert len(_links(doc, 2)) == things


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("A bomb wrecked the home of Judge Ana Ruiz.", "the home of Judge Ana Ruiz"),
        ("They attacked the headquarters of the bakers' union in Lima.", "the headquarters of the bakers' union"),
        ("A bomb damaged the hospital of Aleppo.", "the hospital"),
    ],
)
def test_a_thing_tells_whose_it_is(text: str, whole: str) -> None:
    from dateline.analysis.pipelines import load_pipeline

    doc = load_pipeline().nlp(text)

    (thing,) = _targets(doc)

    assert thing.whole.of(doc.text) == whole


@pytest.mark.slow
def test_the_station_is_of_the_kind_told_before() -> None:
    from dateline.analysis.pipelines import load_pipeline

    doc = load_pipeline().nlp("They met at a gas station. A man shot at the station.")

    assert [thing.category for thing in _targets(doc)] == [TargetCategory.BUSINESS, TargetCategory.BUSINESS]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "trigger", "things"),
    [
        ("Two bombs exploded at the house of Ana Ruiz and at the offices of a lawyer.", "exploded", 2),
        ("The gang placed a bomb across from the telephone exchange.", "placed", 1),
        ("A bomb exploded between a store and a bank.", "exploded", 2),
    ],
)
def test_what_a_bomb_goes_off_beside_is_hit(text: str, trigger: str, things: int) -> None:
    from dateline.analysis.pipelines import load_pipeline

    doc = load_pipeline().nlp(text)
    act = next(token.i for token in doc if token.text == trigger)

    assert len(_links(doc, act)) == things

"""The shots of riders: verbs, whatever the models make of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("sentence", "riders", "vehicle", "hit"),
    [
        ("Gunmen on a moped shot dead a notary in Cotabato on Friday.", "Gunmen", "moped", "notary"),
        ("Unknown gunmen on a motorbike shot two nurses and wounded a third.", "gunmen", "motorbike", "nurses"),
        ("Police said gunmen on a scooter shot dead a priest.", "gunmen", "scooter", "priest"),
        ("In Hub, men on a bicycle shot dead a miller.", "men", "bicycle", "miller"),
        ("Two youths on a motorbike shot a driver near the river.", "youths", "motorbike", "driver"),
    ],
)
def test_riders_shoot_whom_the_words_behind_tell(
    sentence: str, riders: str, vehicle: str, hit: str, parse: Callable[[str], Doc]
) -> None:
    doc = parse(sentence)

    shot = next(token for token in doc if token.text == "shot")

    assert (shot.tag_, shot.pos_) == ("VBD", "VERB")
    assert [child.text for child in shot.children if child.dep_ == "nsubj"] == [riders]
    assert [child.text for child in shot.children if child.dep_ == "dobj"] == [hit]
    assert next(token for token in doc if token.text == vehicle).head.dep_ == "prep"


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("The film opens on a bus shot and ends in a car shot.", "NN"),
        ("He was hurt in a shot that missed the van.", "NN"),
        ("Gunmen on a lorry shot him.", "VBD"),
    ],
)
def test_other_shots_stay_as_they_are(sentence: str, kept: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(sentence)

    assert next(token for token in doc if token.text == "shot").tag_ == kept


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        (
            "BOGOTA — Two men on a motorcycle shot dead Pedro Rojas, the mayor of Arden, outside his home in Arden.",
            "Rojas",
        ),
        ("Police shot dead on Tuesday a man who ran.", "man"),
        ("The same day the army shot dead nine people in the village of Wad Ashana, a committee said.", "people"),
        ("The army shot dead two traders in the village, an elder said.", "traders"),
    ],
)
def test_who_was_shot_dead_is_the_object(sentence: str, hit: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(sentence)

    shot = next(token for token in doc if token.text == "shot")

    assert [child.text for child in shot.children if child.dep_ == "dobj"] == [hit]


@pytest.mark.parametrize(
    ("sentence", "tag"),
    [
        ("Five militants were killed and two hurt when a drone hit a vehicle.", "VBN"),
        ("The strikes kill nobody and hurt when they miss.", "VB"),
    ],
)
def test_who_was_hurt_beside_the_killed_hurts_nobody(sentence: str, tag: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(sentence)

    assert next(token for token in doc if token.text == "hurt").tag_ == tag


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Gunmen in a car fired at a bus.", "fired", "Gunmen"),
        ("Two men in a pickup fired on a bus on Tuesday, killing two people.", "fired", "men"),
        ("Police said two men in a car fired at a bus, killing one.", "fired", "men"),
        # A car may be fired on.
        ("Police found two men in a car fired on by rebels.", "found", "Police"),
    ],
)
def test_riders_fire_and_not_their_car(sentence: str, verb: str, subject: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(sentence)

    token = next(token for token in doc if token.text == verb)

    assert [child.text for child in token.lefts if child.dep_ == "nsubj"] == [subject]


@pytest.mark.parametrize(
    ("sentence", "shooter", "victim"),
    [
        ("A sniper shot dead a girl of nine in Taiz on Friday.", "sniper", "girl"),
        ("Police said a sniper shot dead a girl.", "sniper", "girl"),
    ],
)
def test_a_sniper_shot_is_no_compound(sentence: str, shooter: str, victim: str, parse: Callable[[str], Doc]) -> None:
    shot = next(token for token in parse(sentence) if token.text == "shot")

    assert {child.dep_: child.text for child in shot.children if child.dep_ in ("nsubj", "dobj")} == {
        "nsubj": shooter,
        "dobj": victim,
    }

"""Clauses that tell what came of an act, wherever they stand behind it, and parts told between commas."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.tokens import Doc


pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("sentence", "verb", "act"),
    [
        ("Militants made a raid on a post in Hakkari on Tuesday in which two soldiers died.", "died", "raid"),
        ("The union recalled the riot at a mine in Marikana in which 34 men died.", "died", "riot"),
        # A hall is where people died, if no act stands before it.
        ("The mayor visited the hall in which two men died.", "died", "hall"),
    ],
)
def test_in_which_hangs_on_the_act(sentence: str, verb: str, act: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(sentence)

    assert next(token for token in doc if token.text == verb).head.text == act


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("There was a raid on a bakery in Dhaka in which 22 people, most of them students, were killed.", "people"),
        ("The blast was one in which 22 people, all of them foreigners, were killed.", "people"),
        ("In the raid 12 villagers, many of them children, were wounded.", "villagers"),
        ("In the village, most of them were wounded.", "most"),
    ],
)
def test_the_whole_is_the_subject_and_not_its_part(sentence: str, subject: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(sentence)

    verb = next(token for token in doc if token.text in ("killed", "wounded"))

    assert [child.text for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")] == [subject]


@pytest.mark.parametrize(
    ("sentence", "word", "head"),
    [
        (
            "The attacks on three churches and three hotels, claimed by the front, killed 258 people.",
            "claimed",
            "attacks",
        ),
        ("The toll from a bombing claimed by the front at a mosque in Chaman stands at ten.", "at", "bombing"),
        (
            "Ten were killed and 30 hurt in a bombing at a mosque on Tuesday, claimed by the front.",
            "claimed",
            "bombing",
        ),
    ],
)
def test_what_stands_behind_a_claim_tells_of_the_act(
    sentence: str, word: str, head: str, parse: Callable[[str], Doc]
) -> None:
    doc = parse(sentence)

    assert next(token for token in doc if token.text == word).head.text == head


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Hitmen killed mayor Pedro Rojas in Tibu on Tuesday.", "GPE"),
        ("Voters have lost faith in Johnson.", "PERSON"),
        ("Peter Johnson rules the town. Two men were held near Johnson.", "PERSON"),
    ],
)
def test_towns_are_no_persons(sentence: str, label: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(sentence)

    name = next(token for token in reversed(doc) if token.text in ("Tibu", "Johnson"))

    assert name.ent_type_ == label

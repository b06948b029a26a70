"""An object and what became of it: two, whatever the parser makes of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.tokens import Doc


pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("sentence", "thing", "state"),
    [
        ("The rebels took three officials hostage.", "officials", "hostage"),
        ("Rebels took the occupants hostage.", "occupants", "hostage"),
        ("Gunmen took a teacher hostage.", "teacher", "hostage"),
        ("The group held 20 foreign diplomats hostages.", "diplomats", "hostages"),
        ("Rebels overran a base near Mekelle on Monday, taking 50 soldiers prisoner.", "soldiers", "prisoner"),
        (
            "Demonstrators stormed the consulate in Basra on Friday night and set the building alight.",
            "building",
            "alight",
        ),
        ("Youths set the town hall in Bobo-Dioulasso ablaze on Sunday.", "hall", "ablaze"),
    ],
)
def test_the_thing_is_the_object_and_not_its_state(
    sentence: str, thing: str, state: str, parse: Callable[[str], Doc]
) -> None:
    doc = parse(sentence)

    words = {token.text: token for token in doc}

    assert (words[thing].dep_, words[state].dep_) == ("dobj", "oprd")
    assert words[thing].head == words[state].head


def test_the_last_of_several_who_are_taken_is_no_kind_of_hostage(parse: Callable[[str], Doc]) -> None:
    doc = parse("Robbers took the manager and his wife hostage.")

    words = {token.text: token for token in doc}

    assert (words["wife"].dep_, words["wife"].head.text, words["hostage"].dep_) == ("conj", "manager", "oprd")


def test_a_thing_called_hostage_is_no_person_taken(parse: Callable[[str], Doc]) -> None:
    words = {token.text: token for token in parse("A man took an airliner hostage in Lima.")}

    assert words["airliner"].dep_ != "dobj"

"""Clauses of saying and of blame hang on who says them, whatever the parser makes of what stands between."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.tokens import Doc


pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("sentence", "verb", "above", "role"),
    [
        ("The front denied in a statement that its fighters had planted the bomb.", "planted", "denied", "ccomp"),
        ("The front said in a post on Telegram that its fighters had planted the bomb.", "planted", "said", "ccomp"),
        ("The front read out a statement that its rivals had planted.", "planted", "statement", "relcl"),
        (
            "The army denied that its troops had fired on the market and accused the rebels of a bombing.",
            "accused",
            "denied",
            "conj",
        ),
        ("The army blamed the rebels; they denied the charge.", "blamed", "blamed", "ROOT"),
        ("The army blamed the rebels; they denied the charge.", "denied", "blamed", "conj"),
        ("The army said the rebels fired on a bus; a spokesman denied it.", "fired", "said", "ccomp"),
        ("The army said the rebels fired on a bus; a spokesman denied it.", "denied", "said", "conj"),
    ],
)
def test_what_is_said_hangs_on_who_says_it(
    sentence: str, verb: str, above: str, role: str, parse: Callable[[str], Doc]
) -> None:
    doc = parse(sentence)

    token = next(word for word in doc if word.text == verb)

    assert (token.dep_, token.head.text) == (role, above)

"""The words for people and things as the task's coders quote them."""

from __future__ import annotations

import pytest

from dateline.wire.muc4_phrases import with_owner


@pytest.mark.parametrize(
    ("text", "words", "name", "expected"),
    [
        ("REBELS SEIZED ANA PAZ, MAYOR OF TUNJA, TODAY.", "MAYOR", "ANA PAZ", "MAYOR OF TUNJA"),
        ("THE MAYOR OF TUNJA ANA PAZ DIED.", "MAYOR", "ANA PAZ", "MAYOR OF TUNJA"),
        ("THE PRESIDENT OF THE COURT OF\nAPPEALS WAS SHOT.", "PRESIDENT", "", "PRESIDENT OF THE COURT OF APPEALS"),
        ("A BOMB HIT THE HOME OF THE GOVERNOR IN TUNJA.", "HOME", "", "HOME OF THE GOVERNOR"),
        ("THE MAYOR WAS SHOT.", "MAYOR", "", "MAYOR"),
        ("THEY BLEW UP THE BRIDGE FOR THE FIFTH TIME.", "BRIDGE", "", "BRIDGE"),
        ("THEY BLEW UP THE HOME FOR THE AGED.", "HOME", "", "HOME FOR THE AGED"),
        ("SIX OF THE MEN DIED.", "", "", ""),
    ],
)
def test_what_somebody_is_of_is_quoted_too(text: str, words: str, name: str, expected: str) -> None:
    start = text.find(words)

    assert with_owner(words, text, ((start, start + len(words)),), name=name) == expected

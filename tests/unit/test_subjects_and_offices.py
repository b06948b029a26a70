"""Who suffers what a verb tells: not the town of a dateline, not the office of a man, not a bare participle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "verb", "sufferer", "relation"),
    [
        # The town of a dateline.
        (
            "TEL AVIV — Staff Sergeant Yonatan Levin, 20, from Haifa, and Corporal Noa Peretz, 19, from Ashdod, were "
            "killed by an anti-tank missile near the Gaza fence on Tuesday, the army said after notifying the "
            "families.",
            "killed",
            "Levin",
            "nsubjpass",
        ),
        # The office of its holder.
        (
            "Deputy Superintendent of Police Abdul Rahim Kasi and his driver were shot dead on Mill Road.",
            "shot",
            "Kasi",
            "nsubjpass",
        ),
        # One described by what befell him, with and without commas.
        ("A 16-year-old boy stabbed to death in Croydon has been named as Tom Reed.", "named", "boy", "nsubjpass"),
        ("The man shot in the station has been named as Omar Ali.", "named", "man", "nsubjpass"),
        ("A woman's body found in a Leeds flat has been formally identified.", "identified", "body", "nsubjpass"),
        # The second of two participles.
        (
            "A gunman opened fire inside a barber shop on Saturday, killing owner Reggie Coleman, 48, and wounding "
            "customers Andre Mills and Tony Prado.",
            "wounding",
            "Mills",
            "dobj",
        ),
    ],
)
def test_who_suffers_it(text: str, verb: str, sufferer: str, relation: str, parse: Callable[[str], Doc]) -> None:
    words = {token.text: token for token in parse(text)}

    assert (words[sufferer].head.text, words[sufferer].dep_) == (verb, relation)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The general said Sunday Fallujah is now fully liberated after fighters left.", "said"),
        ("Residents told reporters the bodies had been buried.", "told"),
    ],
)
def test_who_says_something_is_not_described_by_it(text: str, verb: str, parse: Callable[[str], Doc]) -> None:
    words = {token.text: token for token in parse(text)}

    assert words[verb].dep_ == "ROOT"

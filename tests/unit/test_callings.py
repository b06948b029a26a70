"""Who one person harmed was, by what the text says that he did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.sentences import read_harms

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("John Poe, who edited a weekly newspaper, was shot dead.", "journalist"),
        ("John Poe, who ran the news site Faro, was shot dead.", "journalist"),
        ("John Poe, director of a news site in Yola, was shot dead.", "journalist"),
        ("John Poe was shot dead. He was a reporter for the daily El Faro.", "journalist"),
        ("John Poe was shot dead. He covered crime for the daily El Faro.", "journalist"),
        ("John Poe, who reports on smuggling for a website, was shot dead.", "journalist"),
        ("John Poe was shot dead. The 40-year-old worked as a reporter.", "journalist"),
        ("Gunmen killed John Poe in Yola. He had served as a judge since 2010.", "judicial"),
        ("A woman was shot dead. She worked at a clinic.", "health_worker"),
        ("A woman was shot dead. She was running for mayor.", "politician"),
        ("Ann Roe was kidnapped. She worked for a charity.", "aid_worker"),
        ("John Poe was shot dead. Poe was a baker. He led prayers at a mosque.", "clergy"),
        ("John Poe was shot dead. He was a friend of a policeman.", "civilian"),
        ("John Poe was shot dead. He was not a soldier.", "civilian"),
        ("A gunman killed a man in Yola. He was a soldier.", "civilian"),
        ("A woman was shot dead. She was running for shelter.", "civilian"),
        ("John Poe was shot dead. Mayor Jim Roe wept. He was a doctor.", "civilian"),
        ("John Poe was shot dead. He was a former soldier.", "civilian"),
    ],
)
def test_what_somebody_did_tells_who_he_was(text: str, kind: str, parse: Callable[[str], Doc]) -> None:
    kinds = {harm.people.category.value for harm in read_harms(parse(text)) if harm.people is not None}

    assert {"civilian" if told == "unknown" else told for told in kinds} == {kind}

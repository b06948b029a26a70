"""The names of groups and the states keep their rules; the TOML files are proved by test_entries."""

from __future__ import annotations

import re

import pytest

from dateline.find.actor_lexicon import load_names, load_nouns, load_states
from dateline.lexicon.phrases import cut
from dateline.records import ActorKind
from dateline.relate.claims import HANDLERS
from dateline.relate.cues import load_stance_cues


def found(text: str) -> set[str]:
    """The ids of the names found in a text."""
    return {match.key for match in load_names().index.find(cut(text))}


def test_the_list_of_names_covers_the_world() -> None:
    names = load_names().by_id.values()

    assert len(names) >= 500
    assert len({name.country for name in names}) >= 70


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Farabundo Marti National Liberation Front said so.", "FMLN"),
        ("Farabundo Martí guerrillas", "FMLN"),
        ("Daesh and ISIL", "Islamic State"),
        ("The Kata'ib Hizballah brigades", "Kataib Hezbollah"),
        ("Al Shabaab fighters", "al-Shabaab"),
        ("Jabhat an-Nusra terrorists", "Nusra Front"),
        ("Sendero Luminoso columns", "Shining Path"),
        ("The Pakistani Taliban", "Tehrik-i-Taliban Pakistan"),
        ("The Mara Salvatrucha gang", "MS-13"),
    ],
)
def test_other_spellings_lead_to_one_name(text: str, key: str) -> None:
    assert key in found(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The plan is ready.", "Islamic State"),
        ("On November 17 the office reopened.", "November 17 (group)"),
        ("He paid for an ira account and the eta is noon.", "ETA"),
        ("A sports arena was opened.", "ARENA"),
        ("The new model was shown.", "MODEL"),
    ],
)
def test_common_words_and_dates_are_no_names(text: str, key: str) -> None:
    assert key not in found(text)


def test_every_country_is_two_capitals() -> None:
    codes = {name.country for name in load_names().by_id.values() if name.country} | set(load_states().names)

    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)


def test_states_have_their_seats() -> None:
    assert load_states().seats["Moscow"] == "RU"


def test_words_for_actors_carry_kind_and_use() -> None:
    (words, noun), *_ = load_nouns()["gunmen"]

    assert noun.kind is ActorKind.INDIVIDUAL or words


def test_every_frame_of_a_cue_has_a_reader() -> None:
    frames = {frame for rows in load_stance_cues().values() for _, cue in rows for frame in cue.frames}

    assert frames <= set(HANDLERS)

"""What named people are called in MUC-4 templates whose own words do not tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.articles import PublishedBasis
from dateline.records import (
    ArticleInfo,
    EventType,
    Record,
    Report,
    Role,
    Stage,
    Victim,
    VictimCategory,
    VictimStatus,
    exactly,
)
from dateline.wire.muc4_callings import call_one, share_callings

ARTICLE = ArticleInfo(
    id="a", source="x", title=None, authors=(), publisher=None, published=date(1989, 5, 3),
    published_basis=PublishedBasis.DATELINE, language="en",
)  # fmt: skip
RECORD = Record(
    id="i", article=ARTICLE, role=Role.MAIN, type=EventType.SHOOTING, stage=Stage.ACCOMPLISHED, date=None, place=None
)


def named(name: str) -> Victim:
    return Victim(
        text=name, name=name, category=VictimCategory.CIVILIAN, nationality=None, status=VictimStatus.KILLED,
        count=exactly(1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "calling"),
    [("FIVE PEASANTS", "PEASANT"), ("FIVE PEOPLE", ""), ("THE FIVE VICTIMS", ""), ("FIVE OF THE NINE PEASANTS", "")],
)
def test_names_as_many_as_a_group_are_called_as_it_is(words: str, calling: str) -> None:
    victims = tuple(named(name) for name in ("A", "B", "C", "D", "E"))
    told = Report(status="killed", count=exactly(5), by=None, text=words)

    found = share_callings(replace(RECORD, victims=victims, reports=(told,)), {2: "", 3: "COOK"}, "")
    all_five = share_callings(replace(RECORD, victims=victims, reports=(told,)), dict.fromkeys(range(5), ""), "")

    assert found == {}
    assert all_five == (dict.fromkeys(range(5), calling) if calling else {})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("THE NUNS ANA RUIZ, EVA PAZ AND LIA SOTO DIED.", {1: "NUN", 2: "NUN"}),
        ("THE NUNS ANA RUIZ, EVA PAZ; A COOK, LIA SOTO DIED.", {1: "NUN"}),
    ],
)
def test_names_of_a_list_are_what_its_first_is_called(text: str, found: dict[int, str]) -> None:
    names = ("ANA RUIZ", "EVA PAZ", "LIA SOTO")
    spans: dict[str, tuple[tuple[int, int], ...]] = {
        f"victims[{number}]": ((text.index(name), text.index(name) + len(name)),) for number, name in enumerate(names)
    }
    story = replace(RECORD, victims=tuple(named(name) for name in names), evidence=spans)

    assert share_callings(story, {0: "NUNS", 1: "", 2: ""}, text) == found


@pytest.mark.parametrize(
    ("several", "one"),
    [("JESUIT PRIESTS", "JESUIT PRIEST"), ("POLICEMEN", "POLICEMAN"), ("DEPUTIES", "DEPUTY"), ("MRS", "MRS")],
)
def test_one_of_several_is_called_in_the_singular(several: str, one: str) -> None:
    assert call_one(several) == one

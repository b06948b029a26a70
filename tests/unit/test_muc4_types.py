"""Which of the task's types of incident a record is."""

from __future__ import annotations

import pytest

from dateline.articles import PublishedBasis
from dateline.records import (
    ArticleInfo,
    EventType,
    Record,
    Role,
    Stage,
    Victim,
    VictimCategory,
    VictimStatus,
    exactly,
)
from dateline.wire.muc4_tables import load_crosswalk
from dateline.wire.muc4_types import read_type


def bombing(text: str, *acts: str, dead: str = "") -> Record:
    """A bombing that `acts` tell of, of which the article has `dead`."""
    article = ArticleInfo(
        id="a", source="x", title=None, authors=(), publisher=None, published=None,
        published_basis=PublishedBasis.DATELINE, language="en",
    )  # fmt: skip
    victim = Victim(
        text=dead, name=None, category=VictimCategory.CIVILIAN, nationality=None, status=VictimStatus.KILLED,
        count=exactly(1),
    )  # fmt: skip
    spans = {"type": acts} | ({"victims[0]": (dead,)} if dead else {})
    evidence = {
        field: tuple((text.index(words), text.index(words) + len(words)) for words in told)
        for field, told in spans.items()
    }
    return Record(
        id="i", article=article, role=Role.MAIN, type=EventType.BOMBING, stage=Stage.ACCOMPLISHED, date=None,
        place=None, victims=(victim,) if dead else (), evidence=evidence,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "acts", "dead", "kind"),
    [
        ("A BOMB SHOOK A BANK.", ("A BOMB",), "", "BOMBING"),
        ("A BOMB KILLED A CLERK.", ("A BOMB",), "A CLERK", "BOMBING"),
        ("THEY BOMBED THE AREA.", ("BOMBED",), "", "ATTACK"),
        ("THE BOMBING WENT ON.", ("THE BOMBING",), "", "ATTACK"),
    ],
    ids=["a bomb", "the dead of a bomb", "from the air", "a noun"],
)
def test_a_bombing_that_may_be_from_the_air_is_an_attack(
    text: str, acts: tuple[str, ...], dead: str, kind: str
) -> None:
    assert read_type(bombing(text, *acts, dead=dead), text, load_crosswalk()) == kind

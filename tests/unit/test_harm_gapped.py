"""People counted behind a verb that is not said again, and names in capitals that look like small words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.analysis.lettered_names import know_lettered_names
from dateline.find.counts import find_counts
from dateline.find.people import find_people
from dateline.records import VictimStatus
from dateline.relate.harms import find_harms

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

pytestmark = pytest.mark.slow

KILLED, INJURED = VictimStatus.KILLED, VictimStatus.INJURED

FIGURES: tuple[tuple[str, list[tuple[VictimStatus, int]]], ...] = (
    ("Thirty people died in Homs and seven in Aleppo.", [(KILLED, 30), (KILLED, 7)]),
    ("At least 17 deaths were recorded in Aleppo and nine in Idlib.", [(KILLED, 17), (KILLED, 9)]),
    (
        "Shells wounded 12 people in Kabul, six in Kandahar and two in Herat.",
        [(INJURED, 12), (INJURED, 6), (INJURED, 2)],
    ),
    # Those in hospital did not die there.
    ("Four people died in Homs and six in hospital were treated.", [(KILLED, 4), (INJURED, 6)]),
    ("The bomb killed 46 people and wounded more than 100, state media reported.", [(KILLED, 46), (INJURED, 100)]),
    ("Rockets killed three people and wounded 14 SANA reported.", [(KILLED, 3), (INJURED, 14)]),
)


@pytest.mark.parametrize(("text", "wanted"), FIGURES)
def test_figures_are_read(text: str, wanted: list[tuple[VictimStatus, int]], parse: Callable[[str], Doc]) -> None:
    doc = parse(text)
    found = [
        (harm.status, harm.count.best)
        for harm in find_harms(doc, find_people(doc, find_counts(doc)))
        if harm.count is not None
    ]
    assert found == wanted


def test_names_like_small_words_are_known_but_not_in_shouted_text(parse: Callable[[str], Doc]) -> None:
    doc = parse("Troops fought IS near Mosul, the WHO said. THIS IS A TEST.")
    know_lettered_names(doc)
    assert [word.norm_ for word in doc if word.text in ("IS", "WHO")] == ["isis", "unicef", "is"]

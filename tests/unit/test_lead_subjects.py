"""Behind a dateline the people are the subject, whatever the parser makes of the town."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.tokens import Doc

from support.sentences import read_harms

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "FORT WORTH, Texas — A police officer and two civilians were killed and nine people were injured when a "
            "man with a rifle attacked a clinic here on Friday.",
            [("killed", 1), ("killed", 2), ("injured", 9)],
        ),
        (
            "COLORADO SPRINGS, Colo. — A police officer and two clerks were killed when a man attacked a shop on "
            "Friday.",
            [("killed", 1), ("killed", 2)],
        ),
    ],
)
def test_the_town_of_a_dateline_is_nobody_harmed(
    sentence: str, told: list[tuple[str, int]], parse: Callable[[str], Doc]
) -> None:
    doc = parse(sentence)

    harms = read_harms(doc)

    assert [(harm.status.value, harm.count.best if harm.count else None) for harm in harms] == told
    assert not any(harm.people and harm.people.name in ("FORT WORTH", "COLORADO SPRINGS") for harm in harms)

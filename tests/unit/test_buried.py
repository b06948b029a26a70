"""Acts of those who are buried or mourned, and acts in whose wake something is done."""

from __future__ import annotations

import pytest

from dateline.relate.earlier_matters import find_buried
from support.sentences import read

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "is_buried"),
    [
        ("Hundreds marched in the funeral of a boy who was killed in a raid.", True),
        ("The mayor imposed a curfew in the wake of a raid that killed five.", False),
    ],
)
def test_those_who_are_mourned_are_told_by_what_befell_them(text: str, is_buried: bool) -> None:
    doc = read(text)
    killed = next(token for token in doc if token.lower_ == "killed")

    assert (find_buried(killed) is not None) is is_buried

"""Claims by a doer that stand in a clause of his own: they are of his act, not of the one told beside it."""

from __future__ import annotations

import pytest

import dateline
from support.stories import list_stances


@pytest.mark.slow
def test_a_claim_in_a_clause_about_the_doer_is_of_his_act(extractor: dateline.Extractor) -> None:
    story = (
        "LIMA, May 4, 1990 - Two men threw a bomb at the house of a deputy in Lima today, causing no injuries. The "
        "attack comes two months after General Pablo Rey was murdered by a commando of the Red Dawn Front, which "
        "claimed responsibility for the crime."
    )

    records = extractor.extract(dateline.parse_article(story, source="-"))

    assert [("Red Dawn Front", "claimed") in list_stances(record) for record in records] == [False, True]

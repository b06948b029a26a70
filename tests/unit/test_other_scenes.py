from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.relate.other_scenes import is_of_picture, stands_apart
from dateline.spans import Span
from support.trees import build_doc

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.mark.parametrize(
    ("rows", "day", "act", "apart"),
    [
        pytest.param(
            ["Crowds NOUN nsubj 1", "rallied VERB ROOT 1", "after ADP prep 1",
             "Monday PROPN poss 4", "coup NOUN pobj 2"],
            3, 1, True, id="the day of what an act answers"),
        pytest.param(
            ["Three NUM nsubj 1", "died VERB ROOT 1", "in ADP prep 1", "Monday PROPN poss 4", "violence NOUN pobj 2"],
            3, 1, False, id="the day of the act by another name"),
        pytest.param(
            ["Three NUM nsubj 1", "died VERB ROOT 1", "since SCONJ mark 4", "talks NOUN nsubj 4", "began VERB advcl 1",
             "in ADP prep 4", "May PROPN pobj 5"], 6, 1, True, id="since when it lasts"),
        pytest.param(
            ["They PRON nsubj 1", "mourn VERB ROOT 1", "since SCONJ mark 4", "gunmen NOUN nsubj 4",
             "attacked VERB advcl 1", "on ADP prep 4", "Friday PROPN pobj 5"],
            6, 4, False, id="an act since which people mourn"),
    ],
)  # fmt: skip
def test_a_day_of_another_matter_stands_apart(rows: Sequence[str], day: int, act: int, apart: bool) -> None:
    doc = build_doc(rows)

    assert stands_apart(doc[day], [doc[act]]) is apart


CAPTION = [
    "Women NOUN nsubj 1", "mourn VERB ROOT 1 VBP", "a DET det 3", "man NOUN dobj 1", "killed VERB acl 3 VBN",
    "in ADP prep 4", "a DET det 7", "raid NOUN pobj 5", ", PUNCT punct 1", "in ADP prep 1", "Jerash PROPN pobj 9",
    ", PUNCT punct 1", "June PROPN npadvmod 1", "21 NUM nummod 12", ", PUNCT punct 12", "2016 NUM nummod 12",
]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "act", "of_picture"), [(12, 15, 4, True), (10, 10, 4, True), (12, 15, 1, False)],
    ids=["the day of mourning", "the place of mourning", "the day of what the picture shows"],
)  # fmt: skip
def test_a_picture_of_what_came_after_dates_no_act(first: int, last: int, act: int, of_picture: bool) -> None:
    doc = build_doc(CAPTION)
    span = Span(doc[first].idx, doc[last].idx + len(doc[last]))

    assert is_of_picture(span, doc, [doc[act]]) is of_picture


def test_a_place_that_hangs_on_the_act_is_its_own_in_a_caption_too() -> None:
    rows = [
        "Police NOUN nsubj 1", "pray VERB ROOT 1 VBP", "after ADP prep 1", "shootings NOUN pobj 2", "in ADP prep 3",
        "Dallas PROPN pobj 4", ", PUNCT punct 1", "July PROPN npadvmod 1", "9 NUM nummod 7", ", PUNCT punct 7",
        "2016 NUM nummod 7",
    ]  # fmt: skip
    doc = build_doc(rows)

    assert not is_of_picture(Span(doc[5].idx, doc[5].idx + 6), doc, [doc[3]])
    assert is_of_picture(Span(doc[7].idx, doc[10].idx + 4), doc, [doc[3]])

"""Articles without a publication day: their times are held against each other as if they had one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dateline.articles import Article, Block, BlockKind
from dateline.find.times import find_times
from dateline.resolve.assumed import assume_published
from dateline.resolve.times import resolve_times
from dateline.spans import Span
from support.stories import extract, read_toll

if TYPE_CHECKING:
    import dateline


def _assumed(text: str) -> date | None:
    article = Article(id="t", source="-", text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),))
    mentions = find_times(text)
    return assume_published(article, mentions, resolve_times(mentions, article_text=text, published=None))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A mine exploded on Thursday. A like blast in May killed two.", date(2015, 7, 29)),
        ("A mine exploded on Thursday. In 2018 a blast killed two.", date(2019, 6, 15)),
        ("A mine exploded on Thursday. On Dec. 28 and Jan. 4 mines killed two.", date(2015, 1, 14)),
        ("LIMA, Nov. 3 (AP) - A mine exploded on Thursday. On Oct. 2 a mine killed two.", date(2015, 11, 3)),
        ("A mine exploded on July 3, 2016, a Sunday. In May a mine killed two.", None),
        ("A mine exploded near the gate. In May a mine killed two.", None),
    ],
    ids=["behind a month", "behind a year", "behind the last day", "on its stamp", "a date of its own", "no fresh day"],
)
def test_a_day_of_publication_is_assumed_behind_all_that_is_told(text: str, day: date | None) -> None:
    assert _assumed(text) == day


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen raided a depot in Gao on Friday. A similar raid in March left eight soldiers dead.", None),
        ("Gunmen raided a depot in Gao on Friday. In 2017 gunmen killed four guards at the same depot.", None),
        ("A bomb hurt six people in Pula on Friday. Attacks in Split in June 2014 killed 80 people.", None),
        (
            "Four people were shot dead at a house in Durban on Sunday night. It was the worst shooting there since "
            "April last year, when 11 people were killed at a bar.",
            4,
        ),
        ("Gunmen raided a depot in Gao on Friday. The raid on Friday left eight soldiers dead.", 8),
        ("A bomb went off in Pula on Friday. Nine people died. Seven were dead by June, police had said in May.", 9),
    ],
    ids=["month", "year", "elsewhere", "worst since", "the same day", "no other act"],
)
def test_an_undated_article_keeps_acts_of_other_times_apart(
    extractor: dateline.Extractor, text: str, killed: int | None
) -> None:
    first = extract(extractor, text, published=None)[0]

    assert read_toll(first)[0] == killed
    assert first.date is None


@pytest.mark.slow
def test_what_an_undated_article_tells_of_years_before_is_background(extractor: dateline.Extractor) -> None:
    text = "A bomb hurt six people in Pula on Friday. Attacks in Split in June 2014 killed 80 people."

    assert [record.role.value for record in extract(extractor, text, published=None)] == ["main", "background"]

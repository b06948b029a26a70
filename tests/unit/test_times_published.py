from __future__ import annotations

import re
from datetime import date

import pytest

from dateline.articles import Article, Block, BlockKind
from dateline.find.times import find_times
from dateline.resolve.published import infer_published
from dateline.spans import Span


def _article(text: str) -> Article:
    """Cut a text into blocks at line ends; a line in {braces} is a caption."""
    plain = text.replace("{", "").replace("}", "")
    captions = [caption.strip() for caption in re.findall(r"\{([^}]*)\}", text)]
    blocks = tuple(
        Block(span=Span(*line.span()), kind=BlockKind.CAPTION if line.group() in captions else BlockKind.BODY)
        for line in re.finditer(r"[^\n]+", plain)
    )
    return Article(id="t", source="-", text=plain, blocks=blocks)


def _inferred(text: str) -> date | None:
    article = _article(text)
    return infer_published(article, find_times(article.text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KABUL, Jan. 25, 2012 (AP) — A mine exploded today.", date(2012, 1, 25)),
        ("   LIMA, 20 APR 89 (AFP) -- [TEXT] A BOMB EXPLODED YESTERDAY.", date(1989, 4, 20)),
        ("Mine kills two\n3:58 PM ET, Wed December 14, 2016\nA mine exploded.", date(2016, 12, 14)),
        ("Mine kills two\n17-02-2016\nA mine exploded.", date(2016, 2, 17)),
    ],
    ids=["dateline", "wire in capitals", "time stamp", "figures"],
)
def test_a_full_stamp_is_the_publication_day(text: str, day: date) -> None:
    assert _inferred(text) == day


def test_a_stamp_without_year_takes_it_from_the_reference_number() -> None:
    text = "2012-05-S-999\nFor release\nKABUL, Afghanistan (May 15)\nA patrol was hit on Saturday."

    assert _inferred(text) == date(2012, 5, 15)


def test_a_reference_number_of_another_month_says_nothing() -> None:
    assert _inferred("2012-06-S-999\nKABUL, Afghanistan (May 15)\nA patrol was hit.") is None


def test_a_full_date_spoken_of_as_today_is_the_publication_day() -> None:
    assert _inferred("A mine exploded here today, July 8, 2012, near the gate.") == date(2012, 7, 8)


def test_a_full_date_and_yesterday_make_the_day_after() -> None:
    assert _inferred("A mine exploded near the gate yesterday, July 8, 2012, police said.") == date(2012, 7, 9)


def test_a_full_date_on_which_somebody_told_of_it_is_the_publication_day() -> None:
    text = "An air raid hit a wedding late on Sunday, an official said on Monday, April 23, 2018.\nMany died."

    assert _inferred(text) == date(2018, 4, 23)


def test_a_full_date_in_an_encyclopedic_lead_is_no_publication_day() -> None:
    assert _inferred("On 14 May 2010, a mine exploded near the gate. It killed four.\nThe trial ended in 2012.") is None


LEAD = "Rockets fell on the quarter on Nov.17, wounding two people.\nThe attack on Tuesday was the third.\n"


def test_month_day_and_weekday_with_dates_around_them_settle_the_year() -> None:
    text = (
        "{Soldiers stand at the gate of the old fort, on Jan. 1, 2020.}\n"
        + LEAD
        + "The force will be halved before Jan. 15, 2021.\nIt came in 2003, left in 2011 and came back in 2014."
    )

    assert _inferred(text) == date(2020, 11, 17)


def test_month_day_and_weekday_that_disagree_settle_nothing() -> None:
    text = LEAD.replace("Tuesday", "Wednesday") + "The force will be halved before Jan. 15, 2021. It came in May 2020."

    assert _inferred(text) is None


def test_month_day_and_weekday_without_any_year_settle_nothing() -> None:
    assert _inferred(LEAD) is None


def test_bare_years_of_the_background_settle_nothing() -> None:
    assert _inferred(LEAD + "The force came in 2003, left in 2011 and came back in 2014.") is None


def test_a_limit_without_tense_bounds_nothing() -> None:
    assert _inferred(LEAD + "The bridge opened before Jan. 15, 2021.") is None


def test_weekdays_that_fit_two_years_settle_nothing() -> None:
    assert _inferred(LEAD + "Police spoke on Wednesday.\nThe first attack was on May 3, 2020.") is None


def test_an_upper_bound_without_a_lower_settles_nothing() -> None:
    assert _inferred(LEAD + "The force will be halved before Jan. 15, 2021.") is None


def test_a_later_weekday_moves_the_day_on() -> None:
    text = LEAD + "Police spoke on Wednesday. The force will leave before Jan. 15, 2021.\nThe first was on May 3, 2020."

    assert _inferred(text) == date(2020, 11, 18)


def test_a_picture_dated_on_a_weekday_of_the_lead_is_near_publication() -> None:
    text = "Two men died on Tuesday.\n{Soldiers stand at the gate, Nov. 17, 2020.}\nMore died later."

    assert _inferred(text) == date(2020, 11, 17)


def test_a_picture_from_the_files_settles_nothing() -> None:
    text = "Two men died on Tuesday.\n{FILE - Soldiers stand at the gate, Nov. 17, 2020.}\nMore died."

    assert _inferred(text) is None


def test_a_text_without_times_has_no_publication_day() -> None:
    assert _inferred("A mine exploded.") is None

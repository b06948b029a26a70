"""Which incident an article is about, and which it only recalls."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.records import Role

pytestmark = pytest.mark.slow
PUBLISHED = date(2017, 5, 12)


def roles(text: str, extractor: dateline.Extractor) -> set[Role]:
    return {record.role for record in extractor.extract(dateline.parse_article(text, source="-", published=PUBLISHED))}


def test_an_act_of_last_year_that_an_article_touches_on_is_background(extractor: dateline.Extractor) -> None:
    text = (
        "Shops should sell no knives to children, the minister said on Monday. A bill will come.\n\n"
        "Traders said they would study it. They asked for time, and for help with the cost.\n\n"
        "The debate began after a pupil, Jan Havel, was stabbed to death in Brno in May 2016."
    )

    assert roles(text, extractor) <= {Role.BACKGROUND}


def test_what_is_told_without_a_day_beside_an_act_long_past_is_background(extractor: dateline.Extractor) -> None:
    text = (
        "Four people were killed in riots in Ostrava in 1968. Judge Karel Novy, who led the inquiry, has died.\n\n"
        "He was praised by his pupils. He will be buried in his village.\n\n"
        "Cars and shops were set on fire in three quarters of the city, and some 200 people were injured."
    )

    assert roles(text, extractor) <= {Role.BACKGROUND}


def test_a_day_of_remembrance_is_not_the_day_of_the_act(extractor: dateline.Extractor) -> None:
    text = (
        "Crowds met in Brno on Sunday to mark 90 years since soldiers opened fire on a march and killed eleven people."
    )

    assert roles(text, extractor) <= {Role.BACKGROUND}

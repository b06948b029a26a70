from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles import Article
from dateline.errors import InputError
from dateline.read import ReadOptions, parse_article, read_sources
from dateline.read.cleaning import clean_text
from dateline.read.published import parse_published

LINES = st.lists(
    st.sampled_from(
        [
            "",
            "Two Guards Killed at Bank",
            "By Ann Lee",
            "Reuters",
            "KABUL, Jan. 25 (AP) — A bomb went off in the market.",
            "30 October 2016 Three people died in the port.",
            "Mourners gather in Kano, Nigeria, May 2, 2014.",
            "Gunmen killed two guards at a bank in the port on Monday, police said.",
            "A night of fear",
            "Read more: the port",
            "and then left",
            "2012-11-S-012",
            "For Immediate Release",
        ]
    ),
    max_size=9,
).map("\n".join)


def check_article(article: Article) -> None:
    assert article.text == clean_text(article.text)
    assert "\n\n".join(block.span.of(article.text) for block in article.blocks) == article.text
    assert all(block.span.of(article.text).strip() for block in article.blocks)
    if article.dateline is not None:
        assert any(block.span.contains(article.dateline) for block in article.blocks)


@given(st.one_of(LINES, st.text(max_size=400)), st.one_of(st.none(), st.text(max_size=40), LINES))
@settings(deadline=None)
def test_any_text_makes_a_sound_article_or_an_input_error(text: str, title: str | None) -> None:
    try:
        article = parse_article(text, source="a", title=title)
    except InputError:
        return

    check_article(article)


@given(st.one_of(LINES, st.text(max_size=400)))
@settings(deadline=None)
def test_reading_an_articles_text_again_gives_the_same_text(text: str) -> None:
    try:
        article = parse_article(text, source="a")
    except InputError:
        return

    assert parse_article(article.text, source="b").text == article.text


@given(st.binary(max_size=600))
@settings(deadline=None)
def test_any_bytes_give_outcomes_and_no_exception(data: bytes) -> None:
    for item in read_sources(["-"], options=ReadOptions(), stdin=io.BytesIO(data)):
        if isinstance(item, Article):
            check_article(item)
        else:
            assert "\n" not in item.message


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists))
def test_a_publication_date_is_read_or_none(value: object) -> None:
    parse_published(value)

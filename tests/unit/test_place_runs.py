"""Runs of capitalised words that are several places."""

from __future__ import annotations

import pytest

from dateline.analysis import analyse_article, load_pipeline
from dateline.articles import Article, Block, BlockKind
from dateline.find.place_runs import has_lost_commas
from dateline.find.places import find_places
from dateline.gazetteer import load_gazetteer
from dateline.mentions import PlaceMention
from dateline.spans import Span


def find(text: str) -> tuple[PlaceMention, ...]:
    article = Article(id="x", source="-", text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),))
    doc = analyse_article(article, load_pipeline())
    return find_places(doc, article, load_gazetteer())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("Two cousins were shot dead outside a bar in Dayton Ohio on Sunday.", "Dayton", "Ohio"),
        ("A bomb exploded in Strabane Northern Ireland and injured a postman.", "Strabane", "Northern Ireland"),
        ("Guerrillas attacked the police post in Orito Putumayo before dawn.", "Orito", "Putumayo"),
        ("Raiders held nine farmers near Logar Province Afghanistan.", "Logar Province", "Afghanistan"),
    ],
)
def test_a_town_is_parted_from_the_region_printed_behind_it(text: str, inner: str, outer: str) -> None:
    found = find(text)
    assert [mention.span.of(text) for mention in found] == [inner, outer]
    assert found[0].within == (outer,)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "George Washington was stabbed near his home.",
        "The Jordan Times was raided.",
        "The Iraq Museum was looted.",
    ],
)
def test_names_that_only_hold_a_place_stay_whole(text: str) -> None:
    assert not any(mention.within for mention in find(text))


@pytest.mark.slow
def test_a_list_without_commas_is_parted_in_a_text_without_any() -> None:
    told = "Gunmen raided the towns of Saravena Fortul and Arauquita."
    rest = " The governor said that troops had gone to look for the men who fled into the hills after the raid." * 5
    names = {mention.name for mention in find(told + rest)}
    assert {"Saravena", "Fortul"} <= names
    assert "Saravena" not in {mention.name for mention in find(told)}


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Four shells fell on the market. " * 40, True),
        ("On Monday, four shells fell on the market, police said. " * 40, False),
        ("Four shells fell.", False),
    ],
)
def test_a_text_long_enough_that_has_hardly_a_comma_has_lost_them(text: str, *, lost: bool) -> None:
    assert has_lost_commas(text) is lost

"""Words that look like towns: adjectives, sides, events, persons; and sites that bear names of towns."""

from __future__ import annotations

import pytest

from dateline.analysis import analyse_article, load_pipeline
from dateline.articles import Article, Block, BlockKind
from dateline.find.places import find_places
from dateline.gazetteer import load_gazetteer
from dateline.mentions import PlaceMention
from dateline.resolve.place_choice import find_capital
from dateline.resolve.places import resolve_places
from dateline.spans import Span

pytestmark = pytest.mark.slow


def read(text: str) -> tuple[Article, tuple[PlaceMention, ...]]:
    article = Article(id="x", source="-", text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.BODY),))
    return article, find_places(analyse_article(article, load_pipeline()), article, load_gazetteer())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rallies were held in several European cities on Friday.", "European"),
        ("Gunmen roam the North East of Nigeria.", "North East"),
        ("The brothers set off two bombs at the Boston Marathon.", "Marathon"),
        ("Ann Sterling, a 37-year-old vendor, was shot. Officers saw a gun in Sterling's pocket.", "Sterling"),
    ],
)
def test_what_is_no_town(text: str, word: str) -> None:
    _, mentions = read(text)

    assert not any(mention.name.startswith(word) for mention in mentions)


def test_a_base_is_named_with_its_kind_in_front() -> None:
    _, mentions = read("Rockets hit Forward Operating Base Salerno in Khost province on Sunday.")

    base = next(mention for mention in mentions if mention.site)
    assert base.name == "Forward Operating Base Salerno"
    assert base.within[:1] == ("Khost province",)


def test_a_river_does_not_lie_in_a_town_of_its_name() -> None:
    _, mentions = read("Troops crossed the Lomba River at dawn on Friday.")

    (river,) = mentions
    assert river.site
    assert river.within == ()


def test_a_site_told_with_its_town_lies_there_everywhere() -> None:
    article, mentions = read("Marchers met at Tower Bridge in London. Police then closed Tower Bridge.")

    places = [one.place for one in resolve_places(mentions, article=article, gazetteer=load_gazetteer()) if one.site]
    assert [place.locality for place in places] == ["London", "London"]


@pytest.mark.parametrize(
    ("text", "name", "locality", "admin1", "country"),
    [
        (
            "SAN SALVADOR, Nov. 19 (AP) - Rebels burned the hall of San Lorenzo, San Vicente department, on Friday.",
            *("San Lorenzo", "San Lorenzo", "San Vicente", "SV"),
        ),
        (
            "SAN JOSE, Costa Rica, June 8 (AP) - Nurses were freed in the Salvadoran department of Morazan on Friday.",
            *("Morazan", None, "Morazán", "SV"),
        ),
        (
            "BOGOTA, April 7 (AP) - A bus burned near the municipality of Saravena, in Arauca intendancy, on Friday.",
            *("Saravena", "Saravena", "Arauca", "CO"),
        ),
    ],
    ids=["held by a namesake of the country told", "called a country's", "municipality"],
)
def test_a_town_lies_in_the_region_printed_with_it(
    text: str, name: str, locality: str | None, admin1: str, country: str
) -> None:
    article, mentions = read(text)
    dateline = text.partition(",")[0]

    resolved = resolve_places(mentions, article=article, gazetteer=load_gazetteer(), dateline=dateline)
    place = next(one.place for one in resolved if one.mention.name == name)
    assert (place.locality, place.admin1, place.country) == (locality, admin1, country)


@pytest.mark.parametrize(("words", "capital"), [("the Tibetan capital", "Lhasa"), ("the Iraqi capital", "Baghdad")])
def test_nations_have_capitals(words: str, capital: str) -> None:
    mention = PlaceMention(span=Span(0, 0), head=0, rule="place.capital", name=words, relation="in")

    (found,) = find_capital(mention, None, load_gazetteer())
    assert found.name == capital

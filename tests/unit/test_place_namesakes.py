"""Namesakes abroad: which of them an article about another country means."""

from __future__ import annotations

import re

import pytest

from dateline.articles import Article, Block, BlockKind
from dateline.gazetteer import Gazetteer, load_gazetteer
from dateline.mentions import PlaceMention
from dateline.resolve.place_making import ResolvedPlace
from dateline.resolve.places import resolve_places
from dateline.spans import Span


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def resolve(
    gazetteer: Gazetteer, text: str, *names: str, dateline: str | None = None, countries: tuple[str, ...] = ()
) -> dict[str, ResolvedPlace]:
    """Resolve the first mention of each name in `text`; those in `countries` are told by demonyms."""
    found = [re.search(rf"\b{re.escape(name)}\b", text) for name in names]
    mentions = [
        PlaceMention(span=Span(*match.span()), head=0, rule="place.gazetteer", name=match[0], relation="in")
        for match in found
        if match is not None
    ]
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY)
    article = Article(id="a", source="-", text=text, blocks=(block,))
    resolved = resolve_places(mentions, article=article, gazetteer=gazetteer, dateline=dateline, countries=countries)
    return {one.mention.name: one for one in resolved}


def test_a_town_in_a_country_never_spoken_of_is_not_meant(gazetteer: Gazetteer) -> None:
    found = resolve(gazetteer, "Men in Barrackpore and Chaguanas were held.", "Barrackpore", dateline="PORT OF SPAIN")

    assert found["Barrackpore"].place.country == "TT"
    assert found["Barrackpore"].place.locality == "Barrackpore"


def test_it_is_meant_where_the_article_speaks_of_its_country(gazetteer: Gazetteer) -> None:
    text = "Men in Barrackpore were held."
    found = resolve(gazetteer, text, "Barrackpore", dateline="PORT OF SPAIN", countries=("IN",))

    assert found["Barrackpore"].place.country == "IN"


def test_a_famous_town_abroad_stays_what_it_is(gazetteer: Gazetteer) -> None:
    found = resolve(gazetteer, "He was seen in Vienna last week.", "Vienna", dateline="PORT OF SPAIN")

    assert found["Vienna"].place.country == "AT"


def test_the_only_bearer_in_a_country_told_is_meant(gazetteer: Gazetteer) -> None:
    found = resolve(gazetteer, "Two men were shot in Jowhar.", "Jowhar", dateline="NAIROBI", countries=("SO", "KE"))

    assert found["Jowhar"].place.country == "SO"


@pytest.mark.parametrize(
    ("text", "inner", "outer", "country"),
    [
        ("Crowds burned shops in Phoenix, north of Durban.", "Phoenix", "Durban", "ZA"),
        ("A bomb went off in Tripoli, 80 km north of Beirut.", "Tripoli", "Beirut", "LB"),
        ("A man was held in Hebron, 20 miles south of Jerusalem.", "Hebron", "Jerusalem", "PS"),
    ],
)
def test_a_town_lies_where_the_text_lays_it(
    text: str, inner: str, outer: str, country: str, gazetteer: Gazetteer
) -> None:
    found = resolve(gazetteer, text, inner, outer)

    assert found[inner].place.country == country


def test_a_landmark_too_far_for_its_words_does_not_unplace_a_town(gazetteer: Gazetteer) -> None:
    found = resolve(gazetteer, "The blast was in Mosul, 225 northwest of Baghdad.", "Mosul", "Baghdad")

    assert found["Mosul"].place.geonames_id is not None


def test_a_town_and_its_county_tell_each_other(gazetteer: Gazetteer) -> None:
    text = "Lexington police said the man was in the Dawson County jail."
    found = resolve(gazetteer, text, "Lexington", "Dawson County")

    assert {one.place.admin1 for one in found.values()} == {"Nebraska"}


def test_a_town_named_in_every_line_is_one_witness_to_its_country(gazetteer: Gazetteer) -> None:
    text = "Vienna police held two men. The Vienna pair live in Johnson County. Vienna is quiet, they said in Vienna."
    found = resolve(gazetteer, text, "Vienna", "Johnson County", countries=("US",))

    assert found["Vienna"].place.admin1 == "Illinois"


def test_what_stands_beside_a_country_in_a_list_is_one(gazetteer: Gazetteer) -> None:
    found = resolve(gazetteer, "Firms in Atlanta sell to Armenia and Georgia.", "Atlanta", "Armenia", "Georgia")

    assert found["Georgia"].place.country == "GE"


def test_a_small_namesake_next_door_is_no_rival_of_a_famous_town(gazetteer: Gazetteer) -> None:
    text = "Farms near Ames and in Des Moines, said officials in Washington, and in Iowa City."
    found = resolve(gazetteer, text, "Ames", "Des Moines", "Washington", "Iowa City")

    assert found["Washington"].place.admin1 == "District of Columbia"


def test_a_famous_town_abroad_is_no_small_one_beside_another_land_told(gazetteer: Gazetteer) -> None:
    text = "Killed in Peshawar and Lahore. Samples went to Seattle, Spokane and Geneva."
    names = ("Peshawar", "Lahore", "Seattle", "Spokane", "Geneva")
    found = resolve(gazetteer, text, *names, dateline="ISLAMABAD", countries=("PK", "PK"))

    assert found["Geneva"].place.country == "CH"


def test_a_body_of_the_world_tells_its_seat(gazetteer: Gazetteer) -> None:
    text = "In Seattle and Spokane doctors heard the World Health Organization speak in Geneva."
    found = resolve(gazetteer, text, "Seattle", "Spokane", "Geneva", countries=("US", "US"))

    assert found["Geneva"].place.country == "CH"


def test_a_village_lies_in_its_region_under_another_spelling(gazetteer: Gazetteer) -> None:
    text = "A shell hit Oktyabrsky in the Belgorod region."
    mentions = [
        PlaceMention(
            span=Span(12, 22), head=0, rule="place.gazetteer", name="Oktyabrsky", relation="in", feature="village",
            within=("Belgorod region",),
        )
    ]  # fmt: skip
    block = Block(span=Span(0, len(text)), kind=BlockKind.BODY)
    article = Article(id="a", source="-", text=text, blocks=(block,))
    found = resolve_places(mentions, article=article, gazetteer=gazetteer)

    assert found[0].place.admin1 == "Belgorod"
    assert found[0].place.geonames_id is not None


@pytest.mark.parametrize(
    ("name", "locality", "admin1"), [("Antioquia", None, "Antioquia"), ("Durango", "Durango", "Durango")]
)
def test_a_region_is_no_small_town_that_is_only_called_after_it(
    gazetteer: Gazetteer, name: str, locality: str | None, admin1: str
) -> None:
    country = {"Antioquia": "CO", "Durango": "MX"}[name]
    found = resolve(gazetteer, f"Two men were shot in {name}.", name, countries=(country,))

    assert (found[name].place.country, found[name].place.admin1) == (country, admin1)
    assert (found[name].place.locality is None) == (locality is None)

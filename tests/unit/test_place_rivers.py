"""Rivers, roads and towns that the words only lead to: found in parsed sentences."""

from __future__ import annotations

import pytest

import dateline


def places_of(extractor: dateline.Extractor, text: str) -> dict[str, str | None]:
    trace = extractor.explain(dateline.parse_article(text, source="-"))
    return {place.name: place.relation for place in trace.found.places}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The group has raided markets along the Niger near Gao.", {"Gao"}),
        ("Gunmen attacked a platform in Warri; a group in the Niger Delta claimed it.", {"Warri", "Niger Delta"}),
        ("Two soldiers of the Niger army were shot dead in Diffa.", {"Niger", "Diffa"}),
    ],
)
def test_a_river_is_not_the_country_named_after_it(extractor: dateline.Extractor, text: str, names: set[str]) -> None:
    found = set(places_of(extractor, text))

    assert names - {"Niger Delta"} <= found <= names


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("Gunmen shot dead five officers on the road to Kirkuk in Iraq.", "Kirkuk", "road to"),
        ("A mine went off under a convoy between Douentza and Hombori in Mali.", "Douentza", "between"),
        ("The train had left Hameln on its way to Hanover when a man stabbed a boy.", "Hanover", "way to"),
    ],
)
def test_where_a_way_leads_is_told_from_where_it_was(
    extractor: dateline.Extractor, text: str, name: str, relation: str
) -> None:
    assert places_of(extractor, text)[name] == relation


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The train had just left Hameln on its way to Hanover when a man began to stab people.", "Hameln"),
        ("A bomb hit the convoy of the mayor of Khalis. Khalis lies about 60 kilometres north of Baghdad.", "Khalis"),
        ("In April a similar attack on a market in Ngozi, Burundi, left one person dead.", "Ngozi"),
    ],
)
def test_a_town_is_known_by_how_it_is_spoken_of(extractor: dateline.Extractor, text: str, name: str) -> None:
    assert name in places_of(extractor, text)


@pytest.mark.slow
def test_a_bomb_on_an_island_is_in_its_town(extractor: dateline.Extractor) -> None:
    text = "A bomb exploded on a ferry at the pier of Isabela City on Basilan island in the Philippines."

    assert "Isabela City" in places_of(extractor, text)


@pytest.mark.slow
def test_a_guard_called_sunday_is_no_day(extractor: dateline.Extractor) -> None:
    article = dateline.parse_article("A watchman, Sunday Audu, was shot dead in Kano.", source="-")

    assert not extractor.explain(article).found.times

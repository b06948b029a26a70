"""Who did it, and who only came, answered or was told of before, in short stories read whole."""

from __future__ import annotations

import pytest

import dateline
from support.stories import extract, list_stances

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "KABUL, May 6 - Nine policemen died at the hands of the Taliban near Herat on Monday.",
            {("Taliban", "reported")},
        ),
        (
            "KHARKIV, May 6 - A baker died in Ukrainian shelling of the village of Pelm on Monday.",
            {("Ukraine", "reported")},
        ),
        (
            "YANGON, May 6 - A military air strike on a village in Sagaing killed 12 people on Monday.",
            {("military", "reported")},
        ),
        (
            "GOMA, May 6 - Fighters of the Allied Democratic Forces killed six farmers near Beni on Monday, the army "
            "said. The attackers left before troops came.",
            {("Allied Democratic Forces", "reported")},
        ),
        (
            "NABLUS, May 6 - Suspected extremists set fire to a house in Duma on Monday, killing a child. Soldiers "
            "searched for the arsonists.",
            {("Suspected extremists", "suspected")},
        ),
        (
            "QUETTA, May 6 - A bomb killed four people in a market in Quetta on Monday. Security forces took the "
            "injured to a hospital.",
            set(),
        ),
        (
            "ATHENS, May 6 - Coast guards beat migrants with sticks off Lesbos on Monday, a charity said, citing a "
            "video taken by passengers.",
            {("Coast guards", "accused")},
        ),
        (
            "BAMAKO, May 6 - Special forces stormed a hotel in Bamako on Monday to free guests held by gunmen, and "
            "nine people died.",
            {("gunmen", "reported")},
        ),
        (
            "NAIROBI, May 6 - Ten students were killed in Garissa on Monday. Joseph Mwangi told reporters that the "
            "attackers stormed the campus before dawn Thursday, took hostages and separated Christians from Muslims.",
            {("attackers", "reported")},
        ),
        (
            "ANKARA, May 6 - The Kurdistan Freedom Falcons, or TAK, said on its website that one of its fighters had "
            "carried out Sunday's attack in Ankara that killed 12 people.",
            {("Kurdistan Freedom Falcons", "claimed")},
        ),
        (
            "SANAA, May 6 - Thousands of people rallied in Sanaa on Monday to denounce Saudi air strikes.",
            {("Thousands of people", "reported")},
        ),
        (
            "JUAREZ, May 6 - Gunmen opened fire at a party in Juarez on Monday, killing six people. Drug cartels have "
            "fought for the routes since 2008.",
            {("Gunmen", "reported")},
        ),
        (
            "HOMS, May 6 - Russia said its long-range bombers had hit a fuel depot near Raqqa on Monday, killing two.",
            {("Russia", "claimed")},
        ),
    ],
)
def test_who_did_it(extractor: dateline.Extractor, text: str, stances: set[tuple[str, str]]) -> None:
    told = {stance for record in extract(extractor, text) for stance in list_stances(record)}

    assert told == stances


@pytest.mark.parametrize(
    ("text", "locality"),
    [
        ("BEIRUT, May 6 - A car bomb killed two in a rebel-held district of Aleppo on Monday.", "Aleppo"),
        ("BAGHDAD, May 6 - A car bomb killed two in a crowded district of Mosul on Monday.", "Mosul"),
    ],
)
def test_one_district_of_a_town_is_in_the_town(extractor: dateline.Extractor, text: str, locality: str) -> None:
    places = [record.place.locality for record in extract(extractor, text) if record.place is not None]

    assert places == [locality]

"""Two headlines in one, and what a headline leaves off."""

from __future__ import annotations

from datetime import date

import pytest

import dateline

PUBLISHED = date(2023, 3, 14)  # a Tuesday
RAID = (
    "Market ambush in central Mali leaves nine dead; army jets strike back\n\nBAMAKO, Mali - Gunmen "
    "killed nine people at "
    "a market in Mopti on Sunday, officials said.\n\nOn Monday the army said its aircraft had bombed a camp near Gao, "
    "killing 15 fighters."
)


@pytest.mark.slow
def test_the_second_of_two_headlines_tells_nothing_of_the_first_act(extractor: dateline.Extractor) -> None:
    records = extractor.extract(dateline.parse_article(RAID, source="-", published=PUBLISHED))

    market, camp = records
    assert [a.actor for a in market.attributions] == ["Gunmen"]
    assert camp.type.value == "airstrike"
    assert market.type.value != "airstrike"


@pytest.mark.slow
def test_a_headline_means_the_province_that_the_story_spells_out(extractor: dateline.Extractor) -> None:
    text = (
        "Roadside bomb kills three rangers in Yala\n\nA bomb buried under a country road killed three rangers in "
        "Thailand's southern province of Yala on Monday, the army said."
    )

    (record,) = extractor.extract(dateline.parse_article(text, source="-", published=PUBLISHED))

    assert record.place is not None
    assert (record.place.locality, record.place.admin1) == (None, "Yala")


@pytest.mark.slow
@pytest.mark.parametrize("headline", ["Mob kills two in Guatemala Town", "Two beaten to death by mob"])
def test_a_country_is_not_its_city_of_like_name(extractor: dateline.Extractor, headline: str) -> None:
    text = (
        f"{headline}\n\nGUATEMALA CITY - Villagers in the highlands of Guatemala beat two salesmen to death on "
        "Monday, police said.\n\n"
        "It began at noon in the town of San Juan Ixcoy, in Huehuetenango department."
    )

    (record,) = extractor.extract(dateline.parse_article(text, source="-", published=PUBLISHED))

    assert record.place is not None
    assert record.place.locality == "San Juan Ixcoy"

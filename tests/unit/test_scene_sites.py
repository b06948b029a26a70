"""Buildings, grounds and streets that an article sets an act at."""

from __future__ import annotations

import pytest

import dateline

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "site", "town"),
    [
        (
            "MAPUTO - Hundreds of nurses protested outside the health ministry in Maputo on 3 May 2019.",
            "health ministry",
            "Maputo",
        ),
        ("ROSARIO - Two men were shot dead in a bar in Rosario on 3 May 2019.", "bar", "Rosario"),
        (
            "LUSAKA - Police fired tear gas at students outside the University of Zambia in Lusaka on 3 May 2019.",
            "University of Zambia",
            "Lusaka",
        ),
        (
            "QUITO - Masked men stormed a radio station in Quito on 3 May 2019 and beat two guards.",
            "radio station",
            "Quito",
        ),
        ("TEMA - About 400 workers at a tyre factory in Tema went on strike on 3 May 2019.", "tyre factory", "Tema"),
        (
            "BEIRA - Marchers clashed with police on 3 May 2019 in Beira, outside the offices of the port union.",
            "offices of the port union",
            "Beira",
        ),
        # Streets and squares told by a word before the name, or by one of India or Burma.
        (
            "RECIFE - Police fired tear gas at marchers on Avenida Boa Vista in Recife on 3 May 2019.",
            "Avenida Boa Vista",
            "Recife",
        ),
        ("PATNA: Students clashed with police at Kargil Chowk in Patna on 3 May 2019.", "Kargil Chowk", "Patna"),
        # What moves is no site, nor is a meeting; the port of a name is the town.
        ("LIMA - Gunmen shot two men dead in a police car in Lima on 3 May 2019.", None, "Lima"),
        ("SFAX - Fishermen clashed with police in the Tunisian port of Sfax on 3 May 2019.", None, "Sfax"),
        # Where somebody speaks of it is not either.
        (
            "GARDEZ - A bomb killed two men in Gardez on 3 May 2019. The group said on its radio station that it was"
            " behind the assault.",
            None,
            "Gardez",
        ),
        (
            "GARDEZ - A bomb killed two men in Gardez on 3 May 2019, the mayor told reporters at the police"
            " headquarters.",
            None,
            "Gardez",
        ),
        # Its name may be told later.
        (
            "GARDEZ - A bomber attacked a hotel in Gardez on 3 May 2019. Gunmen then stormed the Villa Juba hotel.",
            "Villa Juba hotel",
            "Gardez",
        ),
        # Where somebody was treated is not where it was.
        ("JOS - Two men were shot in Jos on 3 May 2019 and died in hospital.", None, "Jos"),
    ],
)
def test_the_site_is_where_the_words_set_the_act(
    extractor: dateline.Extractor, text: str, site: str | None, town: str
) -> None:
    record = extractor.extract(dateline.parse_article(text, source="-"))[0]

    assert record.place is not None
    assert (record.place.site, record.place.locality) == (site, town)


def test_a_site_makes_the_place_finer_and_is_in_its_evidence(extractor: dateline.Extractor) -> None:
    text = "ROSARIO - Two men were shot dead in a bar in Rosario on 3 May 2019."

    (record,) = extractor.extract(dateline.parse_article(text, source="-"))

    assert record.place is not None
    assert record.place.precision == "site"
    assert [text[start:end] for start, end in record.evidence["place"]][-2:] == ["a bar", "Rosario"]

"""Places that an article tells without their name, or by a name that others bear; days told for the whole world."""

from __future__ import annotations

import pytest

import dateline
from dateline.find.times import find_times

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "town", "words"),
    [
        ("LA PAZ, 2 MAR 89 (EFE) -- A BOMB NEAR A BANK IN THIS CAPITAL WAS DEFUSED TODAY.", "La Paz", "THIS CAPITAL"),
        ("CALI (COLOMBIA), 2 MAR 89 (EFE) -- A BOMB KILLED A BAKER IN THIS CITY TODAY.", "Cali", "THIS CITY"),
        ("PESHAWAR, Pakistan (AP) — A bomb ripped through a market here Tuesday, killing six.", "Peshawar", "here"),
    ],
)
def test_this_city_is_the_datelines(extractor: dateline.Extractor, text: str, town: str, words: str) -> None:
    (record,) = extractor.extract(dateline.parse_article(text, source="-"))

    assert record.place is not None
    assert (record.place.locality, record.place.text) == (town, words)


@pytest.mark.parametrize(
    ("text", "locality"),
    [
        # Quarters and hospitals that bear the names of towns abroad.
        ("SAN SALVADOR, 6 APR 89 -- A BOMB KILLED A JUDGE IN SAN MIGUELITO NEIGHBORHOOD.", "San Salvador"),
        ("ASUNCION, Paraguay (AP) — Gunmen shot two guards dead outside Santa Rosa Hospital.", "Asunción"),
        # Persons, bodies and their short forms.
        ("QUITO, 6 APR 89 -- REBELS KILLED MINISTER LUIS MORA PONS. THE FRONT DENIED MORA PONS' MURDER.", "Quito"),
        ("LIMA, 6 APR 89 -- A BOMB DESTROYED THE HEADQUARTERS OF LAS LOMAS CORPORATION TODAY.", "Lima"),
        # The land around a town is not the town.
        (
            "Shelling in rural Homs\n\nDAMASCUS, 3 May - Two children died on Tuesday as shells hit Talbiseh.",
            "Tallbisah",
        ),
        ("Two die in Hama countryside\n\nHama, Sana - Two men died as rockets hit the town of Mhardeh.", "Maharda"),
        # Nor is a region that the text prints around a town the town of its name.
        ("Clash in Sulu\n\nManila - Two soldiers died in a clash with gunmen in Patikul, Sulu.", "Patikul"),
        (
            "Israeli strike on Gaza kills two\n\nGAZA (Reuters) - An Israeli air strike killed two men on a motorcycle "
            "east of Khan Younis in the southern Gaza Strip.",
            "Khan Yunis",
        ),
        # What a headline says it was near is not where the text sets it, nor is the seat of the state in the dateline.
        (
            "Two die as bomb hits patrol near Baghdad\n\nBAGHDAD, May 6 - A roadside bomb struck a police patrol in "
            "Tarmiya on Wednesday, killing two policemen.",
            "At Tarmiyah",
        ),
        (
            "Raiders kill four in Sokoto village\n\nSOKOTO - Gunmen stormed the village of Tangaza on Tuesday and shot "
            "dead four farmers, police said.",
            "Tangaza",
        ),
    ],
)
def test_namesakes_do_not_draw_an_act_away(extractor: dateline.Extractor, text: str, locality: str) -> None:
    record = extractor.extract(dateline.parse_article(text, source="-"))[0]

    assert record.place is not None
    assert record.place.locality == locality


@pytest.mark.parametrize(
    ("text", "site", "locality"),
    [
        # A quarter that no gazetteer lists, told as a district of its city.
        (
            "One dead\n\nA man was shot dead in the Rosmark district of Vienna on 3 May 1999.",
            "Rosmark",
            "Vienna",
        ),
        # The village of the act, beside the region that the lead names.
        (
            "Bus hit\n\nFive people died when a bus hit a mine in the Mopti region of Mali on 3 May 2019.\n\n"
            "The bus was blown up near the village of Petamba.",
            None,
            "Petamba",
        ),
        (
            "Two villagers killed\n\nMaoists killed two villagers in Chhattisgarh's Bijapur district on 3 May 2019.\n\n"
            "The incident took place in Pedda Kondal village.",
            None,
            "Pedda Kondal",
        ),
        # Where the hurt were flown, or who speaks of it, is no scene beside what a telling names.
        (
            "Soldiers hurt in blast\n\nTwo soldiers have been wounded in an explosion in southern Afghanistan.\n\n"
            "They were on "
            "patrol in the Nahr-e Saraj district of Helmand province on 3 May 2011 when a bomb was set off. "
            "They were flown to Camp Bastion, where their condition was described as stable.",
            None,
            "Nahr-e Saraj",
        ),
        # A district that was parted since.
        (
            "Four hurt in Darjeeling clash\n\nSILIGURI: Four persons were injured "
            "on 3 May 2013 when marchers clashed with police at Kalimpong in Darjeeling district.",
            None,
            "Kalimpong",
        ),
        # A headline's state is not the town of its name, where the lead names another.
        (
            "Eight shot in Guanajuato\n\nCelaya, Mexico, May 3 - Gunmen burst into a house in the city of "
            "Celaya on 3 May 2019 and shot eight people dead, officials in Guanajuato state said.",
            "house",
            "Celaya",
        ),
        # The village of the act, beside the day and the town of an arrest.
        (
            "Man held over killing in Bareilly\n\nA man was arrested on 5 May 2019 for killing his wife "
            "with an axe in Bareilly district, police said.\n\nThe incident took place at Bhojipura village on "
            "3 May 2019.",
            None,
            "Bhojipura",
        ),
        # An age in brackets tells a person.
        (
            "Two killed\n\nRebels killed two men in Bijapur on 3 May 2019. Punem Lakhu (35) was strangled with a rope.",
            None,
            "Bijapur",
        ),
    ],
)
def test_the_place_is_told_as_finely_as_the_words_tell_it(
    extractor: dateline.Extractor, text: str, site: str | None, locality: str
) -> None:
    record = extractor.extract(dateline.parse_article(text, source="-"))[0]

    assert record.place is not None
    assert (record.place.site, record.place.locality) == (site, locality)


def test_the_capital_is_the_one_that_the_news_calls_so(extractor: dateline.Extractor) -> None:
    (record,) = extractor.extract(
        dateline.parse_article(
            "Two guards were killed when a bomb exploded in the Bolivian capital on 3 May 1989.", source="-"
        )
    )

    assert record.place is not None
    assert record.place.locality == "La Paz"


@pytest.mark.parametrize(
    "text",
    [
        "The attack took place at 2100 on 15 January [0100 GMT on 16 Jan].",
        "It happened at 2100 on 15 January (0100 UTC 16 January).",
    ],
)
def test_a_time_told_again_in_gmt_is_no_second_day(text: str) -> None:
    (mention,) = find_times(text)

    assert mention.span.of(text).startswith("2100 on 15 January")

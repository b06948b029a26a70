"""Fires of articles that tell of arson: their day, place and what they burned, and those that nobody laid."""

from __future__ import annotations

import pytest

import dateline

pytestmark = pytest.mark.slow

HOSTEL = (
    "DRESDEN, Germany, February 22, 2016 - Police arrested three men on Monday after a fire gutted the roof of a former"
    " hotel in the eastern town of Bautzen early on Sunday. Investigators said they were treating it as arson."
)
SCHOOL = (
    "BUENOS AIRES, May 3, 2014 - A fire destroyed a school in the town of Tandil on Thursday night. Police said it was"
    " arson and that two youths were being sought."
)
MOSQUE = (
    "ATHENS, July 10, 2013 - Firefighters battled a blaze at a mosque in Komotini on Tuesday that police believe was"
    " started deliberately."
)
MARKET = (
    "LAGOS, June 9, 2011 - Arsonists are suspected of starting a fire that destroyed part of a market in Onitsha on"
    " Sunday."
)
FLATS = (
    "OSLO, May 6, 2014 - A fire broke out in a block of flats in Bergen on Sunday, killing three people. Police said an"
    " electrical fault was the likely cause and ruled out arson."
)
MILL = "BRNO, May 6, 2014 - A fire gutted a mill in Brno on Sunday. There was no sign of arson, the police said."
FARM = "BRNO, May 6, 2014 - A fire gutted a barn near Brno on Sunday. A dozen cows died."


@pytest.mark.parametrize(
    ("text", "day", "town", "things"),
    [
        (HOSTEL, "2016-02-21", "Bautzen", ["a former hotel"]),
        (SCHOOL, "2014-05-01", "Tandil", ["a school"]),
        (MOSQUE, "2013-07-09", "Komotini", ["a mosque"]),
        (MARKET, "2011-06-05", "Onitsha", ["a market"]),
    ],
)
def test_a_fire_that_was_laid_is_the_arson(
    extractor: dateline.Extractor, text: str, day: str, town: str, things: list[str]
) -> None:
    (record,) = extractor.extract(dateline.parse_article(text, source="-"))

    assert record.type == "arson"
    assert record.date is not None and record.date.start.isoformat() == day
    assert record.place is not None and record.place.locality == town
    assert [target.text for target in record.targets] == things


@pytest.mark.parametrize("text", [FLATS, MILL, FARM])
def test_a_fire_that_nobody_laid_is_no_incident(extractor: dateline.Extractor, text: str) -> None:
    assert not extractor.extract(dateline.parse_article(text, source="-"))

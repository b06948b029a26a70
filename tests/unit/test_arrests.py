"""The arrest of suspects and the crime that they are held for."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.records import EventType, Record, exactly

pytestmark = pytest.mark.slow

CRIME = "Two men shot dead a baker outside a bar in Cork, Ireland, on Monday night, police said."


@pytest.fixture(scope="module")
def reader() -> dateline.Extractor:
    return dateline.Extractor()


def records(text: str, reader: dateline.Extractor) -> tuple[Record, ...]:
    return reader.extract(dateline.parse_article(text, source="-", published=date(2017, 5, 12)))


def test_suspects_held_after_a_crime_belong_to_it(reader: dateline.Extractor) -> None:
    text = f"{CRIME}\n\nA man of 31 was arrested on Tuesday morning on a murder charge."

    (record,) = records(text, reader)

    assert record.type is EventType.SHOOTING
    assert record.casualties.arrested == exactly(1)
    assert record.date is not None
    assert record.date.start == date(2017, 5, 8)


def test_an_arrest_told_behind_what_befell_somebody_years_ago_is_of_the_act(reader: dateline.Extractor) -> None:
    text = (
        "Four people were killed when gunmen attacked a wedding in Kano on Sunday, police said. The groom is a nephew "
        "of Musa Bello, a politician who was shot dead in 2012. Two suspects have been arrested."
    )

    record = next(record for record in records(text, reader) if record.role == "main")

    assert record.casualties.killed == exactly(4)
    assert record.casualties.arrested == exactly(2)


def test_an_arrest_long_after_is_no_part_of_the_crime(reader: dateline.Extractor) -> None:
    text = "A baker was shot dead in Cork, Ireland, on March 3.\n\nPolice arrested two men in Cork on May 9."

    assert all(
        record.casualties.arrested is None for record in records(text, reader) if record.type is EventType.SHOOTING
    )


def test_a_doer_by_name_and_one_whom_a_court_convicted_may_be_held_long_after(reader: dateline.Extractor) -> None:
    shot = "John Poe shot dead a baker in Cork, Ireland, on February 3."
    texts = (f"{shot}\n\nPoe was arrested in Galway on May 9.", f"{shot}\n\nFrank Roe was sentenced to life on May 9.")

    assert [[record.casualties.arrested for record in records(text, reader)] for text in texts] == [[exactly(1)]] * 2


def test_an_arrest_told_of_another_town_is_no_part_of_the_crime(reader: dateline.Extractor) -> None:
    text = f"{CRIME}\n\nIn Galway, police detained four men on Tuesday over a burnt van."

    assert all(
        record.casualties.arrested is None for record in records(text, reader) if record.type is EventType.SHOOTING
    )


def test_an_arrest_told_behind_history_is_of_the_crime_that_is_news(reader: dateline.Extractor) -> None:
    text = (
        "Unidentified men set fire to a girls' school near Gilgit, Pakistan, late on Tuesday, police said.\n\n"
        "In August 2014 a dozen schools were burned there in one night.\n\nNo one has claimed responsibility. Police "
        "detained seven people for questioning."
    )

    (fire,) = (record for record in records(text, reader) if record.date and record.date.start == date(2017, 5, 9))

    assert fire.casualties.arrested == exactly(7)


@pytest.mark.parametrize(
    ("held", "accused"),
    [
        ("A man has been arrested.", ["man"]),
        ("Police said they had arrested a 40-year-old man.", ["40-year-old man"]),
        ("Two suspects have been detained.", ["Two suspects"]),
        ("Twenty people were detained in the night.", []),
    ],
)
def test_who_is_held_without_a_name_is_accused(held: str, accused: list[str], reader: dateline.Extractor) -> None:
    (record,) = records(f"A baker was stabbed to death in Cork, Ireland, on Monday. {held}", reader)

    assert [one.actor for one in record.attributions] == accused


def test_who_is_held_adds_nobody_to_those_told_to_have_done_it(reader: dateline.Extractor) -> None:
    (record,) = records(f"{CRIME} A man has been arrested.", reader)

    assert [one.actor for one in record.attributions] == ["Two men"]

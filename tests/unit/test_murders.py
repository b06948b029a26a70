"""The murder of somebody who is named: whom it befell, and what it is told apart from."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.records import EventType, VictimStatus
from support.sentences import read, read_harms


@pytest.fixture(scope="module")
def reader() -> dateline.Extractor:
    return dateline.Extractor(dateline.ExtractorOptions(eager=True))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The party condemned the murder on Monday of its leader in Lima.", "its leader"),
        ("The assassination in Bogota on 22 March of the candidate shocked all.", "the candidate"),
        ("They recalled the killing in 1987, in Arauca, of three judges.", "three judges"),
        ("The court reopened the murder case of the former minister.", "the former minister"),
    ],
    ids=["day between", "town and day between", "year and town between", "a case of murder"],
)
def test_a_day_or_a_town_may_stand_before_whom_a_murder_befell(text: str, killed: str) -> None:
    harms = read_harms(read(text))

    assert [harm.people.span.of(text) for harm in harms if harm.people] == [killed]
    assert harms[0].status is VictimStatus.KILLED


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["The murder in March of this year was the first.", "The deaths in the county of Kent rose."]
)
def test_the_year_of_a_month_and_the_name_of_a_county_are_no_victims(text: str) -> None:
    assert read_harms(read(text)) == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "incidents"),
    [
        (
            "The assassination of Senator Mario Luna shook Lima on Monday. The judges went home in anger. "
            "They had met over the assassination of Magistrate Juan Rojas in Lima.",
            2,
        ),
        (
            "The assassination of Senator Mario Luna shook Lima on Monday. The judges went home in anger. "
            "They had met over the assassination of Luna in Lima.",
            1,
        ),
    ],
    ids=["two", "one"],
)
def test_the_murders_of_two_public_figures_are_two(text: str, incidents: int, reader: dateline.Extractor) -> None:
    article = dateline.parse_article(text, source="-", published=date(1990, 5, 2))

    assert len(reader.extract(article)) == incidents


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Senator Mario Luna was murdered in Lima on Monday at a campaign rally.",
        "Clerks went on strike in Lima on Monday. They decry the assassination of Judge Mario Luna in Lima on Monday.",
        "He said that the bombings and the murder of six priests in Lima on Monday weaken the army.",
    ],
    ids=["a rally of a campaign", "a strike over it", "bombings beside it"],
)
def test_a_murder_is_not_of_the_kind_of_what_is_told_beside_it(text: str, reader: dateline.Extractor) -> None:
    article = dateline.parse_article(text, source="-", published=date(1990, 5, 2))
    records = reader.extract(article)

    assert [record.type for record in records if record.casualties.killed] == [EventType.ATTACK]

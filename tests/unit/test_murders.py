"""The murder of somebody who is named, and what it is told apart from."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.records import EventType


@pytest.fixture(scope="module")
def reader() -> dateline.Extractor:
    return dateline.Extractor(dateline.ExtractorOptions(eager=True))


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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The bishop recalled the murder of Rector Omar Diaz, which is unsolved.", {"Maria Soto"}),
        ("The same men are accused of the murder of Colonel Omar Diaz, police said.", {"Maria Soto"}),
        ("The bishop condemned the murder of Soto, who was 40.", {"Maria Soto"}),
        ("The murder of the judge is the third in a month.", {"Maria Soto"}),
    ],
    ids=["of one before her", "of another", "hers", "hers by her office"],
)
def test_whose_murder_is_told_beside_did_not_fall_with_the_one(
    text: str, dead: set[str], reader: dateline.Extractor
) -> None:
    story = f"Two men on a motorcycle shot dead Judge Maria Soto in Lima on Monday. {text}"
    article = dateline.parse_article(story, source="-", published=date(1990, 5, 2))

    first = reader.extract(article)[0]

    assert {victim.name for victim in first.victims} == dead

"""Which drafts tell one incident: what is compared, and how a model's word is carried out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

import dateline
from dateline.merge.clues import Clue
from dateline.merge.clustering import Happening
from dateline.merge.coreference import find_groups
from dateline.merge.draft_pairs import describe_pair
from dateline.merge.incidents import Incident, select_incidents, sketch_happenings
from dateline.merge.one_story import goes_on
from dateline.weights import LinearModel

TWO_TOWNS = """KANO, Nigeria — A bomb killed four traders at a market in Kano on Monday, police said.

In Jos, gunmen shot dead a priest and two nurses at a clinic on Monday evening, a hospital official said.
"""
TWICE_TOLD = """KANO, Nigeria — A bomb killed four traders at a market in Kano on Monday, police said.

The governor cut short a trip abroad. He will speak on Thursday.

Witnesses said the explosion at the market in Kano on Monday killed four people.
"""


@dataclass(frozen=True)
class Drafts:
    told: list[tuple[Incident, tuple[Clue, ...]]]

    def features(self, later: int = 1) -> dict[str, float]:
        return describe_pair(self.told[0], self.told[later], drafts=len(self.told))


@pytest.fixture(scope="module")
def draft(extractor: dateline.Extractor) -> Callable[[str], Drafts]:
    def make(text: str) -> Drafts:
        """Take each clue for a happening of its own."""
        trace = extractor.explain(dateline.parse_article(text, source="-"))
        alone = [Happening((clue,)) for clue in trace.clues]
        drafts = select_incidents(sketch_happenings(alone, trace.article, trace.surroundings))
        return Drafts([(sketch.incident, sketch.happening.clues) for sketch in drafts])

    return make


@pytest.mark.slow
def test_two_towns_differ_in_place_and_people(draft: Callable[[str], Drafts]) -> None:
    features = draft(TWO_TOWNS).features()

    assert {"place apart, own", "opens with another place", "killed falling", "victim kind differs"} <= features.keys()


@pytest.mark.slow
def test_a_second_telling_shares_day_place_and_toll(draft: Callable[[str], Drafts]) -> None:
    features = draft(TWICE_TOLD).features()

    assert {"place same, own", "killed equal", "type same"} <= features.keys()
    assert not {"opens with another place", "set apart"} & features.keys()


@pytest.mark.slow
def test_drafts_are_grouped_as_the_model_says(draft: Callable[[str], Drafts]) -> None:
    told = [*draft(TWICE_TOLD).told, *draft(TWO_TOWNS).told[1:]]
    joins = LinearModel(name="test", bias=-3.0, weights={"killed equal": 6.0})

    assert find_groups(told, "", joins) == ((0, 1), (2,))
    assert find_groups(told, "", LinearModel(name="test", bias=-3.0, weights={})) == ((0,), (1,), (2,))


@pytest.mark.slow
def test_an_article_that_tells_an_act_twice_gives_one_record(extractor: dateline.Extractor) -> None:
    records = extractor.extract(dateline.parse_article(TWICE_TOLD, source="-"))

    assert [record.casualties.killed.best for record in records if record.casualties.killed] == [4]


STORY = """KANO, Nigeria, March 7, 2017 — Two men were shot dead and four wounded in a bar in Kano on Monday.

A woman who lives across the street said she had heard the shooting and hidden in the kitchen.

A waiter was shot in the leg, a nurse said.
"""
NEXT_TOWN = (
    STORY
    + """
In Jos, gunmen shot dead a priest at a clinic.
"""
)


@pytest.mark.slow
def test_a_draft_goes_on_with_the_story_unless_it_has_another_town(draft: Callable[[str], Drafts]) -> None:
    told = draft(NEXT_TOWN).told

    assert goes_on(told[0], told[-2])
    assert not goes_on(told[0], told[-1])


@pytest.mark.slow
def test_more_victims_than_the_story_has_are_of_another_act(draft: Callable[[str], Drafts]) -> None:
    told = draft(STORY.replace("A waiter was", "Nine waiters were")).told

    assert not goes_on(told[0], told[-1])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "LAGOS, June 3, 2018 - A court jailed two men on Friday for the bombing of a bus in 2011, in which nine "
            "people died.\n\nThe trial was long. The judge said that the bomb exploded on May 9, 2011 as the bus stood "
            "in Ibadan. Thirty passengers were wounded.",
            1,
        ),
        (
            "QUETTA, Feb. 4, 2017 - The toll of the bombing of a shrine in Quetta in December has risen to 31.\n\n"
            "A suicide bomber struck the shrine during prayers on December 12. 40 people were hurt.",
            1,
        ),
        (
            "QUETTA, Feb. 4, 2017 - A bomb killed six people at a market in Quetta in December.\n\n"
            "In Karachi, a bomb killed two policemen on December 12.",
            2,
        ),
    ],
    ids=["the day of the year", "the day of the month", "another town"],
)
def test_a_day_within_the_month_told_before_is_of_the_same_act(
    extractor: dateline.Extractor, text: str, count: int
) -> None:
    records = extractor.extract(dateline.parse_article(text, source="-"))

    assert len(records) == count


@pytest.mark.slow
def test_what_the_attackers_did_besides_is_of_the_same_raid(extractor: dateline.Extractor) -> None:
    text = (
        "LIMA, May 4, 1989 - Nine people died and four were wounded when guerrillas attacked the town of Uchiza, the "
        "authorities reported today.\n\nSome 60 rebels entered the town last night, dynamited the bank and fired "
        "rockets at the police station.\n\nThe mayor was kidnapped by the attackers but was released two hours later."
    )
    (record,) = extractor.extract(dateline.parse_article(text, source="-"))

    assert record.date is not None
    assert record.date.start.isoformat() == "1989-05-03"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("The attackers also set fire to two lorries and a shop.", 1, id="the attackers"),
        pytest.param("They also set fire to two lorries and a shop.", 1, id="they"),
        pytest.param("Gunmen also set fire to two lorries and a shop in Biu.", 2, id="others elsewhere"),
    ],
)
def test_what_they_also_did_is_of_the_same_raid(extractor: dateline.Extractor, text: str, count: int) -> None:
    lead = (
        "MAIDUGURI, May 5 - Armed men stormed a market in Konduga on Tuesday and shot three traders dead, police said."
    )
    records = extractor.extract(dateline.parse_article(f"{lead}\n\n{text}", source="-"))

    assert len(records) == count


CASE = (
    "A watchman has been charged with the murder of a baker in Sligo, Ireland, a court heard on Thursday.\n\n"
    "John Poe, 31, was arrested in Ballina on Monday.\n\n"
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("act", "count"),
    [
        pytest.param("Ann Ruiz, 41, was shot in her shop in Sligo on March 3. She died that night.", 1, id="the act"),
        pytest.param("In a separate case, three cooks were stabbed to death in Sligo on March 3.", 2, id="another"),
    ],
)
def test_the_news_of_a_case_is_one_with_its_act(extractor: dateline.Extractor, act: str, count: int) -> None:
    article = dateline.parse_article(CASE + act, source="-", published=date(2023, 5, 12))

    records = [record for record in extractor.extract(article) if record.casualties.killed]

    assert len(records) == count
    assert date(2023, 3, 3) in [record.date.start for record in records if record.date]


@pytest.mark.slow
def test_the_day_in_court_is_not_that_of_the_act(extractor: dateline.Extractor) -> None:
    text = (
        "A cook who stabbed a baker has been jailed.\n\n"
        "John Poe was found guilty of the murder of Ann Ruiz at Derby Crown Court on Wednesday.\n\n"
        "Ms Ruiz, 41, was stabbed in her shop in Derby on 12 December 2019."
    )

    (record,) = extractor.extract(dateline.parse_article(text, source="-", published=date(2023, 6, 15)))

    assert record.date is not None
    assert record.date.start == date(2019, 12, 12)


@pytest.mark.slow
def test_charges_found_no_act_beside_the_one_told(extractor: dateline.Extractor) -> None:
    text = (
        "A baker was shot dead in Sligo, Ireland, on March 3.\n\n"
        "John Poe was found guilty of murder and robbery on Thursday."
    )

    (record,) = extractor.extract(dateline.parse_article(text, source="-", published=date(2023, 5, 12)))

    assert record.date is not None
    assert record.date.start == date(2023, 3, 3)

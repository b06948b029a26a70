"""Who is no victim, deaths that nobody caused, and fates that words turn: parsed sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.relate.harm_natural import find_natural_deaths
from support.sentences import read_harms

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


def _told(doc: Doc) -> list[tuple[str, int | None]]:
    return [(harm.status.value, harm.count.best if harm.count else None) for harm in read_harms(doc)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Gunmen shot dead six people in the market, the state prosecutor's office said.", [("killed", 6)]),
        ("A bomb exploded, injuring three people, Governor Aman Rasool said on Friday.", [("injured", 3)]),
        ("Militants killed four farmers, district police chief Gul Rahim said.", [("killed", 4)]),
        ("Robbers shot a clerk and wounded his son, Mayor Luis Ortega told reporters.", [("injured", 1)] * 2),
        ("Rebels killed a breeder and her daughter. The prosecutor said so.", [("killed", 1), ("killed", 1)]),
        ("She had been shot, county Sheriff R. B. Tolliver said, and her body was found in a ditch.", []),
    ],
)
def test_who_speaks_suffers_nothing(
    sentence: str, told: list[tuple[str, int | None]], parse: Callable[[str], Doc]
) -> None:
    assert _told(parse(sentence)) == told


@pytest.mark.slow
@pytest.mark.parametrize(
    "sentence",
    [
        "A man shot two teenagers, a Sheriff's Department news release said.",
        "Two men shot each other, a press release said.",
    ],
)
def test_a_news_release_frees_nobody(sentence: str, parse: Callable[[str], Doc]) -> None:
    assert "released" not in {status for status, _ in _told(parse(sentence))}


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "The singer died of lung cancer on Tuesday.",
        "Ms Delgado, 34, died on Tuesday of an unknown cause.",
        "The bishop died on Sunday after a short illness.",
        "The actor died peacefully at home.",
        "A boy drowned in a lake on Monday.",
        "The body of a woman was found in a park. Police said that there were no suspicious circumstances.",
        "She passed away on Monday. She was preceded in death by her husband.",
        "A hiker froze to death on the mountain.",
    ],
)
def test_a_death_that_nobody_caused_harms_nobody(text: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(text)

    assert find_natural_deaths(doc)
    assert _told(doc) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "The guard died of gunshot wounds on Monday.",
        "A contractor died of a heart attack as rockets struck the base.",
        "Two hundred refugees drowned when soldiers attacked their boat.",
        "The body of a woman was found in a field. Police have not ruled out foul play.",
        "A man was stabbed and later died. He is survived by two sons.",
    ],
)
def test_a_death_that_violence_brought_stays(text: str, parse: Callable[[str], Doc]) -> None:
    assert find_natural_deaths(parse(text)) == frozenset()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A guard was stabbed nearly to death in a car park.", [("injured", 1)]),
        ("Robbers beat a clerk half to death.", [("injured", 1)]),
        ("A deadly attack on a trader shocked the town.", [("killed", 1)]),
        ("The deadly attack on the church shocked the town.", []),
        ("Armed men took 30 boys from a school.", [("kidnapped", 30)]),
        ("The teacher took 30 boys from the school to the museum.", []),
        ("Shrapnel wounded a clerk's arm.", [("injured", 1)]),
        ("They lost their first child in 1998.", []),
        ("The army lost two soldiers in the ambush.", [("killed", 2)]),
        ("A reward is offered for information leading to the arrest of the gunman.", []),
    ],
)
def test_words_around_turn_the_fate(
    sentence: str, told: list[tuple[str, int | None]], parse: Callable[[str], Doc]
) -> None:
    assert _told(parse(sentence)) == told


@pytest.mark.slow
def test_the_wounded_are_named(parse: Callable[[str], Doc]) -> None:
    harms = read_harms(
        parse("Two sailors were wounded and one was killed. The navy identified the wounded as Jose Brillo.")
    )

    assert [(harm.status.value, harm.people.name) for harm in harms if harm.people and harm.people.name] == [
        ("injured", "Jose Brillo")
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("Martin Keith, 64, a retired naval officer, was shot dead.", "civilian"),
        ("A former policeman was stabbed.", "unknown"),
        ("Her 18-month-old daughter was abducted.", "child"),
        ("A vigilante was killed.", "security_guard"),
    ],
)
def test_who_they_are(sentence: str, category: str, parse: Callable[[str], Doc]) -> None:
    (harm,) = read_harms(parse(sentence))

    assert harm.people is not None
    assert harm.people.category == category


@pytest.mark.slow
@pytest.mark.parametrize("text", ["Officers executed two warrants in Perth.", "Senators killed the bill on Monday."])
def test_papers_are_killed_without_a_victim(text: str, parse: Callable[[str], Doc]) -> None:
    assert _told(parse(text)) == []

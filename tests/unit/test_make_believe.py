"""Scores, plots, rehearsals, surveys, sums and mishaps are no acts; the same words elsewhere are."""

from __future__ import annotations

import pytest

from dateline.find.triggers import find_triggers, load_triggers
from dateline.frames import Reality
from dateline.relate.harm_natural import find_natural_deaths
from dateline.relate.reality import judge_reality
from support.sentences import read

pytestmark = pytest.mark.slow


def realities(text: str) -> list[Reality]:
    doc = read(text)
    return [judge_reality(doc[mention.head]) for mention in find_triggers(doc, load_triggers())]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Dane shot down the champion 6-3 7-5 in Lyon.", id="a score"),
        pytest.param("Corvettes fired torpedoes at old hulls in the spring exercise.", id="an exercise"),
        pytest.param("Soldiers stormed a hijacked plane during an anti-terror drill in Split.", id="during a drill"),
        pytest.param("Commandos stormed a mock embassy as part of a drill near Split.", id="a mock target"),
        pytest.param(
            "The thriller opens in Oslo. A banker is shot in a lift and his guard is stabbed.", id="the plot of a book"
        ),
        pytest.param("The city was held hostage by its suppliers.", id="a city"),
        pytest.param("The minister came under fire from critics over his trip.", id="words"),
        pytest.param("The union said it had been stabbed in the back.", id="an organisation stabbed"),
        pytest.param("They stabbed the rebels in the back, a commander said.", id="all of those known"),
        pytest.param("The militia stabbed the revolution in the back.", id="a cause stabbed"),
        pytest.param("The fans heard the news, which exploded on Monday.", id="news that exploded"),
    ],
)
def test_what_nobody_did_is_a_figure(text: str) -> None:
    assert Reality.TOLD not in realities(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Masked men attacked 10-15 villagers near Gao.", id="a range is no score"),
        pytest.param("Gunmen killed two recruits in an exercise near Gao.", id="deaths in an exercise"),
        pytest.param("An actor was stabbed on the set of a film in Manila on Friday.", id="a past act on a set"),
        pytest.param("The clerk was held hostage by two men.", id="a man held"),
        pytest.param("The convoy came under fire near Kirkuk.", id="shots"),
        pytest.param("Gunmen are firing at people in a cinema that shows the film.", id="an act in a cinema"),
        pytest.param("The star of the film is charged with the murder of a guard in Nice.", id="an act in court"),
        pytest.param("Militants attacked the base during a drill near Gao.", id="an attack on a drill"),
        pytest.param("The blast killed 12 people, up from nine on Monday.", id="a toll that rose"),
        pytest.param("One of the three was shot dead near Gao.", id="one of three"),
        pytest.param("Explosions could be heard in the port on Monday.", id="what could be heard"),
    ],
)
def test_the_same_words_of_an_act_are_told(text: str) -> None:
    assert Reality.TOLD in realities(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("There were 940 stabbings in Wales in the year to May.", id="a year's count"),
        pytest.param("Mines killed 71 herders in Chad last year, down from 90 in 2016.", id="a comparison"),
        pytest.param("One driver in five has been robbed, a poll found.", id="a share"),
        pytest.param("Shells have been dropped on schools in several wars.", id="here and there"),
        pytest.param("Nine men are detained without trial in Lisbon.", id="custody"),
    ],
)
def test_a_sum_or_a_share_is_no_single_act(text: str) -> None:
    assert Reality.TOLD not in realities(text)


def test_a_power_to_seize_suspects_is_only_possible() -> None:
    text = "Wardens can now use force to detain suspects for an hour while they wait for a patrol."

    assert set(realities(text)) == {Reality.POSSIBLE}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A nurse was struck by a bus in Perth on Monday. She is in hospital with a broken arm.", "struck"),
        ("A boy accidentally shot himself in the foot in Boise on Monday.", "shot"),
        ("A cyclist was hit by a lorry and killed in Perth on Monday.", "killed"),
        ("Police want the van that struck a jogger in Perth on Monday.", "struck"),
        ("A jogger was struck in Perth on Monday. Police seek the driver in the hit-and-run.", "struck"),
        ("A van ran into a crowd in Perth on Monday, killing two. The driver had suffered a stroke.", "killing"),
        ("A driver ploughed into a queue in Perth, killing two. He had fallen asleep at the wheel.", "killing"),
        ("A blaze killed two sisters in a flat in Perth. Firemen came too late.", "killed"),
        ("Firemen found two sisters dead when they put out a kitchen fire in Perth.", "dead"),
    ],
)
def test_a_mishap_harms_without_an_act(text: str, word: str) -> None:
    doc = read(text)

    assert next(token.i for token in doc if token.text == word) in find_natural_deaths(doc)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A nurse was struck by a bus that a man rammed into the queue on Monday.", "struck"),
        ("A driver ploughed into a queue in Perth, killing two. He was charged with murder.", "killing"),
        ("A nurse was struck by a car bomb in Mosul on Monday.", "struck"),
        ("A boy shot himself after killing his brother in Boise on Monday.", "shot"),
        ("A blaze killed two sisters in a flat in Perth. Police speak of arson.", "killed"),
        ("Two sisters were killed in Mosul when mortar fire hit a school.", "killed"),
    ],
)
def test_who_is_meant_to_be_hit_meets_no_mishap(text: str, word: str) -> None:
    doc = read(text)

    assert next(token.i for token in doc if token.text == word) not in find_natural_deaths(doc)


def test_the_name_of_a_work_is_no_act() -> None:
    doc = read("The makers of Manhunt, a game of 2003, said sales were good.")

    assert find_triggers(doc, load_triggers()) == ()

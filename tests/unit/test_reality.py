"""Which words tell an act, and how real and how far gone the words around them say it is."""

from __future__ import annotations

import pytest

from dateline.find.triggers import find_triggers, load_triggers
from dateline.frames import Reality
from dateline.records import EventType, Stage
from dateline.relate.reality import judge_reality, judge_stage
from support.sentences import read

pytestmark = pytest.mark.slow


def kinds(text: str) -> list[EventType]:
    return [mention.type for mention in find_triggers(read(text), load_triggers())]


def realities(text: str) -> list[Reality]:
    doc = read(text)
    return [judge_reality(doc[mention.head]) for mention in find_triggers(doc, load_triggers())]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two men got out of a van and fired into the queue.", EventType.SHOOTING),
        ("He fired three shots through the window.", EventType.SHOOTING),
        ("Masked men set a chapel and two kiosks on fire.", EventType.ARSON),
        ("A tram was stoned by a crowd near the stadium.", EventType.RIOT),
        ("Gunmen took two nurses from the clinic.", EventType.KIDNAPPING),
        ("The engineer was taken from his tent by men in military clothing.", EventType.KIDNAPPING),
        ("Youths hurled petrol bombs at the barracks.", EventType.ARSON),
        ("Sappers made the device safe.", EventType.BOMBING),
        ("Meanwhile fighting near the harbour entered its second week.", EventType.ARMED_CLASH),
        ("The strike at the tyre factory went into its third day.", EventType.STRIKE),
        ("Near the dam, two strikes by coalition jets hit a bunker.", EventType.AIRSTRIKE),
        ("A man attacked two guards with a knife.", EventType.STABBING),
        ("Residents blocked the highway with logs.", EventType.PROTEST),
    ],
)
def test_words_that_tell_an_act(text: str, kind: EventType) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The manager was fired on Monday.",
        "A cook fired by the hotel went to court.",
        "Snow blocked the road over the pass.",
        "The nurse took two children to the park.",
        "The minister made the roads safe.",
    ],
)
def test_words_that_tell_no_act(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The men stopped the lorry and opened fire.",
        "The talks ended after rebels bombed a bridge.",
        "Two guards were ambushed near the mill; their car ended in a ditch.",
        "Soldiers stopped the bus in an ambush.",
        "She will be charged with the murder of a neighbour.",
    ],
    ids=["beside a halt", "after a halt", "a clause with a semicolon", "where it was stopped", "laid to somebody"],
)
def test_an_act_is_told_though_a_word_of_halting_stands_by(text: str) -> None:
    assert Reality.TOLD in realities(text)
    assert Reality.POSSIBLE not in realities(text)


def test_a_team_of_forces_is_no_team_of_players() -> None:
    assert realities("A combined team of police and soldiers captured a bomb maker.") == [Reality.TOLD]
    assert Reality.FIGURATIVE in realities("The home team attacked from the first minute.")


@pytest.mark.parametrize(
    "text",
    [
        "They plan to bomb the bridge.",
        "Fears of an attack grew.",
        "The army stopped an attack.",
        "Officials fear that rebels attacked the village.",
    ],
)
def test_an_act_is_possible_under_a_plan_or_fear(text: str) -> None:
    assert set(realities(text)) == {Reality.POSSIBLE}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The grenade did not explode.", Stage.ATTEMPTED),
        ("The bomb failed to go off.", Stage.ATTEMPTED),
        ("Army officers made the device safe.", Stage.FOILED),
    ],
)
def test_a_device_that_harms_nobody_is_no_done_act(text: str, stage: Stage) -> None:
    doc = read(text)

    (mention,) = find_triggers(doc, load_triggers())

    assert judge_reality(doc[mention.head]) is Reality.TOLD
    assert judge_stage(doc[mention.head]) is stage

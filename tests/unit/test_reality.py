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
        ("Parents blocked the bypass with rocks and burnt tyres.", EventType.PROTEST),
        ("Students set fire to an effigy of the dean.", EventType.PROTEST),
        ("Clerks gheraoed the treasury.", EventType.PROTEST),
        ("Grocers downed their shutters on Monday.", EventType.STRIKE),
        ("Weavers observed a hartal on Monday.", EventType.STRIKE),
        ("Lorry drivers blocked the bridge at noon.", EventType.PROTEST),
        ("Someone put six bullets through the door of the deputy.", EventType.SHOOTING),
        ("One of them emptied a pistol into the guard.", EventType.SHOOTING),
        ("A dockhand was struck by a stray bullet.", EventType.SHOOTING),
        ("Soldiers opened up on the pickets.", EventType.SHOOTING),
        ("A plane let go of three bombs over the quay.", EventType.AIRSTRIKE),
        ("Three mortar shells fell near the palace.", EventType.SHELLING),
        ("A helicopter dropped chlorine on the suburb.", EventType.CHEMICAL_ATTACK),
        ("A strike on the telephone exchange killed four clerks.", EventType.AIRSTRIKE),
        ("Sappers defused another under the pulpit.", EventType.BOMBING),
        ("The taxi was taken at gunpoint near the station.", EventType.HIJACKING),
        ("Two men with hammers stole $7,000 from the jeweller.", EventType.ROBBERY),
        ("Dockers stayed out for a fourth day.", EventType.STRIKE),
        ("The poet is on a fast-unto-death.", EventType.PROTEST),
        ("Nuns sat down on the runway.", EventType.PROTEST),
        ("The marchers were dispersed with tear gas.", EventType.PROTEST),
        ("A crowd broke the windows of the tax office.", EventType.SABOTAGE),
        ("A pylon was downed near the dam.", EventType.SABOTAGE),
        ("Extremists destroyed a shrine.", EventType.SABOTAGE),
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
        "The envoys defused the crisis.",
        "The actor opened up about his youth.",
        "Rovers were beaten 4-1 by United.",
        "They went to long-shot states.",
        "The visitors ran riot after the break.",
        "The union set a strike deadline.",
        "Lava came with explosions all night.",
        "The company destroyed two old shells.",
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
    "text",
    [
        "Shootings fell from 80 to 61.",
        "The county had 51 homicides in 2014.",
        "He was involved in kidnappings.",
        "Kids shoot because they have a gun.",
    ],
    ids=["trend", "tally", "trade", "habit"],
)
def test_acts_that_are_only_counted_are_general(text: str) -> None:
    assert set(realities(text)) == {Reality.GENERAL}


@pytest.mark.parametrize(
    "text",
    [
        "It was not an attack.",
        "There has never been a bombing in the town.",
        "Detectives ruled out arson.",
        "There was no sign that the boat had been fired on.",
    ],
)
def test_an_act_that_is_ruled_out_is_denied(text: str) -> None:
    assert set(realities(text)) == {Reality.DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "It sounded like somebody was shelling the village.",
        "Film review: Night Train. The guard is stabbed in a tunnel.",
    ],
    ids=["likened", "a work reviewed"],
)
def test_an_act_that_something_is_likened_to_is_figurative(text: str) -> None:
    assert set(realities(text)) == {Reality.FIGURATIVE}


@pytest.mark.parametrize("text", ["Sappers were able to defuse the mine.", "The guards were forced to open fire."])
def test_what_somebody_was_able_or_forced_to_do_was_done(text: str) -> None:
    assert realities(text) == [Reality.TOLD]


def test_a_strike_still_to_come_is_possible() -> None:
    assert Reality.TOLD not in realities("Teachers may join a strike earmarked for May.")
    assert realities("Unions balloted members on a walkout.") == [Reality.POSSIBLE]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The grenade did not explode.", Stage.ATTEMPTED),
        ("The bomb exploded prematurely.", Stage.ATTEMPTED),
        ("Gunmen shot at the mayor and missed.", Stage.ATTEMPTED),
        ("A kilo of explosive was found taped under the bus.", Stage.FOILED),
        ("Both drones were shot down over the bay.", Stage.FOILED),
        ("Crowds torched the block.", Stage.ACCOMPLISHED),
        ("The bomb failed to go off.", Stage.ATTEMPTED),
        ("Army officers made the device safe.", Stage.FOILED),
        ("Bomb disposal experts made safe a car bomb outside a police station in Bilbao.", Stage.FOILED),
    ],
)
def test_a_device_that_harms_nobody_is_no_done_act(text: str, stage: Stage) -> None:
    doc = read(text)

    (mention,) = find_triggers(doc, load_triggers())

    assert judge_reality(doc[mention.head]) is Reality.TOLD
    assert judge_stage(doc[mention.head]) is stage


@pytest.mark.parametrize(
    "text",
    ["Teen dies after man shoots him in Tampa", "Police hunt men who stab guard", "Bombings kill 12 in two markets"],
)
def test_the_present_tense_of_a_headline_tells_what_happened(text: str) -> None:
    assert Reality.GENERAL not in realities(text)


def test_a_past_form_like_the_present_tells_what_happened() -> None:
    assert realities("A farmer lost both legs when he trod on a mine.") == [Reality.TOLD]


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds blocked the quay road to protest against the killing.",
        "Farmers squatted on the rails, disrupting trains.",
    ],
)
def test_what_a_crowd_blocks_is_its_own_doing(text: str) -> None:
    doc = read(text)
    protests = [mention for mention in find_triggers(doc, load_triggers()) if mention.type is EventType.PROTEST]

    assert {judge_stage(doc[mention.head], of_crowd=True) for mention in protests} == {Stage.ACCOMPLISHED}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Students marched to protest against the murder of a lecturer.", "murder"),
        ("The bandh call evoked a mixed response.", "bandh"),
        ("Officers were deployed amid riots sparked by the killing of a driver.", "killing"),
        ("Two inmates went on hunger strike on Monday.", "strike"),
        ("Weavers marched against the budget.", "marched"),
        ("The protest over bread prices closed the port.", "protest"),
        ("Porters heeded the call to down tools.", "tools"),
        ("The blockade was called off after nine days.", "blockade"),
        ("The minister promised to investigate the murder of four nuns.", "murder"),
        ("The governor vowed to punish the authors of the massacre.", "massacre"),
        ("Congress is expected to name a panel to look into the kidnapping of a banker.", "kidnapping"),
        ("They will ask the court to clarify his assassination.", "assassination"),
    ],
)
def test_what_is_protested_against_or_met_is_told(text: str, word: str) -> None:
    doc = read(text)

    assert judge_reality(next(token for token in doc if token.text == word)) is Reality.TOLD


@pytest.mark.parametrize(
    "text",
    [
        "The strike was averted at the last minute.",
        "The march on the palace was cancelled.",
        "Travellers were spared a walkout.",
        "A strike that would have closed the mines was called off.",
        "The march did not go ahead.",
        "The strike failed to materialise.",
        "The march fell through at the last minute.",
    ],
)
def test_a_strike_or_march_that_is_shelved_is_denied(text: str) -> None:
    assert realities(text) == [Reality.DENIED]


def test_a_strike_announced_is_possible() -> None:
    assert realities("Pilots announced a strike.") == [Reality.POSSIBLE]


def test_what_else_somebody_says_makes_no_attempt_of_an_act() -> None:
    doc = read("The army said it had struck a bunker and that it tries to spare civilians.")
    (mention,) = find_triggers(doc, load_triggers())

    assert judge_stage(doc[mention.head]) is Stage.ACCOMPLISHED


def test_who_is_beaten_to_a_prize_is_not_hurt() -> None:
    assert judge_reality(read("She beat three actors to the award.")[1]) is Reality.FIGURATIVE
    assert judge_reality(read("She beat three actors with a cane.")[1]) is Reality.TOLD


@pytest.mark.parametrize(
    "text",
    [
        "The rebels might try to bomb the port.",
        "He warned that a bombing could happen in Leeds.",
        "A raid may follow.",
        "The city will allow supporters of the mayor to rally in a park.",
        "Officials expect demonstrations outside the arena to be peaceful.",
        "Police spend time planning for bomb threats, pickpocketing, fraud, vandalism, fighting and arson.",
    ],
)
def test_what_might_be_tried_or_might_happen_is_possible(text: str) -> None:
    assert set(realities(text)) == {Reality.POSSIBLE}


def test_who_is_tried_for_an_act_is_said_to_have_done_it() -> None:
    assert realities("Two men will be tried for killing a nurse.") == [Reality.TOLD]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Supporters of the mayor rallied in the square.", True),
        ("Several hundred people gathered outside the ministry, chanting slogans.", True),
        ("The champion rallied in the second set.", False),
        ("Shares rallied in late trading.", False),
        ("Hundreds gathered for the funeral, carrying flags and chanting.", False),
    ],
)
def test_people_who_rally_protest(text: str, found: bool) -> None:
    assert (EventType.PROTEST in kinds(text)) is found


def test_a_stab_in_the_back_is_no_stabbing() -> None:
    assert set(realities("The envoy spoke of a treacherous stab in the back.")) <= {Reality.FIGURATIVE}
    assert realities("A waiter was stabbed in the back.") == [Reality.TOLD]


def test_fighters_that_bar_a_road_do_not_protest() -> None:
    assert EventType.PROTEST not in kinds("The jihadists are blocking roads with mounds of dirt.")


def test_reports_that_are_denied_are_possible_and_flag_marches_no_protest() -> None:
    assert realities("The governor denied reports of an attack on the bank.") == [Reality.POSSIBLE]
    assert EventType.PROTEST not in kinds("The army staged flag marches in the old town.")


@pytest.mark.parametrize(
    ("text", "reality"),
    [
        ("Senator Ana Cruz attacked the government in a speech.", Reality.FIGURATIVE),
        ("The president, Juan Mora, attacked the Supreme Court again.", Reality.FIGURATIVE),
        ("Gunmen attacked the Supreme Court.", Reality.TOLD),
        ("The rebel leader attacked the government base.", Reality.TOLD),
    ],
)
def test_a_holder_of_an_office_attacks_a_body_with_words(text: str, reality: Reality) -> None:
    doc = read(text)

    assert judge_reality(next(token for token in doc if token.lower_ == "attacked")) is reality


def test_what_a_law_would_do_about_acts_of_a_kind_is_possible() -> None:
    assert realities("The bill would punish the kidnapping of children.") == [Reality.POSSIBLE]

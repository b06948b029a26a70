"""What kind of act it is, how far it went and which part it plays."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.find.triggers import find_triggers, load_triggers
from dateline.records import EventType, Record, Role, Stage

PUBLISHED = date(2017, 5, 12)


@pytest.fixture(scope="module")
def reader() -> dateline.Extractor:
    return dateline.Extractor()


def first_record(text: str, reader: dateline.Extractor) -> Record:
    article = dateline.parse_article(text, source="-", published=PUBLISHED)
    return reader.extract(article)[0]


def words(text: str) -> set[str]:
    from support.sentences import read

    doc = read(text)
    return {mention.span.of(doc.text) for mention in find_triggers(doc, load_triggers())}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A car bomb killed nine people outside a mosque in Basra on Thursday.", EventType.BOMBING),
        ("A truck bomb killed two guards in Kabul on Monday. The police arrested a man.", EventType.BOMBING),
        ("Protesters clashed with police in Dhaka on Sunday, and 12 people were hurt.", EventType.RIOT),
        ("A suicide bomber blew himself up in Aden on Monday, killing two soldiers.", EventType.SUICIDE_BOMBING),
        ("Police arrested five men in raids in Antwerp on Tuesday.", EventType.ARREST),
        ("Rebels attacked the airport of Aden with rockets, killing a guard.", EventType.SHELLING),
        ("An air strike killed six people in Saada on Monday. The army denied bombing the town.", EventType.AIRSTRIKE),
        ("Soldiers murdered three peasants in Lima on Monday and burned four homes.", EventType.ATTACK),
        ("REBELS MURDERED THE MAYOR OF LIMA ON MONDAY AND SET FIRE TO THE TOWN HALL.", EventType.ATTACK),
        ("Villagers caught a thief in Quetta on Monday, beat him to death and set fire to his car.", EventType.BEATING),
        ("A man held four clients hostage in a bank in Lyon on Monday.", EventType.HOSTAGE_TAKING),
        ("Masked men held up a jeweller in Lyon on Monday and made off with rings.", EventType.ROBBERY),
        ("A shell hit a yard in Toretsk on Monday, killing a man and injuring his wife.", EventType.SHELLING),
        ("Israel bombed a tower in Gaza City on Monday, killing nine people.", EventType.AIRSTRIKE),
        ("Rioters looted and burned shops in Leeds on Monday night.", EventType.RIOT),
        (
            "Police arrested a docker on Monday over a killing. Ana Ruiz, 21, was found murdered in Lyon.",
            EventType.ATTACK,
        ),
        ("Warplanes came. Nine villagers were killed and six wounded in Aleppo on Monday.", EventType.AIRSTRIKE),
        ("Afghan forces killed two insurgents in suicide vests in Ghazni on Monday.", EventType.ARMED_CLASH),
        ("Two rockets were fired at the Israeli town of Sderot on 4 May 2006.", EventType.SHELLING),
        ("A mob torched nine shops and a bank in Medan on Monday.", EventType.RIOT),
        ("Nine farmers died in Idlib on Monday when jets fired missiles at a barn.", EventType.AIRSTRIKE),
        ("Rebels released two nurses in Arauca on Monday whom they had seized.", EventType.KIDNAPPING),
        ("Troops killed four insurgents in Ghazni on Monday. They also seized rifles.", EventType.ARMED_CLASH),
        ("A shepherd was killed by Azerbaijani fire near Verin on Monday.", EventType.SHOOTING),
        (
            "A man rammed his car into two soldiers near Nablus on Monday. The driver was shot dead by troops.",
            EventType.VEHICLE_RAMMING,
        ),
        (
            "Two soldiers were hurt in a stabbing attack near Nablus on Monday. The assailant was shot and killed.",
            EventType.STABBING,
        ),
        ("Two bottles filled with petrol were hurled at a mosque in Bremen on Monday.", EventType.ARSON),
        ("Air defences shot down a missile fired at Najran on Monday.", EventType.SHELLING),
        ("A rocket that was fired at a dam near Raqqa on Monday fell into a field.", EventType.SHELLING),
        ("Two soldiers died at a missile base attacked by rebels near Hama on Monday.", EventType.ATTACK),
    ],
    ids=[
        "weapon names the act",
        "arrest gives way",
        "crowd clashes",
        "suicide",
        "arrest alone",
        "rockets",
        "air strike",
        "fire beside a murder",
        "fire behind a killing, in capitals",
        "fire beside a killing",
        "hostages",
        "hold-up",
        "a general word and its doer",
        "a power of the air",
        "fire in a riot",
        "arrest for a killing",
        "means named beside",
        "the fighters' vests",
        "fired by nobody named",
        "what a crowd burns",
        "missiles of aircraft",
        "captives let go",
        "a find of arms gives way",
        "somebody's fire",
        "shots that answer a driver",
        "shots that answer a knife",
        "bottles of petrol",
        "a missile that was fired",
        "a rocket that was fired, in a clause",
        "a base named for its missiles",
    ],
)
def test_the_kind_is_that_of_the_act_that_did_the_harm(text: str, kind: EventType, reader: dateline.Extractor) -> None:
    assert first_record(text, reader).type is kind


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("A bomb was found under a bridge in Athens on Monday and defused.", Stage.FOILED),
        ("A bomb that was planted at a bank in Athens on Monday was defused. Two men were arrested.", Stage.FOILED),
        (
            "Two men tried to hijack a plane in Athens on Monday, wounding a pilot, but were overpowered.",
            Stage.ATTEMPTED,
        ),
        ("Gunmen hijacked a plane in Athens on Monday. They were arrested.", Stage.ACCOMPLISHED),
        ("Rebels fired a missile at Jizan on Monday. Saudi Arabia said it had intercepted the missile.", Stage.FOILED),
        (
            "Rebels fired rockets at Jizan on Monday, injuring a man. The army said it had intercepted other rockets.",
            Stage.ACCOMPLISHED,
        ),
        ("Two men tried to kidnap the consul in Montevideo on Monday, but he got away.", Stage.ATTEMPTED),
        ("A grenade was thrown into a bar in Bujumbura on Monday, killing two people.", Stage.ACCOMPLISHED),
    ],
    ids=[
        "defused",
        "defused, and men held",
        "tried with harm",
        "done, and men held",
        "intercepted",
        "in part",
        "tried",
        "done",
    ],
)
def test_the_stage_is_how_far_the_act_went(text: str, stage: Stage, reader: dateline.Extractor) -> None:
    assert first_record(text, reader).stage is stage


@pytest.mark.slow
def test_an_old_act_that_is_only_recalled_is_background(reader: dateline.Extractor) -> None:
    text = (
        "The bridge will be closed for repairs until August, the council said. Trams will turn round at the market.\n\n"
        "It is the longest bridge of the city. Gunmen shot dead two soldiers on it in 1981."
    )
    records = reader.extract(dateline.parse_article(text, source="-", published=PUBLISHED))

    assert all(record.role is Role.BACKGROUND for record in records)


@pytest.mark.slow
def test_an_act_of_many_years_ago_is_history_even_where_nothing_else_is_told(reader: dateline.Extractor) -> None:
    text = "Gunmen shot dead two soldiers at the mill bridge in Tartu in 1981, and the gunmen killed a clerk there."

    assert first_record(text, reader).role is Role.BACKGROUND


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The club sold its captain.", "club"),
        ("The company imports gas.", "gas"),
        ("The maker launched a phone.", "launched"),
        ("He was kept under house arrest.", "arrest"),
        ("He resigned in protest.", "protest"),
        ("Riot police stood by.", "Riot"),
        ("He demonstrated a robot.", "demonstrated"),
        ("The prosecutor asked for an arrest warrant.", "arrest"),
        ("Leaders of the protest movement met.", "protest"),
        ("The widower shot himself.", "shot"),
        ("The pistol went off in his pocket.", "went off"),
        ("The team was firing on all cylinders.", "firing"),
    ],
)
def test_a_word_of_another_meaning_tells_no_act(text: str, word: str) -> None:
    assert word not in words(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Militants launched four rockets at the town.", "launched"),
        ("A grenade thrown from a car hurt six people.", "thrown"),
        ("Guards clubbed the prisoners.", "clubbed"),
    ],
)
def test_a_word_that_needs_a_device_or_verb_tells_an_act_with_it(text: str, word: str) -> None:
    assert word in words(text)

"""Acts of one article told apart by what they answer, since when they are the worst, their day and their town."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from support.stories import extract

if TYPE_CHECKING:
    import dateline

pytestmark = pytest.mark.slow
PUBLISHED = date(2021, 5, 6)  # a Thursday


def _tell(extractor: dateline.Extractor, text: str) -> list[str]:
    """Return type, town and dead of each record."""
    records = extract(extractor, text, published=PUBLISHED)
    return sorted(
        f"{record.type.value}, {record.place and record.place.locality}, "
        f"{record.casualties.killed and record.casualties.killed.best}"
        for record in records
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Police fired shots in Gulu on Tuesday to disperse a crowd, killing two people and wounding five.",
            ["shooting, Gulu, 2"],
        ),
        (
            "Jets bombed a market in Gulu on Tuesday, wounding three people, in response to a rocket that killed a "
            "man in Lira hours earlier.",
            ["airstrike, Gulu, None", "shelling, Lira, 1"],
        ),
        (
            "The army shelled Gulu on Tuesday in response to an attack that killed two of its men.",
            ["attack, Gulu, 2", "shelling, Gulu, None"],
        ),
        (
            "A teacher was stabbed to death in Gulu on Tuesday, in the first killing of a teacher in the country since "
            "a gunman murdered 16 children in Lira in 2009.",
            ["shooting, Lira, 16", "stabbing, Gulu, 1"],
        ),
        (
            "A bomb killed nine people in Gulu on Tuesday in the worst attack in the country since militants killed 40 "
            "villagers in Lira two years ago.",
            ["bombing, Gulu, 9", "bombing, Lira, 40"],
        ),
        (
            "At least 20 people have been killed in Gulu since gunmen attacked the town on Tuesday.",
            ["shooting, Gulu, 20"],
        ),
        (
            "A gang shot dead three bus passengers in Soyapango on Monday. In retaliation, a rival gang killed two "
            "youths in Apopa on Tuesday.",
            ["shooting, Apopa, 2", "shooting, Soyapango, 3"],
        ),
        (
            "Nine policemen were shot dead in Gulu on Sunday. Four soldiers died in clashes with rebels on Tuesday.",
            ["armed_clash, Gulu, 4", "shooting, Gulu, 9"],
        ),
        (
            "Nine policemen were shot dead in Gulu on Sunday. Two more policemen died of their wounds on Tuesday.",
            ["shooting, Gulu, 11"],
        ),
        (
            "A bomb wounded six soldiers in Gulu on Tuesday. The attack came as the army shelled militant hideouts in "
            "Lira, killing eight militants.",
            ["bombing, Gulu, None", "shelling, Lira, 8"],
        ),
        (
            "Shelling killed six people in Gulu on Tuesday. The bombardment began after a roadside bomb wounded five "
            "policemen in Lira on Monday.",
            ["bombing, Lira, None", "shelling, Gulu, 6"],
        ),
        (
            "Gunmen shot dead six guests at a wedding in Gulu on Tuesday. The shooting began after a quarrel in the "
            "yard.",
            ["shooting, Gulu, 6"],
        ),
        (
            "A suicide bomber killed a police officer in Gulu on Tuesday. Soldiers meanwhile captured a rebel base "
            "after a battle in which 14 rebels died, the army said.",
            ["armed_clash, Gulu, 14", "suicide_bombing, Gulu, 1"],
        ),
        (
            "A man was stabbed outside a bar in Gulu on Tuesday. Hours later, officers were called to a second "
            "stabbing in Lira, where a woman was found with wounds to her neck.",
            ["stabbing, Gulu, None", "stabbing, Lira, None"],
        ),
        (
            "Clashes between two militias killed 31 people in Gulu on Tuesday. They were the worst since March, when "
            "nine people were shot dead in Lira.",
            ["armed_clash, Gulu, 31", "shooting, Lira, 9"],
        ),
        (
            "Gunmen killed seven pilgrims in Gulu and roadside bombs killed three soldiers in Lira on Tuesday.",
            ["bombing, Lira, 3", "shooting, Gulu, 7"],
        ),
        (
            "A suicide bomber killed 11 people in Gulu on Tuesday. It was the first such attack in the country, where "
            "rebels have staged dozens of raids since 2013. In one such raid, in July last year, the wife of a mayor "
            "was abducted in Lira.",
            ["kidnapping, Lira, None", "suicide_bombing, Gulu, 11"],
        ),
        (
            "Gunmen staged an assault on a bank in Gulu on Tuesday, which ended with four people dead. It was the "
            "worst in the region since 1982, when 20 soldiers died in an ambush in Lira.",
            ["armed_clash, Lira, 20", "shooting, Gulu, 4"],
        ),
        (
            "Striking miners stabbed a deputy minister to death in Gulu on Wednesday. He had gone to talk to "
            "the miners, who had blocked a road since Monday. Two miners were shot dead by police on Tuesday.",
            ["shooting, Gulu, 2", "stabbing, Gulu, 1"],
        ),
        (
            "A bomb went off in a market in Gulu on Wednesday, killing nine people. Gunmen killed three traders in the "
            "city on Tuesday.",
            ["bombing, Gulu, 9", "shooting, Gulu, 3"],
        ),
        (
            "Gunmen killed nine people in a raid on Gulu on Wednesday. The gunmen arrived late on Tuesday and shot "
            "dead four guards before setting fire to houses.",
            ["shooting, Gulu, 9"],
        ),
        (
            "A bomb hit a market in Gulu on Tuesday. In Lira, police said a mine had killed two guards.",
            ["bombing, Gulu, None", "bombing, Lira, 2"],
        ),
        (
            "A bomb hit a market in Gulu on Tuesday. In Lira, Ugandan state media said a mine had killed two guards.",
            ["bombing, Gulu, None", "bombing, Lira, 2"],
        ),
        (
            "A bomb hit a market in Gulu on Tuesday. In Kampala, officials said the attack had killed two guards.",
            ["bombing, Gulu, 2"],
        ),
        (
            "A bomb hit a market in Gulu on Tuesday. Gunmen killed two guards in Entebbe.",
            ["bombing, Gulu, None", "shooting, Entebbe, 2"],
        ),
        (
            "Mobs attacked mosques in Gulu on Tuesday in the worst unrest since the Easter Sunday bombings.",
            ["riot, Gulu, None"],
        ),
        (
            "A bomb killed nine people in Gulu on Tuesday, the worst attack since the 2016 barracks shooting.",
            ["bombing, Gulu, 9"],
        ),
    ],
    ids=[
        "what came of an act with an end",
        "an answer to an act elsewhere",
        "an answer to an attack",
        "the first since",
        "the worst since",
        "counted since the act",
        "in retaliation",
        "two days later",
        "who dies two days later",
        "as an act elsewhere went on",
        "after an act elsewhere",
        "after a quarrel",
        "meanwhile",
        "a second in another town",
        "since a month when",
        "a second clause behind a town",
        "in a month of last year",
        "in another year",
        "while a road was blocked",
        "the day before",
        "by the same men the night before",
        "police of another town said",
        "state media said of another town",
        "officials in the capital said",
        "by gunmen in another town",
        "the worst since the bombings",
        "the worst since the shooting",
    ],
)
def test_acts_of_a_sentence_or_of_two_are_told_apart(extractor: dateline.Extractor, text: str, told: list[str]) -> None:
    assert _tell(extractor, text) == told

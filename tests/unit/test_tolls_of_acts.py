"""Each of several acts in a story has its own dead and hurt: no sum, no share of another, no figure twice."""

from __future__ import annotations

import pytest

import dateline
from support import stories

pytestmark = pytest.mark.slow

Toll = tuple[int | None, int | None]

# Title, text, and the killed and injured of each record, in any order.
STORIES: tuple[tuple[str, str, list[Toll]], ...] = (
    (
        # "Them" are the attackers, and none of those hurt.
        "Convoy attacked in Maguindanao",
        "Four guards were wounded on Monday when gunmen fired on a convoy in Datu Piang, the army said. Soldiers "
        "exchanged fire with the attackers, killing two of them.",
        [(2, 4)],
    ),
    (
        # Each clause has a town of its own, at a funeral or not.
        "Violence in Northern Ireland",
        "Two soldiers were shot dead by a crowd at a funeral in Belfast and a policeman was killed in Londonderry, "
        "police said.",
        [(2, None), (1, None)],
    ),
    (
        "Violence in Iraq",
        "Gunmen killed two guards in Kirkuk, four soldiers died in a bombing in Mosul and a judge was wounded in "
        "Baghdad.",
        [(2, None), (4, None), (None, 1)],
    ),
    (
        # Who "also died" is of the act told, and not of the next.
        "Fighting in northern Sri Lanka",
        "Troops killed 19 rebels in the Mannar district on Monday, while three soldiers also died, the military said. "
        "In neighbouring Vavuniya, nine guerrillas were killed and 11 soldiers were wounded when the army overran a "
        "rebel bunker line.",
        [(22, None), (9, 11)],
    ),
    (
        # Who fell on either side shares out the total of all.
        "Fighting in Burundi",
        "Fighting between army troops and rebels killed six people in Burundi at the weekend, the army said on "
        "Tuesday.\n\nFour rebels and two soldiers died on Saturday when the insurgents attacked a position in Kabezi.",
        [(6, None)],
    ),
    (
        "Suicide attack kills nine",
        "A suicide bomber attacked a market in Maiduguri on Friday, killing eight people and wounding 13, police said. "
        "The bomber also died.",
        [(9, 13)],
    ),
    (
        # Of the wounded.
        "Rocket hits Jalalabad",
        "A rocket landed in Jalalabad on Wednesday, wounding five children. One of them, a girl of seven, later died "
        "in hospital, a doctor said.",
        [(1, 4)],
    ),
    (
        "Rocket hits Jalalabad",
        "A rocket in Jalalabad wounded five people on Wednesday. Ali Khan, 7, who was wounded in the attack, died on "
        "Thursday.",
        [(1, 4)],
    ),
    (
        "Bomb kills judge in Ramadi",
        "A bomb killed a judge in Ramadi on Monday and hurt his two guards. One of the guards died later in hospital.",
        [(2, 1)],
    ),
    (
        # All of a kind are one group.
        "Blast in Jalalabad",
        "Two men, both soldiers, were killed and three people, all women, were wounded by a bomb in Jalalabad on "
        "Wednesday.",
        [(2, 3)],
    ),
    (
        # The act that another is counted from does not take what is told next.
        "Gunmen kill four in Kirkuk",
        "Gunmen shot dead four policemen in Kirkuk on Saturday, two days after a bombing in Mosul killed nine "
        "people.\n\nSix people were also wounded, a police colonel said.",
        [(4, 6), (9, None)],
    ),
    (
        # A headline's sum takes in the lead's act, which is told without a town.
        "Attacks in Iraq kill 9",
        "Gunmen attacked a checkpoint manned by government-backed Sunni fighters on Monday, killing four of them.\n\n"
        "A roadside bomb in Mosul killed three civilians, and two policemen were shot dead in Tikrit.",
        [(4, None), (3, None), (2, None)],
    ),
    (
        # Acts told apart, of which the lead has the sum.
        "Gunmen kill nine in Balochistan",
        "Nine people were killed in separate incidents of violence in Balochistan on Sunday.\n\nGunmen shot "
        "dead three labourers in Turbat, officials said.\n\nIn Khuzdar, a landmine killed four members of a family."
        "\n\nA trader and his son were shot dead in Mastung.",
        [(3, None), (4, None), (2, None)],
    ),
    (
        # Behind another act they are told nowhere else.
        "Car bomb kills 11 in Iraqi town",
        "A car bomb killed 11 people in Tuz Khurmatu on Monday, police said.\n\nThe blast wounded 34.\n\nFive soldiers "
        "were killed in separate attacks near Mosul, army sources said.",
        [(11, 34), (5, None)],
    ),
    (
        "Captive soldiers found dead",
        "The bodies of four soldiers captured by Tamil rebels last week in Mannar were handed over to the Red Cross on "
        "Monday. They had been shot.",
        [(4, None)],
    ),
    (
        "Raid in Algeria",
        "An armed group slit the throats of six members of a family in a hamlet near Medea on Tuesday.",
        [(6, None)],
    ),
    (
        "Attack kills 14 soldiers",
        "On Monday 14 soldiers were killed near Gao.",
        [(14, None)],
    ),
)


@pytest.mark.parametrize(("title", "text", "tolls"), STORIES)
def test_each_act_has_its_own_dead_and_hurt(
    extractor: dateline.Extractor, title: str, text: str, tolls: list[Toll]
) -> None:
    records = stories.extract(extractor, text, title=title)

    assert sorted(map(str, map(stories.read_toll, records))) == sorted(map(str, tolls))

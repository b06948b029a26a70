"""Figures of other acts, of longer times, of older reports and of those who died later, in short texts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import dateline
from support.stories import extract, read_toll

if TYPE_CHECKING:
    from dateline.records import Record

DAY = date(2016, 6, 11)
pytestmark = pytest.mark.slow


def _first(extractor: dateline.Extractor, text: str) -> Record:
    return extract(extractor, text, published=DAY)[0]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        pytest.param(
            "A man was shot dead in Gary on Friday, and at least 11 other people were wounded in separate attacks "
            "across the city, police said.",
            (1, None),
            id="separate attacks",
        ),
        pytest.param(
            "An air strike killed 12 people in Taiz on Monday. At least 32 others were killed in strikes across the "
            "province that day.",
            (12, None),
            id="across the province",
        ),
        pytest.param(
            "A gunman killed 58 people in Reno on Sunday. The toll surpasses the 49 killed at a nightclub in Miami.",
            (58, None),
            id="held against another act",
        ),
        pytest.param(
            "Guerrillas killed seven soldiers in Suchitoto on Sunday. More than 70,000 have died in 10 years of war.",
            (7, None),
            id="years of war",
        ),
        pytest.param(
            "A bomb in Nepalgunj injured four shoppers on Sunday. More than 11,000 people have been killed in the "
            "nine-year-old revolt.",
            (None, 4),
            id="a revolt of years",
        ),
        pytest.param(
            "Thirty rebels and three soldiers were killed in a clash in Kandahar on Thursday, the army said. A rebel "
            "spokesman rejected the claim and said only two fighters had been killed, while 20 soldiers died.",
            (33, None),
            id="the rebels' word on both sides' dead",
        ),
        pytest.param(
            "Eight soldiers were killed in clashes with rebels near Donetsk on Saturday, the army said, adding that "
            "30 separatists had also died. The rebels did not comment on their losses but said they had killed at "
            "least 40 soldiers.",
            (38, None),
            id="who speaks behind another verb",
        ),
        pytest.param(
            "Gunmen attacked a base in Gao on Saturday. The rebels said they had killed 40 soldiers.",
            (40, None),
            id="the rebels' word alone",
        ),
        pytest.param(
            "Israeli soldiers killed three Palestinians in a raid on Jenin on Friday, the health ministry said. The "
            "army said that three gunmen were killed.",
            (3, None),
            id="whom the army calls gunmen",
        ),
        pytest.param(
            "Three Indians were killed when gunmen stormed a guest house in Herat on Monday, officials said. Three "
            "gunmen were killed by police, they said.",
            (6, None),
            id="as many gunmen as people whom they killed",
        ),
        pytest.param(
            "At least ten people died in a siege at a hotel in Mogadishu, among them two deputies, police said on "
            "Thursday. All four attackers are among the dead. Six civilians were killed, an officer added.",
            (10, None),
            id="those who are left beside the attackers",
        ),
        pytest.param(
            "Gunmen fired on a house in Lima on Monday, killing two brothers. Their mother, Ana Ruiz, was hit by two "
            "bullets when she tried to save them and later died of her wounds.",
            (3, None),
            id="their mother is none of two brothers",
        ),
        pytest.param(
            "Rebels attacked a police post in Lashkar Gah on Tuesday, killing six officers. The attack came a week "
            "after a rebel commander was killed in an air strike. Four civilians also died in that strike.",
            (6, None),
            id="that strike",
        ),
        pytest.param(
            "Gunmen shot dead three traders in Jos on Tuesday. Last month, raiders attacked a village on the edge of "
            "the city. Twenty-one people died and 30 were injured in that attack.",
            (3, None),
            id="an attack of last month whose dead come after",
        ),
        pytest.param(
            "Gunmen attacked a market in Jos on Tuesday. Three traders were killed in that attack, police said.",
            (3, None),
            id="that attack, where one is told",
        ),
        pytest.param(
            "Four students were shot on Tuesday night in Wichita, and two are critical. Last week, a 41-year-old man "
            "was shot and killed eight blocks away.",
            (None, 4),
            id="another day in front",
        ),
        pytest.param(
            "Gunmen on pickups opened fire on a checkpoint near Gharyan on Wednesday, killing three soldiers.\n\n"
            "Residents blamed a militia whose commander was shot dead by rivals last month.",
            (3, None),
            id="a month before the day",
        ),
        pytest.param(
            "A bomb tore through a clinic in Quetta on Tuesday as nurses stood around the body of a colleague, Sara "
            "Kakar, who had been shot dead by two men earlier in the day. It killed 40 people.",
            (40, None),
            id="earlier in the day",
        ),
        pytest.param(
            "Rockets hit a barn near Kiryat Shmona on Friday, wounding two farm hands. In the north of Israel, eight "
            "civilians have died since the war began.",
            (None, 2),
            id="since the war began",
        ),
        pytest.param(
            "Troops shot dead two students in Bago on Friday. A rights group says 58 people have been killed, nine of "
            "them minors, since the coup.",
            (2, None),
            id="since the coup",
        ),
        pytest.param(
            "Shelling killed six people in Taiz on Friday, medics said. Until then 31 people had been killed and 44 "
            "hurt in shelling of the city since May 2.",
            (6, None),
            id="since a day of another month",
        ),
        pytest.param(
            "Air strikes killed 27 people in Aleppo on Friday. More than 300 people have been killed in the city since "
            "the army launched its assault.",
            (27, None),
            id="since the army launched its assault",
        ),
        pytest.param(
            "Jets killed 14 people in Saada on Friday, officials said, whereas the coalition said five militants had "
            "died.",
            (14, None),
            id="the other side's word",
        ),
        pytest.param(
            "The army said it had killed 40 rebels near Bambari on Friday, while the rebels insisted that they had "
            "lost only one man.",
            (40, None),
            id="the other side's losses",
        ),
        pytest.param(
            "The army said 28 rebel fighters had been killed at Bambari on Friday. The rebels said four of their men "
            "had died there.",
            (28, None),
            id="own men",
        ),
    ],
)
def test_figures_of_other_acts_are_left_out(
    extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]
) -> None:
    assert read_toll(_first(extractor, text)) == toll


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        pytest.param(
            "Three men were injured when two groups clashed at Jamalpur on Tuesday. One of them, Md Irfan, 20, was "
            "taken to Patna. Irfan succumbed to his injuries.",
            (1, 2),
            id="succumbed",
        ),
        pytest.param(
            "A bomb in Quetta on Sunday left three dead and 12 wounded, two of whom later died in hospital.",
            (5, 10),
            id="two of whom later died",
        ),
        pytest.param(
            "A bomb in Sukma on Tuesday killed nine troopers and injured two. The trooper Madan Kumar breathed his "
            "last in the evening, taking the toll to 10.",
            (10, 1),
            id="taking the toll up",
        ),
        pytest.param(
            "A car ploughed into a crowd in Leeds on Thursday, killing five people and injuring 12. Two of the injured "
            "died overnight, police said.",
            (7, 10),
            id="two of the injured",
        ),
        pytest.param(
            "A grenade in Sopore on Saturday injured a shopkeeper and a ten-year-old girl. The girl succumbed to her "
            "injuries in hospital.",
            (1, 1),
            id="one of those told apart succumbed",
        ),
        pytest.param(
            "A car bomb in Beirut killed at least 20 people on Thursday, the Red Cross said. The minister later put "
            "the toll at 22.",
            (22, None),
            id="a source's later toll",
        ),
        pytest.param(
            "Two car bombs in Homs on Sunday killed 46 people, a monitor said. State television gave a toll of 34 "
            "dead.",
            (46, None),
            id="one source's toll",
        ),
        pytest.param(
            "Militants killed 62 tourists in Luxor on Monday, the ministry said. It had first reported 67 dead.",
            (62, None),
            id="an older figure",
        ),
        pytest.param(
            "A gunman opened fire at a mall in Allen on Saturday, killing eight people and wounding seven. The shooter "
            "was found dead in his car.",
            (9, 7),
            id="the doer beside those he killed",
        ),
        pytest.param(
            "Masked gunmen shot a farmer and his wife dead at Tral on Monday. His daughter Shaista was also killed.",
            (3, None),
            id="two relatives",
        ),
        pytest.param(
            "Forty people were killed on Monday when a lorry blew up in Homs. The bomber, who died in the blast, has "
            "not been named.",
            (41, None),
            id="bomber beside",
        ),
        pytest.param(
            "Gunmen stormed a hotel in Kismayo on Monday, killing 13 people. All five attackers were killed.",
            (18, None),
            id="all attackers beside",
        ),
        pytest.param(
            "Bandits ambushed a convoy in Maru on Monday, killing four persons. Eleven hoodlums were killed.",
            (15, None),
            id="more bandits than those they killed",
        ),
        pytest.param(
            "Three people are dead after a shooting in Dayton on Monday. The gunman was shot dead by an officer.",
            (3, None),
            id="gunman among the dead",
        ),
        pytest.param(
            "Bomb kills 5 at Kabul hall\n\nA bomb went off at a hall in Kabul on Friday, killing five people and "
            "wounding 14. Two of the injured, a girl and her grandmother, died later in hospital.",
            (7, 12),
            id="died later, headline before",
        ),
        pytest.param(
            "Rockets killed nine people in Idlib on Monday. Rescuers said that a boy had died, bringing the number "
            "of children killed to five.",
            (9, None),
            id="children of the dead",
        ),
        pytest.param(
            "A man shot dead four people in Vienna on Monday night before he was killed by police. Two men and two "
            "women died, the minister said.",
            (5, None),
            id="four and himself, then the four by sex",
        ),
        pytest.param(
            "Four killed in Linz shooting rampage; attacker shot dead\n\nA man of 20 shot dead four people in Linz "
            "on Monday night before he was killed by police.",
            (5, None),
            id="attacker in the headline's second half",
        ),
        pytest.param(
            "Forty-nine people were killed in a club in Miami on Sunday when a man opened fire. Officials, who first "
            "spoke of 50 dead, said that the figure had included the gunman.",
            (49, None),
            id="officials spoke of dead",
        ),
        pytest.param(
            "At least 12 people were killed when gunmen stormed a lodge in Mandera on Wednesday. All four attackers "
            "were shot dead by police.",
            (16, None),
            id="attackers by the word all",
        ),
        pytest.param(
            "Gunmen attacked a lodge in Gao on Monday. All four attackers were killed, the army said. Six people were "
            "rescued, among them two children.",
            (4, None),
            id="among them is nobody told before",
        ),
        pytest.param(
            "Police said six guards had been killed and nine inmates shot dead at a jail in Tikrit on Friday.",
            (15, None),
            id="one auxiliary for two passives",
        ),
        pytest.param(
            "A lorry was fired on near Bukavu on 3 June. Four traders were killed.",
            (4, None),
            id="a number behind a date that ends the sentence",
        ),
        pytest.param(
            "A bomb wrecked a bus in Quetta on Friday. The mayor put at 19 the number of dead.",
            (19, None),
            id="put at the number",
        ),
    ],
)
def test_figures_are_joined_as_the_words_say(
    extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]
) -> None:
    assert read_toll(_first(extractor, text)) == toll


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        pytest.param(
            "A car bomb exploded on Friday in Qamishli leaving at least six people dead and fifteen others injured "
            "activists and media sources reported.",
            (6, 15),
            id="left dead and injured, no comma",
        ),
        pytest.param(
            "In Khuzdar, men opened fire on a tea stall on Sunday, leaving shopkeeper Bashir Ahmed dead and his son "
            "wounded.",
            (1, 1),
            id="leaving somebody dead",
        ),
        pytest.param(
            "Shelling of a bus stop in Omdurman on Sunday left more than ten dead and tens of wounded.",
            (10, 20),
            id="tens of wounded",
        ),
        pytest.param(
            "A man fired at a house in Newark on Sunday, but nobody was struck.", (None, 0), id="nobody struck"
        ),
        pytest.param(
            "Three children were hurt in Nawa on Monday, one losing a hand.", (None, 3), id="one losing a hand"
        ),
        pytest.param(
            "A van drove into crowds in Leeds on Thursday, killing 13 people and injuring more than 100, 15 of them "
            "seriously.",
            (13, 100),
            id="some of them seriously",
        ),
        pytest.param(
            "A blast in Odessa killed seven people on Saturday. Twenty-two others were injured, among them a girl hit "
            "in the mouth and three police officers.",
            (7, 22),
            id="a part with its wound",
        ),
        pytest.param(
            "Helicopters dropped chlorine gas on the town of Saraqeb on Tuesday, causing 30 cases of suffocation.",
            (None, 30),
            id="cases of suffocation",
        ),
        pytest.param(
            "Two firefighters were fatally shot in Webster early on Monday. The gunman, who had served 17 years for "
            "beating his grandmother to death in 1980, killed himself.",
            (3, None),
            id="time served for another deed",
        ),
        pytest.param(
            "After clashes in Beirut 14 people were taken to hospitals on Monday, while 42 were treated at the scene.",
            (None, 56),
            id="treated at the scene",
        ),
        pytest.param(
            "A gunman shot three people in Lyon on Monday. Two died, and the third is brain-dead.",
            (2, 1),
            id="brain-dead",
        ),
        pytest.param(
            "Police found Ana Lozano, 34, and her sons, ages 6 and 9, dead in a bedroom in Reno on Friday.",
            (3, None),
            id="found dead behind a list",
        ),
        pytest.param(
            "Three women, ages 22, 24 and 31, were struck when someone in a passing SUV fired at a porch in Tulsa.",
            (None, 3),
            id="struck when somebody fired",
        ),
        pytest.param(
            "Armed men killed four miners and kidnapped 13 others near Mach on Sunday. Later in the day the bodies of "
            "11 of the abducted miners were found.",
            (15, None),
            id="abducted and found dead",
        ),
        pytest.param(
            "A car bomb killed 28 people and injured 220 in Omagh in the worst single attack in three decades of "
            "violence.",
            (28, 220),
            id="decades that rank",
        ),
    ],
)
def test_who_was_harmed_is_read(extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]) -> None:
    assert read_toll(_first(extractor, text)) == toll


def test_who_is_told_without_a_number_leaves_the_others_within_the_total(extractor: dateline.Extractor) -> None:
    record = _first(
        extractor,
        "A lorry bomb killed at least 30 people at a bus station in Kano on Friday, doctors said.\n\n"
        '"They killed traders, a midwife and a boy selling water," said the governor.',
    )

    assert read_toll(record)[0] == 30


def test_a_report_keeps_the_figure_that_was_stated(extractor: dateline.Extractor) -> None:
    record = _first(
        extractor,
        "Gunmen wounded 10 people at a market in Multan on Friday, police said. One of the wounded died in hospital.",
    )

    assert read_toll(record) == (1, 9)
    assert [report.count.best for report in record.reports if report.status == "injured"] == [10]

"""How many were killed and hurt by one act of which the story gives several figures, in everyday wordings."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.find.counts import parse_count
from support.stories import extract, read_toll

pytestmark = pytest.mark.slow
DAY = date(2021, 5, 6)  # a Thursday

SOURCES = [
    pytest.param("Militants captured 46 men near Tikrit and shot them on Wednesday.", (46, None), id="captives shot"),
    pytest.param(
        "Gunmen stopped a bus near Tikrit, took off 12 soldiers and shot them in the head.", (12, None), id="taken off"
    ),
    pytest.param("Gunmen kidnapped two drivers near Tikrit and shot them in the legs.", (None, 2), id="in the legs"),
    pytest.param("Gunmen shot two drivers near Tikrit on Wednesday.", (None, 2), id="shot in the road"),
    pytest.param(
        "Clashes in Tripoli on Tuesday left 32 people dead and 159 hurt, medics said, updating a toll of 23.",
        (32, 159),
        id="a toll that was updated",
    ),
    pytest.param(
        "Clashes in Tripoli left 32 people dead, the ministry said, up from 23 on Tuesday.", (32, None), id="up from"
    ),
    pytest.param(
        "Jets bombed a camp in Rann on Tuesday. Doctors said 52 people died; a local official later gave 236 dead.",
        (236, None),
        id="a later figure",
    ),
    pytest.param(
        "Jets hit a market in Hodeidah, and the bodies of 19 people were taken to a hospital.", (19, None), id="bodies"
    ),
    pytest.param(
        "Jets hit a market in Hodeidah, killing 26. The bodies of 19 people were taken to a hospital.",
        (26, None),
        id="bodies of those told dead",
    ),
    pytest.param(
        "At least 20 guests died when a helicopter strafed a wedding in Bounti, villagers said. The army said it had "
        "killed 30 rebels.",
        (20, None),
        id="whom the army says it killed",
    ),
    pytest.param(
        "An air strike in Kunduz on Sunday killed 14 civilians and 30 rebels, officials said.", (44, None), id="both"
    ),
]
OUTCOMES = [
    pytest.param(
        "Three farmers were killed in a rocket strike on Aqaba, which left a fourth fighting for his life.",
        (3, 1),
        id="a fourth fighting for his life",
    ),
    pytest.param(
        "Up to 20 people may have been killed when jets bombed a rig in Aqaba, residents said.",
        (20, None),
        id="may have been killed",
    ),
    pytest.param(
        "Up to 20 people may have been killed when jets bombed a rig in Aqaba. Doctors said 13 people died.",
        (13, None),
        id="no longer only thought",
    ),
    pytest.param("Jets bombed a rig in Aqaba. The rebel leader may have been killed.", (None, None), id="a rumour"),
    pytest.param(
        "A rocket fell on a taxi rank in Aqaba, wounding four. Doctors could not save one of the drivers.",
        (1, 3),
        id="not saved",
    ),
    pytest.param("A gunman shot a baker in Aqaba. Paramedics were unable to revive him.", (1, None), id="not revived"),
    pytest.param("A gunman shot a baker in Aqaba. Efforts to save his life failed.", (1, None), id="efforts in vain"),
    pytest.param("A car bomb hurt three guards in Aqaba. One could not be saved.", (1, 2), id="one of three"),
    pytest.param("A gunman shot a baker in Aqaba. Surgeons could not save his left eye.", (None, 1), id="an eye"),
    pytest.param("A gunman shot a baker in Aqaba. His wounds proved fatal.", (1, None), id="fatal wounds"),
    pytest.param(
        "A gunman shot two bakers in Aqaba. One suffered wounds that proved fatal.", (1, 1), id="wounds that killed"
    ),
    pytest.param("A bomb hurt two conscripts in Aqaba, one of them mortally.", (1, 1), id="one mortally"),
    pytest.param(
        "Gunmen wounded five farmers near Jos. Two of the five did not survive the night.", (2, 3), id="two of five"
    ),
    pytest.param("Gunmen hurt ten people in Jos, of whom four later died.", (4, 6), id="of whom four"),
    pytest.param(
        "A bomb hit a bus in Aqaba. Two passengers died on the spot and another in hospital.", (3, None), id="another"
    ),
    pytest.param(
        "A bomb hit a bus in Aqaba. Two passengers died at the scene, a third on the way to hospital.",
        (3, None),
        id="a third",
    ),
    pytest.param(
        "A policeman was injured by a bomb in Dhaka. He never woke up and died on Saturday.", (1, None), id="never and"
    ),
    pytest.param(
        "A bomb wounded a judge in Cairo. She had both legs amputated but died of blood loss.", (1, None), id="had but"
    ),
    pytest.param(
        "A judge was gunned down in Cali, the 50th magistrate murdered in Colombia since 1980.",
        (1, None),
        id="the 50th",
    ),
    pytest.param(
        "A host was shot dead in Cebu. Rex Cruz is the latest of 12 broadcasters killed in the Philippines in two "
        "years.",
        (1, None),
        id="the latest of twelve",
    ),
    pytest.param(
        "A blast at a petrol pump in Quetta hurt fourteen people on Friday. One of them, Karim Baloch, was badly "
        "burned and died on Saturday.",
        (1, 13),
        id="burned and died",
    ),
]

ANOTHER_FIGURE = [
    pytest.param(
        "Settlers beat a farmer near Hebron on Wednesday in revenge for the murder of a couple in Itamar, police said.",
        (None, 1),
        id="beaten in revenge for a murder",
    ),
    pytest.param(
        "Shelling killed 12 people in Aleppo on Wednesday, doctors said.\n\nFive more bodies were pulled from the "
        "rubble on Thursday, bringing the toll to 17.",
        (17, None),
        id="more bodies of a day later, and the toll",
    ),
    pytest.param(
        "Nine people were killed in clashes between militias in Benghazi on Wednesday.\n\nAnother eight bodies were "
        "brought to a hospital on Thursday.",
        (17, None),
        id="another eight bodies",
    ),
    pytest.param(
        "Nine people were killed in clashes between militias in Benghazi on Wednesday.\n\nElsewhere, another eight "
        "bodies were found on Thursday.",
        (9, None),
        id="bodies elsewhere",
    ),
    pytest.param(
        "Gunmen stormed a base near Herat on Friday. The ministry said more than 200 soldiers were killed or wounded. "
        "A councillor said 144 had died and 64 were hurt.",
        (144, 64),
        id="killed or wounded, and each",
    ),
    pytest.param(
        "An assault on a base near Herat on Friday killed 140 soldiers. The ministry had put dead and wounded together "
        "at more than 100.",
        (140, None),
        id="dead and wounded together",
    ),
    pytest.param(
        "The death toll from an assault by gunmen on an army base near the old market of Herat on Friday has climbed "
        "past 140, officials said.",
        (140, None),
        id="climbed past",
    ),
    pytest.param(
        "The number of dead in Friday's assault on a base near Herat has topped 140, officials said.",
        (140, None),
        id="topped",
    ),
    pytest.param(
        "Air strikes killed eight people, including two children, in the town of Ariha on Monday. A monitor said later "
        "that a ninth person had died of wounds.",
        (9, None),
        id="a ninth on eight",
    ),
    pytest.param(
        "A bomb hit a mosque in Herat on Tuesday and the number of people killed has climbed to 18, doctors said. "
        "Officials at first put the dead at nine.",
        (18, None),
        id="at first",
    ),
    pytest.param(
        "Hundreds feared dead in camp raid\n\nMilitiamen raided a camp near El Fasher on Friday. The United Nations "
        "said that at least 62 people had been killed.",
        (62, None),
        id="feared dead",
    ),
    pytest.param(
        "Gunmen attacked a church in Owo on Sunday. The governor said the death toll stood at 22, but doctors said "
        "they had received 38 bodies.",
        (38, None),
        id="a higher source behind a toll",
    ),
    pytest.param(
        "Helicopters bombed a market in Aleppo on Saturday. Police said 45 civilians were killed; rescuers spoke of 50 "
        "dead.",
        (50, None),
        id="two sources of one sentence",
    ),
    pytest.param(
        "A bomber struck a market in Khalis on Monday. Police said eleven people were killed in the blast, but the "
        "health director, Ali Hassan, said on Tuesday that the toll had reached 16.",
        (16, None),
        id="but the toll had reached",
    ),
    pytest.param(
        "Gunmen fired at a bus in Mastung on Wednesday, killing two passengers and injuring four others. One of the "
        "injured succumbed to his injuries at a hospital in Quetta, taking the toll to three.",
        (3, 3),
        id="no toll behind injuries",
    ),
]
RUNNING_TOTAL = [
    pytest.param(
        "Soldiers killed five protesters in Khartoum on Thursday, a committee said, bringing to 79 the number killed "
        "since the coup.",
        (5, None),
        id="since the coup",
    ),
    pytest.param(
        "Two militants were killed in an exchange of fire with police near Larkana. Four policemen were hurt.",
        (2, 4),
        id="an exchange of fire is no blaze",
    ),
]
WHO_THEY_ARE = [
    pytest.param(
        "Gunmen opened fire on a bus in Minya province on Friday. The dead were seven pilgrims, six of them from one "
        "family.",
        (7, None),
        id="parts of what the dead were",
    ),
    pytest.param(
        "Nine pilgrims died when militants fired at a bus in Reasi on Sunday. Ten bodies have since been recovered, an "
        "official said on Monday. Three of the dead were children.",
        (10, None),
        id="an older total",
    ),
    pytest.param(
        '"We have 14 dead: eight men, four women and two children," a priest said after rebels raided a village in '
        "Ituri on Monday.",
        (14, None),
        id="no label",
    ),
    pytest.param(
        "Twenty hostages were killed when gunmen stormed a cafe in Dhaka on Friday. Two police officers were killed "
        "at the start of the attack. Six of the gunmen were shot dead.",
        (28, None),
        id="hostages are some of the dead",
    ),
    pytest.param(
        "Five policemen were killed and three were wounded when a bomb hit their van in Swat on Monday. Two passers-by "
        "were slightly injured.",
        (5, 5),
        id="wounded policemen and passers-by",
    ),
    pytest.param(
        "A policeman wounded in the bomb attack in Athens on Monday has died. Two colleagues were killed when the bomb "
        "went off.",
        (3, None),
        id="colleagues",
    ),
    pytest.param(
        "A Palestinian stabbed four people in Tel Aviv on Tuesday before police shot him dead. One of the victims died "
        "of his wounds in hospital.",
        (2, 3),
        id="the attacker and a victim",
    ),
    pytest.param(
        "Two gunmen killed seven people and wounded 16 at a stop in Tel Aviv on Tuesday before they were shot by a "
        "guard. One gunman was killed and the other was critically wounded.",
        (8, 17),
        id="two gunmen, of whom one died",
    ),
    pytest.param(
        "A man with a knife killed one passer-by and wounded two in Paris on Saturday. A further two people were "
        "lightly hurt.",
        (1, 4),
        id="a further two",
    ),
]
HOW_IT_IS_SAID = [
    pytest.param("A mob beat to death two men in Lagos on Monday.", (2, None), id="to death, then whom"),
    pytest.param(
        "Two soldiers missing since an ambush near Sukma on Saturday were found dead on Sunday.", (2, None), id="found"
    ),
    pytest.param(
        "A missile hit a station in Kramatorsk on Friday. The mayor said that 39 people died at once and 13 more in "
        "hospital.",
        (52, None),
        id="and 13 in hospital",
    ),
    pytest.param(
        "A bomb went off in Kabul on Monday. Police said seven people were seriously wounded and two slightly.",
        (None, 9),
        id="and two slightly",
    ),
    pytest.param(
        "A car bomb went off at a police station in Izmir on Tuesday. There was no loss of life, the governor said.",
        (0, None),
        id="no loss of life",
    ),
    pytest.param(
        "Two would-be suicide bombers were shot dead by soldiers in Maiduguri on Monday.", (2, None), id="would-be"
    ),
    pytest.param(
        "Bomb kills 12, wounds 30 in Kandahar\n\nA bomb went off in a market in Kandahar on Monday, police said.",
        (12, 30),
        id="kills 12, wounds 30",
    ),
]


@pytest.mark.parametrize(("text", "toll"), [*ANOTHER_FIGURE, *RUNNING_TOTAL, *WHO_THEY_ARE, *HOW_IT_IS_SAID])
def test_the_toll_of_one_act_is_the_latest_and_whole_one(
    extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]
) -> None:
    assert read_toll(extract(extractor, text, published=DAY)[0]) == toll


def test_a_text_that_ends_in_a_vague_number_is_read(extractor: dateline.Extractor) -> None:
    count = parse_count("It wounded dozens")
    records = extract(extractor, "A bomb in Kabul on Monday killed 12 people and wounded dozens", published=DAY)

    assert count is not None
    assert (count.best, read_toll(records[0])) == (24, (12, 24))


@pytest.mark.parametrize(("text", "toll"), [*OUTCOMES, *SOURCES])
def test_the_hurt_who_die_are_told_dead(
    extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]
) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert read_toll(record) == toll


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        # Lists of people, and those whom a list only tells apart.
        ("A bomb in Jos killed six women, three men and a child.", (10, None)),
        ("A bomb in Jos killed two men, a woman and a girl.", (4, None)),
        ("A bomb in Jos killed two soldiers, a nurse and a child.", (4, None)),
        ("A bomb in Jos killed two civilians, a father and his daughter.", (2, None)),
        ("A bomb in Jos killed three Americans, two men and a woman.", (3, None)),
        # Others counted without the verb.
        ("Gunmen killed two men in a bar in Jos and three more outside.", (5, None)),
        ("A bomb in Jos killed one guard at the gate and three others inside.", (4, None)),
        # Who is buried or mourned was shot dead.
        ("Six men shot by soldiers in Jos were buried on Monday.", (6, None)),
        ("Crowds mourned two nurses who were shot in Jos.", (2, None)),
        ("A man who was shot in Jos buried his brother on Monday.", (None, 1)),
        # Lives lost.
        ("Three miners lost their lives at the hands of gunmen in Jos.", (3, None)),
        ("A family of five was wiped out by a bomb in Jos.", (5, None)),
        ("Two guards paid with their lives when bandits attacked a bank in Jos.", (2, None)),
        ("Two guards did not make it out alive when a bomb went off in Jos.", (2, None)),
    ],
)
def test_the_dead_are_counted(extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert read_toll(record) == toll

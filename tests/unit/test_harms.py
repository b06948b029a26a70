"""What became of people: hand-built trees and, marked slow, parsed sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.records import VictimCategory, VictimStatus, exactly
from support.sentences import read_harms
from support.trees import build_doc

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


def _told(doc: Doc) -> list[tuple[str, int | None]]:
    return [(harm.status.value, harm.count.best if harm.count else None) for harm in read_harms(doc)]


def test_the_object_of_an_active_verb_is_the_victim() -> None:
    doc = build_doc(["Rebels NOUN nsubj 1 NNS", "killed VERB ROOT 1", "two NUM nummod 3", "soldiers NOUN dobj 1 NNS"])

    (harm,) = read_harms(doc)

    assert harm.people is not None
    assert harm.people.category is VictimCategory.MILITARY
    assert (harm.status, harm.count, harm.head) == (VictimStatus.KILLED, exactly(2), 1)


def test_conjoined_subjects_of_a_passive_are_two_groups() -> None:
    doc = build_doc(
        [
            "Two NUM nummod 1", "policemen NOUN nsubjpass 6 NNS", "and CCONJ cc 1", "a DET det 4",
            "child NOUN conj 1", "were AUX auxpass 6", "killed VERB ROOT 6 VBN",
        ]
    )  # fmt: skip

    assert _told(doc) == [("killed", 2), ("killed", 1)]


def test_harm_that_only_could_happen_is_left_out() -> None:
    doc = build_doc(
        [
            "Rockets NOUN nsubj 2 NNS",
            "could AUX aux 2 MD",
            "kill VERB ROOT 2 VB",
            "two NUM nummod 4",
            "people NOUN dobj 2 NNS",
        ]
    )

    assert read_harms(doc) == ()


def test_who_states_the_figure_is_kept() -> None:
    doc = build_doc(
        [
            "Two NUM nummod 1", "guards NOUN nsubj 2 NNS", "died VERB ccomp 5", ", PUNCT punct 5",
            "police NOUN nsubj 5 NNS", "said VERB ROOT 5", ". PUNCT punct 5",
        ]
    )  # fmt: skip

    (harm,) = read_harms(doc)

    assert harm.by == "police"


def test_not_hurt_is_unharmed() -> None:
    doc = build_doc(
        ["The DET det 1", "mayor NOUN nsubjpass 4", "was AUX auxpass 4", "not PART neg 4", "injured VERB ROOT 4 VBN"]
    )

    (harm,) = read_harms(doc)

    assert harm.status is VictimStatus.UNHARMED


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Three soldiers were killed and a policeman was shot dead.", [("killed", 3), ("killed", 1)]),
        ("A rocket hit a house, killing one child and injuring five.", [("killed", 1), ("injured", 5)]),
        ("The deaths of 12 people shocked the town.", [("killed", 12)]),
        (
            "The town buried 20 people, among them a baby, who were hacked to death on Sunday.",
            [("killed", 20), ("killed", 1)],
        ),
        ("They mourned ten pupils, including a boy, who was killed on Monday.", [("killed", 1)]),
        ("Seven lives were lost when raiders burned a hut.", [("killed", 7)]),
        ("The raid cost eight people their lives.", [("killed", 8)]),
        ("Nine lives lost in Basra raid", [("killed", 9)]),
        ("Two guards' lives were claimed.", [("killed", 2)]),
        ("Four lives were saved.", []),
        ("The army took the town for the loss of three men.", [("killed", 3)]),
        ("Besides two rebels, a farmer was killed.", [("killed", 2), ("killed", 1)]),
        ("Along with the pilot, three guards died.", [("killed", 1), ("killed", 3)]),
        ("Apart from the driver, five passengers were hurt.", [("injured", 5)]),
        ("Troops shot her dead.", []),
        ("Nine constables made the supreme sacrifice.", [("killed", 9)]),
        ("Two monks were machine-gunned to death by raiders.", [("killed", 2)]),
        ("Raiders machinegunned three monks.", [("injured", 3)]),
        ("Four miners were blown up by a mine.", [("killed", 4)]),
        ("A councilman was riddled with bullets.", [("killed", 1)]),
        ("Rebels handed over three soldiers to the Red Cross.", [("released", 3)]),
        ("The bodies of two soldiers were handed over to the Red Cross.", []),
        ("The body of Juan Gil was released to his family.", []),
        ("Police yesterday captured in Cali four smugglers.", [("arrested", 4)]),
        ("Police condemned the killing of a priest and the arrest of two men.", [("killed", 1), ("arrested", 2)]),
        ("The blast left 12 dead and 30 wounded.", [("killed", 12), ("injured", 30)]),
        ("The attack claimed the lives of six guards.", [("killed", 6)]),
        ("The gunmen took 5 hostages.", [("kidnapped", 5)]),
        ("No one was hurt in the attack.", [("injured", 0), ("killed", 0)]),
        ("There were no casualties.", [("killed", 0), ("injured", 0)]),
        ("The mayor escaped unhurt.", [("unharmed", 1)]),
        ("Two farmers died of their wounds.", [("killed", 2)]),
        ("Three people were killed and two wounded.", [("killed", 3), ("injured", 2)]),
        ("3 killed, 12 injured in blast", [("killed", 3), ("injured", 12)]),
        ("Three killed over 70 injured in the north.", [("killed", 3), ("injured", 70)]),
        ("At least 12 people were killed and 30 others injured.", [("killed", 12), ("injured", 30)]),
        ("The bomber blew himself up.", [("killed", 1)]),
        ("The suspect is in custody.", [("arrested", 1)]),
        ("Protests over the death of a man in custody left one student dead.", [("killed", 1)]),
        ("Police shot and killed a man.", [("killed", 1)]),
        ("Rebels captured two soldiers.", [("kidnapped", 2)]),
        ("Troops captured four rebels.", [("arrested", 4)]),
        ("Ten people are missing.", [("missing", 10)]),
        ("Five hostages were freed.", [("kidnapped", 5), ("released", 5)]),
        ("The bodies of four men were found near the road.", [("killed", 4)]),
        ("The bomb killed one person and wounded another.", [("killed", 1), ("injured", 1)]),
        ("They threatened to kill five guards.", []),
        ("If anyone is killed, the army will act.", []),
        ("The two men were to be killed at dawn.", []),
        ("They attempted to assassinate the consul.", [("unharmed", 1)]),
        ("Two men were killed by a gunman.", [("killed", 2)]),
        ("More than 3,000 people have been killed since 2012.", []),
        ("Some 40 people died over the past two months.", []),
        ("Police arrested a rebel leader along with two insurgents.", [("arrested", 1), ("arrested", 2)]),
        ("Four people were shot, two fatally, outside a bar.", [("injured", 4), ("killed", 2)]),
        ("The driver was released from hospital.", []),
        ("A father and son were shot dead in their shop.", [("killed", 1), ("killed", 1)]),
        ("The mayor was killed along with two guards and a clerk.", [("killed", 1), ("killed", 2), ("killed", 1)]),
        ("Rebels murdered the mayor of Lyon and his wife.", [("killed", 1), ("killed", 1)]),
        ("One man was fatally shot and another critically wounded.", [("killed", 1), ("injured", 1)]),
        ("A man was taken to hospital with stab wounds.", [("injured", 1)]),
        ("The bodies of two men were taken to a hospital.", []),
        ("A boy was struck by a stray bullet.", [("injured", 1)]),
        ("The bodies of three nurses hit by shrapnel were brought to Taiz.", [("killed", 3)]),
        ("The device went off without causing casualties.", [("killed", 0), ("injured", 0)]),
        ("There were no reports of casualties.", [("killed", 0), ("injured", 0)]),
        ("The shelling killed a family of five.", [("killed", 5)]),
        (
            "Gunmen broke into the house of a judge and shot him dead along with his wife and two sons.",
            [("killed", 1), ("killed", 1), ("killed", 2)],
        ),
        ("The raid killed three villagers, doctors and the ministry said.", [("killed", 3)]),
        ("The group freed a Dutch engineer whom it had kidnapped in March.", [("released", 1), ("kidnapped", 1)]),
        ("Police killed two men in the raid and arrested a third.", [("killed", 2), ("arrested", 1)]),
        ("Officers found two men with gunshot wounds in a yard.", [("injured", 2)]),
        ("Five policemen were killed and two were captured, the governor said.", [("killed", 5), ("kidnapped", 2)]),
        ("Four masked men shot at a trader and fled.", []),
        ("A 26-year-old woman was hit in the foot.", [("injured", 1)]),
        ("A 40-year-old man was kicked in the back by a teenager.", [("injured", 1)]),
        ("The man fired through the door, hitting Officer Ann Dole in the shoulder.", [("injured", 1)]),
        ("Six soldiers died there and 16 were taken prisoner.", [("killed", 6), ("kidnapped", 16)]),
        ("Two suspects were held in connection with the blast.", [("arrested", 2)]),
        ("A 20-year-old man was booked on two counts of attempted murder.", [("arrested", 1)]),
        ("The robber was caught by residents and handed over to police.", [("arrested", 1)]),
        ("Drivers came upon the headless bodies of the 12 men in a van.", [("killed", 12)]),
        ("They inflicted an unknown number of casualties.", []),
        ("A suicide bomber with explosives strapped to his body boarded a bus.", []),
        ("The driver suffered no injuries.", [("unharmed", 1)]),
        ("One woman had only minor injuries.", [("injured", 1)]),
        ("The rockets were fired in response to the killing of four Palestinians on 24 May.", []),
        ("A ceremony marking the death of the commander was held.", []),
        ("The navy sank two boats, killing about twelve Tigers.", [("killed", 12)]),
        (
            "The bombs killed 190 people and wounded more than 1,400 three days before the vote.",
            [("killed", 190), ("injured", 1400)],
        ),
        ("A suicide bomber had blown himself up near a procession.", [("killed", 1)]),
        ("The attacker then turned the gun on himself.", [("killed", 1)]),
        ("Police made 43 arrests on Saturday.", [("arrested", 43)]),
        ("The police found six bodies in the well.", [("killed", 6)]),
        ("A fifth man was caught in Kashgar on Thursday.", [("arrested", 1)]),
        ("Three villagers were caught in crossfire.", []),
        ("Investigators are questioning seven people about the attack.", [("arrested", 7)]),
        ("Police want to question two men.", []),
        ("Ten students were brought to police headquarters for questioning.", [("arrested", 10)]),
        ("Officers were holding a 19-year-old.", [("arrested", 1)]),
        ("Three men were held in a raid on Monday.", [("arrested", 3)]),
        ("The gunman surrendered to police after four hours.", [("arrested", 1)]),
        ("The rebels surrendered their weapons.", []),
        ("Zac Hale, 22, has been refused bail.", [("arrested", 1)]),
        ("Omar Ali, 31, faces charges of murder.", [("arrested", 1)]),
        ("A waitress lost a leg.", [("injured", 1)]),
        ("The rebels lost 31 men in the battle.", [("killed", 31)]),
        ("Police lost the suspects in the crowd.", []),
        ("A man of 26 had a hand torn off by a grenade.", [("injured", 1)]),
        ("A man had a hand in the attack.", []),
        ("Two officers have wounds of the face.", [("injured", 2)]),
        ("One man broke both heels.", [("injured", 1)]),
        ("Medics treated 63 people, most for shock.", [("injured", 63)]),
        ("Nine members of the force sacrificed their lives.", [("killed", 9)]),
        ("Bandits whisked away 27 students.", [("kidnapped", 27)]),
        ("The gunmen let the women go.", [("released", None)]),
        ("A delivery driver was robbed at knifepoint.", [("unharmed", 1)]),
        ("Police look for a carjacking suspect.", []),
        ("In total, 17 people were killed with 30 people injured.", [("killed", 17), ("injured", 30)]),
        ("The raid brings to eight the number of foreigners murdered during the past week.", []),
        ("A third driver was left for dead.", [("injured", 1)]),
        ("The deceased's brother was told.", []),
        ("None of the 41 passengers, many of them clerks, was hurt.", [("injured", 0), ("killed", 0)]),
        ("Gunmen shot dead the former mayor of Lima, Ana Ruiz.", [("killed", 1)]),
        ("Gunmen killed Omar Ali, an engineer and adviser.", [("killed", 1)]),
        ("Rebels seized the barracks and left 14 soldiers and nine policemen dead.", [("killed", 14), ("killed", 9)]),
        ("Two sisters, 8 and 11, were cut by flying glass.", [("injured", 2)]),
        ("Two pupils, both 14, were treated and released from a medical center.", [("injured", 2)]),
        ("He is accused of firing at a van, striking a girl of 9 in the back.", [("injured", 1)]),
        ("A geologist, missing since May, was put to death.", [("missing", 1), ("killed", 1)]),
        ("Prosecutors charged Omar Ali, 27, with mayhem.", [("arrested", 1)]),
        ("Police charged the crowd with batons.", []),
        ("Today Mark Rowe, of Elm Road, appeared before magistrates in Derby charged with murder.", [("arrested", 1)]),
        ("Ana Ruiz was arrested on the square along with about 200 others.", [("arrested", 1), ("arrested", 200)]),
        ("A nurse was carried off with two other women.", [("kidnapped", 1), ("kidnapped", 2)]),
        ("A man with two children was killed.", [("killed", 1)]),
        ("Ana Ruiz lay in hospital with a bullet through the thigh.", [("injured", 1), ("injured", 1)]),
        ("The raid left 20 martyrs.", [("killed", 20)]),
        ("Four people, two of them pupils, lost their lives.", [("killed", 4), ("killed", 2)]),
        ("Woman, child killed in rocket attack", [("killed", 1), ("killed", 1)]),
        ("It was the third time that a student had killed at a school.", []),
        ("Volunteers alone carried 31 corpses.", [("killed", 31)]),
        ("By noon 41 of the 118 men killed in the jail had been buried.", [("killed", 118)]),
        ("At least nine of the 12 dead were soldiers.", [("killed", 12), ("killed", 9)]),
        ("More than 3,200 people have since been killed, a monitor says.", []),
        ("No one was injured in the attack.", [("injured", 0)]),
        ("The blast caused no harm.", [("injured", 0), ("killed", 0)]),
        ("Teachers are on strike since Monday over the killing of a colleague.", []),
        ("Students marched in protest at the killing of two farmers.", []),
        ("The strike that killed two farmers was the first.", [("killed", 2)]),
        ("With this, 58 rebels have been killed this year.", []),
        ("At least 58 rebels were killed in the deadliest raid this year.", [("killed", 58)]),
        ("The feud has killed seven people since 2014.", []),
        ("ETA, which has killed more than 800 people in its campaign for a state, was blamed.", []),
        ("The rebels, who have abducted dozens of teachers, denied it.", []),
        ("The rebels have killed hundreds of people in their fight for independence.", []),
        (
            "The attacks, the worst on the British capital since the Second World War, killed 49 people.",
            [("killed", 49)],
        ),
        ("The rebels put three farmers to death.", [("killed", 3)]),
        ("He put two suitcases on the floor.", []),
        ("A man of 30 shot dead six clerks and a guard.", [("killed", 6), ("killed", 1)]),
        ("A nurse counted 22 bodies after the raid.", [("killed", 22)]),
        ("No body has been recovered.", []),
        ("Relatives of the dead wept.", []),
        ("Three dead, gunman hurt in shooting", [("killed", 3), ("injured", 1)]),
        ("Four clerks, among them a woman, sustained injuries.", [("injured", 4), ("injured", 1)]),
        ("One guard was killed and three sustained bullet wounds.", [("killed", 1), ("injured", 3)]),
        (
            "A third customer, the two men and a guard were killed.",
            [("killed", 1), ("killed", 2), ("killed", 1)],
        ),
        ("Four persons died and eighteen were wounded.", [("killed", 4), ("injured", 18)]),
        ("A man held a knife to a 17-year-old at the counter.", [("unharmed", 1)]),
        ("He pointed a gun at the clerk and took the cash.", [("unharmed", 1)]),
        ("The women were spared.", [("unharmed", None)]),
        (
            "Bandits whisked away 27 students of the Government College, three members of staff and 12 relations.",
            [("kidnapped", 27), ("kidnapped", 3), ("kidnapped", 12)],
        ),
        ("Gunmen killed five guards in the north and two drivers fled.", [("killed", 5)]),
        ("The attackers escaped on a motorcycle.", []),
        ("Six hussars were wounded.", [("injured", 6)]),
        ("Nine coca growers had been shot dead.", [("killed", 9)]),
        ("Forty cattle were killed.", []),
        ("Killed were a driver, 19, and a nurse.", [("killed", 1), ("killed", 1)]),
        ("The dead are his secretary, a guard and three passers-by.", [("killed", 1), ("killed", 1), ("killed", 3)]),
        ("Five shot in Leeds nightclub", [("injured", 5)]),
        ("4 shot, 1 fatally, in Leeds", [("injured", 4), ("killed", 1)]),
        ("Six people were shot, two of them fatally.", [("injured", 6), ("killed", 2)]),
        ("Five people were wounded in Kabul on Monday, two of them fatally.", [("injured", 5), ("killed", 2)]),
        ("The driver was hit by a bullet and a woman in the back seat fled.", [("injured", 1)]),
        ("The driver was hit by a bullet and a boy on foot fled.", [("injured", 1)]),
        ("A guard was shot in the arm and a clerk in the left leg.", [("injured", 1), ("injured", 1)]),
        ("The lawyer was hit by a bullet and his clerk on the other side of the road fled.", [("injured", 1)]),
        ("The guard fired one shot.", []),
        ("A man was shot at and ran.", []),
        ("The gunman shot at five people.", []),
        ("A constable shot at the dog and struck a girl in the leg.", [("injured", 1)]),
        ("Another teen, also 15, was shot in the foot.", [("injured", 1)]),
        (
            "A 14 year old boy was killed and a 17 year old was wounded.",
            [("killed", 1), ("injured", 1)],
        ),
        ("The police named the man after the fatal shooting of a clerk.", [("killed", 1)]),
        ("Two people have been charged in a double homicide.", [("arrested", 2), ("killed", 2)]),
        ("Police are investigating a triple shooting.", [("injured", 3)]),
        ("Police are investigating a triple fatal stabbing.", [("killed", 3)]),
        ("He faces three counts of first-degree murder.", [("killed", 3)]),
        ("Omar Ali became the third person to die of his wounds.", [("killed", 3)]),
        ("The driver did not survive.", [("killed", 1)]),
        ("A clerk was found a block away with non-life-threatening injuries.", [("injured", 1)]),
        ("Two others were taken to Mercy Medical Center.", [("injured", 2)]),
        ("Two others were taken to the detention center.", []),
        ("The crash sent four people to the hospital.", [("injured", 4)]),
        ("A bullet hit a girl in the leg.", [("injured", 1)]),
        ("One man remained hospitalized on Sunday.", [("injured", 1)]),
        ("A teenager is recovering after being shot.", [("injured", 1)]),
        ("Two officers had to be taken to hospital.", [("injured", 2)]),
        ("Eleven clerks were shot dead and four seriously wounded.", [("killed", 11), ("injured", 4)]),
        ("Ana Ruiz was hit in the arm and Tom Lee in the leg.", [("injured", 1), ("injured", 1)]),
        ("The Mother's Day shooting left three guests wounded.", [("injured", 3)]),
        ("She said that the driver was hurt but died.", [("injured", 1), ("killed", 1)]),
        ("After shooting his wife and two guests, Omar Reed fled.", [("injured", 1), ("injured", 2)]),
        ("The row led to a clerk being shot.", [("injured", 1)]),
        ("A six-year-old and three people were shot.", [("injured", 1), ("injured", 3)]),
        ("A boy shot himself with his mother's gun.", [("injured", 1)]),
        ("He was charged in the non-fatal shooting of a clerk.", [("injured", 1)]),
        ("He was charged in the fatal shootings of two clerks.", [("killed", 2)]),
        ("The gang's shootings went on.", []),
        ("Police seek a man wanted in the death of a clerk.", [("killed", 1)]),
        ("Deputies found a man and a woman dead in the house.", [("killed", 1), ("killed", 1)]),
        ("Ten clerks were shot. The ages of the victims are 17, 23 and 55.", [("injured", 10)]),
        ("After the 3 May murder of Judge Ana Ruiz, the government ordered a curfew.", [("killed", 1)]),
        ("Nobody knew who had planned the murder of Judge Ana Ruiz.", [("killed", 1)]),
        ("Rebels plotted the murder of judges.", []),
        ("Gunmen tried to kidnap Ana Ruiz, a judge, on Monday.", [("unharmed", 1)]),
        ("Troops foiled an attempt by rebels to kill the mayor.", [("unharmed", 1)]),
        ("The assassination attempt against Senator Ana Ruiz failed.", [("unharmed", 1)]),
        ("An attempt on the life of Judge Ana Ruiz failed on Monday.", [("unharmed", 1)]),
        ("He threatened to kill Ana Ruiz.", []),
        ("They fled, taking as hostages two engineers.", [("kidnapped", 2)]),
        ("Two drivers were held as hostages by rebels.", [("kidnapped", 2)]),
        (
            "A bomb wounded two reporters. The wounded reporters are Ana Ruiz and Ben Cole.",
            [("injured", 2), ("injured", 1), ("injured", 1)],
        ),
        ("Two nuns died. Ana Ruiz was one of the nuns killed.", [("killed", 2), ("killed", 1), ("killed", 1)]),
        ("The wounded reporters are in a clinic.", []),
        ("Gunmen overpowered two policemen and fled.", []),
        ("A passenger coach was sprayed with bullets on Monday.", []),
        ("Five raiders were sent to hell and six soldiers embraced shahadat.", [("killed", 5), ("killed", 6)]),
        (
            "Six people were killed, including a family of four, Omar Reed of the Red Cross said.",
            [("killed", 6), ("killed", 4)],
        ),
        ("A suspect in the killing of two traders in May, Omar Reed, was found with a phone.", [("killed", 2)]),
    ],
)
def test_what_a_sentence_tells(sentence: str, told: list[tuple[str, int | None]], parse: Callable[[str], Doc]) -> None:
    found = _told(parse(sentence))

    assert [(status, best) for status, best in told if (status, best) not in found] == []
    assert len(found) <= len(told)


@pytest.mark.slow
@pytest.mark.parametrize(
    "sentence",
    [
        "The death toll rose from 12 to 25.",
        "The attack brought the number of dead to 25.",
        "The civil defence puts the dead at 25.",
        "Rescuers went on digging, raising to 25 the number of people killed.",
        "Police raised to 25 from 15 the number of persons killed by the bombs.",
        "Rescuers went on digging, bringing to 25 those killed by the blast.",
        "In all 25 people died.",
        "Killed: 25.",
    ],
)
def test_a_toll_is_a_total_of_people(sentence: str, parse: Callable[[str], Doc]) -> None:
    (harm,) = read_harms(parse(sentence))

    assert (harm.count, harm.total) == (exactly(25), True)
    assert harm.people is not None


@pytest.mark.slow
@pytest.mark.parametrize(
    "sentence", ["He put the dead there since noon at 25.", "The mayor gave the number of dead as 25."]
)
def test_a_toll_that_one_source_gives_stands_beside_others(sentence: str, parse: Callable[[str], Doc]) -> None:
    (harm,) = read_harms(parse(sentence))

    assert (harm.count, harm.total, harm.rule.rpartition(".")[2]) == (exactly(25), False, "given")


@pytest.mark.slow
def test_the_number_of_rebels_killed_is_no_total(parse: Callable[[str], Doc]) -> None:
    (harm,) = read_harms(parse("Police put the number of rebels killed at 25."))

    assert (harm.total, harm.people and harm.people.category) == (False, VictimCategory.MILITANT)


@pytest.mark.slow
def test_a_toll_that_is_set_aside_is_no_total(parse: Callable[[str], Doc]) -> None:
    sentence = "The toll rose to 25. The mayor first gave a toll of 24."

    assert [(harm.total, harm.rule) for harm in read_harms(parse(sentence))] == [
        (True, "harm.toll.tree"),
        (False, "harm.toll.outdated"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "sentence",
    [
        "Seven people, including three children, were killed.",
        "Seven people were killed, among them three children.",
        "Seven people were killed, including three children.",
        "The Observatory counted seven dead, including three children.",
        "The death toll rose to seven, including three children.",
        "Seven people were killed, three of whom were children.",
        "Seven people were killed. Three of them were children.",
        "The blast killed seven people. They included three children.",
        "Seven people, among them three children, lost their lives in a raid.",
        "Killed: 7 (of them 3 children).",
        "Air strikes killed seven people. Three of them died in a school.",
        "The blast killed seven people. Three of the dead were children.",
        "The blast killed seven people, three children among them.",
    ],
)
def test_including_tells_a_part(sentence: str, parse: Callable[[str], Doc]) -> None:
    whole, part = read_harms(parse(sentence))

    assert (whole.count, whole.part) == (exactly(7), False)
    assert (part.count, part.part) == (exactly(3), True)


@pytest.mark.slow
@pytest.mark.parametrize(
    "sentence",
    [
        "Two men were killed. The victims were named as Omar Karim and Neil Frost.",
        "Two soldiers were killed. The soldiers were identified as Omar Karim and Neil Frost.",
        "Three brothers, Peter Quill, Mark Quill and Jason Quill, were killed.",
    ],
)
def test_names_of_people_counted_before_are_parts(sentence: str, parse: Callable[[str], Doc]) -> None:
    named = [harm for harm in read_harms(parse(sentence)) if harm.people is not None and harm.people.name is not None]

    assert len(named) >= 2
    assert all(harm.part for harm in named)


@pytest.mark.slow
def test_the_charged_are_perpetrators(parse: Callable[[str], Doc]) -> None:
    (harm,) = read_harms(parse("John Smith, 24, was charged with murder."))

    assert harm.people is not None
    assert (harm.people.name, harm.people.category) == ("John Smith", VictimCategory.PERPETRATOR)


@pytest.mark.slow
@pytest.mark.parametrize(
    "sentence",
    [
        "The bomb wounded 17 people, five of them policemen.",
        "The blast left three people dead, two of them soldiers.",
        "Nine people were hurt. Two of the injured miners had burns.",
    ],
)
def test_of_them_tells_a_part(sentence: str, parse: Callable[[str], Doc]) -> None:
    whole, part = read_harms(parse(sentence))

    assert (whole.part, part.part) == (False, True)


@pytest.mark.slow
def test_those_shot_are_not_those_who_shoot(parse: Callable[[str], Doc]) -> None:
    harms = read_harms(parse("A column of 30 guerrillas entered the village and shot them in the square."))

    assert harms == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Mohammed-hadi Sidek was found shot dead on a road.", "Mohammed-hadi Sidek"),
        ("Gunmen attacked and killed Sgt. Basim al-Rakabi, a police officer, in Mosul.", "Basim al-Rakabi"),
        ("Rebels attacked the town and kidnapped Rasan Dogorow.", "Rasan Dogorow"),
    ],
)
def test_what_befalls_persons_only_shows_a_name(sentence: str, name: str, parse: Callable[[str], Doc]) -> None:
    (harm,) = read_harms(parse(sentence))

    assert harm.people is not None
    assert harm.people.name == name


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Three people were shot. One of them, Ana Ruiz, 34, died at the hospital.", "Ana Ruiz"),
        ("One of them, identified by the coroner as Marcus Tolman, 31, was dead when medics arrived.", "Marcus Tolman"),
        ("The blast killed three. Another of the victims was a preacher, Sheikh Nabil Sati.", "Nabil Sati"),
        ("Three people were killed. Reese Fallow, 18, was named on Monday.", "Reese Fallow"),
    ],
)
def test_a_name_apart_from_the_word_for_its_bearer_is_found(
    sentence: str, name: str, parse: Callable[[str], Doc]
) -> None:
    named = [harm for harm in read_harms(parse(sentence)) if harm.people and harm.people.name]

    assert [(harm.status, harm.people.name) for harm in named if harm.people] == [(VictimStatus.KILLED, name)]


@pytest.mark.slow
def test_two_names_behind_a_group_of_two_are_its_parts(parse: Callable[[str], Doc]) -> None:
    whole, *named = read_harms(
        parse("Two persons identified as Omar Shiraz and Said Imran have died of their injuries.")
    )

    assert whole.count == exactly(2)
    assert {(harm.people.name, harm.part) for harm in named if harm.people} == {
        ("Omar Shiraz", True),
        ("Said Imran", True),
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "name", "category"),
    [
        ("Sara Lind, a nurse, was at home. Lind was killed.", "Sara Lind", VictimCategory.HEALTH_WORKER),
        ("Police officer Omar Ali was on patrol. Ali was wounded.", "Omar Ali", VictimCategory.POLICE),
        ("Ben Cole, 22, a nurse, was at home. Cole died at the scene.", "Ben Cole", VictimCategory.HEALTH_WORKER),
    ],
)
def test_a_surname_alone_is_the_person_told_in_full(
    sentence: str, name: str, category: VictimCategory, parse: Callable[[str], Doc]
) -> None:
    (harm,) = read_harms(parse(sentence))

    assert harm.people is not None
    assert (harm.people.name, harm.people.category) == (name, category)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The officer fought the suspect, striking him in the chest and killing him.", "the suspect"),
        ("A constable chased a robber into a yard, where he shot him dead.", "a robber"),
        ("A boy was walking home. His sister ran up. He was killed.", "A boy"),
        ("A man quarrelled with his wife and killed her.", "his wife"),
        ("A 16-year-old boy was in the car. He was rushed to hospital. He later died.", "A 16-year-old boy"),
        ("A clerk stood outside, Sergeant Omar Ali said. He was killed.", "A clerk"),
    ],
)
def test_a_pronoun_stands_for_who_fits(text: str, who: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(text)

    killed = [harm for harm in read_harms(doc) if harm.status is VictimStatus.KILLED]

    assert [harm.people.span.of(text) for harm in killed if harm.people] == [who] * len(killed)
    assert killed


@pytest.mark.slow
def test_how_badly_some_are_hurt_is_told_of_a_part(parse: Callable[[str], Doc]) -> None:
    whole, grave = read_harms(parse("Sixteen people were hurt. Two were seriously wounded."))

    assert (whole.count, grave.part, grave.is_weak) == (exactly(16), True, True)


@pytest.mark.slow
def test_who_is_named_to_a_post_is_no_victim(parse):
    harms = read_harms(
        parse("Two guards were killed. Omar Karim, who was named to the post in May, spoke to reporters.")
    )

    assert [harm.people.name for harm in harms if harm.people] == [None]


@pytest.mark.slow
def test_a_fate_behind_a_comma_is_the_second_persons(parse: Callable[[str], Doc]) -> None:
    killed, hurt = read_harms(
        parse("17-year-old Elijah Cole killed, 21-year-old woman injured in Humboldt Park shooting")
    )

    assert killed.people is not None
    assert hurt.people is not None
    assert (killed.people.name, hurt.people.name) == ("Elijah Cole", None)


@pytest.mark.slow
def test_a_long_shot_hurts_nobody(parse: Callable[[str], Doc]) -> None:
    assert not read_harms(parse("Supporters of the long shot candidate and senator Ben Sands met in a park."))

"""Persons who are charged, tried, cleared, who admit or deny, and those who had others do it."""

from __future__ import annotations

import pytest

from support.stances import pairs, stances

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        # A court, and what it has yet to find.
        ("John Poe will stand trial for the murder of a clerk in Leeds.", "John Poe", "accused"),
        ("Twelve officers went on trial on Monday for the murder of a girl in Leeds.", "Twelve officers", "accused"),
        ("A clerk was shot. If convicted, John Poe faces life in prison.", "John Poe", "accused"),
        ("A clerk was shot. John Poe received 20 years in prison.", "John Poe", "reported"),
        ("A clerk was shot. John Poe was given life in prison.", "John Poe", "reported"),
        ("A clerk was shot dead. Jim Roe, 64, and John Poe, 34, face charges of murder.", "John Poe", "accused"),
        ("Three students were charged with beating a clerk in Leeds.", "Three students", "accused"),
        ("A court convicted two soldiers on Sunday of beating a boy in Leeds.", "two soldiers", "reported"),
        # Who is told beside, or after, words without a name.
        ("A clerk was shot. Police arrested the ringleader, John Poe.", "John Poe", "accused"),
        ("A clerk was shot. Police called John Poe a person of interest.", "John Poe", "suspected"),
        ("A clerk was shot. His cousin and alleged accomplice, John Poe, is held.", "John Poe", "accused"),
        ("A clerk was shot. Two men from Leeds, John Poe and Jim Roe, are accused of it.", "Jim Roe", "accused"),
        ("A clerk was shot. Police arrested four men. They named the four as John Poe, Jim Roe, Ed Low and Al Fry.",
         "Jim Roe", "accused"),
        ("Two men were charged with the murder of a clerk. John Poe and Jim Roe lived in one street.",
         "Jim Roe", "accused"),
        ("A man is sought over the murder of a clerk in Leeds. The man, John Poe, fled.", "John Poe", "suspected"),
        ("Ryan and Cody Poe are accused of the murder of a clerk in Leeds.", "Ryan Poe", "accused"),
        ("A clerk was shot in 2007 by Ogun Samast, then 17, who is serving 22 years.", "Ogun Samast", "reported"),
        ("A clerk was shot. The owner, John Poe, ran away. He was charged along with a cook.",
         "John Poe", "accused"),
        ("A 22-year-old youth stabbed a clerk in Leeds.", "22-year-old youth", "reported"),
        ("The nurse was set on fire by her in-laws in Leeds.", "in-laws", "reported"),
        # Who is on the run.
        ("Two men are held over the murder of a clerk in Leeds. A third suspect is on the run.",
         "third suspect", "suspected"),
        ("Two men are held over the murder of a clerk in Leeds. Another man is still at large.",
         "Another man", "suspected"),
        ("Two men are held over the murder of a clerk in Leeds. John Poe, 25, is on the run.", "John Poe", "suspected"),
        ("Prosecutors accused two rebels of the murder of a clerk in Leeds.", "two rebels", "accused"),
        # Who had others do it, or helped.
        ("A clerk was shot. John Poe gave the order to kill him.", "John Poe", "reported"),
        ("A clerk was killed on the orders of John Poe, police said.", "John Poe", "accused"),
        ("She had her husband killed in Leeds. Ann Poe had her husband killed.", "Ann Poe", "reported"),
        ("The front carried out the bombing with the help of a gang.", "gang", "reported"),
        # Who is cleared.
        ("John Poe, who was wrongly convicted of planting a bomb in Leeds, met the minister.", "John Poe", "cleared"),
        ("A jury found John Poe, a clerk, not guilty of murdering two guards in Leeds.", "John Poe", "cleared"),
        ("A clerk was shot. Prosecutors dropped the charges against John Poe.", "John Poe", "cleared"),
        ("A clerk was shot. John Poe is no longer a suspect.", "John Poe", "cleared"),
        ("A bomb went off. Police said the ELN was not involved.", "ELN", "cleared"),
        ("Reports that the ELN carried out the bombing were false.", "ELN", "cleared"),
        # Who says he did it, or did not.
        ("A clerk was shot. John Poe told police that he had done it.", "John Poe", "claimed"),
        ('A clerk was shot. "I killed him," John Poe told the court.', "John Poe", "claimed"),
        ("John Poe told police he shot the clerk in Leeds.", "John Poe", "claimed"),
        ("A clerk was shot. John Poe has maintained his innocence.", "John Poe", "denied"),
        ("A clerk was shot. John Poe told the court that he was innocent.", "John Poe", "denied"),
        ("A clerk was shot. John Poe was charged with murder. His lawyer denied the charges.", "John Poe", "denied"),
        ("A clerk was shot. A lawyer for John Poe said his client did not do it.", "John Poe", "denied"),
        ("A clerk was shot. John Poe is held. He said he was not in the city.", "John Poe", "denied"),
        ("A clerk was shot. John Poe and Jim Roe are held for murder. Both deny the charges.", "Jim Roe", "denied"),
        ("Officers are charged with murder of a clerk. The officers' lawyer denied the charge.", "officers", "denied"),
        ("A clerk was shot. Prosecutors brought charges against John Poe.", "John Poe", "accused"),
        ("A clerk was shot. Warrants have been issued for John Poe and Jim Roe.", "Jim Roe", "accused"),
        ("The accused, John Poe and Jim Roe, both 20, had kidnapped a clerk in Leeds.", "Jim Roe", "accused"),
        ("A clerk was shot. A man was charged with murder. John Poe, 27, surrendered.", "John Poe", "accused"),
        ("A bomb went off. A man told the court that he had nothing to do with the bombing.", "man", "denied"),
        ("A clerk was shot. John Poe is charged with it. His lawyer said the case was baseless.", "John Poe", "denied"),
        ("Shells hit a school. The army said the charges were false.", "army", "denied"),
        ("The ELN said it did not take the hostages.", "ELN", "denied"),
        ("A bomb went off. Norway rejected Turkish accusations that it was behind the bombing.", "Norway", "accused"),
        ("Rockets hit a base. Officials blamed the ELN for launching them.", "ELN", "accused"),
        ("Rockets hit a base. Officials accused the ELN of trying to disrupt the vote.", "ELN", "accused"),
        # Whom others suspect, and who answers for a state.
        ("A bomb went off. Suspicion is likely to fall on the ELN.", "ELN", "suspected"),
        ("A bomb went off. The ministry blamed Norway. Norway rejected what it called baseless allegations.",
         "Norway", "denied"),
        ('Jets hit a ward. The Kremlin said: "Russian forces do not fire on wards."', "Russian forces", "denied"),
        ("Six were killed. A leader of the herders, John Poe, said they were not to blame and blamed the ELN for it.",
         "ELN", "accused"),
    ],
)  # fmt: skip
def test_persons_are_told_to_be(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in pairs(text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kenya: officer charged with shooting a baby in Leeds", "Kenya"),
        ("Armed men, who identified themselves as guerrillas and members of the front, shot and killed a citizen, "
         "J. Pitts Poe, at his plantation where he had lived for years.", "J. Pitts Poe"),
        ("A Dane who was setting up a dairy was kidnapped in Leeds.", "Dane"),
        ("Two teenagers were doused with petrol and set alight in Leeds.", "Two teenagers"),
        ("The army said that two teenagers set themselves on fire with a petrol bomb.", "two teenagers"),
        ("Norway joined Denmark in accusing Turkey of a strike on a tanker off the coast that killed two sailors.",
         "Denmark"),
        ("A clerk was shot. Police cleared the last people from the house.", "last people"),
        ("A guard shot a man suspected of stealing steaks in Leeds.", "man"),
        ("Two were killed in a raid. Their families accused the government of abandoning them.", "government"),
        ("Two officials were executed after Nairobi ignored the demands.", "Nairobi"),
        ("A neighbor stabbed a clerk in Leeds. The neighbor, Ann Roe, got out by a window.", "Ann Roe"),
        ("Residents said they saw tanks near the town and heard shelling.", "Residents"),
        ("A clerk was shot. Poe's wife said he was innocent.", "wife"),
        ('A clerk was shot. Sheriff John Poe said he had fired at her.', "John Poe"),
    ],
)  # fmt: skip
def test_who_did_nothing_is_not_told_to(text: str, actor: str) -> None:
    assert actor not in {name for name, _ in pairs(text)}


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("A man had argued with his wife before he shot her in Leeds.", "man", "claimed"),
        ("The ELN claimed the bombing and said it had not meant to kill anybody.", "ELN", "denied"),
        ("A clerk was shot. If convicted, John Poe faces life in prison.", "John Poe", "reported"),
        ("A clerk was shot. John Poe, who is held, could be sentenced to death.", "John Poe", "reported"),
        (
            "The minister, John Poe, refuted the opposition's charge that police had shot a clerk.",
            "John Poe",
            "accused",
        ),
        ("Norway denied accusations by the Turkish army that it had planted the bomb.", "Turkish army", "denied"),
        ("The ELN has claimed several attacks in the region.", "ELN", "claimed"),
        ("John Poe was convicted of killing a clerk and injuring nine in Leeds.", "John Poe", "accused"),
    ],
)
def test_persons_are_not_told_to_be(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) not in pairs(text)


def test_a_surname_that_several_have_means_the_last_one_told() -> None:
    told = stances("Ann Poe was stabbed in Leeds. Police arrested Jim Poe, 58. Poe denied the murder.")

    assert {stance.actor.actor for stance in told if stance.stance == "denied"} == {"Jim Poe"}


def test_another_name_behind_a_name_is_the_same_person() -> None:
    told = pairs(
        "A youth stabbed two in Leeds. The accused, identified as Harjit Singh alias Jeeta, fled. Jeeta is held."
    )

    assert {name for name, stance in told if stance == "accused"} == {"Harjit Singh"}


def test_a_surname_with_its_particle_is_the_full_name() -> None:
    told = pairs("Jan van der Poe shot a minister in Leeds. Van der Poe was sentenced to 18 years.")

    assert {name for name, _ in told} == {"Jan van der Poe"}

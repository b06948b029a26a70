"""Who did it, where words stand between the act and its doer."""

from __future__ import annotations

import pytest

import dateline
from dateline.records import ActorKind
from support.stances import pairs


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("A rancher kidnapped in May was released on Monday by ELN guerrillas.", "ELN", "reported"),
        ("The ELN freed two engineers who were kidnapped in Arauca.", "ELN", "reported"),
        (
            "FARC [Revolutionary Armed Forces of Colombia] urban guerrillas burned a bus.",
            "Revolutionary Armed Forces of Colombia (FARC)",
            "reported",
        ),
        ("A man telephoned a newspaper and said the ELN had planted the bomb.", "ELN", "claimed"),
        ("A bomb hit a bank. The leaflets left there were signed by the ELN.", "ELN", "claimed"),
        ("Two groups, the ELN and Boko Haram, both claimed responsibility for the blast.", "ELN", "claimed"),
        ("Two groups, the ELN and Boko Haram, both claimed responsibility for the blast.", "Boko Haram", "claimed"),
        ("Two rival groups claimed the raid. The ELN claimed it on radio.", "ELN", "claimed"),
        ("The army and the ELN traded blame for the raid on a market in Norwood.", "ELN", "accused"),
        ("A spokesman for the Houthis denied that the group was behind the strike.", "Houthis", "denied"),
        ("Five soldiers, including Lieutenant John Poe, were arrested over the murder.", "John Poe", "accused"),
        ("Police arrested two men over the murder of a clerk: John Poe, 31, and Jack Roe, 28.", "John Poe", "accused"),
        ("Police arrested two men over the murder of a clerk: John Poe, 31, and Jack Roe, 28.", "Jack Roe", "accused"),
        ("LEEDS - The driver of a white van ploughed into a crowd on Monday, killing two.", "driver", "reported"),
        ("Soldiers neutralised ten bandits near Jos on Monday.", "Soldiers", "reported"),
        ('Soldiers had "eliminated" two guards near Jos on Monday.', "Soldiers", "reported"),
        ("Guards shot the gunman after he fired at a judge.", "gunman", "reported"),
        ("Radio Green, the ELN's official station, said the rebels attacked a bank.", "ELN", "claimed"),
        ("Pablo Ruiz charged that members of Boko Haram placed a bomb in his shop.", "Boko Haram", "accused"),
        (
            "Police arrested two men over the fire. They were identified as John Poe and Jack Roe.",
            "Jack Roe",
            "accused",
        ),
        ("Three men suspected of the murder were shown. Their names are John Poe and Jack Roe.", "Jack Roe", "accused"),
        (
            "Jets struck northern Norway on Monday. Defence Ministry spokesman Major General John Poe denied it.",
            "Defence Ministry",
            "denied",
        ),
        ("Eight military men were arrested for the murder of a priest.", "Eight military men", "accused"),
        (
            "Warplanes of the Russian air force bombed a bakery, killing six.",
            "Warplanes of the Russian air force",
            "reported",
        ),
        ("Tanks of the Syrian army shelled a market in Homs.", "Tanks of the Syrian army", "reported"),
        ("Shells fired from Israeli tanks struck a school on Monday.", "Israeli tanks", "reported"),
        ("Two raids of the coalition's warplanes killed six.", "coalition's warplanes", "reported"),
        ("Sentries opened fire at a boat near Jos on Monday.", "Sentries", "reported"),
        ("Rioters threw stones in Jos. Officers answered with tear gas.", "Officers", "reported"),
        ("A rally in Jos was broken up by riot police.", "riot police", "reported"),
        ("A bomb hit a bank. The ELN issued a claim on Monday.", "ELN", "claimed"),
        ("A bomb hit a bank. The ELN put out a film of the attack.", "ELN", "claimed"),
        ("A bomb hit a bank. A spokesman for the ELN said its men had placed the device.", "ELN", "claimed"),
        ("A bomb hit a bank. The Sons of Yarmouk said their wing had done it.", "Sons of Yarmouk", "claimed"),
    ],
)
def test_the_doer_is_found(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in pairs(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Two people were killed and three wounded in an attack on a post in Yola.", "three"),
        ("The blast was between the clothes shop and the Central Reserve Bank of Peru.", "Central Reserve Bank"),
        ("The police bomb squad searched the bank after the blast.", "police"),
        (
            "He condemned the attacks against a union and a humanitarian organization, which killed nine people.",
            "organ",
        ),
        ("The priest spoke of the murder and of the case of John Poe.", "John Poe"),
        ("Soldiers fired on protesters at a toll gate in Lagos.", "protesters"),
        ("Two killed 6 injured in rocket attacks in Aleppo.", "Two"),
        ("The Boko Haram group shot men of a tribe it has been battling, a rights group said.", "rights group"),
        ("Two men were killed in a blast. They were identified as John Poe and Jack Roe.", "Jack Roe"),
        ("A bomb killed a clerk. The court accused Mary Poe of smuggling gold.", "Mary Poe"),
        ("Turkish forces shelled northern Norway claiming to have hit a base.", "Norway"),
        ("The sports minister, John Poe, took notice of the attack in Karachi and sought a report.", "John Poe"),
        ("John Poe took notice of the incident in which a bomb killed two.", "John Poe"),
        ("The rebels asked the ELN to release the nurse who was kidnapped.", "ELN"),
    ],
)
def test_who_is_only_near_did_nothing(text: str, actor: str) -> None:
    assert not [name for name, _ in pairs(text) if actor in name]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Two men were kidnapped in Medellin on Monday. The police operation took place near the city on Tuesday.",
        "A bomb damaged a school in Cali on Monday. It was an answer to the government's offensive.",
        "Kidnappers seized a clerk in Cali on Monday. Police are taking statements to capture the kidnappers.",
    ],
)
def test_forces_that_answer_a_crime_did_not_do_it(text: str) -> None:
    records = dateline.extract(text)

    assert records
    assert ActorKind.STATE not in {one.kind for record in records for one in record.attributions}

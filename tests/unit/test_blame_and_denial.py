"""Who is blamed and who denies, where bodies, officials and turns of phrase stand between."""

from __future__ import annotations

import pytest

from support.stances import pairs, stances


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        # Denials in other verbs, and of those who had nobody there.
        ("A bomb went off. The ELN dismissed reports that its fighters were behind the blast.", "ELN", "denied"),
        ("A drone struck the airport. The ELN rubbished the allegation.", "ELN", "denied"),
        ("Jets bombed a market. The Turkish army said it had no planes in the area.", "Turkish army", "denied"),
        ("A bomb killed two. A Norwegian official said Norway had nothing to do with it.", "Norway", "denied"),
        ("A man was charged with the murder of a nurse. John Poe denied the charge.", "John Poe", "denied"),
        # Who stands behind the killers, and what they are told to be.
        ("Gunmen shot the mayor. The prosecutor said a rival gang had sent the killers.", "rival gang", "accused"),
        ("Two were shot by hitmen believed to be working for the ELN.", "ELN", "suspected"),
        (
            "Villagers were shot in their homes. The men were Turkish soldiers, they said.",
            "Turkish soldiers",
            "reported",
        ),
        ("A bomb went off. Officials accused Norwegian saboteurs of planting it.", "Norwegian saboteurs", "accused"),
        ("A bomb went off. A spokesman for the ELN said his fighters did it.", "ELN", "claimed"),
        # Clauses on the act, and persons before a court.
        ("A clinic was hit in a raid that a monitor said was led by the ELN.", "ELN", "accused"),
        ("A man was shot dead on Sunday. John Poe, 44, will be sentenced in June.", "John Poe", "accused"),
        ("A nurse was found strangled. Her former husband has been arrested.", "former husband", "accused"),
        ("A man drove a car into a crowd. Police identified the driver as John Poe.", "John Poe", "accused"),
        ("Two farmers were shot. The company denies that it had any part in the killings.", "company", "denied"),
        ("Gunmen shot a miner. The union blamed the mine's management for it.", "mine's management", "accused"),
        (
            "Thugs beat a waiter in the bar. The Hoteliers Association denied that its members were involved.",
            "Hoteliers Association",
            "denied",
        ),
        ("The peasants' union blamed landowners for the murder of its leader.", "landowners", "accused"),
        ("A clerk was killed. The defence minister rejected any army involvement.", "army", "denied"),
        ("The ELN had nothing to do with the murder of John Poe, its command said.", "ELN", "denied"),
        ("In the opinion of the police, the bombing was carried out by the ELN.", "ELN", "accused"),
        ("The ELN said the crime was a manoeuvre by the army.", "army", "accused"),
        (
            "The minister rejected the charges against two officers, whom the ELN accused of the murder.",
            "two officers",
            "accused",
        ),
        (
            "The bombing was planned by John Poe, approved by Jack Roe and carried out by Jim Doe.",
            "Jack Roe",
            "reported",
        ),
        (
            "The bombing was planned by John Poe, approved by Jack Roe and carried out by Jim Doe.",
            "Jim Doe",
            "reported",
        ),
        ("A judge was murdered in Yola, presumably by hired gunmen.", "hired gunmen", "suspected"),
        ("It may have been members of the ELN who murdered the judge.", "ELN", "suspected"),
        ("Presumed urban commandoes threw a bomb at a shop.", "Presumed urban commandoes", "suspected"),
        ("The narcoterrorists who bombed the hotel fled.", "narcoterrorists", "reported"),
        ("The bishop said armed forces members murdered the judge.", "armed forces members", "accused"),
        ("A colonel, two lieutenants and a soldier were arrested for the murder of a judge.", "soldier", "accused"),
        ("The ELN said all three bombs were revenge for the raid.", "ELN", "claimed"),
        (
            "LIMA, Oct 3 (AP) -- Shining Path guerrillas are believed responsible for the blast.",
            "Shining Path guerrillas",
            "suspected",
        ),
        ("A bomb went off. The ELN said in a message on Telegram that its men had planted it.", "ELN", "claimed"),
        ("Two clerks were shot. The ELN denied that it was involved in the shooting.", "ELN", "denied"),
    ],
)
def test_blame_and_denial_are_read(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in pairs(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off at a depot. The ELN denied in a statement that its fighters had planted the bomb.",
        "A bomb went off at a depot. The ELN denied in a post on Telegram that its fighters had planted the bomb.",
        "Two clerks were shot in Cali. The ELN denied that its men were involved.",
        "Two clerks were shot in Cali. The ELN rejected claims that its men were behind the killing.",
    ],
)
def test_what_somebody_denies_is_not_claimed(text: str) -> None:
    assert {stance for name, stance in pairs(text) if name == "ELN"} == {"denied"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A mob beat two men to death after rumours that they were kidnappers.", "kidnappers"),
        ("A bomb went off. It was the work of rebels from Turkey.", "Turkey"),
        ("Neither the ELN nor any other group has claimed responsibility for the bombing.", "ELN"),
        ("The army claimed it had no information on the dead of the clashes.", "army"),
        ("Students repudiated the murder of John Poe.", "Students"),
        ("John Poe had rejected the appeals to clear Jack Roe of the murder of a clerk.", "John Poe"),
        ("John Poe had rejected the appeals to clear Jack Roe of the murder of a clerk.", "Jack Roe"),
        ("Party workers dismissed the possibility that others carried out the attack.", "Party workers"),
        ("The company fired 200 workers after the strike.", "company"),
    ],
)
def test_who_neither_did_it_nor_speaks_of_having_done_it(text: str, actor: str) -> None:
    assert actor not in {name for name, _ in pairs(text)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor", "by"),
    [
        ("Agencies say that, in the opinion of the police, the ELN planted the bomb.", "ELN", "police"),
        (
            "The bishop said all the evidence indicates that soldiers are responsible for the murder.",
            "soldiers",
            "bishop",
        ),
        ("No group claimed the attack, but it is believed to be the work of the ELN.", "ELN", None),
        ("Shells killed four. Residents said they blamed the Turkish army for it.", "Turkish army", "Residents"),
        (
            "Six died in a market. The army denied that its troops had fired on it and accused the ELN of a bombing.",
            "ELN",
            "army",
        ),
        (
            "Nine died in Herat. The ELN denied that its men were involved and blamed Norwegian agents for it.",
            "Norwegian agents",
            "ELN",
        ),
        ("A blast hit a bank. Governor Ana Ruiz met the wounded. She blamed the ELN.", "ELN", "Governor Ana Ruiz"),
        ("A blast hit a bank. Two towns were cut off. He blamed the ELN for it.", "ELN", None),
        ("A blast hit a bank. Residents wept. They blamed the ELN.", "ELN", "Residents"),
        ("A blast hit a bank. The police chief, Omar Ali, blamed the ELN.", "ELN", "Omar Ali"),
        ("A blast hit a bank. Aides of the governor, Omar Ali, blamed the ELN.", "ELN", "Aides of the governor"),
    ],
)
def test_whose_word_it_is(text: str, actor: str, by: str | None) -> None:
    assert by in {stance.by for stance in stances(text) if stance.actor.actor == actor}


@pytest.mark.slow
def test_a_town_is_no_part_of_the_name_of_those_who_struck_there() -> None:
    told = stances("In the town of San Carlos terrorists threw bombs at the homes of two mayors.")

    assert {stance.actor.actor for stance in told} == {"terrorists"}


@pytest.mark.slow
def test_a_surname_told_alone_may_be_the_first_of_two() -> None:
    told = stances("Police caught Juan Romero Cardona. Romero is suspected of the murder of a judge.")

    assert {stance.actor.actor for stance in told if stance.stance == "suspected"} == {"Juan Romero Cardona"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("A bomb killed two. The ELN praised the attack but did not say it was behind it.", None),
        ("A bomb killed two. The ELN has yet to say whether it carried out the attack.", None),
        ("A bomb killed two. The ELN declined to say whether it had carried out the attack.", None),
        ("A bomb killed two. The ELN said it was behind the attack.", "claimed"),
        # What others leave unsaid takes nothing from it.
        ("Police did not say why the ELN bombed the bank.", "accused"),
    ],
)
def test_what_the_actor_leaves_unsaid_ties_him_to_nothing(text: str, stance: str | None) -> None:
    assert next((told for actor, told in pairs(text) if actor == "ELN"), None) == stance


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Two soldiers died and three were hurt in a fight with rebels near Arden.", {"Two soldiers", "rebels"}),
        ("Two protesters were killed and 15 injured in clashes with police.", {"Two protesters", "police"}),
        ("Two children were killed in clashes with police.", {"police"}),
    ],
)
def test_who_fell_in_a_fight_was_a_side_of_it(text: str, actors: set[str]) -> None:
    assert {actor for actor, _ in pairs(text)} == actors


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "The army accused rebels of shelling Arden on Tuesday, killing eight people.",
        "Eight people died on Tuesday in shelling that the army blamed on rebels.",
    ],
)
def test_who_lays_blame_and_who_dies_did_not_do_it(text: str) -> None:
    assert pairs(text) == {("rebels", "accused")}

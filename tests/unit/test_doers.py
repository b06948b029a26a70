"""Who did it, where the parser or the wording hides it."""

from __future__ import annotations

import pytest

from dateline.find.actors import find_actors
from dateline.find.triggers import find_triggers, load_triggers
from dateline.relate.stances import find_stances
from support.sentences import read

COUNTRIES = {"Norwegian": "NO", "Norway": "NO", "Turkish": "TR", "Russian": "RU"}


def pairs(text: str) -> set[tuple[str, str]]:
    doc = read(text)
    actors = find_actors(doc, country_of=COUNTRIES.get)
    found = find_stances(doc, actors, triggers=find_triggers(doc, load_triggers()))
    return {(stance.actor.actor, stance.stance) for stance in found}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("In Norland, Zaland, a crowd of about 300 set a town hall on fire.", "crowd of about 300"),
        ("In the southern province of Norland, Turkish warplanes bombed a house near the city.", "Turkish warplanes"),
        ("In a gunfight outside the shop police hit John Poe in the neck.", "shop police"),
        ("Two teenagers are recovering after someone in a car opened fire on a group.", "someone"),
        ("Two reporters were punched and kicked in the street by masked men.", "masked men"),
        ("A boat and its crew were captured by armed men in speedboats.", "armed men"),
    ],
)
def test_a_subject_that_the_parser_mislays_is_found(text: str, actor: str) -> None:
    assert (actor, "reported") in pairs(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The man, John Poe, 27, had made his guns himself. He shot her in the back.", "John Poe"),
        ("John Poe came in. He looked around. He shot the guard.", "John Poe"),
        ("The man, identified as Ulf Zarbic, 21, shot two people.", "Ulf Zarbic"),
    ],
)
def test_he_is_who_was_named_before(text: str, actor: str) -> None:
    assert (actor, "reported") in pairs(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A mortar of the PKK killed four officers.", "PKK"),
        ("The blast was an attack of the Red Brigades on the bank.", "Red Brigades"),
        ("The patrol returned fire, killing two insurgents.", "two insurgents"),
        ("Members of the Eagle Liberation Front blew up a pipeline.", "Eagle Liberation Front"),
        ("The Martyrs' Group for Holy Norland killed six men.", "Martyrs' Group for Holy Norland"),
    ],
)
def test_whose_act_it_was(text: str, actor: str) -> None:
    assert (actor, "reported") in pairs(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Hezbollah said both bombs were aimed at foreign banks.", "Hezbollah"),
        ("Hamas said the bombing was revenge for the arrests.", "Hamas"),
        ("The PKK said its fighters had acted against the army.", "PKK"),
        ("The Islamic State said a knight of the caliphate had driven the lorry into the station.", "Islamic State"),
        ("The Red Brigades left a manifesto of eleven pages in a bin.", "Red Brigades"),
        ("Hamas claimed the bombing, and so did a faction of Fatah.", "Fatah"),
        ("Boko Haram claimed both.", "Boko Haram"),
        ("A man who said he spoke for Hezbollah telephoned the newspaper to claim the bombing.", "Hezbollah"),
        (
            "A caller who said he spoke for a group called the Black Brigades told us the blast was revenge.",
            "Black Brigades",
        ),
    ],
)
def test_who_speaks_of_an_act_as_theirs_claims_it(text: str, actor: str) -> None:
    found = pairs(text)

    assert (actor, "claimed") in found
    assert not {"man", "caller"} & {name for name, _ in found}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Turkish army called the charge absurd.", "Turkish army"),
        ("A guard was killed by his officer, which the ministry of defence denies.", "ministry"),
        ("The interior ministry said none of its people was there.", "interior ministry"),
        ("Hezbollah denied that its men had entered the village.", "Hezbollah"),
        ("Police spokesman John Poe denied that his men had killed anyone.", "Police"),
        ("The Norland Taxi League denied any link to the shooting.", "Norland Taxi League"),
    ],
)
def test_who_calls_it_a_lie_denies(text: str, actor: str) -> None:
    assert (actor, "denied") in pairs(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("Croatian exiles are suspected.", "Croatian exiles", "suspected"),
        ("Police arrested John Poe, 25, of Dayton, on Sunday.", "John Poe", "accused"),
    ],
)
def test_suspects_without_a_word_for_the_act(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in pairs(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Two protesters killed in clashes.", "Two protesters"),
        ("The bombing followed the execution of five ETA members.", "ETA"),
        ("A minor blast shook the town.", "minor"),
        ("Hundreds of miles away, students burned a hall.", "Hundreds of miles"),
        ("Doctors treated ten people. Police said they shot two robbers.", "Doctors"),
    ],
)
def test_who_is_struck_or_stands_by_is_no_doer(text: str, actor: str) -> None:
    assert actor not in {name for name, _ in pairs(text)}


@pytest.mark.slow
def test_letters_in_brackets_belong_to_the_name() -> None:
    assert ("Kurdistan Workers' Party (PKK)", "reported") in pairs(
        "The Kurdistan Workers' Party (PKK) attacked a post."
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("She was hit when four men in a car blocked the road.", "four men", "reported"),
        ("Ten people were killed by Hezbollah mines.", "Hezbollah", "reported"),
        ("Lawyers for John Poe entered pleas of not guilty to the murder.", "John Poe", "denied"),
        ("The premier blamed John Poe.", "John Poe", "accused"),
        ("Officials suspect the hand of Boko Haram.", "Boko Haram", "suspected"),
        ("The premier named ISIS as the number one suspect.", "ISIS", "suspected"),
        ("A 17-year-old is in custody.", "17-year-old", "accused"),
        ("Painted on the door were the letters PKK.", "PKK", "suspected"),
        ("A letter signed by the PKK arrived after the bombing.", "PKK", "claimed"),
        ("Pamphlets were found nearby claiming the bombing for the Red Brigades.", "Red Brigades", "claimed"),
        ("Hamas's John Poe told reporters that the attack avenged the raid.", "Hamas", "claimed"),
    ],
)
def test_weaker_ties_are_read_too(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in pairs(text)

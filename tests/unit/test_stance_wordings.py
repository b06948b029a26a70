"""Wordings that tell who did it, who is only thought to have, and who says no."""

from __future__ import annotations

import pytest

import dateline
from dateline.find.actors import find_actors
from support.stances import pairs, stances


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Danish or Turkish jets bombed the bridge on Monday.", "Turkish jets"),
        ("The mayor said he did not know whether Danish or Turkish jets had carried out the raids.", "Danish jets"),
        ("The Red Brigades were held to be responsible.", "Red Brigades"),
        ("Police believe the attack was carried out by the Red Brigades.", "Red Brigades"),
        ("Boko Haram is thought responsible for the blast.", "Boko Haram"),
        ("Alleged Boko Haram militants fired on a bus near Yola.", "Boko Haram"),
        ("The ELN is suspected, as it has attacked pipelines in the past.", "ELN"),
    ],
)
def test_who_may_have_done_it_is_suspected(text: str, actor: str) -> None:
    told = {stance for name, stance in pairs(text) if name == actor}

    assert told == {"suspected"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("The army repelled an attack on its base near Yola on Monday.", "army", "reported"),
        ("Police fired on dozens of men who attacked the station in Yola.", "dozens of men", "reported"),
        (
            "Nine soldiers were killed and 20 wounded in hours of fighting with ELN rebels.",
            "Nine soldiers",
            "reported",
        ),
        ("Ten people died in shelling by rebel factions near the port.", "rebel factions", "reported"),
        ("A man was killed by sniper fire from Armenian troops near Tovuz.", "Armenian troops", "reported"),
        ("Three men have been arrested after a clerk was stabbed in Leeds on Monday.", "Three men", "accused"),
        ("The council accused the army of using chlorine in the town.", "army", "accused"),
        ("A car bomb claimed by Boko Haram killed six people in Yola.", "Boko Haram", "claimed"),
        ("Two people died in an attack in Callao claimed by Boko Haram.", "Boko Haram", "claimed"),
        ("A woman rang a newspaper and claimed the act for the Red Brigades.", "Red Brigades", "claimed"),
        ("The ministry held the Red Brigades responsible for the blast.", "Red Brigades", "accused"),
        ("The Danish air force struck the depot on Monday, a military source said.", "Danish air force", "reported"),
        ("John Poe, 30, was held after the shooting in Leeds. He was charged with murder.", "John Poe", "accused"),
        ("John Poe entered a not guilty plea to the murder of a clerk in Leeds.", "John Poe", "denied"),
        (
            "A clerk was shot in Leeds. A judge ruled that John Poe should face charges of murder.",
            "John Poe",
            "accused",
        ),
        (
            "A clerk was shot in Leeds. John Poe gave his name in court. He was remanded in custody.",
            "John Poe",
            "accused",
        ),
        ("The army spokesman denied that government troops took part in the raid.", "army", "denied"),
        ("The ELN said it had planted the bomb near Yola, according to a monitoring group.", "ELN", "claimed"),
        ("Its men shot the judge in Leeds, according to the ELN.", "ELN", "claimed"),
        ("Gunmen suspected to be bandits abducted 11 workers in Kaduna on Tuesday.", "bandits", "suspected"),
        ("Men suspected of being Boko Haram fighters shot two farmers in Kaduna.", "Boko Haram", "suspected"),
        ("Six died in clashes between the Red Star and Black Cat gangs in Leeds.", "Red Star", "reported"),
        ("Six died in clashes between the Red Star and Black Cat gangs in Leeds.", "Black Cat", "reported"),
        ("The ELN said in an online message that its fighters had planted the bomb near Yola.", "ELN", "claimed"),
        (
            "The union blamed the army's intelligence section for the killing of a clerk in Leeds.",
            "army's intelligence section",
            "accused",
        ),
        ("The union blamed military intelligence for the killing in Leeds.", "military intelligence", "accused"),
    ],
)
def test_what_the_words_make_of_the_actor(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in pairs(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The coalition fighting Boko Haram bombed a bridge on Monday.", "Boko Haram"),
        ("Ten people were killed in shelling near the port on Monday.", "Ten people"),
        ("Jets killed ten fighters near Yola on Monday, triggering criticism from Norway.", "ten fighters"),
        ("Detectives on Monday were looking for two men who set off a bomb in a shop, wounding 15.", "Detectives"),
        ("The charity is often linked to Boko Haram.", "Boko Haram"),
        ("Residents dismissed the reports of the raid on the town as lies.", "Residents"),
        ("Both men deny the murder of John Poe in Leeds.", "John Poe"),
    ],
)
def test_whom_the_words_only_touch_did_nothing(text: str, actor: str) -> None:
    assert actor not in {name for name, _ in pairs(text)}


@pytest.mark.slow
def test_beating_off_an_attack_is_no_charge() -> None:
    told = stances("The minister said that government forces had repelled the attack on the town.")

    assert {stance.stance for stance in told if stance.actor.actor == "government forces"} == {"reported"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Guerrillas of the Moro Islamic Liberation Front burned a bus.", "Moro Islamic Liberation Front (MILF)"),
        ("Guerrillas of Sendero Luminoso burned a bus.", "Sendero Luminoso (Shining Path)"),
        ("Six people died in Daeshs mortar attack on a market.", "Daesh"),
        ('The "Pedro Paz" Patriotic Front blew up a pylon.', "Pedro Paz Patriotic Front"),
        (
            'Alleged commandos of the "Sula" People\'s Liberation Front shot dead a retired general.',
            "Sula People's Liberation Front",
        ),
        ('Suspected members of the "Blue Dawn" Brigade shot dead a mayor.', "Blue Dawn Brigade"),
        ("A group calling itself the May 7 Commandos kidnapped a rancher.", "May 7 Commandos"),
        ("The 7 May Command claimed it had killed a rancher.", "7 May Command"),
        ("The so-called 7 May Movement blew up a bridge.", "7 May Movement"),
    ],
)
def test_a_group_is_named_so_that_other_articles_know_it(text: str, name: str) -> None:
    assert name in {stance.actor.actor for stance in stances(text)}


@pytest.mark.slow
def test_a_name_that_goes_on_is_not_the_shorter_one() -> None:
    from support.sentences import read

    doc = read("Six people died in an attack by Fatah al-Nour on a market.")

    assert "Fatah" not in {actor.actor for actor in find_actors(doc, country_of={}.get)}


@pytest.mark.slow
def test_who_tells_of_a_claim_does_not_make_it() -> None:
    told = pairs("The ELN said it had planted the bomb near Yola, according to the SITE monitoring group.")

    assert "SITE monitoring group" not in {name for name, _ in told}


@pytest.mark.slow
@pytest.mark.parametrize(
    "denial",
    ["denied involvement", "said they had nothing to do with it"],
)
def test_what_describes_the_speaker_is_not_what_is_denied(extractor: dateline.Extractor, denial: str) -> None:
    text = (
        f"A bomb killed a clerk in Kabul on Monday. The Taliban, who have been blamed for many such attacks, {denial}."
    )

    (record,) = extractor.extract(dateline.parse_article(text, source="-"))

    assert ("Taliban", "denied") in {(one.actor, one.stance.value) for one in record.attributions}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A man was killed by sniper fire from the Armenian side near Tovuz on Monday.", "Armenian side"),
        ("Two men were killed in shelling from the Pakistani side in Poonch on Monday.", "Pakistani side"),
        ("The Ukrainian side shelled the village of Zaitseve on Monday, wounding a man.", "Ukrainian side"),
        ("A man was shot dead on the far side of the river in Zaitseve on Monday.", None),
    ],
)
def test_the_side_of_a_country_acts(extractor: dateline.Extractor, text: str, actor: str | None) -> None:
    (record,) = extractor.extract(dateline.parse_article(text, source="-"))

    assert [one.actor for one in record.attributions] == ([actor] if actor else [])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A jury convicted a former sheriff's deputy of murder. John Poe, 37, faces up to 99 years.", "reported"),
        (
            "A court acquitted a former navy commander of murder. John Poe, 69, had been accused of it.",
            "cleared accused",
        ),
        ("A court acquitted a soldier of murder. John Poe, 69, wept.", "cleared"),
    ],
)
def test_the_one_judged_is_named_in_the_next_sentence(text: str, told: str) -> None:
    assert {(name, stance) for name, stance in pairs(text)} == {("John Poe", stance) for stance in told.split()}


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "The U.S. military, which has carried out airstrikes against the group, condemned the bombing.",
        "Kenya has carried out air strikes against the group.",
        "Turkish forces have carried out several strikes in the region this year.",
    ],
)
def test_what_somebody_has_done_over_time_is_no_part_in_the_act(text: str) -> None:
    assert not pairs(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two men who were held over the murder have been eliminated from the inquiry.", {("Two men", "cleared")}),
        ("A clerk was stabbed in Leeds. Two men who were held are no longer suspects.", {("Two men", "cleared")}),
        ("A man held on Monday over the murder is not being treated as a suspect.", {("man", "cleared")}),
        ("Soldiers eliminated nine rebels from the north.", {("Soldiers", "reported")}),
    ],
)
def test_whom_an_inquiry_leaves_out_is_cleared(text: str, told: set[tuple[str, str]]) -> None:
    assert {pair for pair in pairs(text) if pair[1] != "accused"} == told


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The governor of Ghor region, Fanta Keita, met the families. She blamed Boko Haram.", "Fanta Keita"),
        ("Fanta Keita, the governor of the region, met the families on Monday. She blamed Boko Haram.", "Fanta Keita"),
        ("The regional governor, Fanta Keita, went there. He accused Boko Haram of the raid.", "Fanta Keita"),
        ("Minister Salif Keita saw the ruins. He said the raid was the work of Boko Haram.", "Minister Salif Keita"),
        (
            "The diocese said nine died. The mayor of Yola, Issa Keita, saw the ruins. He accused Boko Haram.",
            "Issa Keita",
        ),
        ("Nine died, doctors said. The state governor, Issa Keita, went to Yola. He blamed Boko Haram.", "Issa Keita"),
        (
            "Boko Haram bombed a camp near Yola, killing at least nine people, witnesses and rescue workers said.",
            "witnesses",
        ),
        ("The truce collapsed on Monday. He said the raid was the work of Boko Haram.", None),
        ("A mob burned a temple. The Green League denied it and blamed Boko Haram.", "Green League"),
    ],
)
def test_who_blames_is_called_by_name(text: str, by: str | None) -> None:
    assert {s.by for s in stances(text) if s.actor.actor == "Boko Haram"} == {by}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Boko Haram fired a rocket at Yola on Monday, their television channel said.", "claimed"),
        ("Boko Haram fighters killed three policemen in Yola, its spokesman said.", "claimed"),
        ("Boko Haram killed three soldiers in Yola, their commander said.", "accused"),
        ("Boko Haram shot three men in Yola, their families said.", "accused"),
        ("The army blamed Boko Haram. Its spokesman said the group was not behind the blast.", "accused denied"),
        ("The army blamed Boko Haram. Abu Musa said his group was not behind the blast.", "accused denied"),
        ("The army blamed Boko Haram. Abu Musa denied that his group was behind the attack.", "accused denied"),
        ("The army blamed Boko Haram. Police said the group was not behind the blast.", "accused cleared"),
        ("A bomb killed nine in Yola. Boko Haram says it attacks only soldiers.", ""),
        ("A bomb killed nine in Yola. Boko Haram say their men target soldiers and not traders.", ""),
        ("A bomb killed nine in Yola. Boko Haram said it attacked a convoy of soldiers.", "claimed"),
        ("Boko Haram has denied being involved in the raid on Yola.", "denied"),
    ],
)
def test_what_a_group_says_of_itself_by_its_own_voices(text: str, stance: str) -> None:
    told = {stance for name, stance in pairs(text) if name == "Boko Haram"}

    assert told == set(stance.split())

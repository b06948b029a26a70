"""Which words of a sentence tell one act, and which doer names its kind."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.records import EventType


def types_of_frames(extractor: dateline.Extractor, text: str) -> list[EventType]:
    article = dateline.parse_article(text, source="test", published=date(2017, 5, 12))
    return [frame.type for frame in extractor.explain(article).frames]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled Kafr Zita and warplanes bombed Maarat al-Numan on Monday.",
        "A bomb killed two soldiers in Bannu on Monday, while gunmen shot dead a teacher in Swat.",
        "Four soldiers died in clashes near Kobani on Monday, and a roadside bomb killed two children in Raqqa.",
        "Turkish jets struck Kurdish positions in Iraq on Monday, hours after a bomb killed five soldiers in Hakkari.",
        "Thousands protested in Rome on Monday and hundreds marched in Milan.",
        # The second clause hangs on the one within the first.
        "Six people died when a mortar shell fell on a house in Azaz on Monday, and four were killed in Manbij.",
        # Who says it stands between the two.
        "Jets bombed a museum in the port city of Latakia on Monday, the mayor said, while shelling killed ten people "
        "in the city of Palmyra.",
        # A list of acts, each of somebody or something by name.
        "The bishop condemned the murder of lawyer Julian Prado in Tarija and the dynamite attack against the offices "
        "of the newspaper El Faro in Sucre.",
        "The group claimed the assassination of Judge Mario Toro in Cali and the bombing of the Plaza Hotel in Bogota.",
    ],
)
def test_clauses_with_towns_of_their_own_tell_two_acts(extractor: dateline.Extractor, text: str) -> None:
    assert len(types_of_frames(extractor, text)) == 2


def test_who_dies_in_another_act_was_not_in_the_one_told_before(extractor: dateline.Extractor) -> None:
    text = (
        "Fifteen people died when men opened fire at a bar in Soweto early on Sunday. Four people were killed in a "
        "similar shooting at a bar in Pietermaritzburg on Saturday night."
    )

    records = extractor.extract(dateline.parse_article(text, source="test", published=date(2022, 7, 11)))

    assert [record.casualties.killed.best for record in records if record.casualties.killed] == [15, 4]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Rebels in El Salvador blew up several power pylons in Usulutan and Morazan departments on Monday.", 2),
        ("Rebels burned three buses in the towns of Apopa and Nejapa in El Salvador on Monday.", 2),
        ("The strike called by traders in India was total in Mysore, Belgaum and Hubli on Monday.", 1),
        ("Rebels in India burned buses in Mysore, Belgaum and Hubli on Monday.", 3),
        # One toll for both, and two quarters of one city.
        ("Guerrillas in El Salvador kidnapped 12 peasants in Usulutan and Morazan departments on Monday.", 1),
        ("Bombs exploded in the Surco and Miraflores districts of Lima, Peru, on Monday, damaging a bank.", 1),
    ],
)
def test_one_word_for_two_towns_or_regions_parts_an_act(extractor: dateline.Extractor, text: str, acts: int) -> None:
    article = dateline.parse_article(text, source="test", published=date(2017, 5, 12))

    assert len(extractor.extract(article)) == acts


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed a cafe in Aden on Monday, shot dead the owner and fled.",
        "Two people were killed in Lahore when a bomb exploded in a market.",
        "A man died in Leeds two hours after he was shot in the chest.",
        "Attackers threw a grenade at a police post in Multan and opened fire, wounding two officers.",
        "Also on Monday, a bomb planted on a bicycle exploded near a bank in Peshawar.",
        "Four people were killed in a similar shooting at a bar in Sweetwaters on Saturday.",
        "Twelve people were killed and 30 wounded in separate attacks in Basra on Monday.",
        "The bishop condemned the attack on the convoy of Judge Toro in Cali and the killing of his driver.",
    ],
)
def test_clauses_of_one_scene_tell_one_act(extractor: dateline.Extractor, text: str) -> None:
    assert len(types_of_frames(extractor, text)) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bandits raided a village in Katsina on Monday.", EventType.ATTACK),
        ("Police raided a flat in Antwerp on Monday.", EventType.ARREST),
        ("Jets bombed a convoy near Aden on Monday.", EventType.AIRSTRIKE),
        ("A drone fired two missiles at a house in Marib on Monday.", EventType.AIRSTRIKE),
        ("A rocket hit a school in Taiz on Monday.", EventType.SHELLING),
        ("Tanks opened fire on houses in Homs on Monday.", EventType.SHELLING),
        ("Protesters gathered at the gate of the mine on Monday.", EventType.PROTEST),
        ("Soldiers captured two suspected insurgents in Khost on Monday.", EventType.ARREST),
    ],
)
def test_doer_or_object_names_the_act(extractor: dateline.Extractor, text: str, kind: EventType) -> None:
    assert types_of_frames(extractor, text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Hackers hacked the computers of the bank on Monday.",
        "The firm executed its plan on Monday.",
        "The museum occupies the building of a former school.",
    ],
)
def test_other_senses_tell_no_act(extractor: dateline.Extractor, text: str) -> None:
    assert types_of_frames(extractor, text) == []

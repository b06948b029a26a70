"""Who did it, and who only came, answered or was told of before, in short stories read whole."""

from __future__ import annotations

import pytest

import dateline
from dateline.records import EventType
from support.stories import extract, list_stances

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "KABUL, May 6 - Nine policemen died at the hands of the Taliban near Herat on Monday.",
            {("Taliban", "reported")},
        ),
        (
            "KHARKIV, May 6 - A baker died in Ukrainian shelling of the village of Pelm on Monday.",
            {("Ukraine", "reported")},
        ),
        (
            "YANGON, May 6 - A military air strike on a village in Sagaing killed 12 people on Monday.",
            {("military", "reported")},
        ),
        (
            "GOMA, May 6 - Fighters of the Allied Democratic Forces killed six farmers near Beni on Monday, the army "
            "said. The attackers left before troops came.",
            {("Allied Democratic Forces", "reported")},
        ),
        (
            "NABLUS, May 6 - Suspected extremists set fire to a house in Duma on Monday, killing a child. Soldiers "
            "searched for the arsonists.",
            {("Suspected extremists", "suspected")},
        ),
        (
            "QUETTA, May 6 - A bomb killed four people in a market in Quetta on Monday. Security forces took the "
            "injured to a hospital.",
            set(),
        ),
        (
            "ATHENS, May 6 - Coast guards beat migrants with sticks off Lesbos on Monday, a charity said, citing a "
            "video taken by passengers.",
            {("Coast guards", "accused")},
        ),
        (
            "BAMAKO, May 6 - Special forces stormed a hotel in Bamako on Monday to free guests held by gunmen, and "
            "nine people died.",
            {("gunmen", "reported")},
        ),
        (
            "NAIROBI, May 6 - Ten students were killed in Garissa on Monday. Joseph Mwangi told reporters that the "
            "attackers stormed the campus before dawn Thursday, took hostages and separated Christians from Muslims.",
            {("attackers", "reported")},
        ),
        (
            "ANKARA, May 6 - The Kurdistan Freedom Falcons, or TAK, said on its website that one of its fighters had "
            "carried out Sunday's attack in Ankara that killed 12 people.",
            {("Kurdistan Freedom Falcons", "claimed")},
        ),
        (
            "SANAA, May 6 - Thousands of people rallied in Sanaa on Monday to denounce Saudi air strikes.",
            {("Thousands of people", "reported")},
        ),
        (
            "JUAREZ, May 6 - Gunmen opened fire at a party in Juarez on Monday, killing six people. Drug cartels have "
            "fought for the routes since 2008.",
            {("Gunmen", "reported")},
        ),
        (
            "HOMS, May 6 - Russia said its long-range bombers had hit a fuel depot near Raqqa on Monday, killing two.",
            {("Russia", "claimed")},
        ),
        (
            "ALEPPO, May 6 - Nine shoppers were killed in regime airstrikes in Ariha on Monday.",
            {("regime", "reported")},
        ),
        (
            "MADRID, May 6 - Thousands of people flooded the main square of Madrid on Monday in a protest at rents.",
            {("Thousands of people", "reported")},
        ),
        (
            "ALEPPO, May 6 - The Green Dawn Front and allied rebel groups attacked the town of Pelm on Monday, killing "
            "nine soldiers.",
            {("Green Dawn Front", "reported"), ("allied rebel groups", "reported")},
        ),
        (
            "HOMS, May 6 - Army units in cooperation with allied militias killed nine rebels near Homs on Monday.",
            {("Army units", "reported"), ("allied militias", "reported")},
        ),
        (
            "HOMS, May 6 - Army units, together with local tribesmen, attacked the town of Palmyra on Monday, killing "
            "nine rebels.",
            {("Army units", "reported"), ("local tribesmen", "reported")},
        ),
        (
            "KIRKUK, May 6 - Iraqi troops, backed by coalition airstrikes, attacked the town of Hawija on Monday, "
            "killing nine militants.",
            {("Iraqi troops", "reported"), ("coalition", "reported")},
        ),
        (
            "MOSUL, May 6 - Iraqi forces retook the airport in Mosul, which had been held by Islamic State, on Monday.",
            {("Iraqi forces", "reported"), ("Islamic State", "reported")},
        ),
        (
            "ADEN, May 6 - Nine farmers were killed in clashes near Aden on Monday. The Southern Front said it was "
            "involved in the clashes.",
            {("Southern Front", "claimed")},
        ),
        (
            "DALLAS, May 6 - Five officers were killed in a sniper attack in Dallas on Monday.",
            {("sniper", "reported")},
        ),
        (
            "VIENNA, May 6 - A gunman killed four people in Vienna on Monday. Islamic State said a soldier of the "
            "caliphate was behind the attack.",
            {("gunman", "reported"), ("Islamic State", "claimed")},
        ),
        (
            "VIENNA, May 6 - A man stabbed three people in Vienna on Monday. Islamic State said the assailant was a "
            '"soldier of the caliphate".',
            {("man", "reported"), ("Islamic State", "claimed")},
        ),
        (
            "DHAKA, May 6 - Nine guests were hacked to death in Dhaka on Monday by militants, the army said. The "
            "government blames local extremists.",
            {("militants", "accused"), ("local extremists", "accused")},
        ),
        (
            "ANKARA, May 6 - Police detained 60 people on Monday as hundreds of marchers defied a ban on a parade.",
            {("Police", "reported"), ("hundreds of marchers", "reported")},
        ),
        (
            "BAGHDAD, May 6 - Iraqi F-16s bombed a hideout near Tikrit on Monday and killed four militants.",
            {("Iraqi F-16s", "reported")},
        ),
        (
            "BAMAKO, May 6 - A priest was abducted in Segou on Friday. The Green Dawn Front said it was holding the "
            "priest.",
            {("Green Dawn Front", "claimed")},
        ),
        (
            "MANILA, May 6 - Six sailors who had been held by Abu Sayyaf since they were abducted off Jolo in April "
            "were freed on Monday.",
            {("Abu Sayyaf", "reported")},
        ),
        (
            "GAZA, May 6 - Nine farmers were abducted near Gaza on Monday. The Green Dawn Front said it was holding "
            "talks with Egypt.",
            set(),
        ),
        (
            "BOGOTA, May 6 - The government has launched an offensive against drug traffickers after the murder of a "
            "senator, who was shot dead in Soacha on Friday.",
            set(),
        ),
        (
            "BAMAKO, May 6 - Troops launched an offensive against rebels near Kidal on Monday, killing nine of them.",
            {("Troops", "reported")},
        ),
        (
            "RENO, May 6 - A man police say shot two people at a bar in Reno on Monday was arrested on Tuesday.",
            {("man", "accused")},
        ),
        (
            "RENO, May 6 - Officers in Reno on Monday arrested a woman they say stabbed her husband.",
            {("woman", "accused")},
        ),
        (
            "RENO, May 6 - John Carver, who police say killed a clerk in Reno on Monday, was found in Utah.",
            {("John Carver", "accused")},
        ),
        (
            "SYLHET, May 6 - Hundreds of people, some of them thought to be from other towns, attacked a mosque in "
            "Sylhet with bricks on Monday.",
            {("Hundreds of people", "reported")},
        ),
        (
            "LAGOS, May 6 - Hundreds marched in Lagos on Monday in a protest at the killing of a student by soldiers.",
            {("Hundreds", "reported")},
        ),
        (
            "PARIS, May 6 - A man stabbed a clerk to death in Paris on Monday. Officers shot the attacker, who died "
            "at the scene.",
            {("man", "reported")},
        ),
        (
            "KADUNA, May 6 - At least 17 people were killed on Monday by herders in Kaduna. One officer was killed in "
            "an exchange of fire.",
            {("herders", "reported")},
        ),
        (
            "KABUL, May 6 - Overnight American aircraft struck Taliban positions in Kunduz, killing nine.",
            {("American aircraft", "reported")},
        ),
        (
            "NAIROBI, May 6 - Armed men, many in military uniform, raped or beat more than 125 women near Bentiu.",
            {("Armed men", "reported")},
        ),
        (
            "TRIPOLI, May 6 - Fighting between the 9th Brigade and the Grey Brigade killed six people in Tripoli on "
            "Monday. Clashes broke out after police detained a commander, Omar Hamza.",
            {("9th Brigade", "reported"), ("Grey Brigade", "reported"), ("police", "reported")},
        ),
        (
            "MARIUPOL, May 6 - Rockets fired from rebel positions killed 30 people in Mariupol on Monday, the council "
            "said. Monitors said the rockets came from areas held by the rebels.",
            {("rebel", "accused")},
        ),
        (
            "LEH, May 6 - Six Indian soldiers were beaten to death in a brawl with Chinese troops near Leh on Monday.",
            {("Six Indian soldiers", "reported"), ("Chinese troops", "reported")},
        ),
        (
            "LAHORE, May 6 - A mob beat a man to death in Lahore on Monday. Police fired in the air but failed to "
            "stop them.",
            {("mob", "reported")},
        ),
        (
            "JOS, May 6 - Mobs burned nine homes in Jos on Monday. The army, which was told to shoot on sight, set up "
            "roadblocks.",
            {("Mobs", "reported")},
        ),
        (
            "BARA, May 6 - The Taliban ambushed an army convoy in Bara on Monday and troops hit back with helicopters. "
            "Six soldiers died.",
            {("Taliban", "reported"), ("troops", "reported")},
        ),
        (
            "ANKARA, May 6 - Students rallied in Ankara on Monday at higher fees, and police detained nine of them.",
            {("Students", "reported"), ("police", "reported")},
        ),
        (
            "IZMIR, May 6 - Police in Izmir arrested John Carver on Monday. Officials accuse Carver of spying for "
            "rebels.",
            {("Police", "reported")},
        ),
        (
            "LYON, May 6 - Police arrested three men in Lyon on Monday over a fire at a bank. The Green Dawn Front "
            "claimed responsibility for the fire.",
            {("Police", "reported"), ("Green Dawn Front", "claimed")},
        ),
    ],
)
def test_who_did_it(extractor: dateline.Extractor, text: str, stances: set[tuple[str, str]]) -> None:
    told = {stance for record in extract(extractor, text) for stance in list_stances(record)}

    assert told == stances


@pytest.mark.parametrize(
    "text",
    [
        "HIT, May 6 - Backed by air strikes, troops battled rebels in the town of Hit on Monday, and nine people died.",
        "KIRKUK, May 6 - Troops, backed by coalition airstrikes, attacked Hawija on Monday, killing nine militants.",
    ],
)
def test_air_strikes_that_only_back_troops_are_part_of_the_fight(extractor: dateline.Extractor, text: str) -> None:
    types = [record.type for record in extract(extractor, text)]

    assert types == [EventType.ARMED_CLASH]


@pytest.mark.parametrize("answer", ["in answer to", "in reply to", "in response to"])
def test_what_an_act_answers_is_another_act(extractor: dateline.Extractor, answer: str) -> None:
    text = (
        f"ALEPPO, May 6 - Turkish jets bombed a village near Afrin on Monday {answer} a rocket attack on the town of "
        "Kilis that killed two."
    )

    types = [record.type for record in extract(extractor, text)]

    assert types == [EventType.AIRSTRIKE, EventType.SHELLING]


@pytest.mark.parametrize(
    ("text", "locality"),
    [
        ("BEIRUT, May 6 - A car bomb killed two in a rebel-held district of Aleppo on Monday.", "Aleppo"),
        ("BAGHDAD, May 6 - A car bomb killed two in a crowded district of Mosul on Monday.", "Mosul"),
    ],
)
def test_one_district_of_a_town_is_in_the_town(extractor: dateline.Extractor, text: str, locality: str) -> None:
    places = [record.place.locality for record in extract(extractor, text) if record.place is not None]

    assert places == [locality]

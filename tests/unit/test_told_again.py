"""Acts that later words only name: by their kind, by their town, or as what a crowd marches over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dateline.find.triggers import find_triggers, load_triggers
from dateline.records import EventType
from support.sentences import read
from support.stances import pairs
from support.stories import extract, list_stances, read_toll

if TYPE_CHECKING:
    import dateline

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rebels raided the post. The front said its men had carried out the Boni raid.", ["attack", "attack"]),
        ("Rebels raided the post. A raid by police in Gao followed.", ["attack", "arrest"]),
        ("The raid in Gao began at dawn.", ["arrest"]),
    ],
)
def test_a_raid_told_again_is_of_the_kind_told_before(text: str, kinds: list[str]) -> None:
    found = find_triggers(read(text), load_triggers())

    assert [mention.type for mention in found if mention.rule == "trigger:raid"] == [EventType(kind) for kind in kinds]


def test_a_name_in_capitals_before_a_comma_is_who_speaks() -> None:
    claims = pairs("JNIM, the local branch of al-Qaida, said its men had carried out the attack on the ferry.")

    assert ("claimed", True) in {(stance, actor.startswith("JNIM")) for actor, stance in claims}
    assert not any("Qa" in actor for actor, _ in claims)


def test_what_names_an_act_by_its_town_joins_it(extractor: dateline.Extractor) -> None:
    records = extract(
        extractor,
        "Gunmen overran an army post near Menaka on Sunday, killing five soldiers.\n\n"
        "A day earlier, a roadside bomb hit a supply convoy near Boni, killing two drivers.\n\n"
        "There was no claim for the Boni bombing, officials in Bamako, the capital of Mali, said.",
    )

    assert [read_toll(record)[0] for record in records] == [5, 2]


def test_a_killing_that_a_crowd_marches_over_is_the_one_told_below(extractor: dateline.Extractor) -> None:
    records = extract(
        extractor,
        "Hundreds of students barricaded a road in Jos on Monday to protest the killing of a colleague by suspected "
        "kidnappers.\n\nThe student, Blessing Okoro, was abducted along with two others from her hostel last Thursday. "
        "Her body was found on Sunday. The other two are still being held.",
        title="Students block Jos road over colleague's death",
    )

    assert {record.type.value: read_toll(record)[0] for record in records} == {"protest": None, "kidnapping": 1}


def test_who_is_denied_to_be_behind_a_bomb_leaves_its_dead(extractor: dateline.Extractor) -> None:
    (record,) = extract(
        extractor,
        "The PKK denied that it was behind a bomb which exploded in Van on Saturday, killing two officers and a girl.",
    )

    assert read_toll(record)[0] == 3
    assert list_stances(record) == {("PKK", "denied")}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A Ukrainian drone killed two farmers in the Russian village of Gorkovka-Zaley on Monday.", "RU"),
        ("Rebels killed two in the northern Burundian hamlet of Gasarara-Kibi, police in Kigali said.", "BI"),
        ("A drone killed two farmers in the Russian-held town of Oleshky in Ukraine on Monday.", "UA"),
    ],
)
def test_a_town_called_after_a_country_lies_there(extractor: dateline.Extractor, text: str, country: str) -> None:
    place = extract(extractor, text)[0].place

    assert place is not None
    assert place.country == country


def test_a_day_of_weeks_ago_is_that_of_the_act_told_with_it(extractor: dateline.Extractor) -> None:
    records = extract(
        extractor,
        "Eleven police officers were killed in an ambush near Toeni, in the northwest of Burkina Faso, the security "
        "ministry said on Thursday.\n\nA minibus taking mourners to a funeral struck a mine near Djibo on Wednesday, "
        "killing eight.\n\nNo group has said it was behind either attack. Al-Shabab is active in both areas and on "
        "Nov 14 overran a gendarmerie post at Inata, killing 53.",
        published=date(2021, 12, 23),
    )
    days = {read_toll(record)[0]: record.date.start for record in records if record.date}

    assert days[11] > date(2021, 12, 20)
    assert days[53] == date(2021, 11, 14)


def test_a_capital_in_which_a_bomb_went_off_did_not_do_it() -> None:
    told = pairs("The bombing of a shrine in Bangkok, which killed 20 people, shocked the country.")

    assert not any("Bangkok" in actor for actor, _ in told)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nine traders died in Kano on Monday. Residents named one of the dead as Rabi Musa, 52.", "Rabi Musa"),
        ("Two died in Gao on Monday. Police identified one of the attackers as Ali Sani, 30.", None),
    ],
)
def test_one_of_the_dead_is_named(extractor: dateline.Extractor, text: str, name: str | None) -> None:
    record = extract(extractor, text)[0]

    assert next((one.name for one in record.victims if one.name), None) == name


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gunmen shot a guard in Zamfara on Monday and made off with 30 people.", 30),
        ("Robbers shot a guard in Zamfara on Monday and made off with 30 cows.", None),
    ],
)
def test_who_is_made_off_with_is_kidnapped(extractor: dateline.Extractor, text: str, count: int | None) -> None:
    kidnapped = extract(extractor, text)[0].casualties.kidnapped

    assert (kidnapped.best if kidnapped else None) == count


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "Nine villagers were killed when gunmen attacked Bama on Sunday.\n\nThe army said on Wednesday it had "
            "tracked down and neutralised 14 of the attackers.",
            {9: 2, 14: 5},
        ),
        (
            "Gunmen attacked a police post in Bama on Sunday, killing two constables.\n\nThree days after the raid, "
            "troops killed 14 of the gunmen in an operation near Dikwa.",
            {2: 2, 14: 5},
        ),
        (
            "Armed men shot dead three patients in Tijuana on Tuesday, prosecutors said.\n\nA similar attack left 26 "
            "people dead at a centre in Irapuato on April 1.",
            {3: 4, 26: 1},
        ),
    ],
)
def test_a_hunt_for_raiders_is_an_act_with_its_own_day(
    extractor: dateline.Extractor, text: str, tolls: dict[int, int]
) -> None:
    records = extract(extractor, text, published=date(2021, 5, 6))

    assert {read_toll(record)[0]: record.date.start.day for record in records if record.date} == tolls


def test_the_victims_are_those_told_of_before(extractor: dateline.Extractor) -> None:
    (record,) = extract(
        extractor,
        "Armed men killed five people at a farm near Buenos Aires in Cauca, Colombia, authorities said.\n\nThe victims "
        "were playing cards in the village of Munchique on Tuesday night when six men opened fire. Three others were "
        "wounded.",
    )

    assert read_toll(record) == (5, 3)


def test_a_case_joins_its_bombing_as_it_turned_out(extractor: dateline.Extractor) -> None:
    (record,) = extract(
        extractor,
        "Imphal: A court on Wednesday remanded two men in connection with the bomb blast at Nagamapal which killed two "
        "labourers last October. One of them was seen leaving minutes before the explosion.\n\nFive others were "
        "injured in the blast on October 12.",
        published=date(2021, 5, 6),
    )

    assert read_toll(record) == (2, 5)
    assert record.date is not None
    assert record.date.start == date(2020, 10, 12)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "A cook was beaten to death in Kisii on Monday. On Tuesday his brothers set fire to the homes of two men.",
            {("beating", 3, "Kisii"), ("arson", 4, "Kisii")},
        ),
        (
            "Gunmen killed four people in Mopti on Saturday and two in Timbuktu on Sunday.",
            {("shooting", 1, "Mopti"), ("shooting", 2, "Timbuktu")},
        ),
        (
            "Hundreds marched in Lahore on Wednesday over the shooting of two lawyers in Multan on Monday.",
            {("protest", 5, "Lahore"), ("shooting", 3, "Multan")},
        ),
        ("Gunmen ambushed a bus near Berbera on Monday, killing three passengers.", {("shooting", 3, "Berbera")}),
        ("Rebels ambushed a bus near Berbera on Monday, killing two children.", {("shooting", 3, "Berbera")}),
        ("Rebels ambushed a patrol near Berbera on Monday, killing four soldiers.", {("armed_clash", 3, "Berbera")}),
        ("Police in Kano said on Wednesday that they had foiled a plot to bomb a church.", {("bombing", 5, "Kano")}),
        ("Two farmers were killed by a mine on the Mosul road on Monday.", {("bombing", 3, "Mosul")}),
        ("A bomb from the Second World War was defused in Hanover on Sunday.", set()),
        ("Rebels took over the town hall of Boma on Monday and painted slogans on its walls.", {("attack", 3, "Boma")}),
        ("The new director took over the town hall of Boma on Monday.", set()),
        (
            "Two aid workers held by militants in Mopti were freed on Monday, their employer said.",
            {("kidnapping", 3, "Mopti")},
        ),
    ],
)
def test_each_act_has_its_own_kind_day_and_town(
    extractor: dateline.Extractor, text: str, acts: set[tuple[str, int, str]]
) -> None:
    found = extract(extractor, text, published=date(2021, 5, 6))

    assert acts == {(r.type, r.date.start.day, r.place.locality) for r in found if r.date and r.place}


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "LIMA, 9 Jan 1990 (AP) - Authorities said former defense minister Jose Larrea was shot dead in Lima today."
            "\n\nPresident Alan Ruiz condemned the crime. Police are looking for the killers.\n\nLarrea, who was army "
            "commander and defense minister until May 1989, was riddled with bullets by three young men as he was "
            "getting out of his car in San Isidro, a residential quarter of Lima.",
            [["Jose Larrea"]],
        ),
        (
            "NAIROBI, 9 Jan 2015 (AP) - Hundreds mourned journalist Ann Otieno on Friday. Ann Otieno was shot dead in "
            "Nairobi on Monday.\n\nThe inquiry goes on. She had been threatened often.\n\nAnn Otieno, who had joined "
            "the paper in May 2013, was killed by two gunmen in Nairobi.",
            [["Ann Otieno"]],
        ),
        (
            "CHICAGO, Sept. 2, 2015 (AP) - Omar Price Jr., 15, was shot dead in a park in Chicago on Wednesday, police "
            "said.\n\nHis father, Omar Price Sr., was shot dead in Chicago in May 2013.",
            [["Omar Price Jr."], ["Omar Price Sr."]],
        ),
        (
            "BOGOTA, 16 Aug 1989 (AP) - Judge Luis Valencia was shot dead in Bogota on Wednesday. He was looking into "
            "the murders of editor Juan Cano and of Jaime Pardo, a party leader.\n\nJuan Cano was killed in Bogota in "
            "December 1986 and Jaime Pardo in October 1987.",
            [["Luis Valencia"], ["Juan Cano"]],
        ),
    ],
    ids=["in office until", "on the staff since", "father and son", "one of a list"],
)
def test_a_person_dies_once(extractor: dateline.Extractor, text: str, dead: list[list[str]]) -> None:
    told = [[victim.name for victim in record.victims if victim.name] for record in extract(extractor, text)]

    assert told == dead

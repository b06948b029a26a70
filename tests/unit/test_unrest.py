"""Protests, strikes and riots: what counts as one, who took part, who called it, what is another matter."""

from __future__ import annotations

import pytest

import dateline
from dateline.records import exactly

pytestmark = pytest.mark.slow


def _read(extractor: dateline.Extractor, text: str) -> tuple[dateline.Record, ...]:
    return extractor.extract(dateline.parse_article(text, source="-"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("DHAKA - Police with batons charged at opposition activists in Dhaka on 3 May 2019. Forty were hurt.", "riot"),
        ("PUNE: A mob ransacked the office of the registrar in Pune on 3 May 2019.", "riot"),
        ("JABALPUR: Students shouted slogans outside the college in Jabalpur on 3 May 2019.", "protest"),
        ("RIO DE JANEIRO - Marchers were driven back by police with pepper spray in Rio on 3 May 2019.", "protest"),
        ("SRINAGAR: Life in Srinagar came to a halt on 3 May 2019 in a shutdown called by traders.", "strike"),
    ],
)
def test_the_kind_is_what_the_crowd_or_the_police_did(extractor: dateline.Extractor, text: str, kind: str) -> None:
    assert [record.type for record in _read(extractor, text)] == [kind]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # Who calls it, whatever the tagger makes of the name.
        (
            "SRINAGAR: Life in Srinagar came to a halt on 3 May 2019 in a shutdown called by the Valley Conference.",
            ["Valley Conference"],
        ),
        (
            "DURBAN - The stay-away called by the Congress of Port Unions began in Durban on 3 May 2019.",
            ["Congress of Port Unions"],
        ),
        (
            "ROSARIO - A protest called by the Vientos de Sur movement blocked Rosario on 3 May 2019.",
            ["Vientos de Sur"],
        ),
        # Who leads it; where a march sets out has no part in it.
        (
            "Opposition leader Tom Odera led the march from Freedom Corner in Nairobi on 3 May 2019.",
            ["Tom Odera"],
        ),
    ],
)
def test_who_calls_or_leads_unrest_is_named(extractor: dateline.Extractor, text: str, actors: list[str]) -> None:
    (record,) = _read(extractor, text)

    assert [entry.actor for entry in record.attributions] == actors


def test_police_who_charge_at_a_crowd_are_not_held(extractor: dateline.Extractor) -> None:
    text = "DHAKA - Police with batons charged at opposition activists in Dhaka on 3 May 2019. Forty were hurt."

    (record,) = _read(extractor, text)

    assert record.casualties.arrested is None


@pytest.mark.parametrize(
    "text",
    [
        "SRINAGAR: A shutdown called by traders paralysed the Kashmir valley on 3 May 2019. In Baramulla, a youth was "
        "killed when troops opened fire on marchers.",
        "NEW DELHI: Workers of port unions went on a day-long strike on 3 May 2019. In Bengaluru, 20 bus drivers were "
        "beaten up by picketers.",
    ],
)
def test_who_is_hurt_in_one_town_is_not_of_the_strike_of_a_region(extractor: dateline.Extractor, text: str) -> None:
    strike, other = _read(extractor, text)

    assert (strike.type, strike.casualties.killed, strike.casualties.injured) == ("strike", None, None)
    assert other.type in ("shooting", "beating")


def test_a_shooting_of_another_week_is_not_of_the_strike(extractor: dateline.Extractor) -> None:
    text = (
        "RUSTENBURG, 10 August 2012 - Rock drill operators at a platinum mine near Rustenburg downed tools on Friday. "
        "The company went to court over the strike. Two workers were wounded when shots were fired at strikers on "
        "Saturday last week."
    )

    records = _read(extractor, text)

    assert {record.type: str(record.date.start) for record in records if record.date} == {
        "strike": "2012-08-10",
        "shooting": "2012-08-04",
    }


def test_the_end_of_the_march_is_no_month(extractor: dateline.Extractor) -> None:
    text = (
        "SANTIAGO, 16 June 2011 - Clashes broke out in Santiago at the end of the march on Thursday when youths threw "
        "stones at police."
    )

    (record,) = _read(extractor, text)

    assert record.date is not None
    assert str(record.date.start) == "2011-06-16"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("JOS - Muslims burned two churches and a market in Jos on 3 May 2019.", "riot"),
        (
            "MITROVICA - Eight people were killed in Mitrovica on 3 May 2019 when Albanians and Serbs fought with "
            "guns, grenades and stones.",
            "armed_clash",
        ),
        ("ROSARIO - Looters sacked two supermarkets in Rosario on 3 May 2019.", "riot"),
        ("ROSARIO - Mounted police charged the demonstrators in Rosario on 3 May 2019.", "riot"),
    ],
)
def test_fights_and_charges_of_crowds_are_told_by_what_was_done(
    extractor: dateline.Extractor, text: str, kind: str
) -> None:
    assert [record.type for record in _read(extractor, text)] == [kind]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "AHMEDABAD: Two persons were killed in police firing and 12 were hurt in Ahmedabad on 3 May 2019.",
            ["police"],
        ),
        (
            "DURBAN - Hundreds of thousands of civil servants went on strike in Durban on 3 May 2019.",
            ["Hundreds of thousands of civil servants"],
        ),
        (
            "HYDERABAD: A bandh called by the joint action committee began in Hyderabad on 3 May 2019.",
            ["joint action committee"],
        ),
        ("HONG KONG - Dockworkers went on strike in Hong Kong on 3 May 2019.", ["Dockworkers"]),
        # Who leads them is named beside them.
        (
            "LUCKNOW: Farmers led by party chief Ajit Rai squatted on the tracks at Modinagar on 3 May 2019.",
            ["Ajit Rai", "Farmers"],
        ),
        # A town in front is no part of who acts.
        ("Durban - Striking nurses threw stones at a bus in Durban on 3 May 2019.", ["Striking nurses"]),
    ],
)
def test_who_takes_part_is_told_in_full(extractor: dateline.Extractor, text: str, actors: list[str]) -> None:
    record = _read(extractor, text)[0]

    assert [entry.actor for entry in record.attributions] == actors


def test_a_union_on_strike_is_a_crowd(extractor: dateline.Extractor) -> None:
    text = "LIMA - A strike called by the Federation of Miners halted the trains of Lima on 3 May 2019."

    (record,) = _read(extractor, text)

    assert [(entry.actor, entry.kind) for entry in record.attributions] == [("Federation of Miners", "crowd")]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("RECIFE - Protesters smashed bank windows in Recife on 3 May 2019.", [("bank windows", "damaged")]),
        ("BOMBAY - Mobs attacked a temple, stoned buses and burnt a depot in Bombay on 3 May 2019.", None),
        (
            "GEORGE - Residents blocked a road in George on 3 May 2019 in a protest against poor housing.",
            [("a road", None)],
        ),
        ("HARARE - A bus strike stranded commuters in Harare on 3 May 2019.", []),
        ("ATHENS - A strike shut down schools and hospitals in Athens on 3 May 2019.", []),
        ("PATNA: Students clashed with police at Patna University in Patna on 3 May 2019.", []),
        (
            "CAPE TOWN - Protesters threw petrol bombs at a library in Cape Town on 3 May 2019.",
            [("a library", None)],
        ),
    ],
)
def test_targets_are_what_was_hit_or_blocked(
    extractor: dateline.Extractor, text: str, things: list[tuple[str, str | None]] | None
) -> None:
    record = _read(extractor, text)[0]

    found = [(target.text, target.effect) for target in record.targets]
    if things is None:
        assert not any(name.startswith("stoned") for name, _ in found)
    else:
        assert found == things


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # "Similar" protests elsewhere are others.
        (
            "PORT ELIZABETH, 26 May 2005 - Residents stoned cars in Port Elizabeth on Wednesday. Similar protests took "
            "place in Cape Town last week, in which a clinic was burnt.",
            ["riot", "protest"],
        ),
        # Whose funeral it is was killed before.
        (
            "ATHENS, 9 December 2008 - Students hurled stones at police in Athens on Tuesday before the funeral of a "
            "boy shot dead by police on Saturday.",
            ["riot", "shooting"],
        ),
        (
            "TEHRAN, 20 June 2009 - Riot police used tear gas to break up a rally in Tehran on Saturday. A suicide "
            "bomber wounded two people at a shrine in Tehran.",
            ["protest", "suicide_bombing"],
        ),
        # What befell a boy in the midst of a protest is of it.
        (
            "NELSPRUIT, 8 May 2014 - A boy was shot dead during a protest in Nelspruit on Wednesday. Residents had "
            "blockaded the road with stones. Five officers were injured.",
            ["shooting"],
        ),
    ],
)
def test_unrest_is_told_apart_from_other_acts(extractor: dateline.Extractor, text: str, types: list[str]) -> None:
    assert sorted(record.type for record in _read(extractor, text)) == sorted(types)


def test_who_will_appear_in_court_on_charges_is_held(extractor: dateline.Extractor) -> None:
    text = (
        "CAPE TOWN - Protesters looted a store in Cape Town on 3 May 2019. Ten people will appear in the magistrate's "
        "court on charges of public violence."
    )

    record = _read(extractor, text)[0]

    assert record.casualties.arrested is not None
    assert record.casualties.arrested.best == 10


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # A town of a longer name in a province told of is no city of the shorter.
        (
            "Protesters burned a bus in Durban on 3 May 2019. Factories in the Western Cape were closed.",
            (None, "Durban"),
        ),
        # A stadium on the map lies in the dateline's town.
        (
            "RIO DE JANEIRO - Marchers clashed with police near the Maracana stadium on 3 May 2019.",
            ("Maracana stadium", "Rio de Janeiro"),
        ),
    ],
)
def test_the_city_of_unrest_is_found(extractor: dateline.Extractor, text: str, place: tuple[str | None, str]) -> None:
    record = _read(extractor, text)[0]

    assert record.place is not None
    assert (record.place.site, record.place.locality) == place


def test_riots_called_by_their_year_are_no_part_of_todays_protest(extractor: dateline.Extractor) -> None:
    text = (
        "DELHI, 1 July 2016 - The commission on the 1984 riots, in which mobs killed nearly 3,000 people in Delhi, was "
        "given six more months on Friday. Relatives of the dead staged a sit-in outside the home ministry."
    )

    protest = next(record for record in _read(extractor, text) if record.type == "protest")

    assert protest.casualties.killed is None
    assert protest.date is not None
    assert str(protest.date.start) == "2016-07-01"


@pytest.mark.parametrize(
    ("text", "types", "killed"),
    [
        # What a crowd rose after is another matter, whether by itself an incident or not.
        (
            "DHAKA - Protesters torched two police cars in Dhaka on 3 May 2019 after a student died in custody.",
            "riot",
            None,
        ),
        (
            "KANO - A mob burned a lorry in Kano on 3 May 2019 after it killed two girls. Youths smashed shops.",
            "riot",
            None,
        ),
        ("GAYA: Villagers blocked a road near Gaya on 3 May 2019 after a boy was electrocuted.", "protest", None),
        ("KINGSTON - Residents took to the streets on 3 May 2019 after soldiers killed two men.", "protest", None),
        # What comes behind "after" may be how people died in the unrest itself.
        ("KISUMU - Five marchers were shot dead in Kisumu on 3 May 2019 after police fired on a march.", "shooting", 5),
    ],
)
def test_those_a_crowd_rose_for_did_not_die_in_the_unrest(
    extractor: dateline.Extractor, text: str, types: str, killed: int | None
) -> None:
    record = next(record for record in _read(extractor, text) if record.role == "main")

    assert (record.type, record.casualties.killed and record.casualties.killed.best) == (types, killed)


def test_the_clashes_are_those_of_the_protest_and_not_of_its_cause(extractor: dateline.Extractor) -> None:
    text = (
        "TUNIS - Protests erupted in Kasserine on 3 May 2019 after police shot dead a vendor. Six officers were hurt "
        "in the clashes."
    )

    found = {record.type: record.casualties for record in _read(extractor, text)}

    assert found["protest"].injured == exactly(6)
    assert found["protest"].killed is None
    assert found["shooting"].killed == exactly(1)
    assert found["shooting"].injured is None


@pytest.mark.parametrize(
    ("text", "kind", "actors", "category"),
    [
        ("LAHORE - A mob killed a man accused of blasphemy in Lahore on 3 May 2019.", "attack", ["mob"], "civilian"),
        (
            "MALDA - Villagers beat to death a man accused of kidnapping children in Malda on 3 May 2019.",
            "beating",
            ["Villagers"],
            "civilian",
        ),
        (
            "GAZA - Gunmen shot dead a man suspected of working for Israel in Gaza City on 3 May 2019.",
            "shooting",
            ["Gunmen"],
            "civilian",
        ),
        # Whom the police shoot may be who did it.
        (
            "NICE - Police shot dead a man suspected of stabbing two people at a market in Nice on 3 May 2019.",
            "stabbing",
            ["man"],
            "perpetrator",
        ),
    ],
)
def test_those_punished_for_what_they_are_accused_of_are_victims(
    extractor: dateline.Extractor, text: str, kind: str, actors: list[str], category: str
) -> None:
    (record,) = _read(extractor, text)

    assert (record.type, [entry.actor for entry in record.attributions]) == (kind, actors)
    assert record.victims[0].category == category
    assert record.casualties.kidnapped is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KANO - Gunmen attacked a market in Kano on 3 May 2019. Four suspects were arrested.", "shooting"),
        ("TEHRAN - A crowd attacked an embassy in Tehran on 3 May 2019. Police made 40 arrests.", "riot"),
        # What is told behind the arrest is why.
        ("KANO - Police arrested four suspects in Kano on 3 May 2019. They are said to have attacked farms.", "arrest"),
    ],
)
def test_an_arrest_behind_an_attack_is_what_came_of_it(extractor: dateline.Extractor, text: str, kind: str) -> None:
    assert [record.type for record in _read(extractor, text)] == [kind]


def test_those_burned_to_death_by_a_crowd_are_its_victims(extractor: dateline.Extractor) -> None:
    text = "ACATLAN - Residents burned to death two men whom they accused of taking children in Acatlan on 3 May 2019."

    (record,) = _read(extractor, text)

    assert record.casualties.killed == exactly(2)
    assert [victim.text for victim in record.victims] == ["two men"]

"""How far an act went, and whether it was one: threats, false alarms, plots, old bombs."""

from __future__ import annotations

import pytest

import dateline

THREATS = [
    (
        "The tram depot in Graz was evacuated on Monday after a caller threatened to blow it up.",
        "bombing",
        "tram depot",
    ),
    ("A synagogue in Malmo received a letter on Monday threatening to burn it down.", "arson", "synagogue"),
    ("Two colleges in Brno were closed on Monday after bomb threats were sent by email.", "bombing", "colleges"),
    (
        "A little-known group issued a statement on Monday threatening attacks on the Greek consulate in Varna.",
        "attack",
        "consulate",
    ),
    ("A man called a judge in Oruro on Monday and threatened to kill his children.", "attack", None),
    ("The Red Dawn Front warned on Monday that it will blow up the Dutch consulate in Varna.", "bombing", "consulate"),
    ("A group of ranchers said on Monday they would attack the land office in Oruro.", "attack", "land office"),
    ("A drug gang vowed to kill prosecutor Ana Ruiz if she does not leave Oruro.", "attack", None),
    ("A gang that calls itself the Black Hand has threatened to kill union leader Ivan Petrov.", "attack", None),
    ("Omar Cole, 24, was charged on Monday with threatening to shoot up a school in Tempe.", "shooting", "school"),
]


def tell(extractor: dateline.Extractor, text: str) -> list[dateline.Record]:
    """Return the records of a short wire story."""
    story = f"VIENNA, May 7, 2019 - {text}"
    return list(extractor.extract(dateline.parse_article(story, source="-")))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "kind", "thing"), THREATS, ids=[kind + str(n) for n, (_, kind, _) in enumerate(THREATS)]
)
def test_a_threat_at_one_place_or_person_is_an_incident(
    extractor: dateline.Extractor, text: str, kind: str, thing: str | None
) -> None:
    (record,) = tell(extractor, text)

    assert (record.type.value, record.stage.value) == (kind, "threatened")
    assert thing is None or [thing in target.text for target in record.targets] == [True]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "An Islamist group vowed on Monday to attack tourists who stay in Luxor.",
        "North Korea threatened on Monday to strike U.S. bases in Guam.",
        "The defence minister threatened to hit back at Gaza if rocket fire resumes.",
        "The flood threatened to destroy a village near Graz.",
        "The army said on Monday it would attack the rebel base in Kolda.",
        "Officials warned on Monday that rebels would bomb the station in Kolda.",
    ],
)
def test_talk_of_war_is_no_threat_of_one_act(extractor: dateline.Extractor, text: str) -> None:
    assert tell(extractor, text) == []


@pytest.mark.slow
def test_what_captors_threaten_is_part_of_the_taking(extractor: dateline.Extractor) -> None:
    text = (
        "Kidnappers holding the wife of a trader have threatened to kill her unless a ransom is paid by Friday. "
        "She was seized from her home in Linz on Sunday by four armed men."
    )

    (record,) = tell(extractor, text)

    assert (record.type.value, record.stage.value) == ("kidnapping", "accomplished")
    assert record.date is not None
    assert record.date.start.day == 5


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "A bomb scare at a station in Graz turned out to be a false alarm on Monday.",
        "Reports of a shooting at a clinic in Linz on Monday were unfounded, police said.",
        "Police said on Monday that a report of a stabbing at a school in Wels was false.",
        "A caller said that bombs were planted at two stations in Graz on Monday. The call turned out to be a hoax.",
        "Panic at a mall in Graz was caused by balloons, not gunshots. Someone shouted that a man was shooting.",
        "A suspicious box found at a bank in Linz on Monday proved harmless. It held a pair of shoes.",
    ],
)
def test_false_alarms_are_no_incidents(extractor: dateline.Extractor, text: str) -> None:
    assert tell(extractor, text) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A man shot two people at a school in Graz on Monday. Rumours of a second gunman proved false.", "shooting"),
        ("A pipe bomb exploded in a bin in Graz on Monday. A second device turned out to be a hoax.", "bombing"),
        (
            "A suicide bomber blew himself up at a checkpoint in Linz on Monday before he could reach a market.",
            "suicide_bombing",
        ),
    ],
)
def test_what_did_not_come_about_takes_nothing_from_what_did(
    extractor: dateline.Extractor, text: str, kind: str
) -> None:
    (record,) = tell(extractor, text)

    assert (record.type.value, record.stage.value) == (kind, "accomplished")


PLOTS = [
    ("Police broke up a cell that planned to bomb a hotel in Graz on Monday. Five men were arrested.", "bombing"),
    ("Police arrested two men on Monday who were planning to carry out a shooting at a mall in Graz.", "shooting"),
    ("Two brothers were jailed on Monday for plotting to blow up a synagogue in Wels.", "bombing"),
    ("The police prevented an attack on a barracks in Linz on Monday. A man was detained.", "attack"),
    ("A man was on his way to carry out a suicide bombing at a bank in Graz when he was stopped.", "suicide_bombing"),
    ("A suicide bomber was shot dead before he could enter a church in Linz on Monday.", "suicide_bombing"),
    ("Troops found a car full of explosives near a base in Linz on Monday and blew it up.", "bombing"),
    ("Troops found a bomb near Linz on Monday. It was detonated in a controlled explosion.", "bombing"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("text", "kind"), PLOTS, ids=[str(number) for number in range(len(PLOTS))])
def test_what_was_stopped_before_it_came_about_is_foiled(extractor: dateline.Extractor, text: str, kind: str) -> None:
    (record,) = tell(extractor, text)

    assert (record.type.value, record.stage.value) == (kind, "foiled")


@pytest.mark.slow
def test_who_is_caught_for_his_trade_is_arrested(extractor: dateline.Extractor) -> None:
    text = "Troops captured a rebel leader in Linz on Monday. He was planning attacks on patrols."

    (record,) = tell(extractor, text)

    assert (record.type.value, record.stage.value) == ("arrest", "accomplished")


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Experts defused a British bomb from World War II in Graz on Monday. Builders had found it.",
        "Police carried out a controlled explosion of a wartime shell in Linz on Monday.",
        "Crews destroyed 30 cluster bombs left over from the Vietnam War near Graz on Monday.",
        "Two soldiers were killed when a mortar shell exploded during a drill near Linz on Monday.",
    ],
)
def test_old_bombs_and_drills_are_no_incidents(extractor: dateline.Extractor, text: str) -> None:
    assert tell(extractor, text) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Two boys were killed in Graz on Monday when a mine laid by rebels exploded.",
        "A car bomb killed two people in Aleppo on Monday, one of many such bombs in the civil war.",
        "Rebels attacked soldiers during a drill near Linz on Monday, killing two with a mortar shell.",
    ],
)
def test_who_is_harmed_by_arms_of_today_is_harmed_by_an_act(extractor: dateline.Extractor, text: str) -> None:
    (record,) = tell(extractor, text)

    assert record.casualties.killed is not None
    assert record.casualties.killed.best == 2


@pytest.mark.slow
def test_what_was_thrown_and_did_not_burn_was_an_attempt(extractor: dateline.Extractor) -> None:
    (record,) = tell(extractor, "A petrol bomb thrown at a synagogue in Graz on Monday failed to ignite.")

    assert record.stage.value == "attempted"


THEFTS = [
    (
        "Men with knives stole a car from a couple at a petrol station in Graz on Monday.",
        "robbery",
        [("a car", "taken")],
    ),
    (
        "Thieves broke into a bank in Linz on Monday through a tunnel and emptied its safe.",
        "robbery",
        [("a bank", None)],
    ),
    ("Armed men seized a tanker off Trieste on Monday with its crew aboard.", "hijacking", [("a tanker", "taken")]),
]


@pytest.mark.slow
@pytest.mark.parametrize(("text", "kind", "things"), THEFTS, ids=[text[:16] for text, _, _ in THEFTS])
def test_what_was_taken_and_from_where(
    extractor: dateline.Extractor, text: str, kind: str, things: list[tuple[str, str | None]]
) -> None:
    (record,) = tell(extractor, text)

    assert record.type.value == kind
    assert [(thing.text, thing.effect) for thing in record.targets] == things


SITES = [
    ("A man was stabbed to death in a bar in Graz on Monday.", "bar"),
    ("A pupil stabbed a teacher in a classroom in Linz on Monday.", "classroom"),
    ("Gunmen shot dead a trader as he left a mosque in Graz on Monday.", "mosque"),
    ("Gunmen kidnapped two nurses at a checkpoint near Linz on Monday.", "checkpoint"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("text", "site"), SITES, ids=[site for _, site in SITES])
def test_where_one_or_two_were_hurt_is_a_site_and_no_target(
    extractor: dateline.Extractor, text: str, site: str
) -> None:
    (record,) = tell(extractor, text)

    assert record.targets == ()
    assert record.place is not None
    assert record.place.site == site


@pytest.mark.slow
def test_where_many_were_shot_is_a_target(extractor: dateline.Extractor) -> None:
    (record,) = tell(extractor, "Gunmen killed 14 people in a nightclub in Graz on Monday.")

    assert [thing.text for thing in record.targets] == ["a nightclub"]


@pytest.mark.slow
def test_what_somebody_says_he_does_as_a_rule_is_no_claim(extractor: dateline.Extractor) -> None:
    text = "The ministry says it hits only rebel positions. Warplanes struck a market in Linz on Monday, killing 14."

    (record,) = tell(extractor, text)

    assert [thing.text for thing in record.targets] == ["a market"]


@pytest.mark.slow
def test_aircraft_that_flatten_a_house_strike_it(extractor: dateline.Extractor) -> None:
    (record,) = tell(extractor, "Israeli aircraft flattened a 14-storey tower in Gaza City on Monday.")

    assert record.type.value == "airstrike"
    assert [(thing.text, thing.effect) for thing in record.targets] == [("a 14-storey tower", "destroyed")]


@pytest.mark.slow
def test_fires_told_behind_a_blast_came_of_it(extractor: dateline.Extractor) -> None:
    text = (
        "Missiles struck a hostel in Graz on Monday, killing seven. The three-storey building was destroyed. "
        "Windows were blown out in a school and a tram depot was set ablaze."
    )

    (record,) = tell(extractor, text)

    assert record.type.value == "shelling"
    assert [(thing.text, thing.effect) for thing in record.targets] == [
        ("a hostel", "destroyed"),
        ("a school", "damaged"),
        ("a tram depot", "damaged"),
    ]


@pytest.mark.slow
def test_since_when_a_house_stands_empty_dates_no_act(extractor: dateline.Extractor) -> None:
    text = (
        "Gunmen attacked the village of Arnfels on Saturday, killing 11 people and burning the market. "
        "The police post, empty since December, was also ransacked."
    )

    (record,) = tell(extractor, text)

    assert record.date is not None
    assert record.date.start.isoformat() == "2019-05-04"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Two bombs went off outside banks in Graz on Friday and a third was deactivated by police.", "accomplished"),
        ("A bomb exploded outside a bank in Graz, and police defused another one at a hotel.", "accomplished"),
        ("A bomb planted outside a bank in Graz was defused by police before it exploded.", "foiled"),
    ],
)
def test_what_went_off_was_not_stopped_by_what_was_done_to_another(
    extractor: dateline.Extractor, text: str, stage: str
) -> None:
    assert [record.stage.value for record in tell(extractor, text)] == [stage]

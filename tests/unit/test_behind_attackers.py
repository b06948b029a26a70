"""Whose the craft, the shells and the killers were, and who sent them, in short stories read whole."""

from __future__ import annotations

import pytest

import dateline
from support.stories import extract, list_stances, read_toll

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "MANILA, May 6 - Two gunmen shot a mayor dead on Monday. Police said the gunmen were hired by a rival "
            "politician, Ben Lacson.",
            {("Two gunmen", "reported"), ("Ben Lacson", "accused")},
        ),
        (
            "COLOMBO, May 6 - A man shot an editor dead on Monday. The gunman had been paid by the editor's former "
            "partner, Ravi Silva, police said.",
            {("man", "reported"), ("Ravi Silva", "accused")},
        ),
        (
            "NAIROBI, May 6 - Masked men hacked a couple to death on Monday. Detectives believe the couple's nephew "
            "hired them.",
            {("Masked men", "reported"), ("couple's nephew", "suspected")},
        ),
        (
            "BEIRUT, May 6 - A drone struck a car near Tyre on Monday, killing two. Lebanon said the drone was "
            "Israeli.",
            {("Israel", "accused")},
        ),
        (
            "IDLIB, May 6 - Warplanes bombed a clinic on Monday. Activists said they were Russian.",
            {("Russia", "accused")},
        ),
        ("HELSINKI, May 6 - A jet believed to be Russian bombed an islet on Monday.", {("Russia", "suspected")}),
        (
            "IDLIB, May 6 - Warplanes, believed to belong to the regime, bombed a clinic on Monday.",
            {("regime", "suspected")},
        ),
        (
            "DONETSK, May 6 - A shell hit a bus on Monday. Kiev said the shell came from rebel positions.",
            {("rebel", "accused")},
        ),
        (
            "KIDAL, May 6 - Rockets launched from jihadist bases in the hills killed a peacekeeper on Monday.",
            {("jihadist", "reported")},
        ),
        (
            "TUNIS, May 6 - Two policemen were shot dead on Monday. The interior minister said the killers were "
            "members of the Uqba brigade.",
            {("members of the Uqba brigade", "accused")},
        ),
        (
            "MOGADISHU, May 6 - A car bomb killed seven on Monday. Al Shabaab, which wants to topple the government, "
            "was quick to say it did it.",
            {("al-Shabaab", "claimed")},
        ),
        (
            "TEHRAN, May 6 - A scientist was shot dead on Monday. Iran blamed Israel; Israel's government denied it.",
            {("Israel", "accused"), ("Israel", "denied")},
        ),
        (
            "BOGOTA, May 6 - A union leader was shot dead on Monday. His widow said paramilitaries had threatened him "
            "and she holds them responsible.",
            {("paramilitaries", "accused")},
        ),
    ],
)
def test_those_behind_the_attackers_are_told(
    extractor: dateline.Extractor, text: str, stances: set[tuple[str, str]]
) -> None:
    (record,) = extract(extractor, text)

    assert list_stances(record) == stances


def test_the_craft_that_was_shot_down_struck_nothing(extractor: dateline.Extractor) -> None:
    text = "ANKARA, May 6 - A jet was shot down on Monday, killing its pilot. Moscow said the jet was Russian."

    assert all(("Russia", "accused") not in list_stances(record) for record in extract(extractor, text))


@pytest.mark.parametrize(
    ("text", "locality"),
    [
        ("JERUSALEM, May 6 - Police shot a woman at Damascus Gate on Monday.", "Jerusalem"),
        ("MEXICO CITY, May 6 - Gunmen of the Sinaloa cartel killed two farmers on Monday.", "Mexico City"),
        ("PATTANI, May 6 - A volunteer, Somchai Bali, was shot in the eye on Monday. Bali is in hospital.", "Pattani"),
    ],
)
def test_names_that_hold_a_town_place_nothing_there(extractor: dateline.Extractor, text: str, locality: str) -> None:
    (record,) = extract(extractor, text)

    assert record.place is not None
    assert record.place.locality == locality


@pytest.mark.parametrize(
    "text",
    [
        "The barn of a Serb family was set on fire. It was the second such attack.",
        "Rebels killed an affiliate of a rival party in Jaffna on Monday.",
    ],
)
def test_a_text_of_one_or_two_sentences_needs_no_more(extractor: dateline.Extractor, text: str) -> None:
    assert len(extract(extractor, text)) == 1


def test_what_the_one_suspected_did_before_is_another_act(extractor: dateline.Extractor) -> None:
    text = (
        "ATHENS, Nov 5, 2018 - A bomb went off outside a court in Athens on Monday.\n\n"
        "Police suspect an anarchist group, Popular Fighters, which bombed a television station last December."
    )

    told = [list_stances(record) for record in extract(extractor, text)]

    assert told == [{("Popular Fighters", "suspected")}, {("Popular Fighters", "reported")}]


def test_one_told_anew_beside_the_dead_is_hurt(extractor: dateline.Extractor) -> None:
    text = (
        "Two held after taxi driver shot in Durban\n\n"
        "DURBAN - Two men were arrested on Tuesday for the murder of a taxi driver in Umlazi on Sunday night.\n\n"
        "The driver, Sipho Dlamini, 47, was shot five times. A woman passenger was hit in the leg."
    )
    (record,) = extract(extractor, text)

    assert read_toll(record) == (1, 1)
    assert list_stances(record) == {("Two men", "accused")}


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        (
            "JERUSALEM, June 14, 2019 - Israeli jets bombed a base in Gaza on Friday after militants fired two rockets "
            "at Sderot.",
            [("airstrike", "Gaza"), ("shelling", "Sderot")],
        ),
        (
            "JERUSALEM, June 14, 2019 - Israeli planes attacked Gaza on Friday, hours after a rocket hit a house in "
            "Beersheba.",
            [("airstrike", "Gaza"), ("shelling", "Beersheba")],
        ),
        (
            "SRINAGAR, June 14, 2019 - Indian troops fired mortars at posts in Kotli on Friday after a soldier was "
            "shot dead in Poonch.",
            [("shelling", "Kotli"), ("shooting", "Punch")],
        ),
    ],
)
def test_an_act_and_what_it_answers_elsewhere_are_two(
    extractor: dateline.Extractor, text: str, towns: list[tuple[str, str]]
) -> None:
    told = [(record.type.value, record.place and record.place.locality) for record in extract(extractor, text)]

    assert told == towns


def test_children_who_were_taken_are_no_suspects(extractor: dateline.Extractor) -> None:
    text = "Gunmen seized 73 pupils in Kaya on Monday. Police and soldiers are searching for the children."
    (record,) = extract(extractor, text)

    assert list_stances(record) == {("Gunmen", "reported")}


def test_a_headline_of_some_of_the_hurt_leaves_room_for_more(extractor: dateline.Extractor) -> None:
    text = (
        "Three officers hurt as march ends in clashes\n\n"
        "PARIS, May 1, 2019 - Hooded youths threw bottles in Paris on Wednesday. Three officers and 21 marchers were "
        "injured, the ministry said."
    )
    (record,) = extract(extractor, text)

    assert read_toll(record) == (None, 24)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("A bomb left outside a court in Athens was blown up by police on Monday after a warning.", "foiled"),
        ("Police blew up a bomb that had been left outside a court in Athens on Monday.", "foiled"),
        ("Army experts detonated the device near a school in Athens on Monday.", "foiled"),
        ("Soldiers blew up a house in Jenin on Monday.", "accomplished"),
    ],
)
def test_a_bomb_that_police_set_off_was_foiled(extractor: dateline.Extractor, text: str, stage: str) -> None:
    (record,) = extract(extractor, text)

    assert record.stage.value == stage
    assert stage == "accomplished" or not list_stances(record)

from __future__ import annotations

from datetime import date

import pytest

from dateline.read.datelines import dateline_day, find_dateline, find_header_date, find_inner_dateline, split_stamp


def place_of(text: str, *, all_caps: bool = False) -> str | None:
    found = find_dateline(text, all_caps=all_caps)
    return None if found is None or found.place is None else found.place.of(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KABUL, Jan. 25 (AP) — A bomb went off.", "KABUL"),
        ("KABUL, Afghanistan (Nov. 9) — A force held a man.", "KABUL, Afghanistan"),
        ("KABUL, Afghanistan (August 19, 2011)", "KABUL, Afghanistan"),
        ("KABUL, Afghanistan (Aug. 4) In Khost province, a force held a man.", "KABUL, Afghanistan"),
        ("TIKRIT, IRAQ — Fighters took the town.", "TIKRIT, IRAQ"),
        ("WHITE HOUSE — The president spoke.", "WHITE HOUSE"),
        ("CARACAS — Students marched.", "CARACAS"),
        ("PORT-AU-PRINCE, Haiti (Reuters) - Two men were shot.", "PORT-AU-PRINCE, Haiti"),
        ("BAGHDAD (Reuters) - A car bomb killed two.", "BAGHDAD"),
        ("WASHINGTON (RNS) Leaders praised the move.", "WASHINGTON"),
        ("GAZA CITY Three people died in a blast on Monday.", "GAZA CITY"),
        ("TRIPOLI A rocket hit the airport on Monday.", "TRIPOLI"),
        ("RENO, N.M. (KQRS) – Police shot a man.", "RENO, N.M."),
        ("(CBS/AP) DENVER - Two died.", "DENVER"),
        ("Aleppo, SANA - A shell fell on a school.", "Aleppo"),
        ("Damascus, SANA_ Two were wounded.", "Damascus"),
        ("DALLAS/FORT WORTH, TX — Police held two men.", "DALLAS/FORT WORTH, TX"),
        ("QUITO, CHILE-A former minister was shot.", "QUITO, CHILE"),
        ("Maputo – Police held two men after the raid.", "Maputo"),
        ("Nairobi, Kenya, 5 May 2014 (AFP) - Gunmen fired.", "Nairobi, Kenya"),
        ("new delhi: the minister on thursday spoke of the riots.", "new delhi"),
        (
            "SRINAGAR: Two soldiers were killed when a grenade went off near a camp in the north on Monday, "
            "the army said in a brief note.",
            "SRINAGAR",
        ),
        ("GREECE.  A bomb was found at a bank.", "GREECE"),
    ],
)
def test_the_place_of_a_dateline_is_found(text: str, place: str) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] TWO MEN WERE SHOT.", "SAN SALVADOR"),
        ("MADRID (SPAIN), 26 JAN 89 (RNE) -- [TEXT] THE MINISTER SPOKE.", "MADRID (SPAIN)"),
        ("LIMA, NO DATE (CANAL DOS) -- [TEXT] THE MINISTER SPOKE.", "LIMA"),
        ("CLANDESTINE, 8 JAN 90 (RADIO LIBRE) -- [TEXT] TWO MEN WERE SHOT.", None),
        ("THE MINISTER SAID: THE ARMY WILL STAY.", None),
        ("BOGOTA -- A WORD THAT STANDS IN CAPITALS LIKE ALL THE OTHERS", None),
    ],
)
def test_capitals_alone_mark_no_place_in_a_text_of_capitals(text: str, place: str | None) -> None:
    assert place_of(text, all_caps=True) == place


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Kabul on Monday.",
        "UPDATE: Two more people have died, police said on Monday, which brings the toll to nine in all.",
        "BREAKING — Shots were heard.",
        "BREAKING A bomb has gone off near the station.",
        "REUTERS The minister has gone home.",
        "Police: Boy shot in leg",
        "Reuters Sunday 12 Jun 2016",
        "Wed 05 Apr 2017",
        "Two men - one armed - fled.",
        "NATO (the alliance) said so.",
        "May 5, 2014 - A bomb went off.",
        "She said: “We heard a blast.”",
        "The town — long held by rebels — fell.",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert place_of(text) is None


def test_the_date_of_a_dateline_counts_when_its_year_is_printed() -> None:
    assert dateline_day(find_dateline("KABUL, Afghanistan (May 5, 2011)"), headers="") == date(2011, 5, 5)
    assert dateline_day(find_dateline("LIMA, 9 JAN 90 -- [TEXT] X", all_caps=True), headers="") == date(1990, 1, 9)


def test_the_date_of_a_dateline_without_a_year_is_none() -> None:
    assert dateline_day(find_dateline("KABUL, Jan. 25 (AP) — A bomb went off."), headers="") is None
    assert dateline_day(find_dateline("KABUL, Afghanistan (May 15)"), headers="") is None


def test_the_number_of_a_press_release_gives_the_year() -> None:
    found = find_dateline("KABUL, Afghanistan (Nov. 9) — A force held a man.")

    assert dateline_day(found, headers="2012-11-S-012") == date(2012, 11, 9)
    assert dateline_day(found, headers="2012-10-S-012") is None


def test_a_header_line_gives_the_day() -> None:
    blocks = ["Joint Command Evening Update May 7, 2011", "Two were held."]

    assert find_header_date(blocks, headers=[True, False]) == date(2011, 5, 7)
    assert find_header_date(["Vote set for May 7, 2011 in two towns"], headers=[True]) is None


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("30 October 2016 Three people died.", "Three people died."),
        ("Reuters Sunday 12 Jun 2016 Air strikes killed two.", "Air strikes killed two."),
        ("Posted on April 19 2017 Six people died.", "Six people died."),
        ("Posted on April 19 2017 by Ann Lee Six people died.", "Posted on April 19 2017 by Ann Lee Six people died."),
        ("28.05.2017(updated 1549 28.05.2017) A strike killed two.", "A strike killed two."),
        ("On 30 October 2016 three people died.", "On 30 October 2016 three people died."),
        ("Three people died.", "Three people died."),
    ],
)
def test_a_date_line_before_the_story_is_parted_from_it(text: str, story: str) -> None:
    assert text[split_stamp(text) :] == story


def test_a_dateline_within_a_line_ends_its_headline() -> None:
    text = "Two killed in blast in E. Ghazni: official KABUL, Dec. 13 (Xinhua) -- Two people died."

    at = find_inner_dateline(text)

    assert at is not None
    assert text[at:].startswith("KABUL, Dec. 13")
    assert find_inner_dateline("Two people died. NATO — which leads the force — spoke.") is None

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import dateline.read.cues as cues_module
from dateline.read.cues import find_authors, is_byline, is_caption, is_furniture, is_heading, is_person_name

FURNITURE = tomllib.loads(Path(cues_module.__file__).with_name("layout.toml").read_text(encoding="utf-8"))["furniture"]


@pytest.mark.parametrize(
    "text",
    [
        "FILE - A guard stands outside the courthouse in Accra.",
        "File photo",
        "Photo by Ann Lee",
        "AP Photo/Bo Chen",
        "In this May 4, 2015 photo, a fisherman mends a net near Bissau.",
        "A shopkeeper looks at the damage. (Ana Diaz/Reuters)",
        "Rescue workers at the site of the blast in Lima (Photo: City Fire Service)",
        "Mourners gather outside a mosque in Kano, Nigeria, May 2, 2014.",
        "Protesters wave flags in Minsk, Belarus, Aug. 16, 2020.",
        "Soldiers are seen at a checkpoint in Mopti, Mali, on March 3, 2019.",
        "Border guards are deployed along the river near Edirne, Turkey, on Feb. 29, 2020. (Can Demir/AFP)",
        "A burned bus is seen on a street in Lahore.",
        "This image taken from video shows smoke over the harbor.",
        "The mayor speaks about the fire at the mill. Ana Diaz has more. (Published Monday, July 7, 2014)",
        "Image 1 of 3 Buy photo Firefighters at the mill, where two men were shot on Friday. Buy this photo "
        "Image 2 of 3 Buy photo The yard of the mill, where two men were shot on Friday and where a dog was found. "
        + "Neighbours had been told to keep away from the windows and from the yard while officers went in. " * 4
        + "Back to Gallery",
        "A boy looks at cars that were burnt when a market was shelled, in Herat, on May 2, 2014.",
        "From left, Minister of Works Ana Diaz and Governor Bo Chen at the harbour in Lagos, Nigeria, May 2, 2014.",
        "Riot police stand in line as students march in Quito, Ecuador, Oct. 8, 2019. The march went on.",
    ],
)
def test_a_picture_caption_is_a_caption(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "The attack took place in Kano on May 2, 2014.",
        "He was killed in Lima, Peru, on May 2, 2014.",
        "The mayor said the bomb went off in Quito, Ecuador, Oct. 8, 2019.",
        "The protest was broken up in Kano, Nigeria, on May 2, 2014.",
        "Lima, 18 May 1988",
        "Police said they had seen two men leave the market.",
        "Filed charges were dropped on Monday.",
        "Two shot near the park. Avoid the area. — Port Police (@portpolice) July 30, 2016",
        "The paper's report (published on May 4, 2016) named two of the men who had opened fire.",
        "Five men were held (three Afghans and two Pakistanis).",
        "Gunmen shot dead two teachers in the town of Yala on Sunday, police said.",
        "The ministry said the rebels had burned two villages and taken cattle (Reuters).",
    ],
)
def test_a_sentence_of_the_story_is_no_caption(text: str) -> None:
    assert not is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Lee",
        "By Ann Lee and Bo Chen",
        "BY ANN LEE",
        "by Maria de la Cruz, Staff Writer",
        "Reuters",
        "Associated Press",
        "5 May 2016",
        "Posted on April 19 2017 9:57 AM ET",
        "Published: 12:40 GMT, 3 March 2014 | Updated: 15:02 GMT, 3 March 2014",
        "Last updated at 9:15 p.m.",
        "Updated: 9 months ago",
        "2011-04-S-013",
        "2010-09-CA-129 For Immediate Release",
        "Regional Joint Command - Afghanistan",
        "(Reporting by Ann Lee; editing by Bo Chen)",
        "Ann Lee in Nairobi contributed to this report.",
        "desk@example.org",
        "Posted on May 3, 2016 by Ann Lee",
        "Published by The Harbour Gazette on 3 May 2016",
        "Posted on May 9 2018 by Lena Voss",
    ],
)
def test_a_line_of_origin_is_a_byline(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "By Monday the rebels had taken the bridge.",
        "By the river, two bodies were found",
        "On 5 May 2016 a bomb went off.",
        "The drought contributed to the fighting over wells, elders said.",
        "Police held 12 people.",
        "Posted by the rebels on May 3, 2016 near the bridge",
        "On May 9 2018 by the river two men died",
    ],
)
def test_a_sentence_is_no_byline(text: str) -> None:
    assert not is_byline(text)


def test_a_byline_gives_its_authors_in_order() -> None:
    assert find_authors("By Ann Lee, Bo Chen and Carla Di Marco") == ("Ann Lee", "Bo Chen", "Carla Di Marco")
    assert find_authors("By Ann Lee | The Valley Post") == ("Ann Lee",)
    assert find_authors("By Reuters") == ("Reuters",)
    assert find_authors("By noon, all was quiet") == ()


def test_names_of_people_have_two_to_five_capitalised_words() -> None:
    assert is_person_name("Katya Ivanova")
    assert is_person_name("Omar al-Hadi")
    assert not is_person_name("Lagos")
    assert not is_person_name("Two killed in raid")
    assert not is_person_name("Area 51")


def test_a_few_words_without_a_stop_are_a_heading() -> None:
    assert is_heading("A night of fear")
    assert is_heading("'Nobody came to help'")
    assert not is_heading("Nobody came to help.")
    assert not is_heading("and then the lights went out")


@pytest.mark.parametrize("text", [text for row in FURNITURE.values() for text in row["examples"]])
def test_each_furniture_example_is_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize("text", [text for row in FURNITURE.values() for text in row["counter"]])
def test_no_furniture_counter_example_is_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_a_clip_in_a_list_of_videos_is_furniture() -> None:
    assert is_furniture("1:48 Police on the raid in the port")
    assert not is_furniture("9:40 A second bomb went off near the gate.")


def test_every_furniture_entry_has_examples_and_counters() -> None:
    assert all(row["examples"] and row["counter"] for row in FURNITURE.values())

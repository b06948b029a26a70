"""How many were killed and hurt in short texts: headlines beside stories, parts beside wholes, figures told anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import dateline
from support.stories import extract, read_toll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.records import Record

pytestmark = pytest.mark.slow


def _first(extractor: dateline.Extractor, text: str) -> Record:
    return extract(extractor, text, published=None)[0]


def _victims(record: Record) -> list[tuple[str, int | None]]:
    return [(victim.text, victim.count.best if victim.count else None) for victim in record.victims]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        pytest.param(
            "Two Swedes killed in Herat blast\n\n"
            "HERAT - At least 30 people including two Swedes were killed on Monday when a bomb went off in Herat.",
            (30, None),
            id="a headline of some",
        ),
        pytest.param(
            "An air strike hit a house in Taiz. Among the dead are a family of eight, including six children.",
            (8, None),
            id="part of a part",
        ),
        pytest.param(
            "Rebels killed eight men in Mavete. An officer confirmed the toll and said troops chased them, killing "
            "two.",
            (8, None),
            id="no figure of the toll's",
        ),
        pytest.param(
            "Militants fired six rockets at Ashkelon. Four were shot down by the army, and a woman was injured.",
            (None, 1),
            id="rockets shot down",
        ),
        pytest.param(
            "A car bombing occurred outside a clinic in Kunduz. At least 20 people were killed and over 90 others "
            "injured. By Tuesday the death toll had risen to 39. More than 140 people were also injured in the attack.",
            (39, 140),
            id="also besides the dead",
        ),
        pytest.param(
            "A bomb killed six people and wounded dozens others in Kunduz. State TV said the bomb went off in the "
            "market killing six people and wounding 30 others.",
            (6, 30),
            id="dozens, then a figure",
        ),
        pytest.param(
            "Police killed seven people in a raid in Dipolog on Monday. Two policemen were killed as well.",
            (9, None),
            id="killed as well",
        ),
        pytest.param(
            "Seven men were killed in a police raid in Dipolog on Monday. The police lost two of their own.",
            (9, None),
            id="men that a force lost",
        ),
        pytest.param(
            "Gunmen killed seven people in Dipolog on Monday. Two of them were children as well as brothers.",
            (7, None),
            id="as well as tells of nobody more",
        ),
        pytest.param(
            "The bombing in Kunduz killed five people and wounded twelve. One of the wounded later died.",
            (6, 11),
            id="one of the wounded",
        ),
        pytest.param(
            "A blast also injured more than 50 people, but nobody has said who was behind it Twenty-one people have "
            "been killed and dozens more injured in a car bombing in Kunduz.",
            (21, 50),
            id="a vague figure beside an exact one",
        ),
        pytest.param(
            "In Kunduz the first shells were heard at dawn. A farmer wounded in the shelling died on Wednesday, "
            "bringing the toll to 15.",
            (15, None),
            id="one who died measures no total",
        ),
        pytest.param(
            "A man and a woman were shot in Sligo on Monday. Both were taken to hospital, where the 20-year-old died.",
            (1, 1),
            id="died where both were taken",
        ),
        pytest.param(
            "A gunman fired at a van in Dundalk on Monday, killing a nurse and injuring the driver, a 30-year-old man.",
            (1, 1),
            id="a person and what he is",
        ),
        pytest.param(
            "A man is accused of killing a clerk and shooting a customer in Sligo on Monday. The clerk, Ann Poe, died "
            "at the scene. The customer was shot in the back.",
            (1, 1),
            id="one hurt beside one killed",
        ),
        pytest.param(
            "John Poe, 54, and his son, Ben, 22, were stabbed in Sligo on Monday. Mr Poe died at the scene and his "
            "son died in hospital.",
            (2, None),
            id="a relative by name and without",
        ),
        pytest.param(
            "A man was shot dead in Dundalk on Monday.\n\nA second man, who sat beside him, was hit in the arm.",
            (1, 1),
            id="a second man is no other act's",
        ),
        pytest.param(
            "John Poe and Frank Roe were stabbed in Sligo on Monday. Mr Poe died. Mr Roe survived after a week in bed.",
            (1, 1),
            id="who survives was hurt",
        ),
    ],
)
def test_the_total_is_of_one_act_and_counts_nobody_twice(
    extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]
) -> None:
    assert read_toll(_first(extractor, text)) == toll


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Bombs in Cairo on Monday left more than 50 supporters of the ousted president dead.", 50),
        ("At least 20 people have been killed since Sunday in clashes between two gangs in Port-au-Prince.", 20),
        (
            "Shelling killed at least 12 civilians in Homs on Monday, bringing to 45 the number killed in 24 hours.",
            12,
        ),
        (
            "Shelling killed 12 civilians in Homs on Monday, bringing to 145 the number of people killed since July.",
            12,
        ),
        ("Air strikes killed 12 civilians in Homs on Monday, bringing the death toll to 20.", 20),
    ],
)
def test_a_total_of_days_or_months_is_not_one_acts(extractor: dateline.Extractor, text: str, toll: int) -> None:
    assert read_toll(_first(extractor, text))[0] == toll


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        (
            "12 Iraqi Soldiers 4 Drivers Killed in Mosul Car Bombing\n\nA car bomb went off in Mosul on Monday.",
            [("12 Iraqi Soldiers", 12), ("4 Drivers", 4)],
        ),
        (
            "15 Syrian Civilians 3 Children Killed in Homs Airstrike\n\nWarplanes bombed Homs on Monday.",
            [("15 Syrian Civilians", 12), ("3 Children", 3)],
        ),
        (
            "Shelling Kills in Homs as Talks Resume Six people were killed in shelling of Homs on Monday.",
            [("Six people", 6)],
        ),
        (
            "A woman killed 30 injured in rebel attack in Homs In the same context a woman was killed and 30 other "
            "people were injured due to shelling of the city.",
            [("A woman", 1), ("30 other people", 30)],
        ),
        (
            "Air strikes killed eight civilians on Tuesday in the region of Idlib a monitor said. Six of them "
            "including a couple and their three daughters died in the village of Kafr Lata. Two others were killed "
            "in a raid on a car.",
            [("Six", 1), ("a couple", 2), ("their three daughters", 3), ("Two others", 2)],
        ),
    ],
)
def test_people_are_told_apart_where_no_comma_parts_them(
    extractor: dateline.Extractor, text: str, victims: Sequence[tuple[str, int | None]]
) -> None:
    assert _victims(_first(extractor, text)) == victims


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("A Dover man shot and killed his wife and two sons before killing himself on Friday, police said.", (4, None)),
        ("The gunman killed three people at the plant in Dover on Friday before he committed suicide.", (4, None)),
        (
            "Four dead in apparent murder-suicide in Dover\n\nA man shot his wife and two children in Dover on "
            "Friday. Police said that he later took his own life.",
            (4, None),
        ),
        (
            "Four people are dead, including the gunman, after a shooting in Dover on Friday. Jim Lee shot three "
            "coworkers and then killed himself, police said.",
            (4, None),
        ),
        ("A man shot his brother in Dover on Friday and then tried to kill himself, police said.", (None, 1)),
    ],
)
def test_who_kills_himself_after_the_deed_is_one_of_the_dead(
    extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]
) -> None:
    assert read_toll(_first(extractor, text)) == toll


def test_all_of_the_officers_brought_to_hospital_are_the_dead_one_and_the_hurt(extractor: dateline.Extractor) -> None:
    text = (
        "Officer Ann Lee was fatally wounded in a shooting in Dover on Monday and two other officers, including her "
        "training officer, were wounded. All three officers were flown to a hospital."
    )

    assert read_toll(_first(extractor, text)) == (1, 2)


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("A chlorine attack in Homs left nine people choking on Sunday.", (None, 9)),
        ("More than 30 people suffered breathing difficulties after a gas attack in Homs on Sunday.", (None, 30)),
        ("An attack with gas in Homs affected more than 100 people on Friday.", (None, 100)),
        ("A raid in Homs left seven guards hurt Nova news agency reported.", (None, 7)),
    ],
)
def test_those_whom_gas_makes_ill_or_a_raid_leaves_hurt_are_injured(
    extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]
) -> None:
    assert read_toll(_first(extractor, text)) == toll


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        (
            "A bomb killed 12 people in Homs. Three of the dead were soldiers.",
            [("12 people", 9, "civilian"), ("Three of the dead were soldiers", 3, "military")],
        ),
        (
            "A bomb killed 12 people in Homs. Seven of those killed were policemen.",
            [("12 people", 5, "civilian"), ("Seven of those killed were policemen", 7, "police")],
        ),
        (
            "A bomb wounded 30 people in Homs. At least five of the victims are children.",
            [("30 people", 25, "civilian"), ("At least five of the victims are children", 5, "child")],
        ),
        (
            "Fighting killed over 60 regime fighters in Homs on Friday.",
            [("over 60 regime fighters", 60, "military")],
        ),
    ],
)
def test_who_some_of_the_dead_were_is_told_with_them(
    extractor: dateline.Extractor, text: str, victims: Sequence[tuple[str, int | None, str]]
) -> None:
    record = _first(extractor, text)

    told = [(v.text, v.count.best if v.count else None, v.category.value) for v in record.victims]
    assert told == victims


def test_almost_a_dozen_is_the_eleven_told_elsewhere(extractor: dateline.Extractor) -> None:
    text = "Almost a dozen civilians were killed in an airstrike on Homs. At least 11 were killed, the mayor said."

    assert read_toll(_first(extractor, text))[0] == 11


def test_a_larger_figure_that_comes_up_once_is_not_what_headline_and_story_agree_on(
    extractor: dateline.Extractor,
) -> None:
    text = (
        "Air raids kill at least 12 civilians in Aleppo\n\nAir strikes killed at least 12 civilians in Aleppo on "
        "Monday, a monitor said. The highest number of dead were in Qaterji where raids claimed 17 lives overnight."
    )

    assert read_toll(_first(extractor, text))[0] == 12


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        pytest.param(
            "A boy was hit by a bullet in Fargo on Monday. A man rushed him to hospital, where the child was treated.",
            (None, 1),
            id="one told twice in a sentence",
        ),
        pytest.param(
            "A triple shooting in Fargo left a teenager dead and two others wounded on Monday.",
            (1, 2),
            id="what the act's name counts",
        ),
        pytest.param(
            "A teenage boy accidentally shot and killed another boy in Fargo on Monday. Omar Reed, 16, died at once.",
            (1, None),
            id="another than the doer",
        ),
        pytest.param(
            "Six people were shot at a club in Fargo on Sunday. A fourth victim had a graze wound to his head.",
            (None, 6),
            id="a fourth of six",
        ),
        pytest.param(
            "Two men were shot in Fargo on Sunday. Police closed the bar. A third man came to hospital with a gunshot "
            "wound.",
            (None, 3),
            id="a third beside two",
        ),
        pytest.param(
            "Three men were shot outside a store in Fargo on Monday. Two of the victims are brothers.",
            (None, 3),
            id="who some of them are",
        ),
        pytest.param(
            "Two boys were fatally shot in Fargo on Tuesday. The shooting also injured Mary Stone, 65. One boy died at "
            "the scene. The other died at a hospital.",
            (2, 1),
            id="the other of two",
        ),
        pytest.param(
            "A man was shot and killed in Fargo on Monday. His brother was also shot and is in stable condition.",
            (1, 1),
            id="his brother too",
        ),
        pytest.param(
            "Teen shot to death in Fargo\n\nMarcus Johnson, 17, was shot and killed in Fargo on Monday. His friend, "
            "16-year-old Kevin Brown, was shot in the arm.",
            (1, 1),
            id="the headline's teen has another name",
        ),
        pytest.param(
            "A shooting in Fargo sent three people to the hospital on Monday. One of the victims later died.",
            (1, 2),
            id="one of the victims",
        ),
        pytest.param(
            "A pregnant woman was shot in Fargo last night. Her unborn child was killed in the shooting.",
            (1, 1),
            id="mother and child",
        ),
        pytest.param(
            "Two men facing murder charges in the shooting of a Fargo boy are due in court. The 11-year-old boy was "
            "struck by a bullet on Monday.",
            (1, None),
            id="a boy, murdered",
        ),
    ],
)
def test_those_shot_in_a_town_are_counted_once(
    extractor: dateline.Extractor, text: str, toll: tuple[int | None, int | None]
) -> None:
    assert read_toll(_first(extractor, text)) == toll

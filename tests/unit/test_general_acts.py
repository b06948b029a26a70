"""What only looks like an act, and what an act is called: short stories with one behaviour each."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.frames import Reality

PUBLISHED = date(2019, 5, 7)  # a Tuesday


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "reality"),
    [
        ("Aid groups say that bombs have been dropped on hospitals in several conflicts.", Reality.GENERAL),
        ("The mayor spoke of the front, which has raided markets before.", Reality.GENERAL),
        ("Raids and kidnappings have been regular occurrences along the river.", Reality.GENERAL),
        ("Clashes have become commonplace in the camp.", Reality.GENERAL),
        ("Clashes were reported at the camp on Monday.", Reality.TOLD),
        ("On Friday four civilians were killed in similar shelling in Uri.", Reality.TOLD),
        ("Six people were killed when shells hit a market in Homs.", Reality.TOLD),
        ("The conflict began in 2011 with protests against the ruler.", Reality.GENERAL),
        ("In the north, 46 civilians have died since October 2023.", Reality.GENERAL),
        ("The office says 240 civilians were killed in April alone.", Reality.GENERAL),
        ("A market ambush in central Mali left nine dead.", Reality.TOLD),
        ("Two have since died, which would bring the death toll to 23.", Reality.TOLD),
        ("So many children have been maimed by bombs!", Reality.GENERAL),
        ("Many children have been killed in Gao by a bomb.", Reality.TOLD),
    ],
)
def test_what_goes_on_in_many_wars_is_told_from_one_act(
    extractor: dateline.Extractor, text: str, reality: Reality
) -> None:
    frames = extractor.explain(dateline.parse_article(text, source="-")).frames

    assert {frame.reality for frame in frames} == {reality}


@pytest.mark.slow
def test_arms_that_forces_blow_up_are_seized_arms(extractor: dateline.Extractor) -> None:
    text = (
        "A patrol discovered a cache of explosives in an empty house in Helmand province on Monday. "
        "The explosives were "
        "blown up by the patrol."
    )

    (record,) = extractor.extract(dateline.parse_article(text, source="-", published=PUBLISHED))

    assert record.type.value == "weapons_seizure"


@pytest.mark.slow
def test_trains_that_are_held_up_are_late(extractor: dateline.Extractor) -> None:
    frames = extractor.explain(
        dateline.parse_article("Trains to York were held up for three hours.", source="-")
    ).frames

    assert not frames


@pytest.mark.slow
def test_the_day_of_a_threat_is_that_of_its_letter(extractor: dateline.Extractor) -> None:
    text = (
        "A gang threatened to blow up the central station of Porto Alegre, police said on "
        "Tuesday.\n\nThe threat came in a "
        "letter that was pushed under the door of a newspaper on Monday night."
    )

    (record,) = extractor.extract(dateline.parse_article(text, source="-", published=PUBLISHED))

    assert record.date is not None
    assert record.date.start == date(2019, 5, 6)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Two men on a motorcycle lobbed a grenade over the fence of a bar in Gitega.", ["business"]),
        ("Rebels fired on a pumping station near Saravena. The station burned.", ["energy"]),
        ("A mine went off under a UN convoy near Gao.", ["transport_vehicle"]),
    ],
    ids=["what they came on", "the station", "no aid"],
)
def test_what_was_hit_is_named_for_what_it_is(extractor: dateline.Extractor, text: str, targets: list[str]) -> None:
    records = extractor.extract(dateline.parse_article(text, source="-", published=PUBLISHED))

    assert [target.category for record in records for target in record.targets] == targets


@pytest.mark.slow
def test_a_house_that_police_raid_for_the_bomber_is_no_target(extractor: dateline.Extractor) -> None:
    text = (
        "A bomb went off near a police van in Quetta on Monday, killing four people. Police "
        "detained two men after a raid "
        "on a house in the city."
    )

    (record,) = extractor.extract(dateline.parse_article(text, source="-", published=PUBLISHED))

    assert [target.category.value for target in record.targets] == ["police"]


@pytest.mark.slow
def test_a_thing_told_burnt_down_is_destroyed(extractor: dateline.Extractor) -> None:
    text = "Youths set fire to a tax office in Sfax on Monday. The tax office burned down before firemen reached it."

    (record,) = extractor.extract(dateline.parse_article(text, source="-", published=PUBLISHED))

    assert [target.effect for target in record.targets] == ["destroyed"]


@pytest.mark.slow
def test_a_date_in_brackets_at_the_end_stamps_the_story(extractor: dateline.Extractor) -> None:
    text = "A woman was found shot dead in Tulsa on Thursday.\n\nThe killing is the 11th of the year. (Jan. 28, 2022)"

    (record,) = extractor.extract(dateline.parse_article(text, source="-"))

    assert record.date is not None
    assert record.date.start == date(2022, 1, 27)


@pytest.mark.slow
def test_a_copper_mine_is_no_weapon(extractor: dateline.Extractor) -> None:
    text = (
        "Two killed in clashes near mine\n\nTwo protesters were killed on Monday when police cleared a "
        "road to the Quilish "
        "copper mine in Peru. Officers fired on the crowd near the mine."
    )

    records = extractor.extract(dateline.parse_article(text, source="-", published=PUBLISHED))

    assert all(weapon.category.value != "landmine" for record in records for weapon in record.weapons)

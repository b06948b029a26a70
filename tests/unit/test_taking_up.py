"""Drafts that go on with an earlier one: by definite words, by the unrest of one town, by captives that come free."""

from __future__ import annotations

import pytest

import dateline
from support.stories import extract


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Rebels blew up a bridge near Jos on Monday and killed two soldiers who guarded it.\n\nThe soldiers died when "
        "the fighters fired on the post. A corporal was wounded and was flown to Lagos.",
        "A mob dragged two traders out of a shop in Kano on Monday and beat them to death.\n\nIt "
        "poured petrol over the "
        "traders' van and set it alight.",
        "Bandits shot dead five people on a bus near Kano on Monday.\n\nThe bandits robbed the "
        "other passengers and fled.",
    ],
    ids=["people", "owners", "doers"],
)
def test_who_or_what_is_told_again_by_the_is_of_the_same_act(extractor: dateline.Extractor, text: str) -> None:
    assert len(extract(extractor, text)) == 1


@pytest.mark.slow
def test_the_soldiers_of_another_town_are_others(extractor: dateline.Extractor) -> None:
    text = (
        "A bomb killed two soldiers in Kano on Monday.\n\nIn Jos, gunmen shot dead three of the soldiers who guard the "
        "market on Monday night."
    )

    assert len(extract(extractor, text)) == 2


@pytest.mark.slow
def test_the_earlier_attack_is_the_one_told_of_as_before(extractor: dateline.Extractor) -> None:
    text = (
        "KIRKUK, Iraq - Gunmen shot dead five policemen near Kirkuk on Monday night, hours after a "
        "bomb injured a mayor "
        "in Diyala province, police said.\n\nIn the earlier attack, a roadside bomb exploded next to the convoy of the "
        "mayor on Monday afternoon. One of his guards was killed."
    )

    found = {record.type.value: record for record in extract(extractor, text)}

    assert set(found) == {"shooting", "bombing"}
    assert found["bombing"].casualties.killed is not None
    assert found["bombing"].casualties.killed.best == 1


@pytest.mark.slow
def test_a_riot_is_one_with_those_hurt_and_held_in_it(extractor: dateline.Extractor) -> None:
    text = (
        "Water march in Sfax ends in riots\n\nSFAX, Tunisia - Youths threw stones at police and set "
        "fire to a tax office "
        "in Sfax on Monday, officials said.\n\nTowards dusk several hundred men pelted a police "
        "station with stones and "
        "looted two shops.\n\nNineteen policemen were injured, the ministry said. Forty-two people were arrested."
    )

    (record,) = extract(extractor, text)

    assert record.casualties.injured is not None
    assert record.casualties.arrested is not None
    assert (record.casualties.injured.best, record.casualties.arrested.best) == (19, 42)


@pytest.mark.slow
def test_the_marches_of_two_towns_stay_two(extractor: dateline.Extractor) -> None:
    text = (
        "Rioters burned two shops in Sfax on Monday, police said.\n\nIn Gabes, protesters clashed "
        "with police on Monday; "
        "six officers were hurt."
    )

    assert len(extract(extractor, text)) == 2


@pytest.mark.slow
def test_the_release_of_captives_is_of_their_taking(extractor: dateline.Extractor) -> None:
    text = (
        "Gunmen seized seven teachers from a school in Kafanchan, Nigeria, on Thursday, the governor said.\n\nThe "
        "remaining six were let go on Monday evening beside a road in the Sanga area."
    )

    (record,) = extract(extractor, text)

    assert record.type.value == "kidnapping"
    assert record.place is not None
    assert record.place.locality == "Kafanchan"


@pytest.mark.slow
def test_other_captives_set_free_are_not_of_it(extractor: dateline.Extractor) -> None:
    text = (
        "Gunmen kidnapped 14 oil workers in Warri, Nigeria, on Monday.\n\nTen Filipino sailors who "
        "were seized off Bonny "
        "in March were freed last week."
    )

    released = [v for v in extract(extractor, text)[0].victims if v.status.value == "released"]

    assert not released


@pytest.mark.slow
def test_who_is_shot_as_others_are_taken_makes_no_shooting_of_it(extractor: dateline.Extractor) -> None:
    text = "Gunmen seized seven teachers from a school in Kafanchan on Monday. A watchman was shot dead at the gate."

    assert [record.type.value for record in extract(extractor, text)] == ["kidnapping"]


@pytest.mark.slow
def test_other_dead_of_another_act_in_the_next_town_are_of_another_incident(extractor: dateline.Extractor) -> None:
    text = (
        "Six people were killed when shells hit a market in the Zahra district of Homs on Monday, a "
        "monitor said. Air raids "
        "in the town of Talbiseh about 12 km north of the city killed another four people."
    )

    assert [record.casualties.killed.best for record in extract(extractor, text) if record.casualties.killed] == [6, 4]


@pytest.mark.slow
def test_hundreds_of_people_are_a_crowd(extractor: dateline.Extractor) -> None:
    text = "Some 500 people set fire to a police post in San Juan on Monday."

    (record,) = extract(extractor, text)

    assert [one.kind.value for one in record.attributions] == ["crowd"]


@pytest.mark.slow
def test_a_story_that_comes_back_to_its_first_town_tells_two_acts(extractor: dateline.Extractor) -> None:
    text = (
        "A bomb exploded at a fish market in Kirkuk on Monday, killing five people, police said.\n\nIn Mosul, gunmen "
        "shot dead a policeman near his home.\n\nThe Kirkuk bombing wounded 12 others, officials said."
    )
    first, second = extract(extractor, text)

    assert (first.casualties.killed.best, first.casualties.injured.best) == (5, 12)
    assert second.casualties.killed.best == 1


@pytest.mark.slow
def test_a_headline_of_two_towns_tells_no_third_act(extractor: dateline.Extractor) -> None:
    text = (
        "Gunmen storm bus station in Jos; bomb kills three soldiers in Yola\n\nGunmen shot dead nine people at a bus "
        "station in Jos late on Monday.\n\nSeparately, a roadside bomb hit a convoy near Yola on Tuesday morning, "
        "killing three soldiers and wounding five."
    )

    assert [record.type for record in extract(extractor, text)] == ["shooting", "bombing"]

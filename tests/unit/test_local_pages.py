"""Pages of local newspapers and briefs of unrest, read of whole short stories: one behaviour in each."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

import dateline
from support import stories

PUBLISHED = date(2019, 5, 10)  # a Friday


extract = partial(stories.extract, published=PUBLISHED)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "RENO, Nev. - A man wanted in the shooting of a guard outside a Reno club surrendered on Thursday with his "
        "lawyer, police said.\n\nTim Dole, 23, is charged with attempted murder.\n\nThe guard, Luis Vega, 38, was at "
        "the door of the club on Glen Avenue late Sunday when a man who had been turned away drew a gun and shot him.",
        "RENO, Nev. - A judge on Thursday sentenced Tim Dole to 60 years in prison for shooting Kim Vega, who ran a "
        "laundry on Glen Avenue in Reno.\n\nVega was emptying the machines on the night of May 5 when Dole came in "
        "with a mask. Video showed him hand over a bag before he was shot once in the stomach.",
        "RENO, Nev. - A guard who was wounded when a man came back to a Reno club with a shotgun has died, police said "
        "Thursday.\n\nOne man was killed and three people were hurt when a guest fired four rounds at the club on Glen "
        "Avenue late Sunday, police have said.",
    ],
    ids=["surrender", "sentence", "later death"],
)
def test_what_follows_an_act_does_not_date_it(extractor: dateline.Extractor, text: str) -> None:
    (record,) = extract(extractor, text)

    assert record.date is not None
    assert record.date.start == date(2019, 5, 5)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("A Reno man is recovering after he shot himself in the foot late Thursday, police said.", False),
        ("A Reno man shot himself in the thigh while cleaning a pistol on Thursday, police said.", False),
        ("A Reno man shot two guards on Thursday and then shot himself in the head, police said.", True),
    ],
)
def test_a_shot_in_ones_own_foot_is_a_mishap(extractor: dateline.Extractor, text: str, *, is_one: bool) -> None:
    assert bool(extract(extractor, text)) is is_one


@pytest.mark.slow
def test_two_towns_with_a_toll_each_are_two_acts(extractor: dateline.Extractor) -> None:
    told = extract(extractor, "Shells killed two people in Homs and five in Hama on Thursday, activists said.")

    found = {(r.place and r.place.locality, r.casualties.killed and r.casualties.killed.best) for r in told}
    assert found == {("Homs", 2), ("Hamah", 5)}


@pytest.mark.slow
def test_the_town_of_a_brief_tells_where_its_places_lie(extractor: dateline.Extractor) -> None:
    text = (
        "MANILA: Gunmen shot dead a trader at a market in Quezon City on Thursday.\n\nDHAKA: Garment workers torched a "
        "bus in Ashulian on Thursday and 20 people were injured.\n\nTIRANA: A man threw a bomb at a court on Thursday."
    )

    countries = {record.place.country for record in extract(extractor, text) if record.place is not None}
    assert countries == {"PH", "BD", "AL"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Inmates took three guards hostage at the jail in Reno on Thursday.", "kidnapped"),
        ("Police said ten marchers were dragged into buses in Kano on Thursday during a protest.", "arrested"),
        ("Police in Kano took away ten weavers on Thursday during a march.", "arrested"),
        ("Two women were taken away for unlawful assembly in Kano on Thursday during a rally.", "arrested"),
        ("Two women were taken away for ransom by gunmen in Kano on Thursday.", "kidnapped"),
        ("Ten pupils were dragged into a van in Kano on Thursday by gunmen.", "kidnapped"),
    ],
)
def test_who_takes_people_away_tells_what_it_is(extractor: dateline.Extractor, text: str, status: str) -> None:
    statuses = {victim.status.value for record in extract(extractor, text) for victim in record.victims}

    assert statuses == {status}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Protests were held in Ibadan, Kano and Enugu on Monday.", {"Ibadan", "Kano", "Enugu"}),
        ("Protests broke out in Kano and Jos on Monday over fuel prices.", {"Kano", "Jos"}),
        ("A march from Kano and Jos ended in Abuja on Monday.", {"Abuja"}),
    ],
)
def test_each_town_of_a_list_has_a_record_of_its_own(extractor: dateline.Extractor, text: str, towns: set[str]) -> None:
    records = extract(extractor, text)

    assert {record.place.locality for record in records if record.place is not None} == towns


@pytest.mark.slow
def test_owners_of_burned_homes_are_not_hurt(extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, "Mobs rampaged in Colombo on Thursday and the homes of 30 politicians were burned.")

    assert record.casualties.injured is None
    assert not record.victims


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Police: Man killed ex-wife in Lakeland on Thursday, then co-worker in Plant City", "Police"),
        ("His daughter watched in Reno on Thursday. At noon he walked in and killed a cook.", "daughter"),
    ],
)
def test_who_tells_or_sees_it_did_not_do_it(extractor: dateline.Extractor, text: str, wrong: str) -> None:
    assert all(wrong not in one.actor for record in extract(extractor, text) for one in record.attributions)


@pytest.mark.slow
def test_a_named_mine_is_a_pit(extractor: dateline.Extractor) -> None:
    text = "Two men were shot dead in Huanuni on Thursday when a crowd stormed the state-run Posokoni mine."

    assert all(weapon.category.value != "landmine" for r in extract(extractor, text) for weapon in r.weapons)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("A man was stabbed on South Lamar Street in Austin on Thursday, police said.", "South Lamar Street"),
        ("Two men were shot on East Sprague Avenue in Spokane on Thursday.", "East Sprague Avenue"),
    ],
)
def test_a_street_keeps_its_side(extractor: dateline.Extractor, text: str, site: str) -> None:
    (record,) = extract(extractor, text)

    assert record.place is not None
    assert record.place.site == site


@pytest.mark.slow
def test_a_page_may_print_update_before_the_dateline(extractor: dateline.Extractor) -> None:
    text = (
        "UPDATE: ROCKFORD, Ill. (WXYZ) -- The coroner has identified the boy of 14 who was killed in the 900 block of "
        "North Rockton Avenue on Thursday."
    )

    (record,) = extract(extractor, text, title="Coroner identifies boy killed in N. Rockton shooting")
    assert record.place is not None
    assert record.place.locality == "Rockford"


@pytest.mark.slow
def test_residents_who_rise_tell_where_it_is(extractor: dateline.Extractor) -> None:
    text = "JOHANNESBURG – Residents of Tembisa took to the streets and torched nine vans on Thursday over power bills."

    (record,) = extract(extractor, text)
    assert record.place is not None
    assert record.place.text == "Tembisa"


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "About 400 older Americans a year die in shootings by a spouse in Ohio, the report says.",
        "In April, 46 people were killed in political violence across the country, a group said in Harare on Thursday.",
    ],
)
def test_sums_of_a_month_or_year_are_no_act(extractor: dateline.Extractor, text: str) -> None:
    assert all(record.casualties.killed is None for record in extract(extractor, text))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Luis Vega, 38, was shot dead in Reno on Sunday. A bystander was struck in the leg.", (1, 1)),
        ("Luis Vega, 38, was shot dead in Reno on Sunday. Two women were also hit.", (1, 2)),
        ("Someone shot Luis Vega, 38, in Reno on Sunday. He died. Two of his cousins were also shot.", (1, 2)),
        ("One woman was killed and another hurt in a shooting in Reno on Sunday.", (1, 1)),
        ("Luis Price, 38, was stabbed in Reno on Sunday. The father of two died at the scene.", (1, None)),
    ],
)
def test_those_hit_beside_the_dead_are_hurt(
    extractor: dateline.Extractor, text: str, toll: tuple[int, int | None]
) -> None:
    (record,) = extract(extractor, text)

    assert stories.read_toll(record) == toll


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A man was stabbed to death in Nashik on Sunday. The victim, Suresh, was taken to a clinic.", ["Suresh"]),
        ("A man was stabbed to death in Nashik on Sunday. The deceased was identified as Suresh.", ["Suresh"]),
        (
            "A man was stabbed to death in Nashik on Sunday. Two boys were arrested. The victim, Anil Rao, sold tea.",
            ["Anil Rao", None],
        ),
        ("Kim Vega, 38, was stabbed in Reno on Sunday. The mother of two died at the scene.", ["Kim Vega"]),
        ("A woman was shot dead in Reno on Sunday. Tim Dole, 44, is charged with her murder.", [None, "Tim Dole"]),
    ],
)
def test_the_dead_are_named_and_who_is_charged_is_not(
    extractor: dateline.Extractor, text: str, names: list[str | None]
) -> None:
    (record,) = extract(extractor, text)

    assert [victim.name for victim in record.victims] == names


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "A man was shot dead in Reno on Sunday. About 90 people attended a vigil for him at a park on Monday.",
        "A man was stabbed in a Reno bar on Sunday. Paramedics fought to revive him but he was pronounced dead there.",
        "Kim Vega was shot dead in Reno on Sunday.\n\nDeputies arrested Tim Dole on Monday in Elko. He is charged with "
        "murder.\n\nProsecutors said Vega died within minutes.",
    ],
    ids=["vigil", "paramedics", "charge"],
)
def test_what_follows_a_death_is_no_act_of_its_own(extractor: dateline.Extractor, text: str) -> None:
    assert len(extract(extractor, text)) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ('A man was shot dead in Reno on Sunday. "He pulled a gun," Sheriff Ed Lowe said. "He fired twice."', []),
        ("A clerk was shot dead in Reno on Sunday. Sheriff Ed Lowe said Tim Dole ran in. He shot her.", ["Tim Dole"]),
    ],
    ids=["quoted", "told of another"],
)
def test_who_only_speaks_of_it_did_not_do_it(extractor: dateline.Extractor, text: str, doers: list[str]) -> None:
    (record,) = extract(extractor, text)

    assert [said.actor for said in record.attributions] == doers


@pytest.mark.slow
def test_a_plea_in_an_earlier_matter_claims_nothing(extractor: dateline.Extractor) -> None:
    text = (
        "A man was shot dead in Reno on Sunday. Tim Dole, 24, was charged. "
        "Dole pleaded guilty to drug possession in 2016."
    )
    (record,) = extract(extractor, text)

    assert [said.stance.value for said in record.attributions] == ["accused"]

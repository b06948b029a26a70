"""Acts of a war told together: by what fire, in which town, and whose the figures are."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from support.stories import extract, read_toll

pytestmark = pytest.mark.slow
DAY = date(2021, 5, 6)  # a Thursday
Act = tuple[str, tuple[int | None, int | None]]  # kind, killed and injured


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "Air strikes on a clinic in rebel-held Aleppo killed 27 people on Tuesday, medics said. Insurgent "
            "shelling of government-held areas killed 14, state media said.",
            [("airstrike", (27, None)), ("shelling", (14, None))],
            id="other fire by the other side",
        ),
        pytest.param(
            "An air strike on a house in Marib killed 54 people on Tuesday. Houthi fighters fired rockets at the "
            "port of Jizan during the day, wounding eight people.",
            [("airstrike", (54, None)), ("shelling", (None, 8))],
            id="rockets that only hurt",
        ),
        pytest.param(
            "Bombs killed nearly 150 people and hurt 200 in the Syrian towns of Jableh and Tartus on Tuesday. In "
            "Jableh, four bombs killed about 100; five blasts in Tartus killed 48.",
            [("bombing", (100, None)), ("bombing", (48, None))],
            id="a sum of about so many",
        ),
        pytest.param(
            "Tanks storm Hama, scores killed\n\nSyrian tanks shelled the city of Hama at dawn on Tuesday, killing "
            "80 civilians, residents said. In Deir al-Zor, troops killed seven people, and three more died in Harak "
            "in the south, a monitor said. State media said armed groups had shot dead two soldiers in Hama.",
            [("shelling", (80, None)), ("attack", (7, None)), ("attack", (3, None)), ("shooting", (2, None))],
            id="who died beside violence",
        ),
    ],
)
def test_each_act_has_its_kind_and_toll(text: str, acts: list[Act], extractor: dateline.Extractor) -> None:
    found = extract(extractor, text, published=DAY)

    assert [(record.type.value, read_toll(record)) for record in found] == acts


def test_gunmen_who_follow_a_bomber_to_the_gate_are_of_one_act(extractor: dateline.Extractor) -> None:
    text = (
        "A suicide bomber blew himself up at the gate of a hotel in Kabul on Tuesday, killing five people. Gunmen "
        "then stormed the building, killing 12 guests."
    )

    (record,) = extract(extractor, text, published=DAY)

    assert record.type.value == "suicide_bombing"


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Six car bombs killed 202 people in Baghdad on Tuesday in the worst attack since the U.S. invasion.", 202),
        ("A bomb killed 40 people in Kabul on Tuesday, the deadliest attack in the city since 2017.", 40),
        ("Air strikes killed 60 people in Idlib on Tuesday in the heaviest raids since a ceasefire in March.", 60),
        (
            "An air strike killed 43 people in the town of Togoga on Tuesday, a doctor said, after residents said "
            "that fighting had flared in recent days.",
            43,
        ),
    ],
)
def test_what_an_act_is_ranked_by_takes_no_figure_from_it(text: str, toll: int, extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert read_toll(record)[0] == toll


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The army fired rockets tipped with poison gas at a suburb of Homs on Tuesday, killing 90 people.",
            "chemical",
        ),
        ("In the town of Ariha, rebels destroyed three tanks and killed 16 soldiers on Tuesday.", "attack"),
        ("In Ariha, militiamen killed 14 people and burned dozens of houses on Tuesday.", "attack"),
        ("In Ariha, a protest over water cuts turned violent on Tuesday and one student was killed.", "riot"),
        ("Robbers armed with machetes raided a jeweller's shop in Ariha on Tuesday and fled with watches.", "robbery"),
        ("In Ariha, attackers set fire to a house on Tuesday, killing three children.", "arson"),
        ("In Ariha, raiders killed five people and looted a clinic on Tuesday.", "attack"),
        ("Gunmen killed five police officers at a protest in Tripoli on Tuesday.", "shooting"),
    ],
)
def test_the_kind_is_that_of_what_did_the_harm(text: str, kind: str, extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert record.type.value.startswith(kind)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "AMMAN, May 4, 2021 - Air strikes on rebel-held districts of Aleppo killed 31 people on Tuesday, medics "
            "said.",
            "Aleppo",
        ),
        (
            "GAZA CITY, May 4, 2021 - Tank fire struck a clinic in Deir al-Balah in central Gaza on Tuesday, "
            "killing five people.",
            "Deir al-Balah",
        ),
        (
            "Two people were killed when mortar rounds fired from Tel Abyad in Syria landed in the Turkish border "
            "town of Akcakale on Tuesday.",
            "Akçakale",
        ),
    ],
)
def test_the_town_is_where_the_shells_fell(text: str, town: str, extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert record.place is not None
    assert town in (record.place.locality, record.place.text)


@pytest.mark.parametrize(
    "told",
    [
        "The group has claimed an attack on a hotel in Kismayo on Tuesday in which 22 people, most of them foreigners, "
        "were killed.",
        "The group acknowledged a suicide bombing at a hotel in Kismayo on Tuesday that killed 22 people.",
        "Officials blamed the rebels for an attack on a hotel in Kismayo on Tuesday that killed 22 people.",
        "Witnesses described the shooting in a hotel in Kismayo on Tuesday in which 22 people died.",
    ],
)
def test_what_hangs_on_the_act_is_no_place_of_who_speaks_of_it(told: str, extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, f"MOGADISHU, May 6, 2021 - {told}", published=DAY)

    assert record.place is not None
    assert (record.place.locality, read_toll(record)[0]) == ("Kismayo", 22)


@pytest.mark.parametrize(
    ("told", "weapons"),
    [
        ("Soldiers destroyed a rocket launcher and two mortars near Lyman on Tuesday, killing four fighters.", []),
        ("A truck fitted with a heavy machine gun was destroyed near Lyman on Tuesday and two men died.", []),
        ("Soldiers fired mortars at a house near Lyman on Tuesday, killing four fighters.", ["mortar"]),
    ],
)
def test_arms_that_were_destroyed_did_no_harm(told: str, weapons: list[str], extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, told, published=DAY)

    assert [weapon.category.value for weapon in record.weapons] == weapons


def test_arms_that_a_man_is_wanted_for_join_no_act_told_before_him(extractor: dateline.Extractor) -> None:
    told = "A clerk was stabbed to death in Leeds on Tuesday. The suspect, wanted for possession of grenades, fled."

    trace = extractor.explain(dateline.parse_article(told, source="-", published=DAY))

    found = {weapon.category.value for clue in trace.clues for weapon in clue.frame.weapons}
    assert found == {"blade"}


@pytest.mark.parametrize(
    ("doers", "kind"), [("warplanes", "airstrike"), ("helicopters", "airstrike"), ("soldiers", "armed_clash")]
)
def test_fighters_killed_from_the_air_were_not_fought(doers: str, kind: str, extractor: dateline.Extractor) -> None:
    told = f"Iraqi {doers} killed 14 Islamic State fighters near Hawija on Tuesday, the army said."

    (record,) = extract(extractor, told, published=DAY)

    assert record.type.value == kind


@pytest.mark.parametrize(
    ("text", "kind", "killed"),
    [
        pytest.param("Police found five headless bodies in Tikrit on Monday.", "execution", 5, id="headless"),
        pytest.param(
            "The bodies of nine policemen bearing signs of torture were found in Tikrit on Monday.",
            "execution",
            9,
            id="tortured and killed",
        ),
        pytest.param("Soldiers tortured two students in Tikrit on Monday.", "torture", None, id="tortured"),
        pytest.param("A drone killed three al Qaeda suspects near Taiz on Monday.", "airstrike", 3, id="suspects"),
    ],
)
def test_the_dead_tell_the_kind(text: str, kind: str, killed: int | None, extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert (record.type.value, read_toll(record)[0]) == (kind, killed)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param(
            "Shelling of a market in Taiz by rebels killed 18 civilians on Monday.", ["rebels"], id="behind the place"
        ),
        pytest.param(
            "Shelling of a building used by rebels in Taiz killed 18 civilians on Monday.", [], id="who used it"
        ),
        pytest.param(
            "Nine people burned to death in Taiz on Monday when a rocket hit a house.", [], id="how they died"
        ),
    ],
)
def test_who_shelled_is_told_behind_the_place(text: str, doers: list[str], extractor: dateline.Extractor) -> None:
    (record,) = extract(extractor, text, published=DAY)

    assert [one.actor for one in record.attributions] == doers


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "Air strikes on a camp for displaced people in Syria's Idlib province killed 31 people on Tuesday, a "
            "monitor said, and insurgents fired mortars into Aleppo.",
            [("airstrike", 31, "Idlib", []), ("shelling", None, "Aleppo", ["insurgents"])],
            id="one sentence, two towns",
        ),
        pytest.param(
            "Air strikes kill 12 in Idlib as rebels hit Aleppo with mortars\n\n"
            "BEIRUT, May 5, 2021 (Reuters) - Air strikes on Idlib "
            "killed 12 people on Tuesday, a monitor said. In Aleppo, two people died when rebels fired mortars.",
            [("airstrike", 12, "Idlib", []), ("shelling", 2, "Aleppo", ["rebels"])],
            id="a headline's other side",
        ),
        pytest.param(
            "Russian missiles killed seven people in Kharkiv on Tuesday. In Donetsk, the mayor said Ukrainian shelling "
            "killed a woman. Russia denies targeting civilians.",
            [("shelling", 7, "Kharkiv", ["Russia", "Russia"]), ("shelling", 1, "Donetsk", ["Ukraine"])],
            id="a mayor tells, and a side answers for its own act",
        ),
        pytest.param(
            "Government jets bombed several districts of Aleppo on Tuesday, killing 44 people and hurting dozens. "
            "Shells fired by rebels hit a school, killing four and wounding ten. A car bomb killed seven in Inkhil.",
            [
                ("airstrike", 44, "Aleppo", ["Government jets"]),
                ("shelling", 4, "Aleppo", ["rebels"]),
                ("bombing", 7, "Inkhil", []),
            ],
            id="another side's fire in one city, and a bomb of nobody's",
        ),
        pytest.param(
            "A bomb killed five policemen in Kandahar on Tuesday, medics said. The Taliban said it had fired rockets "
            "at Jalalabad, where two people were killed.",
            [("bombing", 5, "Kandahar", []), ("shelling", 2, "Jalalabad", ["Taliban"])],
            id="where those fired at died",
        ),
        pytest.param(
            "Shelling killed three people in Taiz on Monday, doctors said. Medics in Hodeidah said coalition warplanes "
            "had bombed a fishing port there, killing five workers.",
            [("shelling", 3, "Taiz", []), ("airstrike", 5, "Hodeidah", ["coalition warplanes"])],
            id="what medics of a town tell of it",
        ),
        pytest.param(
            "A car bomb killed three people in Mosul on Monday. Officials in Baghdad said the blast also wounded 14 "
            "people in the city.",
            [("bombing", 3, "Mosul", [])],
            id="officials elsewhere tell of the same blast",
        ),
        pytest.param(
            "Air strikes on a market in Idlib killed 37 people on Tuesday, a monitor said. In Kafranbel, seven "
            "civilians were killed in a separate raid the same day.",
            [("airstrike", 37, "Idlib", []), ("airstrike", 7, "Kafranbel", [])],
            id="a separate raid beside air strikes",
        ),
        pytest.param(
            "A drone strike killed at least 30 farmers in eastern Afghanistan, three officials said.\n\n"
            "The attack on Wednesday night also wounded 40 people in Khogyani district, said a provincial councillor.",
            [("airstrike", 30, "Khogyani", [])],
            id="the attack also wounded, where it was",
        ),
        pytest.param(
            "A bomb killed nine people at a wedding in the province of Nangarhar, officials said.\n\n"
            "The blast on Wednesday night wounded 14 people in the village of Chaparhar, said a councillor.",
            [("bombing", 9, "Chaparhar", [])],
            id="whom the blast wounded, and when",
        ),
        pytest.param(
            "A bomb killed nine people in Jalalabad, officials said.\n\n"
            "The attack on a bus in Herat also wounded 14 people, said a councillor.",
            [("bombing", 9, "Jalalabad", []), ("attack", None, "Herat", [])],
            id="the attack also wounded in another town",
        ),
        pytest.param(
            "A drone killed nine people at a camp for displaced people, two aid workers said.\n\n"
            "The strike in the town of Dedebit, near the border, happened late on Friday night, said the workers.",
            [("airstrike", 9, "Dedebit", [])],
            id="the strike that aid workers tell of is no stoppage",
        ),
        pytest.param(
            "Raiders killed 11 villagers in Gashish on Wednesday in apparent revenge for the killing of five herders "
            "at Barkin Ladi two days earlier, police said.",
            [("attack", 11, "Gashish", ["Raiders"]), ("attack", 5, "Barkin Ladi", [])],
            id="what a raid avenged, with its own dead",
        ),
        pytest.param(
            "Shelling of the Khaldiyeh district of Homs killed three people on Tuesday and a sniper shot dead a girl "
            "of nine in Rastan, activists said.",
            [("shelling", 3, "Homs", []), ("shooting", 1, "Ar Rastan", ["sniper"])],
            id="where the second clause of a sentence was",
        ),
        pytest.param(
            "An air strike on a market in Saada killed 29 people on Tuesday. On Monday, a separate raid on a house in "
            "Hajjah killed a family of six.",
            [("airstrike", 29, "Sa'dah", []), ("airstrike", 6, "Hajjah", [])],
            id="a raid beside an air strike",
        ),
        pytest.param(
            "A raid on a camp near Marib, carried out by coalition jets, killed nine people on Tuesday. The coalition "
            "accused the rebels of using civilians as shields.",
            [("airstrike", 9, "Ma'rib", ["coalition jets"])],
            id="a raid by jets, and no deed of those accused",
        ),
        pytest.param(
            "Fighters of the Rapid Support Forces killed 24 people in Wad Medani on Tuesday, a committee said. The RSF "
            "denied attacking civilians and said its men had fought armed groups that support the army.",
            [("armed_clash", 24, "Wad Medani", ["Rapid Support Forces", "Rapid Support Forces"])],
            id="what is told with a denial is nobody's claim",
        ),
        pytest.param(
            "An Israeli air strike on a school in Rafah killed nine people on Tuesday. The Israeli military said it "
            "had targeted a fighter from Hamas's military wing who took part in the attack of 7 October.",
            [("airstrike", 9, "Rafah", ["Israel"])],
            id="what the man who was struck had done",
        ),
    ],
)
def test_the_acts_of_two_sides_are_told_apart(
    text: str, acts: list[tuple[str, int | None, str, list[str]]], extractor: dateline.Extractor
) -> None:
    found = [record for record in extract(extractor, text, published=DAY) if record.role.value != "background"]

    assert [
        (
            r.type.value,
            read_toll(r)[0],
            (r.place.locality or r.place.admin1) if r.place is not None else None,
            [a.actor for a in r.attributions],
        )
        for r in found
    ] == acts

"""Figures of several towns in one story: each act has its own, and what they come to is none's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.read import parse_article

if TYPE_CHECKING:
    import dateline

    Tolls = dict[str | None, tuple[int | None, int | None]]

pytestmark = pytest.mark.slow

# Text, and for each town the killed and the injured.
STORIES: tuple[tuple[str, Tolls], ...] = (
    (
        # Another town with dead of its own, whatever the words for the act.
        "A car bomb exploded at a bus stop in Homs on Monday, killing nine people. In Aleppo, two shopkeepers were "
        "killed by a mortar shell.",
        {"Homs": (9, None), "Aleppo": (2, None)},
    ),
    (
        # People behind one verb, at three towns.
        "Air strikes killed 23 people in Idlib, 11 in Aleppo and six in Homs on Tuesday, a monitoring group said.",
        {"Idlib": (23, None), "Aleppo": (11, None), "Homs": (6, None)},
    ),
    (
        # The lead sums up what the next sentence tells town by town.
        "Missiles hit two towns of Syria on Tuesday and killed 18 people. Ten of them died in Homs when a house "
        "fell in, and eight in a strike on the market of Manbij.",
        {"Homs": (10, None), "Manbij": (8, None)},
    ),
    (
        # One raid in two villages, and of the sum only the officers.
        "Gunmen stormed two police posts in Borno overnight, killing seven officers.\n\nThey attacked the post at "
        "Dikwa at 11 p.m., killing five officers. A second group struck a post at Bama an hour later, killing two "
        "officers and a boy of 15.",
        {"Dikwa": (5, None), "Bama": (3, None)},
    ),
    (
        # Each town has a clause of its own.
        "Gunmen raided Borno in Nigeria. They first entered Dikwa on Monday, where they killed 11 people, before they "
        "moved to Bama, where six others were shot dead.",
        {"Dikwa": (11, None), "Bama": (6, None)},
    ),
    (
        # The quarters of one town divide its dead.
        "Barrel bombs fell on two districts of Aleppo on Monday and killed 11 people. Seven of them died in the Shaar "
        "district of Aleppo and four in the Ansari district.",
        {"Aleppo": (11, None)},
    ),
    (
        # Two clauses of one sentence, each with its own dead.
        "A car bomb killed 16 people in Baghdad on Monday, the police said, and soldiers said they had killed 57 "
        "militants in a raid on Ramadi.",
        {"Baghdad": (16, None), "Ramadi": (57, None)},
    ),
    (
        # What a later figure counts is of both towns.
        "Gunmen killed nine people in Konduga and six in Bama in northeast Nigeria on Monday, residents said. A rescue "
        "official said 15 bodies had been recovered.",
        {"Konduga": (9, None), "Bama": (6, None)},
    ),
    (
        # The second town stands before its gunmen without a comma.
        "In Baquba, a roadside bomb killed two policemen and wounded four others on Monday, while in the northern "
        "city of Mosul gunmen with silenced pistols shot dead three people, officials in Iraq said.",
        {"Baqubah": (2, 4), "Mosul": (3, None)},
    ),
    (
        # "Another eight", in a town near by.
        "Jets bombed the town of Inkhil in Syria on Friday and killed nine civilians. Another eight people died when "
        "barrel bombs fell on the town of Jasim.",
        {"Inkhil": (9, None), "Jasim": (8, None)},
    ),
    (
        # As many in each town, told in one sentence.
        "Shelling of the town of Idlib in Syria killed one man on Monday, while in Homs a woman was killed when a "
        "rocket hit a school.",
        {"Idlib": (1, None), "Homs": (1, None)},
    ),
    (
        # What the sentence opens with is said of both clauses.
        "In Homs, ten militants were killed on Monday and 19 others were injured in air strikes on a camp.",
        {"Homs": (10, 19)},
    ),
    (
        # Who is dead stands before the word, who is hurt behind it.
        "A bomb hit a police car in Mosul on Monday, leaving one officer dead and four people injured.",
        {"Mosul": (1, 4)},
    ),
    (
        # The army and those who fight it each killed people at home.
        "Army shells killed six people in the east of Aleppo on Monday, the rescuers said.\n\nRebel rockets killed "
        "three people at a market in the west of Aleppo, the state media said.",
        {"Aleppo": (3, None)},
    ),
    (
        # A count of a month is no toll.
        "Mortar fire killed two people in Damascus on Monday. Rockets have killed around 30 people in the capital this "
        "month.",
        {"Damascus": (2, None)},
    ),
    # Regions that head paragraphs, though the headline names the country of them all.
    (
        "Attacks across Ukraine on Monday\n\nTwo people died in all.\n\nOdesa region: A missile hit a mill, killing "
        "six workers.\n\nSumy region: Shelling killed a farmer in a field.",
        {None: (1, None)},
    ),
    # The other side's act in a town of its own, in one paragraph; what it "had killed when" is one act.
    (
        "The army shelled the town of Homs on Tuesday, killing five, activists said. Rebels said they had killed 14 "
        "soldiers when they overran a checkpoint near Palmyra on Monday.",
        {"Homs": (5, None), "Tadmur": (14, None)},
    ),
    (
        # Where people were killed is told behind them, and "elsewhere" sets the shelling apart with them.
        "Jets killed 33 people in the town of Idlib in Syria on Tuesday.\n\nElsewhere, shelling killed eight people in "
        "Aleppo, a monitoring group said.",
        {"Idlib": (33, None), "Aleppo": (8, None)},
    ),
    (
        # One and one: the headline's two are neither's.
        "Soldier and policeman killed in Egypt\n\nA soldier was killed by sniper fire in Rafah on Friday. Separately, "
        "a policeman was shot dead at close range in Arish.",
        {"Rafah": (1, None), "Arish": (1, None)},
    ),
    (
        # A headline that tells two acts.
        "Three soldiers killed by rebels, ten rebels killed in air strike\n\nThree soldiers were killed when rebels "
        "attacked their post in Homs in Syria on Monday. In Aleppo, an air strike killed ten rebels the same day.",
        {"Homs": (3, None), "Aleppo": (10, None)},
    ),
    (
        # The towns of a list, each told of again.
        "Missiles struck Kharkiv, Odesa and Mykolaiv overnight, Ukrainian officials said on Friday. Four people were "
        "killed in Kharkiv. In Odesa, two were killed and 11 injured.",
        {"Kharkiv": (4, None), "Odesa": (2, 11), "Mykolayiv": (None, None)},
    ),
    (
        # What came before, in another town.
        "Gunmen attacked a hotel in Kabul on Saturday, killing six people. The attack came hours after a bomb in a "
        "market in Kandahar left nine dead and 20 wounded.",
        {"Kabul": (6, None), "Kandahar": (9, 20)},
    ),
)

# Text, and the number killed in its one act.
TOTALS: tuple[tuple[str, int], ...] = (
    # What the attackers say of their own success counts for less than what others say.
    (
        "Taliban fighters overran a checkpoint in Kunduz on Monday. The governor said six policemen were killed. A "
        "Taliban spokesman said the fighters had killed 15 policemen.",
        6,
    ),
    # Nor does it add to what another source says in the same sentence.
    (
        "Twelve soldiers and four rebels died in a battle for a barracks in Taiz on Monday, a monitoring group said, "
        "while the rebel Dawn Brigade said it had killed 40 soldiers.",
        16,
    ),
    # A clause that stands beside a denial is not denied.
    (
        "At least 31 civilians were killed on Monday in an attack on a livestock market in Taiz; the coalition denied "
        "responsibility.",
        31,
    ),
    # Theirs is the figure where nobody else gives one.
    (
        "Taliban fighters overran a checkpoint in Kunduz on Monday. A Taliban spokesman said the fighters had killed "
        "15 policemen. The governor gave no figure.",
        15,
    ),
    # One source's lower figure is none that sets the first right.
    (
        "A bomb killed nine people in Homs on Monday, a monitoring group said. State television blamed rebels for the "
        "blast and put the dead at seven.",
        9,
    ),
    # A later total in the sentence that gives the first one.
    (
        "A bomb beside a convoy in Aleppo killed at least 17 people on Saturday, state television said, but a monitor "
        "later put the number of dead at 126.",
        126,
    ),
    # What a toll has passed is less than what it is.
    (
        "Toll of Baghdad bomb passes 200\n\nA truck bomb killed at least 213 people in the Karrada district of Baghdad "
        "on Sunday, officials said.",
        213,
    ),
    # All that were killed in a month are of no one act.
    (
        "Gunmen killed three soldiers in Mosul on Monday. The violence brought to 540 the number of people killed in "
        "attacks in July.",
        3,
    ),
    # A further blow at the same place comes on top.
    (
        "A bomb in a market in Peshawar killed six people on Friday. As rescuers arrived a second device went off, "
        "killing three more, including a policeman.",
        9,
    ),
    (
        "Two bombs exploded at a market in Tikrit on Monday. The first blast killed six people and the second, which "
        "struck as people fled, killed four.",
        10,
    ),
    (
        "Two explosions hit Quetta on Saturday. Eight people died in the first, on Jinnah Road, and five in the "
        "second, near the railway station, police said.",
        13,
    ),
)


@pytest.mark.parametrize(("text", "wanted"), STORIES)
def test_each_town_has_its_own_dead(text: str, wanted: Tolls, extractor: dateline.Extractor) -> None:
    found = {}
    for record in extractor.extract(parse_article(text, source="story")):
        killed, injured = record.casualties.killed, record.casualties.injured
        town = record.place.locality if record.place else None
        found[town] = (killed.best if killed else None, injured.best if injured else None)
    assert found == wanted


def test_each_town_has_the_act_told_beside_it(extractor: dateline.Extractor) -> None:
    text = (
        "Shelling killed two men in Orikhiv, a drone attack wounded three in Nikopol and a missile killed a guard in "
        "Odesa on Sunday."
    )
    records = extractor.extract(parse_article(text, source="story"))
    kinds = {record.place.locality: record.type for record in records if record.place}
    assert (kinds["Orikhiv"], kinds["Nikopol"]) == ("shelling", "airstrike")


@pytest.mark.parametrize(("text", "wanted"), TOTALS)
def test_one_act_has_the_total_that_is_its_own(text: str, wanted: int, extractor: dateline.Extractor) -> None:
    (record,) = extractor.extract(parse_article(text, source="story"))
    assert record.casualties.killed is not None
    assert record.casualties.killed.best == wanted


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "DAMASCUS, May 11, 2016 - Two explosions in Damascus killed 31 people on Tuesday, state television said. A "
            "car bomb in the Midan quarter killed 20 people. Eleven others were killed by a second bomb in Zahra.",
            {"Damascus": 31},
        ),
        (
            "BAGHDAD, May 11, 2016 - Bombings in and around Baghdad killed 34 people on Tuesday. In the capital, a car "
            "bomb in a market killed 20 people. In Taji, a suicide bomber killed 14.",
            {"Baghdad": 20},
        ),
    ],
    ids=["in the town", "in and around it"],
)
def test_what_befell_in_one_town_is_no_sum_of_others(
    text: str, tolls: dict[str, int], extractor: dateline.Extractor
) -> None:
    found = {}
    for record in extractor.extract(parse_article(text, source="story")):
        if record.place and record.casualties.killed:
            found[record.place.locality] = record.casualties.killed.best
    assert {town: found[town] for town in tolls} == tolls


def test_parts_of_a_sum_have_its_doers_and_its_kind_of_people(extractor: dateline.Extractor) -> None:
    text = (
        "Taliban fighters killed nine policemen in separate attacks in Nangarhar on Tuesday. Five died in Surkh Rod "
        "and four in Jalalabad."
    )

    records = list(extractor.extract(parse_article(text, source="story")))

    assert [
        (
            record.casualties.killed and record.casualties.killed.best,
            [one.actor for one in record.attributions],
            [one.category.value for one in record.victims],
            [one.category.value for one in record.weapons],
        )
        for record in records
    ] == [(5, ["Taliban"], ["police"], []), (4, ["Taliban"], ["police"], [])]


def test_an_article_with_a_day_before_a_name_at_the_end_of_a_sentence_is_read(extractor: dateline.Extractor) -> None:
    text = (
        "Coalition raids kill four near Raqqa: monitor Thursday 10 November 2016 Raids on the village of Heisha north "
        "of Raqqa killed four people the monitor said."
    )
    assert next(extractor.extract_all([parse_article(text, source="story")])).failure is None
